import { paths, type Session } from '@samhandling/contracts';
import pg from 'pg';
import { PASSWORD, startTestApp, TestClient, type TestApp } from '../support/app.ts';
import { killProcesses, startApiProcess, until, type ApiProcess } from '../support/process.ts';

/** A request is made slow by holding what it wants to read, which the database itself can tell us it waits for. */
describe('stopping', () => {
  let app: TestApp;
  let holder: pg.Client;
  beforeAll(async () => {
    app = await startTestApp();
    await app.person('Pia Planerare', [{ role: 'planner' }]);
    holder = new pg.Client({ connectionString: app.db.ownerUrl });
    await holder.connect();
  });
  afterEach(() => holder.query('ROLLBACK'));
  afterAll(async () => {
    killProcesses();
    await holder.end();
    await app.close();
  });

  async function slowRequest(api: ApiProcess) {
    const client = await new TestClient(api.base).signIn('person1@example.org', PASSWORD);
    await holder.query('BEGIN; LOCK TABLE organisation IN ACCESS EXCLUSIVE MODE');
    let answered = false;
    const answer = client
      .get<Session>(paths.session())
      .catch(() => 'cut off' as const)
      .finally(() => (answered = true));
    await until('the request waits in the database', async () => {
      const waiting = await app.db.query(
        `SELECT 1 FROM pg_locks WHERE NOT granted AND relation = 'organisation'::regclass`,
      );
      return waiting.length > 0;
    });
    return { answer, isAnswered: () => answered };
  }

  const refuses = async (api: ApiProcess): Promise<boolean> =>
    fetch(`${api.base}/health/live`).then(
      () => false,
      () => true,
    );

  it('answers what is under way, refuses what is new, and ends with 0', async () => {
    const [{ begun } = { begun: null }] = await app.db.query<{ begun: Date | null }>(
      'SELECT clock_timestamp() AS begun',
    );
    const api = await startApiProcess(app.db.ownerUrl, { STOP_SECONDS: '600' });
    const slow = await slowRequest(api);
    api.child.kill('SIGTERM');
    await until('nobody new is let in', () => refuses(api));
    expect(slow.isAnswered()).toBe(false);
    await holder.query('COMMIT');
    expect(await slow.answer).toMatchObject({ status: 200, body: { person: { name: 'Pia Planerare' } } });
    expect(await api.exit).toBe(0);
    const left = await app.db.query(
      'SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND backend_start > $1',
      [begun],
    );
    expect(left).toEqual([]);
  });

  it('cuts off what takes too long, and changes nothing', async () => {
    const api = await startApiProcess(app.db.ownerUrl, { STOP_SECONDS: '1' });
    const slow = await slowRequest(api);
    api.child.kill('SIGTERM');
    expect(await slow.answer).toBe('cut off');
    await holder.query('COMMIT');
    expect(await api.exit).toBe(0);
    expect(api.output().err).toContain('1 begäran avbröts');
  });

  it('leaves at once when asked twice', async () => {
    const api = await startApiProcess(app.db.ownerUrl, { STOP_SECONDS: '600' });
    const slow = await slowRequest(api);
    let code: number | null | undefined;
    void api.exit.then((ended) => (code = ended));
    await until('it has left', () => {
      if (code === undefined) api.child.kill('SIGTERM');
      return code !== undefined;
    });
    expect(code).toBe(143);
    expect(await slow.answer).toBe('cut off');
    await holder.query('COMMIT');
  });
});
