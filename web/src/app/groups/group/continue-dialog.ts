import { DIALOG_DATA, Dialog, DialogRef } from '@angular/cdk/dialog';
import { Component, type Injector, computed, inject, signal } from '@angular/core';
import type { ContinueGroupRequest, Group } from '@samhandling/contracts';
import { Button, Choice, Field, Input } from '@samhandling/ui';
import { Autosize, DIALOG_OPTIONS, DialogShell } from '@samhandling/ui/work';
import { firstValueFrom } from 'rxjs';
import { FIRST_WRONG, focusWithin } from '../../session/focus-within.ts';
import { CancelledMeetings, cancelledBy } from './cancelled-meetings.ts';

/** Taking a group along into the plan that follows: what goes along, what stays, and whether the old one is closed. */
@Component({
  selector: 'sam-continue-dialog',
  imports: [Autosize, Button, CancelledMeetings, Choice, DialogShell, Field, Input],
  template: `
    <sam-dialog [heading]="heading" [closable]="false">
      <form class="sam-stack" (submit)="answer($event)">
        <p i18n="@@groups.continue.text">
          Medlemmar, roller, syfte och mål för antal möten följer med från i dag. Möten, beslut och protokoll stannar
          här, och båda sidorna länkar till varandra. Vilka aktiviteter mötena räknas till väljer du på nytt.
        </p>
        @if (plans.length > 1) {
          <sam-field required [label]="labels.plan">
            <select samInput cdkFocusInitial (change)="pick($event)">
              @for (plan of plans; track plan.id) {
                <option lang="sv" [value]="plan.id" [selected]="plan.id === planId()">{{ plan.title }}</option>
              }
            </select>
          </sam-field>
        }
        @if (!group.closedOn) {
          <label samChoice>
            <input type="checkbox" [checked]="closes()" (change)="setCloses($event)" />
            <span i18n="@@groups.continue.close">Avsluta gruppen i den här planen i dag</span>
          </label>
          @if (closes()) {
            <sam-field required [label]="labels.result" [hint]="labels.resultHint" [error]="error()">
              <textarea
                samInput
                samAutosize
                rows="3"
                maxlength="20000"
                [value]="result()"
                (input)="write($event)"
              ></textarea>
            </sam-field>
            <sam-cancelled-meetings [meetings]="cancelled" />
          }
        }
      </form>
      <ng-container actions>
        <button samButton="primary" type="button" (click)="answer($event)" i18n="@@groups.continue.yes">
          Ta med gruppen
        </button>
        <button samButton type="button" (click)="ref.close(undefined)" i18n="@@groups.form.cancel">Avbryt</button>
      </ng-container>
    </sam-dialog>
  `,
})
export class ContinueDialog {
  protected readonly group = inject<Group>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<ContinueGroupRequest>>(DialogRef);
  private readonly focus = focusWithin();
  protected readonly heading = headingOf(this.group);
  protected readonly plans = this.group.mayContinueIn;
  protected readonly planId = signal(this.plans[0]?.id ?? '');
  protected readonly closes = signal(false);
  protected readonly result = signal(this.group.result);
  private readonly tried = signal(false);
  protected readonly cancelled = cancelledBy(this.group.meetings, new Date().toISOString());
  protected readonly error = computed(() =>
    this.tried() && this.closes() && this.result().trim() === ''
      ? $localize`:@@groups.close.resultMissing:Skriv vad gruppen har kommit fram till, så att det finns kvar.`
      : null,
  );
  protected readonly labels = {
    plan: $localize`:@@groups.continue.plan:Till vilken plan`,
    result: $localize`:@@groups.close.result:Vad blev resultatet?`,
    resultHint: $localize`:@@groups.close.resultHint:Står kvar hos gruppen och i listan över grupper.`,
  };

  protected pick({ target }: Event): void {
    if (target instanceof HTMLSelectElement) this.planId.set(target.value);
  }

  protected setCloses({ target }: Event): void {
    if (target instanceof HTMLInputElement) this.closes.set(target.checked);
  }

  protected write({ target }: Event): void {
    if (target instanceof HTMLTextAreaElement) this.result.set(target.value);
  }

  protected answer(event: Event): void {
    event.preventDefault();
    this.tried.set(true);
    if (this.error() !== null) return this.focus(FIRST_WRONG);
    const planId = this.planId();
    this.ref.close(this.closes() ? { planId, result: this.result().trim() } : { planId });
  }
}

/** Where there is one plan to choose, it stands in the question. */
function headingOf({ mayContinueIn }: Group): string {
  const [plan, ...others] = mayContinueIn;
  return plan && others.length === 0
    ? $localize`:@@groups.continue.headingTo:Ta med gruppen till ${plan.title}:plan:?`
    : $localize`:@@groups.continue.heading:Ta med gruppen till nästa plan?`;
}

export async function askToContinue(injector: Injector, group: Group): Promise<ContinueGroupRequest | null> {
  const ref = injector.get(Dialog).open<ContinueGroupRequest, Group>(ContinueDialog, {
    ...DIALOG_OPTIONS,
    data: group,
    ariaLabel: headingOf(group),
  });
  return (await firstValueFrom(ref.closed)) ?? null;
}
