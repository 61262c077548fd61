import { paths, type OutcomeGrid } from '@samhandling/contracts';
import { permissionsOf, type HeldRole } from '@samhandling/domain';
import { OutcomesService } from '../../api/src/outcomes/outcomes.service.ts';
import { withRequestContext } from '../../api/src/platform/http/request-context.ts';
import { startTestApp, type TestApp, type TestClient } from '../support/app.ts';
import { buildOutcomeScene, cellOf, enter, outcomeBySql, rowOf, type OutcomeScene } from '../support/outcomes.ts';

/** Small numbers, seen by those who may enter them and by those who may not. */
describe('protected outcomes', () => {
  let app: TestApp;
  let planner: TestClient;
  let reader: TestClient;
  let scene: OutcomeScene;
  const PER_MUNICIPALITY = 0;
  const BY_SEX = 1;
  beforeAll(async () => {
    app = await startTestApp();
    planner = await app.person('Petra Planerare', [{ role: 'planner' }]);
    reader = await app.person('Lars Läsare', [{ role: 'reader' }]);
    scene = await buildOutcomeScene(app, [
      { breakdown: 'municipality', threshold: 5 },
      { bySex: true, threshold: 5 },
    ]);
    for (const [municipalityCode, input] of [
      ['0760', '3'],
      ['0761', '0'],
      ['0763', '17'],
      ['0764', '11'],
    ] as const) {
      await enter(planner, scene, PER_MUNICIPALITY, { municipalityCode, input, note: `Det var ${input} personer.` });
    }
    for (const [sex, input] of [
      ['women', '2'],
      ['men', '15'],
      ['total', '17'],
    ] as const)
      await enter(planner, scene, BY_SEX, { sex, input });
    await outcomeBySql(app, scene.previousRoundId, scene.indicatorIds[PER_MUNICIPALITY] ?? '', 4, '0760');
  });
  afterAll(() => app.close());

  const asPerson = <Result>(roles: readonly HeldRole[], body: () => Promise<Result>): Promise<Result> =>
    withRequestContext(
      {
        requestId: '',
        locale: 'sv',
        source: 'web',
        session: {
          personId: planner.session?.person.id ?? '',
          personName: '',
          countyId: app.countyId,
          roles,
          permissions: permissionsOf(roles),
          csrfToken: '',
        },
      },
      body,
    );
  const PLANNER: HeldRole[] = [{ role: 'planner', organisationId: null, municipalityCode: null }];

  it('are seen in full by those who may enter them', async () => {
    const row = await rowOf(planner, scene, PER_MUNICIPALITY, 'municipality');
    expect(['0760', '0761', '0763', '0764'].map((code) => cellOf(row, code).value)).toEqual([3, 0, 17, 11]);
    expect(row.combined).toMatchObject({ state: 'value', value: 31 });
    expect(cellOf(row, '0760').previous).toMatchObject({ state: 'value', value: 4 });
  });

  it('give a reader neither the small value nor what it could be worked out from, nor its note', async () => {
    const row = await rowOf(reader, scene, PER_MUNICIPALITY, 'municipality');
    expect(['0760', '0761', '0763', '0764', '0765'].map((code) => cellOf(row, code).state)).toEqual([
      'protected',
      'value',
      'value',
      'protected',
      'not_reported',
    ]);
    expect(cellOf(row, '0760')).toMatchObject({
      value: null,
      note: '',
      text: '',
      mayEnter: false,
      previous: { state: 'protected', of: 1, reported: 1 },
    });
    expect(row.combined).toMatchObject({ state: 'value', value: 31, of: 8, reported: 4 });
    expect(row.previousCombined).toEqual({ state: 'protected', of: 8, reported: 1 });
    const { body } = await reader.get<OutcomeGrid>(`${paths.roundOutcomes(scene.roundId)}?breakdown=municipality`);
    expect(JSON.stringify(body)).not.toMatch(/Det var (3|11) personer/);
  });

  it('give a reader no sex from which the other follows', async () => {
    const row = await rowOf(reader, scene, BY_SEX);
    expect((['women', 'men', 'total'] as const).map((sex) => cellOf(row, null, sex).state)).toEqual([
      'protected',
      'protected',
      'value',
    ]);
    expect(row.combined).toMatchObject({ state: 'value', value: 17 });
  });

  it('are hidden from those who may enter them too, where that is asked for', async () => {
    const address = `${paths.roundOutcomes(scene.roundId)}?breakdown=municipality`;
    const seen = (await reader.get<OutcomeGrid>(address)).body;
    const asked = (await planner.get<OutcomeGrid>(`${address}&protected=true`)).body;
    const shown = ({ rows }: OutcomeGrid) =>
      rows.map(({ combined, previousCombined, cells }) => [
        combined,
        previousCombined,
        ...cells.map(({ state, value, note, previous }) => ({ state, value, note, previous })),
      ]);
    expect(shown(asked)).toEqual(shown(seen));
    expect(shown((await planner.get<OutcomeGrid>(`${address}&protected=false`)).body)).not.toEqual(shown(seen));
    const bad = await planner.get(`${address}&protected=kanske`);
    expect([bad.status, bad.problem.errors?.[0]?.pointer]).toEqual([400, '/protected']);
  });

  it('show a coordinator the own municipality, and the others as to anybody', async () => {
    const coordinator = await app.person('Karin', [{ role: 'municipal_coordinator', municipalityCode: '0760' }]);
    const row = await rowOf(coordinator, scene, PER_MUNICIPALITY, 'municipality');
    expect(cellOf(row, '0760')).toMatchObject({ state: 'value', value: 3, mayEnter: true });
    expect(cellOf(row, '0764').state).toBe('protected');
  });

  it('answer a person who enters one cell with no more than they may see', async () => {
    const coordinator = await app.person('Kurt', [{ role: 'municipal_coordinator', municipalityCode: '0765' }]);
    const small = await buildOutcomeScene(app, [{ breakdown: 'municipality', threshold: 5 }]);
    await enter(planner, small, 0, { municipalityCode: '0760', input: '2' });
    const { body } = await enter(coordinator, small, 0, { municipalityCode: '0765', input: '0' });
    expect(body.cell).toMatchObject({ state: 'value', value: 0 });
    expect(body.combined).toEqual({ state: 'protected', of: 8, reported: 2 });
  });

  it('stay protected in series and in the figures for reports, whoever asks', async () => {
    const outcomes = app.app.get(OutcomesService);
    const [activity] = scene.plan.activities;
    const [series] = await asPerson(PLANNER, () => outcomes.findSeriesForActivity(activity?.id ?? ''));
    expect(series?.points.map(({ round, display }) => `${round.label} ${display.state}`)).toEqual([
      '2024 protected',
      '2025 value',
    ]);
    const { figures, previousRound } = await asPerson(PLANNER, () => outcomes.findFiguresForRound(scene.roundId));
    expect(previousRound?.label).toBe('2024');
    expect(figures.map(({ combined }) => combined.state)).toEqual(['value', 'value']);
    expect(figures[0]?.previousCombined?.state).toBe('protected');
    expect(figures[0]?.cells.slice(0, 1)).toMatchObject([{ name: 'Alvesta', display: { state: 'protected' } }]);
    expect(figures[0]?.activityIds).toEqual([activity?.id]);
    expect(figures[1]?.cells.map(({ sex, display }) => `${sex} ${display.state}`)).toEqual([
      'total value',
      'women protected',
      'men protected',
    ]);
  });

  it('give an activity’s form the rows of its own indicators only', async () => {
    const outcomes = app.app.get(OutcomesService);
    const rows = await asPerson(PLANNER, () =>
      outcomes.findRowsForActivity(scene.roundId, scene.plan.activities[1]?.id ?? ''),
    );
    expect(rows.map(({ indicator }) => indicator.id)).toEqual([scene.indicatorIds[BY_SEX]]);
    expect(rows[0]?.cells.map(({ sex }) => sex)).toEqual(['total', 'women', 'men']);
  });

  it('break a series where the definition changed', async () => {
    const other = await buildOutcomeScene(app, [{}]);
    await outcomeBySql(app, other.previousRoundId, other.indicatorIds[0] ?? '', 8);
    await app.db.query('UPDATE indicator SET definition_version = 2 WHERE id = $1', [other.indicatorIds[0]]);
    await enter(planner, other, 0, { input: '9' });
    const [series] = await asPerson(PLANNER, () =>
      app.app.get(OutcomesService).findSeriesForActivity(other.plan.activities[0]?.id ?? ''),
    );
    expect(
      series?.points.map(({ breaksBefore, display }) => [breaksBefore, display.state === 'value' && display.value]),
    ).toEqual([
      [false, 8],
      [true, 9],
    ]);
  });
});
