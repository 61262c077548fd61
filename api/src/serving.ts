import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Server } from 'node:http';
import type { AboutSource } from './about/about.token.ts';
import { buildApp } from './bootstrap.ts';
import { DEMO_SIGN_INS, loadDemo, type DemoSignIn } from './demo/demo.ts';
import { listenOrRefuse } from './listening.ts';
import { Clock } from './platform/clock/clock.ts';
import { StartError, type Environment } from './platform/config/environment.ts';
import { prepareDatabase, preparePublicRole } from './platform/database/connection.ts';
import { Jobs } from './platform/jobs/jobs.ts';
import { DatabaseFigures } from './platform/metrics/database-figures.ts';
import { Metrics } from './platform/metrics/metrics.ts';
import { serveMetrics } from './platform/metrics/metrics-server.ts';
import type { Running } from './stop.ts';
import { VERSION } from './version.ts';

/** From a database that answers to an application that does; the line that says so is printed here. */
export async function serve(environment: Environment, running: Running): Promise<void> {
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
