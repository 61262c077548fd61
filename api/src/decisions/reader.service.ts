import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.ts';
import { currentSession, requestContext } from '../platform/http/request-context.ts';
import type { Reader } from './stored.ts';

/** In whose eyes, and on what day, decisions are read. */
@Injectable()
export class ReaderService {
  constructor(private readonly clock: Clock) {}

  get(): Reader {
    const { personId, roles } = currentSession();
    return { personId, roles, today: this.clock.today(), locale: requestContext().locale };
  }
}
