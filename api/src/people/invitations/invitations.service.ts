import { Injectable } from '@nestjs/common';
import type { AcceptInvitationRequest, Id, Invitation } from '@samhandling/contracts';
import { Audit } from '../../platform/audit/audit.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { hashOf } from '../../platform/crypto/secrets.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { notFound, refused, type ProblemException } from '../../platform/http/problem-exception.ts';
import { requestContext } from '../../platform/http/request-context.ts';
import type { Visitor } from '../../platform/http/visitor.ts';
import { Jobs } from '../../platform/jobs/jobs.ts';
import { AccessLogService } from '../../sessions/access-log.service.ts';
import { CredentialsService } from '../../sessions/credentials.service.ts';
import { SessionsService } from '../../sessions/sessions.service.ts';
import { TriesService } from '../../sessions/tries.service.ts';
import type { InvitationJob } from './invitation-letter.service.ts';
import { InvitationsRepository, type FoundInvitation } from './invitations.repository.ts';

const NOBODY = { countyId: null, personId: null };

/** Invitations from being sent to being taken. The letter itself is written when it leaves, in `InvitationLetterService`. */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly invitations: InvitationsRepository,
    private readonly jobs: Jobs,
    private readonly sessions: SessionsService,
    private readonly credentials: CredentialsService,
    private readonly tries: TriesService,
    private readonly log: AccessLogService,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** In the unit of work under way: no commit, no letter. What was sent before opens nothing any more. */
  async send(personId: Id): Promise<void> {
    await this.end(personId, 'renewed');
    const id = await this.invitations.create(personId, this.clock.now());
    const job: InvitationJob = { countyId: requestContext().session?.countyId ?? '', invitationId: id };
    await this.jobs.send('invitation-letter', job, { key: id });
    await this.audit.record({ action: 'create', entity: 'invitation', entityId: id, after: { personId } });
  }

  async end(personId: Id, because: 'renewed' | 'left'): Promise<void> {
    const ended = await this.invitations.end(personId, because, this.clock.now());
    await this.audit.record(
      ...ended.map((id) => ({
        action: 'revoke',
        entity: 'invitation',
        entityId: id,
        before: { isRevoked: false },
        after: { isRevoked: true, because },
      })),
    );
  }

  async open(token: string, visitor: Visitor): Promise<Invitation> {
    const { name, email, county, invitedBy, roles, expiresAt, hasAccount } = await this.find(token, visitor);
    return { name, email, county, invitedBy, roles, expiresAt: new Date(expiresAt).toISOString(), hasAccount };
  }

  /** Sets the first password and signs in; answers the session's secret. Works once. */
  async accept({ token, password }: AcceptInvitationRequest, visitor: Visitor): Promise<string> {
    const { id, countyId, personId, hasAccount, name, email } = await this.find(token, visitor);
    if (hasAccount)
      throw refused({
        sv: 'Du har redan ett konto. Logga in som vanligt, så finns länet där.',
        en: 'You have an account already. Sign in as usual, and the county is there.',
      });
    await this.uow.run(
      async () => {
        if (!(await this.invitations.accept(id, this.clock.now()))) throw opensNothing();
        await this.credentials.set({ id: personId, name, email }, password);
        await this.log.note('invitation_accepted', personId, {}, visitor.browser);
        await this.audit.record({
          action: 'accept',
          entity: 'invitation',
          entityId: id,
          before: { isAccepted: false },
          after: { isAccepted: true },
        });
      },
      { countyId, personId },
    );
    return this.sessions.enter(personId, { method: 'password', countyId }, visitor);
  }

  /** Nobody guesses a secret of 256 bits, so what is counted is only how often one network tries. */
  private async find(token: string, visitor: Visitor): Promise<FoundInvitation> {
    await this.uow.run(() => this.tries.take('network', visitor.address), NOBODY);
    const found = await this.invitations.find(hashOf(token), this.clock.now());
    if (!found) throw opensNothing();
    await this.uow.run(() => this.tries.giveBack('network', visitor.address), NOBODY);
    return found;
  }
}

/** One answer to all that opens nothing, whether it ran out, was used, was taken back or never was. */
function opensNothing(): ProblemException {
  return notFound({
    sv: 'Inbjudan går inte att använda. Den har gått ut, är redan använd eller har ersatts av en nyare. Be den som bjöd in dig att skicka en ny.',
    en: 'The invitation cannot be used. It has run out, has been used or has been replaced by a newer one. Ask whoever invited you to send another.',
  });
}
