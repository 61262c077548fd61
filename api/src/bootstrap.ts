import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import express from 'express';
import { existsSync } from 'node:fs';
import type { Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import { AppModule, type AppSettings } from './app.module.ts';
import { healthMiddleware } from './platform/health/health.ts';
import { Readiness } from './platform/health/readiness.ts';
import { RequestsUnderWay } from './platform/health/requests-under-way.ts';
import { Clock } from './platform/clock/clock.ts';
import { readingMiddleware } from './platform/database/reading.middleware.ts';
import { guardConnections } from './platform/http/connection.ts';
import { contextMiddleware } from './platform/http/context.middleware.ts';
import { ownSiteOnly } from './platform/http/own-site.ts';
import { ProblemFilter } from './platform/http/problem.filter.ts';
import { requestLog } from './platform/http/request-log.ts';
import { readJson } from './platform/http/read-json.ts';
import { readableAddress } from './platform/http/readable-address.ts';
import { securityTxt } from './platform/http/security-txt.ts';
import { securityMiddleware } from './platform/http/security.ts';
import { serveWeb } from './platform/http/static-web.ts';
import { validationPipe } from './platform/http/validation.ts';
import { JsonLogger } from './platform/logging/logger.ts';
import { Metrics } from './platform/metrics/metrics.ts';

const WEB = fileURLToPath(new URL('../../web/dist', import.meta.url));

/** Builds the application just as production runs it. Tests use it too, so there is no second way of wiring. */
export async function buildApp(settings: AppSettings): Promise<NestExpressApplication> {
  const { environment } = settings;
  const logger = new JsonLogger(environment.LOG_LEVEL);
  const app = await NestFactory.create<NestExpressApplication>(AppModule.of(settings), {
    logger,
    bodyParser: false,
    abortOnError: false,
  });
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('trust proxy', environment.trustProxy);
  app.use(
    app.get(RequestsUnderWay, { strict: false }).middleware,
    contextMiddleware,
    requestLog(logger, app.get(Metrics, { strict: false })),
    securityMiddleware(environment.PUBLIC_URL),
    healthMiddleware(app.get(Readiness, { strict: false })),
  );
  if (environment.DATABASE_REPLICA_URL) {
    app.use(readingMiddleware(app.get(Clock, { strict: false }), environment.isHttps));
  }
  app.use('/api', (_request: express.Request, response: express.Response, next: express.NextFunction) => {
    response.setHeader('Cache-Control', 'no-store');
    next();
  });
  app.use(
    ownSiteOnly({ publicUrl: environment.PUBLIC_URL, hosts: environment.allowedHosts }),
    readableAddress,
    readJson(),
  );
  if (environment.SECURITY_CONTACT !== '') app.use('/.well-known/security.txt', securityTxt(environment, new Date()));
  app.setGlobalPrefix('api/v1');
  app.useGlobalPipes(validationPipe());
  app.useGlobalFilters(new ProblemFilter());
  if (existsSync(WEB)) serveWeb(app.getHttpAdapter().getInstance(), WEB);
  guardConnections(app.getHttpServer() as Server);
  await app.init();
  return app;
}
