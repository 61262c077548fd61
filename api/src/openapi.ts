import { NestFactory } from '@nestjs/core';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { AppModule } from './app.module.ts';
import { readEnvironment } from './platform/config/environment.ts';
import { VERSION } from './version.ts';

/** Describes every route from the code itself. Nothing is started: preview mode builds the graph and stops there. */
export async function describeApi(): Promise<OpenAPIObject> {
  const settings = {
    environment: readEnvironment({}),
    appUrl: 'postgres://nobody@localhost/none',
    about: { product: 'Samhandling', version: VERSION, demo: [] },
  };
  const app = await NestFactory.create(AppModule.of(settings), { preview: true, logger: false, abortOnError: false });
  app.setGlobalPrefix('api/v1');
  const frame = new DocumentBuilder()
    .setTitle('Samhandling')
    .setDescription(
      'Requests of the API. What it answers is written down in libs/contracts; errors are RFC 9457 problems.',
    )
    .setVersion(VERSION)
    .addCookieAuth('samhandling')
    .build();
  const document = SwaggerModule.createDocument(app, frame);
  return {
    ...document,
    paths: sorted(document.paths),
    components: { ...document.components, schemas: sorted(document.components?.schemas ?? {}) },
  };
}

/** In one order, whatever the order of modules, so that the committed document changes only when the API does. */
function sorted<Value>(record: Record<string, Value>): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).sort(([left], [right]) => (left < right ? -1 : 1)));
}
