import { paths, type Account } from '@samhandling/contracts';
import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Jobs } from '../../api/src/platform/jobs/jobs.ts';
import { PASSWORD, startTestApp, TestClient, type TestApp } from '../support/app.ts';
import { signInFile } from '../support/oidc.ts';
import { smtpAt } from '../support/mail-scene.ts';
import { freePort, startSmtp, type TestSmtp } from '../support/smtp.ts';

const NEW = 'fyra nya ord utan mening';

describe('a lost password', () => {
  let smtp: TestSmtp;
  let app: TestApp;
  beforeAll(async () => {
    smtp = await startSmtp();
    app = await startTestApp({
      environment: {
        ...smtpAt(smtp.port),
        SIGN_IN_FILE: signInFile({
          id: 'lansid',
          name: 'Länets inloggning',
          issuer: 'https://id.lanet.example',
          clientId: 'x',
          clientSecret: 'y',
          domains: ['lanet.example'],
        }),
      },
    });
  });
  afterAll(async () => {
    await app.close();
    await smtp.close();
  });

  const ask = (email: string) => app.anonymous().post(paths.passwordResets(), { email });
  const complete = (token: string, password = NEW) =>
    app.anonymous().post(paths.passwordResetComplete(), { token, password });
  const lettersTo = async (email: string) => {
    await app.app.get(Jobs).workOff();
    return smtp.to(email);
  };
  const tokenIn = (text = '') => /\/nytt-losenord#([\w-]+)/.exec(text)?.[1] ?? '';
  const somebody = async () => {
    const client = await app.person('Ruth Rapportör', [{ role: 'reader' }]);
    return { client, email: client.session?.person.email ?? '', id: client.session?.person.id ?? '' };
  };

  it('is replaced by a letter’s link, once, and everything that was open is closed', async () => {
    const { client, email } = await somebody();
    expect(await ask(email.toUpperCase())).toMatchObject({ status: 202 });
    const [letter] = await lettersTo(email);
    expect(letter?.subject).toBe('Välj ett nytt lösenord i Samhandling');
    expect(letter?.header('List-Unsubscribe')).toBeUndefined();
    const token = tokenIn(letter?.text);
    expect(token).toHaveLength(43);
    expect(JSON.stringify(await app.db.query('SELECT * FROM password_reset'))).not.toContain(token);
    expect(JSON.stringify(await app.db.query('SELECT data FROM pgboss.job'))).not.toMatch(
      new RegExp(`${token}|${email}`),
    );

    expect((await complete(token, 'kort')).problem.errors).toMatchObject([{ pointer: '/password', code: 'too_short' }]);
    expect((await client.get(paths.session())).status).toBe(200);
    expect((await complete(token)).status).toBe(204);
    expect((await client.get(paths.session())).status).toBe(401);
    expect((await app.anonymous().post(paths.session(), { email, password: PASSWORD })).status).toBe(401);
    const again = await new TestClient(app.base).signIn(email, NEW);
    expect((await complete(token)).problem.code).toBe('not_found');
    const { events } = (await again.get<Account>(paths.account())).body;
    expect(events.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['reset_asked', 'password_changed']));
  });

  it('says the same of an address that nobody has, and writes to nobody', async () => {
    const { email } = await somebody();
    const before = smtp.received.length;
    const known = await ask(email);
    const unknown = await ask('ingen.alls@example.org');
    expect({ status: unknown.status, body: unknown.body }).toEqual({ status: known.status, body: known.body });
    await lettersTo(email);
    expect(smtp.received.length).toBe(before + 1);
    // Both left one job behind, so neither took more work to answer.
    const jobs = await app.db.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM pgboss.job WHERE name = 'account-letter' AND data->>'personId' IS NULL`,
    );
    expect(jobs[0]?.count).toBe(1);
  });

  it('has links that end after an hour and with each other, and no more than three letters an hour', async () => {
    const { email, id } = await somebody();
    for (let index = 0; index < 5; index += 1) await ask(email);
    const tokens = (await lettersTo(email)).map(({ text }) => tokenIn(text));
    expect(tokens).toHaveLength(3);
    await app.db.query(
      `UPDATE password_reset SET expires_at = now() - interval '1 second' WHERE token_hash = sha256($1)`,
      [Buffer.from(tokens[0] ?? '')],
    );
    expect((await complete(tokens[0] ?? '')).status).toBe(404);
    expect((await complete(tokens[1] ?? '')).status).toBe(204);
    expect((await complete(tokens[2] ?? '')).status).toBe(404);
    expect((await complete('gissat')).status).toBe(404);
    expect(await app.db.query('SELECT 1 FROM password_reset WHERE person_id = $1', [id])).toEqual([]);
  });

  it('lets one of two at once use a link', async () => {
    const { email } = await somebody();
    await ask(email);
    const token = tokenIn((await lettersTo(email))[0]?.text);
    const answers = await Promise.all([complete(token), complete(token, `${NEW} igen`), complete(token)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 404, 404]);
  });

  it('tells who has no password how they sign in, and gives no link', async () => {
    const { email, id } = await somebody();
    await app.db.query('DELETE FROM credential WHERE person_id = $1', [id]);
    await app.db.query(`UPDATE person SET email = 'ruth@lanet.example' WHERE id = $1`, [id]);
    expect(email).not.toBe('ruth@lanet.example');
    await ask('ruth@lanet.example');
    const [letter] = await lettersTo('ruth@lanet.example');
    expect(letter?.text).toContain('Du loggar in via Länets inloggning.');
    expect(tokenIn(letter?.text)).toBe('');
  });

  it('is not for somebody who has left, and the letter waits for a mail server that is away', async () => {
    const { email, id } = await somebody();
    await app.db.query('UPDATE person SET is_active = false WHERE id = $1', [id]);
    await ask(email);
    expect(await lettersTo(email)).toEqual([]);
    const port = await freePort();
    const away = await startTestApp({ on: app, environment: smtpAt(port) });
    try {
      const other = await somebody();
      await ask(other.email);
      await away.app.get(Jobs).workOff();
      const back = await startSmtp({ port });
      await away.app.get(Jobs).workOff('delayed');
      const [letter] = back.to(other.email);
      expect((await complete(tokenIn(letter?.text))).status).toBe(204);
      await back.close();
    } finally {
      await away.close();
    }
  });

  it('without a mail server the letter lies in the folder, and on no county’s page', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'samhandling-letters-'));
    const second = await startTestApp({ environment: { MAIL_FOLDER: folder } });
    try {
      const planner = await second.person('Petra Planerare', [{ role: 'planner' }]);
      const email = planner.session?.person.email ?? '';
      await second.anonymous().post(paths.passwordResets(), { email });
      await second.app.get(Jobs).workOff();
      const [file = ''] = (await readdir(folder)).filter((name) => name.endsWith('.eml'));
      expect(await readFile(join(folder, file), 'utf8')).toContain('nytt-losenord#');
      const shown = await planner.get<unknown[]>(paths.mailOutbox());
      expect({ status: shown.status, body: shown.body }).toEqual({ status: 200, body: [] });
    } finally {
      await second.close();
    }
  });
});
