import { Injectable } from '@nestjs/common';
import type {
  Commitment,
  MemberInput,
  Organisation,
  OrganisationInput,
  OrganisationListItem,
  UpdateOrganisationRequest,
} from '@samhandling/contracts';
import { Audit } from '../platform/audit/audit.ts';
import { Clock } from '../platform/clock/clock.ts';
import { newId } from '../platform/database/ids.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import { notFound, refused, stale } from '../platform/http/problem-exception.ts';
import { CommitmentService } from '../plans/commitment/commitment.service.ts';
import { OrganisationRules } from './organisation-rules.ts';
import { OrganisationsRepository, type OrganisationFields } from './organisations.repository.ts';

@Injectable()
export class OrganisationsService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly organisations: OrganisationsRepository,
    private readonly rules: OrganisationRules,
    private readonly commitments: CommitmentService,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  list(): Promise<OrganisationListItem[]> {
    return this.uow.read(() => this.organisations.findList());
  }

  get(id: string): Promise<Organisation> {
    return this.uow.read(() => this.load(id));
  }

  getCommitment(id: string, round: string | undefined): Promise<Commitment> {
    return this.uow.read(async () => ({
      organisation: await this.load(id),
      plans: await this.commitments.list(id, round),
    }));
  }

  create(input: OrganisationInput): Promise<Organisation> {
    return this.uow.run(async () => {
      const id = newId();
      const fields = tidy({
        name: input.name,
        kind: input.kind,
        aliases: [...(input.aliases ?? [])],
        municipalityCode: input.municipalityCode ?? null,
      });
      const members = once(
        input.members ?? (input.memberIds ?? []).map((member) => ({ id: member, from: null, to: null })),
      );
      await this.rules.check(id, fields, members, input.members ? '/members' : '/memberIds');
      await this.organisations.create(id, fields);
      if (members.length > 0) await this.organisations.addMembers(id, members);
      const created = await this.load(id);
      await this.audit.record({ action: 'create', entity: 'organisation', entityId: id, after: auditOf(created) });
      return created;
    });
  }

  update(id: string, version: number, patch: UpdateOrganisationRequest): Promise<Organisation> {
    return this.uow.run(async () => {
      const before = await this.load(id);
      if (before.version !== version) throw stale(before);
      const fields = tidy({
        name: patch.name ?? before.name,
        kind: patch.kind ?? before.kind,
        aliases: [...(patch.aliases ?? before.aliases)],
        municipalityCode: patch.municipalityCode === undefined ? before.municipalityCode : patch.municipalityCode,
      });
      const members = this.membersAfter(before, patch);
      await this.rules.check(id, fields, members, patch.members ? '/members' : '/memberIds');
      if (!(await this.organisations.update(id, version, fields))) throw stale(await this.load(id));
      await this.replaceMembers(id, before.members, members);
      const after = await this.load(id);
      await this.audit.record({
        action: 'update',
        entity: 'organisation',
        entityId: id,
        before: auditOf(before),
        after: auditOf(after),
      });
      return after;
    });
  }

  delete(id: string, version: number): Promise<void> {
    return this.uow.run(async () => {
      const before = await this.load(id);
      if (before.version !== version) throw stale(before);
      const { activities, collectives, roles } = await this.organisations.findUse(id);
      if (activities + collectives + roles > 0) {
        throw refused({
          sv: `${before.name} används och kan inte tas bort: ${activities} i aktiviteter, ${collectives} i grupper av organisationer, ${roles} i roller.`,
          en: `${before.name} is in use and cannot be deleted: ${activities} in activities, ${collectives} in collectives, ${roles} in roles.`,
        });
      }
      if (!(await this.organisations.delete(id, version))) throw stale(await this.load(id));
      await this.audit.record({ action: 'delete', entity: 'organisation', entityId: id, before: auditOf(before) });
    });
  }

  /** Who is named by id alone keeps their days, or is a member from today. */
  private membersAfter(before: Organisation, { members, memberIds }: UpdateOrganisationRequest): MemberInput[] {
    if (members) return once(members);
    const had = before.members.map(({ id, from, to }) => ({ id, from, to }));
    if (!memberIds) return had;
    const today = this.clock.today();
    return once(memberIds.map((id) => had.find((member) => member.id === id) ?? { id, from: today, to: null }));
  }

  private async replaceMembers(
    id: string,
    had: readonly MemberInput[],
    members: readonly MemberInput[],
  ): Promise<void> {
    const today = this.clock.today();
    const before = new Map(had.map((member) => [member.id, member]));
    const left = had.filter((member) => !members.some((one) => one.id === member.id)).map((member) => member.id);
    const came = members.filter((member) => !before.has(member.id));
    const changed = members.filter((member) => {
      const was = before.get(member.id);
      return was !== undefined && (was.from !== member.from || was.to !== member.to);
    });
    if (left.length > 0) await this.organisations.endMembers(id, left, today);
    if (came.length > 0) await this.organisations.addMembers(id, came);
    if (changed.length > 0) await this.organisations.changeMembers(id, changed, today);
  }

  private async load(id: string): Promise<Organisation> {
    const organisation = await this.organisations.find(id, this.clock.today());
    if (!organisation)
      throw notFound({
        sv: 'Organisationen finns inte, eller så har du inte tillgång till den.',
        en: 'The organisation does not exist, or you have no access to it.',
      });
    return organisation;
  }
}

/** Names without space around, aliases once each and never the name itself. */
function tidy(fields: OrganisationFields): OrganisationFields {
  const name = fields.name.trim();
  const seen = new Set([name.toLocaleLowerCase('sv')]);
  const aliases = fields.aliases
    .map((alias) => alias.trim())
    .filter((alias) => {
      const key = alias.toLocaleLowerCase('sv');
      if (alias === '' || seen.has(key)) return false;
      seen.add(key);
      return true;
    });
  return { ...fields, name, aliases };
}

function auditOf({ name, kind, aliases, municipalityCode, members }: Organisation): Record<string, unknown> {
  return { name, kind, aliases, municipalityCode, members: members.map(memberWords) };
}

/** With days where there are some, so that the log says when. */
function memberWords({ name, from, to }: Organisation['members'][number]): string {
  return from === null && to === null ? name : `${name} (${from ?? ''}–${to ?? ''})`;
}

function once(members: readonly MemberInput[]): MemberInput[] {
  return [...new Map(members.map((member) => [member.id, member])).values()];
}
