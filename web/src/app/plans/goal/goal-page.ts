import { Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type GoalPage, pages } from '@samhandling/contracts';
import { activitySentence } from '@samhandling/domain';
import { Breadcrumb, GoalJudgementChip, JudgementChip, PageHeader, injectLocale } from '@samhandling/ui';
import { titleFromData } from '../../core/data-title.ts';
import { keepLast } from '../../core/keep-last.ts';
import { Words } from '../../core/words.ts';
import { completedOf, goalName } from '../data/plan-words.ts';
import { PlansApi } from '../data/plans-api.ts';
import { JudgementLinks } from '../shared/judgement-links.ts';
import { type Neighbour, Neighbours } from '../shared/neighbours.ts';
import { OrganisationLinks } from '../shared/organisation-links.ts';
import { PageStates } from '../shared/page-states.ts';
import { RoundSelect } from '../shared/round-select.ts';

/** `/plan/:slug/mal/:goalId`: one goal with its areas and every activity in full. */
@Component({
  selector: 'sam-goal-page',
  imports: [
    Breadcrumb,
    GoalJudgementChip,
    JudgementChip,
    JudgementLinks,
    Neighbours,
    OrganisationLinks,
    PageHeader,
    PageStates,
    RoundSelect,
    RouterLink,
  ],
  templateUrl: './goal-page.html',
  styleUrl: './goal-page.scss',
})
export class GoalPageView {
  readonly slug = input.required<string>();
  readonly goalId = input.required<string>();
  readonly omgang = input<string>();

  protected readonly pages = pages;
  protected readonly words = inject(Words);
  private readonly locale = injectLocale();
  protected readonly resource = inject(PlansApi).goal(this.slug, this.goalId, this.omgang);
  protected readonly page = keepLast(this.resource);

  protected readonly name = computed(() => {
    const page = this.page();
    return page ? goalName(page.goal, this.words.current().goal) : '';
  });
  protected readonly sentence = computed(() => {
    const page = this.page();
    return page ? activitySentence(page.goal.counts, this.words.current().activity, this.locale) : '';
  });
  protected readonly previous = computed(() => this.neighbour(this.page()?.previous ?? null));
  protected readonly next = computed(() => this.neighbour(this.page()?.next ?? null));
  protected readonly neighboursLabel = computed(() => {
    const goal = this.words.current().goal;
    return $localize`:@@plans.goal.neighbours:Fler ${goal.many}:goals:`;
  });
  protected readonly emptyText = computed(() => {
    const words = this.words.current();
    return $localize`:@@plans.goal.empty:Här finns inga ${words.activity.many}:activities: än.`;
  });

  constructor() {
    titleFromData(() => {
      const goal = this.page()?.goal;
      return goal ? `${this.name()}: ${goal.title}` : undefined;
    });
    effect(() => {
      const page = this.page();
      if (page) this.words.use(page.plan.words);
    });
  }

  protected areaWords(area: GoalPage['areas'][number]): string {
    return completedOf(area.counts, this.words.current().activity, this.locale);
  }

  private neighbour(goal: GoalPage['previous']): Neighbour | null {
    return goal && { link: pages.goal(this.slug(), goal.id), name: this.words.current().goal.one, text: goal.title };
  }
}
