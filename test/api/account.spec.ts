import {
  BACKGROUND_HEADER,
  paths,
  type Account,
  type RecoveryCodes,
  type Session,
  type TotpSetup,
} from '@samhandling/contracts';
import { Secret, TOTP } from 'otpauth';
import { Jobs } from '../../api/src/platform/jobs/jobs.ts';
import { PASSWORD, startTestApp, type TestApp, type TestClient } from '../support/app.ts';
import { smtpAt } from '../support/mail-scene.ts';
import { handClock, startSmtp, type TestSmtp } from '../support/smtp.ts';

const NEW = 'fyra nya ord utan mening';

describe('one’s own account', () => {
  let smtp: TestSmtp;
  let app: TestApp;
  let people = 0;
  const clock = handClock('2026-03-04T09:00:00Z');
  beforeAll(async () => {
    smtp = await startSmtp();
    app = await startTestApp({ clock, environment: smtpAt(smtp.port) });
  });
  afterAll(async () => {
    await app.close();
    await smtp.close();
  });

  const somebody = async (): Promise<{ client: TestClient; email: string; id: string }> => {
    people += 1;
    const client = await app.person(`Person Nummer${people}`, [{ role: 'reader' }]);
    return { client, email: client.session?.person.email ?? '', id: client.session?.person.id ?? '' };
  };
  const account = async (client: TestClient) => (await client.get<Account>(paths.account())).body;
  const signIn = (email: string, password: string, code?: string) =>
    app.anonymous().post<Session>(paths.session(), { email, password, ...(code !== undefined && { code }) });
  const codeOf = (secret: string, steps = 0) =>
    TOTP.generate({
      secret: Secret.fromBase32(secret.replaceAll(' ', '')),
      timestamp: clock.now().getTime() + steps * 30_000,
    });
  const later = (seconds: number) => clock.set(new Date(clock.now().getTime() + seconds * 1_000).toISOString());

  it('shows sessions and what has happened, to nobody else', async () => {
    const { client, email } = await somebody();
    await app.anonymous().post(paths.session(), { email, password: 'fel' });
    const phone = app.anonymous();
    await phone.send('POST', paths.session(), {
      body: { email, password: PASSWORD },
      headers: { 'user-agent': 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0) Version/18.0 Mobile Safari/604.1' },
    });
    const shown = await account(client);
    expect(shown).toMatchObject({ email, totp: null, identities: [], password: { setAt: expect.any(String) } });
    expect(shown.sessions.map(({ browser, isThis, method }) => ({ browser, isThis, method }))).toEqual(
      expect.arrayContaining([
        { browser: 'Safari, iPhone', isThis: false, method: 'password' },
        { browser: '', isThis: true, method: 'password' },
      ]),
    );
    expect(shown.events.map(({ kind, detail }) => `${kind} ${detail}`)).toEqual([
      'signed_in Med lösenord.',
      'refused Fel lösenord.',
      'signed_in Med lösenord.',
    ]);
    const { client: other } = await somebody();
    expect((await account(other)).events).toHaveLength(1);
    expect(await other.delete(paths.accountSession(shown.sessions[0]?.id ?? ''))).toMatchObject({ status: 404 });
    expect((await account(client)).sessions).toHaveLength(2);
  });

  it('ends one session, or all but this', async () => {
    const { client, email } = await somebody();
    const others = [await app.anonymous().signIn(email), await app.anonymous().signIn(email)];
    const rest = (await account(client)).sessions.filter(({ isThis }) => !isThis);
    expect(rest).toHaveLength(2);
    expect((await client.delete(paths.accountSession(rest[0]?.id ?? ''))).status).toBe(204);
    const open = async () => (await Promise.all(others.map((each) => each.get(paths.session())))).map((a) => a.status);
    expect((await open()).sort()).toEqual([200, 401]);
    expect((await client.post(paths.accountSessionsRevokeOthers())).status).toBe(204);
    expect(await open()).toEqual([401, 401]);
    expect((await client.get(paths.session())).status).toBe(200);
  });

  it('ends a session that has idled or had its hours, and what the page asks by itself does not prolong it', async () => {
    const { client, id } = await somebody();
    const seen = async () =>
      (
        await app.db.query<{ old: boolean }>(
          `SELECT last_seen_at < now() - interval '1 hour' AS old FROM session WHERE person_id = $1`,
          [id],
        )
      )[0]?.old;
    const idle = (minutes: number) =>
      app.db.query(`UPDATE session SET last_seen_at = now() - make_interval(mins => $2) WHERE person_id = $1`, [
        id,
        minutes,
      ]);
    await idle(119);
    expect((await client.get(paths.session(), { headers: { [BACKGROUND_HEADER]: '1' } })).status).toBe(200);
    expect(await seen()).toBe(true);
    expect((await client.get(paths.session())).status).toBe(200);
    expect(await seen()).toBe(false);
    await idle(121);
    expect((await client.get(paths.session())).problem.code).toBe('not_signed_in');
    await idle(0);
    await app.db.query(`UPDATE session SET expires_at = now() - interval '1 second' WHERE person_id = $1`, [id]);
    expect((await client.get(paths.session())).problem.code).toBe('not_signed_in');
  });

  it('changes the password by the old one, ends the other sessions and tells by mail', async () => {
    const { client, email } = await somebody();
    const other = await app.anonymous().signIn(email);
    const put = (current: string, password: string) => client.put(paths.accountPassword(), { current, password });
    expect((await put('fel', NEW)).problem.errors).toEqual([
      { pointer: '/current', code: 'wrong_password', reason: 'Lösenordet stämmer inte.' },
    ]);
    for (const [weak, code] of [
      ['kort', 'too_short'],
      ['Sommaren2026!', 'common'],
      ['x'.repeat(201), 'too_long'],
      [`${email} ${email}`, 'personal'],
    ] as const)
      expect((await put(PASSWORD, weak)).problem.errors).toMatchObject([{ pointer: '/password', code }]);
    expect((await other.get(paths.session())).status).toBe(200);
    expect((await put(PASSWORD, NEW)).status).toBe(204);
    expect((await other.get(paths.session())).status).toBe(401);
    expect((await client.get(paths.session())).status).toBe(200);
    expect((await signIn(email, PASSWORD)).status).toBe(401);
    expect((await signIn(email, NEW)).status).toBe(201);
    await app.app.get(Jobs).workOff();
    expect(smtp.to(email).map(({ subject }) => subject)).toEqual(['Ditt lösenord i Samhandling är ändrat']);
  });

  it('turns a second step on and off, takes each code once, and counts wrong ones', async () => {
    const { client, email } = await somebody();
    expect((await client.post(paths.accountTotp(), { password: 'fel' })).problem.errors?.[0]?.pointer).toBe(
      '/password',
    );
    const setup = (await client.post<TotpSetup>(paths.accountTotp(), { password: PASSWORD })).body;
    expect(setup.secret).toMatch(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/);
    expect(setup.uri).toMatch(/^otpauth:\/\/totp\/Samhandling:/);
    expect(setup.svg).toMatch(/^<svg /);
    // Not asked for until it is confirmed.
    expect((await signIn(email, PASSWORD)).status).toBe(201);
    expect((await client.post(paths.accountTotpConfirm(), { code: '000000' })).problem.errors?.[0]?.pointer).toBe(
      '/code',
    );
    const { codes } = (await client.post<RecoveryCodes>(paths.accountTotpConfirm(), { code: codeOf(setup.secret) }))
      .body;
    expect(new Set(codes).size).toBe(10);
    expect((await account(client)).totp).toMatchObject({ recoveryCodesLeft: 10 });

    const missing = await signIn(email, PASSWORD);
    expect(missing.problem).toMatchObject({ status: 401, code: 'second_factor' });
    expect(missing.problem.errors).toBeUndefined();
    expect((await signIn(email, 'fel')).problem.code).toBe('wrong_sign_in');
    const used = await signIn(email, PASSWORD, codeOf(setup.secret));
    expect(used.problem).toMatchObject({ code: 'second_factor', errors: [{ pointer: '/code', code: 'wrong_code' }] });
    later(30);
    expect((await signIn(email, PASSWORD, codeOf(setup.secret))).status).toBe(201);
    expect((await signIn(email, PASSWORD, codeOf(setup.secret))).status).toBe(401);
    // The step after counts too, the one after that does not.
    expect((await signIn(email, PASSWORD, codeOf(setup.secret, 1))).status).toBe(201);
    expect((await signIn(email, PASSWORD, codeOf(setup.secret, 3))).status).toBe(401);

    expect((await signIn(email, PASSWORD, (codes[0] ?? '').toUpperCase())).status).toBe(201);
    expect((await signIn(email, PASSWORD, codes[0])).status).toBe(401);
    expect((await account(client)).totp).toMatchObject({ recoveryCodesLeft: 9 });

    expect((await client.post(paths.accountTotp(), { password: PASSWORD })).problem.code).toBe('rule');
    later(120);
    const remove = (code: string) => client.post(paths.accountTotpRemove(), { password: PASSWORD, code });
    expect((await remove('123')).problem.errors?.[0]?.pointer).toBe('/code');
    expect((await remove(codeOf(setup.secret))).status).toBe(204);
    expect((await signIn(email, PASSWORD)).status).toBe(201);
    expect((await account(client)).events.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['totp_on', 'totp_off', 'recovery_code_used', 'refused']),
    );
  });

  it('makes whoever guesses codes wait, and knowing the password does not clear the way', async () => {
    const { client, email } = await somebody();
    const setup = (await client.post<TotpSetup>(paths.accountTotp(), { password: PASSWORD })).body;
    await client.post(paths.accountTotpConfirm(), { code: codeOf(setup.secret) });
    const statuses: number[] = [];
    for (let index = 0; index < 6; index += 1) {
      await signIn(email, PASSWORD);
      statuses.push((await signIn(email, PASSWORD, '000000')).status);
    }
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
    later(30);
    expect((await signIn(email, PASSWORD, codeOf(setup.secret))).status).toBe(429);
  });

  it('lets one of two at once use a code', async () => {
    const { client, email } = await somebody();
    const second = await startTestApp({ on: app, clock });
    try {
      const setup = (await client.post<TotpSetup>(paths.accountTotp(), { password: PASSWORD })).body;
      await client.post(paths.accountTotpConfirm(), { code: codeOf(setup.secret) });
      later(60);
      const body = { email, password: PASSWORD, code: codeOf(setup.secret) };
      const answers = await Promise.all(
        [app, second, app, second].map((each) => each.anonymous().post(paths.session(), body)),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 401, 401, 401]);
    } finally {
      await second.close();
    }
  });
});
