import { paths, type OutcomeGrid, type Problem, type RoundTargets } from '@samhandling/contracts';
import { startTestApp, type TestApp, type TestClient } from '../support/app.ts';
import { adoptBySql, buildOutcomeScene, cellOf, rowOf, type OutcomeScene } from '../support/outcomes.ts';
import { countQueries } from '../support/query-counter.ts';

describe('the targets of a round', () => {
  let app: TestApp;
  let planner: TestClient;
  beforeEach(async () => {
    app = await startTestApp();
    planner = await app.person('Petra Planerare', [{ role: 'planner' }]);
  });
  afterEach(() => app.close());

  const pathOf = (scene: OutcomeScene, index = 0): string =>
    paths.roundTargets(scene.roundId, scene.indicatorIds[index] ?? '');
  const versionOf = async (scene: OutcomeScene, index = 0): Promise<number> =>
    (await planner.get<RoundTargets>(pathOf(scene, index))).body.version;
  const codesOf = async (scene: OutcomeScene): Promise<string[]> =>
    (await planner.get<OutcomeGrid>(`${paths.roundOutcomes(scene.roundId)}?breakdown=municipality`)).body.places.map(
      ({ municipalityCode }) => municipalityCode ?? '',
    );

  it('are read as typed, for the county and per municipality, and stand in the grid', async () => {
    const scene = await buildOutcomeScene(app, [
      { breakdown: 'municipality', target: 40, kind: 'measure', decimals: 1 },
    ]);
    const [first = '', second = ''] = await codesOf(scene);
    const empty = await planner.get<RoundTargets>(pathOf(scene));
    expect(empty.body).toMatchObject({ standing: 40, county: null, margin: 0.1, mayEdit: true, lockedReason: '' });
    expect(empty.body.municipalities).toHaveLength(8);
    const put = await planner.put<RoundTargets>(
      pathOf(scene),
      {
        county: '1 250,5',
        municipalities: [
          { code: first, input: '12,5' },
          { code: second, input: '' },
        ],
      },
      empty.body.version,
    );
    expect(put.status).toBe(200);
    expect(put.body.county).toBe(1250.5);
    expect(put.body.municipalities.find(({ code }) => code === first)?.target).toBe(12.5);
    const row = await rowOf(planner, scene, 0, 'municipality');
    expect(row.target).toBe(1250.5);
    expect(cellOf(row, first).target).toBe(12.5);
    expect(cellOf(row, second).target).toBeNull();
    const [audited] = await app.db.query<{ changes: Record<string, { new: unknown }> }>(
      `SELECT changes FROM audit_event WHERE entity_id = $1 AND entity = 'indicator' ORDER BY at DESC LIMIT 1`,
      [scene.indicatorIds[0]],
    );
    expect(audited?.changes['roundTargets']?.new).toMatchObject({ round: '2025', county: 1250.5 });
    const nothing = { county: '', municipalities: [] };
    const cleared = await planner.put<RoundTargets>(pathOf(scene), nothing, put.body.version);
    expect(cleared.body.county).toBeNull();
    expect(cleared.body.version).toBe(empty.body.version);
    expect((await rowOf(planner, scene, 0, 'municipality')).target).toBe(40);
  });

  it('refuse what is no number, a percentage over the whole, and municipalities that are not there, each by its field', async () => {
    const scene = await buildOutcomeScene(app, [{ kind: 'share', breakdown: 'municipality' }, {}]);
    const [first = ''] = await codesOf(scene);
    const bad = {
      county: '120',
      municipalities: [
        { code: first, input: 'ca 20' },
        { code: '0180', input: '3' },
        { code: first, input: '3' },
      ],
    };
    const answer = await planner.put<Problem>(pathOf(scene), bad, await versionOf(scene));
    expect(answer.status).toBe(422);
    expect(answer.problem.errors?.map(({ pointer }) => pointer)).toEqual([
      '/county',
      '/municipalities/0/input',
      '/municipalities/1/code',
      '/municipalities/2/code',
    ]);
    expect((await planner.get<RoundTargets>(pathOf(scene))).body.county).toBeNull();
    const perPlace = { county: '3,5', municipalities: [{ code: first, input: '1' }] };
    const whole = await planner.put<Problem>(pathOf(scene, 1), perPlace, await versionOf(scene, 1));
    expect(whole.problem.errors?.map(({ reason }) => reason)).toEqual([
      'Ange ett heltal, utan decimaler.',
      'Indikatorn följs för länet som helhet och har inga målvärden per kommun.',
    ]);
  });

  it('are the planner’s, and stand once the round is adopted', async () => {
    const scene = await buildOutcomeScene(app, [{}]);
    const reporter = await app.person('Ruth Rapportör', [{ role: 'reporter', organisationId: scene.responsible.id }]);
    const request = { county: '7', municipalities: [] };
    const version = await versionOf(scene);
    expect((await reporter.put(pathOf(scene), request, version)).status).toBe(403);
    expect((await reporter.get<RoundTargets>(pathOf(scene))).body).toMatchObject({
      mayEdit: false,
      lockedReason: 'Målvärden för en omgång sätts av en planerare.',
    });
    expect((await planner.put(pathOf(scene), request, version)).status).toBe(200);
    await adoptBySql(app, scene.plan.planId, scene.roundId);
    const locked = await planner.put<Problem>(
      pathOf(scene),
      { county: '9', municipalities: [] },
      await versionOf(scene),
    );
    expect(locked.status).toBe(409);
    expect(locked.problem.detail).toMatch(/^Omgången är fastställd och dess målvärden ligger fast/);
    expect((await planner.get<RoundTargets>(pathOf(scene))).body).toMatchObject({ county: 7, mayEdit: false });
    expect((await app.anonymous().get(pathOf(scene))).status).toBe(401);
  });

  it('are not written over by somebody who has not seen them, and come back with both versions', async () => {
    const scene = await buildOutcomeScene(app, [{ breakdown: 'municipality' }]);
    const [first = ''] = await codesOf(scene);
    const colleague = await app.person('Pelle Planerare', [{ role: 'planner' }]);
    const seen = await versionOf(scene);
    const theirs = { county: '', municipalities: [{ code: first, input: '4' }] };
    const saved = await colleague.put<RoundTargets>(pathOf(scene), theirs, seen);
    expect(saved.body.version).not.toBe(seen);

    const mine = { county: '30', municipalities: [{ code: first, input: '' }] };
    const late = await planner.put<Problem>(pathOf(scene), mine, seen);
    expect(late.status).toBe(412);
    expect(late.problem.current).toEqual({ ...saved.body, lockedReason: '', mayEdit: true });
    expect((await planner.get<RoundTargets>(pathOf(scene))).body).toEqual(saved.body);
    expect((await planner.put(pathOf(scene), mine)).status).toBe(428);
    const onTop = await planner.put<RoundTargets>(pathOf(scene), mine, saved.body.version);
    expect(onTop.status).toBe(200);
    expect(onTop.body.county).toBe(30);
  });

  it('let one of two saves at the same time through', async () => {
    const scene = await buildOutcomeScene(app, [{}]);
    const version = await versionOf(scene);
    const answers = await Promise.all(
      ['5', '6', '7'].map((county) => planner.put(pathOf(scene), { county, municipalities: [] }, version)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
  });

  it('cost one statement to read, however many municipalities', async () => {
    const scene = await buildOutcomeScene(app, [{ breakdown: 'municipality' }, {}]);
    const per = await countQueries(app, () => planner.get(pathOf(scene)));
    expect(await countQueries(app, () => planner.get(pathOf(scene, 1)))).toBe(per);
    expect(per).toBeLessThanOrEqual(5);
  });
});
