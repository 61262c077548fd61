import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { pages, type Id } from '@samhandling/contracts';
import { Clock } from '../platform/clock/clock.ts';
import { ENVIRONMENT } from '../platform/config/environment.token.ts';
import { Environment } from '../platform/config/environment.ts';
import { Jobs, type Job } from '../platform/jobs/jobs.ts';
import { LetterPost, type LetterInHand, type WrittenLetter } from '../platform/mail/letter-post.ts';
import { siteIn, toMail } from '../platform/mail/write-letter.ts';
import { PapersService } from '../papers/papers.service.ts';
import { writeDigestLetter } from './digest-letter-words.ts';
import { DigestsRepository, type LetterToWrite } from './digests.repository.ts';

export interface DigestLetterJob {
  readonly countyId: Id;
  readonly digestId: Id;
  readonly memberId: Id;
}

/** The letter with the digest, one to each member. The frozen PDF goes along, since members need no account. */
@Injectable()
export class DigestLetterService implements OnModuleInit {
  constructor(
    private readonly digests: DigestsRepository,
    private readonly papers: PapersService,
    private readonly jobs: Jobs,
    private readonly post: LetterPost,
    private readonly clock: Clock,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  onModuleInit(): void {
    this.jobs.handle<DigestLetterJob>('digest-letter', (job) => this.send(job));
  }

  send(job: Job<DigestLetterJob>): Promise<void> {
    const { countyId, digestId, memberId } = job.data;
    const letter: LetterInHand<LetterToWrite, WrittenLetter> = {
      find: () => this.digests.findLetter(digestId, memberId),
      // Frozen when the digest was sent, in Swedish.
      makePaper: () => this.papers.render('digest', digestId, 'pdf', 'sv'),
      write: async (found, paper) => {
        await this.digests.settleLetter(digestId, memberId, 'sending');
        const { sender, to } = found;
        const url = `${siteIn(to.locale, this.environment.PUBLIC_URL)}${pages.digest(digestId)}`;
        const head = { countyId, sender, to, at: this.clock.now() };
        return { mail: toMail(head, writeDigestLetter(found, url), paper) };
      },
      settle: ({ state, reason }) => this.digests.settleLetter(digestId, memberId, state, reason),
    };
    return this.post.send(job, { countyId, personId: null }, letter);
  }
}
