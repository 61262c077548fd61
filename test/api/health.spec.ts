import { startTestApp, type TestApp } from '../support/app.ts';
import { freePort, killProcesses, startApiProcess, until, type ApiProcess } from '../support/process.ts';

describe('health', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  const ready = () =>
    app.anonymous().get<{ status: string }>('/health/ready', { headers: { 'accept-language': 'en' } });

  it('is live and ready, for anybody, kept by nobody', async () => {
    const live = await app.anonymous().get('/health/live');
    expect([live.status, live.body]).toEqual([200, { status: 'live' }]);
    const answer = await ready();
    expect([answer.status, answer.body]).toEqual([200, { status: 'ready' }]);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('set-cookie')).toBeNull();
  });

  it('is not ready when a migration is missing, and ready again when it has run', async () => {
    const [last] = await app.db.query<{ id: number; name: string; timestamp: string }>(
      'DELETE FROM migrations WHERE id = (SELECT max(id) FROM migrations) RETURNING *',
    );
    await until('the missing migration is noticed', async () => (await ready()).status === 503);
    const { problem, headers } = await ready();
    expect(headers.get('content-type')).toContain('application/problem+json');
    expect(problem).toMatchObject({ code: 'unavailable', detail: 'The database is not up to date with this version.' });
    await app.db.query('INSERT INTO migrations (id, name, timestamp) VALUES ($1, $2, $3)', [
      last?.id,
      last?.name,
      last?.timestamp,
    ]);
    await until('it is ready again', async () => (await ready()).status === 200);
  });

  it('stays live without a database, is not ready, and says nothing of where it is', async () => {
    const [{ name } = { name: '' }] = await app.db.query<{ name: string }>('SELECT current_database() AS name');
    await app.db.query(`ALTER ROLE samhandling_app IN DATABASE ${name} SET search_path = nowhere`);
    await app.db.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND usename = 'samhandling_app'`,
    );
    await app.db.query(`REVOKE CONNECT ON DATABASE ${name} FROM PUBLIC`);
    await until(
      'the lost database is noticed',
      async () => (await ready()).problem.detail === 'The database does not answer.',
    );
    expect((await app.anonymous().get('/health/live')).status).toBe(200);
    expect(JSON.stringify((await ready()).body)).not.toMatch(/samhandling_app|127\.0\.0\.1|migrations|test_/);
    await app.db.query(`GRANT CONNECT ON DATABASE ${name} TO PUBLIC`);
    await app.db.query(`ALTER ROLE samhandling_app IN DATABASE ${name} RESET ALL`);
    await until('it is ready again', async () => (await ready()).status === 200);
  });
});

describe('figures for Prometheus', () => {
  let app: TestApp;
  let api: ApiProcess;
  let port = 0;
  beforeAll(async () => {
    app = await startTestApp();
    port = await freePort();
    api = await startApiProcess(app.db.ownerUrl, { METRICS_PORT: String(port) });
  });
  afterAll(async () => {
    await api.stop();
    killProcesses();
    await app.close();
  });

  it('are told by route template, never by address or id, on a port of their own', async () => {
    for (const path of ['/api/v1/about', '/api/v1/plans/hemlig-plan', '/api/v1/ingenting/4711?q=Anna', '/health/ready'])
      await fetch(api.base + path);
    const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    expect(text).toContain(
      'samhandling_http_request_duration_seconds_count{method="GET",route="/api/v1/about",status="2xx"} 1',
    );
    expect(text).toContain('route="/api/v1/plans/:slug",status="4xx"} 1');
    const routes = text.split('\n').filter((line) => line.includes('duration_seconds_count'));
    expect(routes.join('\n')).toContain(
      'samhandling_http_request_duration_seconds_count{method="GET",route="none",status="4xx"} 1',
    );
    expect(text).not.toMatch(/hemlig|4711|Anna|127\.0\.0\.1/);
    for (const figure of [
      'process_resident_memory_bytes',
      'nodejs_eventloop_lag_p99_seconds',
      'samhandling_database_connections{pool="primary",state="idle"}',
      'samhandling_database_up 1',
      'samhandling_sessions_open',
      'samhandling_audit_rows_total',
      'samhandling_jobs{queue=',
    ])
      expect(text).toContain(figure);
    expect(
      (await fetch(`${api.base}/metrics`, { headers: { accept: 'text/plain' } })).headers.get('content-type'),
    ).not.toContain('0.0.4');
    expect((await fetch(`http://127.0.0.1:${port}/api/v1/about`)).status).toBe(404);
  });
});
