import type { LoggerService } from '@nestjs/common';
import pino, { type Logger } from 'pino';
import { requestContext } from '../http/request-context.ts';
import { withoutContent } from './without-content.ts';

/** A sentence, or a sentence with fields of its own: codes, counts and ids. */
export type Line = string | { readonly msg: string; readonly [field: string]: string | number };

/** Nest tells of each part it has put together. */
const PUTTING_TOGETHER = new Set(['InstanceLoader', 'RouterExplorer', 'RoutesResolver', 'NestFactory']);

/** JSON lines on stdout with request, person and county ids, never names or texts. */
export class JsonLogger implements LoggerService {
  private readonly pino: Logger;

  constructor(level: string) {
    this.pino = pino({
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      mixin: () => {
        const { requestId, session } = requestContext();
        return {
          ...(requestId && { requestId }),
          ...(session && { personId: session.personId, countyId: session.countyId }),
        };
      },
    });
  }

  /** One line of figures and ids, such as how a request went. */
  event(level: 'info' | 'debug', fields: Readonly<Record<string, unknown>>, message: string): void {
    this.pino[level](fields, message);
  }
  log(message: Line, context?: string): void {
    this.pino[PUTTING_TOGETHER.has(context ?? '') ? 'debug' : 'info'](
      { ...fieldsOf(message), context },
      textOf(message),
    );
  }
  error(message: Line, ...rest: unknown[]): void {
    this.pino.error({ ...fieldsOf(message), context: rest.at(-1) }, textOf(message));
  }
  warn(message: Line, context?: string): void {
    this.pino.warn({ ...fieldsOf(message), context }, textOf(message));
  }
  debug(message: string, context?: string): void {
    this.pino.debug({ context }, message);
  }
}

function textOf(line: Line): string {
  return withoutContent(typeof line === 'string' ? line : line.msg);
}

function fieldsOf(line: Line): object {
  return typeof line === 'string' ? {} : Object.fromEntries(Object.entries(line).filter(([name]) => name !== 'msg'));
}
