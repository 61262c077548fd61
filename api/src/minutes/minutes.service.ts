import { Injectable } from '@nestjs/common';
import type {
  Minutes,
  MinutesTransitionRequest,
  PutAdjustersRequest,
  UpdateMinutesRequest,
} from '@samhandling/contracts';
import { dayOf, MINUTES_GUARD_REASONS, MINUTES_WORKFLOW, takeTransition, type Label } from '@samhandling/domain';
import { PapersService } from '../papers/papers.service.ts';
import { Audit } from '../platform/audit/audit.ts';
import { Clock } from '../platform/clock/clock.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import { adjusted, invalid, notFound, ProblemException, refused, stale } from '../platform/http/problem-exception.ts';
import { currentSession, requestContext } from '../platform/http/request-context.ts';
import { joinReasons } from '../platform/http/transitions.ts';
import { PenService } from '../walk-through/pen/pen.service.ts';
import { MinutesLettersService } from './minutes-letters.service.ts';
import { guardsOf, lockOf, mayWrite, missingOf, toMinutes } from './minutes.mapper.ts';
import { MinutesRepository, type StoredMinutes } from './minutes.repository.ts';

const WRONG_STATE: Label = {
  sv: 'Det går inte att göra med protokollet så som det är nu.',
  en: 'That cannot be done with the minutes as they are now.',
};
const UNKNOWN_MEMBER: Label = { sv: 'Personen är inte med i gruppen.', en: 'The person is not in the group.' };
const NAMELESS: Label = {
  sv: 'Välj någon som var med, eller skriv ett namn.',
  en: 'Choose somebody who was there, or write a name.',
};
const TWICE: Label = { sv: 'Samma person står två gånger.', en: 'The same person stands twice.' };

/** Minutes up to the moment they are out to be adjusted. The rows they are made of are the meeting's own. */
@Injectable()
export class MinutesService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly minutes: MinutesRepository,
    private readonly papers: PapersService,
    private readonly pen: PenService,
    private readonly letters: MinutesLettersService,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  get(meetingId: string): Promise<Minutes> {
    return this.uow.read(async () => this.shown(await this.find(meetingId)));
  }

  /** The lead-in, the closing words and the records number. */
  update(meetingId: string, version: number, patch: UpdateMinutesRequest): Promise<Minutes> {
    return this.uow.run(async () => {
      const before = await this.findToWrite(meetingId, version);
      if (!(await this.minutes.write(meetingId, version, patch)))
        throw stale(await this.shown(await this.find(meetingId)));
      const after = await this.find(meetingId);
      await this.audit.record({
        action: 'update',
        entity: 'minutes',
        entityId: meetingId,
        before: textsOf(before),
        after: textsOf(after),
      });
      return this.shown(after);
    });
  }

  /** Who is to adjust, whole: those named before and not now are taken away. */
  putAdjusters(meetingId: string, version: number, { adjusters }: PutAdjustersRequest): Promise<Minutes> {
    return this.uow.run(async () => {
      const before = await this.findToWrite(meetingId, version);
      const named = await this.namesOf(meetingId, adjusters);
      if (!(await this.minutes.write(meetingId, version, {})))
        throw stale(await this.shown(await this.find(meetingId)));
      await this.minutes.replaceAdjusters(meetingId, named);
      const after = await this.find(meetingId);
      await this.audit.record({
        action: 'update',
        entity: 'minutes',
        entityId: meetingId,
        before: { adjusters: before.adjusters.map(({ name }) => name) },
        after: { adjusters: after.adjusters.map(({ name }) => name) },
      });
      return this.shown(after);
    });
  }

  /** Sends them to those who adjust, or takes them back: then nobody has adjusted any more. */
  transition(meetingId: string, version: number, { transition }: MinutesTransitionRequest): Promise<Minutes> {
    return this.uow.run(async () => {
      const stored = await this.find(meetingId);
      const session = currentSession();
      if (!mayWrite(stored, session)) throw new ProblemException('not_allowed', MINUTES_GUARD_REASONS.may_write);
      if (stored.state === 'frozen') throw adjusted();
      if (stored.version !== version) throw stale(await this.shown(stored));
      const result = takeTransition(MINUTES_WORKFLOW, stored.state, transition, guardsOf(stored, session));
      if (!result.allowed) throw refused(result.reason === 'guard' ? joinReasons(missingOf(stored)) : WRONG_STATE);
      await this.pen.write(meetingId);
      // Sent before anybody wrote anything in them: the row is made now.
      if (version === 0) await this.minutes.write(meetingId, 0, {});
      if (!(await this.minutes.setState(meetingId, Math.max(version, 1), result.to)))
        throw stale(await this.shown(await this.find(meetingId)));
      await this.audit.record({
        action: transition,
        entity: 'minutes',
        entityId: meetingId,
        before: { state: stored.state },
        after: { state: result.to },
      });
      if (transition === 'send') await this.letters.sendAll(meetingId);
      return this.shown(await this.find(meetingId));
    });
  }

  private async find(meetingId: string): Promise<StoredMinutes> {
    const stored = await this.minutes.find(meetingId, dayOf(this.clock.now()));
    if (!stored) throw notFound();
    return stored;
  }

  /** Refused before anything is written: right first, then lock, then version. */
  private async findToWrite(meetingId: string, version: number): Promise<StoredMinutes> {
    const stored = await this.find(meetingId);
    const session = currentSession();
    if (!mayWrite(stored, session)) throw new ProblemException('not_allowed', MINUTES_GUARD_REASONS.may_write);
    const lock = lockOf(stored, session);
    if (stored.state === 'frozen') throw adjusted();
    if (lock) throw refused(lock);
    if (stored.version !== version) throw stale(await this.shown(stored));
    await this.pen.write(meetingId);
    return stored;
  }

  private async namesOf(
    meetingId: string,
    adjusters: PutAdjustersRequest['adjusters'],
  ): Promise<{ readonly memberId: string | null; readonly name: string }[]> {
    const ids = adjusters.flatMap(({ memberId }) => (memberId ? [memberId] : []));
    const members = await this.minutes.findMembers(meetingId, ids);
    const seen = new Set<string>();
    return adjusters.map(({ memberId = null, name = '' }, index) => {
      const own = memberId === null ? name.trim() : (members.get(memberId) ?? '');
      const pointer = `/adjusters/${index}`;
      if (own === '')
        throw invalid([{ pointer, code: 'unknown', reason: memberId === null ? NAMELESS : UNKNOWN_MEMBER }]);
      const key = memberId ?? own;
      if (seen.has(key)) throw invalid([{ pointer, code: 'duplicate', reason: TWICE }]);
      seen.add(key);
      return { memberId, name: own };
    });
  }

  private async shown(stored: StoredMinutes): Promise<Minutes> {
    const paper = stored.state === 'frozen' ? await this.papers.findFrozen('minutes', stored.meeting.id) : null;
    return toMinutes(stored, paper, currentSession(), requestContext().locale);
  }
}

function textsOf({ opening, closing, recordsNumber }: StoredMinutes): Record<string, string> {
  return { opening, closing, recordsNumber };
}
