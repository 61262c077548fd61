import { paths, type Explanation, type OutcomeGrid } from '@samhandling/contracts';
import { v7 as newId } from 'uuid';
import { startTestApp, type TestApp, type TestClient } from '../support/app.ts';
import { adoptBySql, buildOutcomeScene, enter, outcomeBySql, rowOf, type OutcomeScene } from '../support/outcomes.ts';
import { countQueries } from '../support/query-counter.ts';

describe('explain this number', () => {
  let app: TestApp;
  let planner: TestClient;
  beforeEach(async () => {
    app = await startTestApp();
    planner = await app.person('Petra Planerare', [{ role: 'planner' }]);
  });
  afterEach(() => app.close());

  const explain = (client: TestClient, scene: OutcomeScene, query = '', index = 0) =>
    client.get<Explanation>(`${paths.roundOutcomeExplain(scene.roundId, scene.indicatorIds[index] ?? '')}${query}`);

  /** An event under the scene's activity, and the figure the events give, as counting leaves them. */
  async function logEvent(scene: OutcomeScene, day: string, participants: number | null): Promise<string> {
    const id = newId();
    await app.db.query(
      `INSERT INTO logged_event (id, county_id, registration_key, kind_id, day, title, participants, created_by, updated_by)
       SELECT $1, $2, $1, (SELECT id FROM event_kind WHERE county_id = $2 AND name = 'Utbildning'), $3, 'Kväll om spel', $4, p.id, p.id
       FROM person p WHERE p.name = 'Petra Planerare'`,
      [id, app.countyId, day, participants],
    );
    await app.db.query(
      `INSERT INTO event_activity (event_id, activity_id, plan_id, county_id) VALUES ($1, $2, $3, $4)`,
      [id, scene.plan.activities[0]?.id, scene.plan.planId, app.countyId],
    );
    return id;
  }
  async function rule(scene: OutcomeScene, method: string): Promise<void> {
    await app.db.query(
      `INSERT INTO indicator_rule (indicator_id, county_id, plan_id, method, updated_by)
       SELECT $1, $2, $3, $4, p.id FROM person p WHERE p.name = 'Petra Planerare'`,
      [scene.indicatorIds[0], app.countyId, scene.plan.planId, method],
    );
  }
  async function counted(scene: OutcomeScene, value: number, events: readonly string[]): Promise<void> {
    await app.db.query(
      `INSERT INTO computed_outcome (id, county_id, plan_id, round_id, indicator_id, value, event_ids) VALUES ($1, $2, $3, $4, $5, $6, $7::uuid[])`,
      [newId(), app.countyId, scene.plan.planId, scene.roundId, scene.indicatorIds[0], value, events],
    );
  }

  async function takeCounted(scene: OutcomeScene, value: number): Promise<void> {
    await outcomeBySql(app, scene.roundId, scene.indicatorIds[0] ?? '', value);
    await app.db.query(`UPDATE outcome SET source = 'events' WHERE round_id = $1`, [scene.roundId]);
  }

  it('adds the municipalities with who and when, and says what was left out', async () => {
    const scene = await buildOutcomeScene(app, [{ breakdown: 'municipality', target: 30 }]);
    const { body } = await planner.get<OutcomeGrid>(`${paths.roundOutcomes(scene.roundId)}?breakdown=municipality`);
    const [first, second, third] = body.places;
    await enter(planner, scene, 0, {
      municipalityCode: first?.municipalityCode ?? '',
      input: '12',
      note: 'Räknat i maj.',
    });
    await enter(planner, scene, 0, { municipalityCode: second?.municipalityCode ?? '', input: '8' });
    await enter(planner, scene, 0, { municipalityCode: third?.municipalityCode ?? '', input: 'e.t.' });
    const { body: told, status } = await explain(planner, scene);
    expect(status).toBe(200);
    expect(told.formula).toBe('Summan av 2 av 7 kommuner: 12 + 8 = 20.');
    expect(told.display).toEqual((await rowOf(planner, scene, 0, 'municipality')).combined);
    expect(told.sources).toEqual([
      expect.objectContaining({
        label: first?.name,
        value: '12',
        source: 'Inskrivet',
        person: expect.objectContaining({ name: 'Petra Planerare' }) as unknown,
        note: 'Räknat i maj.',
      }),
      expect.objectContaining({ label: second?.name, value: '8' }),
    ]);
    expect(told.leftOut).toHaveLength(6);
    expect(told.leftOut[0]).toMatchObject({ label: third?.name, reason: 'Har svarat att det inte är tillämpligt.' });
    // A part of a sum below its target may still reach it: nothing is claimed.
    expect(told.target).toBe('Målvärdet är minst 30.');
    const english = await planner.get<Explanation>(
      paths.roundOutcomeExplain(scene.roundId, scene.indicatorIds[0] ?? ''),
      {
        headers: { 'accept-language': 'en' },
      },
    );
    expect(english.body.formula).toBe('The sum of 2 of 7 municipalities: 12 + 8 = 20.');
    const cell = await explain(planner, scene, `?municipality=${first?.municipalityCode ?? ''}`);
    expect(cell.body).toMatchObject({ place: first?.name, formula: 'Inskrivet: 12.' });
    expect(cell.body.sources).toHaveLength(1);
  });

  it('says how near the target is, with the margin the indicator has', async () => {
    const scene = await buildOutcomeScene(app, [{ target: 10 }]);
    await enter(planner, scene, 0, { input: '9' });
    expect((await explain(planner, scene)).body.target).toBe(
      'Målvärdet är minst 10. 9 når inte målet, men är inom 10\u00a0% av målet.',
    );
    await app.db.query('UPDATE indicator SET target_margin = 0.05 WHERE id = $1', [scene.indicatorIds[0]]);
    expect((await explain(planner, scene)).body.target).toBe('Målvärdet är minst 10. 9 når inte målet.');
  });

  it('shows no part of a protected figure, in words, sources or what was left out', async () => {
    const scene = await buildOutcomeScene(app, [{ breakdown: 'municipality', threshold: 5 }]);
    const { body } = await planner.get<OutcomeGrid>(`${paths.roundOutcomes(scene.roundId)}?breakdown=municipality`);
    const code = body.places[0]?.municipalityCode ?? '';
    await enter(planner, scene, 0, { municipalityCode: code, input: '3', note: 'Bara tre.' });
    const reader = await app.person('Rolf Läsare', [{ role: 'reader' }]);
    for (const query of ['', `?municipality=${code}`]) {
      const { body: told } = await explain(reader, scene, query);
      expect(told.display.state).toBe('protected');
      expect(told).toMatchObject({ sources: [], leftOut: [] });
      expect(told.formula).toMatch(/^Talet är skyddat/);
      expect(JSON.stringify(told)).not.toContain('Bara tre');
    }
    expect((await explain(planner, scene, '?protected=true')).body.sources).toEqual([]);
    expect((await explain(planner, scene, `?municipality=${code}`)).body.formula).toBe('Inskrivet: 3.');
  });

  it('names the events behind a number, what they bring, and those that bring nothing', async () => {
    const scene = await buildOutcomeScene(app, [{}]);
    await rule(scene, 'sum_participants');
    const [first, second] = [await logEvent(scene, '2025-03-12', 12), await logEvent(scene, '2025-04-02', 8)];
    await logEvent(scene, '2025-05-05', null);
    await counted(scene, 20, [first, second]);
    await takeCounted(scene, 20);
    const { body: told } = await explain(planner, scene);
    expect(told.formula).toBe('Deltagarna i 2 händelser: 12 + 8 = 20.');
    expect(told.sources.map(({ label, value, link }) => [label, value, link])).toEqual([
      ['Kronobergs län', '20', `/plan/${scene.plan.slug}/omgang/2025/utfall`],
      ['12 mars 2025, utbildning: Kväll om spel', '12', `/plan/${scene.plan.slug}/handelse/${first}`],
      ['2 april 2025, utbildning: Kväll om spel', '8', `/plan/${scene.plan.slug}/handelse/${second}`],
    ]);
    expect(told.leftOut).toEqual([
      expect.objectContaining({
        label: 'Utbildning 5 maj 2025: Kväll om spel',
        reason: expect.stringMatching(/^Antalet deltagare är inte angivet/) as unknown,
      }),
    ]);
  });

  it('stays true to what was frozen when an event changes afterwards', async () => {
    const scene = await buildOutcomeScene(app, [{}]);
    await rule(scene, 'sum_participants');
    const event = await logEvent(scene, '2025-03-12', 12);
    await counted(scene, 12, [event]);
    await takeCounted(scene, 12);
    await adoptBySql(app, scene.plan.planId, scene.roundId);
    await app.db.query(
      `UPDATE logged_event SET participants = 40, updated_at = now() + interval '1 minute' WHERE id = $1`,
      [event],
    );
    await logEvent(scene, '2025-06-01', 7);
    const { body: told } = await explain(planner, scene);
    expect(told.display).toMatchObject({ state: 'value', value: 12 });
    expect(told.formula).toMatch(/^1 händelse gav 12 när talet räknades\./);
    expect(told.sources[1]?.note).toBe('Händelsen har ändrats sedan omgången fastställdes.');
    expect(told.leftOut).toEqual([]);
  });

  it('answers 404 for what there is no figure of, and 401 without signing in', async () => {
    const scene = await buildOutcomeScene(app, [{}]);
    expect((await explain(planner, scene, '?municipality=0780')).status).toBe(404);
    expect((await explain(planner, scene, '?sex=women')).status).toBe(404);
    expect((await explain(planner, scene, '?sex=annat')).status).toBe(400);
    expect((await planner.get(paths.roundOutcomeExplain(scene.roundId, newId()))).status).toBe(404);
    expect((await explain(app.anonymous(), scene)).status).toBe(401);
    const elsewhere = await app.person('Nils Norr', [{ role: 'planner' }], (await otherCounty()) ?? '');
    expect((await explain(elsewhere, scene)).status).toBe(404);
  });
  const otherCounty = async () =>
    (await app.db.query<{ id: string }>(`SELECT id FROM county WHERE code = '08'`))[0]?.id;

  it('costs as many statements whatever the number is made of', async () => {
    const scene = await buildOutcomeScene(app, [{ breakdown: 'municipality' }, {}]);
    const { body } = await planner.get<OutcomeGrid>(`${paths.roundOutcomes(scene.roundId)}?breakdown=municipality`);
    const before = await countQueries(app, () => explain(planner, scene));
    for (const { municipalityCode } of body.places) await enter(planner, scene, 0, { municipalityCode, input: '6' });
    expect(await countQueries(app, () => explain(planner, scene))).toBe(before);
    expect(before).toBeLessThanOrEqual(6);
  });
});
