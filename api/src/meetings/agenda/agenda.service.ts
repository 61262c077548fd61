import { Injectable } from '@nestjs/common';
import type { AddAgendaItemsRequest, AgendaItemInput, Meeting, OrderAgendaRequest } from '@samhandling/contracts';
import type { AgendaItemOrigin, Label } from '@samhandling/domain';
import { Audit } from '../../platform/audit/audit.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { newId } from '../../platform/database/ids.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { invalid, stale } from '../../platform/http/problem-exception.ts';
import { currentSession } from '../../platform/http/request-context.ts';
import { PenService } from '../../walk-through/pen/pen.service.ts';
import { MeetingsRepository } from '../meetings.repository.ts';
import { MeetingsService } from '../meetings.service.ts';
import { demandWriting } from '../shared/meeting-rights.ts';
import type { MeetingStanding, StoredReason } from '../shared/stored.ts';
import { isAway, keyOf, subjectOf, subjectProblems } from './item-subjects.ts';
import { ItemsRepository, type NewItem, type PresentItem } from './items.repository.ts';
import { ProposalRepository } from './proposal.repository.ts';
import { ProposalService, type MadeProposal } from './proposal.service.ts';

const NOT_HERE: Label = { sv: 'Punkten finns inte på dagordningen.', en: 'The item is not on the agenda.' };

/** What is on an agenda, and in which order. */
@Injectable()
export class AgendaService {
  constructor(
    private readonly service: MeetingsService,
    private readonly meetings: MeetingsRepository,
    private readonly items: ItemsRepository,
    private readonly proposals: ProposalRepository,
    private readonly proposal: ProposalService,
    private readonly pen: PenService,
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** All or none. Without items it is what the server proposes, as far as the time goes. */
  add(meetingId: string, { items }: AddAgendaItemsRequest): Promise<Meeting> {
    return this.uow.run(async () => {
      const meeting = await this.open(meetingId);
      const made = await this.proposal.propose(meeting);
      const wanted = items ?? made.items.slice(0, made.fits).map((item) => inputOf(item, made));
      const present = await this.items.findPresent(meetingId);
      const known = await this.proposals.findKnown(meetingId, wanted.map(subjectOf));
      const problems = subjectProblems(wanted, known, present);
      if (problems.length > 0) throw invalid(problems);
      const all = wanted.map((input) => toNew(input, made, currentSession().personName));
      const before = new Map(present.flatMap((item) => (isAway(item) ? [[keyOf(item) ?? '', item] as const] : [])));
      const back = all.flatMap((item) => {
        const there = before.get(keyOf(item) ?? '-');
        return there ? [{ ...item, id: there.id }] : [];
      });
      const fresh = all.filter((item) => !before.has(keyOf(item) ?? '-'));
      await this.items.putBack(meetingId, back, this.clock.now());
      await this.items.create(meetingId, fresh, this.clock.now());
      await this.audit.record(...[...back, ...fresh].map((item) => toAudit(meetingId, item)));
      return this.service.get(meetingId);
    });
  }

  /** Every item on the agenda, in the order wanted. Where somebody has added one meanwhile, both versions are shown. */
  order(meetingId: string, version: number, { ids }: OrderAgendaRequest): Promise<Meeting> {
    return this.uow.run(async () => {
      const meeting = await this.open(meetingId);
      const current = await this.service.get(meetingId);
      if (meeting.version !== version) throw stale(current);
      const wanted = ids.map((id) => id.toLowerCase());
      const all = new Set(current.items.map(({ id }) => id));
      const unknown = wanted.flatMap((id, index) =>
        all.has(id) && wanted.indexOf(id) === index
          ? []
          : [{ pointer: `/ids/${index}`, code: 'unknown', reason: NOT_HERE }],
      );
      if (unknown.length > 0) throw invalid(unknown);
      const onAgenda = current.items.filter(({ number }) => number !== null).map(({ id }) => id);
      if (onAgenda.some((id) => !wanted.includes(id))) throw stale(current);
      const rest = current.items.map(({ id }) => id).filter((id) => !wanted.includes(id));
      await this.items.order(meetingId, [...wanted, ...rest]);
      if (!(await this.meetings.noteVersion(meetingId, version))) throw stale(await this.service.get(meetingId));
      await this.audit.record({
        action: 'order',
        entity: 'meeting',
        entityId: meetingId,
        before: { agenda: onAgenda },
        after: { agenda: wanted },
      });
      return this.service.get(meetingId);
    });
  }

  /** Refuses whoever may not write in the meeting, and holds it until the commit. */
  private async open(meetingId: string): Promise<MeetingStanding> {
    demandWriting(await this.service.findStanding(meetingId), currentSession());
    await this.pen.write(meetingId);
    return this.service.findStanding(meetingId);
  }
}

function inputOf(item: MadeProposal['items'][number], { titles }: MadeProposal): AgendaItemInput {
  const { kind, id } = item;
  return {
    kind,
    ...(kind === 'activity' && { activityId: id }),
    ...(kind === 'decision' && { decisionId: id }),
    ...(kind === 'action_point' && { actionPointId: id }),
    ...((kind === 'lift' || kind === 'answer') && { liftId: id }),
    ...(kind === 'free' && { title: titles.get(id) ?? '' }),
  };
}

/** With the reasons it was proposed for, or who added it. */
function toNew(input: AgendaItemInput, { items, titles }: MadeProposal, by: string): NewItem {
  const subject = subjectOf(input);
  const proposed = items.find(
    ({ kind, id }) =>
      kind === subject.kind &&
      (kind === 'free'
        ? titles.get(id) === subject.title
        : id === (subject.activityId ?? subject.decisionId ?? subject.actionPointId ?? subject.liftId)),
  );
  const reasons: readonly StoredReason[] = proposed?.reasons ?? [addedBy(by)];
  return { ...subject, id: newId(), minutes: input.minutes ?? null, reasons, origin: originOf(reasons) };
}

function originOf(reasons: readonly StoredReason[]): AgendaItemOrigin {
  const has = (code: StoredReason['code']): boolean => reasons.some((reason) => reason.code === code);
  if (has('added')) return 'added';
  if (has('postponed')) return 'postponed';
  return has('rotation') ? 'rotation' : 'proposed';
}

function addedBy(name: string): StoredReason {
  return { code: 'added', words: { sv: `Tillagd av ${name}.`, en: `Added by ${name}.` } };
}

function toAudit(meetingId: string, { id, ...item }: NewItem | (PresentItem & NewItem)) {
  const { kind, title, activityId, decisionId, actionPointId, liftId, minutes, origin } = item;
  return {
    action: 'create',
    entity: 'agenda_item',
    entityId: id,
    after: { meetingId, kind, title, activityId, decisionId, actionPointId, liftId, minutes, origin },
  };
}
