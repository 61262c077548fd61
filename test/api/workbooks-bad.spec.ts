import { paths, type WorkbookChoices } from '@samhandling/contracts';
import { startTestApp, type TestApp, type TestClient } from '../support/app.ts';
import { badFiles, withManyRows } from '../support/bad-workbooks.ts';
import { adoptBySql, buildOutcomeScene, type OutcomeScene } from '../support/outcomes.ts';
import { buildOrganisation, buildRound } from '../support/plan-builder.ts';
import { downloadWorkbook, uploadBytes, uploadFile } from '../support/workbooks.ts';

describe('a workbook that cannot be read, or not by this person', () => {
  let app: TestApp;
  let planner: TestClient;
  let reporter: TestClient;
  let scene: OutcomeScene;
  beforeAll(async () => {
    app = await startTestApp();
    planner = await app.person('Petra Planerare', [{ role: 'planner' }]);
    scene = await buildOutcomeScene(app, [{ kind: 'count' }, { kind: 'count', breakdown: 'municipality' }]);
    reporter = await app.person('Ruth Rapportör', [{ role: 'reporter', organisationId: scene.responsible.id }]);
  });
  afterAll(() => app.close());

  const get = (client = reporter) => downloadWorkbook(client, scene.roundId, scene.responsible.id);
  const path = (roundId: string, organisationId: string) =>
    `${paths.roundWorkbook(roundId)}?organisation=${organisationId}`;

  it('is refused in words, and nothing is saved', async () => {
    for (const { what, bytes, name, status, code } of await badFiles(await get())) {
      const answer = await uploadBytes(reporter, scene.roundId, bytes, name === undefined ? {} : { name });
      expect({ what, status: answer.status, code: answer.problem.errors?.[0]?.code }).toEqual({ what, status, code });
      expect(answer.problem.detail.length).toBeGreaterThan(10);
    }
    const [row] = await app.db.query<{ n: number }>('SELECT count(*)::int AS n FROM outcome WHERE round_id = $1', [
      scene.roundId,
    ]);
    expect(row?.n).toBe(0);
  });

  it('with 100 000 rows is refused before any row is built', async () => {
    const answer = await uploadBytes(reporter, scene.roundId, await withManyRows(await get(), 100_000));
    expect(answer.status).toBe(413);
    expect(answer.problem.detail).toContain('5 000 rader');
  });

  it('larger than 5 MB is refused as such', async () => {
    const answer = await uploadBytes(reporter, scene.roundId, new Uint8Array(5 * 1024 * 1024 + 1));
    expect([answer.status, answer.problem.code]).toEqual([413, 'too_large']);
  });

  it('without its hidden sheet, or of another format, is refused', async () => {
    const bare = await get();
    bare.workbook.sheets = bare.workbook.sheets.filter(({ name }) => name !== '_samhandling');
    expect((await uploadFile(reporter, scene.roundId, bare)).problem.errors?.[0]?.code).toBe('no_keys');
    const other = await get();
    (other.sheet('_samhandling').rows[0] ?? [])[1] = 99;
    expect((await uploadFile(reporter, scene.roundId, other)).problem.errors?.[0]?.code).toBe('other_format');
  });

  it('of another round names that round; of another county it does not exist', async () => {
    const file = await get();
    const next = await buildRound(app, scene.plan, { label: '2026', state: 'planned' });
    const wrong = await uploadFile(planner, next.id, file);
    expect([wrong.status, wrong.problem.errors?.[0]?.code]).toEqual([422, 'other_round']);
    expect(wrong.problem.detail).toContain('2025');
    const [elsewhere] = await app.db.query<{ id: string }>('SELECT id FROM county WHERE id <> $1 LIMIT 1', [
      app.countyId,
    ]);
    const foreign = await buildOutcomeScene(app, [{ kind: 'count' }], elsewhere?.id);
    const stranger = await app.person('Frida Främmande', [{ role: 'planner' }], elsewhere?.id);
    const theirs = await downloadWorkbook(stranger, foreign.roundId, foreign.responsible.id);
    const nowhere = await planner.get(path('01890000-0000-7000-8000-000000000000', scene.responsible.id));
    for (const answer of [
      await uploadFile(planner, scene.roundId, theirs),
      await uploadFile(planner, foreign.roundId, theirs),
      await planner.get(path(foreign.roundId, foreign.responsible.id)),
      await planner.get(path(scene.roundId, foreign.responsible.id)),
    ])
      expect([answer.status, answer.problem.detail]).toEqual([404, nowhere.problem.detail]);
  });

  it('is for those who answer for the organisation', async () => {
    const file = await get();
    const stranger = await app.person('Sven Svarar Annorstädes', [
      { role: 'reporter', organisationId: (await buildOrganisation(app, 'En annan förening')).id },
    ]);
    const reader = await app.person('Lena Läsare', [{ role: 'reader' }]);
    for (const person of [stranger, reader]) {
      expect((await person.get(path(scene.roundId, scene.responsible.id))).status).toBe(403);
      expect((await uploadFile(person, scene.roundId, file)).status).toBe(403);
    }
    const choices = await stranger.get<WorkbookChoices>(paths.roundWorkbookOrganisations(scene.roundId));
    expect(choices.body.organisations).toEqual([]);
    const own = await reporter.get<WorkbookChoices>(paths.roundWorkbookOrganisations(scene.roundId));
    expect(own.body).toMatchObject({
      lockedReason: '',
      organisations: [{ id: scene.responsible.id, answers: 2, own: true }],
    });
  });

  it('gives a coordinator the values of the own municipality, and nothing else', async () => {
    const [place] = await app.db.query<{ code: string; name: string }>(
      'SELECT code, name FROM municipality WHERE county_id = $1 ORDER BY code LIMIT 1',
      [app.countyId],
    );
    const municipality = await buildOrganisation(app, `${place?.name} kommun`, {
      kind: 'municipality',
      municipalityCode: place?.code ?? '',
    });
    const coordinator = await app.person('Karin Kommunsamordnare', [
      { role: 'municipal_coordinator', municipalityCode: place?.code ?? '' },
    ]);
    const file = await downloadWorkbook(coordinator, scene.roundId, municipality.id);
    expect(file.workbook.sheets.map(({ name }) => name)).not.toContain('Svar');
    expect(file.sheet('Utfall').rows).toHaveLength(2);
    file.set('Utfall', 1, 'Värde', 4);
    expect((await uploadFile(coordinator, scene.roundId, file)).body).toMatchObject({ saved: true, values: 1 });
    // The same file in a reporter's hands is not theirs.
    expect((await uploadFile(reporter, scene.roundId, file)).status).toBe(403);
  });

  it('is not taken by a round that is adopted, and the choices say why', async () => {
    const closed = await buildOutcomeScene(app, [{ kind: 'count' }]);
    const file = await downloadWorkbook(planner, closed.roundId, closed.responsible.id);
    await app.db.query(`UPDATE follow_up_round SET state = 'in_review' WHERE id = $1`, [closed.roundId]);
    await adoptBySql(app, closed.plan.planId, closed.roundId);
    file.set('Utfall', 1, 'Värde', 4);
    const answer = await uploadFile(planner, closed.roundId, file);
    expect([answer.status, answer.problem.code]).toEqual([409, 'locked']);
    const choices = await planner.get<WorkbookChoices>(paths.roundWorkbookOrganisations(closed.roundId));
    expect(choices.body.lockedReason).toContain('fastställd');
  });
});
