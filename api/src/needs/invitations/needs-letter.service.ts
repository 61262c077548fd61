import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.ts';
import { hashOf, newSecret } from '../../platform/crypto/secrets.ts';
import { Jobs, type Job } from '../../platform/jobs/jobs.ts';
import {
  LetterPost,
  type LetterInHand,
  type LetterOutcome,
  type WrittenLetter,
} from '../../platform/mail/letter-post.ts';
import { toMail } from '../../platform/mail/write-letter.ts';
import { InvitationsRepository, type LetterFacts } from './invitations.repository.ts';
import { InvitationsService, type NeedsLetterJob } from './invitations.service.ts';
import { writeNeedsLetter } from './needs-letter-words.ts';

interface Written extends WrittenLetter {
  readonly made: Buffer;
  readonly before: Buffer | null;
}

/**
 * Writes and sends the letter with somebody's link. Its secret is made here, for each try anew, and is nowhere but in the
 * letter. A letter that did not leave leaves the earlier link as it was; where nobody can know, the new one counts.
 */
@Injectable()
export class NeedsLetterService implements OnModuleInit {
  constructor(
    private readonly invitations: InvitationsRepository,
    private readonly service: InvitationsService,
    private readonly jobs: Jobs,
    private readonly post: LetterPost,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.handle<NeedsLetterJob>('needs-letter', (job) => this.send(job));
  }

  send(job: Job<NeedsLetterJob>): Promise<void> {
    const { countyId, invitationId } = job.data;
    const letter: LetterInHand<LetterFacts & { readonly state: string }, Written> = {
      find: () => this.find(invitationId),
      write: (facts) => this.write(countyId, facts),
      settle: (outcome, written) => this.settle(invitationId, outcome, written),
    };
    return this.post.send(job, { countyId, personId: null }, letter);
  }

  private async find(id: string): Promise<(LetterFacts & { readonly state: string }) | null> {
    await this.invitations.hold(id);
    const facts = await this.invitations.findLetter(id);
    return facts && { ...facts, state: facts.invitation.letterState };
  }

  /** Null: answered, closed or revoked meanwhile. */
  private async write(countyId: string, facts: LetterFacts): Promise<Written | null> {
    const { invitation, sender, tokenHash } = facts;
    const { id, name, email, hasAnswered, isRevoked, isAnonymous, letters } = invitation;
    if (hasAnswered || isRevoked || !this.service.takesAnswers(invitation)) {
      await this.invitations.settleLetter(id, letters > 0 ? 'sent' : 'none');
      return null;
    }
    await this.invitations.settleLetter(id, 'sending');
    const secret = newSecret();
    const made = hashOf(secret);
    await this.invitations.giveToken(id, made);
    const head = {
      // Where mail is kept in a folder, a planner can read the county's. Nobody but the answerer may know an anonymous link.
      countyId: isAnonymous ? null : countyId,
      sender,
      to: { name, email },
      at: this.clock.now(),
    };
    return {
      mail: toMail(head, writeNeedsLetter(facts, this.service.urlOf(secret, facts.locale)), null),
      made,
      before: tokenHash,
    };
  }

  /** Where nobody can know, the new link counts: it may be what somebody has in front of them. */
  private async settle(id: string, { state, reason }: LetterOutcome, written: Written | null): Promise<void> {
    const counts = state === 'sent' || state === 'unknown';
    if (!counts && written) await this.invitations.takeBackToken(id, written.made, written.before);
    await this.invitations.settleLetter(id, state, reason, counts ? this.clock.now() : null);
  }
}
