import { paths, type Account, type History, type Organisation, type Session } from '@samhandling/contracts';
import { changeOperator } from '../../api/src/cli/operator.command.ts';
import { Jobs } from '../../api/src/platform/jobs/jobs.ts';
import { startTestApp, TestClient, type TestApp } from '../support/app.ts';
import { smtpAt } from '../support/mail-scene.ts';
import { startSmtp, type TestSmtp } from '../support/smtp.ts';

describe('operators', () => {
  let smtp: TestSmtp;
  let app: TestApp;
  beforeAll(async () => {
    smtp = await startSmtp();
    app = await startTestApp({ environment: smtpAt(smtp.port) });
  });
  afterAll(async () => {
    await app.close();
    await smtp.close();
  });

  const run = (options: Partial<Parameters<typeof changeOperator>[0]>) =>
    changeOperator({ email: 'drift@example.org', ...options }, { DATABASE_URL: app.db.ownerUrl });
  const passwordIn = (said: string) => /visas bara nu: (\S+)/.exec(said)?.[1] ?? '';

  it('are made by the command alone, and each use of the password is told to the others', async () => {
    const password = passwordIn(await run({ name: 'Dina Drift' }));
    const dina = await new TestClient(app.base).signIn('drift@example.org', password);
    expect(dina.session).toMatchObject({ method: 'break_glass', county: { name: 'Blekinge län' } });
    expect(dina.session?.counties).toHaveLength(21);
    expect(dina.session?.permissions).toEqual(['person.read', 'person.manage', 'installation.manage']);
    await app.app.get(Jobs).workOff();
    expect(smtp.received).toEqual([]);

    await run({ email: 'Jour@example.org', name: 'Jonas Jour' });
    await run({ email: 'natt@example.org', name: 'Nora Natt' });
    await new TestClient(app.base).signIn('drift@example.org', password);
    await app.app.get(Jobs).workOff();
    expect(smtp.received.map(({ recipient }) => recipient).sort()).toEqual(['jour@example.org', 'natt@example.org']);
    const [letter] = smtp.to('jour@example.org');
    expect(letter?.subject).toBe('Driftkontot i Samhandling har använts');
    expect(letter?.text).toContain('Dina Drift (drift@example.org) har loggat in som driftansvarig med lösenord');
    expect(letter?.header('List-Unsubscribe')).toBeUndefined();
  });

  it('cannot be made by the application’s own role', async () => {
    const { default: pg } = await import('pg');
    const client = new pg.Client({ connectionString: app.db.appUrl });
    await client.connect();
    try {
      await expect(client.query('UPDATE person SET is_operator = true')).rejects.toThrow(/permission denied/);
    } finally {
      await client.end();
    }
  });

  it('go to any county, see nothing that it writes, and stand in its history when they have changed something', async () => {
    const planner = await app.person('Petra Planerare', [{ role: 'planner' }]);
    await app.db.query('UPDATE person SET is_operator = true WHERE id = $1', [planner.session?.person.id]);
    const both = await new TestClient(app.base).signIn(planner.session?.person.email ?? '');
    // Where the person works comes before where an operator may go.
    expect(both.session?.county.name).toBe('Kronobergs län');
    const blekinge = both.session?.counties.find(({ name }) => name === 'Blekinge län')?.id ?? '';
    expect((await both.post<Session>(paths.sessionCounty(), { countyId: blekinge })).body.county.id).toBe(blekinge);
    expect((await both.get(paths.organisations())).problem.code).toBe('not_allowed');
    const visits = () => app.db.query('SELECT 1 FROM county_person WHERE county_id = $1', [blekinge]);
    expect(await visits()).toEqual([]);
    await app.db.query(
      `INSERT INTO role_assignment (id, county_id, person_id, role) VALUES (gen_random_uuid(), $1, $2, 'planner')`,
      [blekinge, planner.session?.person.id],
    );
    await app.db.query('DELETE FROM county_person WHERE county_id = $1', [blekinge]);
    const made = await both.post<Organisation>(paths.organisations(), { name: 'Prov', kind: 'other' });
    expect(made.status).toBe(201);
    expect(await visits()).toHaveLength(1);
    const theirs = await app.person('Berit Blekinge', [{ role: 'planner' }], blekinge);
    const history = await theirs.get<History>(paths.history('organisation', made.body.id));
    expect(history.body.entries[0]?.person?.name).toBe('Petra Planerare');
  });

  it('can be made of who is there, and unmade at once', async () => {
    const reader = await app.person('Rolf Läsare', [{ role: 'reader' }]);
    const email = reader.session?.person.email ?? '';
    expect(await run({ email })).toBe(`${email} är driftansvarig. Kontot och lösenordet är som förut.\n`);
    expect(await run({ email })).toBe(`${email} är redan driftansvarig.\n`);
    expect((await reader.get<Session>(paths.session())).body.permissions).toContain('installation.manage');
    expect(await run({ email, remove: true })).toContain('är inte driftansvarig längre, och är utloggad.');
    expect((await reader.get(paths.session())).status).toBe(401);
    const again = await new TestClient(app.base).signIn(email);
    expect(again.session).toMatchObject({ method: 'password' });
    const { events } = (await again.get<Account>(paths.account())).body;
    expect(events.map(({ kind }) => kind).slice(1, 3)).toEqual(['operator_off', 'operator_on']);
  });

  it('refuses what does not fit, in one sentence', async () => {
    await expect(run({ email: 'ny@example.org' })).rejects.toThrow('Ange --name');
    await expect(run({ email: 'ingen@example.org', remove: true })).rejects.toThrow('är inte driftansvarig');
    await expect(run({ email: 'inte en adress' })).rejects.toThrow('är ingen e-postadress');
  });
});
