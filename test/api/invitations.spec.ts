import { paths, type CountyPeople, type CountyPerson, type Invitation } from '@samhandling/contracts';
import { Jobs } from '../../api/src/platform/jobs/jobs.ts';
import { buildOrganisation } from '../support/plan-builder.ts';
import { NEW_PASSWORD, peopleScene, role, type PeopleScene } from '../support/people.ts';
import { PASSWORD, TestClient } from '../support/app.ts';
import { handClock } from '../support/smtp.ts';

describe('an invitation', () => {
  const clock = handClock('2026-03-02T08:00:00Z');
  let scene: PeopleScene;
  beforeAll(async () => {
    scene = await peopleScene({ clock });
  });
  beforeEach(() => clock.set('2026-03-02T08:00:00Z'));
  afterAll(() => scene.close());

  const open = (token: string) => scene.app.anonymous().post<Invitation>(paths.invitationOpen(), { token });

  it('goes by letter, opens by a press, sets a password and signs in', async () => {
    const { app } = scene;
    const organisation = await buildOrganisation(app, 'Region Inbjuden');
    const invited = await scene.invite(' Rut.Ny@Example.org ', 'Rut Ny', [
      role('reporter', { organisationId: organisation.id }),
    ]);
    expect(invited.status).toBe(201);
    expect(invited.body).toMatchObject({
      email: 'rut.ny@example.org',
      state: 'invited',
      invitation: { letter: 'waiting', expiresAt: null, isExpired: false },
    });
    const token = await scene.letterTo('rut.ny@example.org');
    expect((await scene.person(invited.body.id)).invitation).toMatchObject({
      letter: 'sent',
      expiresAt: '2026-03-16T08:00:00.000Z',
    });
    expect((await open(token)).body).toEqual({
      name: 'Rut Ny',
      email: 'rut.ny@example.org',
      county: 'Kronobergs län',
      invitedBy: 'Petra Planerare',
      roles: [{ role: 'reporter', organisation: { id: organisation.id, name: 'Region Inbjuden' }, municipality: null }],
      expiresAt: '2026-03-16T08:00:00.000Z',
      hasAccount: false,
    });
    const accepted = await scene.accept(token);
    expect(accepted.status).toBe(201);
    expect(accepted.body.person.name).toBe('Rut Ny');
    expect(accepted.body.permissions).toContain('follow_up.answer_own');
    expect(accepted.headers.get('set-cookie')).toMatch(/HttpOnly/i);
    expect((await scene.person(invited.body.id)).state).toBe('active');
    expect((await scene.person(invited.body.id)).invitation).toBeNull();
    await new TestClient(app.base).signIn('rut.ny@example.org', NEW_PASSWORD);
  });

  it('keeps only a hash of its secret, and none of it in the job', async () => {
    await scene.invite('hemlig@example.org', 'Hemlig Ny', [role('reader')]);
    const token = await scene.letterTo('hemlig@example.org');
    const everything = JSON.stringify([
      await scene.app.db.query('SELECT * FROM invitation'),
      await scene.app.db.query(`SELECT data, output FROM pgboss.job WHERE name = 'invitation-letter'`),
      await scene.app.db.query('SELECT * FROM audit_event'),
    ]);
    expect(everything).not.toContain(token);
    expect(token).toHaveLength(43);
  });

  it('works once, also when two try at the same moment', async () => {
    await scene.invite('en.gang@example.org', 'En Gång', [role('reader')]);
    const token = await scene.letterTo('en.gang@example.org');
    const answers = await Promise.all([scene.accept(token), scene.accept(token), scene.accept(token)]);
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 404 || status === 409)).toHaveLength(2);
    expect((await scene.accept(token)).status).toBe(404);
    expect((await open(token)).status).toBe(404);
  });

  it('ends after 14 days, and the next one opens', async () => {
    const { body } = await scene.invite('sen@example.org', 'Sen Ny', [role('reader')]);
    const token = await scene.letterTo('sen@example.org');
    clock.set('2026-03-16T07:59:59Z');
    expect((await open(token)).status).toBe(200);
    clock.set('2026-03-16T08:00:00Z');
    expect((await open(token)).status).toBe(404);
    expect((await scene.accept(token)).status).toBe(404);
    expect(await scene.person(body.id)).toMatchObject({ state: 'invited', invitation: { isExpired: true } });
    const again = await scene.planner.post<CountyPerson>(paths.personInvitation(body.id));
    expect(again.body.invitation).toMatchObject({ isExpired: false, letter: 'waiting' });
    expect((await open(await scene.letterTo('sen@example.org'))).status).toBe(200);
  });

  it('sent again ends the one before', async () => {
    const { body } = await scene.invite('igen@example.org', 'Igen Ny', [role('reader')]);
    const first = await scene.letterTo('igen@example.org');
    await scene.planner.post(paths.personInvitation(body.id));
    expect((await open(first)).status).toBe(404);
    const second = await scene.letterTo('igen@example.org');
    expect(second).not.toBe(first);
    expect((await scene.accept(second)).status).toBe(201);
    const third = await scene.planner.post(paths.personInvitation(body.id));
    expect(third.status).toBe(409);
    expect(third.problem.detail).toContain('har redan kommit in');
  });

  it('opens nothing when forged, cut, empty or taken back, and says the same to all', async () => {
    const { body } = await scene.invite('slutar@example.org', 'Slutar Strax', [role('reader')]);
    const token = await scene.letterTo('slutar@example.org');
    await scene.change(body, 'leave');
    const forged = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`;
    const answers = await Promise.all([token, forged, token.slice(0, 20), '', 'å'.repeat(50)].map(open));
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
    expect(new Set(answers.map(({ problem }) => problem.detail)).size).toBe(1);
    expect((await scene.accept(token)).status).toBe(404);
  });

  it('of somebody with an account elsewhere tells nothing of it, and asks them to sign in', async () => {
    const { app } = scene;
    const [other] = await app.db.query<{ id: string }>(`SELECT id FROM county WHERE code = '01'`);
    const elsewhere = await app.person('Eva Annorstädes', [{ role: 'planner' }], other?.id);
    const email = elsewhere.session?.person.email ?? '';
    const { body, status } = await scene.invite(email, 'Eva Gissat', [role('reader')]);
    expect(status).toBe(201);
    expect(body).toMatchObject({ state: 'invited', lastSeenAt: null, roles: [{ role: 'reader' }] });
    expect(JSON.stringify(body)).not.toContain('Stockholm');
    const token = await scene.letterTo(email);
    expect((await open(token)).body.hasAccount).toBe(true);
    const refusal = await scene.accept(token);
    expect(refusal.status).toBe(409);
    await new TestClient(app.base).signIn(email, PASSWORD);
    await elsewhere.post(paths.sessionCounty(), { countyId: app.countyId });
    expect((await scene.person(body.id)).state).toBe('active');
    // The county they came from still has its own, and only its own.
    await elsewhere.post(paths.sessionCounty(), { countyId: other?.id });
    const { items } = (await elsewhere.get<CountyPeople>(paths.people())).body;
    expect(items.map(({ roles }) => roles.map((held) => held.role))).toEqual([['planner']]);
  });

  it('is refused for somebody who is here, has left, or is shut out', async () => {
    const { app } = scene;
    const here = await scene.invite('har@example.org', 'Har Redan', [role('reader')]);
    const twice = await scene.invite('HAR@example.org', 'Har Igen', [role('planner')]);
    expect(twice.status).toBe(409);
    expect(twice.problem).toMatchObject({ code: 'duplicate', errors: [{ pointer: '/email' }] });
    await scene.change(here.body, 'leave');
    const left = await scene.invite('har@example.org', 'Har Igen', [role('reader')]);
    expect(left.problem.detail).toContain('Kommer tillbaka');
    await app.db.query(
      `INSERT INTO person (id, email, name, is_active) VALUES (gen_random_uuid(), 'ute@example.org', 'Ute', false)`,
    );
    expect((await scene.invite('ute@example.org', 'Ute', [role('reader')])).problem.detail).toContain('avstängt');
    for (const email of ['ingen adress', 'a b@c.se', ''])
      expect((await scene.invite(email, 'X', [role('reader')])).status).toBe(422);
  });

  it('of one address by two at once makes one person', async () => {
    const answers = await Promise.all(
      [1, 2, 3].map(() => scene.invite('samma@example.org', 'Samma', [role('reader')])),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(await scene.app.db.query(`SELECT 1 FROM person WHERE email = 'samma@example.org'`)).toHaveLength(1);
  });

  it('wants a password that is long enough, and is not spent by one that is not', async () => {
    await scene.invite('kort@example.org', 'Kort', [role('reader')]);
    const token = await scene.letterTo('kort@example.org');
    const short = await scene.accept(token, 'kort');
    expect(short.status).toBe(422);
    expect(short.problem.errors).toEqual([expect.objectContaining({ pointer: '/password' })]);
    expect((await scene.accept(token)).status).toBe(201);
  });

  it('that was never committed is never sent', async () => {
    const before = await scene.app.db.query(
      `SELECT count(*)::int AS n FROM pgboss.job WHERE name = 'invitation-letter'`,
    );
    await scene.invite('kort@example.org', 'Finns Redan', [role('reader')]);
    await scene.app.app.get(Jobs).workOff();
    expect(
      await scene.app.db.query(`SELECT count(*)::int AS n FROM pgboss.job WHERE name = 'invitation-letter'`),
    ).toEqual(before);
  });
});
