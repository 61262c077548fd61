import { Component, computed, input, output } from '@angular/core';
import type { AnswerSheet, FollowUpPage, Problem } from '@samhandling/contracts';
import { roundTakesAnswers } from '@samhandling/domain';
import {
  Button,
  Empty,
  Icon,
  PageHeader,
  ProblemView,
  ProgressOf,
  StateChip,
  formatDay,
  injectLocale,
} from '@samhandling/ui';
import { Callout } from '@samhandling/ui/work';
import { isHandedIn, lastDayOf, leftOf, nextLeft } from './data/sheet-words.ts';

/** All the person's items with how far each has come, and the way on. */
@Component({
  selector: 'sam-answer-overview',
  imports: [Button, Callout, Empty, Icon, PageHeader, ProblemView, ProgressOf, StateChip],
  templateUrl: './answer-overview.html',
  styles: `
    li {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: var(--sam-space-1) var(--sam-space-4);
      align-items: start;
    }
    .text {
      width: 100%;
      padding: var(--sam-space-1) 0;
      border: 0;
      background: none;
      color: var(--sam-link);
      font: inherit;
      text-align: left;
      text-decoration: underline;
      overflow-wrap: anywhere;
      cursor: pointer;
    }
    .reference {
      color: var(--sam-ink-quiet);
      font-size: var(--sam-text-small);
    }
    .intro {
      margin-bottom: var(--sam-space-6);
    }
    .end {
      margin-top: var(--sam-space-8);
    }
    @media (max-width: 30rem) {
      li {
        grid-template-columns: 1fr;
      }
    }
  `,
})
export class AnswerOverview {
  readonly sheet = input.required<AnswerSheet>();
  readonly busy = input(false);
  /** Why finishing did not go. */
  readonly problem = input<Problem | null>(null);
  /** The place of the item to go to, from 1. */
  readonly asked = output<number>();
  readonly finished = output();

  private readonly locale = injectLocale();
  protected readonly left = computed(() => leftOf(this.sheet()));
  protected readonly done = computed(() => this.sheet().items.length - this.left());
  protected readonly first = computed(() => nextLeft(this.sheet().items, 0));
  protected readonly takesAnswers = computed(() => roundTakesAnswers(this.sheet().round.state));
  protected readonly heading = computed(
    () => $localize`:@@answer.overview.heading:Dina frågor, ${this.sheet().person.name}:name:`,
  );
  protected readonly meta = computed(() => {
    const { county, round } = this.sheet();
    const due = formatDay(round.due, this.locale);
    return $localize`:@@answer.overview.meta:${county}:county: · Omgång ${round.label}:round: · Svara senast ${due}:day:`;
  });
  protected readonly holds = computed(() => {
    const until = formatDay(lastDayOf(this.sheet().expiresAt), this.locale);
    return $localize`:@@answer.overview.holds:Länken går att använda i den här webbläsaren till och med ${until}:day:.`;
  });
  protected readonly startWords = computed(() =>
    this.done() === 0
      ? $localize`:@@answer.overview.start:Börja svara`
      : $localize`:@@answer.overview.goOn:Fortsätt svara`,
  );
  protected readonly progressWord = computed(() =>
    this.sheet().items.length === 1
      ? $localize`:@@answer.overview.progressOne:fråga inlämnad`
      : $localize`:@@answer.overview.progress:frågor inlämnade`,
  );
  protected readonly emptyHeading = $localize`:@@answer.overview.empty:Du har inget att svara på just nu`;
  protected readonly closedHeading = $localize`:@@answer.overview.closed:Omgången tar inte längre emot svar`;
  protected readonly lockedWords = computed(() => this.sheet().items[0]?.followUp.lockedReason ?? '');

  protected isDone(item: FollowUpPage): boolean {
    return isHandedIn(item);
  }
}
