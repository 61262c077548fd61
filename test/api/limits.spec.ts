import { API, paths } from '@samhandling/contracts';
import { startTestApp, type TestApp, type TestClient } from '../support/app.ts';
import { buildPlan } from '../support/plan-builder.ts';
import { readRoutes } from '../support/declared-routes.ts';

const LIMITS = 'all=1000000/86400 search=3/86400 sign_in=8/86400 download=2/86400 not_signed_in=4/86400';

describe('limits', () => {
  let app: TestApp;
  let second: TestApp;
  let anna: TestClient;
  let bo: TestClient;
  beforeAll(async () => {
    const environment = { RATE_LIMITS: LIMITS, TRUST_PROXY: '1' };
    app = await startTestApp({ environment });
    second = await startTestApp({ on: app, environment });
    anna = await app.person('Anna', [{ role: 'planner' }]);
    bo = await app.person('Bo', [{ role: 'planner' }]);
  });
  afterAll(async () => {
    await second.close();
    await app.close();
  });

  const from = (address: string) => ({ headers: { 'x-forwarded-for': address } });
  const search = (client: TestClient) => client.get(`${paths.search()}?q=abc`);
  const tryToSignIn = (on: TestApp, address: string) =>
    on.anonymous().post(paths.session(), { email: 'nobody@example.org', password: 'x' }, from(address));

  it('count a person, wherever they sit, and say which limit it was and how long it lasts', async () => {
    for (let index = 0; index < 3; index += 1) expect((await search(anna)).status).toBe(200);
    const answer = await search(anna);
    expect([answer.status, answer.problem.code]).toEqual([429, 'too_many']);
    expect(answer.problem.detail).toMatch(/^Gränsen gäller sökningar: högst 3 på 1440 minuter\. Vänta \d+ sekunder/);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await anna.get(`${paths.search()}?q=abc`, from('198.51.100.9'))).status).toBe(429);
    const english = await anna.get(`${paths.search()}?q=abc`, { headers: { 'accept-language': 'en' } });
    expect(english.problem.detail).toMatch(/^The limit is on searches: at most 3 in 1440 minutes\./);
  });

  it('leave others, and other purposes, alone', async () => {
    expect((await search(bo)).status).toBe(200);
    expect((await anna.get(paths.session())).status).toBe(200);
  });

  it('count whoever is not signed in by network address, over all processes', async () => {
    const answers = [];
    for (let index = 0; index < 10; index += 1)
      answers.push((await tryToSignIn(index % 2 ? app : second, `2001:db8:1:2::${index}`)).problem.detail);
    // Its own delay for the account begins sooner; what counts is that the last two are about the address.
    expect(answers.filter((text) => text.includes('försök att logga in från din nätverksadress'))).toHaveLength(2);
    expect((await tryToSignIn(app, '2001:db8:1:3::1')).problem.detail).not.toContain('nätverksadress');
  });

  it('believe as many proxies as there are, and nobody before them', async () => {
    const forged = await tryToSignIn(app, '203.0.113.99, 2001:db8:1:2::77');
    expect(forged.problem.detail).toContain('från din nätverksadress');
  });

  it('count guesses at a session', async () => {
    const guess = () =>
      app
        .anonymous()
        .get(paths.session(), { headers: { cookie: `samhandling=${Math.random()}`, 'x-forwarded-for': '192.0.2.1' } });
    const codes = [];
    for (let index = 0; index < 6; index += 1) codes.push((await guess()).problem.code);
    expect(codes).toEqual([...Array<string>(4).fill('not_signed_in'), 'too_many', 'too_many']);
    expect((await bo.get(paths.session(), from('192.0.2.1'))).status).toBe(200);
  });

  it('hold for two processes together', async () => {
    const { slug } = await buildPlan(app);
    const there = await second.anonymous().signIn(bo.session?.person.email ?? '');
    const csv = async (client: TestClient) => (await client.bytes(paths.planActivitiesCsv(slug))).status;
    expect([await csv(bo), await csv(there), await csv(bo), await csv(there)]).toEqual([200, 200, 429, 429]);
  });

  it('keep no name or address in the database', async () => {
    const rows = await app.db.query<{ text: string }>('SELECT r::text AS text FROM rate_limit r');
    expect(rows.length).toBeGreaterThan(3);
    for (const { text } of rows) expect(text).toMatch(/^\("\\\\x[0-9a-f]{64}",/);
  });
});

describe('every route', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  const purposeOf = (route: string) => readRoutes(app.app).find(({ name }) => name === route)?.purpose;

  it('has a purpose, and says which when it is open to all, takes a file, makes one, searches or sends', () => {
    const routes = readRoutes(app.app);
    expect(routes.length).toBeGreaterThan(100);
    const unsaid = routes.filter(
      ({ purpose, isOpen, takesFile, makesFile }) => !purpose && (isOpen || takesFile || makesFile),
    );
    expect(unsaid.map(({ name }) => name)).toEqual([]);
    const wrong = routes.filter(
      ({ purpose, takesFile, makesFile }) =>
        (takesFile && purpose !== 'upload') || (makesFile && !['download', 'public'].includes(purpose ?? '')),
    );
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  it.each([
    [`POST ${API}/session`, 'sign_in'],
    [`POST ${API}/answer/open`, 'link'],
    [`GET ${API}/search`, 'search'],
    [`POST ${API}/mail/send`, 'mail'],
    [`POST ${API}/imports`, 'upload'],
    [`GET ${API}/rounds/:id/report/:format`, 'download'],
  ])('%s is counted as %s', (route, purpose) => expect(purposeOf(route)).toBe(purpose));
});
