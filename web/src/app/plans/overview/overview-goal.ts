import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type OverviewArea, type OverviewGoal, pages } from '@samhandling/contracts';
import { countOf } from '@samhandling/domain';
import { GoalJudgementChip, JudgementBar, injectLocale } from '@samhandling/ui';
import { Words } from '../../core/words.ts';
import { type QueryParams, writeListQuery } from '../data/list-query.ts';
import { completedOf, goalName } from '../data/plan-words.ts';
import { JudgementLinks } from '../shared/judgement-links.ts';

/** One goal of the overview: what it is, how it is judged, and its areas with a bar each. */
@Component({
  selector: 'sam-overview-goal',
  imports: [GoalJudgementChip, JudgementBar, JudgementLinks, RouterLink],
  template: `
    <article [attr.aria-labelledby]="'mal-' + goal().id">
      <div class="head">
        <div class="titles">
          <p class="name">{{ name() }}</p>
          <h3 [id]="'mal-' + goal().id">
            <a class="sam-link--quiet" [routerLink]="pages.goal(slug(), goal().id)" [queryParams]="params()">{{
              goal().title
            }}</a>
          </h3>
        </div>
        @if (followed()) {
          <sam-goal-judgement [judgement]="goal().judgement" />
        }
      </div>
      @if (followed() && goal().counts.total > 0) {
        <sam-judgement-links
          class="links"
          [slug]="slug()"
          [counts]="goal().counts"
          [goalId]="goal().id"
          [about]="name()"
          [round]="chosen()"
        />
      }
      <ul class="areas">
        @for (area of goal().areas; track area.id) {
          <li>
            <span class="number">{{ area.number }}</span>
            <a
              class="title sam-link--quiet"
              [routerLink]="pages.goal(slug(), goal().id)"
              [queryParams]="params()"
              [fragment]="'omrade-' + area.number"
              lang="sv"
              >{{ area.title }}</a
            >
            <span class="how">
              @if (followed() && area.counts.total > 0) {
                <sam-judgement-bar [counts]="area.counts" [word]="words.current().activity" />
              }
              <a
                class="words"
                [routerLink]="pages.activities(slug())"
                [queryParams]="areaParams(area)"
                [attr.aria-label]="areaLabel(area)"
                >{{ wordsOf(area) }}</a
              >
            </span>
          </li>
        }
      </ul>
    </article>
  `,
  styleUrl: './overview-goal.scss',
})
export class OverviewGoalSection {
  readonly slug = input.required<string>();
  readonly goal = input.required<OverviewGoal>();
  /** A round has been opened, so there is something to say about how it goes. */
  readonly followed = input.required<boolean>();
  /** Round in the address, null when it is the usual one. */
  readonly chosen = input<string | null>(null);

  protected readonly pages = pages;
  protected readonly words = inject(Words);
  private readonly locale = injectLocale();
  protected readonly name = computed(() => goalName(this.goal(), this.words.current().goal));
  protected readonly params = computed(() => ({ omgang: this.chosen() }));

  protected wordsOf(area: OverviewArea): string {
    const word = this.words.current().activity;
    return this.followed() && area.counts.total > 0
      ? completedOf(area.counts, word, this.locale)
      : countOf(word, area.counts.total);
  }

  /** A search for the number of an area finds its activities. */
  protected areaParams(area: OverviewArea): QueryParams {
    return writeListQuery({ round: this.chosen(), text: area.number });
  }

  protected areaLabel(area: OverviewArea): string {
    const { theMany } = this.words.current().activity;
    return $localize`:@@plans.area.show:${this.wordsOf(area)}:words: i ${area.number}:number:, visa ${theMany}:activities:`;
  }
}
