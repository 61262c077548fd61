import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { AnswerLink, AnswerLinkList, AnswerLinkUse, Day, Id, Instant } from '@samhandling/contracts';
import type { HeldRole, RoundState } from '@samhandling/domain';
import { DataSource } from 'typeorm';
import { newId } from '../platform/database/ids.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';

/** A link as `find_answer_link()` tells of it, with the person it was made for as they are now. */
export interface FoundLink {
  readonly id: Id;
  readonly countyId: Id;
  readonly planId: Id;
  readonly roundId: Id;
  readonly personId: Id;
  readonly csrfToken: string | null;
  readonly isOpened: boolean;
  /** Found by the secret of the browser, not by that of the link itself. */
  readonly byBrowser: boolean;
  readonly expiresAt: Instant;
  readonly revokedAt: Instant | null;
  readonly finishedAt: Instant | null;
  readonly person: { readonly name: string; readonly email: string; readonly isActive: boolean };
  readonly roles: readonly HeldRole[];
}

/** What a new link is about: the round, and the person with the number of their items in it. */
export interface LinkTarget {
  readonly planId: Id;
  readonly planTitle: string;
  readonly roundLabel: string;
  readonly roundState: RoundState;
  readonly due: Day;
  readonly linkDays: number;
  readonly person: {
    readonly name: string;
    readonly email: string;
    readonly isActive: boolean;
    readonly items: number;
  } | null;
}

export interface NewLink {
  readonly personId: Id;
  readonly roundId: Id;
  readonly planId: Id;
  readonly tokenHash: Buffer;
  readonly createdAt: Date;
  readonly createdBy: Id | null;
  readonly lastDay: Day;
}

const iso = (column: string): string => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Who has left the county is asked nothing, whatever still stands on them. */
const STILL_HERE = `NOT EXISTS (SELECT 1 FROM county_person c WHERE c.county_id = current_county() AND c.person_id = p.id AND c.left_at IS NOT NULL)`;

/** Items of a person in a round; `left` counts those that are not handed in. */
const ITEMS = (where = ''): string =>
  `(SELECT count(*)::int FROM follow_up f WHERE f.round_id = l.round_id AND f.reporter_id = l.person_id ${where})`;

const LINK = `l.id, jsonb_build_object('id', p.id, 'name', p.name, 'email', p.email) AS person,
  ${ITEMS()} AS items, ${ITEMS("AND f.state IN ('submitted', 'accepted')")} AS answered,
  ${iso('l.created_at')} AS "createdAt", ${iso('l.expires_at')} AS "expiresAt", ${iso('l.opened_at')} AS "openedAt",
  ${iso('l.finished_at')} AS "finishedAt", ${iso('l.revoked_at')} AS "revokedAt", l.revoked_reason AS "revokedReason",
  (SELECT jsonb_build_object('id', c.id, 'name', c.name) FROM person c WHERE c.id = l.created_by) AS "createdBy",
  CASE WHEN l.revoked_at IS NOT NULL THEN 'revoked' WHEN l.finished_at IS NOT NULL THEN 'finished'
    WHEN l.expires_at <= $2 THEN 'expired' WHEN l.opened_at IS NOT NULL THEN 'opened' ELSE 'sent' END AS state,
  (SELECT count(*)::int FROM answer_link_use u WHERE u.link_id = l.id) AS uses`;

@Injectable()
export class AnswerLinksRepository {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly uow: UnitOfWork,
  ) {}

  /** Before the link is known there is no county, so this one statement runs outside the unit of work. */
  async find(keyHash: Buffer): Promise<FoundLink | null> {
    const rows = await this.source.query<{ link: FoundLink | null }[]>('SELECT find_answer_link($1) AS link', [
      keyHash,
    ]);
    return rows[0]?.link ?? null;
  }

  async findBrowserHash(id: Id): Promise<Buffer | null> {
    const rows = await this.uow.manager.query<{ hash: Buffer | null }[]>(
      'SELECT browser_hash AS hash FROM answer_link WHERE id = $1',
      [id],
    );
    return rows[0]?.hash ?? null;
  }

  /** False when another browser was first: of two at the same moment the row lock lets exactly one find it unbound. */
  async bind(id: Id, browserHash: Buffer, csrfToken: string, now: Date): Promise<boolean> {
    const [rows] = await this.uow.manager.query<[unknown[], number]>(
      `UPDATE answer_link SET browser_hash = $2, csrf_token = $3, opened_at = $4
       WHERE id = $1 AND browser_hash IS NULL AND revoked_at IS NULL AND expires_at > $4 RETURNING id`,
      [id, browserHash, csrfToken, now],
    );
    return rows.length === 1;
  }

  /** Held until the commit, so that two who renew at once do it one after the other. False when it is revoked. */
  async hold(id: Id): Promise<boolean> {
    const rows = await this.uow.manager.query<unknown[]>(
      'SELECT id FROM answer_link WHERE id = $1 AND revoked_at IS NULL FOR UPDATE',
      [id],
    );
    return rows.length === 1;
  }

  async finish(id: Id, now: Date): Promise<void> {
    await this.uow.manager.query('UPDATE answer_link SET finished_at = $2 WHERE id = $1', [id, now]);
  }

  async findTarget(personId: Id, roundId: Id): Promise<LinkTarget | null> {
    const rows = await this.uow.manager.query<LinkTarget[]>(
      `SELECT r.plan_id AS "planId", pl.title AS "planTitle", r.label AS "roundLabel", r.state AS "roundState", r.due::text AS due,
         coalesce((SELECT s.link_days FROM mail_setting s), 30) AS "linkDays",
         (SELECT jsonb_build_object('name', p.name, 'email', p.email, 'isActive', p.is_active AND ${STILL_HERE},
             'items', (SELECT count(*)::int FROM follow_up f WHERE f.round_id = r.id AND f.reporter_id = p.id))
           FROM person p WHERE p.id = $1) AS person
       FROM follow_up_round r JOIN plan pl ON pl.id = r.plan_id WHERE r.id = $2`,
      [personId, roundId],
    );
    return rows[0] ?? null;
  }

  /** The link holds to the end of its last day in Sweden. */
  async insert(link: NewLink): Promise<Id> {
    const id = newId();
    await this.uow.manager.query(
      `INSERT INTO answer_link (id, county_id, plan_id, round_id, person_id, token_hash, created_at, created_by, expires_at)
       VALUES ($1, current_county(), $2, $3, $4, $5, $6, $7, (($8::date + 1)::timestamp AT TIME ZONE 'Europe/Stockholm'))`,
      [id, link.planId, link.roundId, link.personId, link.tokenHash, link.createdAt, link.createdBy, link.lastDay],
    );
    return id;
  }

  async get(id: Id, now: Date): Promise<AnswerLink | null> {
    const rows = await this.uow.manager.query<AnswerLink[]>(
      `SELECT ${LINK} FROM answer_link l JOIN person p ON p.id = l.person_id WHERE l.id = $1`,
      [id, now],
    );
    return rows[0] ?? null;
  }

  async findOfRound(roundId: Id, now: Date): Promise<readonly AnswerLink[]> {
    return this.uow.manager.query<AnswerLink[]>(
      `SELECT ${LINK} FROM answer_link l JOIN person p ON p.id = l.person_id WHERE l.round_id = $1 ORDER BY l.created_at DESC, l.id DESC`,
      [roundId, now],
    );
  }

  /** Null when there is no such round. Nobody is asked in a round that takes no answers. */
  async findWithoutLink(roundId: Id, now: Date): Promise<AnswerLinkList['withoutLink'] | null> {
    const rows = await this.uow.manager.query<{ people: AnswerLinkList['withoutLink'] }[]>(
      `SELECT (SELECT coalesce(jsonb_agg(jsonb_build_object('id', w.id, 'name', w.name, 'items', w.items, 'hasAccount', w.has_account)
           ORDER BY w.has_account, w.name COLLATE "sv-x-icu", w.id), '[]')
         FROM (SELECT p.id, p.name, count(*)::int AS items, p.has_account
           FROM follow_up f JOIN person p ON p.id = f.reporter_id AND p.is_active AND ${STILL_HERE}
           WHERE f.round_id = r.id AND r.state = 'open' AND f.state IN ('draft', 'returned')
             AND NOT EXISTS (SELECT 1 FROM answer_link l WHERE l.round_id = r.id AND l.person_id = p.id AND l.revoked_at IS NULL AND l.expires_at > $2)
           GROUP BY p.id) w) AS people
       FROM follow_up_round r WHERE r.id = $1`,
      [roundId, now],
    );
    return rows[0]?.people ?? null;
  }

  /** The ids that were in force and now are not. */
  async revoke(ids: readonly Id[], reason: string, by: Id | null, now: Date): Promise<readonly Id[]> {
    const [rows] = await this.uow.manager.query<[{ id: Id }[], number]>(
      `UPDATE answer_link SET revoked_at = $2, revoked_by = $3, revoked_reason = $4
       WHERE id = ANY($1::uuid[]) AND revoked_at IS NULL RETURNING id`,
      [ids, now, by, reason],
    );
    return rows.map(({ id }) => id);
  }

  async findInForce(personId: Id, roundIds: readonly Id[]): Promise<readonly Id[]> {
    const rows = await this.uow.manager.query<{ id: Id }[]>(
      'SELECT id FROM answer_link WHERE person_id = $1 AND round_id = ANY($2::uuid[]) AND revoked_at IS NULL',
      [personId, roundIds],
    );
    return rows.map(({ id }) => id);
  }

  async findAllInForce(personId: Id): Promise<readonly Id[]> {
    const rows = await this.uow.manager.query<{ id: Id }[]>(
      'SELECT id FROM answer_link WHERE person_id = $1 AND revoked_at IS NULL',
      [personId],
    );
    return rows.map(({ id }) => id);
  }

  async findUses(id: Id): Promise<readonly AnswerLinkUse[]> {
    return this.uow.manager.query<AnswerLinkUse[]>(
      `SELECT ${iso('u.at')} AS at, u.action, u.refused_because AS "refusedBecause", u.browser
       FROM answer_link_use u WHERE u.link_id = $1 ORDER BY u.at DESC, u.id DESC LIMIT 500`,
      [id],
    );
  }
}
