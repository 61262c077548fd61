import { paths, type Organisation } from '@samhandling/contracts';
import { startTestApp, TestClient, type TestApp } from '../support/app.ts';
import { killProcesses, startApiProcess, until, type ApiProcess } from '../support/process.ts';
import { sendRaw } from '../support/raw.ts';

interface Refusal {
  readonly msg: string;
  readonly level: string;
  readonly code: string;
  readonly status: number;
  readonly method: string;
  readonly route: string;
  readonly requestId: string;
  readonly personId?: string;
  readonly countyId?: string;
}

/** Written into every request that can hold a text; none of it may be found in the log. */
const WRITTEN = /hemligt|anna\.andersson|kommun\.example|bearer|evil\.example/i;

describe('the log of what was refused', () => {
  let app: TestApp;
  let api: ApiProcess;
  let planner: TestClient;
  let reader: TestClient;
  beforeAll(async () => {
    app = await startTestApp();
    api = await startApiProcess(app.db.ownerUrl, { LOG_LEVEL: 'debug', RATE_LIMITS: 'all=1000000/60 search=1/86400' });
    await app.person('Petra Planerare', [{ role: 'planner' }]);
    await app.person('Rolf Läsare', [{ role: 'reader' }]);
    planner = await new TestClient(api.base).signIn('person1@example.org');
    reader = await new TestClient(api.base).signIn('person2@example.org');
  });
  afterAll(async () => {
    await api.stop();
    killProcesses();
    await app.close();
  });

  const refusals = (): Refusal[] =>
    api
      .output()
      .out.split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as Refusal)
      .filter(({ msg }) => msg === 'refused');
  const refusalOf = async (requestId: string | null): Promise<Refusal> => {
    await until('the refusal is written', () => refusals().some((line) => line.requestId === requestId));
    return refusals().find((line) => line.requestId === requestId) as Refusal;
  };

  it.each<[string, string, string, (body: object) => Promise<{ headers: Headers }>]>([
    [
      'warn',
      'cross_site',
      '-',
      (body) => planner.post(paths.organisations(), body, { headers: { origin: 'https://evil.example' } }),
    ],
    [
      'warn',
      'csrf',
      paths.organisations(),
      (body) => planner.post(paths.organisations(), body, { headers: { 'x-csrf-token': 'hemligt' } }),
    ],
    [
      'warn',
      'unreadable',
      '-',
      () => planner.post(paths.organisations(), '{"name":"hemligt","name":"anna.andersson@kommun.example"}'),
    ],
    ['warn', 'unreadable', '-', () => planner.get('/api/v1/plans/hemligt%00')],
    ['info', 'not_allowed', paths.organisations(), (body) => reader.post(paths.organisations(), body)],
    [
      'info',
      'invalid_fields',
      paths.organisations(),
      (body) => planner.post(paths.organisations(), { ...body, kind: 'hemligt' }),
    ],
    ['info', 'not_found', '/api/v1/plans/:slug', () => planner.get(paths.plan('hemligt'))],
    [
      'info',
      'not_signed_in',
      paths.organisations(),
      () => new TestClient(api.base).get(`${paths.organisations()}?hemligt=1`),
    ],
    [
      'info',
      'wrong_sign_in',
      paths.session(),
      () =>
        new TestClient(api.base).post(paths.session(), { email: 'anna.andersson@kommun.example', password: 'hemligt' }),
    ],
  ])('has a line at %s for %s', async (level, code, route, ask) => {
    const { headers } = await ask({ name: 'hemligt', kind: 'other' });
    expect(await refusalOf(headers.get('x-request-id'))).toMatchObject({ level, code, route });
  });

  it('says who was held back by a limit, and where', async () => {
    const ask = () => planner.get(`${paths.search()}?q=hemligt`);
    await ask();
    const answer = await ask();
    expect(await refusalOf(answer.headers.get('x-request-id'))).toMatchObject({
      level: 'warn',
      code: 'too_many',
      status: 429,
      method: 'GET',
      route: paths.search(),
      personId: planner.session?.person.id,
      countyId: app.countyId,
    });
  });

  it('holds nothing anybody wrote, also of what was taken and of what failed', async () => {
    const made = await planner.post<Organisation>(paths.organisations(), {
      name: 'Hemligt föreningsnamn',
      kind: 'other',
    });
    await planner.post(paths.organisations(), { name: 'Hemligt föreningsnamn', kind: 'other' });
    await planner.patch(paths.organisation(made.body.id), { name: 'Hemligt nytt namn' }, made.body.version);
    await planner.post(paths.imports(), { text: 'Anna.Andersson hemligt, ingen plan' });
    await planner.post(paths.imports(), { text: 'x'.repeat(6_000_000) });
    await sendRaw(
      api.base,
      `GET /hemligt HTTP/1.1\r\nHost: evil.example\r\nAuthorization: Bearer hemligt\r\nConnection: close\r\n\r\n`,
    );
    await sendRaw(api.base, 'HEMLIGT\r\n\r\n');
    await app.db.query('ALTER TABLE organisation RENAME COLUMN name TO namn');
    const failed = await planner.post(paths.organisations(), { name: 'Hemligt och trasigt', kind: 'other' });
    await app.db.query('ALTER TABLE organisation RENAME COLUMN namn TO name');
    expect(failed.status).toBe(500);
    await until('the fault is written', () => api.output().out.includes(failed.problem.requestId ?? ''));
    const { out, err } = api.output();
    expect(out.split('\n').filter((line) => WRITTEN.test(line))).toEqual([]);
    expect(err).not.toMatch(WRITTEN);
    expect(out).not.toContain(planner.session?.csrfToken);
  });
});
