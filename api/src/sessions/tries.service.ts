import { Injectable } from '@nestjs/common';
import { hashOf } from '../platform/crypto/secrets.ts';
import { ProblemException } from '../platform/http/problem-exception.ts';
import { TriesRepository, type TryLimit } from './tries.repository.ts';

const HOUR = 3600;

/**
 * An account's own mistakes make only that account wait, and never for longer than a minute, so that nobody can shut
 * another out. One account at its slowest makes some seventy tries an hour, so a whole office behind one address is not
 * stopped by one of its people. Guessing codes takes somebody who knows the password, so there the wait may be long.
 */
const LIMITS = {
  account: { free: 5, longestWaitSeconds: 60, forgetSeconds: HOUR, forgiveSeconds: 0 },
  network: { free: 100, longestWaitSeconds: 60, forgetSeconds: 24 * HOUR, forgiveSeconds: 30 },
  code: { free: 5, longestWaitSeconds: HOUR, forgetSeconds: 24 * HOUR, forgiveSeconds: 0 },
  resets: { free: 20, longestWaitSeconds: HOUR, forgetSeconds: 24 * HOUR, forgiveSeconds: 180 },
  provider: { free: 200, longestWaitSeconds: 60, forgetSeconds: HOUR, forgiveSeconds: 5 },
} as const satisfies Record<string, TryLimit>;
export type Tried = keyof typeof LIMITS;

/** Progressive delay, for whatever is guessed at. All of it in a unit of work. */
@Injectable()
export class TriesService {
  constructor(private readonly tries: TriesRepository) {}

  /** Counts a try before it is known how it goes, so that many at once are counted too. */
  async take(what: Tried, who: string): Promise<void> {
    const wait = await this.tries.take(keyOf(what, who), LIMITS[what]);
    if (wait > 0) {
      throw new ProblemException(
        'too_many',
        {
          sv: `För många försök. Vänta ${wait} sekunder och försök igen.`,
          en: `Too many attempts. Wait ${wait} seconds and try again.`,
        },
        [],
        undefined,
        { 'Retry-After': String(wait) },
      );
    }
  }

  /** It was no mistake, but it says nothing of the mistakes before. */
  giveBack(what: Tried, who: string): Promise<void> {
    return this.tries.giveBack(keyOf(what, who));
  }

  forget(what: Tried, who: string): Promise<void> {
    return this.tries.forget(keyOf(what, who));
  }
}

function keyOf(what: Tried, who: string): Buffer {
  return hashOf(`${what} ${who.toLowerCase()}`);
}
