import pg from 'pg';
import type { TestApp } from './app.ts';

/**
 * Counts the statements sent to the database while `body` runs, transaction control and sessions included: all that the
 * process sends, so ask for nothing by SQL meanwhile. The number for a page must not depend on how much the page shows.
 */
export async function countQueries(_app: TestApp, body: () => Promise<unknown>): Promise<number> {
  const prototype = pg.Client.prototype as { query: (...given: unknown[]) => unknown };
  const { query } = prototype;
  let count = 0;
  prototype.query = function counted(this: unknown, ...given: unknown[]): unknown {
    count += 1;
    return query.apply(this, given);
  };
  try {
    await body();
    return count;
  } finally {
    prototype.query = query;
  }
}
