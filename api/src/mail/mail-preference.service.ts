import { Injectable } from '@nestjs/common';
import type { MailPreference, OptOutAnswer } from '@samhandling/contracts';
import type { DigestChoice } from '@samhandling/domain';
import { Audit } from '../platform/audit/audit.ts';
import { Clock } from '../platform/clock/clock.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import { notFound, stale } from '../platform/http/problem-exception.ts';
import { currentSession } from '../platform/http/request-context.ts';
import { MailMessagesRepository } from './mail-messages.repository.ts';
import { hashOfToken } from './mail-sender.service.ts';

/** Each person's own choice of how often, in the county they are in. */
@Injectable()
export class MailPreferenceService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly messages: MailMessagesRepository,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  get(): Promise<MailPreference> {
    return this.uow.read(() => this.load(currentSession().personId));
  }

  update(version: number, digest: DigestChoice): Promise<MailPreference> {
    return this.uow.run(async () => {
      const { personId } = currentSession();
      const before = await this.load(personId);
      if (before.version !== version || !(await this.store(personId, digest, version))) throw stale(before);
      return this.recorded(personId, before);
    });
  }

  /** By the secret in a mail, signed in or not. The same answer the second time. */
  optOut(token: string): Promise<OptOutAnswer> {
    return this.uow.run(
      async () => {
        const found = await this.messages.findOptOut(hashOfToken(token));
        if (!found)
          throw notFound({
            sv: 'Länken går inte att använda. Kontrollera att hela länken kom med.',
            en: 'The link cannot be used. Check that the whole link came along.',
          });
        const before = await this.load(found.personId);
        if (before.digest !== 'off') {
          await this.store(found.personId, 'off', before.version);
          await this.recorded(found.personId, before);
        }
        return { address: found.address };
      },
      { countyId: null, personId: null },
    );
  }

  private async recorded(personId: string, before: MailPreference): Promise<MailPreference> {
    const after = await this.load(personId);
    await this.audit.record({
      action: 'update',
      entity: 'mail_preference',
      entityId: personId,
      before: { digest: before.digest },
      after: { digest: after.digest },
    });
    return after;
  }

  private async load(personId: string): Promise<MailPreference> {
    const rows = await this.uow.manager.query<MailPreference[]>(
      `SELECT version, digest FROM mail_preference WHERE person_id = $1`,
      [personId],
    );
    return rows[0] ?? { version: 1, digest: 'daily' };
  }

  /** False when the stored version is another. Not there yet counts as version 1. */
  private async store(personId: string, digest: DigestChoice, version: number): Promise<boolean> {
    const rows = await this.uow.manager.query<unknown[]>(
      `INSERT INTO mail_preference (county_id, person_id, digest, updated_at, version) VALUES (current_county(), $1, $2, $4, 2)
       ON CONFLICT (county_id, person_id) DO UPDATE SET digest = excluded.digest, updated_at = excluded.updated_at,
         version = mail_preference.version + 1 WHERE mail_preference.version = $3
       RETURNING version`,
      [personId, digest, version, this.clock.now()],
    );
    return rows.length === 1;
  }
}
