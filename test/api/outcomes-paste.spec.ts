import { paths, type PutOutcomesAnswer } from '@samhandling/contracts';
import { startTestApp, type TestApp, type TestClient } from '../support/app.ts';
import { buildOutcomeScene, enter, type OutcomeScene } from '../support/outcomes.ts';

const COUNT = 0;
const PER_MUNICIPALITY = 1;

describe('a pasted rectangle of outcomes', () => {
  let app: TestApp;
  let planner: TestClient;
  let scene: OutcomeScene;
  beforeAll(async () => {
    app = await startTestApp();
    planner = await app.person('Petra Planerare', [{ role: 'planner' }]);
  });
  beforeEach(async () => {
    scene = await buildOutcomeScene(app, [{ kind: 'count' }, { kind: 'count', breakdown: 'municipality' }]);
  });
  afterAll(() => app.close());

  const paste = (cells: readonly object[], client = planner) =>
    client.put<PutOutcomesAnswer>(paths.roundOutcomes(scene.roundId), {
      cells: cells.map((cell) => ({
        indicatorId: scene.indicatorIds[PER_MUNICIPALITY],
        municipalityCode: '0780',
        sex: 'total',
        version: 0,
        input: '',
        ...cell,
      })),
    });

  it('saves what can be saved and answers every cell in the order sent', async () => {
    await enter(planner, scene, PER_MUNICIPALITY, { municipalityCode: '0764', input: '1' });
    await enter(planner, scene, PER_MUNICIPALITY, { municipalityCode: '0765', input: '2' });
    const { status, body } = await paste([
      { municipalityCode: '0760', input: '10' },
      { municipalityCode: '0761', input: '12,5 st' },
      { municipalityCode: '0763', input: '-' },
      { municipalityCode: '0764', input: '7' },
      { municipalityCode: '0765', input: '3', version: 1 },
      { municipalityCode: '0760', input: '11' },
      { indicatorId: scene.indicatorIds[COUNT], municipalityCode: null, input: 'e.t.' },
    ]);
    expect(status).toBe(200);
    expect(body.cells.map(({ result }) => result)).toEqual([
      'saved',
      'refused',
      'unchanged',
      'stale',
      'saved',
      'refused',
      'saved',
    ]);
    expect([body.saved, body.refused, body.stale]).toEqual([3, 2, 1]);
    expect(body.cells[1]).toMatchObject({
      errors: [{ pointer: '/input', code: 'unit_in_value', reason: 'Skriv bara talet, utan enhet.' }],
    });
    expect(body.cells[3]).toMatchObject({ cell: { value: 1, version: 1 } });
    expect(body.cells[4]).toMatchObject({ cell: { value: 3, version: 2 } });
    expect(body.cells[5]).toMatchObject({ errors: [{ code: 'twice' }] });
    expect(
      body.rows.find(({ indicatorId }) => indicatorId === scene.indicatorIds[PER_MUNICIPALITY])?.combined,
    ).toMatchObject({ value: 14, reported: 3 });
    const stored = await app.db.query<{ value: string }>(
      'SELECT value FROM outcome WHERE round_id = $1 AND indicator_id = $2 ORDER BY municipality_code',
      [scene.roundId, scene.indicatorIds[PER_MUNICIPALITY]],
    );
    expect(stored).toMatchObject([{ value: '10' }, { value: '1' }, { value: '3' }]);
  });

  it('refuses each cell that is not the person’s own, with the reason', async () => {
    const coordinator = await app.person('Karin', [{ role: 'municipal_coordinator', municipalityCode: '0780' }]);
    const { body } = await paste([{ input: '4' }, { municipalityCode: '0781', input: '4' }], coordinator);
    expect(body.cells.map(({ result }) => result)).toEqual(['saved', 'refused']);
    expect(body.cells[1]).toMatchObject({ errors: [{ pointer: '', code: 'not_allowed' }] });
  });

  it('saves nothing in an adopted round, and refuses more cells than a paste may hold', async () => {
    const cell = {
      indicatorId: scene.indicatorIds[COUNT],
      municipalityCode: null,
      sex: 'total',
      version: 0,
      input: '1',
    };
    const locked = await planner.put(paths.roundOutcomes(scene.previousRoundId), { cells: [cell] });
    expect([locked.status, locked.problem.code]).toEqual([409, 'locked']);
    const tooMany = await planner.put(paths.roundOutcomes(scene.roundId), {
      cells: Array.from({ length: 2001 }, () => cell),
    });
    expect([tooMany.status, tooMany.problem.errors?.[0]?.code]).toEqual([400, 'arrayMaxSize']);
  });

  it('lets two people paste over the same cells at once without a deadlock: each cell has one winner', async () => {
    const codes = ['0760', '0761', '0763', '0764', '0765', '0767', '0780', '0781'];
    const [one, other] = await Promise.all([
      paste(codes.map((municipalityCode) => ({ municipalityCode, input: '1' }))),
      paste([...codes].reverse().map((municipalityCode) => ({ municipalityCode, input: '2' }))),
    ]);
    expect([one.status, other.status]).toEqual([200, 200]);
    expect(one.body.saved + other.body.saved).toBe(8);
    expect(one.body.stale + other.body.stale).toBe(8);
    const audited = await app.db.query(
      `SELECT 1 FROM audit_event WHERE entity = 'outcome' AND changes -> 'indicatorId' ->> 'new' = $1`,
      [scene.indicatorIds[PER_MUNICIPALITY]],
    );
    expect(audited).toHaveLength(8);
  });
});
