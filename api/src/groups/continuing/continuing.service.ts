import { Injectable } from '@nestjs/common';
import type { ContinueGroupRequest, Group } from '@samhandling/contracts';
import type { Label } from '@samhandling/domain';
import { Audit } from '../../platform/audit/audit.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { newId } from '../../platform/database/ids.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { invalid, refused } from '../../platform/http/problem-exception.ts';
import { ClosingService } from '../closing.service.ts';
import type { StoredGroup } from '../groups.repository.ts';
import { GroupsService } from '../groups.service.ts';
import { ContinuingRepository, type CopiedMember } from './continuing.repository.ts';

const UNKNOWN: Label = { sv: 'Planen finns inte.', en: 'The plan does not exist.' };
const NOT_AFTER: Label = {
  sv: 'En grupp går vidare till en plan som kommer efter den egna och inte är avslutad.',
  en: 'A group goes on into a plan that comes after its own and is not closed.',
};

/** Takes a group along into the plan that follows (ADR 30). */
@Injectable()
export class ContinuingService {
  constructor(
    private readonly groups: GroupsService,
    private readonly continuing: ContinuingRepository,
    private readonly closing: ClosingService,
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** The new group. With a result, the old one is closed today in the same transaction. Two at once: the second is told where. */
  continue(id: string, { planId, result }: ContinueGroupRequest): Promise<Group> {
    return this.uow.run(async () => {
      const group = await this.groups.hold(id);
      if (group.continuesIn) throw refused(goneAlready(group.continuesIn.plan.title));
      const plan = await this.continuing.findPlan(planId, id);
      if (!plan) throw invalid([{ pointer: '/planId', code: 'unknown', reason: UNKNOWN }]);
      if (!plan.follows) throw invalid([{ pointer: '/planId', code: 'not_after', reason: NOT_AFTER }]);
      const made = newId();
      await this.continuing.copyGroup(made, id, plan.id);
      const members = await this.continuing.copyMembers(made, id, this.clock.today());
      const below = await this.continuing.followAbove(made, id, plan.id);
      await this.record(group, made, plan.id, members, below);
      if (result !== undefined && group.closedOn === null)
        await this.closing.transition(id, group.version, { transition: 'close', result });
      return this.groups.get(made);
    });
  }

  private async record(
    group: StoredGroup,
    made: string,
    planId: string,
    members: readonly CopiedMember[],
    below: readonly string[],
  ): Promise<void> {
    await this.audit.record(
      {
        action: 'continue',
        entity: 'work_group',
        entityId: made,
        after: { name: group.name, planId, continuesId: group.id },
      },
      ...members.map(({ id, ...member }) => ({
        action: 'create',
        entity: 'group_member',
        entityId: id,
        after: { groupId: made, ...member },
      })),
      ...below.map((entityId) => ({
        action: 'update',
        entity: 'work_group',
        entityId,
        before: { reportsToId: group.id },
        after: { reportsToId: made },
      })),
    );
  }
}

function goneAlready(plan: string): Label {
  return {
    sv: `Gruppen har redan gått vidare till ${plan}.`,
    en: `The group has gone on into ${plan} already.`,
  };
}
