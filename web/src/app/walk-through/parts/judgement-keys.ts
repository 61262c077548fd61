import { Component, computed, inject, output } from '@angular/core';
import { JUDGEMENTS, type Judgement } from '@samhandling/domain';
import { Button, Field, Icon, Input, JUDGEMENT_LOOKS, JudgementChip, injectSay } from '@samhandling/ui';
import { LockedNote } from '@samhandling/ui/work';
import { WalkState } from '../data/walk-state.ts';

/** How it goes, set with 1 to 5, and whom it is written for. It is the answer of the open round: there is no other. */
@Component({
  selector: 'sam-judgement-keys',
  imports: [Button, Field, Icon, Input, JudgementChip, LockedNote],
  template: `
    @if (followUp(); as followUp) {
      <section role="group" [attr.aria-label]="label()">
        <h2 class="heading">{{ label() }}</h2>
        @if (state.writing() && followUp.mayWrite) {
          <div class="choices">
            @for (choice of choices; track choice.code) {
              <button
                class="choice {{ choice.css }}"
                type="button"
                [attr.aria-pressed]="judgement() === choice.code"
                (click)="chosen.emit(choice.code)"
              >
                <kbd aria-hidden="true">{{ choice.number }}</kbd>
                <sam-icon [name]="choice.icon" />{{ choice.words }}
              </button>
            }
          </div>
          @if (detail(); as text) {
            <p class="sam-verbatim detail" lang="sv">
              {{ text }}
              <button samButton="quiet" small type="button" (click)="chosen.emit(judgement() ?? 'on_track')">
                <ng-container i18n="@@walk.judgement.edit">Ändra texten</ng-container>
              </button>
            </p>
          }
          @if (people().length > 0) {
            <sam-field class="behalf" [label]="behalfLabel">
              <select samInput (change)="choose($event)">
                <option value="" [selected]="state.behalf() === null" i18n="@@walk.behalf.none">
                  Jag skriver själv
                </option>
                @for (person of people(); track person.id) {
                  <option [value]="person.id" [selected]="state.behalf() === person.id">{{ person.name }}</option>
                }
              </select>
            </sam-field>
          }
        } @else {
          <sam-judgement [judgement]="judgement()" />
          @if (detail(); as text) {
            <p class="sam-verbatim detail" lang="sv">{{ text }}</p>
          }
          @if (state.writing() && followUp.lockedReason) {
            <sam-locked-note [why]="followUp.lockedReason" />
          }
        }
      </section>
    } @else {
      <p class="sam-quiet" i18n="@@walk.judgement.noRound">Ingen omgång tar emot en lägesbedömning just nu.</p>
    }
  `,
  styleUrl: './side.scss',
  styles: `
    .choices {
      display: grid;
      gap: var(--sam-space-1);
    }
    .choice {
      display: flex;
      gap: var(--sam-space-2);
      align-items: center;
      min-height: var(--sam-control-height);
      padding: var(--sam-space-1) var(--sam-space-3);
      border: 1px solid var(--sam-line-strong);
      border-radius: var(--sam-radius);
      background: var(--sam-ground);
      color: var(--sam-ink);
      font: inherit;
      text-align: left;
      cursor: pointer;
    }
    .choice sam-icon {
      color: var(--sam-judged);
    }
    .choice[aria-pressed='true'] {
      border-color: var(--sam-judged);
      background: var(--sam-judged-soft);
      color: var(--sam-judged);
      font-weight: 620;
      box-shadow: inset 3px 0 0 var(--sam-judged);
    }
    .choice:focus-visible {
      outline: var(--sam-focus-ring);
      outline-offset: var(--sam-focus-offset);
    }
    .detail {
      margin: var(--sam-space-2) 0 0;
    }
    .behalf {
      display: block;
      margin-top: var(--sam-space-3);
    }
  `,
})
export class JudgementKeys {
  readonly chosen = output<Judgement>();
  protected readonly state = inject(WalkState);
  private readonly say = injectSay();
  protected readonly behalfLabel = $localize`:@@walk.behalf:Bedömningen kommer från`;
  protected readonly choices = JUDGEMENTS.map((code, index) => ({
    code,
    number: index + 1,
    icon: JUDGEMENT_LOOKS[code].icon,
    css: JUDGEMENT_LOOKS[code].css,
    words: this.say(JUDGEMENT_LOOKS[code].label),
  }));
  protected readonly followUp = computed(() => this.state.seen()?.item.about?.followUp ?? null);
  protected readonly label = computed(
    () => $localize`:@@walk.judgement:Lägesbedömning ${this.followUp()?.roundLabel ?? ''}:round:`,
  );
  protected readonly judgement = computed(() => {
    const code = this.state.seen()?.answer['judgement'];
    return JUDGEMENTS.find((each) => each === code) ?? null;
  });
  protected readonly detail = computed(() => {
    const answer = this.state.seen()?.answer ?? {};
    const texts = {
      needs_support: [answer['supportNeeded']],
      cancelled: [answer['cancelReason'], answer['cancelDecision']],
      not_started: [],
      on_track: [],
      completed: [],
    }[this.judgement() ?? 'on_track'];
    return texts.filter(Boolean).join('\n');
  });
  /** Those who may have said it: the reporter, and members with an account. Only a planner writes for somebody else. */
  protected readonly people = computed(() => {
    const walk = this.state.walk();
    const reporter = this.followUp()?.reporter ?? null;
    if (!walk || !this.state.onBehalf.isAllowed()) return [];
    const members = walk.members.flatMap(({ personId, name }) => (personId === null ? [] : [{ id: personId, name }]));
    const others = members.filter(({ id }) => id !== reporter?.id && !this.state.onBehalf.isMe(id));
    return reporter && !this.state.onBehalf.isMe(reporter.id) ? [reporter, ...others] : others;
  });

  protected choose(event: Event): void {
    const { target } = event;
    if (target instanceof HTMLSelectElement) this.state.onBehalf.chosen.set(target.value === '' ? null : target.value);
  }
}
