import { paths, type Account, type Session } from '@samhandling/contracts';
import { hash } from '@node-rs/argon2';
import { Jobs } from '../../api/src/platform/jobs/jobs.ts';
import { PASSWORD, startTestApp, TestClient, type TestApp } from '../support/app.ts';

const UNKNOWN = 'ingen@example.org';

describe('tries at the door', () => {
  let app: TestApp;
  let behind: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
    behind = await startTestApp({
      on: app,
      environment: { TRUST_PROXY: 'loopback', PUBLIC_URL: 'https://samhandling.example' },
    });
  });
  beforeEach(() => app.db.query('DELETE FROM sign_in_failure'));
  afterAll(async () => {
    await behind.close();
    await app.close();
  });

  const attempt = (email: string, password: string, from?: string, on = behind) =>
    on.anonymous().send<Session>('POST', paths.session(), {
      body: { email, password },
      ...(from !== undefined && { headers: { 'x-forwarded-for': from } }),
    });
  const somebody = async () => (await app.person('Ruth Rapportör', [{ role: 'reader' }])).session?.person.email ?? '';
  /** As if so many had been wrong a moment ago, or longer ago. */
  const count = (times: number, key: string, secondsAgo = 0) =>
    app.db.query(
      `UPDATE sign_in_failure SET failures = $1, last_at = now() - make_interval(secs => $2) WHERE key_hash = sha256($3)`,
      [times, secondsAgo, Buffer.from(key)],
    );
  const fail = async (times: number, from: string, secondsAgo = 0) => {
    await attempt(UNKNOWN, 'fel', from);
    await count(times, `network ${from}`, secondsAgo);
  };

  it('at once are counted too, known or not', async () => {
    const email = await somebody();
    for (const who of [email, UNKNOWN]) {
      const began = Date.now();
      const answers = await Promise.all(Array.from({ length: 9 }, (_, at) => attempt(who, `fel ${at}`, '192.0.2.1')));
      const seconds = (Date.now() - began) / 1_000;
      const count = (status: number) => answers.filter((answer) => answer.status === status).length;
      expect(count(401) + count(429)).toBe(9);
      expect(count(401)).toBeGreaterThanOrEqual(5);
      // Five, and after them one for each wait of 1, 2, 4 … seconds that has passed meanwhile.
      expect(2 ** (count(401) - 5) - 1).toBeLessThanOrEqual(seconds);
    }
  });

  it('of one person make no colleague behind the same address wait', async () => {
    const [clumsy, colleague] = [await somebody(), await somebody()];
    await attempt(clumsy, 'fel', '192.0.2.2');
    await count(12, `account ${clumsy}`);
    expect((await attempt(clumsy, PASSWORD, '192.0.2.2')).status).toBe(429);
    expect((await attempt(colleague, PASSWORD, '192.0.2.2')).status).toBe(201);
  });

  it('from one address at many accounts are slowed down, and those of another address are not', async () => {
    const email = await somebody();
    await fail(100, '192.0.2.3');
    const refused = await attempt(email, PASSWORD, '192.0.2.3');
    expect(refused.problem.code).toBe('too_many');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await attempt(email, PASSWORD, '192.0.2.4')).status).toBe(201);
    // Time forgives: after 20 minutes there is room for 40 more.
    await fail(139, '192.0.2.3', 1_200);
    expect((await attempt(email, PASSWORD, '192.0.2.3')).status).toBe(201);
  });

  it('are told apart by what a trusted proxy says, and by nothing else', async () => {
    const email = await somebody();
    await fail(100, '192.0.2.5');
    expect((await attempt(email, PASSWORD, '198.51.100.9, 192.0.2.5')).status).toBe(429);
    // Nobody in front is trusted here, so whatever the header says it is one and the same address.
    await attempt(UNKNOWN, 'fel', '192.0.2.6', app);
    const counted = (address: string) =>
      app.db.query('SELECT failures FROM sign_in_failure WHERE key_hash = sha256($1)', [
        Buffer.from(`network ${address}`),
      ]);
    expect(await counted('192.0.2.6')).toEqual([]);
    expect(await counted('127.0.0.1')).toHaveLength(1);
  });

  it('that succeed have the account’s mistakes forgotten', async () => {
    const email = await somebody();
    for (let round = 0; round < 3; round += 1) {
      for (let index = 0; index < 4; index += 1) expect((await attempt(email, 'fel', '192.0.2.7')).status).toBe(401);
      expect((await attempt(email, PASSWORD, '192.0.2.7')).status).toBe(201);
    }
  });

  it('keep nobody’s address or name', async () => {
    const email = await somebody();
    await attempt(email, 'fel', '192.0.2.8');
    const rows = await app.db.query(`SELECT row_to_json(f)::text AS text FROM sign_in_failure f`);
    expect(JSON.stringify(rows)).not.toMatch(new RegExp(`192|${email}`));
  });
});

describe('what the door gives', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  it('over https is a cookie for this host alone, and a new one each time', async () => {
    const safe = await startTestApp({ on: app, environment: { PUBLIC_URL: 'https://samhandling.example' } });
    try {
      const email = (await app.person('Ruth Rapportör', [{ role: 'reader' }])).session?.person.email ?? '';
      const signIn = (cookie = '') =>
        fetch(safe.base + paths.session(), {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...(cookie !== '' && { cookie }) },
          body: JSON.stringify({ email, password: PASSWORD }),
        });
      const first = (await signIn('__Host-samhandling=planterad')).headers.getSetCookie()[0] ?? '';
      expect(first).toMatch(/^__Host-samhandling=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
      const pair = first.split(';')[0] ?? '';
      const get = (cookie: string) => fetch(safe.base + paths.session(), { headers: { cookie } });
      expect((await get(pair)).status).toBe(200);
      expect((await get(pair.replace('__Host-', ''))).status).toBe(401);
      expect((await signIn(pair)).status).toBe(201);
      expect((await get(pair)).status).toBe(401);
    } finally {
      await safe.close();
    }
  });

  it('is a password hashed as today, also for who had an older one', async () => {
    const client = await app.person('Ruth Rapportör', [{ role: 'reader' }]);
    const id = client.session?.person.id;
    const old = await hash(PASSWORD, { memoryCost: 8_192, timeCost: 1, parallelism: 1 });
    await app.db.query('UPDATE credential SET password_hash = $2 WHERE person_id = $1', [id, old]);
    await new TestClient(app.base).signIn(client.session?.person.email ?? '');
    const [row] = await app.db.query<{ hash: string }>(
      'SELECT password_hash AS hash FROM credential WHERE person_id = $1',
      [id],
    );
    expect(row?.hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    await new TestClient(app.base).signIn(client.session?.person.email ?? '');
    expect(await app.db.query('SELECT password_hash AS hash FROM credential WHERE person_id = $1', [id])).toEqual([
      { hash: row?.hash },
    ]);
  });

  it('is swept away when it has had its time, and nothing else is', async () => {
    const client = await app.person('Ruth Rapportör', [{ role: 'reader' }]);
    const id = client.session?.person.id ?? '';
    const email = client.session?.person.email ?? '';
    const other = await new TestClient(app.base).signIn(email);
    await app.db.query(
      `UPDATE session SET last_seen_at = now() - interval '3 hours' WHERE id = (SELECT id FROM session WHERE person_id = $1 ORDER BY created_at LIMIT 1)`,
      [id],
    );
    await app.db.query(
      `INSERT INTO sign_in_attempt (state_hash, browser_hash, provider, verifier, nonce, return_to, created_at) VALUES ('a', 'b', 'x', 'v', 'n', '/', now() - interval '1 hour'), ('c', 'd', 'x', 'v', 'n', '/', now())`,
    );
    await app.db.query(
      `INSERT INTO password_reset (token_hash, person_id, expires_at) VALUES ('a', $1, now() - interval '1 minute'), ('b', $1, now() + interval '1 minute')`,
      [id],
    );
    await app.db.query(
      `INSERT INTO sign_in_failure (key_hash, failures, last_at) VALUES ('a', 3, now() - interval '2 days'), ('b', 3, now())`,
    );
    await app.db.query(
      `INSERT INTO access_event (person_id, kind, detail, browser, at) VALUES ($1, 'refused', '{}', '', now() - interval '181 days'), ($1, 'refused', '{}', '', now() - interval '179 days')`,
      [id],
    );
    const jobs = app.app.get(Jobs);
    await jobs.sendAlone('sign-in-sweep', {});
    await jobs.workOff();
    const count = async (table: string, where = 'true') =>
      (await app.db.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${table} WHERE ${where}`))[0]?.count;
    expect(await count('session', `person_id = '${id}'`)).toBe(1);
    expect((await other.get(paths.session())).status).toBe(200);
    expect(await count('sign_in_attempt')).toBe(1);
    expect(await count('password_reset')).toBe(1);
    expect(await count('sign_in_failure', `key_hash IN ('a', 'b')`)).toBe(1);
    const { events } = (await other.get<Account>(paths.account())).body;
    expect(events.filter(({ kind }) => kind === 'refused')).toHaveLength(1);
  });

  it('is nobody’s but one’s own, also by SQL as the application', async () => {
    const [mine, theirs] = [
      await app.person('Ruth Rapportör', [{ role: 'reader' }]),
      await app.person('Sam Svarande', [{ role: 'reader' }]),
    ].map(({ session }) => session?.person.id ?? '');
    for (const id of [mine, theirs]) {
      await app.db.query(
        `INSERT INTO external_identity (id, person_id, provider, issuer, subject) VALUES (gen_random_uuid(), $1::uuid, 'x', 'y', $1::uuid::text)`,
        [id],
      );
      await app.db.query(`INSERT INTO second_factor (person_id, secret) VALUES ($1, 'S')`, [id]);
      await app.db.query(`INSERT INTO recovery_code (person_id, code_hash) VALUES ($1, 'S')`, [id]);
      await app.db.query(
        `INSERT INTO password_reset (token_hash, person_id, expires_at) VALUES (sha256($1::uuid::text::bytea), $1::uuid, now() + interval '1 hour')`,
        [id],
      );
    }
    const { default: pg } = await import('pg');
    const client = new pg.Client({ connectionString: app.db.appUrl });
    await client.connect();
    try {
      for (const table of [
        'external_identity',
        'second_factor',
        'recovery_code',
        'password_reset',
        'access_event',
        'session',
        'credential',
      ]) {
        await client.query(`SELECT set_config('samhandling.person', '', false)`);
        expect((await client.query(`SELECT 1 FROM ${table}`)).rowCount).toBe(0);
        await client.query(`SELECT set_config('samhandling.person', $1, false)`, [mine]);
        const seen = await client.query<{ person_id: string }>(`SELECT DISTINCT person_id FROM ${table}`);
        expect({ table, seen: seen.rows }).toEqual({ table, seen: [{ person_id: mine }] });
      }
      await expect(
        client.query(
          `INSERT INTO second_factor (person_id, secret) VALUES ($1, 'T') ON CONFLICT (person_id) DO UPDATE SET secret = 'T'`,
          [theirs],
        ),
      ).rejects.toThrow(/row-level security/);
      await expect(client.query(`DELETE FROM access_event`)).rejects.toThrow(/permission denied/);
      await expect(
        client.query(`INSERT INTO access_event (person_id, kind, detail, browser) VALUES ($1, 'refused', '{}', '')`, [
          mine,
        ]),
      ).rejects.toThrow(/permission denied/);
    } finally {
      await client.end();
    }
  });
});
