import { Injectable } from '@nestjs/common';
import type { LetterState, NeedsInvitation, NeedsLinkUse } from '@samhandling/contracts';
import type { Locale, NeedsState } from '@samhandling/domain';
import { newId } from '../../platform/database/ids.ts';
import { LETTER_SENDER, letterLocale } from '../../platform/database/sql.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import type { LetterSender } from '../../platform/mail/write-letter.ts';
import { IN_GROUP, instant } from '../needs-sql.ts';

export interface MemberToAsk {
  readonly id: string;
  readonly organisationId: string;
  readonly kind: string;
  readonly name: string;
  readonly email: string;
}

/** An invitation with what decides whether its link works. */
export interface StoredInvitation extends NeedsInvitation {
  readonly inventoryId: string;
  readonly state: NeedsState;
  readonly isAnonymous: boolean;
  readonly due: string;
}

/** All a letter needs to say. */
export interface LetterFacts {
  readonly invitation: StoredInvitation;
  readonly tokenHash: Buffer | null;
  readonly title: string;
  readonly intro: string;
  readonly group: string;
  readonly plan: string;
  readonly sender: LetterSender;
  /** Of whoever it is to. */
  readonly locale: Locale;
}

const INVITATION = `v.id, v.version, v.inventory_id AS "inventoryId", v.name, v.email,
  jsonb_build_object('id', o.id, 'name', o.name) AS organisation, v.letters, ${instant('v.last_letter_at')} AS "lastLetterAt",
  v.letter_state AS "letterState", v.letter_error AS "letterError", v.opened_at IS NOT NULL AS "hasOpened", v.has_answered AS "hasAnswered",
  v.revoked_at IS NOT NULL AS "isRevoked", v.revoked_reason AS "revokedReason",
  i.state, i.is_anonymous AS "isAnonymous", i.due::text AS due`;
const FROM = `needs_invitation v JOIN organisation o ON o.id = v.organisation_id JOIN needs_inventory i ON i.id = v.inventory_id`;

@Injectable()
export class InvitationsRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async findMembers(inventoryId: string, today: string): Promise<readonly MemberToAsk[]> {
    return this.uow.manager.query<MemberToAsk[]>(
      `SELECT m.id, m.organisation_id AS "organisationId", o.kind, m.name, m.email
       FROM needs_inventory i JOIN group_member m ON m.group_id = i.group_id JOIN organisation o ON o.id = m.organisation_id
       WHERE i.id = $1 AND ${IN_GROUP('$2')} ORDER BY m.id`,
      [inventoryId, today],
    );
  }

  /** Answers the ids of those who have an address to send a letter to. */
  async create(
    inventoryId: string,
    members: readonly (MemberToAsk & { readonly kindGroup: string | null })[],
  ): Promise<readonly string[]> {
    const rows = members.map((member) => ({ ...member, memberId: member.id, id: newId() }));
    await this.uow.manager.query(
      `INSERT INTO needs_invitation (id, county_id, inventory_id, member_id, organisation_id, name, email, kind_group, letter_state)
       SELECT r.id, current_county(), $1, r."memberId", r."organisationId", r.name, r.email, r."kindGroup", CASE WHEN r.email = '' THEN 'none' ELSE 'waiting' END
       FROM jsonb_to_recordset($2) AS r(id uuid, "memberId" uuid, "organisationId" uuid, name text, email text, "kindGroup" text)`,
      [inventoryId, JSON.stringify(rows)],
    );
    return rows.filter(({ email }) => email !== '').map(({ id }) => id);
  }

  /** Null when there is no such inventory. */
  async findAll(inventoryId: string): Promise<readonly StoredInvitation[] | null> {
    const rows = await this.uow.manager.query<(StoredInvitation | { readonly id: null })[]>(
      `SELECT x.* FROM needs_inventory n LEFT JOIN LATERAL (
         SELECT ${INVITATION} FROM ${FROM} WHERE v.inventory_id = n.id) x ON true
       WHERE n.id = $1 ORDER BY (x.organisation->>'name') COLLATE "sv-x-icu", x.name COLLATE "sv-x-icu", x.id`,
      [inventoryId],
    );
    return rows.length === 0 ? null : rows.filter((row): row is StoredInvitation => row.id !== null);
  }

  async find(id: string): Promise<StoredInvitation | null> {
    const rows = await this.uow.manager.query<StoredInvitation[]>(`SELECT ${INVITATION} FROM ${FROM} WHERE v.id = $1`, [
      id,
    ]);
    return rows[0] ?? null;
  }

  /** Held until the commit, so that a letter and an answer do not pass each other. */
  async hold(id: string): Promise<void> {
    await this.uow.manager.query('SELECT 1 FROM needs_invitation WHERE id = $1 FOR UPDATE', [id]);
  }

  async markWaiting(ids: readonly string[]): Promise<void> {
    await this.uow.manager.query(
      `UPDATE needs_invitation SET letter_state = 'waiting', letter_error = '', letter_sent_by = current_person(), letter_set_aside_at = NULL WHERE id = ANY($1::uuid[])`,
      [ids],
    );
  }

  async findLetter(id: string): Promise<LetterFacts | null> {
    const rows = await this.uow.manager.query<LetterFacts[]>(
      `SELECT (SELECT to_jsonb(x) FROM (SELECT ${INVITATION} FROM ${FROM} WHERE v.id = w.id) x) AS invitation, w.token_hash AS "tokenHash",
         n.title, n.intro, g.name AS "group", p.title AS plan, ${LETTER_SENDER} AS sender, ${letterLocale('who')} AS locale
       FROM needs_invitation w JOIN needs_inventory n ON n.id = w.inventory_id JOIN work_group g ON g.id = n.group_id
         JOIN plan p ON p.id = n.plan_id LEFT JOIN group_member m ON m.id = w.member_id LEFT JOIN person who ON who.id = m.person_id
       WHERE w.id = $1`,
      [id],
    );
    return rows[0] ?? null;
  }

  async giveToken(id: string, tokenHash: Buffer | null): Promise<void> {
    await this.uow.manager.query('UPDATE needs_invitation SET token_hash = $2, version = version + 1 WHERE id = $1', [
      id,
      tokenHash,
    ]);
  }

  /** The link in the letter that did not leave gives place to the one before, unless somebody has made a new one since. */
  async takeBackToken(id: string, made: Buffer, before: Buffer | null): Promise<void> {
    await this.uow.manager.query('UPDATE needs_invitation SET token_hash = $3 WHERE id = $1 AND token_hash = $2', [
      id,
      made,
      before,
    ]);
  }

  /** `countedAt`: from then on it is one of the letters somebody has got. What has been settled stays as it is. */
  async settleLetter(
    id: string,
    state: LetterState | 'none',
    error = '',
    countedAt: Date | null = null,
  ): Promise<void> {
    await this.uow.manager.query(
      `UPDATE needs_invitation SET letter_state = $2, letter_error = $3, letters = letters + ($4::timestamptz IS NOT NULL)::int,
         last_letter_at = coalesce($4, last_letter_at), version = version + 1
       WHERE id = $1 AND letter_state IN ('waiting', 'sending', 'retrying')`,
      [id, state, error, countedAt],
    );
  }

  async revoke(id: string, version: number, reason: string, now: Date): Promise<boolean> {
    const [rows] = await this.uow.manager.query<[unknown[], number]>(
      `UPDATE needs_invitation SET revoked_at = $3, revoked_reason = $4, version = version + 1
       WHERE id = $1 AND version = $2 AND revoked_at IS NULL RETURNING id`,
      [id, version, now, reason],
    );
    return rows.length === 1;
  }

  async addUse(
    invitationId: string,
    at: Date,
    action: NeedsLinkUse['action'],
    browser: string,
    because = '',
  ): Promise<void> {
    await this.uow.manager.query(
      `INSERT INTO needs_link_use (id, county_id, invitation_id, at, action, refused_because, browser)
       VALUES ($1, current_county(), $2, $3, $4, $5, $6)`,
      [newId(), invitationId, at, action, because, browser],
    );
  }

  async findUses(id: string): Promise<readonly NeedsLinkUse[]> {
    return this.uow.manager.query<NeedsLinkUse[]>(
      `SELECT ${instant('u.at')} AS at, u.action, u.refused_because AS "refusedBecause", u.browser
       FROM needs_link_use u WHERE u.invitation_id = $1 ORDER BY u.at DESC, u.id DESC LIMIT 500`,
      [id],
    );
  }
}
