import { listenOrRefuse, probe } from './listening.ts';
import { readEnvironment, StartError } from './platform/config/environment.ts';
import { startEmbeddedPostgres } from './platform/database/embedded-postgres.ts';
import { Running, stopAtSignals } from './stop.ts';

/** All the rest: some thousand files, which are read while the database begins. */
const loadServing = (): Promise<typeof import('./serving.ts')> => import('./serving.ts');

/**
 * Starts everything and prints one line when people can come in. What cannot be started is told in one sentence on
 * stderr, what had been started is stopped again, and the exit code is 1.
 */
export async function start(variables: Record<string, string | undefined>): Promise<void> {
  const running = new Running();
  stopAtSignals(running);
  try {
    const environment = readEnvironment(variables);
    running.stopSeconds = environment.STOP_SECONDS;
    await listenOrRefuse(probe, environment);
    if (!environment.DATABASE_URL) {
      running.postgres = await startEmbeddedPostgres(environment.dataDirectory, {
        stopsAtSignals: false,
        // Awaited below, where what may be wrong with it is told.
        onBegun: () => void loadServing().catch(() => undefined),
      });
    }
    const { serve } = await loadServing();
    await serve(environment, running);
  } catch (fault) {
    // Asked to stop in the middle of starting: what fails then is no fault.
    if (running.isStopping) return;
    await running.stop();
    const message =
      fault instanceof StartError
        ? fault.message
        : `Samhandling kunde inte starta: ${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}`;
    process.stderr.write(`${message}\n`);
    process.exit(1);
  }
}
