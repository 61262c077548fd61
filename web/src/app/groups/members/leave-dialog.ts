import { DIALOG_DATA, Dialog, DialogRef } from '@angular/cdk/dialog';
import { Component, type Injector, inject, signal } from '@angular/core';
import type { Day } from '@samhandling/contracts';
import { dayOf, isDay } from '@samhandling/domain';
import { Button, Field, Input } from '@samhandling/ui';
import { DIALOG_OPTIONS, DialogShell } from '@samhandling/ui/work';
import { firstValueFrom } from 'rxjs';

interface Leaving {
  readonly name: string;
  readonly fromDay: Day;
}

/** Somebody leaves: with a last day, so that the meetings they were in keep them. */
@Component({
  selector: 'sam-leave-dialog',
  imports: [Button, DialogShell, Field, Input],
  template: `
    <sam-dialog [heading]="heading" [closable]="false">
      <form class="sam-stack" (submit)="answer($event)">
        <p i18n="@@groups.leave.text">
          Personen kallas inte till möten efter den dagen. Möten, beslut och protokoll från tiden i gruppen finns kvar.
        </p>
        <sam-field required [label]="label" [error]="error()">
          <input samInput type="date" cdkFocusInitial [value]="day()" (change)="set($event)" />
        </sam-field>
      </form>
      <ng-container actions>
        <button samButton="primary" type="button" (click)="answer($event)" i18n="@@groups.leave.yes">
          Spara sista dag
        </button>
        <button samButton type="button" (click)="ref.close(undefined)" i18n="@@groups.form.cancel">Avbryt</button>
      </ng-container>
    </sam-dialog>
  `,
})
export class LeaveDialog {
  private readonly data = inject<Leaving>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<Day>>(DialogRef);
  protected readonly heading = leaveHeading(this.data.name);
  protected readonly label = $localize`:@@groups.member.toDay:Sista dag`;
  protected readonly day = signal(dayOf(new Date()));
  protected readonly error = signal<string | null>(null);

  protected set(event: Event): void {
    if (event.target instanceof HTMLInputElement) this.day.set(event.target.value);
  }

  protected answer(event: Event): void {
    event.preventDefault();
    const day = this.day();
    if (!isDay(day)) this.error.set($localize`:@@groups.leave.missing:Välj en dag.`);
    else if (day < this.data.fromDay)
      this.error.set($localize`:@@groups.member.toWrong:Sista dagen är före den första.`);
    else this.ref.close(day);
  }
}

function leaveHeading(name: string): string {
  return $localize`:@@groups.leave.heading:${name}:name: slutar i gruppen`;
}

export async function askLastDay(injector: Injector, leaving: Leaving): Promise<Day | null> {
  const ref = injector.get(Dialog).open<Day, Leaving>(LeaveDialog, {
    ...DIALOG_OPTIONS,
    data: leaving,
    ariaLabel: leaveHeading(leaving.name),
  });
  return (await firstValueFrom(ref.closed)) ?? null;
}
