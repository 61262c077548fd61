import { paths, type Handover, type HandoverAnswer, type HandoverPreview } from '@samhandling/contracts';
import { v7 as newId } from 'uuid';
import { startTestApp, type TestApp, type TestClient } from '../support/app.ts';
import { buildOrganisation } from '../support/plan-builder.ts';
import { countQueries } from '../support/query-counter.ts';
import { getFollowUp, saveFollowUp, takeFollowUp } from '../support/round-builder.ts';
import { idOf, sharedScene } from '../support/together.ts';

describe('handing over what somebody reports', () => {
  let app: TestApp;
  let planner: TestClient;
  beforeAll(async () => {
    app = await startTestApp();
    planner = await app.person('Petra Planerare', [{ role: 'planner' }]);
  });
  afterAll(() => app.close());

  const between = (from: TestClient, to: TestClient) => ({ fromPersonId: idOf(from), toPersonId: idOf(to) });
  const handOver = (client: TestClient, from: TestClient, to: TestClient, reason = '') =>
    client.post<HandoverAnswer>(paths.handovers(), { ...between(from, to), reason });

  it('moves what is left to write, names what stays, closes the giver’s link and goes back untouched', async () => {
    const { round, plan, ids, anna, bo } = await sharedScene(app, planner);
    const [handedIn = '', touched = '', untouched = '', accepted = ''] = ids;
    for (const id of [handedIn, accepted]) {
      await saveFollowUp(anna, id, { judgement: 'on_track', done: 'Klart.' }, 1);
      await takeFollowUp(anna, id, 'submit', 2);
    }
    await takeFollowUp(planner, accepted, 'accept', 3);
    await app.db.query(
      `INSERT INTO answer_link (id, county_id, plan_id, round_id, person_id, token_hash, created_at, expires_at)
       VALUES ($1, $2, $3, $4, $5, decode('aa', 'hex'), now(), now() + interval '9 days')`,
      [newId(), app.countyId, plan.planId, round.id, idOf(anna)],
    );

    const preview = await planner.post<HandoverPreview>(paths.handoverPreview(), between(anna, bo));
    expect(preview.status).toBe(200);
    expect(preview.body).toMatchObject({ from: { name: 'Anna Första' }, to: { name: 'Bo Andra' }, moves: 2 });
    expect(preview.body.items.map(({ followUpId, moves, reason }) => [followUpId, moves, reason])).toEqual([
      [handedIn, false, 'Svaret är inlämnat. Det kan överlämnas om det kommer tillbaka med en fråga.'],
      [touched, true, ''],
      [untouched, true, ''],
      [accepted, false, 'Svaret är godkänt, så inget återstår att göra.'],
    ]);
    expect((await getFollowUp(bo, untouched)).followUp.reporter?.name).toBe('Anna Första');

    const done = await handOver(planner, anna, bo, 'Anna är föräldraledig.');
    expect(done.status).toBe(201);
    expect(done.body).toMatchObject({
      moves: 2,
      handover: {
        items: 2,
        reason: 'Anna är föräldraledig.',
        by: { name: 'Petra Planerare' },
        mayUndo: true,
        version: 1,
      },
    });
    expect((await getFollowUp(bo, untouched)).followUp).toMatchObject({ reporter: { name: 'Bo Andra' }, version: 2 });
    const [link] = await app.db.query<{ revoked_reason: string }>(
      'SELECT revoked_reason FROM answer_link WHERE person_id = $1 AND revoked_at IS NOT NULL',
      [idOf(anna)],
    );
    expect(link?.revoked_reason).toMatch(/överlämnade/);

    await saveFollowUp(bo, touched, { done: 'Bo har skrivit.' }, 2);
    const stale = await planner.post(paths.handoverUndo(done.body.handover.id), {}, { ifMatch: 9 });
    expect(stale.problem).toMatchObject({ status: 412, current: { version: 1 } });
    const back = await planner.post<HandoverAnswer>(paths.handoverUndo(done.body.handover.id), {}, { ifMatch: 1 });
    expect(back.body.moves).toBe(1);
    expect(back.body.items.map(({ followUpId, moves, reason }) => [followUpId, moves, reason])).toEqual([
      [touched, false, 'Någon har ändrat uppföljningen efter överlämningen.'],
      [untouched, true, ''],
    ]);
    expect(back.body.handover).toMatchObject({ mayUndo: false, version: 2 });
    expect((await getFollowUp(bo, untouched)).followUp.reporter?.name).toBe('Anna Första');
    expect((await getFollowUp(bo, touched)).followUp.reporter?.name).toBe('Bo Andra');
    const twice = await planner.post(paths.handoverUndo(done.body.handover.id), {}, { ifMatch: 2 });
    expect(twice.problem.detail).toBe('Överlämningen är redan ångrad.');
    const actions = await app.db.query<{ action: string }>(
      `SELECT action FROM audit_event WHERE entity_id = $1 AND action LIKE '%hand_over' ORDER BY at`,
      [untouched],
    );
    expect(actions.map(({ action }) => action)).toEqual(['hand_over', 'undo_hand_over']);
  });

  it('is for planners, and for reporters with what is theirs, to a colleague', async () => {
    const { first, anna, bo } = await sharedScene(app, planner);
    const colleague = await app.person('Kaj Kollega', [{ role: 'reporter', organisationId: first.id }]);
    const reader = await app.person('Rut Läsare', [{ role: 'reader' }]);
    expect((await handOver(reader, anna, colleague)).status).toBe(403);
    expect((await handOver(colleague, anna, colleague)).status).toBe(403);
    expect((await handOver(anna, anna, bo)).problem).toMatchObject({
      status: 403,
      detail:
        'Du kan lämna över det du själv rapporterar, till en kollega i samma organisation. Annat gör en planerare.',
    });
    const done = await handOver(anna, anna, colleague);
    expect(done.body.moves).toBe(4);
    const seen = await bo.get<Handover[]>(paths.handovers());
    expect(seen.body).toEqual([]);
    expect((await bo.post(paths.handoverUndo(done.body.handover.id), {}, { ifMatch: 1 })).status).toBe(404);
    expect((await colleague.get<Handover[]>(paths.handovers())).body).toMatchObject([
      { from: { name: 'Anna Första' }, to: { name: 'Kaj Kollega' }, mayUndo: false },
    ]);
    expect((await colleague.post(paths.handoverUndo(done.body.handover.id), {}, { ifMatch: 1 })).status).toBe(403);
    const [county] = await app.db.query<{ id: string }>(`SELECT id FROM county WHERE code = '08'`);
    const elsewhere = await app.person('Eva Grannlän', [{ role: 'planner' }], county?.id);
    expect((await handOver(elsewhere, colleague, anna)).problem.errors?.map(({ pointer }) => pointer)).toEqual([
      '/fromPersonId',
      '/toPersonId',
    ]);
    expect((await elsewhere.post(paths.handoverUndo(done.body.handover.id), {}, { ifMatch: 1 })).status).toBe(404);
  });

  it('keeps what the receiver may not report, and refuses when nothing moves', async () => {
    const { anna } = await sharedScene(app, planner, 2);
    const other = await buildOrganisation(app, `Annan ${newId()}`);
    const stranger = await app.person('Sten Annan', [{ role: 'reporter', organisationId: other.id }]);
    const preview = await planner.post<HandoverPreview>(paths.handoverPreview(), between(anna, stranger));
    expect(preview.body).toMatchObject({ moves: 0, items: [{ moves: false }, { moves: false }] });
    expect(preview.body.items[0]?.reason).toBe(
      'Mottagaren rapporterar inte för någon av de ansvariga organisationerna.',
    );
    expect((await handOver(planner, anna, stranger)).problem.status).toBe(409);
    expect((await handOver(planner, anna, anna)).problem.errors?.[0]?.pointer).toBe('/toPersonId');
  });

  it('moves once when two hand over at once, with as many statements for many as for few', async () => {
    const few = await sharedScene(app, planner, 1);
    const many = await sharedScene(app, planner, 12);
    const statements = (scene: typeof few) => countQueries(app, () => handOver(planner, scene.anna, scene.bo));
    expect(await statements(many)).toBe(await statements(few));
    const { anna, bo, ids } = await sharedScene(app, planner, 6);
    const answers = await Promise.all([handOver(planner, anna, bo), handOver(planner, anna, bo)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect((await getFollowUp(bo, ids[0] ?? '')).followUp).toMatchObject({
      version: 2,
      reporter: { name: 'Bo Andra' },
    });
  });
});
