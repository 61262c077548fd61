import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { pages, type Id } from '@samhandling/contracts';
import { INVITATION_DAYS } from '@samhandling/domain';
import { Clock } from '../../platform/clock/clock.ts';
import { ENVIRONMENT } from '../../platform/config/environment.token.ts';
import { Environment } from '../../platform/config/environment.ts';
import { hashOf, newSecret } from '../../platform/crypto/secrets.ts';
import { Jobs, type Job } from '../../platform/jobs/jobs.ts';
import { LetterPost, type LetterInHand, type WrittenLetter } from '../../platform/mail/letter-post.ts';
import { siteIn, toMail } from '../../platform/mail/write-letter.ts';
import { writeInvitation } from './invitation-letter-words.ts';
import { InvitationsRepository, type InvitationToWrite } from './invitations.repository.ts';

export interface InvitationJob {
  readonly countyId: Id;
  readonly invitationId: Id;
}

const DAY_MS = 86_400_000;

/**
 * Writes and sends the letter with an invitation. Its secret is made here, for each try anew, and is nowhere but in the letter:
 * the job that waits for the mail server holds ids only. Where nobody can know whether it arrived it is not sent again; the
 * page says so, and whoever invited sends another.
 */
@Injectable()
export class InvitationLetterService implements OnModuleInit {
  constructor(
    private readonly invitations: InvitationsRepository,
    private readonly jobs: Jobs,
    private readonly post: LetterPost,
    private readonly clock: Clock,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  onModuleInit(): void {
    this.jobs.handle<InvitationJob>('invitation-letter', (job) => this.send(job));
  }

  send(job: Job<InvitationJob>): Promise<void> {
    const { countyId, invitationId } = job.data;
    const letter: LetterInHand<InvitationToWrite, WrittenLetter> = {
      find: () => this.invitations.findToWrite(invitationId),
      write: (invitation) => this.write(countyId, invitationId, invitation),
      settle: ({ state, reason }) => this.invitations.settle(invitationId, state, reason),
    };
    return this.post.send(job, { countyId, personId: null }, letter);
  }

  /** Null: ended meanwhile, so that nobody asks any more how its letter went. */
  private async write(countyId: Id, id: Id, invitation: InvitationToWrite): Promise<WrittenLetter | null> {
    if (!invitation.isOpen) return null;
    const { sender, name, email, locale } = invitation;
    const secret = newSecret();
    const expiresAt = new Date(this.clock.now().getTime() + INVITATION_DAYS * DAY_MS);
    await this.invitations.write(id, hashOf(secret), expiresAt);
    const url = `${siteIn(locale, this.environment.PUBLIC_URL)}${pages.invitation(secret)}`;
    const head = { id, countyId, sender, to: { name, email }, at: this.clock.now() };
    return { mail: toMail(head, writeInvitation(invitation, url, expiresAt), null) };
  }
}
