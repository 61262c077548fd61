import { DataSource } from 'typeorm';
import type { TestApp } from './app.ts';

/**
 * Counts the statements the application sends while `body` runs, transaction control included. The number for a page
 * must not depend on how much the page shows.
 */
export async function countQueries(app: TestApp, body: () => Promise<unknown>): Promise<number> {
  const source = app.app.get(DataSource);
  const make = source.createQueryRunner.bind(source);
  let count = 0;
  source.createQueryRunner = (...mode) => {
    const runner = make(...mode);
    const query = runner.query.bind(runner);
    runner.query = (...given: Parameters<typeof query>) => {
      count += 1;
      return query(...given);
    };
    return runner;
  };
  try {
    await body();
    return count;
  } finally {
    source.createQueryRunner = make;
  }
}
