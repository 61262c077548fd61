import { Injectable, Logger } from '@nestjs/common';
import type { AccountEventKind, Id } from '@samhandling/contracts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import { AccessLogRepository, type AccessDetail, type StoredAccessEvent } from './access-log.repository.ts';

const NOBODY = { countyId: null, personId: null };

/** The installation's log of who came in and who was refused: in the database for its owner, as a line for the operator. */
@Injectable()
export class AccessLogService {
  private readonly logger = new Logger('Access');

  constructor(
    private readonly log: AccessLogRepository,
    private readonly uow: UnitOfWork,
  ) {}

  /** In the transaction under way, or in one of its own: a refusal is kept though what was tried is not. */
  async note(kind: AccountEventKind, personId: Id | null, detail: AccessDetail, browser: string): Promise<void> {
    await this.uow.run(() => this.log.add(kind, personId, detail, browser), NOBODY);
    const words = [kind, ...Object.entries(detail).map(([key, value]) => `${key}=${String(value)}`)];
    const line = `${words.join(' ')} person=${personId ?? 'unknown'}`;
    if (kind === 'refused') this.logger.warn(line);
    else this.logger.log(line);
  }

  /** In a unit of work of the person. */
  findOwn(most: number): Promise<StoredAccessEvent[]> {
    return this.log.findOwn(most);
  }

  countOwn(kind: AccountEventKind, minutes: number): Promise<number> {
    return this.log.countOwn(kind, minutes);
  }
}
