import { Injectable } from '@nestjs/common';
import type {
  PutRotationRequest,
  PutRotationYearRequest,
  Rotation,
  RotationProposal,
  RotationProposalRequest,
} from '@samhandling/contracts';
import { isAllowed, proposeRotation } from '@samhandling/domain';
import { RoundAttentionService } from '../follow-up/to-do/round-attention.service.ts';
import { Audit, type AuditEntry } from '../platform/audit/audit.ts';
import { Clock } from '../platform/clock/clock.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import { invalid, notFound, refused, stale } from '../platform/http/problem-exception.ts';
import { currentSession, requestContext } from '../platform/http/request-context.ts';
import { toGaps, toRotation, toRotationInput, type SeenRotation } from './rotation.mapper.ts';
import { closedGroup, fixedMeeting, putProblems } from './rotation-rules.ts';
import { RotationRepository, type PutMeeting, type StoredRotation } from './rotation.repository.ts';

/** Which activity is up when, over a year: as planned, as proposed, and as somebody moves it. */
@Injectable()
export class RotationService {
  constructor(
    private readonly rotations: RotationRepository,
    private readonly attention: RoundAttentionService,
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  get(groupId: string, year: number): Promise<Rotation> {
    return this.uow.read(async () => this.show(await this.see(groupId, year)));
  }

  /** What the rules propose for what is stored now. Nothing is kept. */
  propose(groupId: string, year: number, { keep = true }: RotationProposalRequest): Promise<RotationProposal> {
    return this.uow.read(async () => {
      const seen = await this.see(groupId, year);
      const { entries, gaps, load } = proposeRotation(toRotationInput(seen, keep));
      const ofYear = new Set(seen.stored.meetings.filter(({ isOfYear }) => isOfYear).map(({ id }) => id));
      return {
        entries,
        gaps: toGaps(gaps, requestContext().locale),
        load: load.filter(({ meetingId }) => ofYear.has(meetingId)),
      };
    });
  }

  async putMeeting(meetingId: string, version: number, { entries }: PutRotationRequest): Promise<Rotation> {
    return this.uow.run(async () => {
      const place = await this.rotations.findPlace(meetingId);
      if (!place) throw notFound();
      return this.put(place.groupId, place.year, [{ meetingId, version, entries }]);
    });
  }

  putYear(groupId: string, year: number, { meetings }: PutRotationYearRequest): Promise<Rotation> {
    return this.uow.run(() => this.put(groupId, year, meetings));
  }

  /** All of the meetings or none: 412 with the year as it stands now when one of them has another version. */
  private async put(groupId: string, year: number, sent: readonly PutMeeting[]): Promise<Rotation> {
    const meetings = sent.map(({ meetingId, version, entries }) => ({
      meetingId: meetingId.toLowerCase(),
      version,
      entries: entries.map(({ activityId, isPinned }) => ({ activityId: activityId.toLowerCase(), isPinned })),
    }));
    await this.rotations.hold(meetings.map(({ meetingId }) => meetingId));
    const stored = await this.load(groupId, year);
    const problems = putProblems(stored, meetings);
    if (problems.length > 0) throw invalid(problems);
    const versions = new Map(stored.meetings.map((meeting) => [meeting.id, meeting.version]));
    if (meetings.some(({ meetingId, version }) => versions.get(meetingId) !== version)) {
      throw stale(await this.shown(groupId, year));
    }
    const refusal = closedGroup(stored) ?? fixedMeeting(stored, meetings, this.clock.now());
    if (refusal) throw refused(refusal);
    await this.rotations.put(meetings);
    await this.audit.record(...meetings.map((meeting) => this.toAudit(stored, meeting)));
    return this.shown(groupId, year);
  }

  private toAudit(stored: StoredRotation, { meetingId, entries }: PutMeeting): AuditEntry {
    const before = stored.meetings.find(({ id }) => id === meetingId)?.entries.filter(({ isPlanned }) => isPlanned);
    return {
      action: 'update',
      entity: 'rotation',
      entityId: meetingId,
      before: referencesOf(stored, before ?? []),
      after: referencesOf(stored, entries),
    };
  }

  private async shown(groupId: string, year: number): Promise<Rotation> {
    return this.show(await this.see(groupId, year));
  }

  private async see(groupId: string, year: number): Promise<SeenRotation> {
    const stored = await this.load(groupId, year);
    const attention =
      stored.roundId === null
        ? new Map<string, never>()
        : await this.attention.find(stored.roundId, this.clock.today());
    return { stored, year, attention, now: this.clock.now() };
  }

  private async load(groupId: string, year: number): Promise<StoredRotation> {
    const stored = await this.rotations.find(groupId, year);
    if (!stored) throw notFound();
    return stored;
  }

  private show(seen: SeenRotation): Rotation {
    return toRotation(seen, requestContext().locale, isAllowed(currentSession().roles, 'group.manage'));
  }
}

/** As people name them, in the order of the plan: the record is to be read without looking ids up. */
function referencesOf(
  { activities }: StoredRotation,
  entries: readonly { readonly activityId: string; readonly isPinned: boolean }[],
): { readonly activities: readonly string[]; readonly pinned: readonly string[] } {
  const pinned = new Map(entries.map(({ activityId, isPinned }) => [activityId, isPinned]));
  const there = activities.filter(({ id }) => pinned.has(id));
  return {
    activities: there.map(({ reference }) => reference),
    pinned: there.filter(({ id }) => pinned.get(id)).map(({ reference }) => reference),
  };
}
