import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import express from 'express';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { AppModule, type AppSettings } from './app.module.ts';
import { contextMiddleware } from './platform/http/context.middleware.ts';
import { ProblemFilter } from './platform/http/problem.filter.ts';
import { securityMiddleware } from './platform/http/security.ts';
import { serveWeb } from './platform/http/static-web.ts';
import { validationPipe } from './platform/http/validation.ts';
import { JsonLogger } from './platform/logging/logger.ts';

const WEB = fileURLToPath(new URL('../../web/dist', import.meta.url));

/** Builds the application just as production runs it. Tests use it too, so there is no second way of wiring. */
export async function buildApp(settings: AppSettings): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.of(settings), {
    logger: new JsonLogger(settings.environment.LOG_LEVEL),
    bodyParser: false,
    abortOnError: false,
  });
  app.disable('x-powered-by');
  app.set('etag', false);
  app.use(contextMiddleware, securityMiddleware());
  app.use('/api', (_request: express.Request, response: express.Response, next: express.NextFunction) => {
    response.setHeader('Cache-Control', 'no-store');
    next();
  });
  app.use(express.json({ limit: '6mb', strict: true }));
  app.setGlobalPrefix('api/v1');
  app.useGlobalPipes(validationPipe());
  app.useGlobalFilters(new ProblemFilter());
  if (existsSync(WEB)) serveWeb(app.getHttpAdapter().getInstance(), WEB);
  await app.init();
  return app;
}
