import { Injectable } from '@nestjs/common';
import type { GroupMember, GroupMemberInput, UpdateGroupMemberRequest } from '@samhandling/contracts';
import type { Label } from '@samhandling/domain';
import { Audit } from '../../platform/audit/audit.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { newId } from '../../platform/database/ids.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { invalid, notFound, refused, stale } from '../../platform/http/problem-exception.ts';
import { toMember } from '../group.mapper.ts';
import type { StoredGroup, StoredMember } from '../groups.repository.ts';
import { GroupsService } from '../groups.service.ts';
import { fieldsOf, memberProblems, readMember } from './member-rules.ts';
import { MembersRepository, type MemberFields } from './members.repository.ts';

const IS_CLOSED: Label = {
  sv: 'Gruppen är avslutad. Öppna den igen om någon ska läggas till.',
  en: 'The group is closed. Reopen it to add somebody.',
};
const STANDS_IN_A_MEETING: Label = {
  sv: 'Personen står i ett möte eller har en ersättare och kan inte tas bort. Ge en sista dag i gruppen i stället.',
  en: 'The person stands in a meeting or has a substitute, and cannot be deleted. Give a last day in the group instead.',
};

/** Who is in a group, from which day to which. The group is held meanwhile, so that two never make a second chair. */
@Injectable()
export class MembersService {
  constructor(
    private readonly groups: GroupsService,
    private readonly members: MembersRepository,
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  add(groupId: string, input: GroupMemberInput): Promise<GroupMember> {
    return this.uow.run(async () => {
      const group = await this.groups.hold(groupId);
      if (group.closedOn !== null) throw refused(IS_CLOSED);
      const { organisationId, role, fromDay } = input;
      const empty = { personId: null, name: '', email: '', substituteForId: null, toDay: null };
      const fields = await this.check(null, readMember(input, { ...empty, organisationId, role, fromDay }), group);
      const id = newId();
      await this.members.create(id, groupId, fields);
      await this.audit.record({
        action: 'create',
        entity: 'group_member',
        entityId: id,
        after: { groupId, ...fields },
      });
      return toMember(await this.load(id), this.clock.today());
    });
  }

  update(id: string, version: number, request: UpdateGroupMemberRequest): Promise<GroupMember> {
    return this.uow.run(async () => {
      const { member, group } = await this.hold(id);
      if (member.version !== version) throw stale(toMember(member, this.clock.today()));
      const before = fieldsOf(member);
      const fields = await this.check(id, readMember(request, before), group);
      if (!(await this.members.update(id, version, fields)))
        throw stale(toMember(await this.load(id), this.clock.today()));
      await this.audit.record({
        action: 'update',
        entity: 'group_member',
        entityId: id,
        before: { ...before },
        after: { ...fields },
      });
      return toMember(await this.load(id), this.clock.today());
    });
  }

  /** For somebody who was entered by mistake. */
  delete(id: string, version: number): Promise<void> {
    return this.uow.run(async () => {
      const { member } = await this.hold(id);
      if (member.version !== version) throw stale(toMember(member, this.clock.today()));
      if (await this.members.isInUse(id)) throw refused(STANDS_IN_A_MEETING);
      if (!(await this.members.delete(id, version))) throw stale(toMember(await this.load(id), this.clock.today()));
      await this.audit.record({
        action: 'delete',
        entity: 'group_member',
        entityId: id,
        before: { groupId: member.groupId, ...fieldsOf(member) },
      });
    });
  }

  private async hold(id: string): Promise<{ readonly member: StoredMember; readonly group: StoredGroup }> {
    const group = await this.groups.hold((await this.load(id)).groupId);
    return { group, member: await this.load(id) };
  }

  private async load(id: string): Promise<StoredMember> {
    const member = await this.members.find(id);
    if (!member) throw notFound();
    return member;
  }

  /** The fields as they are stored: somebody with an account has the name and address of the account. */
  private async check(id: string | null, fields: MemberFields, { members }: StoredGroup): Promise<MemberFields> {
    const named = await this.members.findNamed(fields);
    const problems = memberProblems(id, fields, named, members);
    if (problems.length > 0) throw invalid(problems);
    return named.person ? { ...fields, ...named.person } : fields;
  }
}
