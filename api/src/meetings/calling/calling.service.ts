import { Injectable } from '@nestjs/common';
import type { Locale } from '@samhandling/domain';
import { Audit } from '../../platform/audit/audit.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { Jobs } from '../../platform/jobs/jobs.ts';
import { currentSession } from '../../platform/http/request-context.ts';
import { MeetingsRepository } from '../meetings.repository.ts';
import { toMeeting } from '../shared/meeting.mapper.ts';
import type { MeetingStanding } from '../shared/stored.ts';
import { TransitionsRepository } from '../transitions/transitions.repository.ts';

/** One letter, by its id alone: what it says is worked out when it is sent. */
export interface MeetingLetterJob {
  readonly countyId: string;
  readonly letterId: string;
}

const NO_CHANGES = { sv: [], en: [] } as const;

/** Calls people to a meeting and tells them when it is cancelled, in the unit of work under way: no commit, no letter. */
@Injectable()
export class CallingService {
  constructor(
    private readonly meetings: TransitionsRepository,
    private readonly stored: MeetingsRepository,
    private readonly jobs: Jobs,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** False when somebody else was first. The number of a calling is one up from the one before, as calendars want it. */
  async call(meeting: MeetingStanding, message: string): Promise<boolean> {
    const { id, version, startsAt, endsAt, place, link, title } = meeting;
    const sequence = meeting.calledAt === null ? 0 : meeting.sequence + 1;
    const now = this.clock.now();
    const as = { startsAt, endsAt, place, link, title };
    const changes = meeting.calledAt === null ? NO_CHANGES : await this.findChanges(id);
    if (!(await this.meetings.setCalled(id, version, as, sequence, now))) return false;
    const letters = await this.meetings.makeCallLetters(id, { sequence, message, changes, now });
    await this.send(letters);
    await this.audit.record({
      action: meeting.calledAt === null ? 'call' : 'call_again',
      entity: 'meeting',
      entityId: id,
      before: { state: meeting.state, sequence: meeting.calledAt === null ? null : meeting.sequence },
      after: { state: 'called', sequence, letters: letters.length, ...(message !== '' && { message }) },
    });
    return true;
  }

  /** False when somebody else was first. Whoever was called is told; nobody else knew of it. */
  async cancel(meeting: MeetingStanding, reason: string): Promise<boolean> {
    const wasCalled = meeting.state === 'called';
    const sequence = wasCalled ? meeting.sequence + 1 : meeting.sequence;
    if (!(await this.meetings.setCancelled(meeting.id, meeting.version, reason, sequence))) return false;
    const words = { sequence, message: reason, changes: NO_CHANGES, now: this.clock.now() };
    if (wasCalled) await this.send(await this.meetings.makeCancelLetters(meeting.id, words));
    await this.audit.record({
      action: 'cancel',
      entity: 'meeting',
      entityId: meeting.id,
      before: { state: meeting.state, cancelReason: '' },
      after: { state: 'cancelled', cancelReason: reason },
    });
    return true;
  }

  /** Each reader gets them in their own language. */
  private async findChanges(id: string): Promise<Readonly<Record<Locale, readonly string[]>>> {
    const stored = await this.stored.find(id, this.clock.today());
    if (!stored) return NO_CHANGES;
    const changesIn = (locale: Locale): readonly string[] =>
      toMeeting(stored, currentSession(), locale, this.clock.now()).changesSinceCalling;
    return { sv: changesIn('sv'), en: changesIn('en') };
  }

  private async send(letterIds: readonly string[]): Promise<void> {
    const { countyId } = currentSession();
    for (const letterId of letterIds) {
      const job: MeetingLetterJob = { countyId, letterId };
      await this.jobs.send('meeting-letter', job, { key: letterId });
    }
  }
}
