import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import pg from 'pg';
import { QUEUES } from './queues.ts';

export const JOB_SCHEMA = 'pgboss';

/** What the schema's comment says when nothing is to be done, which one query tells at each start. */
function wanted(): string {
  const manifest = createRequire(import.meta.url)('pg-boss/package.json') as { version: string };
  const queues = createHash('sha256').update(JSON.stringify(QUEUES)).digest('hex').slice(0, 16);
  return `samhandling ${manifest.version} ${queues}`;
}

/**
 * Makes or migrates the job tables and their queues with the owner's connection, and lets the application's role use
 * them. The role owns nothing here either, so at run time nothing is made or altered.
 */
export async function prepareJobs(ownerUrl: string, appRole: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    if ((await commentOf(client)) === wanted()) return;
    await client.query('SELECT pg_advisory_lock(7264215003)');
    if ((await commentOf(client)) === wanted()) return;
    await makeSchema(client, ownerUrl);
    await client.query(`GRANT USAGE ON SCHEMA ${JOB_SCHEMA} TO ${appRole}`);
    await client.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${JOB_SCHEMA} TO ${appRole}`);
    await client.query(`GRANT USAGE ON ALL SEQUENCES IN SCHEMA ${JOB_SCHEMA} TO ${appRole}`);
    // The owner's functions are nobody's by default.
    await client.query(`GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${JOB_SCHEMA} TO ${appRole}`);
    await client.query(`REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA ${JOB_SCHEMA} FROM PUBLIC`);
    await client.query(`COMMENT ON SCHEMA ${JOB_SCHEMA} IS '${wanted()}'`);
  } finally {
    await client.end();
  }
}

async function commentOf(client: pg.Client): Promise<string | null> {
  const { rows } = await client.query<{ words: string | null }>(
    `SELECT obj_description(to_regnamespace('${JOB_SCHEMA}'), 'pg_namespace') AS words`,
  );
  return rows[0]?.words ?? null;
}

/** The library is loaded only when there is something to do, since loading it takes longer than asking. */
async function makeSchema(client: pg.Client, ownerUrl: string): Promise<void> {
  const { PgBoss } = await import('pg-boss');
  // Scheduling on: that is what makes the queue its own timer needs.
  const boss = new PgBoss({ connectionString: ownerUrl, schema: JOB_SCHEMA, max: 2, supervise: false, schedule: true });
  boss.on('error', () => undefined);
  await boss.start();
  try {
    const known = new Map((await boss.getQueues()).map((queue) => [queue.name, queue.policy]));
    for (const { name, options, cron } of QUEUES) {
      const { policy, ...changeable } = options;
      if (known.has(name)) {
        await boss.updateQueue(name, changeable);
        // The library refuses it. Each job carries the policy it was made under, so those that wait are left as they are.
        if (policy !== undefined && known.get(name) !== policy)
          await client.query(`UPDATE ${JOB_SCHEMA}.queue SET policy = $2 WHERE name = $1`, [name, policy]);
      } else await boss.createQueue(name, { ...changeable, ...(policy !== undefined && { policy }) });
      if (cron !== undefined) await boss.schedule(name, cron, null, { tz: 'Europe/Stockholm' });
    }
  } finally {
    await boss.stop({ graceful: false });
  }
}
