import { paths, type YearSummary } from '@samhandling/contracts';
import { v7 as newId } from 'uuid';
import { startTestApp, type TestApp, type TestClient } from '../support/app.ts';
import { buildPlan, buildRound, COUNT_INDICATOR, type BuiltPlan } from '../support/plan-builder.ts';
import { countQueries } from '../support/query-counter.ts';

describe('the year in figures', () => {
  let app: TestApp;
  let reader: TestClient;
  let plan: BuiltPlan;
  let roundId: string;
  beforeAll(async () => {
    app = await startTestApp();
    reader = await app.person('Rakel Läsare', [{ role: 'reader' }]);
    plan = await buildPlan(app, {
      activities: 4,
      state: 'adopted',
      activity: (index) => ({
        indicators: index < 2 ? [{ ...COUNT_INDICATOR, breakdown: 'municipality' as const }] : [COUNT_INDICATOR],
      }),
    });
    const round = await buildRound(app, plan, {
      followUps: { 0: { judgement: 'on_track' }, 1: { judgement: 'cancelled' }, 2: { judgement: 'completed' } },
    });
    roundId = round.id;
  });
  afterAll(() => app.close());

  const get = (query = '') => reader.get<YearSummary>(`${paths.planSummary(plan.slug)}${query}`);

  async function report(
    activity: number,
    place: string | null,
    state: 'value' | 'not_applicable',
    sex = 'total',
  ): Promise<void> {
    await app.db.query(
      `INSERT INTO outcome (id, county_id, plan_id, round_id, indicator_id, municipality_code, sex, state, value, definition_version, reported_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1, $10)`,
      [
        newId(),
        app.countyId,
        plan.planId,
        roundId,
        plan.activities[activity]?.indicatorIds[0],
        place,
        sex,
        state,
        state === 'value' ? 3 : null,
        reader.session?.person.id,
      ],
    );
  }

  it('counts what is judged, what is expected and what is there, per goal and per municipality', async () => {
    const empty = (await get()).body;
    expect(empty.counts).toEqual({
      not_started: 0,
      on_track: 1,
      needs_support: 0,
      completed: 1,
      cancelled: 1,
      notJudged: 1,
      total: 4,
    });
    // The eight municipalities of the cancelled activity are not expected to report.
    expect(
      empty.goals.map((goal) => [goal.number, goal.counts.total, goal.outcomesExpected, goal.outcomesReported]),
    ).toEqual([
      [1, 2, 8, 0],
      [2, 2, 2, 0],
    ]);
    expect(empty.municipalities.map((place) => place.name)).toEqual([
      'Alvesta',
      'Lessebo',
      'Ljungby',
      'Markaryd',
      'Tingsryd',
      'Uppvidinge',
      'Växjö',
      'Älmhult',
    ]);
    expect(new Set(empty.municipalities.map((place) => place.outcomesExpected))).toEqual(new Set([1]));
    await report(0, '0760', 'value');
    await report(0, '0760', 'value', 'women');
    await report(0, '0761', 'not_applicable');
    await report(1, '0780', 'value');
    await report(2, null, 'value');
    const { body } = await get();
    expect(body.goals.map((goal) => [goal.outcomesExpected, goal.outcomesReported])).toEqual([
      [7, 1],
      [2, 1],
    ]);
    const place = (code: string) => body.municipalities.find((one) => one.code === code);
    expect(place('0760')).toEqual({
      code: '0760',
      name: 'Uppvidinge',
      outcomesExpected: 1,
      outcomesReported: 1,
      notApplicable: 0,
    });
    expect(place('0761')).toMatchObject({ outcomesExpected: 0, outcomesReported: 0, notApplicable: 1 });
    // What a cancelled activity reported is kept, but is not part of what the year asked for.
    expect(place('0780')).toMatchObject({ outcomesExpected: 1, outcomesReported: 0 });
    expect(place('0763')).toMatchObject({ outcomesExpected: 1, outcomesReported: 0 });
  });

  it('expects nothing before a round, and refuses one that does not exist', async () => {
    const bare = await buildPlan(app);
    const { body } = await reader.get<YearSummary>(paths.planSummary(bare.slug));
    expect([body.round, body.counts.notJudged, body.goals.map((goal) => goal.outcomesExpected)]).toEqual([
      null,
      4,
      [0, 0],
    ]);
    expect((await get('?round=1999')).problem.code).toBe('not_found');
  });

  it('asks as many questions for 60 activities as for 10', async () => {
    const counts: number[] = [];
    for (const activities of [10, 60]) {
      const built = await buildPlan(app, { activities });
      counts.push(await countQueries(app, () => reader.get(paths.planSummary(built.slug))));
    }
    expect(counts).toEqual([4, 4]);
  });
});
