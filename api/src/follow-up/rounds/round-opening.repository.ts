import { Injectable } from '@nestjs/common';
import type { ActivityToReport, LastReporter, PossibleReporter } from '@samhandling/domain';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { activeIn } from '../shared/sql.ts';

export interface OpeningFacts {
  readonly activities: readonly ActivityToReport[];
  readonly lastRound: readonly LastReporter[];
  readonly people: readonly PossibleReporter[];
  readonly goals: readonly string[];
}

/**
 * What opening a round needs to know and to write, in three statements however many activities the plan has.
 *
 * A planner may have reported last time without being reporter anywhere (activities a group acts through). Such a
 * person is kept: counted as one of the first responsible's people, after that organisation's own.
 */
@Injectable()
export class RoundOpeningRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async findFacts(roundId: string): Promise<OpeningFacts> {
    const [row] = await this.uow.manager.query<OpeningFacts[]>(
      `WITH r AS (SELECT * FROM follow_up_round WHERE id = $1),
       active AS (
         SELECT a.id, g.position AS g, area.position AS ar, a.position AS a,
           ARRAY(SELECT actor.organisation_id FROM activity_actor actor WHERE actor.activity_id = a.id AND actor.role = 'responsible' ORDER BY actor.position) AS responsible
         FROM r JOIN activity a ON a.plan_id = r.plan_id JOIN area ON area.id = a.area_id JOIN goal g ON g.id = a.goal_id
         WHERE ${activeIn('a', 'r')}),
       last_round AS (
         SELECT l.id FROM follow_up_round l, r WHERE l.plan_id = r.plan_id AND l.from_day < r.from_day AND l.state <> 'planned'
         ORDER BY l.from_day DESC, l.id DESC LIMIT 1),
       people AS (
         SELECT held.organisation_id, held.person_id, held.role = 'planner' AS planner, who.name
         FROM role_assignment held JOIN person who ON who.id = held.person_id AND who.is_active
         WHERE held.county_id = current_county() AND held.role IN ('reporter', 'planner')),
       last_reporter AS (
         SELECT f.activity_id, f.reporter_id, active.responsible[1] AS first_responsible,
           EXISTS (SELECT 1 FROM people WHERE person_id = f.reporter_id AND planner) AS planner,
           (SELECT people.organisation_id FROM people WHERE people.person_id = f.reporter_id AND people.organisation_id = ANY(active.responsible)
            ORDER BY array_position(active.responsible, people.organisation_id) LIMIT 1) AS organisation_id
         FROM follow_up f JOIN last_round ON last_round.id = f.round_id JOIN active ON active.id = f.activity_id
         WHERE f.reporter_id IS NOT NULL)
       SELECT
         (SELECT coalesce(jsonb_agg(jsonb_build_object('activityId', id, 'responsible', to_jsonb(responsible)) ORDER BY g, ar, a), '[]') FROM active) AS activities,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('activityId', activity_id, 'personId', reporter_id,
             'organisationId', coalesce(organisation_id, CASE WHEN planner THEN first_responsible END))), '[]') FROM last_reporter) AS "lastRound",
         (SELECT coalesce(jsonb_agg(jsonb_build_object('organisationId', organisation_id, 'personId', person_id)
             ORDER BY late, name COLLATE "sv-x-icu", person_id), '[]')
           FROM (SELECT organisation_id, person_id, name, false AS late FROM people WHERE NOT planner
             UNION SELECT l.first_responsible, l.reporter_id, who.name, true FROM last_reporter l JOIN person who ON who.id = l.reporter_id
               WHERE l.planner AND l.organisation_id IS NULL AND l.first_responsible IS NOT NULL) everyone) AS people,
         (SELECT coalesce(jsonb_agg(goal.id ORDER BY goal.position), '[]') FROM goal JOIN r ON r.plan_id = goal.plan_id) AS goals`,
      [roundId],
    );
    return row ?? { activities: [], lastRound: [], people: [], goals: [] };
  }

  async createFollowUps(
    round: { id: string; planId: string },
    rows: readonly { id: string; activityId: string; reporterId: string | null }[],
    at: Date,
  ): Promise<void> {
    await this.uow.manager.query(
      `INSERT INTO follow_up (id, county_id, plan_id, round_id, activity_id, reporter_id, updated_at)
       SELECT row.id, current_county(), $1, $2, row."activityId", row."reporterId", $4
       FROM jsonb_to_recordset($3) AS row(id uuid, "activityId" uuid, "reporterId" uuid)`,
      [round.planId, round.id, JSON.stringify(rows), at],
    );
  }

  async createGoalJudgements(
    round: { id: string; planId: string },
    rows: readonly { id: string; goalId: string }[],
  ): Promise<void> {
    await this.uow.manager.query(
      `INSERT INTO goal_judgement (id, county_id, plan_id, round_id, goal_id)
       SELECT row.id, current_county(), $1, $2, row."goalId" FROM jsonb_to_recordset($3) AS row(id uuid, "goalId" uuid)`,
      [round.planId, round.id, JSON.stringify(rows)],
    );
  }
}
