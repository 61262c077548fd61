import { Injectable } from '@nestjs/common';
import type { AdjustRequest, Minutes } from '@samhandling/contracts';
import {
  ADJUSTING_PROBLEM_WORDS,
  adjustingProblem,
  dayOf,
  hasAdjusted,
  instantAt,
  MINUTES_GUARD_REASONS,
  type Day,
  type Label,
} from '@samhandling/domain';
import { PapersService } from '../papers/papers.service.ts';
import { Audit } from '../platform/audit/audit.ts';
import { Clock } from '../platform/clock/clock.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import { adjusted, invalid, notFound, ProblemException, refused, stale } from '../platform/http/problem-exception.ts';
import { currentSession, requestContext } from '../platform/http/request-context.ts';
import { MinutesLettersService } from './minutes-letters.service.ts';
import { isAdjuster, mayAdjust, mayMail, mayWrite, toMinutes } from './minutes.mapper.ts';
import { MinutesRepository, type StoredMinutes } from './minutes.repository.ts';

const NOT_OURS: Label = {
  sv: 'Bara den som är utsedd att justera, eller en planerare som antecknar det, kan göra detta.',
  en: 'Only the person chosen to adjust, or a planner who notes it, can do this.',
};
const NOT_SENT: Label = {
  sv: 'Protokollet är inte skickat för justering.',
  en: 'The minutes have not been sent to be adjusted.',
};
const DONE: Label = { sv: 'Personen har redan justerat.', en: 'The person has adjusted already.' };
const NO_LETTER: Label = {
  sv: 'Det går inte att skicka brevet nu: det är redan på väg, personen har justerat eller saknar e-postadress, eller protokollet är inte ute för justering.',
  en: 'The letter cannot be sent now: it is on its way already, the person has adjusted or has no e-mail address, or the minutes are not out to be adjusted.',
};
/** At what time of a day that lies behind somebody is said to have adjusted. */
const NOON = '12:00';

/** Somebody's yes to the minutes. The last one freezes them, with the meeting, in the same transaction. */
@Injectable()
export class AdjustingService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly minutes: MinutesRepository,
    private readonly papers: PapersService,
    private readonly letters: MinutesLettersService,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  adjust(adjusterId: string, version: number, request: AdjustRequest): Promise<Minutes> {
    return this.uow.run(async () => {
      const meetingId = await this.minutes.holdMeetingOf(adjusterId);
      if (meetingId === null) throw notFound();
      const [now, session] = [this.clock.now(), currentSession()];
      const stored = await this.find(meetingId);
      const adjuster = stored.adjusters.find(({ id }) => id === adjusterId);
      if (!adjuster) throw notFound();
      if (!mayAdjust(adjuster, session)) throw new ProblemException('not_allowed', NOT_OURS);
      if (stored.state === 'frozen') throw adjusted();
      if (stored.state !== 'adjusting') throw refused(NOT_SENT);
      if (adjuster.version !== version || stored.version !== request.minutesVersion)
        throw stale(await this.shown(stored));
      if (hasAdjusted(adjuster, stored.version)) throw refused(DONE);
      const isSelf = isAdjuster(adjuster, session);
      const { channel = null, on = null } = request;
      const problem = adjustingProblem({ isSelf, channel, on }, stored.meetingDay, dayOf(now));
      if (problem)
        throw invalid([
          {
            pointer: problem.startsWith('day') ? '/on' : '/channel',
            code: problem,
            reason: ADJUSTING_PROBLEM_WORDS[problem],
          },
        ]);
      const how = isSelf && (channel === null || channel === 'self') ? 'self' : (channel ?? 'self');
      const at = how === 'self' ? now : whenSaid(on, now);
      const isFirst = await this.minutes.adjust(adjusterId, version, {
        at,
        by: session.personId,
        channel: how,
        minutesVersion: stored.version,
      });
      if (!isFirst) throw stale(await this.shown(await this.find(meetingId)));
      await this.audit.record({
        action: 'adjust',
        entity: 'minutes',
        entityId: meetingId,
        onBehalfOfId: isSelf ? null : adjuster.personId,
        after: { adjuster: adjuster.name, channel: how, minutesVersion: stored.version },
      });
      const after = await this.find(meetingId);
      if (after.adjusters.every((one) => hasAdjusted(one, after.version))) await this.freeze(after, now);
      return this.shown(await this.find(meetingId));
    });
  }

  /** Asks one of them by letter, once more. */
  sendLetter(adjusterId: string): Promise<Minutes> {
    return this.uow.run(async () => {
      const meetingId = await this.minutes.holdMeetingOf(adjusterId);
      if (meetingId === null) throw notFound();
      const stored = await this.find(meetingId);
      const adjuster = stored.adjusters.find(({ id }) => id === adjusterId);
      if (!adjuster) throw notFound();
      if (!mayWrite(stored, currentSession()))
        throw new ProblemException('not_allowed', MINUTES_GUARD_REASONS.may_write);
      if (!mayMail(adjuster, stored, currentSession())) throw refused(NO_LETTER);
      if (!(await this.letters.sendAgain(meetingId, adjusterId))) throw refused(NO_LETTER);
      await this.audit.record({
        action: 'send_letter',
        entity: 'minutes',
        entityId: meetingId,
        after: { adjuster: adjuster.name },
      });
      return this.shown(await this.find(meetingId));
    });
  }

  /** In this order: the database closes minutes with their paper, and the meeting with both. */
  private async freeze({ meeting: { id } }: StoredMinutes, at: Date): Promise<void> {
    await this.minutes.keepTold(id);
    await this.minutes.freeze(id);
    await this.papers.freeze({ kind: 'minutes', subjectId: id, by: currentSession().personId, at });
    await this.minutes.closeMeeting(id);
    await this.audit.record({
      action: 'adjust',
      entity: 'meeting',
      entityId: id,
      before: { state: 'held' },
      after: { state: 'adjusted' },
    });
  }

  private async find(meetingId: string): Promise<StoredMinutes> {
    const stored = await this.minutes.find(meetingId, dayOf(this.clock.now()));
    if (!stored) throw notFound();
    return stored;
  }

  private async shown(stored: StoredMinutes): Promise<Minutes> {
    const paper = stored.state === 'frozen' ? await this.papers.findFrozen('minutes', stored.meeting.id) : null;
    return toMinutes(stored, paper, currentSession(), requestContext().locale);
  }
}

function whenSaid(on: Day | null, now: Date): Date {
  return on === null || on === dayOf(now) ? now : new Date(instantAt(on, NOON));
}
