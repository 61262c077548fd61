import type { NestExpressApplication } from '@nestjs/platform-express';
import type { AboutSource } from './about/about.token.ts';
import type { Server } from 'node:http';
import { createServer } from 'node:net';
import { buildApp } from './bootstrap.ts';
import { DEMO_SIGN_INS, loadDemo, type DemoSignIn } from './demo/demo.ts';
import { readEnvironment, StartError, type Environment } from './platform/config/environment.ts';
import { prepareDatabase, preparePublicRole } from './platform/database/connection.ts';
import { Clock } from './platform/clock/clock.ts';
import { startEmbeddedPostgres } from './platform/database/embedded-postgres.ts';
import { Jobs } from './platform/jobs/jobs.ts';
import { DatabaseFigures } from './platform/metrics/database-figures.ts';
import { Metrics } from './platform/metrics/metrics.ts';
import { serveMetrics } from './platform/metrics/metrics-server.ts';
import { Running, stopAtSignals } from './stop.ts';
import { VERSION } from './version.ts';

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
    if (!environment.DATABASE_URL)
      running.postgres = await startEmbeddedPostgres(environment.dataDirectory, { stopsAtSignals: false });
    const ownerUrl = environment.DATABASE_URL ?? running.postgres?.url ?? '';
    const appUrl = await prepareDatabase(ownerUrl, environment.DATABASE_APP_URL);
    const publicUrl = await preparePublicRole(ownerUrl, environment.DATABASE_PUBLIC_URL);
    const demo = running.postgres ? DEMO_SIGN_INS : [];
    const app = await buildApp({ environment, appUrl, publicUrl, about: aboutOf(demo) });
    running.app = app;
    if (running.postgres) await loadDemo(app, ownerUrl, app.get(Clock, { strict: false }).today());
    await listenOrRefuse(app, environment);
    running.metrics = await listenForFigures(app, environment);
    process.stdout.write(welcome(environment, demo));
    // After people can come in, since nobody waits for it.
    if (!running.isStopping) await app.get(Jobs, { strict: false }).start();
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

async function listenForFigures(app: NestExpressApplication, environment: Environment): Promise<Server | undefined> {
  const { METRICS_PORT: port, METRICS_HOST: host } = environment;
  if (port === undefined) return undefined;
  app.get(DatabaseFigures, { strict: false }).register();
  try {
    return await serveMetrics(app.get(Metrics, { strict: false }), port, host);
  } catch (fault) {
    throw new StartError(`METRICS_PORT ${port} på ${host} går inte att lyssna på. Välj en annan.`, { cause: fault });
  }
}

/** Asked before anything is started, so that a port in use costs nobody a wait. */
async function listenOrRefuse(server: Listener, environment: Environment): Promise<void> {
  try {
    await server.listen(environment.PORT, environment.HOST);
  } catch (fault) {
    const code = (fault as NodeJS.ErrnoException).code;
    if (code === 'EADDRINUSE')
      throw new StartError(
        `Port ${environment.PORT} används redan av ett annat program. Välj en annan, till exempel: PORT=${environment.PORT + 1} npm start`,
        { cause: fault },
      );
    if (code === 'EACCES')
      throw new StartError(`Port ${environment.PORT} kräver särskilda rättigheter. Välj en port över 1023 med PORT.`, {
        cause: fault,
      });
    throw fault;
  }
}

interface Listener {
  listen(port: number, host: string): Promise<unknown>;
}

/** Takes the port for a moment to see that it is free. */
const probe: Listener = {
  listen: (port, host) =>
    new Promise((resolve, reject) => {
      const server = createServer();
      server.once('error', reject);
      server.listen(port, host, () => server.close(resolve));
    }),
};

function aboutOf(demo: readonly DemoSignIn[]): AboutSource {
  return { product: 'Samhandling', version: VERSION, demo };
}

function welcome(environment: Environment, demo: readonly DemoSignIn[]): string {
  const lines = [`Samhandling is ready at ${environment.PUBLIC_URL}`];
  if (demo.length > 0) {
    const width = Math.max(...demo.map(({ email }) => email.length));
    lines.push(
      '',
      'Demo sign-ins:',
      ...demo.map(({ email, password, name, role }) => `  ${email.padEnd(width)}  ${password}  ${name}, ${role.sv}`),
    );
  }
  return `${lines.join('\n')}\n`;
}
