import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { pages } from '@samhandling/contracts';
import { type JudgementCounts, judgementCountText } from '@samhandling/domain';
import { JUDGEMENT_LOOKS, NOT_JUDGED_LOOK, injectLocale } from '@samhandling/ui';
import { Words } from '../../core/words.ts';
import { type JudgementFilter, writeListQuery } from '../data/list-query.ts';

const ORDER = [
  'completed',
  'on_track',
  'needs_support',
  'not_started',
  'cancelled',
  'none',
] as const satisfies readonly JudgementFilter[];

/** How many stand where, each number a link to exactly those activities. */
@Component({
  selector: 'sam-judgement-links',
  imports: [RouterLink],
  template: `
    <ul>
      @for (part of parts(); track part.code) {
        <li class="{{ part.css }}">
          <span class="dot" aria-hidden="true"></span
          ><a [routerLink]="link()" [queryParams]="part.params" [attr.aria-label]="part.label">{{ part.words }}</a>
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      display: flex;
      flex-wrap: wrap;
      gap: var(--sam-space-1) var(--sam-space-5);
      padding: 0;
      list-style: none;
    }
    li {
      display: inline-flex;
      gap: var(--sam-space-2);
      align-items: center;
    }
    a {
      display: inline-block;
      min-height: 1.5rem;
      color: inherit;
    }
    .dot {
      flex: none;
      width: 0.75rem;
      height: 0.75rem;
      border-radius: 2px;
      background: var(--sam-judged-mark);
      forced-color-adjust: none;
      print-color-adjust: exact;
      -webkit-print-color-adjust: exact;
    }
    .sam-judged--not-judged .dot {
      border: 1px dashed var(--sam-not-judged-mark);
      background: transparent;
    }
  `,
})
export class JudgementLinks {
  readonly slug = input.required<string>();
  readonly counts = input.required<JudgementCounts>();
  readonly goalId = input<string>();
  /** What the numbers are about, for those who hear the links one by one: "Delmål 2". */
  readonly about = input('');
  readonly round = input<string | null>(null);

  private readonly locale = injectLocale();
  private readonly words = inject(Words);
  protected readonly link = computed(() => pages.activities(this.slug()));

  protected readonly parts = computed(() => {
    const counts = this.counts();
    const goal = this.goalId();
    const about = this.about();
    const activities = this.words.current().activity;
    return ORDER.map((code) => ({ code, count: code === 'none' ? counts.notJudged : counts[code] }))
      .filter((part) => part.count > 0)
      .map(({ code, count }) => {
        const words = judgementCountText(code === 'none' ? 'notJudged' : code, count, activities, this.locale);
        const said = $localize`:@@plans.counts.show:${words}:words:: visa ${count === 1 ? activities.theOne : activities.theMany}:activities:`;
        return {
          code,
          words,
          label: about === '' ? said : `${about}, ${said}`,
          css: (code === 'none' ? NOT_JUDGED_LOOK : JUDGEMENT_LOOKS[code]).css,
          params: writeListQuery({
            round: this.round(),
            judgement: [code],
            ...(goal === undefined ? {} : { goal: [goal] }),
          }),
        };
      });
  });
}
