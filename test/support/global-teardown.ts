import { rm } from 'node:fs/promises';
import type { RunningPostgres } from '../../api/src/platform/database/embedded-postgres.ts';

export default async function globalTeardown(): Promise<void> {
  const { samhandlingTest } = globalThis as unknown as {
    samhandlingTest: { postgres: RunningPostgres; directory: string };
  };
  await samhandlingTest.postgres.stop();
  await rm(samhandlingTest.directory, { recursive: true, force: true });
}
