import { Injectable } from '@nestjs/common';
import type { CompletePasswordResetRequest } from '@samhandling/contracts';
import { hashOf } from '../platform/crypto/secrets.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import { notFound } from '../platform/http/problem-exception.ts';
import type { Visitor } from '../platform/http/visitor.ts';
import { Jobs } from '../platform/jobs/jobs.ts';
import { AccessLogService } from '../sessions/access-log.service.ts';
import { CredentialsService } from '../sessions/credentials.service.ts';
import { SessionsService } from '../sessions/sessions.service.ts';
import { TriesService } from '../sessions/tries.service.ts';
import { PasswordResetsRepository } from './password-resets.repository.ts';

const NOBODY = { countyId: null, personId: null };

/** A new password for somebody who has lost theirs: by a letter to the address, which only its owner reads. */
@Injectable()
export class PasswordResetsService {
  constructor(
    private readonly resets: PasswordResetsRepository,
    private readonly credentials: CredentialsService,
    private readonly sessions: SessionsService,
    private readonly tries: TriesService,
    private readonly log: AccessLogService,
    private readonly jobs: Jobs,
    private readonly uow: UnitOfWork,
  ) {}

  /** The same for an address that is known and one that is not: one look-up and one job, which then may have nothing to do. */
  async ask(email: string, visitor: Visitor): Promise<void> {
    await this.uow.run(async () => {
      await this.tries.take('resets', visitor.address);
      const personId = await this.resets.findPerson(email);
      await this.jobs.send('account-letter', { kind: 'reset', personId, browser: visitor.browser });
    }, NOBODY);
  }

  /** The second step stays on: a letter proves the address, not that the phone is at hand. */
  async complete({ token, password }: CompletePasswordResetRequest, visitor: Visitor): Promise<void> {
    const tokenHash = hashOf(token);
    const person = await this.uow.run(async () => {
      await this.tries.take('network', visitor.address);
      return this.resets.find(tokenHash);
    }, NOBODY);
    if (!person) throw usedUp();
    await this.uow.run(
      async () => {
        await this.credentials.set(person, password);
        if (!(await this.resets.use(tokenHash))) throw usedUp();
        await this.sessions.deleteOthers(null);
        await this.credentials.settle(person.email, visitor);
        await this.log.note('password_changed', person.id, { reason: 'reset' }, visitor.browser);
      },
      { countyId: null, personId: person.id },
    );
  }
}

function usedUp(): Error {
  return notFound({
    sv: 'Länken gäller inte längre. Den går att använda en gång, inom 60 minuter. Be om en ny.',
    en: 'The link is no longer valid. It can be used once, within 60 minutes. Ask for a new one.',
  });
}
