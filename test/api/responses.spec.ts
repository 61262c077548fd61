import { paths, type FollowUpResponses } from '@samhandling/contracts';
import { startTestApp, type TestApp, type TestClient } from '../support/app.ts';
import { completeRound, getFollowUp, moveRound, saveFollowUp, takeFollowUp } from '../support/round-builder.ts';
import { sharedScene, type SharedScene } from '../support/together.ts';

describe('what the other responsible organisations say about an answer', () => {
  let app: TestApp;
  let planner: TestClient;
  beforeAll(async () => {
    app = await startTestApp();
    planner = await app.person('Petra Planerare', [{ role: 'planner' }]);
  });
  afterAll(() => app.close());

  const put = (client: TestClient, id: string, organisationId: string, body: object, version = 0) =>
    client.put<FollowUpResponses>(paths.followUpResponse(id, organisationId), body, version);

  /** Handed in by the first organisation's reporter, at version 3. */
  async function handedIn(activities = 1): Promise<SharedScene & { id: string }> {
    const scene = await sharedScene(app, planner, activities);
    const [id = ''] = scene.ids;
    await saveFollowUp(scene.anna, id, { judgement: 'on_track', done: 'Tre träffar är hållna.' }, 1);
    await takeFollowUp(scene.anna, id, 'submit', 2);
    return { ...scene, id };
  }

  it('is to agree or to add, shown with the answer and marked when the answer changes after', async () => {
    const { id, anna, bo, first, second } = await handedIn();
    const before = await getFollowUp(bo, id);
    expect(before.responses).toEqual({
      given: [],
      waitingFor: [{ id: second.id, name: second.name }],
      mayRespondFor: [{ id: second.id, name: second.name }],
    });
    expect((await getFollowUp(anna, id)).responses.mayRespondFor).toEqual([]);

    const agreed = await put(bo, id, second.id, { kind: 'agree' });
    expect(agreed.status).toBe(200);
    expect(agreed.body).toMatchObject({
      given: [{ version: 1, kind: 'agree', text: '', person: { name: 'Bo Andra' }, isOutdated: false }],
      waitingFor: [],
    });
    const silent = await put(bo, id, second.id, { kind: 'add', text: '  ' }, 1);
    expect(silent.problem).toMatchObject({ status: 422, errors: [{ pointer: '/text' }] });
    await put(bo, id, second.id, { kind: 'add', text: 'Vi höll en fjärde.' }, 1);
    expect((await getFollowUp(anna, id)).responses.given).toMatchObject([
      { kind: 'add', text: 'Vi höll en fjärde.', version: 2 },
    ]);

    await takeFollowUp(anna, id, 'withdraw', 3);
    await saveFollowUp(anna, id, { done: 'Fyra träffar är hållna.' }, 4);
    expect((await getFollowUp(bo, id)).responses).toMatchObject({ given: [{ isOutdated: true }], mayRespondFor: [] });
    await takeFollowUp(anna, id, 'submit', 5);
    await put(bo, id, second.id, { kind: 'agree' }, 2);
    expect((await getFollowUp(bo, id)).responses.given).toMatchObject([{ kind: 'agree', isOutdated: false }]);

    const gone = await bo.delete(paths.followUpResponse(id, second.id), 3);
    expect(gone.status).toBe(200);
    expect((await getFollowUp(bo, id)).responses.waitingFor).toEqual([{ id: second.id, name: second.name }]);
    const actions = await app.db.query<{ action: string }>(
      `SELECT action FROM audit_event WHERE entity_id = $1 AND action LIKE 'respond%' ORDER BY at, id`,
      [id],
    );
    expect(actions.map(({ action }) => action)).toEqual([
      'respond_create',
      'respond_update',
      'respond_update',
      'respond_delete',
    ]);
    expect((await put(anna, id, first.id, { kind: 'agree' })).problem).toMatchObject({
      status: 409,
      detail: 'Organisationen skriver själv svaret. Det är de andra ansvariga som instämmer eller lägger till.',
    });
  });

  it('is said by its own reporters or a planner, of an answer handed in, from the version they saw', async () => {
    const { id, ids, bo, second } = await handedIn(2);
    const reader = await app.person('Rut Läsare', [{ role: 'reader' }]);
    const stranger = await app.person('Sten Annan', [
      { role: 'reporter', organisationId: (await sharedScene(app, planner, 1)).first.id },
    ]);
    expect((await put(reader, id, second.id, { kind: 'agree' })).status).toBe(403);
    expect((await put(stranger, id, second.id, { kind: 'agree' })).problem).toMatchObject({
      status: 403,
      detail: 'Bara en rapportör för organisationen eller en planerare kan svara åt den.',
    });
    const [county] = await app.db.query<{ id: string }>(`SELECT id FROM county WHERE code = '08'`);
    const elsewhere = await app.person('Eva Grannlän', [{ role: 'planner' }], county?.id);
    expect((await put(elsewhere, id, second.id, { kind: 'agree' })).status).toBe(404);

    expect((await put(bo, ids[1] ?? '', second.id, { kind: 'agree' })).problem.detail).toBe(
      'Svaret är inte inlämnat än, så det finns inget att instämma i eller lägga till.',
    );
    expect((await put(planner, id, second.id, { kind: 'agree' })).status).toBe(200);
    const stale = await put(bo, id, second.id, { kind: 'add', text: 'Mer.' }, 0);
    expect(stale.problem).toMatchObject({ status: 412, current: { given: [{ kind: 'agree', version: 1 }] } });
  });

  it('is locked with the round', async () => {
    const { id, bo, second, round, plan } = await handedIn();
    const adopter = await app.person('Pål Planerare', [{ role: 'planner' }]);
    await put(bo, id, second.id, { kind: 'agree' });
    await takeFollowUp(planner, id, 'return', 3, 'Berätta mer.');
    await completeRound(planner, plan, round);
    const [row] = await app.db.query<{ version: number }>('SELECT version FROM follow_up_round WHERE id = $1', [
      round.id,
    ]);
    const review = await moveRound(planner, { ...round, version: row?.version ?? 0 }, 'start_review');
    expect((await put(bo, id, second.id, { kind: 'agree' }, 1)).problem.detail).toMatch(/tar inte emot svar/);
    await moveRound(adopter, await moveRound(planner, review, 'propose_adoption'), 'adopt');
    expect((await put(planner, id, second.id, { kind: 'agree' }, 1)).problem).toMatchObject({ code: 'locked' });
    expect((await getFollowUp(bo, id)).responses.given).toHaveLength(1);
  });
});
