import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Label } from '@samhandling/domain';
import { createHash } from 'node:crypto';
import { ENVIRONMENT } from '../config/environment.token.ts';
import { Environment } from '../config/environment.ts';
import { ProblemException } from '../http/problem-exception.ts';
import { Leases } from './leases.ts';
import { LimitsRepository } from './limits.repository.ts';
import { PURPOSES, type Limit, type PurposeName } from './purposes.ts';

/** Times the database is asked between two cleanings of the table. */
const ASKED_BETWEEN_CLEANINGS = 1000;

/** Counts what people do against the limit of its purpose (ADR 16). */
@Injectable()
export class LimitsService {
  private readonly logger = new Logger('Limits');
  private readonly leases: Leases;
  private readonly counts: Environment['limits'];
  private asked = 0;

  constructor(
    private readonly limits: LimitsRepository,
    @Inject(ENVIRONMENT) environment: Environment,
  ) {
    this.counts = environment.limits;
    this.leases = new Leases((key, limit) => this.ask(key, limit));
  }

  /**
   * @param who a person's id or a network address. Kept as a hash only, and until its window has ended.
   * @throws ProblemException `too_many` when the limit of the purpose has been reached.
   */
  async take(purpose: PurposeName, who: string): Promise<void> {
    const limit = this.counts.get(purpose) ?? PURPOSES[purpose];
    const verdict = await this.leases.take(`${purpose} ${who}`, limit);
    if (!verdict.isAllowed) throw tooMany(purpose, limit, verdict.secondsLeft);
  }

  private async ask(key: string, limit: Limit): ReturnType<LimitsRepository['take']> {
    this.asked += 1;
    if (this.asked % ASKED_BETWEEN_CLEANINGS === 0)
      this.limits.deleteEnded().catch(() => this.logger.warn('Counts of windows that have ended were not removed.'));
    return this.limits.take(createHash('sha256').update(key).digest(), limit);
  }
}

function tooMany(purpose: PurposeName, { count, seconds }: Limit, wait: number): ProblemException {
  const { label } = PURPOSES[purpose];
  const within: Label =
    seconds % 60 === 0
      ? {
          sv: seconds === 60 ? 'minuten' : `${seconds / 60} minuter`,
          en: seconds === 60 ? 'a minute' : `${seconds / 60} minutes`,
        }
      : { sv: `${seconds} sekunder`, en: `${seconds} seconds` };
  return new ProblemException(
    'too_many',
    {
      sv: `Gränsen gäller ${label.sv}: högst ${count} på ${within.sv}. Vänta ${wait} sekunder och försök igen.`,
      en: `The limit is on ${label.en}: at most ${count} in ${within.en}. Wait ${wait} seconds and try again.`,
    },
    [],
    undefined,
    { 'Retry-After': String(wait) },
  );
}
