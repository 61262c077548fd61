import { DIALOG_DATA, Dialog, DialogRef } from '@angular/cdk/dialog';
import { Component, type Injector, inject } from '@angular/core';
import { Button } from '@samhandling/ui';
import { DIALOG_OPTIONS, DialogShell } from '@samhandling/ui/work';
import { firstValueFrom } from 'rxjs';
import type { Question } from './confirm.ts';

@Component({
  selector: 'sam-confirm-dialog',
  imports: [Button, DialogShell],
  template: `
    <sam-dialog [heading]="question.heading" [closable]="false">
      <p>{{ question.text }}</p>
      <ng-container actions>
        <button samButton type="button" (click)="ref.close(false)">{{ question.no ?? cancel }}</button>
        <button [samButton]="question.danger ? 'danger' : 'primary'" type="button" (click)="ref.close(true)">
          {{ question.yes }}
        </button>
      </ng-container>
    </sam-dialog>
  `,
})
export class ConfirmDialog {
  protected readonly question = inject<Question>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<boolean>>(DialogRef);
  protected readonly cancel = $localize`:@@core.confirm.cancel:Avbryt`;
}

export async function openConfirmDialog(injector: Injector, question: Question): Promise<boolean> {
  const ref = injector.get(Dialog).open<boolean, Question>(ConfirmDialog, {
    ...DIALOG_OPTIONS,
    data: question,
    role: 'alertdialog',
    // The first button is the safe choice.
    autoFocus: 'button',
    ariaLabel: question.heading,
  });
  return (await firstValueFrom(ref.closed)) === true;
}
