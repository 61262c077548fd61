import { Injectable } from '@nestjs/common';
import { newId } from '../platform/database/ids.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import {
  DEMO_COUNTY,
  DEMO_HANDOVER,
  DEMO_PARTICIPATION,
  DEMO_RESPONSES,
  DEMO_TARGETS,
  DEMO_VIEWS,
  PARTICIPATION_LETTERS,
  type DemoParticipation,
} from './content/index.ts';
import type { LoadedPlan } from './demo-plan.ts';

/** What people do together in a round: who takes part, what is said about answers, a handover, targets and views. */
@Injectable()
export class DemoTogetherLoader {
  constructor(private readonly uow: UnitOfWork) {}

  /** Before the round is adopted, for what takes part is frozen with it. */
  async loadParticipation(
    plan: LoadedPlan,
    people: ReadonlyMap<string, string>,
    roundId: string,
    label: string,
  ): Promise<void> {
    const rows = DEMO_PARTICIPATION.filter(({ round }) => round === label).flatMap((written) =>
      lettersOf(written).flatMap(({ organisation, letter, note }) => {
        const state = PARTICIPATION_LETTERS[letter];
        if (!state) return [];
        return [
          {
            id: newId(),
            activity_id: plan.activities.get(written.activity),
            organisation_id: plan.organisations.get(organisation),
            state,
            note,
          },
        ];
      }),
    );
    await this.uow.manager.query(
      `INSERT INTO participation (id, county_id, plan_id, round_id, activity_id, organisation_id, state, note, updated_at, updated_by)
       SELECT r.id, current_county(), $2, $3, r.activity_id, r.organisation_id, r.state, r.note, LEAST(now(), f.opens + interval '12 days 9 hours'), $4
       FROM jsonb_to_recordset($1) AS r(id uuid, activity_id uuid, organisation_id uuid, state text, note text) JOIN follow_up_round f ON f.id = $3`,
      [JSON.stringify(rows), plan.planId, roundId, people.get('maria')],
    );
  }

  async loadOpenRound(plan: LoadedPlan, people: ReadonlyMap<string, string>, roundId: string): Promise<void> {
    await this.loadTargets(plan, roundId);
    await this.loadResponses(plan, people, roundId);
    await this.loadHandover(plan, people, roundId);
    await this.loadViews(plan, people);
  }

  private async loadTargets(plan: LoadedPlan, roundId: string): Promise<void> {
    const rows = DEMO_TARGETS.flatMap(({ activity, index, county, places }) =>
      [
        { code: null, value: county },
        ...places.map((value, place) => ({ code: DEMO_COUNTY.municipalities[place]?.code ?? null, value })),
      ].map((target) => ({ ...target, id: newId(), indicator_id: plan.indicators.get(`${activity}#${index}`) })),
    );
    await this.uow.manager.query(
      `INSERT INTO indicator_target (id, county_id, plan_id, round_id, indicator_id, municipality_code, value)
       SELECT r.id, current_county(), $2, $3, r.indicator_id, r.code, r.value
       FROM jsonb_to_recordset($1) AS r(id uuid, indicator_id uuid, code text, value numeric)`,
      [JSON.stringify(rows), plan.planId, roundId],
    );
    const margins = DEMO_TARGETS.filter(({ margin }) => margin !== null).map(({ activity, index, margin }) => ({
      id: plan.indicators.get(`${activity}#${index}`),
      margin,
    }));
    await this.uow.manager.query(
      `UPDATE indicator i SET target_margin = r.margin FROM jsonb_to_recordset($1) AS r(id uuid, margin numeric) WHERE i.id = r.id`,
      [JSON.stringify(margins)],
    );
  }

  /** Said the day after the answer, or the day before it was last changed: that is what makes it outdated. */
  private async loadResponses(plan: LoadedPlan, people: ReadonlyMap<string, string>, roundId: string): Promise<void> {
    const rows = DEMO_RESPONSES.map((response) => ({
      id: newId(),
      audit_id: newId(),
      activity_id: plan.activities.get(response.activity),
      organisation_id: plan.organisations.get(response.organisation),
      person_id: people.get(response.person),
      kind: response.kind,
      text: response.text,
      outdated: response.isOutdated,
    }));
    await this.uow.manager.query(
      `WITH given AS (
         SELECT r.*, f.id AS follow_up_id, LEAST(now(), f.updated_at + CASE WHEN r.outdated THEN interval '-1 day' ELSE interval '26 hours' END) AS at
         FROM jsonb_to_recordset($1) AS r(id uuid, audit_id uuid, activity_id uuid, organisation_id uuid, person_id uuid, kind text, text text, outdated boolean)
         JOIN follow_up f ON f.activity_id = r.activity_id AND f.round_id = $3),
       put AS (INSERT INTO follow_up_response (id, county_id, plan_id, round_id, follow_up_id, organisation_id, kind, text, person_id, at)
         SELECT g.id, current_county(), $2, $3, g.follow_up_id, g.organisation_id, g.kind, g.text, g.person_id, g.at FROM given g)
       INSERT INTO audit_event (id, county_id, at, person_id, source, action, entity, entity_id, changes)
       SELECT g.audit_id, current_county(), g.at, g.person_id, 'web', 'respond_create', 'follow_up', g.follow_up_id,
         jsonb_build_object('response', jsonb_build_object('new', jsonb_build_object('organisation', o.name, 'kind', g.kind, 'text', g.text)))
       FROM given g JOIN organisation o ON o.id = g.organisation_id`,
      [JSON.stringify(rows), plan.planId, roundId],
    );
  }

  private async loadHandover(plan: LoadedPlan, people: ReadonlyMap<string, string>, roundId: string): Promise<void> {
    const { from, to, by, activities, reason, day } = DEMO_HANDOVER;
    const [fromId, toId, byId] = [from, to, by].map((key) => people.get(key) ?? '');
    await this.uow.manager.query(
      `WITH moved AS (SELECT f.id, r.opens + make_interval(days => $6, hours => 13) AS at FROM follow_up f JOIN follow_up_round r ON r.id = f.round_id
         WHERE f.round_id = $1 AND f.activity_id = ANY($2::uuid[])),
       handed AS (INSERT INTO handover (id, county_id, from_person_id, to_person_id, reason, follow_up_ids, at, by_person_id)
         SELECT $7, current_county(), $3, $4, $8, array_agg(m.id), min(m.at), $5 FROM moved m)
       INSERT INTO audit_event (id, county_id, at, person_id, source, action, entity, entity_id, changes)
       SELECT gen_random_uuid(), current_county(), m.at, $5, 'web', 'hand_over', 'follow_up', m.id,
         jsonb_build_object('reporterId', jsonb_build_object('old', $3::uuid, 'new', $4::uuid)) FROM moved m`,
      [
        roundId,
        activities.map((reference) => plan.activities.get(reference)),
        fromId,
        toId,
        byId,
        day,
        newId(),
        reason,
      ],
    );
  }

  private async loadViews(plan: LoadedPlan, people: ReadonlyMap<string, string>): Promise<void> {
    const rows = DEMO_VIEWS.map((view) => ({ ...view, id: newId(), owner: people.get(view.owner) }));
    await this.uow.manager.query(
      `INSERT INTO saved_view (id, county_id, plan_id, page, name, query, owner_id, is_shared)
       SELECT r.id, current_county(), $2, r.page, r.name, r.query, r.owner, r."isShared"
       FROM jsonb_to_recordset($1) AS r(id uuid, page text, name text, query text, owner uuid, "isShared" boolean)`,
      [JSON.stringify(rows), plan.planId],
    );
  }
}

function lettersOf({ municipalities, partners, notes }: DemoParticipation) {
  return [
    ...DEMO_COUNTY.municipalities.map(({ code }, place) => ({
      organisation: `kommun-${code}`,
      letter: municipalities[place] ?? '-',
      note: notes[code] ?? '',
    })),
    ...Object.entries(partners).map(([organisation, letter]) => ({ organisation, letter, note: '' })),
  ];
}
