import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type RoundRef, pages } from '@samhandling/contracts';
import {
  FOLLOW_UP_STATES,
  FOLLOW_UP_STATE_LABELS,
  type FollowUpState,
  type Locale,
  formatOf,
} from '@samhandling/domain';
import { ProgressOf, injectLocale } from '@samhandling/ui';
import { writeListQuery } from '../data/list-query.ts';

type Answers = Readonly<Record<FollowUpState, number>>;

/** Those that have left the reporter: submitted or accepted. */
export function answered(answers: Answers): { readonly done: number; readonly total: number } {
  return {
    done: answers.submitted + answers.accepted,
    total: FOLLOW_UP_STATES.reduce((sum, state) => sum + answers[state], 0),
  };
}

/** How far the answers of the round have come, each count a link to exactly those. */
@Component({
  selector: 'sam-answers-progress',
  imports: [ProgressOf, RouterLink],
  template: `
    @if (of().total > 0) {
      <sam-progress-of [done]="of().done" [total]="of().total" [word]="word()" />
      <ul class="states">
        @for (part of parts(); track part.state) {
          <li>
            <a [routerLink]="link()" [queryParams]="part.params">{{ part.words }}</a>
          </li>
        }
      </ul>
    }
  `,
  styles: `
    .states {
      display: flex;
      flex-wrap: wrap;
      gap: var(--sam-space-1) var(--sam-space-5);
      margin-top: var(--sam-space-2);
      padding: 0;
      list-style: none;
      font-size: var(--sam-text-small);
    }
    a {
      display: inline-block;
      min-height: 1.5rem;
    }
    sam-progress-of {
      max-width: 26rem;
    }
  `,
})
export class AnswersProgress {
  readonly slug = input.required<string>();
  readonly answers = input.required<Answers>();
  readonly round = input.required<RoundRef>();
  /** Round in the address, null when it is the usual one. */
  readonly chosen = input<string | null>(null);

  private readonly locale: Locale = injectLocale();
  protected readonly link = computed(() => pages.activities(this.slug()));
  protected readonly of = computed(() => answered(this.answers()));
  protected readonly word = computed(
    () => $localize`:@@plans.answers.word:svar har lämnats in för ${this.round().label}:round:`,
  );
  protected readonly parts = computed(() => {
    const answers = this.answers();
    return FOLLOW_UP_STATES.filter((state) => answers[state] > 0).map((state) => ({
      state,
      words: `${FOLLOW_UP_STATE_LABELS[state][this.locale]}: ${formatOf(answers[state], this.of().total, this.locale)}`,
      params: writeListQuery({ round: this.chosen(), state: [state] }),
    }));
  });
}
