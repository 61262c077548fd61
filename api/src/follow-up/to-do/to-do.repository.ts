import { Injectable } from '@nestjs/common';
import type { Id, Instant, PersonRef, PlanRef, RoundRef } from '@samhandling/contracts';
import type { FollowUpState, Judgement, Locale, PlanWords } from '@samhandling/domain';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { day, dayIn, instant, person, roundRef } from '../shared/sql.ts';

/** A follow-up that waits for this person. */
export interface WaitingFollowUp {
  readonly id: Id;
  readonly activityId: Id;
  readonly title: string;
  readonly reference: string;
  readonly plan: PlanRef;
  readonly round: RoundRef;
  readonly opens: string;
  readonly due: string;
  readonly state: FollowUpState;
  readonly judgement: Judgement | null;
  readonly reporter: PersonRef | null;
  readonly lastAnswerOn: string | null;
  readonly returnedOn: string | null;
  readonly updatedAt: Instant;
}

/** A goal of an open round that nobody has judged. */
export interface WaitingGoal {
  readonly id: Id;
  readonly title: string;
  readonly reference: string;
  readonly plan: PlanRef;
  readonly round: RoundRef;
  readonly due: string;
  readonly answered: number;
  readonly total: number;
}

/** A round that is not adopted, with what its next step depends on. */
export interface WaitingRound {
  readonly id: Id;
  readonly plan: PlanRef & { readonly words: Readonly<Record<Locale, PlanWords>> };
  readonly round: RoundRef;
  readonly opens: string;
  readonly due: string;
  /** A planned round that could not be opened anyway waits for nobody. */
  readonly mayOpen: boolean;
  readonly answered: number;
  readonly total: number;
  readonly withoutReporter: number;
  readonly proposedBy: PersonRef | null;
  readonly proposedOn: string | null;
}

const PLAN = `jsonb_build_object('id', p.id, 'slug', p.slug, 'title', p.title)`;
const ANSWERED = `f.state IN ('submitted', 'accepted')`;

@Injectable()
export class ToDoRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /**
   * What this person has to answer, in reading order: where they are reporter, or where nobody is and their organisation is
   * responsible. In review only a planner can still write, and there a planner has what is handed in to look at as well.
   */
  async findFollowUps(isPlanner: boolean, organisationIds: readonly string[]): Promise<WaitingFollowUp[]> {
    return this.uow.manager.query<WaitingFollowUp[]>(
      `SELECT f.id, f.activity_id AS "activityId", a.text AS title, area.number || '/' || a.number AS reference, ${PLAN} AS plan,
         ${roundRef('r')} AS round, ${day('r.opens')} AS opens, ${day('r.due')} AS due, f.state, f.judgement,
         ${person('f.reporter_id')} AS reporter,
         CASE WHEN f.updated_by IS NOT NULL THEN ${dayIn('f.updated_at')} END AS "lastAnswerOn",
         CASE WHEN f.state = 'returned' THEN (SELECT ${dayIn('max(e.at)')} FROM audit_event e WHERE e.entity_id = f.id AND e.action = 'return') END AS "returnedOn",
         ${instant('f.updated_at')} AS "updatedAt"
       FROM follow_up_round r JOIN plan p ON p.id = r.plan_id JOIN follow_up f ON f.round_id = r.id
       JOIN activity a ON a.id = f.activity_id JOIN area ON area.id = a.area_id JOIN goal g ON g.id = a.goal_id
       WHERE r.state IN ('open', 'in_review') AND (
         ($1::boolean AND f.state = 'submitted')
         OR (f.state IN ('draft', 'returned') AND (r.state = 'open' OR $1::boolean) AND (f.reporter_id = current_person()
           OR (f.reporter_id IS NULL AND EXISTS (SELECT 1 FROM activity_actor actor WHERE actor.activity_id = f.activity_id
             AND actor.role = 'responsible' AND actor.organisation_id = ANY($2::uuid[]))))))
       ORDER BY r.due, p.title COLLATE "sv-x-icu", r.id, g.position, area.position, a.position`,
      [isPlanner, organisationIds],
    );
  }

  async findGoals(): Promise<WaitingGoal[]> {
    return this.uow.manager.query<WaitingGoal[]>(
      `SELECT gj.id, g.title, coalesce(g.code, g.number::text) AS reference, ${PLAN} AS plan, ${roundRef('r')} AS round, ${day('r.due')} AS due,
         of_goal.answered, of_goal.total
       FROM follow_up_round r JOIN plan p ON p.id = r.plan_id JOIN goal_judgement gj ON gj.round_id = r.id JOIN goal g ON g.id = gj.goal_id
       CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE ${ANSWERED})::int AS answered, count(*)::int AS total
         FROM follow_up f JOIN activity a ON a.id = f.activity_id WHERE f.round_id = r.id AND a.goal_id = g.id) of_goal
       WHERE r.state IN ('open', 'in_review') AND gj.judgement IS NULL
       ORDER BY r.due, p.title COLLATE "sv-x-icu", r.id, g.position`,
    );
  }

  async findRounds(): Promise<WaitingRound[]> {
    return this.uow.manager.query<WaitingRound[]>(
      `SELECT r.id, ${PLAN} || jsonb_build_object('words', p.words) AS plan, ${roundRef('r')} AS round, ${day('r.opens')} AS opens, ${day('r.due')} AS due,
         p.state = 'adopted' AND NOT EXISTS (SELECT 1 FROM follow_up_round other WHERE other.plan_id = r.plan_id
           AND other.state IN ('open', 'in_review')) AS "mayOpen",
         of_round.answered, of_round.total, of_round.without_reporter AS "withoutReporter",
         ${person('r.adoption_proposed_by')} AS "proposedBy", ${dayIn('r.adoption_proposed_at')} AS "proposedOn"
       FROM follow_up_round r JOIN plan p ON p.id = r.plan_id
       CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE ${ANSWERED})::int AS answered, count(*)::int AS total,
           count(*) FILTER (WHERE f.reporter_id IS NULL AND NOT ${ANSWERED})::int AS without_reporter
         FROM follow_up f WHERE f.round_id = r.id) of_round
       WHERE r.state <> 'adopted'
       ORDER BY r.due, p.title COLLATE "sv-x-icu", r.id`,
    );
  }
}
