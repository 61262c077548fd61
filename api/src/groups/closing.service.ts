import { Injectable } from '@nestjs/common';
import type { Group, GroupTransitionRequest } from '@samhandling/contracts';
import { formatDay, type Label } from '@samhandling/domain';
import { CancellingService } from '../meetings/calling/cancelling.service.ts';
import { Audit } from '../platform/audit/audit.ts';
import { Clock } from '../platform/clock/clock.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import { invalid, refused, stale } from '../platform/http/problem-exception.ts';
import { GroupsRepository, type StoredGroup } from './groups.repository.ts';
import { GroupsService } from './groups.service.ts';

const CLOSED_ALREADY: Label = { sv: 'Gruppen är redan avslutad.', en: 'The group is closed already.' };
const OPEN_ALREADY: Label = { sv: 'Gruppen är inte avslutad.', en: 'The group is not closed.' };
const RESULT_MISSING: Label = {
  sv: 'Skriv vad gruppen har åstadkommit innan den avslutas.',
  en: 'Write what the group has achieved before it is closed.',
};

/** Closes a group, with what it achieved, and opens it again. What it had ahead of it is cancelled in the same transaction. */
@Injectable()
export class ClosingService {
  constructor(
    private readonly service: GroupsService,
    private readonly groups: GroupsRepository,
    private readonly meetings: CancellingService,
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  transition(id: string, version: number, request: GroupTransitionRequest): Promise<Group> {
    return this.uow.run(async () => {
      const group = await this.service.hold(id);
      if (group.version !== version) throw stale(this.service.show(group));
      return request.transition === 'close' ? this.close(group, request) : this.reopen(group);
    });
  }

  private async close(group: StoredGroup, request: GroupTransitionRequest): Promise<Group> {
    if (group.closedOn !== null) throw refused(CLOSED_ALREADY);
    const today = this.clock.today();
    const closedOn = request.closedOn ?? today;
    const result = request.result?.trim() || group.result;
    if (result === '') throw invalid([{ pointer: '/result', code: 'missing', reason: RESULT_MISSING }]);
    if (closedOn > today) throw invalid([{ pointer: '/closedOn', code: 'day_in_future', reason: notAhead(today) }]);
    const cancelled = await this.meetings.cancelAhead(group.id, 'Gruppen är avslutad.');
    await this.set(group, closedOn, result, 'close', { cancelledMeetings: cancelled });
    return { ...(await this.service.get(group.id)), cancelled };
  }

  private async reopen(group: StoredGroup): Promise<Group> {
    if (group.closedOn === null) throw refused(OPEN_ALREADY);
    await this.set(group, null, group.result, 'reopen', {});
    return this.service.get(group.id);
  }

  private async set(
    { id, version, closedOn, result }: StoredGroup,
    nowClosedOn: string | null,
    nowResult: string,
    action: string,
    more: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    if (!(await this.groups.setClosed(id, version, nowClosedOn, nowResult))) throw stale(await this.service.get(id));
    await this.audit.record({
      action,
      entity: 'work_group',
      entityId: id,
      before: { closedOn, result },
      after: { closedOn: nowClosedOn, result: nowResult, ...more },
    });
  }
}

function notAhead(today: string): Label {
  return {
    sv: `En grupp avslutas senast i dag, ${formatDay(today, 'sv')}.`,
    en: `A group is closed today, ${formatDay(today, 'en')}, at the latest.`,
  };
}
