import { Injectable, type OnModuleInit } from '@nestjs/common';
import { pages } from '@samhandling/contracts';
import { PapersService } from '../papers/papers.service.ts';
import { Clock } from '../platform/clock/clock.ts';
import { currentSession } from '../platform/http/request-context.ts';
import { Jobs, type Job } from '../platform/jobs/jobs.ts';
import { LetterPost, type LetterInHand, type WrittenLetter } from '../platform/mail/letter-post.ts';
import { Letters } from '../platform/mail/letters.ts';
import { toMail } from '../platform/mail/write-letter.ts';
import { writeMinutesLetter } from './minutes-letter-words.ts';
import { MinutesLettersRepository, type AdjusterLetter } from './minutes-letters.repository.ts';

interface LetterJob {
  readonly countyId: string;
  readonly adjusterId: string;
}

/** Tells those who are to adjust that the minutes are there to read, with the minutes as PDF. */
@Injectable()
export class MinutesLettersService implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly repository: MinutesLettersRepository,
    private readonly papers: PapersService,
    private readonly letters: Letters,
    private readonly post: LetterPost,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.handle<LetterJob>('minutes-letter', (job) => this.send(job));
  }

  /** In the transaction that sends the minutes: a letter for each who has an address. */
  async sendAll(meetingId: string): Promise<void> {
    for (const adjusterId of await this.repository.prepare(meetingId, null)) await this.queue(adjusterId);
  }

  /** In a transaction. False: no address to send to, or a letter on its way already. */
  async sendAgain(meetingId: string, adjusterId: string): Promise<boolean> {
    const [found] = await this.repository.prepare(meetingId, adjusterId);
    return found !== undefined && (await this.queue(found));
  }

  private queue(adjusterId: string): Promise<boolean> {
    const job: LetterJob = { countyId: currentSession().countyId, adjusterId };
    return this.jobs.send('minutes-letter', job, { key: adjusterId });
  }

  private send(job: Job<LetterJob>): Promise<void> {
    const { countyId, adjusterId } = job.data;
    const letter: LetterInHand<AdjusterLetter, WrittenLetter> = {
      find: () => this.repository.find(adjusterId),
      makePaper: ({ meetingId, isAsked, to }) =>
        isAsked ? this.papers.render('minutes', meetingId, 'pdf', to.locale) : Promise.resolve(null),
      write: async (found, paper) => {
        const isSent = found.isAsked && paper !== null;
        await this.repository.settle(adjusterId, isSent ? 'sending' : 'dropped');
        if (!isSent) return null;
        const sender = { ...found.sender, replyTo: found.caller === '' ? found.sender.replyTo : found.caller };
        const head = { countyId, sender, to: found.to, at: this.clock.now() };
        const url = this.letters.address(pages.minutes(found.meetingId), found.to.locale);
        return { mail: toMail(head, writeMinutesLetter(found, url), paper) };
      },
      settle: ({ state, reason }) => this.repository.settle(adjusterId, state, reason),
    };
    return this.post.send(job, { countyId, personId: null }, letter);
  }
}
