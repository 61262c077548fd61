import {
  paths,
  type EventColumn,
  type EventFileRows,
  type EventList,
  type ImportEventsAnswer,
  type ImportEventsRequest,
} from '@samhandling/contracts';
import { writeXlsx } from 'hucre/xlsx';
import { v7 as newId } from 'uuid';
import { startTestApp, type Answer, type TestApp, type TestClient } from '../support/app.ts';
import { buildEventScene, registered, setRule, type EventScene } from '../support/event-builder.ts';
import { cellOf, rowOf } from '../support/outcomes.ts';
import { buildOrganisation } from '../support/plan-builder.ts';
import { countQueries } from '../support/query-counter.ts';

const COLUMNS: readonly (EventColumn | null)[] = [
  'day',
  'kind',
  'activities',
  'municipalities',
  'participants',
  'title',
];

describe('importing events', () => {
  let app: TestApp;
  let planner: TestClient;
  let scene: EventScene;
  beforeAll(async () => {
    app = await startTestApp();
    planner = await app.person('Petra Planerare', [{ role: 'planner' }]);
  });
  beforeEach(async () => {
    scene = await buildEventScene(app, planner, [{ kind: 'count' }, { kind: 'count' }]);
  });
  afterAll(() => app.close());

  const send = (
    rows: readonly (readonly string[])[],
    more: Partial<ImportEventsRequest> = {},
    client = planner,
  ): Promise<Answer<ImportEventsAnswer>> =>
    client.post(paths.eventImport(), { plan: scene.plan.slug, columns: COLUMNS, rows, dryRun: false, ...more });
  const readFile = (bytes: Uint8Array | string, name: string): Promise<Answer<EventFileRows>> => {
    const form = new FormData();
    form.append('file', new Blob([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)]), name);
    return planner.post(paths.eventFile(), form);
  };
  const saved = async (): Promise<number> =>
    (await planner.get<EventList>(`${paths.events()}?plan=${scene.plan.slug}`)).body.total;

  it('reads days, names and references as people write them, and recomputes once', async () => {
    await setRule(planner, scene, 0);
    const rows = [
      ['2025-03-12', 'nätverksträff', '1.1/1', 'Alvesta kommun, lessebo', '1 200', 'Vår'],
      ['12 mars 2025', 'Utbildning', '1.1/1; 1.2/2', '', '', ''],
      ['', '', '', '', '', ''],
      ['45730', 'Dialogmöte', '1.2 / 2', '0764', '0', ''],
    ];
    const dry = await send(rows, { dryRun: true });
    expect(dry.body.rows.map(({ row, result, errors }) => [row, result, errors])).toEqual([
      [1, 'ready', []],
      [2, 'ready', []],
      [4, 'ready', []],
    ]);
    expect(await saved()).toBe(0);
    const done = await send(rows);
    expect(done.body).toMatchObject({ saved: 3, duplicates: 0, changed: [{ after: { value: 2 } }] });
    const { body } = await planner.get<EventList>(`${paths.events()}?plan=${scene.plan.slug}`);
    expect(new Set(body.items.map(({ day, participants }) => `${day} ${participants}`))).toEqual(
      new Set(['2025-03-14 0', '2025-03-12 1200', '2025-03-12 null']),
    );
    expect(cellOf(await rowOf(planner, scene, 0))).toMatchObject({ value: 2, source: 'events' });
  });

  it('writes nothing when one row is refused, and says at each column what is wrong', async () => {
    const { body } = await send([
      ['2025-03-12', 'Nätverksträff', '1.1/1', '', '', ''],
      ['12/3', 'Kalas', '9.9/9', 'Solna', 'ca 20', ''],
      ['2199-01-01', 'Utbildning', '', '', '', ''],
    ]);
    expect(body.saved).toBe(0);
    expect(body.rows.map(({ result }) => result)).toEqual(['ready', 'refused', 'refused']);
    expect(body.rows[1]?.errors.map(({ pointer, code }) => [pointer, code])).toEqual([
      ['/day', 'not_a_day'],
      ['/kind', 'unknown'],
      ['/activities', 'unknown'],
      ['/municipalities', 'unknown'],
      ['/participants', 'not_exact'],
    ]);
    expect(body.rows[1]?.errors.at(-1)?.reason).toContain('Menar du 20?');
    expect(body.rows[2]?.errors.map(({ pointer }) => pointer)).toEqual(['/day', '/activities']);
    expect(await saved()).toBe(0);
  });

  it('leaves out what is registered already, unless asked, and takes two alike in a file for two', async () => {
    await registered(planner, scene);
    const row = ['2025-03-12', 'Nätverksträff', '1.1/1', '', '', ''];
    const first = await send([row, row]);
    expect([first.body.saved, first.body.duplicates, first.body.rows.map(({ result }) => result)]).toEqual([
      1,
      1,
      ['duplicate', 'saved'],
    ]);
    const again = await send([row, row]);
    expect([again.body.saved, again.body.duplicates]).toEqual([0, 2]);
    expect((await send([row], { includeDuplicates: true })).body.saved).toBe(1);
    expect(await saved()).toBe(3);
  });

  it('refuses columns that are missing or named twice, and more than two thousand rows, in words', async () => {
    const moved = await send([['Nätverksträff', '2025-03-12']], { columns: ['kind', null] });
    expect(moved.status).toBe(422);
    expect(moved.problem.errors?.map(({ code }) => code)).toEqual(['missing_day', 'missing_activities']);
    const twice = await send([], { columns: [...COLUMNS, 'day'] });
    expect(twice.problem.errors).toMatchObject([{ pointer: '/columns/6', code: 'twice' }]);
    const swapped = await send([['Nätverksträff', '2025-03-12', '1.1/1']]);
    expect(swapped.body.rows[0]?.errors.map(({ pointer }) => pointer)).toEqual(['/day', '/kind']);
    const many = await send(Array.from({ length: 2001 }, () => ['2025-03-12', 'Utbildning', '1.1/1']));
    expect([many.status, many.problem.errors?.[0]?.code]).toEqual([422, 'too_many_rows']);
    expect(many.problem.errors?.[0]?.reason).toContain('2\u00a0001');
  });

  it('costs as many statements for four hundred rows as for one', async () => {
    await setRule(planner, scene, 0);
    const rows = (many: number, title: string) =>
      Array.from({ length: many }, (_, index) => ['2025-05-02', 'Kampanj', '1.1/1', '', String(index), title]);
    const one = await countQueries(app, () => send(rows(1, 'En'), { includeDuplicates: true }));
    expect(await countQueries(app, () => send(rows(400, 'Många'), { includeDuplicates: true }))).toBe(one);
    expect(await saved()).toBe(401);
  });

  it('lets a reporter import their own, and refuses the rows that are not', async () => {
    const member = await buildOrganisation(app, `Fristående ${newId()}`);
    const reporter = await app.person('Ruth Rapportör', [{ role: 'reporter', organisationId: member.id }]);
    const row = ['2025-03-12', 'Nätverksträff', '1.1/1', '', '', ''];
    const { body } = await send([row], {}, reporter);
    expect(body.rows[0]).toMatchObject({ result: 'refused', errors: [{ pointer: '', code: 'not_allowed' }] });
    const own = await app.person('Roy Rapportör', [{ role: 'reporter', organisationId: scene.plan.responsible.id }]);
    expect((await send([row], {}, own)).body.saved).toBe(1);
  });

  it('reads a workbook and a text file into rows with what the columns are', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'Händelser',
          rows: [
            ['Datum', 'Slag', 'Aktivitet', 'Antal deltagare', 'Plats'],
            [new Date(Date.UTC(2025, 2, 12)), 'Utbildning', '1.1/1', 14, 'Salen'],
          ],
        },
        { name: 'Annat', rows: [['x']] },
      ],
    });
    const workbook = await readFile(bytes, 'händelser.xlsx');
    expect(workbook.body).toMatchObject({
      columns: ['day', 'kind', 'activities', 'participants', null],
      rows: [['2025-03-12', 'Utbildning', '1.1/1', '14', 'Salen']],
    });
    expect(workbook.body.remarks).toEqual(['Bladet Händelser lästes. Övriga blad (1) lästes inte.']);
    const text = await readFile(
      '\uFEFFDag;Slag;Rubrik\r\n2025-03-12;"Kampanj";"Vår; och ""sommar"""\r\n;;\r\n',
      'h.csv',
    );
    expect(text.body).toMatchObject({
      columns: ['day', 'kind', 'title'],
      headings: ['Dag', 'Slag', 'Rubrik'],
      rows: [['2025-03-12', 'Kampanj', 'Vår; och "sommar"']],
    });
  });

  it('refuses what is no such file, in words', async () => {
    expect((await readFile('', 'tom.xlsx')).status).toBe(422);
    expect((await readFile('%PDF-1.7\n%', 'a.xlsx')).status).toBe(415);
    expect((await readFile('PK\u0003\u0004trasig', 'a.xlsx')).problem.errors).toMatchObject([{ code: 'broken' }]);
    expect((await planner.post(paths.eventFile(), new FormData())).status).toBe(422);
    const many = `Dag;Slag\n${'2025-03-12;Kampanj\n'.repeat(2001)}`;
    expect((await readFile(many, 'm.csv')).problem.errors).toMatchObject([{ code: 'too_many_rows' }]);
  });
});
