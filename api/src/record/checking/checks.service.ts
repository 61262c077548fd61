import { Injectable, Logger } from '@nestjs/common';
import type { RecordCheck } from '@samhandling/contracts';
import { Clock } from '../../platform/clock/clock.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { currentSession, requestContext } from '../../platform/http/request-context.ts';
import { findingWords } from '../verifying/finding-words.ts';
import { VerifyingService } from '../verifying/verifying.service.ts';
import { ChecksRepository, type County, type StoredCheck } from './checks.repository.ts';

const DAY = 86_400_000;

/** Verifies a county's record and keeps the answer: by itself every week, and whenever a planner asks. */
@Injectable()
export class ChecksService {
  private readonly logger = new Logger('Record');

  constructor(
    private readonly verifying: VerifyingService,
    private readonly checks: ChecksRepository,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Of the county under way, in words. */
  async getLatest(): Promise<RecordCheck | null> {
    const check = await this.uow.read(() => this.checks.findLatest());
    return check && inWords(check);
  }

  async runNow(): Promise<RecordCheck> {
    return inWords(await this.check(currentSession().countyId));
  }

  /** Once a week; the nightly job asks every night. */
  async runIfDue(countyId: string): Promise<void> {
    const latest = await this.uow.read(() => this.checks.findLatest(), { countyId, personId: null });
    const age = latest ? this.clock.now().getTime() - Date.parse(latest.at) : Infinity;
    if (age > 6.5 * DAY) await this.check(countyId);
  }

  listCounties(): Promise<County[]> {
    return this.uow.read(() => this.checks.findCounties(), { countyId: null, personId: null });
  }

  private async check(countyId: string): Promise<StoredCheck> {
    const scope = { countyId, personId: null };
    const longest = await this.uow.read(() => this.checks.findLongest(), scope);
    const found = await this.verifying.verify(countyId, longest ? [longest] : []);
    const at = this.clock.now();
    await this.uow.run(() => this.checks.add({ ...found, at }), scope);
    if (found.findingCount > 0)
      this.logger.error(`The record of county ${countyId} does not hold: ${found.findingCount} findings.`);
    return { ...found, at: at.toISOString() };
  }
}

function inWords({ at, events, disposed, reports, files, head, findings, findingCount }: StoredCheck): RecordCheck {
  const { locale } = requestContext();
  const words = findings.slice(0, 100).map((finding) => findingWords(finding)[locale]);
  return { at, events, disposed, reports, files, head, findings: words, findingCount };
}
