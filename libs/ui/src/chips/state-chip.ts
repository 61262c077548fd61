import { Component, computed, input } from '@angular/core';
import {
  ACTION_POINT_STATE_LABELS,
  type ActionPointState,
  DECISION_STATE_LABELS,
  type DecisionState,
  FOLLOW_UP_STATE_LABELS,
  type FollowUpState,
  type Label,
  MEETING_STATE_LABELS,
  MINUTES_STATE_LABELS,
  type MeetingState,
  type MinutesState,
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

const look = (label: Label, icon: IconName | null, settled = false): StateLook => ({ label, icon, settled });

const FOLLOW_UP: Readonly<Record<FollowUpState, StateLook>> = {
  draft: look(FOLLOW_UP_STATE_LABELS.draft, 'edit'),
  submitted: look(FOLLOW_UP_STATE_LABELS.submitted, 'send'),
  returned: look(FOLLOW_UP_STATE_LABELS.returned, 'answer'),
  accepted: look(FOLLOW_UP_STATE_LABELS.accepted, 'check', true),
};
const ROUND: Readonly<Record<RoundState, StateLook>> = {
  planned: look(ROUND_STATE_LABELS.planned, 'calendar'),
  open: look(ROUND_STATE_LABELS.open, 'unlock'),
  in_review: look(ROUND_STATE_LABELS.in_review, 'view'),
  adopted: look(ROUND_STATE_LABELS.adopted, 'lock', true),
};
const PLAN: Readonly<Record<PlanState, StateLook>> = {
  draft: look(PLAN_STATE_LABELS.draft, 'edit'),
  adopted: look(PLAN_STATE_LABELS.adopted, 'check', true),
  closed: look(PLAN_STATE_LABELS.closed, 'lock', true),
};
const MEETING: Readonly<Record<MeetingState, StateLook>> = {
  planned: look(MEETING_STATE_LABELS.planned, 'calendar'),
  called: look(MEETING_STATE_LABELS.called, 'send'),
  held: look(MEETING_STATE_LABELS.held, 'check'),
  adjusted: look(MEETING_STATE_LABELS.adjusted, 'lock', true),
  cancelled: look(MEETING_STATE_LABELS.cancelled, 'cancelled', true),
};
const MINUTES: Readonly<Record<MinutesState, StateLook>> = {
  draft: look(MINUTES_STATE_LABELS.draft, 'edit'),
  adjusting: look(MINUTES_STATE_LABELS.adjusting, 'send'),
  frozen: look(MINUTES_STATE_LABELS.frozen, 'lock', true),
};
const DECISION: Readonly<Record<DecisionState, StateLook>> = {
  open: look(DECISION_STATE_LABELS.open, 'time'),
  standing: look(DECISION_STATE_LABELS.standing, null, true),
  done: look(DECISION_STATE_LABELS.done, 'check', true),
  withdrawn: look(DECISION_STATE_LABELS.withdrawn, 'cancelled', true),
};
const ACTION_POINT: Readonly<Record<ActionPointState, StateLook>> = {
  open: look(ACTION_POINT_STATE_LABELS.open, 'time'),
  done: look(ACTION_POINT_STATE_LABELS.done, 'check', true),
  dropped: look(ACTION_POINT_STATE_LABELS.dropped, 'cancelled', true),
};

/**
 * Where a paper or a meeting is on its way: follow-up, round, plan, meeting, minutes, decision or action point.
 * Exactly one input. Square, outlined and without colour, so that nobody takes it for a judgement of the work.
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
  readonly meeting = input<MeetingState>();
  readonly minutes = input<MinutesState>();
  readonly decision = input<DecisionState>();
  readonly actionPoint = input<ActionPointState>();
  protected readonly say = injectSay();
  protected readonly look = computed<StateLook | null>(
    () =>
      lookOf(FOLLOW_UP, this.followUp()) ??
      lookOf(ROUND, this.round()) ??
      lookOf(PLAN, this.plan()) ??
      lookOf(MEETING, this.meeting()) ??
      lookOf(MINUTES, this.minutes()) ??
      lookOf(DECISION, this.decision()) ??
      lookOf(ACTION_POINT, this.actionPoint()),
  );
}

function lookOf<State extends string>(
  looks: Readonly<Record<State, StateLook>>,
  state: State | undefined,
): StateLook | null {
  return state === undefined ? null : looks[state];
}
