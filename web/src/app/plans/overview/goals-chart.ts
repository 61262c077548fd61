import { Component, computed, inject, input, signal } from '@angular/core';
import { JudgementsChart } from '@samhandling/charts';
import type { OverviewGoal } from '@samhandling/contracts';
import { capitalised } from '@samhandling/domain';
import { Disclosure, Skeleton } from '@samhandling/ui';
import { Words } from '../../core/words.ts';
import { goalName } from '../data/plan-words.ts';

/** How the activities of each goal stand, as bars under each other. Fetched when somebody asks for it. */
@Component({
  selector: 'sam-goals-chart',
  imports: [Disclosure, JudgementsChart, Skeleton],
  template: `
    <sam-disclosure class="sam-no-print" [summary]="labels.show()" [(open)]="open">
      @defer (when open()) {
        <sam-judgements-chart [heading]="labels.heading()" [bars]="bars()" [word]="word()" [rowWord]="labels.goal()" />
      } @placeholder {
        <sam-skeleton shape="rows" [lines]="6" />
      }
    </sam-disclosure>
  `,
  styles: ':host { display: block; }',
})
export class GoalsChart {
  readonly goals = input.required<readonly OverviewGoal[]>();
  /** Label of the round the counts are about. */
  readonly round = input.required<string>();

  private readonly words = inject(Words);
  protected readonly open = signal(false);
  protected readonly word = computed(() => this.words.current().activity);
  protected readonly bars = computed(() =>
    this.goals().map((goal) => ({
      name: `${goalName(goal, this.words.current().goal)} ${goal.title}`,
      counts: goal.counts,
    })),
  );
  protected readonly labels = {
    show: computed(() => {
      const { activity, goal } = this.words.current();
      return $localize`:@@report.overview.show:Visa ${activity.theMany}:activities: per ${goal.one}:goal: som diagram`;
    }),
    heading: computed(() => {
      const { activity, goal } = this.words.current();
      return $localize`:@@report.overview.heading:${capitalised(activity.many)}:activities: efter läge, per ${goal.one}:goal:, ${this.round()}:round:`;
    }),
    goal: computed(() => capitalised(this.words.current().goal.one)),
  };
}
