import { DIALOG_DATA, Dialog, DialogRef } from '@angular/cdk/dialog';
import { Component, type Injector, computed, inject, signal } from '@angular/core';
import { dayOf, isDay } from '@samhandling/domain';
import { Button, Field, Input } from '@samhandling/ui';
import { Autosize, DIALOG_OPTIONS, DialogShell } from '@samhandling/ui/work';
import { firstValueFrom } from 'rxjs';
import { FIRST_WRONG, focusWithin } from '../../session/focus-within.ts';

/** What became of it: done, withdrawn by the group, or not to be done. */
export type Outcome = 'complete' | 'withdraw' | 'drop';
export interface DoneAnswer {
  readonly doneText: string;
  readonly doneOn: string;
}
interface Asked {
  readonly outcome: Outcome;
  readonly text: string;
}

const WORDS: Readonly<Record<Outcome, { heading: string; text: string; missing: string; yes: string }>> = {
  complete: {
    heading: $localize`:@@decisions.done.heading:Vad har gjorts?`,
    text: $localize`:@@decisions.done.text:Vad som gjordes`,
    missing: $localize`:@@decisions.done.missing:Skriv vad som gjordes.`,
    yes: $localize`:@@decisions.done.yes:Spara som gjort`,
  },
  withdraw: {
    heading: $localize`:@@decisions.withdraw.heading:Upphäva beslutet?`,
    text: $localize`:@@decisions.withdraw.text:Varför det upphävs`,
    missing: $localize`:@@decisions.withdraw.missing:Skriv varför beslutet upphävs.`,
    yes: $localize`:@@decisions.withdraw.yes:Upphäv beslutet`,
  },
  drop: {
    heading: $localize`:@@decisions.drop.heading:Ska det inte göras?`,
    text: $localize`:@@decisions.drop.text:Varför det inte görs`,
    missing: $localize`:@@decisions.drop.missing:Skriv varför det inte görs.`,
    yes: $localize`:@@decisions.drop.yes:Spara att det inte görs`,
  },
};

/** Asks what was done, since a decision is not carried out without a word about how. */
@Component({
  selector: 'sam-done-dialog',
  imports: [Autosize, Button, DialogShell, Field, Input],
  template: `
    <sam-dialog [heading]="words.heading" [closable]="false">
      <form class="sam-stack" (submit)="answer($event)">
        <p class="sam-verbatim" lang="sv">{{ asked.text }}</p>
        <sam-field required [label]="words.text" [error]="textError()">
          <textarea
            samInput
            samAutosize
            cdkFocusInitial
            rows="3"
            maxlength="4000"
            [value]="text()"
            (input)="set('text', $event)"
          ></textarea>
        </sam-field>
        <sam-field required [label]="dayLabel" [error]="dayError()">
          <input samInput type="date" [max]="today" [value]="day()" (change)="set('day', $event)" />
        </sam-field>
      </form>
      <ng-container actions>
        <button
          type="button"
          [samButton]="asked.outcome === 'complete' ? 'primary' : 'danger'"
          (click)="answer($event)"
        >
          {{ words.yes }}
        </button>
        <button samButton type="button" (click)="ref.close(undefined)" i18n="@@decisions.cancel">Avbryt</button>
      </ng-container>
    </sam-dialog>
  `,
})
export class DoneDialog {
  protected readonly asked = inject<Asked>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<DoneAnswer>>(DialogRef);
  protected readonly words = WORDS[this.asked.outcome];
  protected readonly dayLabel = $localize`:@@decisions.done.day:När`;
  protected readonly today = dayOf(new Date());
  protected readonly text = signal('');
  protected readonly day = signal(this.today);
  private readonly tried = signal(false);
  private readonly focus = focusWithin();
  protected readonly textError = computed(() =>
    this.tried() && this.text().trim() === '' ? this.words.missing : null,
  );
  protected readonly dayError = computed(() => {
    if (!this.tried() || (isDay(this.day()) && this.day() <= this.today)) return null;
    return $localize`:@@decisions.done.dayWrong:Välj en dag som har varit.`;
  });

  protected set(name: 'text' | 'day', { target }: Event): void {
    if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) this[name].set(target.value);
  }

  protected answer(event: Event): void {
    event.preventDefault();
    this.tried.set(true);
    if (this.textError() !== null || this.dayError() !== null) return this.focus(FIRST_WRONG);
    this.ref.close({ doneText: this.text().trim(), doneOn: this.day() });
  }
}

export async function askWhatWasDone(injector: Injector, outcome: Outcome, text: string): Promise<DoneAnswer | null> {
  const ref = injector.get(Dialog).open<DoneAnswer, Asked>(DoneDialog, {
    ...DIALOG_OPTIONS,
    data: { outcome, text },
    ariaLabel: WORDS[outcome].heading,
  });
  return (await firstValueFrom(ref.closed)) ?? null;
}
