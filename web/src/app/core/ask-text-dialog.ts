import { DIALOG_DATA, Dialog, DialogRef } from '@angular/cdk/dialog';
import { Component, ElementRef, type Injector, inject, signal, viewChild } from '@angular/core';
import { Button, Field, Input } from '@samhandling/ui';
import { Autosize, DIALOG_OPTIONS, DialogShell } from '@samhandling/ui/work';
import { firstValueFrom } from 'rxjs';
import type { TextQuestion } from './ask-text.ts';

@Component({
  selector: 'sam-ask-text-dialog',
  imports: [Autosize, Button, DialogShell, Field, Input],
  template: `
    <sam-dialog [heading]="question.heading" [closable]="false">
      <form
        class="sam-stack"
        (submit)="answer($event)"
        (keydown.control.enter)="answer($event)"
        (keydown.meta.enter)="answer($event)"
      >
        <p>{{ question.text }}</p>
        <sam-field [label]="question.label" [error]="error()" required>
          <textarea #area samInput samAutosize cdkFocusInitial maxlength="20000"></textarea>
        </sam-field>
      </form>
      <ng-container actions>
        <button [samButton]="question.danger ? 'danger' : 'primary'" type="button" (click)="answer($event)">
          {{ question.yes }}
        </button>
        <button samButton type="button" (click)="ref.close(undefined)" i18n="@@core.ask.cancel">Avbryt</button>
      </ng-container>
    </sam-dialog>
  `,
})
export class AskTextDialog {
  protected readonly question = inject<TextQuestion>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<string>>(DialogRef);
  protected readonly error = signal<string | null>(null);
  private readonly area = viewChild.required<ElementRef<HTMLTextAreaElement>>('area');

  protected answer(event: Event): void {
    event.preventDefault();
    const text = this.area().nativeElement.value.trim();
    if (text !== '') {
      this.ref.close(text);
      return;
    }
    this.error.set(this.question.missing);
    this.area().nativeElement.focus();
  }
}

export async function openTextDialog(injector: Injector, question: TextQuestion): Promise<string | null> {
  const ref = injector.get(Dialog).open<string, TextQuestion>(AskTextDialog, {
    ...DIALOG_OPTIONS,
    data: question,
    ariaLabel: question.heading,
  });
  return (await firstValueFrom(ref.closed)) ?? null;
}
