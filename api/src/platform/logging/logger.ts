import type { LoggerService } from '@nestjs/common';
import pino, { type Logger } from 'pino';
import { requestContext } from '../http/request-context.ts';

/** JSON lines on stdout with request, person and county ids, never names or texts. */
export class JsonLogger implements LoggerService {
  private readonly pino: Logger;

  constructor(level: string) {
    this.pino = pino({
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      mixin: () => {
        const { requestId, session } = requestContext();
        return {
          ...(requestId && { requestId }),
          ...(session && { personId: session.personId, countyId: session.countyId }),
        };
      },
    });
  }

  log(message: string, context?: string): void {
    this.pino.info({ context }, message);
  }
  error(message: string, ...rest: unknown[]): void {
    this.pino.error({ context: rest.at(-1) }, message);
  }
  warn(message: string, context?: string): void {
    this.pino.warn({ context }, message);
  }
  debug(message: string, context?: string): void {
    this.pino.debug({ context }, message);
  }
}
