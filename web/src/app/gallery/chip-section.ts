import { Component, signal } from '@angular/core';
import {
  ACTION_POINT_STATES,
  DECISION_STATES,
  FOLLOW_UP_STATES,
  GOAL_JUDGEMENTS,
  JUDGEMENTS,
  MEETING_STATES,
  MINUTES_STATES,
  PLAN_STATES,
  ROUND_STATES,
  countJudgements,
} from '@samhandling/domain';
import { GoalJudgementChip, JudgementBar, JudgementChip, ProgressOf, StateChip } from '@samhandling/ui';
import { FilterChip } from '@samhandling/ui/work';

@Component({
  selector: 'sam-chip-section',
  imports: [FilterChip, GoalJudgementChip, JudgementBar, JudgementChip, ProgressOf, StateChip],
  template: `
    <div class="sam-stack sam-stack--large">
      <div class="sam-stack">
        <h3>Lägesbedömning av en aktivitet</h3>
        <div class="sam-row">
          @for (judgement of judgements; track judgement) {
            <sam-judgement [judgement]="judgement" />
          }
          <sam-judgement [judgement]="null" />
        </div>
      </div>
      <div class="sam-stack">
        <h3>Bedömning av ett delmål</h3>
        <div class="sam-row">
          @for (judgement of goalJudgements; track judgement) {
            <sam-goal-judgement [judgement]="judgement" />
          }
          <sam-goal-judgement [judgement]="null" />
        </div>
      </div>
      <div class="sam-stack">
        <h3>Tillstånd hos svar, omgång och plan</h3>
        <div class="sam-row">
          @for (state of followUps; track state) {
            <sam-state [followUp]="state" />
          }
        </div>
        <div class="sam-row">
          @for (state of rounds; track state) {
            <sam-state [round]="state" />
          }
        </div>
        <div class="sam-row">
          @for (state of plans; track state) {
            <sam-state [plan]="state" />
          }
        </div>
      </div>
      <div class="sam-stack">
        <h3>Tillstånd hos möte, protokoll, beslut, att göra och lyft fråga</h3>
        <div class="sam-row">
          @for (state of meetings; track state) {
            <sam-state [meeting]="state" />
          }
        </div>
        <div class="sam-row">
          @for (state of minutes; track state) {
            <sam-state [minutes]="state" />
          }
        </div>
        <div class="sam-row">
          @for (state of decisions; track state) {
            <sam-state [decision]="state" />
          }
        </div>
        <div class="sam-row">
          @for (state of actionPoints; track state) {
            <sam-state [actionPoint]="state" />
          }
        </div>
      </div>
      <div class="sam-stack">
        <h3>Filter</h3>
        <div class="sam-row">
          <sam-filter-chip label="Behöver stöd" [count]="7" [on]="on()" (toggled)="on.set($event)" />
          <sam-filter-chip label="Länsstyrelsen" [count]="0" />
          <sam-filter-chip label="Region Granlund" [count]="12" on removable />
          <sam-filter-chip label="Ett ganska långt namn på en organisation i länet" [count]="1" />
        </div>
      </div>
      <div class="sam-columns sam-columns--even">
        <div class="sam-stack">
          <h3>Så står aktiviteterna</h3>
          <sam-judgement-bar [counts]="full" legend />
          <sam-judgement-bar [counts]="few" legend />
          <sam-judgement-bar [counts]="none" legend />
        </div>
        <div class="sam-stack">
          <h3>Hur många</h3>
          <sam-progress-of [done]="0" [total]="12" word="aktiviteter besvarade" />
          <sam-progress-of [done]="9" [total]="12" word="aktiviteter besvarade" />
          <sam-progress-of [done]="999" [total]="1000" word="aktiviteter besvarade" />
          <sam-progress-of [done]="12" [total]="12" word="aktiviteter besvarade" />
        </div>
      </div>
    </div>
  `,
})
export class ChipSection {
  protected readonly judgements = JUDGEMENTS;
  protected readonly goalJudgements = GOAL_JUDGEMENTS;
  protected readonly followUps = FOLLOW_UP_STATES;
  protected readonly rounds = ROUND_STATES;
  protected readonly plans = PLAN_STATES;
  protected readonly meetings = MEETING_STATES;
  protected readonly minutes = MINUTES_STATES;
  protected readonly decisions = DECISION_STATES;
  protected readonly actionPoints = ACTION_POINT_STATES;
  protected readonly on = signal(false);
  protected readonly full = countJudgements([
    ...Array.from({ length: 9 }, () => 'on_track' as const),
    ...Array.from({ length: 5 }, () => 'completed' as const),
    'needs_support',
    'needs_support',
    'not_started',
    'cancelled',
    null,
    null,
    null,
  ]);
  protected readonly few = countJudgements([null, 'completed']);
  protected readonly none = countJudgements([]);
}
