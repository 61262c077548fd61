import { paths, type OutcomeCell } from '@samhandling/contracts';
import { startTestApp, type TestApp, type TestClient } from '../support/app.ts';
import { buildOutcomeScene, cellOf, enter, rowOf, type OutcomeScene } from '../support/outcomes.ts';

const COUNT = 0;
const MEASURE = 1;
const SHARE = 2;
const MILESTONE = 3;
const TEXT = 4;
const PER_MUNICIPALITY = 5;

describe('entering outcomes', () => {
  let app: TestApp;
  let planner: TestClient;
  let scene: OutcomeScene;
  beforeAll(async () => {
    app = await startTestApp();
    planner = await app.person('Petra Planerare', [{ role: 'planner' }]);
  });
  beforeEach(async () => {
    scene = await buildOutcomeScene(app, [
      { kind: 'count', target: 12 },
      { kind: 'measure', unit: 'km', decimals: 1 },
      { kind: 'share' },
      { kind: 'milestone' },
      { kind: 'text' },
      { kind: 'count', breakdown: 'municipality' },
    ]);
  });
  afterAll(() => app.close());

  const stored = (index: number) =>
    app.db.query<{ state: string; value: string | null }>(
      'SELECT state, value FROM outcome WHERE round_id = $1 AND indicator_id = $2 ORDER BY municipality_code',
      [scene.roundId, scene.indicatorIds[index]],
    );
  const audited = (index: number) =>
    app.db.query<{ action: string; changes: Record<string, { old?: unknown; new?: unknown }> }>(
      `SELECT action, changes FROM audit_event WHERE entity = 'outcome' AND entity_id IN (SELECT entity_id FROM audit_event WHERE changes -> 'indicatorId' ->> 'new' = $1) ORDER BY at, id`,
      [scene.indicatorIds[index]],
    );

  it('stores a value once, answers the cell with its version, and records the change', async () => {
    const first = await enter(planner, scene, COUNT, { input: '1 000', note: 'Enligt närvarolistor.' });
    expect(first.status).toBe(200);
    expect(first.body.cell).toMatchObject({
      state: 'value',
      value: 1000,
      version: 1,
      note: 'Enligt närvarolistor.',
      source: 'typed',
      mayEnter: true,
      lockedReason: '',
      reportedBy: { name: 'Petra Planerare' },
    });
    expect(first.body.combined).toEqual({
      state: 'value',
      value: 1000,
      denominator: null,
      day: null,
      text: '',
      of: 1,
      reported: 1,
    });
    const second = await enter(planner, scene, COUNT, { input: '12' }, 1);
    expect(second.body.cell).toMatchObject({ value: 12, version: 2, note: 'Enligt närvarolistor.' });
    const row = await rowOf(planner, scene, COUNT);
    expect(cellOf(row)).toEqual(second.body.cell);
    expect(row).toMatchObject({ target: 12, activities: ['1.1/1'] });
    expect(await audited(COUNT)).toMatchObject([
      { action: 'create', changes: { value: { new: 1000 }, municipalityCode: { new: null }, sex: { new: 'total' } } },
      { action: 'update', changes: { value: { old: 1000, new: 12 } } },
    ]);
  });

  it('writes nothing when nothing changed', async () => {
    await enter(planner, scene, COUNT, { input: '7' });
    const again = await enter(planner, scene, COUNT, { input: '7,0' }, 1);
    expect(again.body.cell.version).toBe(1);
    expect(await audited(COUNT)).toHaveLength(1);
  });

  it('keeps the kinds of empty apart in storage, in the answer and in the combined figure', async () => {
    const [a, b, c, d] = ['0760', '0761', '0763', '0764'];
    await enter(planner, scene, PER_MUNICIPALITY, { municipalityCode: a ?? '', input: '0' });
    await enter(planner, scene, PER_MUNICIPALITY, { municipalityCode: b ?? '', input: 'e.t.' });
    await enter(planner, scene, PER_MUNICIPALITY, { municipalityCode: c ?? '', input: '–' });
    const last = await enter(planner, scene, PER_MUNICIPALITY, { municipalityCode: d ?? '', input: '4' });
    expect(await stored(PER_MUNICIPALITY)).toEqual([
      { state: 'value', value: '0' },
      { state: 'not_applicable', value: null },
      { state: 'value', value: '4' },
    ]);
    const row = await rowOf(planner, scene, PER_MUNICIPALITY, 'municipality');
    expect([a, b, c, d].map((code) => cellOf(row, code ?? null).state)).toEqual([
      'value',
      'not_applicable',
      'not_reported',
      'value',
    ]);
    expect(cellOf(row, a ?? null).value).toBe(0);
    expect(row.combined).toMatchObject({ state: 'value', value: 4, of: 7, reported: 2 });
    expect(last.body.combined).toEqual(row.combined);
  });

  it('tells a zero from nothing in the combined figure', async () => {
    expect((await rowOf(planner, scene, PER_MUNICIPALITY, 'municipality')).combined).toEqual({
      state: 'not_reported',
      of: 8,
      reported: 0,
    });
    await enter(planner, scene, PER_MUNICIPALITY, { municipalityCode: '0780', input: '0' });
    expect((await rowOf(planner, scene, PER_MUNICIPALITY, 'municipality')).combined).toMatchObject({
      state: 'value',
      value: 0,
      of: 8,
      reported: 1,
    });
  });

  it('takes a value away again, and the cell is then free to claim', async () => {
    await enter(planner, scene, COUNT, { input: '5' });
    const gone = await enter(planner, scene, COUNT, { input: '' }, 1);
    expect(gone.body).toMatchObject({
      cell: { id: null, version: 0, state: 'not_reported', note: '' },
      combined: { state: 'not_reported', of: 1, reported: 0 },
    });
    expect(await stored(COUNT)).toEqual([]);
    expect((await audited(COUNT)).at(-1)).toMatchObject({ action: 'delete', changes: { value: { old: 5 } } });
    expect((await enter(planner, scene, COUNT, { input: '6' })).body.cell.version).toBe(1);
  });

  it.each([
    [MEASURE, '12,5 st', 'unit_in_value', 'Skriv bara talet: 12,5'],
    [COUNT, '12,5', 'too_many_decimals', 'Ange ett heltal, utan decimaler.'],
    [COUNT, '1e99', 'exponent', 'Skriv ut talet med siffror, utan tiopotens.'],
    [COUNT, '-3', 'negative', 'Talet får inte vara negativt.'],
    [
      COUNT,
      '1.000',
      'ambiguous_separator',
      'Talet kan läsas på två sätt. Skriv tusental med mellanslag (1 000) och decimaler med komma (1,5). Menar du 1\u00a0000?',
    ],
    [COUNT, 'cirka 10', 'not_exact', 'Ange ett bestämt tal, utan cirka, minst eller liknande. Menar du 10?'],
    [COUNT, '=SUM(A1)', 'formula', 'Rutan innehåller en formel eller ett felmeddelande från kalkylarket.'],
    [MILESTONE, 'kanske', 'not_yes_or_no', 'Svara ja eller nej.'],
  ])(
    'refuses indicator %i with "%s" at the field, in words, and changes nothing',
    async (index, input, code, reason) => {
      const { status, problem } = await enter(planner, scene, index, { input });
      expect(status).toBe(422);
      expect(problem.errors).toEqual([{ pointer: '/input', code, reason }]);
      expect(await stored(index)).toEqual([]);
    },
  );

  it.each([
    ['-', 'not_reported'],
    ['n/a', 'not_applicable'],
    [' 1 000 ', 'value'],
  ])('reads "%s" as %s', async (input, state) => {
    expect((await enter(planner, scene, COUNT, { input })).body.cell.state).toBe(state);
  });

  it('wants both parts of a share, the part not greater than the whole', async () => {
    const refusal = async (input: string, denominatorInput?: string) =>
      (
        await enter(planner, scene, SHARE, { input, ...(denominatorInput !== undefined && { denominatorInput }) })
      ).problem.errors?.map(({ pointer, code }) => `${pointer} ${code}`);
    expect(await refusal('9')).toEqual(['/denominatorInput denominator_missing']);
    expect(await refusal('', '12')).toEqual(['/input numerator_missing']);
    expect(await refusal('13', '12')).toEqual(['/input not_a_share']);
    expect(await refusal('0', '0')).toEqual(['/denominatorInput denominator_zero']);
    expect(await refusal('9', 'tolv')).toEqual(['/denominatorInput not_a_number']);
    expect(await refusal('75 %', '12')).toEqual(['/input percent_without_denominator']);
    expect((await enter(planner, scene, SHARE, { input: '9', denominatorInput: '12' })).body.cell).toMatchObject({
      value: 9,
      denominator: 12,
    });
    expect((await enter(planner, scene, SHARE, { input: '10 av 12' }, 1)).body.cell).toMatchObject({
      value: 10,
      denominator: 12,
    });
  });

  it('takes a milestone as yes with its day or as no, but no day to come', async () => {
    const reached = await enter(planner, scene, MILESTONE, { input: 'ja', day: '2025-03-12' });
    expect(reached.body.cell).toMatchObject({ state: 'value', value: 1, day: '2025-03-12' });
    expect((await enter(planner, scene, MILESTONE, { input: 'ja', note: 'Beslut fattat.' }, 1)).body.cell.day).toBe(
      '2025-03-12',
    );
    expect(
      (await enter(planner, scene, MILESTONE, { input: 'nej', day: '2025-03-12' }, 2)).problem.errors?.[0]?.pointer,
    ).toBe('/day');
    expect(
      (await enter(planner, scene, MILESTONE, { input: 'ja', day: '2199-01-01' }, 2)).problem.errors?.[0],
    ).toMatchObject({ pointer: '/day', code: 'day_in_future' });
    expect((await enter(planner, scene, MILESTONE, { input: 'nej' }, 2)).body.cell).toMatchObject({
      value: 0,
      day: null,
    });
    expect((await enter(planner, scene, MILESTONE, { input: '12 mars 2025' }, 3)).body.cell).toMatchObject({
      value: 1,
      day: '2025-03-12',
    });
  });

  it('takes texts as written', async () => {
    const text = 'Två nya rutiner, varav en gäller 12,5 % av tiden.';
    expect((await enter(planner, scene, TEXT, { input: ` ${text}\n` })).body.cell).toMatchObject({
      state: 'value',
      text,
      value: null,
    });
  });

  it('refuses a place or a sex the indicator is not divided by, and what is not in the plan', async () => {
    const pointer = async (index: number, request: Parameters<typeof enter>[3]) =>
      (await enter(planner, scene, index, { input: '1', ...request })).problem.errors?.[0]?.pointer;
    expect(await pointer(COUNT, { municipalityCode: '0780' })).toBe('/municipalityCode');
    expect(await pointer(PER_MUNICIPALITY, {})).toBe('/municipalityCode');
    expect(await pointer(PER_MUNICIPALITY, { municipalityCode: '1280' })).toBe('/municipalityCode');
    expect(await pointer(COUNT, { sex: 'women' })).toBe('/sex');
    const other = await buildOutcomeScene(app, [{}]);
    expect(
      (
        await planner.put(
          paths.roundOutcome(scene.roundId, other.indicatorIds[0] ?? ''),
          { municipalityCode: null, sex: 'total', input: '1' },
          0,
        )
      ).status,
    ).toBe(404);
  });

  it('refuses a stale save with the cell as stored, and a save without a version', async () => {
    await enter(planner, scene, COUNT, { input: '5' });
    await enter(planner, scene, COUNT, { input: '6' }, 1);
    const late = await enter(planner, scene, COUNT, { input: '7' }, 1);
    expect(late.status).toBe(412);
    expect(late.problem.current).toEqual(cellOf(await rowOf(planner, scene, COUNT)));
    expect((late.problem.current as OutcomeCell).value).toBe(6);
    expect((await enter(planner, scene, COUNT, { input: '' }, 1)).status).toBe(412);
    expect((await enter(planner, scene, COUNT, { input: '8' }, 0)).status).toBe(412);
    const path = paths.roundOutcome(scene.roundId, scene.indicatorIds[COUNT] ?? '');
    expect((await planner.put(path, { municipalityCode: null, sex: 'total', input: '1' })).status).toBe(428);
  });

  it('lets one of several win an empty cell and a filled one, and shows the others what stands', async () => {
    const race = async (version: number, inputs: readonly string[]) => {
      const answers = await Promise.all(inputs.map((input) => enter(planner, scene, COUNT, { input }, version)));
      const won = answers.filter(({ status }) => status === 200);
      const lost = answers.filter(({ status }) => status === 412);
      expect(won).toHaveLength(1);
      expect(lost).toHaveLength(inputs.length - 1);
      for (const { problem } of lost) expect((problem.current as OutcomeCell).value).toBe(won[0]?.body.cell.value);
    };
    await race(0, ['1', '2', '3', '4', '5']);
    await race(1, ['11', '12', '13', '14', '15']);
    expect(await stored(COUNT)).toHaveLength(1);
    expect(await audited(COUNT)).toHaveLength(2);
  });

  describe('who may', () => {
    it('lets the reporter of a responsible organisation and the coordinator of the municipality, and nobody else', async () => {
      const reporter = await app.person('Rune', [{ role: 'reporter', organisationId: scene.responsible.id }]);
      const stranger = await app.person('Stina', [{ role: 'reporter', organisationId: scene.plan.partner.id }]);
      const coordinator = await app.person('Karin', [{ role: 'municipal_coordinator', municipalityCode: '0780' }]);
      const reader = await app.person('Lars', [{ role: 'reader' }]);
      expect((await enter(reporter, scene, COUNT, { input: '1' })).status).toBe(200);
      const refused = await enter(stranger, scene, COUNT, { input: '2' }, 1);
      expect([refused.status, refused.problem.code]).toEqual([403, 'not_allowed']);
      expect(refused.problem.detail).toContain('ansvarar');
      expect((await enter(reader, scene, COUNT, { input: '2' }, 1)).status).toBe(403);
      expect((await enter(coordinator, scene, COUNT, { input: '2' }, 1)).status).toBe(403);
      expect((await enter(coordinator, scene, PER_MUNICIPALITY, { municipalityCode: '0780', input: '3' })).status).toBe(
        200,
      );
      expect((await enter(coordinator, scene, PER_MUNICIPALITY, { municipalityCode: '0781', input: '3' })).status).toBe(
        403,
      );
      const row = await rowOf(coordinator, scene, PER_MUNICIPALITY, 'municipality');
      expect(row.cells.filter(({ mayEnter }) => mayEnter).map(({ municipalityCode }) => municipalityCode)).toEqual([
        '0780',
      ]);
      expect(cellOf(row, '0781').lockedReason).toContain('kommunens samordnare');
      expect((await app.anonymous().get(paths.roundOutcomes(scene.roundId))).status).toBe(401);
    });

    it('takes answers only while the round is open; a planner corrects in review; nobody after adoption', async () => {
      const reporter = await app.person('Rune', [{ role: 'reporter', organisationId: scene.responsible.id }]);
      const move = (state: string) =>
        app.db.query('UPDATE follow_up_round SET state = $2 WHERE id = $1', [scene.roundId, state]);
      await move('planned');
      expect((await enter(planner, scene, COUNT, { input: '1' })).problem).toMatchObject({ code: 'rule', status: 409 });
      await move('in_review');
      const closed = await enter(reporter, scene, COUNT, { input: '1' });
      expect(closed.problem.detail).toBe(
        'Omgången granskas och tar inte emot fler svar. En planerare kan öppna den för svar igen.',
      );
      expect((await enter(planner, scene, COUNT, { input: '2' })).status).toBe(200);
      const adopted = { ...scene, roundId: scene.previousRoundId };
      const locked = await enter(planner, adopted, COUNT, { input: '1' });
      expect([locked.status, locked.problem.code]).toEqual([409, 'locked']);
      expect(cellOf(await rowOf(planner, adopted, COUNT))).toMatchObject({
        mayEnter: false,
        lockedReason: 'Omgången är fastställd. En planerare kan öppna den igen med en motivering.',
      });
    });

    it('knows nothing of another county’s rounds', async () => {
      const [halland] = await app.db.query<{ id: string }>(`SELECT id FROM county WHERE code = '13'`);
      const outsider = await app.person('Hedda', [{ role: 'planner' }], halland?.id ?? '');
      expect((await outsider.get(paths.roundOutcomes(scene.roundId))).status).toBe(404);
      expect((await enter(outsider, scene, COUNT, { input: '1' })).status).toBe(404);
    });
  });
});
