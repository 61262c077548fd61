import { paths, type CountyPeople, type CountyPerson } from '@samhandling/contracts';
import { v7 as newId } from 'uuid';
import { idOf } from '../support/together.ts';
import { buildOrganisation } from '../support/plan-builder.ts';
import { peopleScene, role, type PeopleScene } from '../support/people.ts';
import { TestClient } from '../support/app.ts';

describe('the people of a county', () => {
  let scene: PeopleScene;
  beforeAll(async () => {
    scene = await peopleScene();
  });
  afterAll(() => scene.close());

  it('are listed with state, roles, when they were last here, and what may be done', async () => {
    const { app, planner } = scene;
    const organisation = await buildOrganisation(app, 'Region Prov');
    await app.person('Rita Rapportör', [{ role: 'reporter', organisationId: organisation.id }]);
    const { body } = await planner.get<CountyPeople>(paths.people());
    const rita = body.items.find(({ name }) => name === 'Rita Rapportör');
    expect(rita).toMatchObject({
      state: 'active',
      roles: [{ role: 'reporter', organisation: { id: organisation.id, name: 'Region Prov' }, municipality: null }],
      invitation: null,
      leftAt: null,
      waiting: 0,
    });
    expect(rita?.lastSeenAt).not.toBeNull();
    expect(rita?.availableActions).toEqual(['edit', 'leave', 'read_data']);
    expect(body.organisations).toContainEqual({ id: organisation.id, name: 'Region Prov' });
    expect(body.municipalities.map(({ name }) => name)).toContain('Växjö');
  });

  it('are seen by planners and operators, and by nobody else', async () => {
    const { app } = scene;
    const reader = await app.person('Lars Läsare', [{ role: 'reader' }]);
    expect((await reader.get(paths.people())).problem.code).toBe('not_allowed');
    const operator = await app.person('Olga Operatör', []).catch(() => null);
    expect(operator).toBeNull();
    await app.db.query(`UPDATE person SET is_operator = true WHERE name = 'Olga Operatör'`);
    const [olga] = await app.db.query<{ email: string }>(`SELECT email FROM person WHERE name = 'Olga Operatör'`);
    const signedIn = await new TestClient(app.base).signIn(olga?.email ?? '');
    await signedIn.post(paths.sessionCounty(), { countyId: app.countyId });
    expect((await signedIn.get<CountyPeople>(paths.people())).status).toBe(200);
  });

  describe('roles', () => {
    it('are changed as a whole set, and each change is recorded', async () => {
      const { app, planner } = scene;
      const organisation = await buildOrganisation(app, 'Kommunen Prov');
      const anna = await app.person('Anna Ändrad', [{ role: 'reader' }]);
      const before = await scene.person(idOf(anna));
      const wanted = [
        role('reporter', { organisationId: organisation.id }),
        role('municipal_coordinator', { municipalityCode: '0780' }),
      ];
      const answer = await planner.patch<CountyPerson>(paths.person(before.id), { roles: wanted }, before.version);
      expect(answer.status).toBe(200);
      expect(answer.body.version).toBe(before.version + 1);
      expect(answer.body.roles.map((held) => held.role)).toEqual(['municipal_coordinator', 'reporter']);
      const rows = await app.db.query(
        `SELECT action, changes FROM audit_event WHERE entity = 'role_assignment' AND entity_id = $1 ORDER BY id`,
        [before.id],
      );
      expect(rows).toEqual([
        { action: 'remove', changes: { role: { old: 'reader' } } },
        { action: 'add', changes: { role: { new: 'reporter' }, organisationId: { new: organisation.id } } },
        { action: 'add', changes: { role: { new: 'municipal_coordinator' }, municipality: { new: '0780' } } },
      ]);
      // What the person may do changes at once, in the session they have.
      expect((await anna.get<{ permissions: string[] }>(paths.session())).body.permissions).toContain(
        'follow_up.answer_own',
      );
    });

    it('want the version that was read, and tell how it is now', async () => {
      const { app, planner } = scene;
      const person = await scene.person(idOf(await app.person('Siv Samtidig', [{ role: 'reader' }])));
      const body = { roles: [role('group_member')] };
      expect((await planner.patch(paths.person(person.id), body)).status).toBe(428);
      await planner.patch(paths.person(person.id), { name: 'Siv Först' }, person.version);
      const late = await planner.patch(paths.person(person.id), body, person.version);
      expect(late.status).toBe(412);
      expect(late.problem.current).toMatchObject({ name: 'Siv Först', version: person.version + 1 });
    });

    it.each([
      ['operator', [role('operator')], '/roles/0/role', 'role_unknown'],
      ['a reporter for nobody', [role('reader'), role('reporter')], '/roles/1/organisationId', 'organisation_missing'],
      [
        'a coordinator of nowhere',
        [role('municipal_coordinator')],
        '/roles/0/municipalityCode',
        'municipality_missing',
      ],
      [
        'a planner of an organisation',
        [role('planner', { organisationId: newId() })],
        '/roles/0/organisationId',
        'organisation_not_asked',
      ],
      [
        'an unknown organisation',
        [role('reporter', { organisationId: newId() })],
        '/roles/0/organisationId',
        'unknown',
      ],
      [
        'another county’s municipality',
        [role('municipal_coordinator', { municipalityCode: '0114' })],
        '/roles/0/municipalityCode',
        'unknown',
      ],
      ['none at all', [], '/roles', 'empty'],
    ])('refuse %s, and say where it is', async (_what, roles, pointer, code) => {
      const { app, planner } = scene;
      const person = await scene.person(idOf(await app.person('Pia Prövad', [{ role: 'reader' }])));
      const answer = await planner.patch(paths.person(person.id), { roles }, person.version);
      expect(answer.status).toBe(422);
      expect(answer.problem.errors).toEqual([expect.objectContaining({ pointer, code })]);
      expect(await scene.person(person.id)).toEqual(person);
      const invited = await scene.invite('aldrig@example.org', 'Aldrig Inbjuden', roles);
      expect(invited.problem.errors).toEqual([expect.objectContaining({ pointer, code })]);
    });

    it('that came from a provider are shown as such, stand whatever is asked, and do not bring back who has left', async () => {
      const { app, planner } = scene;
      const client = await app.person('Frida Federerad', [{ role: 'group_member' }]);
      const id = idOf(client);
      const giveReader = () =>
        app.db.query(
          `INSERT INTO role_assignment (id, county_id, person_id, role, from_provider) VALUES ($1, $2, $3, 'reader', 'region') ON CONFLICT DO NOTHING`,
          [newId(), app.countyId, id],
        );
      await giveReader();
      const before = await scene.person(id);
      expect(before.roles.map((held) => [held.role, held.isFromProvider])).toEqual([
        ['group_member', false],
        ['reader', true],
      ]);
      const answer = await planner.patch<CountyPerson>(paths.person(id), { roles: [role('planner')] }, before.version);
      expect(answer.body.roles.map((held) => held.role)).toEqual(['planner', 'reader']);
      // The provider's alone may remain.
      const none = await planner.patch<CountyPerson>(paths.person(id), { roles: [] }, answer.body.version);
      expect(none.body.roles.map((held) => held.role)).toEqual(['reader']);
      const left = await scene.change(none.body, 'leave');
      expect(left.body).toMatchObject({ roles: [], formerRoles: [] });
      await giveReader();
      expect((await scene.person(id)).state).toBe('left');
      const back = await scene.change(await scene.person(id), 'return');
      expect(back.body.roles).toEqual([]);
      await giveReader();
      expect((await scene.person(id)).roles.map((held) => held.role)).toEqual(['reader']);
    });

    it('of another county cannot be given: its organisation is unknown here', async () => {
      const { app, planner } = scene;
      const [other] = await app.db.query<{ id: string }>(`SELECT id FROM county WHERE code = '01'`);
      const theirs = newId();
      await app.db.query(`INSERT INTO organisation (id, county_id, name, kind) VALUES ($1, $2, 'Annans', 'region')`, [
        theirs,
        other?.id,
      ]);
      const stranger = await app.person('Stig Stockholm', [{ role: 'planner' }], other?.id);
      const person = await scene.person(idOf(await app.person('Per Prov', [{ role: 'reader' }])));
      const answer = await planner.patch(
        paths.person(person.id),
        { roles: [role('reporter', { organisationId: theirs })] },
        person.version,
      );
      expect(answer.problem.errors).toEqual([expect.objectContaining({ code: 'unknown' })]);
      for (const path of [paths.person(idOf(stranger)), paths.personData(idOf(stranger))])
        expect((await planner.get(path)).status).toBe(404);
      expect((await planner.patch(paths.person(idOf(stranger)), { name: 'Kapad' }, 1)).status).toBe(404);
      expect((await planner.post(paths.personInvitation(idOf(stranger)))).status).toBe(404);
      const gone = await planner.post(paths.personTransitions(idOf(stranger)), { transition: 'leave' }, { ifMatch: 1 });
      expect(gone.status).toBe(404);
      // And the other county sees nothing of ours.
      const { items } = (await stranger.get<CountyPeople>(paths.people())).body;
      expect(items.map(({ name }) => name)).toEqual(['Stig Stockholm']);
    });
  });

  describe('the last planner', () => {
    it('can neither give up the role nor leave, while another planner who can sign in lets them', async () => {
      const { planner } = scene;
      const me = await scene.person(idOf(planner));
      await scene.invite('p2@example.org', 'Pontus Ny', [role('planner')]);
      // Pontus has not come in yet, so there is nobody to lean on.
      const refusals = [
        await planner.patch(paths.person(me.id), { roles: [role('reader')] }, me.version),
        await scene.change(me, 'leave'),
      ];
      expect(refusals.map(({ status, problem }) => [status, problem.code])).toEqual([
        [409, 'rule'],
        [409, 'rule'],
      ]);
      expect(refusals[0]?.problem.detail).toContain('enda planerare');
      await scene.accept(await scene.letterTo('p2@example.org'));
      expect(
        (await planner.patch(paths.person(me.id), { roles: [role('planner'), role('reader')] }, me.version)).status,
      ).toBe(200);
    });

    it('is still there when two planners take the role from each other at once', async () => {
      const own = await peopleScene();
      const { app, planner: one } = own;
      const two = await app.person('Tvåa Planerare', [{ role: 'planner' }]);
      for (let round = 0; round < 5; round += 1) {
        const [first, second] = [await own.person(idOf(one)), await own.person(idOf(two))];
        const answers = await Promise.all([
          one.patch(paths.person(second.id), { roles: [role('reader')] }, second.version),
          two.patch(paths.person(first.id), { roles: [role('reader')] }, first.version),
        ]);
        expect(answers.map(({ status }) => status).sort()).not.toEqual([200, 200]);
        const planners = await app.db.query<{ person_id: string }>(
          `SELECT person_id FROM role_assignment WHERE role = 'planner' AND county_id = $1`,
          [app.countyId],
        );
        expect(planners).toHaveLength(1);
        await app.db.query(
          `INSERT INTO role_assignment (id, county_id, person_id, role) SELECT gen_random_uuid(), $1, p.id, 'planner' FROM person p
           WHERE p.id IN ($2, $3) ON CONFLICT DO NOTHING`,
          [app.countyId, idOf(one), idOf(two)],
        );
      }
      await own.close();
    });
  });

  it('are renamed by their only county, but not by one of several', async () => {
    const { app, planner } = scene;
    const [other] = await app.db.query<{ id: string }>(`SELECT id FROM county WHERE code = '01'`);
    const shared = await app.person('Dag Dubbel', [{ role: 'reader' }]);
    const before = await scene.person(idOf(shared));
    const alone = await planner.patch<CountyPerson>(paths.person(before.id), { name: ' Dag Enkel ' }, before.version);
    expect(alone.body.name).toBe('Dag Enkel');
    await app.db.query(`INSERT INTO role_assignment (id, county_id, person_id, role) VALUES ($1, $2, $3, 'reader')`, [
      newId(),
      other?.id,
      before.id,
    ]);
    const refusal = await planner.patch(paths.person(before.id), { name: 'Dag Kapad' }, alone.body.version);
    expect(refusal.status).toBe(409);
    expect(refusal.problem.detail).not.toContain('Stockholm');
  });
});
