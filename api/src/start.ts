import type { NestExpressApplication } from '@nestjs/platform-express';
import type { About } from '@samhandling/contracts';
import { createServer } from 'node:net';
import { buildApp } from './bootstrap.ts';
import { DEMO_SIGN_INS, loadDemo, type DemoSignIn } from './demo/demo.ts';
import { readEnvironment, StartError, type Environment } from './platform/config/environment.ts';
import { prepareDatabase } from './platform/database/connection.ts';
import { Clock } from './platform/clock/clock.ts';
import { startEmbeddedPostgres, type RunningPostgres } from './platform/database/embedded-postgres.ts';
import { Jobs } from './platform/jobs/jobs.ts';
import { VERSION } from './version.ts';

/**
 * Starts everything and prints one line when people can come in. What cannot be started is told in one sentence on
 * stderr, what had been started is stopped again, and the exit code is 1.
 */
export async function start(variables: Record<string, string | undefined>): Promise<void> {
  let postgres: RunningPostgres | undefined;
  let app: NestExpressApplication | undefined;
  let stopping: Promise<void> | undefined;
  const stop = (): Promise<void> => (stopping ??= shutDown(app, postgres));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void stop().finally(() => process.exit(0)));
  }
  try {
    const environment = readEnvironment(variables);
    await listenOrRefuse(probe, environment);
    if (!environment.DATABASE_URL) postgres = await startEmbeddedPostgres(environment.dataDirectory);
    const ownerUrl = environment.DATABASE_URL ?? postgres?.url ?? '';
    const appUrl = await prepareDatabase(ownerUrl, environment.DATABASE_APP_URL);
    const demo = postgres ? DEMO_SIGN_INS : [];
    app = await buildApp({ environment, appUrl, about: aboutOf(demo) });
    if (postgres) await loadDemo(app, ownerUrl, app.get(Clock, { strict: false }).today());
    await listenOrRefuse(app, environment);
    process.stdout.write(welcome(environment, demo));
    // After people can come in, since nobody waits for it.
    await app.get(Jobs, { strict: false }).start();
  } catch (fault) {
    await stop();
    const message =
      fault instanceof StartError
        ? fault.message
        : `Samhandling kunde inte starta: ${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}`;
    process.stderr.write(`${message}\n`);
    process.exit(1);
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

async function shutDown(app: NestExpressApplication | undefined, postgres: RunningPostgres | undefined): Promise<void> {
  await app?.close().catch(() => undefined);
  await postgres?.stop().catch(() => undefined);
}

function aboutOf(demo: readonly DemoSignIn[]): About {
  return { product: 'Samhandling', version: VERSION, demo };
}

function welcome(environment: Environment, demo: readonly DemoSignIn[]): string {
  const lines = [`Samhandling is ready at ${environment.PUBLIC_URL}`];
  if (demo.length > 0) {
    const width = Math.max(...demo.map(({ email }) => email.length));
    lines.push(
      '',
      'Demo sign-ins:',
      ...demo.map(({ email, password, name, role }) => `  ${email.padEnd(width)}  ${password}  ${name}, ${role}`),
    );
  }
  return `${lines.join('\n')}\n`;
}
