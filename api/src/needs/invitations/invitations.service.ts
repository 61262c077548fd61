import { Inject, Injectable } from '@nestjs/common';
import {
  pages,
  type CreatedNeedsLink,
  type NeedsInvitation,
  type NeedsInvitationList,
  type NeedsLinkUse,
  type NeedsRemindersSent,
} from '@samhandling/contracts';
import { kindGroups, type Locale } from '@samhandling/domain';
import { Audit } from '../../platform/audit/audit.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { ENVIRONMENT } from '../../platform/config/environment.token.ts';
import { Environment } from '../../platform/config/environment.ts';
import { hashOf, newSecret } from '../../platform/crypto/secrets.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { notFound, refused, stale } from '../../platform/http/problem-exception.ts';
import { requestContext } from '../../platform/http/request-context.ts';
import { Jobs } from '../../platform/jobs/jobs.ts';
import { isOnItsWay } from '../../platform/mail/letter-state.ts';
import { siteIn } from '../../platform/mail/write-letter.ts';
import { InvitationsRepository, type StoredInvitation } from './invitations.repository.ts';
import { NOBODY_LEFT, NOT_OPEN, ONLY_BY_LETTER, REVOKED } from './link-words.ts';

export interface NeedsLetterJob {
  readonly countyId: string;
  readonly invitationId: string;
}

/** Who is asked, their links, and the letters they come in. What they answer is not known here. */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly invitations: InvitationsRepository,
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  list(inventoryId: string): Promise<NeedsInvitationList> {
    return this.uow.read(async () => ({ items: (await this.all(inventoryId)).map(shown) }));
  }

  listUses(id: string): Promise<readonly NeedsLinkUse[]> {
    return this.uow.read(async () => {
      await this.load(id);
      return this.invitations.findUses(id);
    });
  }

  /** Asks everybody who is in the group today. In the unit of work under way, with the opening. */
  async inviteAll(inventoryId: string): Promise<void> {
    const members = await this.invitations.findMembers(inventoryId, this.clock.today());
    const groups = kindGroups(members.map(({ kind }) => kind));
    const withGroups = members.map((member) => ({ ...member, kindGroup: groups.get(member.kind) ?? null }));
    await this.sendLetters(await this.invitations.create(inventoryId, withGroups));
  }

  /** Letters to those who are left, or to some of them; never to those who have answered. */
  remind(inventoryId: string, only: readonly string[] | null): Promise<NeedsRemindersSent> {
    return this.uow.run(async () => {
      const all = await this.all(inventoryId);
      if (only?.some((id) => !all.some((each) => each.id === id))) throw notFound();
      const [first] = all;
      if (!first || !this.takesAnswers(first)) throw refused(NOT_OPEN);
      const left = all
        .filter(({ id }) => only?.includes(id) ?? true)
        .filter(({ hasAnswered, isRevoked, letterState }) => !hasAnswered && !isRevoked && !isOnItsWay(letterState));
      if (left.length === 0) throw refused(NOBODY_LEFT);
      const reachable = left.filter(({ email }) => email !== '').map(({ id }) => id);
      await this.invitations.markWaiting(reachable);
      await this.sendLetters(reachable);
      await this.audit.record({
        action: 'remind',
        entity: 'needs_inventory',
        entityId: inventoryId,
        after: { letters: reachable.length },
      });
      return {
        sent: reachable.length,
        withoutAddress: left.filter(({ email }) => email === '').map(({ name }) => name),
      };
    });
  }

  /** A link to hand over in another way than by letter, told once. The one before stops working. */
  createLink(id: string): Promise<CreatedNeedsLink> {
    return this.uow.run(async () => {
      await this.invitations.hold(id);
      const before = await this.load(id);
      if (!this.takesAnswers(before)) throw refused(NOT_OPEN);
      if (before.isRevoked) throw refused(REVOKED);
      // Whoever knows the link can read what is answered by it.
      if (before.isAnonymous) throw refused(ONLY_BY_LETTER);
      const token = newSecret();
      await this.invitations.giveToken(id, hashOf(token));
      await this.audit.record({ action: 'create_link', entity: 'needs_invitation', entityId: id });
      return { invitation: shown(await this.load(id)), url: this.urlOf(token, 'sv') };
    });
  }

  revoke(id: string, version: number, reason: string): Promise<NeedsInvitation> {
    return this.uow.run(async () => {
      const before = await this.load(id);
      if (before.version !== version) throw stale(shown(before));
      if (before.isRevoked) throw refused(REVOKED);
      if (!(await this.invitations.revoke(id, version, reason, this.clock.now())))
        throw stale(shown(await this.load(id)));
      await this.audit.record({
        action: 'revoke',
        entity: 'needs_invitation',
        entityId: id,
        before: { isRevoked: false },
        after: { isRevoked: true, reason },
      });
      return shown(await this.load(id));
    });
  }

  urlOf(token: string, locale: Locale): string {
    return `${siteIn(locale, this.environment.PUBLIC_URL)}${pages.answerNeeds(token)}`;
  }

  takesAnswers({ state, due }: Pick<StoredInvitation, 'state' | 'due'>): boolean {
    return state === 'open' && due >= this.clock.today();
  }

  private async sendLetters(ids: readonly string[]): Promise<void> {
    const countyId = requestContext().session?.countyId ?? '';
    for (const invitationId of ids) {
      const data: NeedsLetterJob = { countyId, invitationId };
      await this.jobs.send('needs-letter', data, { key: invitationId });
    }
  }

  private async all(inventoryId: string): Promise<readonly StoredInvitation[]> {
    const all = await this.invitations.findAll(inventoryId);
    if (!all) throw notFound();
    return all;
  }

  private async load(id: string): Promise<StoredInvitation> {
    const invitation = await this.invitations.find(id);
    if (!invitation) throw notFound();
    return invitation;
  }
}

function shown({
  id,
  version,
  name,
  email,
  organisation,
  letters,
  lastLetterAt,
  letterState,
  letterError,
  hasOpened,
  hasAnswered,
  isRevoked,
  revokedReason,
}: StoredInvitation): NeedsInvitation {
  return {
    id,
    version,
    name,
    email,
    organisation,
    letters,
    lastLetterAt,
    letterState,
    letterError,
    hasOpened,
    hasAnswered,
    isRevoked,
    revokedReason,
  };
}
