import { Injectable, Logger } from '@nestjs/common';
import type { Id } from '@samhandling/contracts';
import type { HeldRole } from '@samhandling/domain';
import { Audit } from '../platform/audit/audit.ts';
import type { ClaimedRole, ProviderSettings } from '../platform/config/sign-in-file.ts';
import { ClaimedRolesRepository } from './claimed-roles.repository.ts';
import type { Claims } from './provider-client.service.ts';

/** Roles out of claims, where the operator has set it so: given and taken back at each sign-in, and every change recorded. */
@Injectable()
export class ClaimedRolesService {
  private readonly logger = new Logger('ClaimedRoles');

  constructor(
    private readonly roles: ClaimedRolesRepository,
    private readonly audit: Audit,
  ) {}

  /** In a unit of work of the person. Roles that somebody has given by hand are neither taken nor doubled. */
  async settle(provider: ProviderSettings, claims: Claims, personId: Id): Promise<void> {
    if (provider.rolesFrom !== 'claims') return;
    const wanted = new Map<Id, ClaimedRole[]>();
    for (const role of rolesOf(provider, claims)) {
      const countyId = await this.roles.findCounty(role.county);
      if (countyId) wanted.set(countyId, [...(wanted.get(countyId) ?? []), role]);
      else this.logger.warn(`Provider ${provider.id} gives a role in county ${role.county}, which does not exist.`);
    }
    for (const countyId of new Set([...wanted.keys(), ...(await this.roles.findCountiesOf(provider.id))])) {
      await this.roles.enterCounty(countyId);
      await this.settleCounty(provider.id, wanted.get(countyId) ?? [], personId);
    }
    await this.roles.enterCounty(null);
  }

  private async settleCounty(provider: string, wanted: readonly ClaimedRole[], personId: Id): Promise<void> {
    const held: HeldRole[] = [];
    for (const claimed of wanted) {
      const role = await this.place(claimed);
      if (role) held.push(role);
    }
    const given = await this.roles.findGiven(provider);
    for (const role of given) {
      if (held.some((each) => isSame(each, role))) continue;
      await this.roles.remove(role.id);
      await this.audit.record({
        action: 'remove',
        entity: 'role_assignment',
        entityId: personId,
        before: described(role, provider),
      });
    }
    for (const role of held) {
      if (given.some((each) => isSame(each, role)) || !(await this.roles.add(role, provider))) continue;
      await this.audit.record({
        action: 'add',
        entity: 'role_assignment',
        entityId: personId,
        after: described(role, provider),
      });
    }
  }

  /** Null: the county has no such organisation or municipality, so there is nothing to hold the role for. */
  private async place({ role, organisation, municipality, county }: ClaimedRole): Promise<HeldRole | null> {
    const organisationId = organisation === null ? null : await this.roles.findOrganisation(organisation);
    const isThere =
      (organisation === null || organisationId !== null) &&
      (municipality === null || (await this.roles.hasMunicipality(municipality)));
    if (!isThere) this.logger.warn(`A mapped ${role} in county ${county} has no such organisation or municipality.`);
    return isThere ? { role, organisationId, municipalityCode: municipality } : null;
  }
}

/** The roles the values of the claim give. A claim that is missing gives none. */
export function rolesOf({ roleClaim, roleMap }: ProviderSettings, claims: Claims): ClaimedRole[] {
  const claim = Object.hasOwn(claims, roleClaim) ? claims[roleClaim] : [];
  const values = (Array.isArray(claim) ? claim : [claim]).filter((value) => typeof value === 'string');
  const found = [...new Set(values)].flatMap((value) => (Object.hasOwn(roleMap, value) ? (roleMap[value] ?? []) : []));
  return found.filter((role, at) => found.findIndex((each) => JSON.stringify(each) === JSON.stringify(role)) === at);
}

function isSame(left: HeldRole, right: HeldRole): boolean {
  return (
    left.role === right.role &&
    left.organisationId === right.organisationId &&
    left.municipalityCode === right.municipalityCode
  );
}

function described({ role, organisationId, municipalityCode }: HeldRole, provider: string): Record<string, unknown> {
  return {
    role,
    ...(organisationId && { organisationId }),
    ...(municipalityCode && { municipality: municipalityCode }),
    provider,
  };
}
