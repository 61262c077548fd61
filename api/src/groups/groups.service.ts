import { Injectable } from '@nestjs/common';
import type { Group, GroupChoices, GroupInput, GroupList, UpdateGroupRequest } from '@samhandling/contracts';
import { isAllowed, type Label } from '@samhandling/domain';
import { Audit } from '../platform/audit/audit.ts';
import { Clock } from '../platform/clock/clock.ts';
import { newId } from '../platform/database/ids.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import { invalid, notFound, refused, stale } from '../platform/http/problem-exception.ts';
import { currentSession } from '../platform/http/request-context.ts';
import { toGroup } from './group.mapper.ts';
import { fieldsOf, groupProblems, NEW_GROUP, readGroup } from './group-rules.ts';
import { GroupsRepository, type GroupFields, type StoredGroup } from './groups.repository.ts';

const IS_CLOSED: Label = {
  sv: 'Gruppen är avslutad. Öppna den igen om den ska ändras.',
  en: 'The group is closed. Reopen it to change it.',
};

/** Groups of a plan. A group that has met is never taken away; it is closed, with what it achieved. */
@Injectable()
export class GroupsService {
  constructor(
    private readonly groups: GroupsRepository,
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  list(slug: string): Promise<GroupList> {
    return this.uow.read(async () => {
      const found = await this.groups.findOfPlan(slug, this.clock.now(), this.clock.today());
      if (!found) throw notFound();
      return { ...found, mayCreate: isAllowed(currentSession().roles, 'group.manage') };
    });
  }

  getChoices(slug: string): Promise<GroupChoices> {
    return this.uow.read(async () => {
      const choices = await this.groups.findChoices(slug);
      if (!choices) throw notFound();
      // Addresses are for whoever puts people in groups.
      return isAllowed(currentSession().roles, 'group.manage') ? choices : { ...choices, people: [] };
    });
  }

  /** The group as this person sees it. Inside a unit of work, it is the group as the work has left it. */
  get(id: string): Promise<Group> {
    return this.uow.read(async () => this.show(await this.load(id)));
  }

  create(slug: string, input: GroupInput): Promise<Group> {
    return this.uow.run(async () => {
      const plan = await this.groups.findPlan(slug);
      if (!plan) throw notFound();
      const fields = readGroup(input, { ...NEW_GROUP, name: input.name, kind: input.kind });
      await this.check(plan.id, null, fields, null);
      const id = newId();
      await this.groups.create(id, plan.id, fields);
      await this.audit.record({ action: 'create', entity: 'work_group', entityId: id, after: { ...fields } });
      return this.get(id);
    });
  }

  update(id: string, version: number, request: UpdateGroupRequest): Promise<Group> {
    return this.uow.run(async () => {
      const stored = await this.hold(id);
      if (stored.version !== version) throw stale(this.show(stored));
      if (stored.closedOn !== null) throw refused(IS_CLOSED);
      const before = fieldsOf(stored);
      const fields = readGroup(request, before);
      await this.check(stored.plan.id, id, fields, before);
      if (!(await this.groups.update(id, version, fields))) throw stale(await this.get(id));
      await this.audit.record({
        action: 'update',
        entity: 'work_group',
        entityId: id,
        before: { ...before },
        after: { ...fields },
      });
      return this.get(id);
    });
  }

  /** The group, held until the commit: one at a time changes who is in it and when it meets. */
  async hold(id: string): Promise<StoredGroup> {
    if (!(await this.groups.lock(id))) throw notFound();
    return this.load(id);
  }

  show(group: StoredGroup): Group {
    return toGroup(group, currentSession(), this.clock.today());
  }

  private async load(id: string): Promise<StoredGroup> {
    const group = await this.groups.find(id, this.clock.now());
    if (!group) throw notFound();
    return group;
  }

  private async check(
    planId: string,
    groupId: string | null,
    fields: GroupFields,
    stored: GroupFields | null,
  ): Promise<void> {
    const problems = groupProblems(fields, stored, await this.groups.findNamed(planId, groupId, fields));
    if (problems.length > 0) throw invalid(problems);
  }
}
