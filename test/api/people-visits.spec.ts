import { paths, type CountyPeople, type CountyPerson, type RecordLog, type Session } from '@samhandling/contracts';
import { TestClient } from '../support/app.ts';
import { peopleScene, role, type PeopleScene } from '../support/people.ts';
import { idOf } from '../support/together.ts';

describe('an operator who changes something in a county', () => {
  let scene: PeopleScene;
  let operator: TestClient;
  let elsewhere: string;
  beforeAll(async () => {
    scene = await peopleScene();
    const { app } = scene;
    const [other] = await app.db.query<{ id: string }>(`SELECT id FROM county WHERE code = '01'`);
    elsewhere = other?.id ?? '';
    const client = await app.person('Olle Drift', [{ role: 'reader' }], elsewhere);
    await app.db.query('UPDATE person SET is_operator = true WHERE id = $1', [idOf(client)]);
    operator = await new TestClient(app.base).signIn(client.session?.person.email ?? '');
    await operator.post<Session>(paths.sessionCounty(), { countyId: app.countyId });
  });
  afterAll(() => scene.close());

  const log = async (): Promise<RecordLog> =>
    (await scene.planner.get<RecordLog>(`${paths.record()}?person=${idOf(operator)}`)).body;
  const listed = async (client = scene.planner): Promise<string[]> =>
    (await client.get<CountyPeople>(paths.people())).body.items.map(({ name }) => name);

  it('is named in its log, and is not one of its people, nor somebody who has left it', async () => {
    expect((await log()).people.map(({ name }) => name)).not.toContain('Olle Drift');
    const invited = await scene.invite('ny@example.org', 'Nils Ny', [role('reader')], operator);
    expect(invited.status).toBe(201);
    const { items, people } = await log();
    expect(items.map(({ person, action, kind }) => `${person?.name ?? ''}: ${action} ${kind}`)).toContain(
      'Olle Drift: Bjöd in Person och roller',
    );
    expect(people).toContainEqual({ id: idOf(operator), name: 'Olle Drift' });
    expect(await listed()).toEqual(['Nils Ny', 'Petra Planerare']);
    expect(await listed(operator)).toEqual(['Nils Ny', 'Petra Planerare']);
    expect((await scene.planner.get(paths.person(idOf(operator)))).status).toBe(404);
    const gone = await scene.planner.post(
      paths.personTransitions(idOf(operator)),
      { transition: 'return' },
      { ifMatch: 1 },
    );
    expect(gone.status).toBe(404);
    // A second change is the same visit.
    await scene.invite('nyare@example.org', 'Nora Nyare', [role('reader')], operator);
    expect(await listed()).toEqual(['Nils Ny', 'Nora Nyare', 'Petra Planerare']);
  });

  it('is let in by what a provider says, as somebody who has not been here', async () => {
    const { app } = scene;
    await app.db.query(
      `INSERT INTO role_assignment (id, county_id, person_id, role, from_provider) VALUES (gen_random_uuid(), $1, $2, 'reader', 'lansid')`,
      [app.countyId, idOf(operator)],
    );
    expect(await listed()).toContain('Olle Drift');
    expect((await scene.person(idOf(operator))).state).toBe('active');
  });

  it('is invited like anybody, and has left once they have belonged', async () => {
    const { app } = scene;
    const client = await app.person('Dina Drift', [{ role: 'reader' }], elsewhere);
    const email = client.session?.person.email ?? '';
    await app.db.query('UPDATE person SET is_operator = true WHERE id = $1', [idOf(client)]);
    const dina = await new TestClient(app.base).signIn(email);
    await dina.post<Session>(paths.sessionCounty(), { countyId: app.countyId });
    await scene.invite('nyast@example.org', 'Nina Nyast', [role('reader')], dina);
    expect(await listed()).not.toContain('Dina Drift');
    const invited = await scene.invite(email, 'Dina Drift', [role('group_member')]);
    expect(invited.status).toBe(201);
    const left = await scene.change(await scene.person(invited.body.id), 'leave');
    expect(left.body).toMatchObject({ state: 'left', formerRoles: [{ role: 'group_member' }] });
    const again: CountyPerson = await scene.person(idOf(client));
    // Another visit does not hide that they have.
    await scene.invite('senast@example.org', 'Nadja Senast', [role('reader')], dina);
    expect(await scene.person(idOf(client))).toMatchObject({ state: 'left', leftAt: again.leftAt });
  });
});
