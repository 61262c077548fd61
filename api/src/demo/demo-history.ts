import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import { DEMO_EARLIER_ANSWERS, DEMO_EARLIER_VALUES } from './content/index.ts';
import type { LoadedPlan } from './demo-plan.ts';

/** Fields of an answer as they are recorded, with what each is before anybody has written. */
const ANSWER_FIELDS = `(VALUES
  ('judgement', 'null'::jsonb, to_jsonb(f.judgement)), ('supportNeeded', '""', to_jsonb(f.support_needed)), ('results', '""', to_jsonb(f.results)),
  ('obstacles', '""', to_jsonb(f.obstacles)), ('nextStep', '""', to_jsonb(f.next_step)), ('nextStepDate', 'null', to_jsonb(f.next_step_date)),
  ('nothingNew', 'false', to_jsonb(f.nothing_new)), ('onBehalfOfId', 'null', to_jsonb(f.on_behalf_of_id)), ('channel', 'null', to_jsonb(f.channel)),
  ('done', '""', to_jsonb(coalesce(f.earlier, f.done)))) AS field(name, old, now)`;

const changed = (name: string, before: string, after: string): string =>
  `jsonb_build_object('${name}', jsonb_build_object('old', ${before}, 'new', ${after}))`;

/** The record of how the open round came to stand as it does: who wrote what, when, and through what. */
@Injectable()
export class DemoHistoryLoader {
  constructor(private readonly uow: UnitOfWork) {}

  async load(plan: LoadedPlan, people: ReadonlyMap<string, string>, roundId: string): Promise<void> {
    await this.loadAnswers(plan, people, roundId);
    await this.loadValues(plan, roundId);
  }

  private async loadAnswers(plan: LoadedPlan, people: ReadonlyMap<string, string>, roundId: string): Promise<void> {
    const earlier = DEMO_EARLIER_ANSWERS.map(({ activity, done }) => ({
      activity_id: plan.activities.get(activity),
      done,
    }));
    await this.uow.manager.query(
      `WITH f AS (SELECT f.*, CASE WHEN p.has_account THEN 'web' ELSE 'link' END AS source
         FROM follow_up f JOIN person p ON p.id = f.updated_by WHERE f.round_id = $1),
       e AS (SELECT * FROM jsonb_to_recordset($2) AS r(activity_id uuid, done text)),
       handed AS (SELECT f.*, e.done AS earlier, f.updated_at - CASE WHEN e.done IS NOT NULL THEN interval '2 days'
           WHEN f.state IN ('accepted', 'returned') THEN interval '1 hour' ELSE interval '0' END AS handed_at FROM f LEFT JOIN e USING (activity_id)),
       entry AS (
         SELECT f.id, f.handed_at - CASE f.state WHEN 'draft' THEN interval '0' ELSE interval '8 minutes' END AS at, f.updated_by AS person,
           f.on_behalf_of_id AS behalf, f.source, 'update' AS action,
           (SELECT jsonb_object_agg(field.name, jsonb_build_object('old', field.old, 'new', coalesce(field.now, 'null')))
            FROM ${ANSWER_FIELDS} WHERE field.old IS DISTINCT FROM coalesce(field.now, 'null')) AS changes
         FROM handed f
         UNION ALL
         SELECT f.id, f.handed_at, f.updated_by, f.on_behalf_of_id, f.source, 'submit', ${changed('state', `'draft'::text`, `'submitted'::text`)}
         FROM handed f WHERE f.state <> 'draft'
         UNION ALL
         SELECT f.id, f.updated_at - interval '8 minutes', f.updated_by, f.on_behalf_of_id, f.source, 'update', ${changed('done', 'f.earlier', 'f.done')}
         FROM handed f WHERE f.earlier IS NOT NULL
         UNION ALL
         SELECT f.id, f.updated_at, $3, NULL, 'web', 'return',
           ${changed('state', `'submitted'::text`, 'f.state')} || ${changed('returnReason', `''::text`, 'f.return_reason')} FROM f WHERE f.state = 'returned'
         UNION ALL
         SELECT f.id, f.updated_at, f.accepted_by, NULL, 'web', 'accept', ${changed('state', `'submitted'::text`, 'f.state')} FROM f WHERE f.state = 'accepted')
       INSERT INTO audit_event (id, county_id, at, person_id, on_behalf_of_id, source, action, entity, entity_id, changes)
       SELECT gen_random_uuid(), current_county(), n.at, n.person, n.behalf, n.source, n.action, 'follow_up', n.id, n.changes FROM entry n WHERE n.changes IS NOT NULL`,
      [roundId, JSON.stringify(earlier), people.get('maria')],
    );
  }

  /** A typed figure was reported with its answer; what the events give is recorded by whoever computes it. */
  private async loadValues(plan: LoadedPlan, roundId: string): Promise<void> {
    await this.uow.manager.query(
      `UPDATE outcome o SET reported_at = f.updated_at - CASE WHEN f.state IN ('accepted', 'returned') THEN interval '64 minutes' ELSE interval '4 minutes' END FROM activity_indicator x JOIN follow_up f ON f.activity_id = x.activity_id
       WHERE o.round_id = $1 AND f.round_id = $1 AND x.indicator_id = o.indicator_id AND f.updated_by IS NOT NULL`,
      [roundId],
    );
    const earlier = DEMO_EARLIER_VALUES.map(({ activity, index, value }) => ({
      indicator_id: plan.indicators.get(`${activity}#${index}`),
      value,
    }));
    const fields = ['round_id', 'indicator_id', 'municipality_code', 'sex', 'state', 'source'].map(
      (column) =>
        `'${column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())}', jsonb_build_object('new', o.${column})`,
    );
    await this.uow.manager.query(
      `WITH o AS (SELECT o.*, e.value AS earlier FROM outcome o LEFT JOIN jsonb_to_recordset($2) AS e(indicator_id uuid, value numeric)
           ON e.indicator_id = o.indicator_id AND o.municipality_code IS NULL AND o.value <> e.value
         WHERE o.round_id = $1 AND NOT EXISTS (SELECT 1 FROM audit_event a WHERE a.entity_id = o.id)),
       entry AS (
         SELECT o.id, o.reported_at - CASE WHEN o.earlier IS NULL THEN interval '0' ELSE interval '2 days' END AS at, o.reported_by, o.source, 'create' AS action,
           jsonb_build_object(${fields.join(', ')}, 'value', jsonb_build_object('new', coalesce(o.earlier, o.value))) || jsonb_strip_nulls(jsonb_build_object(
             'denominator', CASE WHEN o.denominator IS NOT NULL THEN jsonb_build_object('new', o.denominator) END,
             'day', CASE WHEN o.day IS NOT NULL THEN jsonb_build_object('new', o.day) END,
             'note', CASE WHEN o.note <> '' THEN jsonb_build_object('new', o.note) END,
             'keptReason', CASE WHEN o.kept_reason <> '' THEN jsonb_build_object('new', o.kept_reason) END)) AS changes FROM o
         UNION ALL
         SELECT o.id, o.reported_at, o.reported_by, o.source, 'update', ${changed('value', 'o.earlier', 'o.value')} FROM o WHERE o.earlier IS NOT NULL)
       INSERT INTO audit_event (id, county_id, at, person_id, source, action, entity, entity_id, changes)
       SELECT gen_random_uuid(), current_county(), n.at, n.reported_by,
         CASE n.source WHEN 'events' THEN 'system' WHEN 'typed' THEN 'web' ELSE n.source END, n.action, 'outcome', n.id, n.changes FROM entry n`,
      [roundId, JSON.stringify(earlier)],
    );
  }
}
