import pg from 'pg';
import type { TestApp } from './app.ts';

/**
 * The statements the process sends to the database while `body` runs, transaction control and sessions included: ask for
 * nothing by SQL meanwhile. How many they are for a page must not depend on how much the page shows. Leases of limits are left
 * out: one falls on every so many requests, whatever they ask for.
 */
export async function queriesOf(_app: TestApp, body: () => Promise<unknown>): Promise<string[]> {
  const prototype = pg.Client.prototype as { query: (...given: unknown[]) => unknown };
  const { query } = prototype;
  const sent: string[] = [];
  prototype.query = function recorded(this: unknown, ...given: unknown[]): unknown {
    const [statement] = given;
    const text = typeof statement === 'string' ? statement : ((statement as { text?: string }).text ?? '');
    if (!text.includes('rate_limit')) sent.push(text);
    return query.apply(this, given);
  };
  try {
    await body();
    return sent;
  } finally {
    prototype.query = query;
  }
}

/** How many they are. */
export async function countQueries(app: TestApp, body: () => Promise<unknown>): Promise<number> {
  return (await queriesOf(app, body)).length;
}
