import { Component, computed, input } from '@angular/core';
import {
  FOLLOW_UP_STATE_LABELS,
  type FollowUpState,
  type Label,
  PLAN_STATE_LABELS,
  type PlanState,
  ROUND_STATE_LABELS,
  type RoundState,
} from '@samhandling/domain';
import { Icon } from '../icon/icon.ts';
import type { IconName } from '../icon/icons.ts';
import { injectSay } from '../locale.ts';

interface StateLook {
  readonly label: Label;
  readonly icon: IconName | null;
  /** Filled ground: the paper is finished and will not move by itself. */
  readonly settled: boolean;
}

const FOLLOW_UP: Readonly<Record<FollowUpState, StateLook>> = {
  draft: { label: FOLLOW_UP_STATE_LABELS.draft, icon: 'edit', settled: false },
  submitted: { label: FOLLOW_UP_STATE_LABELS.submitted, icon: 'send', settled: false },
  returned: { label: FOLLOW_UP_STATE_LABELS.returned, icon: 'answer', settled: false },
  accepted: { label: FOLLOW_UP_STATE_LABELS.accepted, icon: 'check', settled: true },
};
const ROUND: Readonly<Record<RoundState, StateLook>> = {
  planned: { label: ROUND_STATE_LABELS.planned, icon: 'calendar', settled: false },
  open: { label: ROUND_STATE_LABELS.open, icon: 'unlock', settled: false },
  in_review: { label: ROUND_STATE_LABELS.in_review, icon: 'view', settled: false },
  adopted: { label: ROUND_STATE_LABELS.adopted, icon: 'lock', settled: true },
};
const PLAN: Readonly<Record<PlanState, StateLook>> = {
  draft: { label: PLAN_STATE_LABELS.draft, icon: 'edit', settled: false },
  adopted: { label: PLAN_STATE_LABELS.adopted, icon: 'check', settled: true },
  closed: { label: PLAN_STATE_LABELS.closed, icon: 'lock', settled: true },
};

/**
 * Where a paper is on its way: follow-up, round or plan. Exactly one input. Square, outlined and without colour, so that
 * nobody takes it for a judgement of the work.
 */
@Component({
  selector: 'sam-state',
  imports: [Icon],
  template: `@if (look(); as look) {
    <span class="sam-chip sam-chip--state" [class.sam-chip--settled]="look.settled">
      @if (look.icon) {
        <sam-icon [name]="look.icon" />
      }
      {{ say(look.label) }}
    </span>
  }`,
  styles: ':host { display: inline-flex; }',
})
export class StateChip {
  readonly followUp = input<FollowUpState>();
  readonly round = input<RoundState>();
  readonly plan = input<PlanState>();
  protected readonly say = injectSay();
  protected readonly look = computed<StateLook | null>(() => {
    const followUp = this.followUp();
    if (followUp) return FOLLOW_UP[followUp];
    const round = this.round();
    if (round) return ROUND[round];
    const plan = this.plan();
    return plan ? PLAN[plan] : null;
  });
}
