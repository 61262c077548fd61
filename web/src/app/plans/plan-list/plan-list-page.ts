import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type PlanListItem, pages } from '@samhandling/contracts';
import { ROUND_STATE_LABELS } from '@samhandling/domain';
import { Button, Empty, Icon, PageHeader, ProblemView, Skeleton, StateChip, injectSay } from '@samhandling/ui';
import { problemOf } from '../../core/problem.ts';
import { Session } from '../../core/session.ts';
import { Words } from '../../core/words.ts';
import { contentsText, periodText, roundName } from '../data/plan-words.ts';
import { PlansApi } from '../data/plans-api.ts';
import { CreatePlanForm } from './create-plan-form.ts';

/** `/planer`: the plans of the county. */
@Component({
  selector: 'sam-plan-list-page',
  imports: [Button, CreatePlanForm, Empty, Icon, PageHeader, ProblemView, RouterLink, Skeleton, StateChip],
  templateUrl: './plan-list-page.html',
  styleUrl: './plan-list-page.scss',
})
export class PlanListPage {
  protected readonly pages = pages;
  protected readonly session = inject(Session);
  private readonly words = inject(Words);
  private readonly say = injectSay();
  protected readonly resource = inject(PlansApi).plans();
  protected readonly creating = signal(false);
  protected readonly problem = computed(() => {
    const error = this.resource.error();
    return error ? problemOf(error) : null;
  });
  protected readonly heading = $localize`:@@plans.list.title:Planer`;
  protected readonly emptyHeading = $localize`:@@plans.none:Här finns ingen plan än`;

  protected facts(plan: PlanListItem): string {
    const words = this.words.current();
    return [
      periodText(plan.firstYear, plan.lastYear),
      plan.theme,
      contentsText(plan.goals, words.goal, plan.activities, words.activity),
    ]
      .filter((part) => part !== '')
      .join(' · ');
  }

  protected round(plan: PlanListItem): string {
    const round = plan.currentRound;
    if (!round) return $localize`:@@plans.noRound:Ingen uppföljningsomgång än`;
    const state = this.say(ROUND_STATE_LABELS[round.state]).toLocaleLowerCase('sv');
    return $localize`:@@plans.currentRound:Uppföljning ${roundName(round)}:round:: ${state}:state:`;
  }
}
