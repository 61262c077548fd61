import { Injectable } from '@nestjs/common';
import type { CreatedMeetings, CreateMeetingsRequest, Meeting, UpdateMeetingRequest } from '@samhandling/contracts';
import { dayOf, type Label } from '@samhandling/domain';
import { MovedMeetingService } from '../decisions/moved-meeting.service.ts';
import { Audit } from '../platform/audit/audit.ts';
import { Clock } from '../platform/clock/clock.ts';
import { newId } from '../platform/database/ids.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import { adjusted, invalid, notFound, refused, stale } from '../platform/http/problem-exception.ts';
import { currentSession, requestContext } from '../platform/http/request-context.ts';
import { spanOf, timeProblems } from './meeting-times.ts';
import { MeetingsRepository, type MeetingFields } from './meetings.repository.ts';
import { demandWriting } from './shared/meeting-rights.ts';
import { toMeeting } from './shared/meeting.mapper.ts';
import type { MeetingStanding } from './shared/stored.ts';
import { MeetingEventService } from './transitions/meeting-event.service.ts';

const GROUP_IS_CLOSED: Label = {
  sv: 'Gruppen är avslutad, så den får inga nya möten. Öppna den igen först.',
  en: 'The group is closed, so it gets no new meetings. Reopen it first.',
};
const IS_CANCELLED: Label = {
  sv: 'Mötet är inställt. Lägg upp ett nytt i stället.',
  en: 'The meeting has been cancelled. Make a new one instead.',
};
const NOT_BEEN: Label = {
  sv: 'Mötet är genomfört, så det kan inte ha börjat senare än nu. Öppna mötet igen om det inte har hållits.',
  en: 'The meeting has been held, so it cannot have begun later than now. Reopen the meeting if it was not held.',
};

/** One meeting, and a year of them at once. */
@Injectable()
export class MeetingsService {
  constructor(
    private readonly meetings: MeetingsRepository,
    private readonly decided: MovedMeetingService,
    private readonly event: MeetingEventService,
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** The meeting as this person sees it. Inside a unit of work, it is the meeting as the work has left it. */
  get(id: string): Promise<Meeting> {
    return this.uow.read(async () => {
      const stored = await this.meetings.find(id, this.clock.today());
      if (!stored) throw notFound();
      return toMeeting(stored, currentSession(), requestContext().locale, this.clock.now());
    });
  }

  /** All or none: what is wrong with each is told at its place. */
  create(groupId: string, { meetings }: CreateMeetingsRequest): Promise<CreatedMeetings> {
    return this.uow.run(async () => {
      const group = await this.meetings.holdGroup(groupId);
      if (!group) throw notFound();
      if (group.closedOn !== null) throw refused(GROUP_IS_CLOSED);
      const made = meetings.map((typed) => ({ id: newId(), ...readMeeting(typed, EMPTY) }));
      await this.checkTimes(
        groupId,
        made.map((meeting, index) => ({ ...meeting, pointer: `/meetings/${index}` })),
        null,
      );
      await this.meetings.create(groupId, made);
      await this.audit.record(
        ...made.map(({ id, ...fields }) => ({
          action: 'create',
          entity: 'meeting',
          entityId: id,
          after: { groupId, ...fields },
        })),
      );
      return {
        meetings: made.map(({ id, startsAt, endsAt, title }) => ({
          id,
          startsAt,
          endsAt,
          title,
          state: 'planned' as const,
          version: 1,
        })),
      };
    });
  }

  /**
   * Whoever starts from the meeting as it was is told 412, with where it has been moved. What was decided at the meeting, and the
   * event it counts as, have its day; a held meeting is put right until its minutes go out to be adjusted.
   */
  update(id: string, version: number, request: UpdateMeetingRequest): Promise<Meeting> {
    return this.uow.run(async () => {
      await this.holdGroupOf(id);
      const stored = await this.hold(id);
      if (stored.version !== version) throw stale(await this.get(id));
      if (stored.state === 'adjusted') throw adjusted();
      if (stored.state === 'cancelled') throw refused(IS_CANCELLED);
      const before = fieldsOf(stored);
      const fields = readMeeting(request, before);
      const moved = fields.startsAt !== before.startsAt || fields.endsAt !== before.endsAt;
      if (stored.state === 'held') demandWriting(stored, currentSession());
      if (moved && stored.state === 'held' && fields.startsAt > this.clock.now().toISOString())
        throw invalid([{ pointer: '/startsAt', code: 'future', reason: NOT_BEEN }]);
      if (moved) await this.checkTimes(stored.group.id, [{ ...fields, pointer: '' }], id);
      if (!(await this.meetings.update(id, version, fields))) throw stale(await this.get(id));
      if (moved) await this.decided.follow(id, dayOf(before.startsAt), dayOf(fields.startsAt));
      if (stored.state === 'held') await this.event.keepInStep(id);
      await this.audit.record({
        action: 'update',
        entity: 'meeting',
        entityId: id,
        before: { ...before },
        after: { ...fields },
      });
      return this.get(id);
    });
  }

  /** The meeting, held until the commit, with what rights and workflow look at. */
  async hold(id: string): Promise<MeetingStanding> {
    if (!(await this.meetings.lock(id))) throw notFound();
    return this.findStanding(id);
  }

  async findStanding(id: string): Promise<MeetingStanding> {
    const standing = await this.meetings.findStanding(id, this.clock.today());
    if (!standing) throw notFound();
    return standing;
  }

  private async holdGroupOf(id: string): Promise<void> {
    await this.meetings.holdGroup((await this.findStanding(id)).group.id);
  }

  private async checkTimes(
    groupId: string,
    meetings: readonly (MeetingFields & { readonly pointer: string })[],
    exceptId: string | null,
  ): Promise<void> {
    const { from, to } = spanOf(meetings);
    const taken = await this.meetings.findTimes(groupId, from, to);
    const problems = timeProblems(
      meetings,
      taken.filter((other) => other.id !== exceptId),
    );
    if (problems.length > 0) throw invalid(problems);
  }
}

const EMPTY: MeetingFields = { startsAt: '', endsAt: '', title: '', place: '', link: '' };

function fieldsOf({ startsAt, endsAt, title, place, link }: MeetingFields): MeetingFields {
  return { startsAt, endsAt, title, place, link };
}

/** What is typed over what is stored, instants in the one form they are kept and compared in. */
function readMeeting(typed: UpdateMeetingRequest, stored: MeetingFields): MeetingFields {
  const instant = (text: string | undefined, before: string): string =>
    text === undefined ? before : new Date(text).toISOString();
  return {
    startsAt: instant(typed.startsAt, stored.startsAt),
    endsAt: instant(typed.endsAt, stored.endsAt),
    title: typed.title?.trim() ?? stored.title,
    place: typed.place?.trim() ?? stored.place,
    link: typed.link?.trim() ?? stored.link,
  };
}
