import { Component, computed, input } from '@angular/core';
import {
  GOAL_JUDGEMENT_LABELS,
  type GoalJudgement,
  JUDGEMENT_LABELS,
  type Judgement,
  type Label,
  NOT_JUDGED_LABEL,
} from '@samhandling/domain';
import { Icon } from '../icon/icon.ts';
import type { IconName } from '../icon/icons.ts';
import { injectSay } from '../locale.ts';

/** How one judgement looks: icon, word and the CSS class that brings its three colours. */
export interface JudgementLook {
  readonly icon: IconName;
  readonly label: Label;
  readonly css: string;
}

export const NOT_JUDGED_LOOK: JudgementLook = {
  icon: 'not_judged',
  label: NOT_JUDGED_LABEL,
  css: 'sam-judged--not-judged',
};

export const JUDGEMENT_LOOKS: Readonly<Record<Judgement, JudgementLook>> = {
  not_started: { icon: 'not_started', label: JUDGEMENT_LABELS.not_started, css: 'sam-judged--not-started' },
  on_track: { icon: 'on_track', label: JUDGEMENT_LABELS.on_track, css: 'sam-judged--on-track' },
  needs_support: { icon: 'needs_support', label: JUDGEMENT_LABELS.needs_support, css: 'sam-judged--needs-support' },
  completed: { icon: 'completed', label: JUDGEMENT_LABELS.completed, css: 'sam-judged--completed' },
  cancelled: { icon: 'cancelled', label: JUDGEMENT_LABELS.cancelled, css: 'sam-judged--cancelled' },
};

export const GOAL_JUDGEMENT_LOOKS: Readonly<Record<GoalJudgement, JudgementLook>> = {
  secured: { icon: 'secured', label: GOAL_JUDGEMENT_LABELS.secured, css: 'sam-judged--completed' },
  within_reach: { icon: 'within_reach', label: GOAL_JUDGEMENT_LABELS.within_reach, css: 'sam-judged--on-track' },
  needs_support: {
    icon: 'needs_support',
    label: GOAL_JUDGEMENT_LABELS.needs_support,
    css: 'sam-judged--needs-support',
  },
  at_risk: { icon: 'flag', label: GOAL_JUDGEMENT_LABELS.at_risk, css: 'sam-judged--at-risk' },
};

const TEMPLATE = `<span class="sam-chip sam-chip--judged {{ look().css }}"><sam-icon [name]="look().icon" />{{ word() }}</span>`;

/** How an activity stands, judged by a person. `null` is grey with a dashed border: unknown is never green. */
@Component({
  selector: 'sam-judgement',
  imports: [Icon],
  template: TEMPLATE,
  styles: ':host { display: inline-flex; }',
})
export class JudgementChip {
  readonly judgement = input.required<Judgement | null>();
  private readonly say = injectSay();
  protected readonly look = computed(() => {
    const judgement = this.judgement();
    return judgement === null ? NOT_JUDGED_LOOK : JUDGEMENT_LOOKS[judgement];
  });
  protected readonly word = computed(() => this.say(this.look().label));
}

/** How a goal stands in a round, judged by a person. */
@Component({
  selector: 'sam-goal-judgement',
  imports: [Icon],
  template: TEMPLATE,
  styles: ':host { display: inline-flex; }',
})
export class GoalJudgementChip {
  readonly judgement = input.required<GoalJudgement | null>();
  private readonly say = injectSay();
  protected readonly look = computed(() => {
    const judgement = this.judgement();
    return judgement === null ? NOT_JUDGED_LOOK : GOAL_JUDGEMENT_LOOKS[judgement];
  });
  protected readonly word = computed(() => this.say(this.look().label));
}
