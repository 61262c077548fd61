import { paths } from '@samhandling/contracts';
import { PASSWORD, startTestApp, TestClient, type TestApp } from '../support/app.ts';
import { killProcesses, startApiProcess, until, type ApiProcess } from '../support/process.ts';

interface Line {
  readonly msg: string;
  readonly level: string;
  readonly method?: string;
  readonly route?: string;
  readonly status?: number;
  readonly ms?: number;
  readonly requestId?: string;
  readonly personId?: string;
  readonly countyId?: string;
}

describe('the log of requests', () => {
  let app: TestApp;
  let api: ApiProcess;
  beforeAll(async () => {
    app = await startTestApp();
    api = await startApiProcess(app.db.ownerUrl, { LOG_LEVEL: 'info' });
  });
  afterAll(async () => {
    await api.stop();
    killProcesses();
    await app.close();
  });

  const lines = (): Line[] =>
    api
      .output()
      .out.split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as Line);

  it('has one line per request with ids and figures, and nothing anybody wrote', async () => {
    const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
    await app.person('Siv Hemlig', [{ role: 'planner' }]);
    const client = await new TestClient(api.base).signIn('person1@example.org');
    const answer = await client.get(`${paths.search()}?q=Nykterhetsborg`, { headers: { 'x-request-id': trace } });
    expect(answer.headers.get('x-request-id')).toBe(trace);
    await client.get('/api/v1/plans/plan-om-siv-hemlig', { headers: { 'x-request-id': 'siv.hemlig@example.org' } });
    await client.post(paths.session(), { email: 'siv.hemlig@example.org', password: PASSWORD });
    await client.post(paths.session(), '{"email": "siv.hemlig@example.org", trasig');
    await fetch(`${api.base}/health/ready`);
    await fetch(`${api.base}/organisationer/siv-hemlig?namn=Siv`, { headers: { accept: 'text/html' } });
    await until('the last line is written', () => lines().filter(({ msg }) => msg === 'request').length >= 6);

    const requests = lines().filter(({ msg }) => msg === 'request');
    expect(requests).toHaveLength(6);
    const search = requests.find(({ requestId }) => requestId === trace);
    expect(search).toMatchObject({
      level: 'info',
      method: 'GET',
      route: paths.search(),
      status: 200,
      personId: client.session?.person.id,
      countyId: app.countyId,
    });
    expect(search?.ms).toBeGreaterThanOrEqual(0);
    expect(requests.map(({ route }) => route)).toEqual(
      expect.arrayContaining(['/api/v1/session', '/api/v1/plans/:slug', 'web']),
    );
    expect(api.output().out.toLowerCase()).not.toMatch(/siv|hemlig|nykterhetsborg|example\.org|\?q=|trasig/);
  });

  it('tells a fault of ours with its stack, in the log alone, without what was written', async () => {
    const client = await new TestClient(api.base).signIn('person1@example.org');
    await app.db.query('ALTER TABLE organisation RENAME TO organisation_away');
    const answer = await client.get(paths.organisations());
    await app.db.query('ALTER TABLE organisation_away RENAME TO organisation');
    expect(answer.status).toBe(500);
    expect(JSON.stringify(answer.body)).not.toMatch(/organisation|\.js|SELECT/);
    const find = () =>
      lines().find(({ level, requestId }) => level === 'error' && requestId === answer.problem.requestId);
    // The answer and the log come by different ways.
    await until('the fault is written', () => find() !== undefined);
    const fault = find();
    expect(fault?.msg).toContain('relation "organisation" does not exist');
    expect(fault?.msg).toMatch(/\n\s+at .*\.js:/);
    expect(fault?.personId).toBe(client.session?.person.id);
  });
});
