import { Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { pages } from '@samhandling/contracts';
import { activitySentence, capitalised, countGoalJudgements, goalSentence } from '@samhandling/domain';
import { Breadcrumb, Button, Disclosure, Empty, Facts, PageHeader, StateChip, injectLocale } from '@samhandling/ui';
import { titleFromData } from '../../core/data-title.ts';
import { keepLast } from '../../core/keep-last.ts';
import { Session } from '../../core/session.ts';
import { Words } from '../../core/words.ts';
import { PublicationPanel } from '../../publishing/publication-panel.ts';
import { periodText } from '../data/plan-words.ts';
import { PlansApi } from '../data/plans-api.ts';
import { JudgementLinks } from '../shared/judgement-links.ts';
import { PageStates } from '../shared/page-states.ts';
import { RoundSelect } from '../shared/round-select.ts';
import { AnswersProgress } from './answers-progress.ts';
import { GoalsChart } from './goals-chart.ts';
import { OverviewGoalSection } from './overview-goal.ts';

/** `/plan/:slug`: the whole plan and how it goes, in reading order. */
@Component({
  selector: 'sam-overview-page',
  imports: [
    AnswersProgress,
    Breadcrumb,
    Button,
    Disclosure,
    Empty,
    Facts,
    GoalsChart,
    JudgementLinks,
    OverviewGoalSection,
    PageHeader,
    PageStates,
    PublicationPanel,
    RoundSelect,
    RouterLink,
    StateChip,
  ],
  templateUrl: './overview-page.html',
  styles: `
    .facts {
      font-size: var(--sam-text-h3);
      line-height: 1.5;
    }
    .counts > * {
      display: block;
    }
    .columns {
      margin-top: var(--sam-space-6);
    }
    .contents {
      margin-top: var(--sam-space-8);
    }
  `,
})
export class OverviewPage {
  readonly slug = input.required<string>();
  /** Label of the round, from `?omgang=`. */
  readonly omgang = input<string>();

  protected readonly pages = pages;
  protected readonly words = inject(Words);
  protected readonly session = inject(Session);
  private readonly locale = injectLocale();
  protected readonly resource = inject(PlansApi).overview(this.slug, this.omgang);
  protected readonly page = keepLast(this.resource);
  protected readonly labels = {
    purposes: $localize`:@@plans.overview.purposes:Syften och övergripande mål`,
  };

  protected readonly meta = computed(() => {
    const plan = this.page()?.plan;
    return plan
      ? [periodText(plan.firstYear, plan.lastYear), plan.theme].filter((part) => part !== '').join(' · ')
      : '';
  });
  /** What the round says, in sentences of facts. Without a round there is nothing to say about how it goes. */
  protected readonly sentence = computed(() => {
    const page = this.page();
    if (!page) return '';
    const words = this.words.current();
    const goals = countGoalJudgements(page.goals.map((goal) => goal.judgement));
    return `${activitySentence(page.counts, words.activity, this.locale)} ${goalSentence(goals, words.goal, this.locale)}`;
  });
  protected readonly backgroundLists = computed(() => {
    const plan = this.page()?.plan;
    if (!plan) return [];
    return [
      { heading: $localize`:@@plans.purposes:Syften`, items: plan.purposes },
      { heading: $localize`:@@plans.overarchingGoals:Övergripande mål`, items: plan.overarchingGoals },
      { heading: $localize`:@@plans.specificGoals:Särskilda mål`, items: plan.specificGoals },
    ].filter((list) => list.items.length > 0);
  });
  protected readonly activitiesButton = computed(() => {
    const activity = this.words.current().activity;
    return $localize`:@@plans.overview.allActivities:Visa alla ${activity.many}:activities:`;
  });
  protected readonly goalsHeading = computed(() => capitalised(this.words.current().goal.many));
  protected readonly emptyHeading = computed(() => {
    const words = this.words.current();
    return $localize`:@@plans.overview.empty:Planen har inga ${words.goal.many}:goals: än`;
  });

  constructor() {
    titleFromData(() => this.page()?.plan.title);
    effect(() => {
      const page = this.page();
      if (page) this.words.use(page.plan.words);
    });
  }
}
