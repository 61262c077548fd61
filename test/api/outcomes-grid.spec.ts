import { paths, type OutcomeGrid } from '@samhandling/contracts';
import { startTestApp, type TestApp, type TestClient } from '../support/app.ts';
import { buildOutcomeScene, cellOf, enter, outcomeBySql, type OutcomeScene } from '../support/outcomes.ts';
import { countQueries } from '../support/query-counter.ts';

const PER_MUNICIPALITY = 4;

describe('the grid of outcomes', () => {
  let app: TestApp;
  let planner: TestClient;
  let scene: OutcomeScene;
  beforeAll(async () => {
    app = await startTestApp();
    planner = await app.person('Petra Planerare', [{ role: 'planner' }]);
    scene = await buildOutcomeScene(app, [
      { kind: 'count' },
      { kind: 'share' },
      { kind: 'milestone' },
      { kind: 'text' },
      { kind: 'count', breakdown: 'municipality' },
      { kind: 'count' },
    ]);
  });
  afterAll(() => app.close());

  it('shows the places of the breakdown in Swedish order, last round beside, and narrows by goal, organisation and activity', async () => {
    await outcomeBySql(app, scene.previousRoundId, scene.indicatorIds[PER_MUNICIPALITY] ?? '', 8, '0780');
    await enter(planner, scene, PER_MUNICIPALITY, { municipalityCode: '0780', input: '9' });
    const { body } = await planner.get<OutcomeGrid>(`${paths.roundOutcomes(scene.roundId)}?breakdown=municipality`);
    expect(body.places.map(({ name }) => name)).toEqual([
      'Alvesta',
      'Lessebo',
      'Ljungby',
      'Markaryd',
      'Tingsryd',
      'Uppvidinge',
      'Växjö',
      'Älmhult',
    ]);
    expect(body.previousRound?.label).toBe('2024');
    expect(body.rows).toHaveLength(1);
    const [row] = body.rows;
    expect(row?.previousCombined).toMatchObject({ state: 'value', value: 8, of: 8, reported: 1 });
    expect(row && cellOf(row, '0780').previous).toMatchObject({ state: 'value', value: 8 });
    expect(row && cellOf(row, '0781').previous).toMatchObject({ state: 'not_reported' });
    const count = async (query: string) =>
      (await planner.get<OutcomeGrid>(`${paths.roundOutcomes(scene.roundId)}?${query}`)).body.rows.length;
    expect(await count('')).toBe(5);
    expect(await count(`goal=${scene.plan.goals[0]?.id}`)).toBe(4);
    expect(await count(`activity=${scene.plan.activities[0]?.id}`)).toBe(1);
    expect(await count(`organisation=${scene.responsible.id}`)).toBe(5);
    expect(await count(`organisation=${scene.plan.partner.id}`)).toBe(0);
    const bad = await planner.get(`${paths.roundOutcomes(scene.roundId)}?breakdown=kommun`);
    expect([bad.status, bad.problem.errors?.[0]?.pointer]).toEqual([400, '/breakdown']);
  });

  it('asks the database equally often for 10 indicators and for 60', async () => {
    const count = async (indicators: number) => {
      const many = await buildOutcomeScene(
        app,
        Array.from({ length: indicators }, () => ({ breakdown: 'municipality' as const, threshold: 5 })),
      );
      await enter(planner, many, 0, { municipalityCode: '0780', input: '3' });
      return [
        await countQueries(app, () => planner.get(`${paths.roundOutcomes(many.roundId)}?breakdown=municipality`)),
        await countQueries(app, () => enter(planner, many, 1, { municipalityCode: '0780', input: '3' })),
        await countQueries(app, () =>
          planner.put(paths.roundOutcomes(many.roundId), {
            cells: many.indicatorIds.slice(2).map((indicatorId) => ({
              indicatorId,
              municipalityCode: '0780',
              sex: 'total',
              version: 0,
              input: '3',
            })),
          }),
        ),
      ];
    };
    const few = await count(10);
    expect(few).toEqual(await count(60));
    // Session, begin with county, the one read, commit; writes begin and set the county apart, and write once.
    expect(few[0]).toBe(4);
    expect(few[1]).toBeLessThanOrEqual(6);
  });
});
