import { paths } from '@samhandling/contracts';
import { request } from 'node:http';
import { PASSWORD, startTestApp, type TestApp, type TestClient } from '../support/app.ts';

const PUBLIC = 'https://samhandling.example.org';

describe('requests from our own pages, by our own names', () => {
  let app: TestApp;
  let planner: TestClient;
  beforeAll(async () => {
    app = await startTestApp({ environment: { PUBLIC_URL: PUBLIC, ALLOWED_HOSTS: 'samhandling:3000, other.example' } });
    planner = await app.person('Petra Planerare', [{ role: 'planner' }]);
  });
  afterAll(() => app.close());

  /** `fetch` sets Host by itself. */
  const ask = (path: string, headers: Record<string, string>): Promise<{ status: number; body: string }> =>
    new Promise((resolve, reject) => {
      const asked = request(app.base + path, { headers }, (answer) => {
        let body = '';
        answer.setEncoding('utf8').on('data', (part: string) => (body += part));
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body }));
      });
      asked.on('error', reject).end();
    });

  it.each([
    ['samhandling.example.org', 200],
    ['SAMHANDLING.EXAMPLE.ORG', 200],
    ['samhandling:3000', 200],
    ['other.example', 200],
    ['localhost:1234', 200],
    ['127.0.0.1', 200],
    ['[::1]:3000', 200],
    ['evil.example', 421],
    ['samhandling.example.org.evil.example', 421],
    ['localhost.evil.example', 421],
    ['127.0.0.1.evil.example', 421],
    ['samhandling.example.org:8443', 421],
  ])('asked for as "%s" the answer is %i', async (host, status) => {
    const answer = await ask(paths.about(), { host });
    expect(answer.status).toBe(status);
    if (status === 421) expect(answer.body).toContain('/problems/wrong_host');
  });

  it('a name another forwards counts for nothing', async () => {
    expect(
      (await ask(paths.about(), { host: 'evil.example', 'x-forwarded-host': 'samhandling.example.org' })).status,
    ).toBe(421);
  });

  const FOREIGN: Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://samhandling.example.org' },
    { origin: 'https://samhandling.example.org.evil.example' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site', origin: PUBLIC },
    { 'sec-fetch-site': 'nonsense' },
  ];

  it.each(FOREIGN)('signing in from %j is refused, with the right password', async (headers) => {
    const answer = await app
      .anonymous()
      .post(paths.session(), { email: 'person1@example.org', password: PASSWORD }, { headers });
    expect([answer.status, answer.problem.code]).toEqual([403, 'cross_site']);
    expect(answer.headers.get('set-cookie')).toBeNull();
  });

  it.each(FOREIGN)('nothing is changed from %j, with cookie and check code', async (headers) => {
    const answer = await planner.post(paths.organisations(), { name: 'Ny', kind: 'other' }, { headers });
    expect([answer.status, answer.problem.code]).toEqual([403, 'cross_site']);
  });

  it.each(FOREIGN)('no link is opened from %j', async (headers) => {
    const answer = await app.anonymous().post(paths.answerOpen(), { token: 'x' }, { headers });
    expect(answer.problem.code).toBe('cross_site');
  });

  it('and nothing had been', async () => {
    expect(await app.db.query(`SELECT 1 FROM organisation WHERE name = 'Ny'`)).toEqual([]);
  });

  it.each<Record<string, string>>([{ origin: PUBLIC, 'sec-fetch-site': 'same-origin' }, { origin: PUBLIC }, {}])(
    'our own page (%j) may sign in',
    async (headers) => {
      const answer = await app
        .anonymous()
        .post(paths.session(), { email: 'person1@example.org', password: PASSWORD }, { headers });
      expect(answer.status).toBe(201);
    },
  );

  it('reading from elsewhere is a link somebody followed', async () => {
    expect((await planner.get(paths.session(), { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(200);
  });

  it('a change without the check code of the session, or with another’s, is refused', async () => {
    const other = await app.person('Olle Annan', [{ role: 'planner' }]);
    for (const given of ['', 'x'.repeat(32), other.session?.csrfToken ?? '']) {
      const answer = await planner.post(
        paths.organisations(),
        { name: 'Ny', kind: 'other' },
        { headers: { 'x-csrf-token': given } },
      );
      expect([answer.status, answer.problem.code]).toEqual([403, 'csrf']);
    }
  });

  it('headers are strict, and tell browsers to come by https', async () => {
    const { headers } = await planner.get(paths.session());
    const given = Object.fromEntries(
      [
        'content-security-policy',
        'strict-transport-security',
        'cross-origin-opener-policy',
        'cross-origin-resource-policy',
        'x-content-type-options',
        'x-frame-options',
        'referrer-policy',
        'cache-control',
      ].map((name) => [name, headers.get(name)]),
    );
    expect(given).toEqual({
      'content-security-policy': "default-src 'none';frame-ancestors 'none'",
      'strict-transport-security': 'max-age=31536000',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'cache-control': 'no-store',
    });
    expect(headers.get('permissions-policy')).toContain('camera=(), ');
    expect(headers.get('x-powered-by')).toBeNull();
  });

  it('the cookie is out of reach of scripts, other sites and plain http', async () => {
    const answer = await app.anonymous().post(paths.session(), { email: 'person1@example.org', password: PASSWORD });
    const cookie = answer.headers.get('set-cookie') ?? '';
    for (const part of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/']) expect(cookie).toContain(part);
  });

  it('a page carries no style or script that is not ours', async () => {
    const policy = (await fetch(app.base + '/no-such-file.txt')).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe-(?:inline|eval)|\*/);
  });
});
