import { paths, type CountyPeople, type HandoverPreview, type PersonData, type Reporter } from '@samhandling/contracts';
import { v7 as newId } from 'uuid';
import { TestClient, type Answer } from '../support/app.ts';
import { leavingScene, type LeavingScene } from '../support/leaving.ts';
import { idOf } from '../support/together.ts';

describe('somebody who leaves the county', () => {
  let scene: LeavingScene;
  beforeAll(async () => {
    scene = await leavingScene();
  });
  afterAll(() => scene.close());

  it('is let out at once: no roles, no session, no link, no invitation; and comes back with the same roles', async () => {
    const { app, planner } = scene;
    const { client, id } = await scene.busyReporter('Lena Lämnar');
    const before = await scene.person(id);
    const history = await scene.record();
    const left = await scene.change(before, 'leave');
    expect(left.status).toBe(200);
    expect(left.body).toMatchObject({ state: 'left', roles: [], waiting: 1, version: before.version + 1 });
    expect(left.body.formerRoles).toMatchObject([{ role: 'reporter', organisation: { id: scene.shared.first.id } }]);
    expect(left.body.availableActions).toEqual(['return', 'remove', 'read_data']);
    expect((await client.get(paths.session())).problem.code).toBe('not_signed_in');
    expect(
      await app.db.query(`SELECT revoked_at IS NOT NULL AS revoked FROM answer_link WHERE person_id = $1`, [id]),
    ).toEqual([{ revoked: true }]);
    await expect(new TestClient(app.base).signIn(client.session?.person.email ?? '')).rejects.toThrow('403');
    expect((await planner.post(paths.roundAnswerLinks(scene.shared.round.id), { personId: id })).status).toBe(422);
    // The history stands, to the byte, with the name in it.
    expect(await scene.record()).toEqual(history);
    const log = await app.db.query<{ action: string; entity: string }>(
      `SELECT action, entity FROM audit_event WHERE entity_id = $1 ORDER BY id DESC LIMIT 2`,
      [id],
    );
    expect(log.map(({ action, entity }) => `${action} ${entity}`)).toEqual(['leave person', 'remove role_assignment']);

    const back = await scene.change(left.body, 'return');
    expect(back.body).toMatchObject({ state: 'active', leftAt: null, formerRoles: [] });
    expect(back.body.roles).toMatchObject([{ role: 'reporter', organisation: { id: scene.shared.first.id } }]);
    await new TestClient(app.base).signIn(client.session?.person.email ?? '');
    expect((await scene.change(back.body, 'return')).status).toBe(409);
  });

  it('still hands over what waits, and receives nothing', async () => {
    const { planner } = scene;
    const { id } = await scene.busyReporter('Hans Handöver');
    const left = await scene.change(await scene.person(id), 'leave');
    const people = (await planner.get<Reporter[]>(paths.reporters())).body;
    expect(people.find((one) => one.id === id)).toMatchObject({ hasLeft: true });
    const there = await planner.post<HandoverPreview>(paths.handoverPreview(), {
      fromPersonId: id,
      toPersonId: idOf(scene.shared.anna),
    });
    expect(there.body.moves).toBe(1);
    const back = await planner.post(paths.handoverPreview(), { fromPersonId: idOf(scene.shared.anna), toPersonId: id });
    expect(back.status).toBe(422);
    expect(
      (await planner.post(paths.handovers(), { fromPersonId: id, toPersonId: idOf(scene.shared.anna) })).status,
    ).toBe(201);
    expect((await scene.person(left.body.id)).waiting).toBe(0);
  });

  it('keeps what another county gave', async () => {
    const { app } = scene;
    const both = await app.person('Bibbi Båda', [{ role: 'reader' }]);
    await app.db.query(`INSERT INTO role_assignment (id, county_id, person_id, role) VALUES ($1, $2, $3, 'planner')`, [
      newId(),
      scene.countyTwo,
      idOf(both),
    ]);
    const elsewhere = await new TestClient(app.base).signIn(both.session?.person.email ?? '');
    await elsewhere.post(paths.sessionCounty(), { countyId: scene.countyTwo });
    await scene.change(await scene.person(idOf(both)), 'leave');
    expect((await both.get(paths.session())).status).toBe(401);
    expect((await elsewhere.get<CountyPeople>(paths.people())).body.items[0]?.roles).toMatchObject([
      { role: 'planner' },
    ]);
  });

  it('is changed by one of two who do it at once', async () => {
    const { id } = await scene.busyReporter('Samtidig Slutar');
    const person = await scene.person(id);
    const answers = await Promise.all([scene.change(person, 'leave'), scene.change(person, 'leave')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  describe('and an operator', () => {
    const operator = async (): Promise<TestClient> => {
      const { app } = scene;
      const client = await app.person('Olle Drift', [{ role: 'reader' }]);
      await app.db.query('UPDATE person SET is_operator = true WHERE id = $1', [idOf(client)]);
      await app.db.query('DELETE FROM role_assignment WHERE person_id = $1', [idOf(client)]);
      return client;
    };

    it('shuts somebody out of the whole installation, and lets them in again', async () => {
      const olle = await operator();
      const client = await scene.app.person('Stina Stängs', [{ role: 'reader' }]);
      const person = await scene.person(idOf(client));
      expect(person.availableActions).not.toContain('deactivate');
      const refusal = await scene.change(person, 'deactivate');
      expect(refusal.status).toBe(403);
      const out = await scene.change(person, 'deactivate', {}, olle);
      expect(out.body).toMatchObject({ state: 'inactive', roles: [{ role: 'reader' }] });
      expect((await client.get(paths.session())).status).toBe(401);
      const back = await scene.change(out.body, 'activate', {}, olle);
      expect(back.body.state).toBe('active');
      // What was open before is not open again: it ended, and was not just out of reach.
      expect((await client.get(paths.session())).status).toBe(401);
      await new TestClient(scene.app.base).signIn(client.session?.person.email ?? '');
    });

    it('never shuts themselves out, and sees no answers', async () => {
      const olle = await operator();
      const own = await scene.person(idOf(olle));
      expect((await scene.change(own, 'deactivate', {}, olle)).status).toBe(409);
      const asked: Answer<PersonData> = await olle.get(paths.personData(idOf(scene.shared.anna)));
      expect(asked.status).toBe(403);
      const { items } = (await olle.get<CountyPeople>(paths.people())).body;
      expect(items.map(({ waiting }) => waiting).some((waiting) => waiting > 0)).toBe(false);
    });
  });
});
