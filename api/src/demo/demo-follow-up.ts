import { Injectable } from '@nestjs/common';
import { addDays } from '@samhandling/domain';
import { newId } from '../platform/database/ids.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import { ReportsFreezer } from '../reports/reports-freezer.ts';
import {
  DEMO_FOLLOW_UPS,
  DEMO_GOAL_JUDGEMENTS,
  DEMO_INDICATORS,
  DEMO_OUTCOMES,
  DEMO_REPORTERS,
  DEMO_ROUNDS,
  DEMO_SOURCES,
  type DemoRound,
} from './content/index.ts';
import { DemoAskingLoader } from './demo-asking.ts';
import { DemoEventLoader } from './demo-events.ts';
import { DemoHistoryLoader } from './demo-history.ts';
import type { LoadedPlan } from './demo-plan.ts';
import { DemoTogetherLoader } from './demo-together.ts';
import { existingDay, shiftAll, shiftYears } from './shift-years.ts';

/** The open round was opened this many days ago and is due this many days ahead, whenever somebody starts the demo. */
const OPENED_DAYS_AGO = 32;
const DUE_IN_DAYS = 18;

/** Two rounds: the first answered in full and adopted, the second half-way. What lies between them is loaded between them. */
@Injectable()
export class DemoFollowUpLoader {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly freezer: ReportsFreezer,
    private readonly events: DemoEventLoader,
    private readonly together: DemoTogetherLoader,
    private readonly asking: DemoAskingLoader,
    private readonly history: DemoHistoryLoader,
  ) {}

  async loadAdopted(
    plan: LoadedPlan,
    people: ReadonlyMap<string, string>,
    years: number,
    today: string,
  ): Promise<void> {
    await this.settleIndicators(plan, years);
    await this.events.load(plan, people, years, today);
    await this.loadRounds(plan, people, years, today, true);
  }

  async loadOpen(plan: LoadedPlan, people: ReadonlyMap<string, string>, years: number, today: string): Promise<void> {
    await this.loadRounds(plan, people, years, today, false);
  }

  private async loadRounds(
    plan: LoadedPlan,
    people: ReadonlyMap<string, string>,
    years: number,
    today: string,
    areAdopted: boolean,
  ): Promise<void> {
    for (const written of (DEMO_ROUNDS as readonly DemoRound[]).filter(
      ({ adoption }) => (adoption !== null) === areAdopted,
    )) {
      const round = shiftAll(written, years);
      const days = written.adoption
        ? { opens: existingDay(round.opens), due: existingDay(round.due) }
        : { opens: addDays(today, -OPENED_DAYS_AGO), due: addDays(today, DUE_IN_DAYS) };
      const roundId = newId();
      await this.uow.manager.query(
        `INSERT INTO follow_up_round (id, county_id, plan_id, label, from_day, to_day, opens, due, state) VALUES ($1, current_county(), $2, $3, $4, $5, $6, $7, 'open')`,
        [roundId, plan.planId, round.label, existingDay(round.from), existingDay(round.to), days.opens, days.due],
      );
      await this.loadFollowUps(
        plan,
        people,
        roundId,
        written.label,
        years,
        written.adoption ? null : { from: days.opens, to: today },
      );
      await this.loadGoalJudgements(plan, people, roundId, written.label, years);
      await this.loadOutcomes(plan, people, roundId, written.label, years);
      await this.events.compute(plan, roundId, !written.adoption);
      await this.together.loadParticipation(plan, people, roundId, written.label);
      if (written.adoption) {
        await this.adopt(roundId, people, round);
      } else {
        await this.together.loadOpenRound(plan, people, roundId);
        await this.asking.load(plan, people, roundId, days);
        await this.history.load(plan, people, roundId);
      }
    }
  }

  private async settleIndicators(plan: LoadedPlan, years: number): Promise<void> {
    const rows = DEMO_INDICATORS.map(({ activity, index, definition }) => ({
      id: plan.indicators.get(`${activity}#${index}`),
      by_sex: definition.bySex,
      combine_places: definition.combinePlaces,
      combine_periods: definition.combinePeriods,
      baseline_value: definition.baseline?.value ?? null,
      baseline_year: definition.baseline ? definition.baseline.year + years : null,
      baseline_source: definition.baseline ? shiftYears(definition.baseline.source, years) : '',
      threshold: definition.smallNumberThreshold,
    }));
    await this.uow.manager.query(
      `UPDATE indicator i SET by_sex = r.by_sex, combine_places = r.combine_places, combine_periods = r.combine_periods, baseline_value = r.baseline_value,
         baseline_year = r.baseline_year, baseline_source = r.baseline_source, small_number_threshold = r.threshold
       FROM jsonb_to_recordset($1) AS r(id uuid, by_sex boolean, combine_places text, combine_periods text, baseline_value numeric, baseline_year int, baseline_source text, threshold int)
       WHERE i.id = r.id`,
      [JSON.stringify(rows)],
    );
  }

  /** Every activity has a follow-up; those the content says nothing about are untouched. In the open round, changes are spread over its days. */
  private async loadFollowUps(
    plan: LoadedPlan,
    people: ReadonlyMap<string, string>,
    roundId: string,
    label: string,
    years: number,
    spread: { from: string; to: string } | null,
  ): Promise<void> {
    const written = new Map(
      DEMO_FOLLOW_UPS.filter((followUp) => followUp.round === label).map((followUp) => [
        followUp.activity,
        shiftAll(followUp, years),
      ]),
    );
    const reporters = new Map(
      DEMO_REPORTERS.map(({ activity, person }) => [activity, person[label as keyof typeof person]]),
    );
    const rows = [...plan.activities].map(([reference, activityId], place) => {
      const followUp = written.get(reference);
      const reporter = followUp?.reporter ?? reporters.get(reference) ?? null;
      const changed = spread
        ? addDays(spread.from, 2 + ((place * 7) % 28))
        : existingDay(followUp?.updatedOn ?? '2025-01-10');
      return {
        ...followUp,
        id: newId(),
        activity_id: activityId,
        state: followUp?.state ?? 'draft',
        next_step_date: followUp?.nextStepDate ? existingDay(followUp.nextStepDate) : null,
        reporter: reporter && people.get(reporter),
        behalf: followUp?.onBehalfOf ? people.get(followUp.onBehalfOf) : null,
        updated_at: `${changed}T${String(8 + (place % 9)).padStart(2, '0')}:${String((place * 13) % 60).padStart(2, '0')}:00Z`,
        updated_by: followUp ? (followUp.onBehalfOf ? people.get('maria') : reporter && people.get(reporter)) : null,
        submitted: followUp?.state === 'submitted' || followUp?.state === 'accepted',
        accepted_by: followUp?.state === 'accepted' ? people.get('maria') : null,
      };
    });
    await this.uow.manager.query(
      `INSERT INTO follow_up (id, county_id, plan_id, round_id, activity_id, state, judgement, support_needed, cancel_reason, cancel_decision, done, results, obstacles,
         next_step, next_step_date, nothing_new, return_reason, reporter_id, on_behalf_of_id, channel, submitted_at, submitted_by, accepted_at, accepted_by, updated_at, updated_by)
       SELECT r.id, current_county(), $2, $3, r.activity_id, r.state, r.judgement, coalesce(r."supportNeeded", ''), coalesce(r."cancelReason", ''), coalesce(r."cancelDecision", ''),
         coalesce(r.done, ''), coalesce(r.results, ''), coalesce(r.obstacles, ''), coalesce(r."nextStep", ''), r.next_step_date, coalesce(r."nothingNew", false), coalesce(r."returnReason", ''),
         r.reporter, r.behalf, r.channel, CASE WHEN r.submitted THEN r.updated_at END, CASE WHEN r.submitted THEN r.updated_by END,
         CASE WHEN r.accepted_by IS NOT NULL THEN r.updated_at END, r.accepted_by, r.updated_at, r.updated_by
       FROM jsonb_to_recordset($1) AS r(id uuid, activity_id uuid, state text, judgement text, "supportNeeded" text, "cancelReason" text, "cancelDecision" text, done text,
         results text, obstacles text, "nextStep" text, next_step_date date, "nothingNew" boolean, "returnReason" text, reporter uuid, behalf uuid, channel text,
         submitted boolean, accepted_by uuid, updated_at timestamptz, updated_by uuid)`,
      [JSON.stringify(rows), plan.planId, roundId],
    );
  }

  private async loadGoalJudgements(
    plan: LoadedPlan,
    people: ReadonlyMap<string, string>,
    roundId: string,
    label: string,
    years: number,
  ): Promise<void> {
    const written = new Map(
      DEMO_GOAL_JUDGEMENTS.filter((judgement) => judgement.round === label).map((judgement) => [
        judgement.goal,
        judgement,
      ]),
    );
    const rows = [...plan.goals].map(([number, goalId]) => {
      const judgement = written.get(number);
      return {
        id: newId(),
        goal_id: goalId,
        judgement: judgement?.judgement ?? null,
        text: shiftYears(judgement?.text ?? '', years),
        by: judgement ? people.get('maria') : null,
      };
    });
    await this.uow.manager.query(
      `INSERT INTO goal_judgement (id, county_id, plan_id, round_id, goal_id, judgement, text, updated_at, updated_by)
       SELECT r.id, current_county(), $2, $3, r.goal_id, r.judgement, r.text, CASE WHEN r.by IS NOT NULL THEN LEAST(now(), f.due + interval '12 days 13 hours') END, r.by
       FROM jsonb_to_recordset($1) AS r(id uuid, goal_id uuid, judgement text, text text, by uuid)
       JOIN follow_up_round f ON f.id = $3`,
      [JSON.stringify(rows), plan.planId, roundId],
    );
  }

  private async loadOutcomes(
    plan: LoadedPlan,
    people: ReadonlyMap<string, string>,
    roundId: string,
    label: string,
    years: number,
  ): Promise<void> {
    const reporters = new Map(
      DEMO_REPORTERS.map(({ activity, person }) => [activity, person[label as keyof typeof person]]),
    );
    const isOpen = DEMO_ROUNDS.some((round) => round.label === label && round.adoption === null);
    const sources = new Map(DEMO_SOURCES.map(({ activity, index, source }) => [`${activity}#${index}`, source]));
    const rows = DEMO_OUTCOMES.filter((outcome) => outcome.round === label).map((outcome) => ({
      ...outcome,
      id: newId(),
      indicator_id: plan.indicators.get(`${outcome.activity}#${outcome.index}`),
      day: outcome.day === null ? null : existingDay(shiftYears(outcome.day, years)),
      text: shiftYears(outcome.text, years),
      note: shiftYears(outcome.note, years),
      by: people.get(reporters.get(outcome.activity) ?? 'maria'),
      source: (isOpen && sources.get(`${outcome.activity}#${outcome.index}`)) || 'typed',
    }));
    await this.uow.manager.query(
      `INSERT INTO outcome (id, county_id, plan_id, round_id, indicator_id, municipality_code, sex, state, value, denominator, day, text, note, source, definition_version, reported_at, reported_by)
       SELECT r.id, current_county(), $2, $3, r.indicator_id, r."municipalityCode", r.sex, r.state, r.value, r.denominator, r.day, r.text, r.note, r.source, 1, LEAST(now(), f.due - interval '4 days 14 hours'), r.by
       FROM jsonb_to_recordset($1) AS r(id uuid, indicator_id uuid, "municipalityCode" text, sex text, state text, value numeric, denominator numeric, day date, text text, note text, source text, by uuid)
       JOIN follow_up_round f ON f.id = $3`,
      [JSON.stringify(rows), plan.planId, roundId],
    );
  }

  private async adopt(roundId: string, people: ReadonlyMap<string, string>, round: DemoRound): Promise<void> {
    if (!round.adoption) return;
    const proposedBy = people.get(round.adoption.proposedBy) ?? '';
    const adoptedBy = people.get(round.adoption.adoptedBy) ?? '';
    const adoptedAt = new Date(`${existingDay(round.adoption.adoptedOn)}T09:30:00Z`);
    await this.freezer.freezeUndrawn({ roundId, versionNumber: 1, proposedBy, adoptedBy, adoptedAt });
    await this.uow.manager.query(`UPDATE follow_up_round SET state = 'adopted', version = version + 1 WHERE id = $1`, [
      roundId,
    ]);
    await this.publishPlan(roundId, adoptedBy, adoptedAt);
  }

  /** The plan is there for everybody to read; its adopted round follows when its report has been drawn. */
  private async publishPlan(roundId: string, by: string, at: Date): Promise<void> {
    await this.uow.manager.query(
      `INSERT INTO publication (id, county_id, plan_id, published_at, published_by)
       SELECT gen_random_uuid(), current_county(), r.plan_id, $2, $3 FROM follow_up_round r WHERE r.id = $1
       ON CONFLICT (plan_id, round_id) DO NOTHING`,
      [roundId, at, by],
    );
  }
}
