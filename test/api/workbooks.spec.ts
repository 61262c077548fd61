import type { WorkbookAnswer } from '@samhandling/contracts';
import { startTestApp, type TestApp, type TestClient } from '../support/app.ts';
import { buildOutcomeScene, enter, outcomeBySql, type OutcomeScene } from '../support/outcomes.ts';
import { countQueries } from '../support/query-counter.ts';
import { getFollowUp, saveFollowUp } from '../support/round-builder.ts';
import { downloadWorkbook, OpenFile, uploadFile } from '../support/workbooks.ts';

const [COUNT, , SHARE, MILESTONE] = [0, 1, 2, 3];
const text = (index: number): string => `Indikator nummer ${index + 1}.`;

describe('a workbook, out and in', () => {
  let app: TestApp;
  let planner: TestClient;
  let reporter: TestClient;
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
    reporter = await app.person('Ruth Rapportör', [{ role: 'reporter', organisationId: scene.responsible.id }]);
  });
  afterAll(() => app.close());

  const get = (client = reporter): Promise<OpenFile> => downloadWorkbook(client, scene.roundId, scene.responsible.id);
  const send = (file: OpenFile, more = {}, client = reporter) => uploadFile(client, scene.roundId, file, more);
  const valueRow = (file: OpenFile, index: number): number => file.row('Utfall', 'Indikator', text(index));
  const stored = (index: number) =>
    app.db.query<{ value: number; denominator: number | null; state: string; source: string; day: string | null }>(
      `SELECT value::float8 AS value, denominator::float8 AS denominator, state, source, day::text AS day FROM outcome
       WHERE round_id = $1 AND indicator_id = $2`,
      [scene.roundId, scene.indicatorIds[index]],
    );
  const followUpId = async (index: number): Promise<string> =>
    (
      await app.db.query<{ id: string }>('SELECT id FROM follow_up WHERE round_id = $1 AND activity_id = $2', [
        scene.roundId,
        scene.plan.activities[index]?.id,
      ])
    )[0]?.id ?? '';

  it('holds what the organisation owes, prefilled, with last round beside and the keys out of sight', async () => {
    await outcomeBySql(app, scene.previousRoundId, scene.indicatorIds[COUNT] ?? '', 9);
    await enter(reporter, scene, COUNT, { input: '7', note: 'Enligt listan.' });
    await saveFollowUp(reporter, await followUpId(0), { judgement: 'on_track', done: 'Träffen är hållen.' }, 1);
    const file = await get();
    expect(file.workbook.sheets.map(({ name, veryHidden }) => [name, veryHidden ?? false])).toEqual([
      ['Läs mig', false],
      ['Svar', false],
      ['Utfall', false],
      ['_samhandling', true],
    ]);
    expect(file.sheet('Svar').rows).toHaveLength(7);
    const municipalities = await app.db.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM municipality WHERE county_id = $1',
      [app.countyId],
    );
    expect(file.sheet('Utfall').rows).toHaveLength(1 + 5 + (municipalities[0]?.n ?? 0));
    const row = valueRow(file, COUNT);
    expect(file.get('Utfall', row, 'Värde')).toBe(7);
    expect(file.get('Utfall', row, 'Kommentar')).toBe('Enligt listan.');
    expect(file.get('Utfall', row, 'Förra omgången')).toBe('9');
    expect(file.get('Utfall', row, 'Målvärde')).toBe('12');
    const answer = file.row('Svar', 'Nummer', '1.1/1');
    expect(file.get('Svar', answer, 'Lägesbedömning')).toBe('Pågår enligt plan');
    expect(file.get('Svar', answer, 'Vad har gjorts?')).toBe('Träffen är hållen.');
    expect(file.sheet('Svar').columns?.[0]?.hidden).toBe(true);
    expect(file.sheet('Svar').freezePane).toMatchObject({ rows: 1 });
    expect(file.sheet('Svar').dataValidations?.map(({ type }) => type)).toContain('list');
    expect(file.cell('Utfall', row, 'Värde')?.style?.protection?.locked).toBe(false);
  });

  it('changes nothing when nobody has touched it, though it is full of numbers, shares, days and texts', async () => {
    await enter(reporter, scene, COUNT, { input: '1 000' });
    await enter(reporter, scene, 1, { input: '12,5' });
    await enter(reporter, scene, SHARE, { input: '9', denominatorInput: '12' });
    await enter(reporter, scene, MILESTONE, { input: '2025-03-12', note: 'Rad ett\nrad två' });
    await enter(reporter, scene, 4, { input: '=inte en formel; utan "text"' });
    await saveFollowUp(
      reporter,
      await followUpId(0),
      { judgement: 'on_track', done: 'Ett.\r\nTvå. ', nextStepDate: '2026-01-15', nothingNew: true },
      1,
    );
    const answer = await send(await get());
    expect(answer.body).toMatchObject({ saved: true, answers: 0, values: 0, changes: [], errors: [], annotated: null });
    const [{ count } = { count: -1 }] = await app.db.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM audit_event WHERE source = 'import'`,
    );
    expect(count).toBe(0);
  });

  it('saves the cells that were changed and no others, as an import', async () => {
    const file = await get();
    file.set('Utfall', valueRow(file, COUNT), 'Värde', 12);
    file.set('Utfall', valueRow(file, SHARE), 'Värde', '9').set('Utfall', valueRow(file, SHARE), 'Av (nämnare)', 12);
    file.set('Utfall', valueRow(file, MILESTONE), 'Värde', 'Ja');
    file.set('Utfall', valueRow(file, MILESTONE), 'Datum', new Date('2025-03-12T00:00:00Z'));
    const row = file.row('Svar', 'Nummer', '1.1/1');
    file.set('Svar', row, 'Lägesbedömning', 'PÅGÅR enligt plan').set('Svar', row, 'Vad har gjorts?', 'Två träffar.');
    file.set('Svar', row, 'Lämna in', 'ja');
    const dry = await send(file, { dryRun: true });
    expect(dry.body).toMatchObject({ saved: false, answers: 1, values: 3, errors: [] });
    expect(await stored(COUNT)).toEqual([]);
    const answer = await send(file);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ saved: true, answers: 1, values: 3 });
    expect(answer.body.changes).toEqual(dry.body.changes);
    expect(answer.body.changes).toContainEqual({
      sheet: 'Utfall',
      cell: 'G2',
      label: `${text(COUNT)} Kronobergs län: Värde`,
      before: '',
      after: '12',
    });
    expect(await stored(COUNT)).toEqual([
      { value: 12, denominator: null, state: 'value', source: 'import', day: null },
    ]);
    expect(await stored(SHARE)).toMatchObject([{ value: 9, denominator: 12 }]);
    expect(await stored(MILESTONE)).toMatchObject([{ value: 1, day: '2025-03-12' }]);
    const page = await getFollowUp(reporter, await followUpId(0));
    expect(page.followUp).toMatchObject({ state: 'submitted', judgement: 'on_track', done: 'Två träffar.' });
    const audited = await app.db.query(
      `SELECT action, entity FROM audit_event WHERE source = 'import' AND (entity_id = $1 OR changes -> 'indicatorId' ->> 'new' = $2) ORDER BY at, id`,
      [await followUpId(0), scene.indicatorIds[COUNT]],
    );
    expect(audited).toEqual(
      expect.arrayContaining([
        { action: 'update', entity: 'follow_up' },
        { action: 'submit', entity: 'follow_up' },
        { action: 'create', entity: 'outcome' },
      ]),
    );
    const again = await send(file);
    expect(again.body).toMatchObject({ saved: true, answers: 0, values: 0, changes: [] });
  });

  it('saves nothing when one cell is wrong, and sends the same file back with a comment there', async () => {
    const file = await get();
    const wrong = valueRow(file, COUNT);
    file.set('Utfall', wrong, 'Värde', 'cirka 20');
    file.set('Utfall', valueRow(file, 1), 'Värde', 12.5);
    const row = file.row('Svar', 'Nummer', '1.1/1');
    file.set('Svar', row, 'Lägesbedömning', 'Sådär').set('Svar', row, 'Nästa steg senast', 'snart');
    const answer = await send(file);
    expect(answer.body).toMatchObject({ saved: false });
    expect(answer.body.errors.map(({ sheet, cell, code }) => [sheet, cell, code])).toEqual([
      ['Svar', 'F2', 'not_a_judgement'],
      ['Svar', 'L2', 'not_a_day'],
      ['Utfall', 'G2', 'not_exact'],
    ]);
    expect(await stored(1)).toEqual([]);
    const back = await OpenFile.of(Buffer.from(answer.body.annotated?.base64 ?? '', 'base64'));
    expect(back.cell('Utfall', wrong, 'Värde')).toMatchObject({
      value: 'cirka 20',
      comment: { text: answer.body.errors[2]?.reason },
      style: { fill: { fgColor: { rgb: 'FBD5CF' } } },
    });
    expect(back.cell('Utfall', valueRow(back, 1), 'Värde')?.comment).toBeUndefined();
    expect(
      back
        .sheet('Fel')
        .rows.slice(1)
        .map(([cell]) => cell),
    ).toEqual(['Svar F2', 'Svar L2', 'Utfall G2']);
    // Mended in the file that came back, it is saved, and the list of errors does no harm.
    back.set('Utfall', wrong, 'Värde', 20);
    back.set('Svar', row, 'Lägesbedömning', 'Genomförd').set('Svar', row, 'Nästa steg senast', '15 januari 2026');
    const mended = await send(back);
    expect(mended.body).toMatchObject({ saved: true, answers: 1, values: 2, errors: [] });
    expect(await stored(COUNT)).toMatchObject([{ value: 20 }]);
  });

  it('takes away its earlier comments from what was mended', async () => {
    const file = await get();
    file.set('Utfall', valueRow(file, COUNT), 'Värde', 'tolv').set('Utfall', valueRow(file, 1), 'Värde', 'elva');
    const first = await send(file);
    const back = await OpenFile.of(Buffer.from(first.body.annotated?.base64 ?? '', 'base64'));
    back.set('Utfall', valueRow(back, 1), 'Värde', 11);
    const second = await send(back);
    const again = await OpenFile.of(Buffer.from(second.body.annotated?.base64 ?? '', 'base64'));
    expect(again.cell('Utfall', valueRow(again, 1), 'Värde')?.comment).toBeUndefined();
    expect(again.cell('Utfall', valueRow(again, 1), 'Värde')?.style?.fill).toBeUndefined();
    expect(again.cell('Utfall', valueRow(again, COUNT), 'Värde')?.comment?.text).toContain('tal');
    expect(again.workbook.sheets.filter(({ name }) => name.startsWith('Fel'))).toHaveLength(1);
  });

  it('finds rows and columns again after they were sorted, moved and given another sheet name', async () => {
    const file = await get();
    const row = valueRow(file, COUNT);
    file.set('Utfall', row, 'Värde', 5);
    file.rearrange(
      'Utfall',
      (count) => Array.from({ length: count }, (_, index) => count - 1 - index),
      (count) => [0, ...Array.from({ length: count - 1 }, (_, index) => count - 1 - index)],
    );
    file.sheet('Utfall').name = 'Våra siffror';
    const answer = await send(file);
    expect(answer.body).toMatchObject({ saved: true, values: 1, errors: [] });
    expect(answer.body.remarks.join(' ')).toContain('Bladet Utfall heter Våra siffror');
    expect(answer.body.remarks.join(' ')).toContain('kolumnerna flyttade');
    expect(await stored(COUNT)).toMatchObject([{ value: 5 }]);
  });

  it('says who changed a cell meanwhile, and saves neither', async () => {
    await enter(planner, scene, COUNT, { input: '3' });
    const file = await get();
    await enter(planner, scene, COUNT, { input: '4' }, 1);
    await saveFollowUp(planner, await followUpId(0), { done: 'Planerarens ord.' }, 1);
    file.set('Utfall', valueRow(file, COUNT), 'Värde', 5);
    file.set('Svar', file.row('Svar', 'Nummer', '1.1/1'), 'Vad har gjorts?', 'Mina ord.');
    const { body } = await send(file);
    expect(body.saved).toBe(false);
    expect(body.errors.map(({ cell, code }) => [cell, code])).toEqual([
      ['G2', 'stale'],
      ['G2', 'stale'],
    ]);
    expect(body.errors[0]?.reason).toMatch(/^Ändrad av Petra Planerare den .* nu står ”Planerarens ord.”/);
    expect(body.errors[1]?.reason).toContain('nu står ”4”');
    expect(await stored(COUNT)).toMatchObject([{ value: 4 }]);
  });

  it('lets a meanwhile change of another field stand beside the file’s, and says so', async () => {
    const file = await get();
    await saveFollowUp(planner, await followUpId(0), { results: 'Planerarens resultat.' }, 1);
    file.set('Svar', file.row('Svar', 'Nummer', '1.1/1'), 'Vad har gjorts?', 'Mina ord.');
    const { body } = await send(file);
    expect(body).toMatchObject({ saved: true, answers: 1 });
    expect(body.remarks.join()).toContain('Petra Planerare');
    const { followUp } = await getFollowUp(reporter, await followUpId(0));
    expect(followUp).toMatchObject({ done: 'Mina ord.', results: 'Planerarens resultat.' });
  });

  it('does not take a formula for its number, nor what nobody can see', async () => {
    const file = await get();
    file.set('Utfall', valueRow(file, COUNT), 'Värde', 12, { type: 'formula', formula: '6*2', formulaResult: 12 });
    const hidden = valueRow(file, 1);
    file.set('Utfall', hidden, 'Värde', 3);
    file.sheet('Utfall').rowDefs = new Map([[hidden, { hidden: true }]]);
    const { body } = await send(file);
    expect(body.errors.map(({ code }) => code)).toEqual(['formula', 'hidden']);
    expect(body.errors[0]?.reason).toContain('12');
    expect(body.saved).toBe(false);
  });

  it('submits only what is complete, and points to what is missing', async () => {
    const file = await get();
    const row = file.row('Svar', 'Nummer', '1.1/1');
    file.set('Svar', row, 'Lägesbedömning', 'Behöver stöd').set('Svar', row, 'Vad har gjorts?', 'Lite.');
    file.set('Svar', row, 'Lämna in', 'ja');
    const { body } = await send(file);
    expect(body.errors.map(({ cell, reason }) => [cell, reason])).toEqual([['J2', 'Skriv vilket stöd som behövs.']]);
    expect((await getFollowUp(reporter, await followUpId(0))).followUp.judgement).toBeNull();
  });

  it('says of a copied row and of a stranger that they are not taken', async () => {
    const file = await get();
    const sheet = file.sheet('Utfall');
    sheet.rows.push([...(sheet.rows[1] ?? [])], [null, null, 'Egen rad', null, null, null, 7]);
    const { body } = await send(file);
    expect(body.errors.map(({ code }) => code)).toEqual(['row_twice', 'unknown_row']);
  });

  it('asks the database as often for one value as for many', async () => {
    const change = async (count: number): Promise<number> => {
      const file = await get();
      const rows = file.sheet('Utfall').rows.length;
      const at = Array.from({ length: count }, (_, index) => rows - 1 - index);
      for (const row of at) file.set('Utfall', row, 'Värde', row + 100 * count);
      const bytes = await file.save();
      let answer: WorkbookAnswer | undefined;
      const queries = await countQueries(app, async () => {
        answer = (await uploadFile(reporter, scene.roundId, await OpenFile.of(bytes))).body;
      });
      expect(answer).toMatchObject({ saved: true, values: count });
      return queries;
    };
    const one = await change(1);
    expect(await change(5)).toBe(one);
  });
});
