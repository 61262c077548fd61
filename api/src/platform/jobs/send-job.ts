import type pg from 'pg';
import { JOB_SCHEMA } from './job-schema.ts';
import type { QueueName } from './queues.ts';

/** Sends jobs in the transaction of a connection, for a command that runs beside the application: no commit, no job. */
export async function sendJob(
  client: pg.Client,
  url: string,
  queue: QueueName,
  jobs: readonly object[],
): Promise<void> {
  const { PgBoss } = await import('pg-boss');
  const boss = new PgBoss({
    connectionString: url,
    schema: JOB_SCHEMA,
    max: 1,
    migrate: false,
    createSchema: false,
    supervise: false,
    schedule: false,
    reindex: false,
    monitorVacuum: false,
  });
  boss.on('error', () => undefined);
  await boss.start();
  try {
    const db = {
      executeSql: async (text: string, values?: unknown[]) => ({
        rows: (await client.query<Record<string, unknown>>(text, values)).rows,
      }),
    };
    for (const data of jobs) await boss.send(queue, data, { db });
  } finally {
    await boss.stop({ graceful: false });
  }
}
