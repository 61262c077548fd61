import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Locale } from '@samhandling/domain';
import { PapersService } from '../../papers/papers.service.ts';
import { buildInvitation, type CalendarPerson, type InvitationFrame } from '../../platform/calendar/invitation.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { ENVIRONMENT } from '../../platform/config/environment.token.ts';
import type { Environment } from '../../platform/config/environment.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import type { DownloadFile } from '../../platform/files/download.ts';
import { notFound } from '../../platform/http/problem-exception.ts';
import { requestContext } from '../../platform/http/request-context.ts';
import { Jobs, type Job } from '../../platform/jobs/jobs.ts';
import { LetterPost, type LetterInHand, type WrittenLetter } from '../../platform/mail/letter-post.ts';
import type { OutgoingMail } from '../../platform/mail/mail-transport.ts';
import { senderNameOf, siteIn, toMail, type LetterSender } from '../../platform/mail/write-letter.ts';
import type { MeetingLetterJob } from './calling.service.ts';
import { toAppointment, writeLetter } from './letter-words.ts';
import { LettersRepository, type LetterToWrite } from './letters.repository.ts';

/** Writes one calling, with an invitation for the calendar and the agenda, or takes one back. */
@Injectable()
export class LetterService implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly letters: LettersRepository,
    private readonly papers: PapersService,
    private readonly jobs: Jobs,
    private readonly post: LetterPost,
    private readonly clock: Clock,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  onModuleInit(): void {
    this.jobs.handle<MeetingLetterJob>('meeting-letter', (job) => this.send(job));
  }

  /** The meeting as a file for one's own calendar. */
  getFile(meetingId: string): Promise<DownloadFile> {
    const { locale } = requestContext();
    return this.uow.read(async () => {
      const found = await this.letters.findMeeting(meetingId);
      if (!found) throw notFound();
      const { meeting, sender } = found;
      const text = buildInvitation(
        toAppointment(meeting, meeting.sequence, siteIn(locale, this.environment.PUBLIC_URL), ''),
        { method: 'PUBLISH', organizer: this.organizerOf(sender), attendee: null },
        this.frame(locale),
      );
      return {
        bytes: Buffer.from(text, 'utf8'),
        name: locale === 'sv' ? 'mote.ics' : 'meeting.ics',
        contentType: 'text/calendar; charset=utf-8',
      };
    });
  }

  send(job: Job<MeetingLetterJob>): Promise<void> {
    const { countyId, letterId } = job.data;
    const letter: LetterInHand<LetterToWrite, WrittenLetter> = {
      find: () => this.letters.find(letterId),
      makePaper: async ({ kind, meeting, to }) =>
        kind === 'call' ? this.papers.render('agenda', meeting.id, 'pdf', to.locale) : null,
      write: async (found, agenda) => {
        const hasAddress = found.to.email !== '';
        await this.letters.settle(letterId, hasAddress ? 'sending' : 'dropped');
        return hasAddress ? { mail: this.toMail(found, countyId, agenda) } : null;
      },
      settle: ({ state, reason, sentAt }) => this.letters.settle(letterId, state, reason, sentAt),
    };
    return this.post.send(job, { countyId, personId: null }, letter);
  }

  private toMail(letter: LetterToWrite, countyId: string, agenda: DownloadFile | null): OutgoingMail {
    const { id, meeting, to, sender, kind, sequence } = letter;
    const site = siteIn(to.locale, this.environment.PUBLIC_URL);
    const words = writeLetter(letter, site);
    const method = kind === 'call' ? ('REQUEST' as const) : ('CANCEL' as const);
    const text = buildInvitation(
      toAppointment(meeting, sequence, site, words.content.lead),
      {
        method,
        organizer: this.organizerOf(sender),
        attendee: { name: to.name, email: to.email, isOptional: to.isSubstitute },
      },
      this.frame(to.locale),
    );
    return toMail({ id, countyId, sender, to, at: this.clock.now(), invitation: { method, text } }, words, agenda);
  }

  private frame(locale: Locale): InvitationFrame {
    return { publicUrl: this.environment.PUBLIC_URL, now: this.clock.now(), locale };
  }

  /** Answers to the invitation go where answers to the letter go. */
  private organizerOf(sender: LetterSender): CalendarPerson {
    return {
      name: senderNameOf(sender),
      email: sender.replyTo === '' ? this.environment.MAIL_FROM : sender.replyTo,
    };
  }
}
