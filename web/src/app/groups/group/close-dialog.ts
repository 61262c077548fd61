import { DIALOG_DATA, Dialog, DialogRef } from '@angular/cdk/dialog';
import { Component, type Injector, computed, inject, signal } from '@angular/core';
import type { Group, GroupTransitionRequest } from '@samhandling/contracts';
import { dayOf, isDay } from '@samhandling/domain';
import { Button, Field, Input } from '@samhandling/ui';
import { Autosize, DIALOG_OPTIONS, DialogShell } from '@samhandling/ui/work';
import { firstValueFrom } from 'rxjs';
import { CancelledMeetings, cancelledBy } from './cancelled-meetings.ts';

/** Closing a group: its last day, what it achieved, and what is cancelled by it. */
@Component({
  selector: 'sam-close-dialog',
  imports: [Autosize, Button, CancelledMeetings, DialogShell, Field, Input],
  template: `
    <sam-dialog [heading]="heading" [closable]="false">
      <form class="sam-stack" (submit)="answer($event)">
        <p i18n="@@groups.close.text">
          Möten, beslut och protokoll finns kvar och kan läsas. En planerare kan öppna gruppen igen.
        </p>
        <sam-field required [label]="labels.result" [hint]="labels.resultHint" [error]="errors().result">
          <textarea
            samInput
            samAutosize
            cdkFocusInitial
            rows="3"
            maxlength="20000"
            [value]="result()"
            (input)="set('result', $event)"
          ></textarea>
        </sam-field>
        <sam-field required [label]="labels.day" [error]="errors().day">
          <input samInput type="date" [value]="day()" (change)="set('day', $event)" />
        </sam-field>
        <sam-cancelled-meetings [meetings]="cancelled" />
      </form>
      <ng-container actions>
        <button samButton="danger" type="button" (click)="answer($event)" i18n="@@groups.close.yes">
          Avsluta gruppen
        </button>
        <button samButton type="button" (click)="ref.close(undefined)" i18n="@@groups.form.cancel">Avbryt</button>
      </ng-container>
    </sam-dialog>
  `,
})
export class CloseDialog {
  private readonly group = inject<Group>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<GroupTransitionRequest>>(DialogRef);
  protected readonly heading = closeHeading(this.group.name);
  protected readonly result = signal(this.group.result);
  protected readonly day = signal(dayOf(new Date()));
  private readonly tried = signal(false);
  protected readonly cancelled = cancelledBy(this.group.meetings, new Date().toISOString());
  protected readonly errors = computed(() => ({
    result:
      this.tried() && this.result().trim() === ''
        ? $localize`:@@groups.close.resultMissing:Skriv vad gruppen har kommit fram till, så att det finns kvar.`
        : null,
    day: this.tried() ? this.daySlip() : null,
  }));
  protected readonly labels = {
    result: $localize`:@@groups.close.result:Vad blev resultatet?`,
    resultHint: $localize`:@@groups.close.resultHint:Står kvar hos gruppen och i listan över grupper.`,
    day: $localize`:@@groups.close.day:Gruppens sista dag`,
  };

  private daySlip(): string | null {
    const day = this.day();
    if (!isDay(day)) return $localize`:@@groups.leave.missing:Välj en dag.`;
    return day > dayOf(new Date())
      ? $localize`:@@groups.close.ahead:Den dagen har inte varit än. Avsluta gruppen när den har gjort sitt.`
      : null;
  }

  protected set(name: 'result' | 'day', event: Event): void {
    const { target } = event;
    if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) this[name].set(target.value);
  }

  protected answer(event: Event): void {
    event.preventDefault();
    this.tried.set(true);
    if (this.errors().result !== null || this.errors().day !== null) return;
    this.ref.close({ transition: 'close', closedOn: this.day(), result: this.result().trim() });
  }
}

function closeHeading(name: string): string {
  return $localize`:@@groups.close.heading:Avsluta ${name}:name:?`;
}

export async function askToClose(injector: Injector, group: Group): Promise<GroupTransitionRequest | null> {
  const ref = injector.get(Dialog).open<GroupTransitionRequest, Group>(CloseDialog, {
    ...DIALOG_OPTIONS,
    data: group,
    ariaLabel: closeHeading(group.name),
  });
  return (await firstValueFrom(ref.closed)) ?? null;
}
