import { Injectable } from '@nestjs/common';
import type { AgendaItem, AgendaItemTransitionRequest } from '@samhandling/contracts';
import {
  AGENDA_ITEM_GUARD_REASONS,
  AGENDA_ITEM_STATE_LABELS,
  AGENDA_ITEM_TRANSITION_LABELS,
  AGENDA_ITEM_WORKFLOW,
  dayOf,
  formatDay,
  takeTransition,
  type AgendaItemState,
  type Label,
} from '@samhandling/domain';
import { Audit } from '../../platform/audit/audit.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { newId } from '../../platform/database/ids.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { invalid, refused, stale } from '../../platform/http/problem-exception.ts';
import { isAway, keyOf } from './item-subjects.ts';
import { ItemsRepository, type FoundItem, type ItemSubject } from './items.repository.ts';
import { ItemsService } from './items.service.ts';
import { ParkingRepository } from './parking.repository.ts';

const NO_SUCH_MEETING: Label = {
  sv: 'Välj ett kommande möte i samma grupp.',
  en: 'Choose a coming meeting of the same group.',
};
const PARKED_IN_THE_PAST: Label = {
  sv: 'Sista dagen kan inte ligga före i dag.',
  en: 'The last day cannot be before today.',
};

/** What becomes of an item. What is put off goes to a later agenda; what is parked is left alone until its day. */
@Injectable()
export class ItemTransitionsService {
  constructor(
    private readonly service: ItemsService,
    private readonly items: ItemsRepository,
    private readonly parkings: ParkingRepository,
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  transition(id: string, version: number, request: AgendaItemTransitionRequest): Promise<AgendaItem> {
    return this.uow.run(async () => {
      const found = await this.service.open(id, version);
      const reason = request.reason?.trim() ?? '';
      const to = nextState(found, request, reason);
      const target = to === 'postponed' ? await this.findTarget(found, request.postponeToId) : null;
      if (found.item.state === 'postponed' || found.item.state === 'parked') await this.takeBack(found);
      const at = to === 'waiting' ? null : this.clock.now();
      const done = await this.items.setState(id, version, to, { at, reason, postponedToId: target });
      if (!done) throw stale(this.service.show(await this.service.load(id)));
      if (target !== null) await this.putOff(found, target);
      if (to === 'parked') await this.park(found, reason, request.parkUntil);
      await this.audit.record({
        action: request.transition,
        entity: 'agenda_item',
        entityId: id,
        before: { state: found.item.state, stateReason: found.item.stateReason },
        after: { state: to, stateReason: reason, ...(target !== null && { postponedToId: target }) },
      });
      return this.service.show(await this.service.load(id));
    });
  }

  /** Null when there is no later meeting: the item is remembered until there is one. */
  private async findTarget({ meeting }: FoundItem, wanted: string | undefined): Promise<string | null> {
    const later = await this.items.findLater(meeting.id);
    if (wanted === undefined) return later[0] ?? null;
    const target = wanted.toLowerCase();
    if (!later.includes(target))
      throw invalid([{ pointer: '/postponeToId', code: 'unknown', reason: NO_SUCH_MEETING }]);
    return target;
  }

  private async putOff({ item, meeting }: FoundItem, target: string): Promise<void> {
    const now = this.clock.now();
    await this.items.tell(target);
    const subject = subjectOf(item);
    const on = dayOf(meeting.startsAt);
    const reasons = [
      {
        code: 'postponed' as const,
        words: {
          sv: `Bordlades på mötet ${formatDay(on, 'sv')}.`,
          en: `Was postponed at the meeting of ${formatDay(on, 'en')}.`,
        },
      },
      ...item.storedReasons.filter(({ code }) => code !== 'postponed'),
    ];
    const key = keyOf(subject);
    const present = (await this.items.findPresent(target)).find((other) => key !== null && keyOf(other) === key);
    if (!present) {
      const fresh = { ...subject, id: newId(), minutes: item.storedMinutes, origin: 'postponed' as const, reasons };
      await this.items.create(target, [fresh], now);
    } else if (isAway(present)) {
      await this.items.putBack(target, [{ id: present.id, origin: 'postponed', reasons }], now);
    }
  }

  private async park({ item, meeting }: FoundItem, reason: string, until: string | undefined): Promise<void> {
    const activityId = item.activity?.id ?? '';
    const today = this.clock.today();
    if (until !== undefined && until < today)
      throw invalid([{ pointer: '/parkUntil', code: 'days', reason: PARKED_IN_THE_PAST }]);
    await this.parkings.put(newId(), meeting.group.id, activityId, reason, until ?? null, today);
    await this.audit.record({
      action: 'create',
      entity: 'activity_parking',
      entityId: activityId,
      after: { groupId: meeting.group.id, activityId, reason, untilDay: until ?? null },
    });
  }

  /** What putting it off or parking it did beside the item itself. */
  private async takeBack({ item, meeting }: FoundItem): Promise<void> {
    if (item.state === 'postponed' && item.postponedTo !== null) {
      await this.items.tell(item.postponedTo.id);
      await this.items.deletePostponed(item.postponedTo.id, subjectOf(item));
    }
    if (item.state !== 'parked' || !item.activity) return;
    const gone = await this.parkings.delete(meeting.group.id, item.activity.id);
    if (!gone) return;
    await this.audit.record({
      action: 'delete',
      entity: 'activity_parking',
      entityId: item.activity.id,
      before: { groupId: meeting.group.id, activityId: item.activity.id, reason: gone.reason },
    });
  }
}

function subjectOf(item: FoundItem['item']): ItemSubject {
  return {
    kind: item.kind,
    title: item.storedTitle,
    activityId: item.activity?.id ?? null,
    decisionId: item.decision?.id ?? null,
    actionPointId: item.actionPoint?.id ?? null,
    liftId: item.lift?.id ?? null,
  };
}

/** The state the transition leads to, or the problem that says in words why it is refused. */
function nextState({ item }: FoundItem, { transition }: AgendaItemTransitionRequest, reason: string): AgendaItemState {
  const answers = { is_activity: item.kind === 'activity', has_reason: reason !== '' };
  const result = takeTransition(AGENDA_ITEM_WORKFLOW, item.state, transition, answers);
  if (result.allowed) return result.to;
  if (result.reason === 'guard') {
    if (result.failed.includes('is_activity')) throw refused(AGENDA_ITEM_GUARD_REASONS.is_activity);
    throw invalid([{ pointer: '/reason', code: 'has_reason', reason: AGENDA_ITEM_GUARD_REASONS.has_reason }]);
  }
  const [action, state] = [AGENDA_ITEM_TRANSITION_LABELS[transition], AGENDA_ITEM_STATE_LABELS[item.state]];
  throw refused({
    sv: `”${action.sv}” går inte: punkten är ${state.sv.toLocaleLowerCase('sv')}.`,
    en: `“${action.en}” is not possible: the item is ${state.en.toLocaleLowerCase('en')}.`,
  });
}
