import { Injectable } from '@nestjs/common';
import type { AnswerLinkUse, Id } from '@samhandling/contracts';
import { newId } from '../platform/database/ids.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';

/** The log of a link: what it was used for and on what kind of browser. Never the address it came from. */
@Injectable()
export class AnswerLinkUsesRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async add(
    linkId: Id,
    at: Date,
    action: AnswerLinkUse['action'],
    browser: string,
    refusedBecause = '',
  ): Promise<void> {
    await this.uow.manager.query(
      `INSERT INTO answer_link_use (id, county_id, link_id, at, action, refused_because, browser)
       VALUES ($1, current_county(), $2, $3, $4, $5, $6)`,
      [newId(), linkId, at, action, refusedBecause, browser],
    );
  }

  /** How many times opening this link has been refused since then. */
  async countRefused(linkId: Id, since: Date): Promise<number> {
    const rows = await this.uow.manager.query<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM answer_link_use
       WHERE link_id = $1 AND at > $2 AND action = 'refused' AND refused_because LIKE 'link%'`,
      [linkId, since],
    );
    return rows[0]?.count ?? 0;
  }

  /** How many new links a person has asked for since then, whatever the round. */
  async countRenewals(personId: Id, since: Date): Promise<number> {
    const rows = await this.uow.manager.query<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM answer_link_use u JOIN answer_link l ON l.id = u.link_id
       WHERE l.person_id = $1 AND u.at > $2 AND u.action = 'renew'`,
      [personId, since],
    );
    return rows[0]?.count ?? 0;
  }
}
