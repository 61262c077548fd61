import { DataSource } from 'typeorm';
import type { TestApp } from './app.ts';

/**
 * The statements the application sends while `body` runs, transaction control included. How many they are for a page
 * must not depend on how much the page shows.
 */
export async function queriesOf(app: TestApp, body: () => Promise<unknown>): Promise<string[]> {
  const source = app.app.get(DataSource);
  const make = source.createQueryRunner.bind(source);
  const sent: string[] = [];
  source.createQueryRunner = (...mode) => {
    const runner = make(...mode);
    const query = runner.query.bind(runner);
    runner.query = (...given: Parameters<typeof query>) => {
      sent.push(given[0]);
      return query(...given);
    };
    return runner;
  };
  try {
    await body();
    return sent;
  } finally {
    source.createQueryRunner = make;
  }
}

/** How many they are. */
export async function countQueries(app: TestApp, body: () => Promise<unknown>): Promise<number> {
  return (await queriesOf(app, body)).length;
}
