import { paths, type IndicatorRule, type LoggedEvent, type RuleList } from '@samhandling/contracts';
import { computeFromEvents, RULE_METHODS, type CountedEvent } from '@samhandling/domain';
import fc from 'fast-check';
import { RegisteringService } from '../../api/src/events/registering/registering.service.ts';
import { withRequestContext } from '../../api/src/platform/http/request-context.ts';
import { startTestApp, type TestApp, type TestClient } from '../support/app.ts';
import {
  buildEventScene,
  IN_ADOPTED_ROUND,
  kindOf,
  registered,
  setRule,
  type EventScene,
} from '../support/event-builder.ts';
import { adoptBySql, cellOf, enter, rowOf } from '../support/outcomes.ts';
import { countQueries } from '../support/query-counter.ts';

const COUNTY = 0;
const PER_MUNICIPALITY = 1;
const TEXT = 2;

describe('computing figures from events', () => {
  let app: TestApp;
  let planner: TestClient;
  let scene: EventScene;
  let places: readonly string[];
  beforeAll(async () => {
    app = await startTestApp();
    planner = await app.person('Petra Planerare', [{ role: 'planner' }]);
    const codes = await app.db.query<{ code: string }>('SELECT code FROM municipality WHERE county_id = $1', [
      app.countyId,
    ]);
    places = codes.map(({ code }) => code);
  });
  beforeEach(async () => {
    scene = await buildEventScene(app, planner, [
      { kind: 'count', text: 'Antal genomförda dialogmöten.' },
      { kind: 'count', breakdown: 'municipality', text: 'Antal inventerade lekplatser.' },
      { kind: 'text' },
    ]);
  });
  afterAll(() => app.close());

  const stored = (index: number) =>
    app.db.query<{ place: string | null; value: number; events: string[] }>(
      `SELECT municipality_code AS place, value::float8 AS value, event_ids AS events FROM computed_outcome
       WHERE round_id = $1 AND indicator_id = $2 ORDER BY municipality_code`,
      [scene.roundId, scene.indicatorIds[index]],
    );
  const overlapOf = async (index: number): Promise<number> => {
    const rows = await app.db.query<{ value: number }>(
      'SELECT value::float8 AS value FROM outcome_overlap WHERE round_id = $1 AND indicator_id = $2',
      [scene.roundId, scene.indicatorIds[index]],
    );
    return rows[0]?.value ?? 0;
  };

  it('agrees with the description in the domain on random events, rules and typed values', async () => {
    const kinds = ['Nätverksträff', 'Utbildning'];
    const organisations = [scene.plan.responsible.id, scene.plan.partner.id];
    const wish = fc.record({
      kind: fc.constantFrom(...kinds),
      day: fc.constantFrom('2025-01-01', '2025-06-10', '2019-05-01'),
      activities: fc.uniqueArray(fc.constantFrom(0, 1, 2), { minLength: 1 }),
      municipalities: fc.uniqueArray(
        fc.record({ code: fc.constantFrom(...places.slice(0, 3)), participants: fc.option(fc.nat(9)) }),
        { selector: ({ code }) => code },
      ),
      organisations: fc.uniqueArray(fc.constantFrom(...organisations)),
      participants: fc.option(fc.integer({ min: 30, max: 99 })),
    });
    const run = fc.record({
      events: fc.array(wish, { minLength: 1, maxLength: 5 }),
      methods: fc.tuple(fc.constantFrom(...RULE_METHODS), fc.constantFrom(...RULE_METHODS)),
      kinds: fc.uniqueArray(fc.constantFrom(...kinds)),
      typed: fc.boolean(),
    });
    const events: CountedEvent[] = [];
    await fc.assert(
      fc.asyncProperty(run, async ({ events: wishes, methods, kinds: named, typed }) => {
        const kindIds = named.map((name) => kindOf(scene, name));
        await setRule(planner, scene, COUNTY, { method: methods[0], kindIds });
        await setRule(planner, scene, PER_MUNICIPALITY, { method: methods[1], kindIds });
        const [first = ''] = places;
        const cell = cellOf(await rowOf(planner, scene, PER_MUNICIPALITY, 'municipality'), first);
        await enter(
          planner,
          scene,
          PER_MUNICIPALITY,
          { municipalityCode: first, input: typed ? '77' : '' },
          cell.version,
        );
        for (const each of wishes) {
          const { event } = await registered(planner, scene, {
            kindId: kindOf(scene, each.kind),
            day: each.day,
            activityIds: each.activities.map((index) => scene.plan.activities[index]?.id ?? ''),
            municipalities: each.municipalities.map(({ code, participants }) => ({
              code,
              participants: participants === null ? '' : String(participants),
            })),
            organisations: each.organisations.map((id) => ({ id })),
            participants: each.participants === null ? '' : String(each.participants),
          });
          events.push(asCounted(event));
        }
        for (const [index, method] of methods.entries()) {
          const rule = {
            method,
            kindIds,
            activityIds: [scene.plan.activities[index]?.id ?? ''],
            breakdown: index === COUNTY ? ('none' as const) : ('municipality' as const),
            from: '2025-01-01',
            to: '2025-12-31',
          };
          const expected = computeFromEvents(events, rule, [...places].sort());
          expect(await stored(index)).toEqual(
            expected.places.map(({ municipalityCode, value, eventIds }) => ({
              place: municipalityCode,
              value,
              events: eventIds,
            })),
          );
          const shown = typed ? places.slice(1) : places;
          if (index === PER_MUNICIPALITY)
            expect(await overlapOf(index)).toBe(computeFromEvents(events, rule, shown).overlap);
        }
      }),
      { numRuns: 12 },
    );
  });

  it('proposes a rule from the sentence, sets it when a person says yes, and takes it away with what it gave', async () => {
    const path = paths.indicatorRule(scene.indicatorIds[COUNTY] ?? '');
    const { body: none } = await planner.get<IndicatorRule>(path);
    expect(none).toMatchObject({
      version: 0,
      method: null,
      words: '',
      mayEdit: true,
      proposal: {
        method: 'count_events',
        kindIds: [kindOf(scene, 'Dialogmöte')],
        because: 'Antal genomförda dialogmöten',
        words: 'Antal händelser av typen dialogmöte, under 1.1/1',
      },
    });
    await registered(planner, scene, { kindId: kindOf(scene, 'Dialogmöte') });
    const set = await planner.put<IndicatorRule>(path, { method: 'count_events', kindIds: none.proposal?.kindIds }, 0);
    expect(set.body).toMatchObject({
      version: 1,
      kinds: [{ name: 'Dialogmöte' }],
      updatedBy: { name: 'Petra Planerare' },
    });
    expect(cellOf(await rowOf(planner, scene, COUNTY))).toMatchObject({ value: 1, source: 'events' });
    expect((await planner.put(path, { method: 'count_events', kindIds: [] }, 0)).status).toBe(412);
    expect((await planner.delete(path, 1)).status).toBe(204);
    expect(cellOf(await rowOf(planner, scene, COUNTY))).toMatchObject({ id: null, computed: null });
  });

  it('refuses a rule for what does not count, and one of kinds that are not there', async () => {
    const text = await planner.put(
      paths.indicatorRule(scene.indicatorIds[TEXT] ?? ''),
      { method: 'count_events', kindIds: [] },
      0,
    );
    expect([text.status, text.problem.errors?.[0]?.code]).toEqual([422, 'not_a_count']);
    const unknown = await planner.put(
      paths.indicatorRule(scene.indicatorIds[COUNTY] ?? ''),
      { method: 'count_events', kindIds: [scene.indicatorIds[COUNTY]] },
      0,
    );
    expect(unknown.problem.errors).toMatchObject([{ pointer: '/kindIds/0', code: 'unknown' }]);
    const reader = await app.person('Rut Läsare', [{ role: 'reader' }]);
    const refused = await reader.put(
      paths.indicatorRule(scene.indicatorIds[COUNTY] ?? ''),
      { method: 'count_events', kindIds: [] },
      0,
    );
    expect(refused.status).toBe(403);
  });

  it('lists every indicator that counts, with its rule or a proposal, in two statements more than none', async () => {
    const { body } = await planner.get<RuleList>(paths.planRules(scene.plan.slug));
    expect(body.items.map(({ references, proposal }) => [references, proposal?.method ?? null])).toEqual([
      [['1.1/1'], 'count_events'],
      [['1.2/2'], null],
    ]);
    const few = await countQueries(app, () => planner.get(paths.planRules(scene.plan.slug)));
    await setRule(planner, scene, PER_MUNICIPALITY);
    expect(await countQueries(app, () => planner.get(paths.planRules(scene.plan.slug)))).toBe(few);
  });

  it('records every figure it writes, and who caused it', async () => {
    await setRule(planner, scene, COUNTY);
    await registered(planner, scene);
    await registered(planner, scene);
    const audit = await app.db.query<{ action: string; changes: { value: unknown } }>(
      `SELECT a.action, a.changes FROM audit_event a JOIN outcome o ON o.id = a.entity_id WHERE o.indicator_id = $1 ORDER BY a.at`,
      [scene.indicatorIds[COUNTY]],
    );
    expect(audit.map(({ action, changes }) => [action, changes.value])).toEqual([
      ['create', { new: 1 }],
      ['update', { old: 1, new: 2 }],
    ]);
  });

  it('never moves an adopted round, and catches up when it opens again', async () => {
    await setRule(planner, scene, COUNTY);
    await registered(planner, scene, { day: IN_ADOPTED_ROUND });
    const adopted = () =>
      app.db.query('SELECT value FROM computed_outcome WHERE round_id = $1', [scene.previousRoundId]);
    expect(await adopted()).toEqual([]);
    await adoptBySql(app, scene.plan.planId, scene.roundId);
    await registered(planner, scene);
    expect(await stored(COUNTY)).toEqual([]);
    const [round] = await app.db.query<{ version: number }>('SELECT version FROM follow_up_round WHERE id = $1', [
      scene.roundId,
    ]);
    const opened = await planner.post(
      paths.roundTransitions(scene.roundId),
      { transition: 'reopen', reason: 'En träff hade glömts bort.' },
      { ifMatch: round?.version ?? 0 },
    );
    expect(opened.status).toBe(200);
    expect(await stored(COUNTY)).toMatchObject([{ place: null, value: 1 }]);
  });

  it('restores a deleted event with what it counted', async () => {
    await setRule(planner, scene, COUNTY);
    const { event } = await registered(planner, scene);
    await planner.delete(paths.event(event.id), 1);
    expect(await stored(COUNTY)).toEqual([]);
    const { session } = planner;
    if (!session) throw new Error('Nobody is signed in.');
    const context = {
      requestId: '',
      locale: 'sv' as const,
      source: 'web' as const,
      session: {
        personId: session.person.id,
        personName: session.person.name,
        countyId: app.countyId,
        roles: [{ role: 'planner' as const, organisationId: null, municipalityCode: null }],
        permissions: [],
        csrfToken: '',
      },
    };
    const answer = await withRequestContext(context, () =>
      app.app.get(RegisteringService, { strict: false }).restore(event.id),
    );
    expect(answer).toMatchObject({ event: { version: 3 }, changed: [{ after: { value: 1 } }] });
    expect(await stored(COUNTY)).toMatchObject([{ value: 1, events: [event.id] }]);
  });
});

function asCounted(event: LoggedEvent): CountedEvent {
  return {
    id: event.id,
    kindId: event.kind.id,
    day: event.day,
    activityIds: event.activities.map(({ id }) => id),
    municipalities: event.municipalities,
    organisationIds: event.organisations.map(({ id }) => id),
    participants: event.participants,
  };
}
