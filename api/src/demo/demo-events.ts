import { Injectable } from '@nestjs/common';
import { addDays } from '@samhandling/domain';
import { ComputingService } from '../events/computing/computing.service.ts';
import { changesBetween } from '../platform/audit/audit.ts';
import { newId } from '../platform/database/ids.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import { DEMO_EVENTS, DEMO_OWN_KINDS, DEMO_REPORTERS, DEMO_ROUNDS, DEMO_RULES } from './content/index.ts';
import type { DemoEvent } from './content/index.ts';
import type { LoadedPlan } from './demo-plan.ts';
import { existingDay, shiftAll } from './shift-years.ts';

/** Events with their record, the rules over them, and what follows in the figures of a round. */
@Injectable()
export class DemoEventLoader {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly computing: ComputingService,
  ) {}

  /** Before the rounds: what an adopted round is frozen with is there when it is adopted. */
  async load(plan: LoadedPlan, people: ReadonlyMap<string, string>, years: number, today: string): Promise<void> {
    const kinds = await this.loadKinds();
    await this.loadRules(plan, kinds);
    const rows = DEMO_EVENTS.map((written) => ({
      ...shiftAll(written, years),
      by: people.get(registrarOf(written)) ?? people.get('maria'),
    }))
      .map((event) => ({ ...event, day: existingDay(event.day) }))
      .filter(({ day }) => day <= today)
      .map((event, place) => rowOf(event, place, today, plan, kinds));
    await this.insertEvents(rows);
    await this.insertParts(plan, rows);
  }

  /**
   * The figures of a round whose typed values are in. Where the events give a figure it takes the place of the typed one,
   * but for those the content says a person has kept or has yet to choose.
   */
  async compute(plan: LoadedPlan, roundId: string, isOpen: boolean): Promise<void> {
    await this.computing.recomputeRound(roundId);
    const stays = DEMO_RULES.filter(({ openRound }) => isOpen && openRound.take !== 'computed');
    const idOf = ({ activity, index }: (typeof stays)[number]): string | undefined =>
      plan.indicators.get(`${activity}#${index}`);
    await this.uow.manager.query(
      `UPDATE outcome o SET source = 'events', value = c.value, state = 'value', note = '' FROM computed_outcome c
       WHERE o.round_id = $1 AND c.round_id = $1 AND c.indicator_id = o.indicator_id AND c.municipality_code IS NOT DISTINCT FROM o.municipality_code
         AND o.sex = 'total' AND o.source <> 'events' AND NOT o.indicator_id = ANY($2::uuid[])`,
      [roundId, stays.map(idOf)],
    );
    const kept = stays.flatMap((rule) =>
      rule.openRound.take === 'kept' ? [{ indicator_id: idOf(rule), reason: rule.openRound.reason }] : [],
    );
    await this.uow.manager.query(
      `UPDATE outcome o SET kept_reason = k.reason, kept_against = c.value
       FROM jsonb_to_recordset($2) AS k(indicator_id uuid, reason text) JOIN computed_outcome c USING (indicator_id)
       WHERE o.round_id = $1 AND c.round_id = $1 AND o.indicator_id = k.indicator_id AND c.municipality_code IS NOT DISTINCT FROM o.municipality_code
         AND o.value <> c.value`,
      [roundId, JSON.stringify(kept)],
    );
    // Again, since what is added twice depends on which figures are the events' own.
    await this.computing.recomputeRound(roundId);
  }

  /** Ids of the county's kinds by name, with its own added to those it began with. */
  private async loadKinds(): Promise<Map<string, string>> {
    await this.uow.manager.query(
      `INSERT INTO event_kind (id, county_id, name, position)
       SELECT r.id, current_county(), r.name, (SELECT max(position) FROM event_kind) + r.place FROM jsonb_to_recordset($1) AS r(id uuid, name text, place integer)`,
      [JSON.stringify(DEMO_OWN_KINDS.map((name, place) => ({ id: newId(), name, place: place + 1 })))],
    );
    const rows = await this.uow.manager.query<{ id: string; name: string }[]>('SELECT id, name FROM event_kind');
    return new Map(rows.map(({ id, name }) => [name, id]));
  }

  private async loadRules(plan: LoadedPlan, kinds: ReadonlyMap<string, string>): Promise<void> {
    const rows = DEMO_RULES.map(({ activity, index, method, kinds: names }) => ({
      id: plan.indicators.get(`${activity}#${index}`),
      method,
      kinds: names.map((name) => kinds.get(name)),
    }));
    await this.uow.manager.query(
      `WITH given AS (SELECT * FROM jsonb_to_recordset($1) AS r(id uuid, method text, kinds uuid[])),
       rule AS (INSERT INTO indicator_rule (indicator_id, county_id, plan_id, method, updated_by)
         SELECT g.id, current_county(), $2, g.method, current_person() FROM given g RETURNING indicator_id)
       INSERT INTO indicator_rule_kind (indicator_id, kind_id, county_id)
       SELECT g.id, unnest(g.kinds), current_county() FROM given g JOIN rule ON rule.indicator_id = g.id`,
      [JSON.stringify(rows.map((row) => ({ ...row, kinds: `{${row.kinds.join(',')}}` }))), plan.planId],
    );
  }

  private async insertEvents(rows: readonly EventRow[]): Promise<void> {
    await this.uow.manager.query(
      `WITH given AS (SELECT * FROM jsonb_to_recordset($1) AS r(id uuid, key uuid, kind_id uuid, day date, title text, participants integer, note text,
         source text, at timestamptz, by uuid, audit_id uuid, changes jsonb)),
       put AS (INSERT INTO logged_event (id, county_id, registration_key, kind_id, day, title, participants, note, source, created_at, created_by, updated_at, updated_by)
         SELECT g.id, current_county(), g.key, g.kind_id, g.day, g.title, g.participants, g.note, g.source, g.at, g.by, g.at, g.by FROM given g RETURNING id)
       INSERT INTO audit_event (id, county_id, at, person_id, source, action, entity, entity_id, changes)
       SELECT g.audit_id, current_county(), g.at, g.by, CASE g.source WHEN 'import' THEN 'import' ELSE 'web' END, 'create', 'event', g.id, g.changes
       FROM given g JOIN put USING (id)`,
      [JSON.stringify(rows)],
    );
  }

  private async insertParts(plan: LoadedPlan, rows: readonly EventRow[]): Promise<void> {
    await this.uow.manager.query(
      `WITH given AS (SELECT * FROM jsonb_to_recordset($1) AS r(id uuid, activities jsonb, municipalities jsonb, organisations jsonb)),
       put_activity AS (INSERT INTO event_activity (event_id, activity_id, plan_id, county_id)
         SELECT g.id, x.id, $2, current_county() FROM given g CROSS JOIN LATERAL jsonb_to_recordset(g.activities) AS x(id uuid)),
       put_municipality AS (INSERT INTO event_municipality (event_id, municipality_code, county_id, participants)
         SELECT g.id, x.code, current_county(), x.participants
         FROM given g CROSS JOIN LATERAL jsonb_to_recordset(g.municipalities) AS x(code text, participants integer))
       INSERT INTO event_organisation (event_id, organisation_id, county_id)
       SELECT g.id, x.id, current_county() FROM given g CROSS JOIN LATERAL jsonb_to_recordset(g.organisations) AS x(id uuid)`,
      [JSON.stringify(rows), plan.planId],
    );
  }
}

type EventRow = ReturnType<typeof rowOf>;

/** Whoever answers for the first activity of the event in its year has registered it. */
function registrarOf({ day, activities }: DemoEvent): string {
  const round = DEMO_ROUNDS.find(({ from, to }) => day >= from && day <= to);
  const reporter = DEMO_REPORTERS.find(({ activity }) => activity === activities[0]);
  return (round && reporter?.person[round.label]) ?? 'maria';
}

function rowOf(
  event: DemoEvent & { readonly by: string | undefined },
  place: number,
  today: string,
  plan: LoadedPlan,
  kinds: ReadonlyMap<string, string>,
) {
  const activities = event.activities.map((reference) => ({ id: plan.activities.get(reference) ?? '' }));
  const organisations = event.organisations.map((key) => ({
    id: plan.organisations.get(key) ?? '',
    participants: null,
  }));
  const content = {
    kindId: kinds.get(event.kind),
    day: event.day,
    title: event.title,
    activityIds: activities.map(({ id }) => id).toSorted(),
    municipalities: event.municipalities,
    organisations: organisations.toSorted((a, b) => a.id.localeCompare(b.id)),
    audiences: [],
    participants: event.participants,
    note: event.note,
  };
  const registered = addDays(event.day, place % 4);
  return {
    id: newId(),
    key: newId(),
    audit_id: newId(),
    kind_id: content.kindId,
    day: event.day,
    title: event.title,
    participants: event.participants,
    note: event.note,
    source:
      event.kind === 'Dialogmöte' && event.activities.includes('1.2/7') && event.participants === 10
        ? 'import'
        : 'typed',
    at: `${registered < today ? registered : event.day}T${String(7 + (place % 3)).padStart(2, '0')}:${String((place * 7) % 60).padStart(2, '0')}:00Z`,
    by: event.by,
    changes: changesBetween({}, content),
    activities,
    municipalities: event.municipalities,
    organisations,
  };
}
