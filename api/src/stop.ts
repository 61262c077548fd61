import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Server } from 'node:http';
import { constants } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import type { RunningPostgres } from './platform/database/embedded-postgres.ts';

/** npm passes on the Ctrl-C that the terminal has sent already: within this time it is the same one. */
const SAME_SIGNAL_MS = 500;
const CLOSE_MS = 2_000;

/** What has been started so far, and how it is stopped in order. */
export class Running {
  app: NestExpressApplication | undefined;
  postgres: RunningPostgres | undefined;
  metrics: Server | undefined;
  stopSeconds = 20;
  private stopping: Promise<void> | undefined;

  get isStopping(): boolean {
    return this.stopping !== undefined;
  }

  stop(): Promise<void> {
    return (this.stopping ??= this.stopNow());
  }

  /**
   * First nobody new, then what is under way, then what it leans on. Requests and jobs share the time there is; what is
   * not done by then is cut off, and its transaction undone.
   */
  private async stopNow(): Promise<void> {
    const { app } = this;
    if (app) {
      // Where there is an application they are loaded; before that they would keep the database waiting.
      const [{ Readiness }, { RequestsUnderWay }, { Jobs }] = await Promise.all([
        import('./platform/health/readiness.ts'),
        import('./platform/health/requests-under-way.ts'),
        import('./platform/jobs/jobs.ts'),
      ]);
      app.get(Readiness, { strict: false }).stop();
      const limit = this.stopSeconds * 1_000;
      const [cut] = await Promise.all([
        app.get(RequestsUnderWay, { strict: false }).finish(app.getHttpServer() as Server, limit),
        app
          .get(Jobs, { strict: false })
          .stop(limit)
          .catch(() => undefined),
      ]);
      if (cut > 0) process.stderr.write(`Tiden var ute: ${cut} begäran avbröts.\n`);
      // A connection whose request was cut off is waited for by its pool; the server notices soon enough that we are gone.
      await Promise.race([app.close().catch(() => undefined), delay(CLOSE_MS, undefined, { ref: false })]);
    }
    this.metrics?.close();
    this.metrics?.closeAllConnections();
    await this.postgres?.stop().catch(() => undefined);
  }
}

/** The first signal stops in order and ends with 0. A second one, from somebody who will not wait, leaves at once. */
export function stopAtSignals(running: Running): void {
  let firstAt: number | undefined;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (firstAt === undefined) {
        firstAt = performance.now();
        void running.stop().finally(() => process.exit(0));
      } else if (performance.now() - firstAt > SAME_SIGNAL_MS) process.exit(128 + constants.signals[signal]);
    });
  }
}
