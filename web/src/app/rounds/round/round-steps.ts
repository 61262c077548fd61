import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { Problem, Rehearsal, Round } from '@samhandling/contracts';
import type { RoundTransitionName } from '@samhandling/domain';
import { Button, Icon, type IconName, ProblemView, formatInstant, injectLocale } from '@samhandling/ui';
import { Callout } from '@samhandling/ui/work';
import { AskText } from '../../core/ask-text.ts';
import { Confirm } from '../../core/confirm.ts';
import { Messages } from '../../core/messages.ts';
import { problemOf } from '../../core/problem.ts';
import { RoundsApi } from '../data/rounds-api.ts';
import { DONE, ICONS, MAIN, UNDO, questionFor, reopenQuestion } from './step-words.ts';

/** The steps of a round: those that can be taken now, and why the others cannot. Adopting takes two people. */
@Component({
  selector: 'sam-round-steps',
  imports: [Button, Callout, Icon, ProblemView],
  template: `
    <div class="sam-stack" aria-live="polite">
      @if (problem(); as problem) {
        <sam-problem [problem]="problem" />
      }
      @if (proposed()) {
        <sam-callout [heading]="proposedHeading">
          <p>{{ proposed() }}</p>
        </sam-callout>
      }
      @if (steps().length > 0) {
        <div class="sam-buttons">
          @for (step of steps(); track step.name) {
            <button
              [samButton]="step.main ? 'primary' : 'secondary'"
              type="button"
              [busy]="busy()"
              (click)="take(step.name)"
            >
              <sam-icon [name]="step.icon" />{{ step.label }}
            </button>
          }
        </div>
      }
      @if (refused().length > 0) {
        <ul class="refused">
          @for (step of refused(); track step.name) {
            <li>
              <sam-icon name="lock" /><span
                ><strong>{{ step.label }}</strong> {{ step.words }}</span
              >
            </li>
          }
        </ul>
      }
    </div>
  `,
  styles: `
    .refused {
      max-width: var(--sam-measure);
      padding: 0;
      list-style: none;
      color: var(--sam-ink-quiet);
    }
    .refused li {
      display: flex;
      gap: var(--sam-space-2);
      padding: var(--sam-space-1) 0;
    }
    .refused sam-icon {
      margin-top: 0.2em;
    }
    strong {
      color: var(--sam-ink);
      font-weight: 560;
    }
  `,
})
export class RoundSteps {
  readonly round = input.required<Round>();
  readonly rehearsal = input.required<Rehearsal>();
  /** The round is not as it was: read it again. */
  readonly moved = output<void>();

  private readonly api = inject(RoundsApi);
  private readonly confirm = inject(Confirm);
  private readonly askText = inject(AskText);
  private readonly messages = inject(Messages);
  private readonly locale = injectLocale();
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly proposedHeading = $localize`:@@rounds.proposed.heading:Omgången är föreslagen att fastställas`;

  protected readonly steps = computed(() =>
    this.round()
      .transitions.filter((offer) => offer.allowed)
      .map((offer): { name: RoundTransitionName; label: string; main: boolean; icon: IconName } => ({
        name: offer.name,
        label: offer.label,
        main: MAIN.has(offer.name),
        icon: ICONS[offer.name],
      }))
      .sort((one, other) => Number(other.main) - Number(one.main)),
  );
  protected readonly refused = computed(() =>
    this.round()
      .transitions.filter((offer) => !offer.allowed && this.isNear(offer.name))
      .map((offer) => ({ name: offer.name, label: `${offer.label}:`, words: offer.reasons.join(' ') })),
  );
  protected readonly proposed = computed(() => {
    const { adoptionProposedBy, adoptionProposedAt } = this.round();
    if (!adoptionProposedBy) return '';
    const when = adoptionProposedAt ? formatInstant(adoptionProposedAt, this.locale) : '';
    return $localize`:@@rounds.proposed.text:${adoptionProposedBy.name}:name: föreslog det ${when}:when:. En annan planerare behöver bekräfta.`;
  });

  /** A step that only makes sense after another is not explained before it: first somebody proposes, then another adopts. */
  private isNear(name: RoundTransitionName): boolean {
    const proposed = this.round().adoptionProposedBy !== null;
    if (name === 'adopt' || name === 'withdraw_adoption') return proposed;
    return name !== 'propose_adoption' || !proposed;
  }

  protected async take(name: RoundTransitionName): Promise<void> {
    if (this.busy()) return;
    const round = this.round();
    const reason = name === 'reopen' ? await this.askText.ask(reopenQuestion(round)) : undefined;
    if (reason === null) return;
    const question = questionFor(name, round, this.rehearsal());
    if (question && !(await this.confirm.ask(question))) return;
    await this.send(name, round, reason);
  }

  private async send(name: RoundTransitionName, round: Round, reason?: string): Promise<void> {
    this.busy.set(true);
    this.problem.set(null);
    try {
      const request = reason === undefined ? { transition: name } : { transition: name, reason };
      const moved = await this.api.transition(round.id, round.version, request);
      const undo = UNDO[name];
      const isOffered = undo !== undefined && moved.transitions.some((offer) => offer.name === undo && offer.allowed);
      this.messages.say(
        DONE[name],
        isOffered ? { label: $localize`:@@rounds.undo:Ångra`, run: () => void this.send(undo, moved) } : undefined,
      );
    } catch (error) {
      this.problem.set(problemOf(error));
    } finally {
      this.busy.set(false);
      this.moved.emit();
    }
  }
}
