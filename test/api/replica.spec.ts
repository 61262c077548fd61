import { paths, type Organisation, type OrganisationListItem, type PlanOverview } from '@samhandling/contracts';
import { Clock } from '../../api/src/platform/clock/clock.ts';
import { Replica } from '../../api/src/platform/database/replica.ts';
import { Metrics } from '../../api/src/platform/metrics/metrics.ts';
import { startTestApp, type TestApp, type TestClient } from '../support/app.ts';
import { createTestDatabase } from '../support/database.ts';
import { addressOf } from '../support/owner.ts';
import { buildPlan } from '../support/plan-builder.ts';
import { until } from '../support/process.ts';
import { startPair, type Pair } from '../support/standby.ts';
import { makeTemplate } from '../support/template.ts';

/** A clock one can turn, since a reader stays with the primary for a moment after each of their writes. */
class TurnedClock extends Clock {
  ahead = 0;
  override now(): Date {
    return new Date(Date.now() + this.ahead);
  }
}

describe('reading from a streaming standby', () => {
  const clock = new TurnedClock();
  let pair: Pair;
  let app: TestApp;
  let planner: TestClient;
  let reader: TestClient;
  let standbyUrl = '';

  beforeAll(async () => {
    pair = await startPair();
    const superuserUrl = addressOf(pair.primaryUrl, { database: 'postgres' });
    const template = await makeTemplate(superuserUrl);
    const db = await createTestDatabase(addressOf(superuserUrl, { database: template }));
    // Without a user: the application's role, whose password the standby has as well.
    const { host } = new URL(pair.standbyUrl);
    standbyUrl = `postgres://${host}${new URL(db.appUrl).pathname}`;
    app = await startTestApp({ db, clock, environment: { DATABASE_REPLICA_URL: standbyUrl } });
    planner = await app.person('Petra Planerare', [{ role: 'planner' }]);
    reader = await app.person('Rakel Läsare', [{ role: 'reader' }]);
    clock.ahead += 5_000;
    await until('the standby is read from', () => app.app.get(Replica).look());
  });
  afterAll(async () => {
    const reads = Object.entries(await counts()).map(([where, count]) => `  ${where}: ${count}`);
    process.stdout.write(`\nReads, by where they went and why:\n${reads.join('\n')}\n`);
    await app.close();
    await pair.stop();
  });

  async function counts(): Promise<Record<string, number>> {
    const { values } = (await app.app
      .get(Metrics, { strict: false })
      .registry.getSingleMetric('samhandling_reads_total')
      ?.get()) ?? { values: [] };
    return Object.fromEntries(values.map(({ labels, value }) => [`${labels['pool']}, ${labels['why']}`, value]));
  }

  /** Where the reads of `body` went. */
  async function readsOf(body: () => Promise<unknown>): Promise<Record<string, number>> {
    const before = await counts();
    await body();
    const after = Object.entries(await counts());
    return Object.fromEntries(
      after.map(([where, count]) => [where, count - (before[where] ?? 0)] as const).filter(([, count]) => count > 0),
    );
  }

  const names = async (client: TestClient): Promise<string[]> => {
    const { status, body } = await client.get<OrganisationListItem[]>(paths.organisations());
    expect(status).toBe(200);
    return body.map(({ name }) => name);
  };
  const add = async (name: string): Promise<Organisation> => {
    const { status, body } = await planner.post<Organisation>(paths.organisations(), { name, kind: 'civil_society' });
    expect(status).toBe(201);
    return body;
  };
  const REPLICA = 'replica, caught up';

  it('sends readers there, and nobody who writes', async () => {
    expect(await readsOf(() => names(reader))).toEqual({ [REPLICA]: 1 });
    const writing = await readsOf(() => add('Jouren'));
    expect(writing[REPLICA]).toBeUndefined();
  });

  it('keeps a reader with the primary just after their own write, and lets them go when the standby has it', async () => {
    await add('Kvällsvandrarna');
    expect(await readsOf(() => names(planner))).toEqual({ 'primary, written or read there': 1 });
    clock.ahead += 5_000;
    await until('the standby has it', async () => {
      const reads = await readsOf(async () => expect(await names(planner)).toContain('Kvällsvandrarna'));
      return reads[REPLICA] === 1;
    });
  });

  it('shows everybody what they have written themselves while the standby lags', async () => {
    await pair.onStandby('SELECT pg_wal_replay_pause()');
    await add('Fritidsbanken');
    clock.ahead += 5_000;
    const own = await readsOf(async () => expect(await names(planner)).toContain('Fritidsbanken'));
    expect(own).toEqual({ 'primary, replica not there yet': 1 });
    // Somebody else may be a few seconds behind, and reads from the standby.
    const other = await readsOf(async () => expect(await names(reader)).not.toContain('Fritidsbanken'));
    expect(other).toEqual({ [REPLICA]: 1 });
    await pair.onStandby('SELECT pg_wal_replay_resume()');
    await until('the standby has caught up', async () => (await readsOf(() => names(planner)))[REPLICA] === 1);
    expect(await names(reader)).toContain('Fritidsbanken');
  });

  it('sends nobody to a standby that is too far behind', async () => {
    const replica = app.app.get(Replica);
    await pair.onStandby('SELECT pg_wal_replay_pause()');
    await add('Grannstödet');
    // It looks by itself now and then too, and knows nothing of the minute that is said to have gone.
    await until('nobody is sent there', async () => {
      await replica.look(performance.now() + 60_000);
      const reads = await readsOf(() => names(reader));
      return reads['primary, replica left alone'] === 1;
    });
    await pair.onStandby('SELECT pg_wal_replay_resume()');
    await until('it is read from again', () => replica.look(performance.now() + 120_000));
  });

  it('asks the primary for what the standby does not have yet, instead of answering that it does not exist', async () => {
    await pair.onStandby('SELECT pg_wal_replay_pause()');
    const made = await add('Byalaget');
    const { status } = await reader.get(paths.organisation(made.id));
    expect(status).toBe(200);
    await pair.onStandby('SELECT pg_wal_replay_resume()');
  });

  it('never keeps an old overview under a new revision', async () => {
    const plan = await buildPlan(app, { activities: 2, state: 'adopted' });
    clock.ahead += 5_000;
    const summary = async (client: TestClient) => (await client.get<PlanOverview>(paths.planOverview(plan.slug))).body;
    await summary(reader);
    await pair.onStandby('SELECT pg_wal_replay_pause()');
    await app.db.query(`UPDATE plan SET title = 'Planen med nytt namn' WHERE slug = $1`, [plan.slug]);
    expect(JSON.stringify(await summary(reader))).toContain('Planen med nytt namn');
    expect(JSON.stringify(await summary(planner))).toContain('Planen med nytt namn');
    await pair.onStandby('SELECT pg_wal_replay_resume()');
  });

  it('answers every reader while the standby is killed under them, and goes back when it is up again', async () => {
    const replica = app.app.get(Replica);
    await until('the standby is read from', () => replica.look());
    const readers = Array.from({ length: 4 }, async () => {
      for (let index = 0; index < 30; index += 1) expect(await names(reader)).toContain('Jouren');
    });
    await until('the standby is read from', async () => ((await counts())[REPLICA] ?? 0) > 20);
    const reads = await readsOf(async () => {
      await pair.killStandby();
      await Promise.all(readers);
      await names(reader);
    });
    expect(Object.keys(reads).some((where) => where.startsWith('primary, replica'))).toBe(true);
    expect(replica.isUsable).toBe(false);
    await pair.startStandby();
    await until('it is read from again', () => replica.look());
    expect(await readsOf(() => names(reader))).toEqual({ [REPLICA]: 1 });
  });

  it('refuses a role that row-level security does not hold, and a server that is no standby', async () => {
    for (const url of [
      addressOf(pair.standbyUrl, { database: new URL(standbyUrl).pathname.slice(1) }),
      app.db.appUrl,
    ]) {
      const other = await startTestApp({ on: app, environment: { DATABASE_REPLICA_URL: url } });
      expect(await other.app.get(Replica).look()).toBe(false);
      await other.close();
    }
  });
});
