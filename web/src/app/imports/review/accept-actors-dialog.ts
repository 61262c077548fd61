import { DIALOG_DATA, Dialog, DialogRef } from '@angular/cdk/dialog';
import { Component, type Injector, inject } from '@angular/core';
import { Button } from '@samhandling/ui';
import { DIALOG_OPTIONS, DialogShell, Table, TableScroll } from '@samhandling/ui/work';
import { firstValueFrom } from 'rxjs';

export interface ActorPreview {
  readonly name: string;
  readonly becomes: string;
  readonly isNew: boolean;
}

/** Every proposal that waits and what a yes to it means, before the yes. */
@Component({
  selector: 'sam-accept-actors-dialog',
  imports: [Button, DialogShell, Table, TableScroll],
  template: `
    <sam-dialog [heading]="heading" (closed)="ref.close(false)">
      <p>{{ summary }}</p>
      <sam-table-scroll maxHeight="50vh" [label]="heading"
        ><table samTable compact stacked>
          <thead>
            <tr>
              <th scope="col" i18n="@@imports.actors.inText">I texten</th>
              <th scope="col" i18n="@@imports.actors.becomes">Blir</th>
            </tr>
          </thead>
          <tbody>
            @for (row of rows; track row.name) {
              <tr>
                <th scope="row" [attr.data-label]="labels.inText">{{ row.name }}</th>
                <td [attr.data-label]="labels.becomes">{{ row.becomes }}</td>
              </tr>
            }
          </tbody>
        </table></sam-table-scroll
      >
      <ng-container actions>
        <button samButton="primary" type="button" (click)="ref.close(true)" i18n="@@imports.actors.acceptThese">
          Godta förslagen
        </button>
        <button samButton type="button" (click)="ref.close(false)" i18n="@@imports.cancel">Avbryt</button>
      </ng-container>
    </sam-dialog>
  `,
})
export class AcceptActorsDialog {
  protected readonly rows = inject<readonly ActorPreview[]>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<boolean>>(DialogRef);
  protected readonly heading = acceptHeading();
  protected readonly labels = {
    inText: $localize`:@@imports.actors.inText:I texten`,
    becomes: $localize`:@@imports.actors.becomes:Blir`,
  };
  protected readonly summary = summaryOf(this.rows);
}

function acceptHeading(): string {
  return $localize`:@@imports.actors.previewHeading:Godta alla förslag`;
}

function summaryOf(rows: readonly ActorPreview[]): string {
  const added = rows.filter((row) => row.isNew).length;
  const known = rows.length - added;
  return $localize`:@@imports.actors.preview:${added}:added: nya organisationer läggs till när planen skapas, och ${known}:known: namn knyts till organisationer som finns.`;
}

export async function confirmActors(injector: Injector, rows: readonly ActorPreview[]): Promise<boolean> {
  const ref = injector.get(Dialog).open<boolean, readonly ActorPreview[]>(AcceptActorsDialog, {
    ...DIALOG_OPTIONS,
    data: rows,
    ariaLabel: acceptHeading(),
  });
  return (await firstValueFrom(ref.closed)) === true;
}
