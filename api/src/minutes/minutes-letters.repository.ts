import { Injectable } from '@nestjs/common';
import type { LetterState as State } from '@samhandling/contracts';
import type { Day } from '@samhandling/domain';
import { dayIn, LETTER_SENDER, letterLocale } from '../platform/database/sql.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import type { LetterReader, LetterSender } from '../platform/mail/write-letter.ts';

/** `dropped`: taken back, or adjusted, before it left. */
export type LetterState = State | 'dropped';

export interface AdjusterLetter {
  readonly state: LetterState;
  /** The minutes are out, and this adjuster has not said yes to them as they are. */
  readonly isAsked: boolean;
  readonly meetingId: string;
  readonly groupName: string;
  readonly day: Day;
  readonly to: LetterReader;
  readonly sender: LetterSender;
  /** Whoever called the meeting; empty when nobody did. */
  readonly caller: string;
}

const EMAIL = `coalesce(nullif(p.email, ''), gm.email, '')`;
const FROM = `minutes_adjuster x LEFT JOIN group_member gm ON gm.id = x.member_id LEFT JOIN person p ON p.id = gm.person_id`;

@Injectable()
export class MinutesLettersRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /** A letter to each of the minutes' adjusters, or to one, that waits; one under way goes on. Ids of those who have an address. */
  async prepare(meetingId: string, only: string | null): Promise<readonly string[]> {
    const rows = await this.uow.manager.query<{ id: string }[]>(
      `INSERT INTO minutes_letter (adjuster_id, county_id) SELECT x.id, current_county() FROM ${FROM}
       WHERE x.meeting_id = $1 AND ($2::uuid IS NULL OR x.id = $2) AND ${EMAIL} <> ''
       ON CONFLICT (adjuster_id) DO UPDATE SET
         state = CASE WHEN minutes_letter.state IN ('sending', 'retrying') THEN minutes_letter.state ELSE 'waiting' END,
         reason = CASE WHEN minutes_letter.state IN ('sending', 'retrying') THEN minutes_letter.reason ELSE '' END,
         sent_by = current_person(), set_aside_at = NULL
       RETURNING adjuster_id AS id`,
      [meetingId, only],
    );
    return rows.map(({ id }) => id);
  }

  /** Held until the commit. */
  async find(adjusterId: string): Promise<AdjusterLetter | null> {
    const rows = await this.uow.manager.query<AdjusterLetter[]>(
      `SELECT l.state, w.state = 'adjusting' AND x.adjusted_version IS DISTINCT FROM w.version AND ${EMAIL} <> '' AS "isAsked",
         m.id AS "meetingId", g.name AS "groupName", ${dayIn('m.starts_at')} AS day,
         json_build_object('name', coalesce(p.name, x.name), 'email', ${EMAIL}, 'hasAccount', coalesce(p.has_account, false), 'locale', ${letterLocale('p')}) AS "to",
         ${LETTER_SENDER} AS sender, coalesce((SELECT o.email FROM person o WHERE o.id = m.called_by), '') AS caller
       FROM ${FROM} JOIN minutes_letter l ON l.adjuster_id = x.id JOIN minutes w ON w.meeting_id = x.meeting_id
         JOIN meeting m ON m.id = x.meeting_id JOIN work_group g ON g.id = m.group_id
       WHERE x.id = $1 FOR UPDATE OF l`,
      [adjusterId],
    );
    return rows[0] ?? null;
  }

  /** What has been settled stays as it is. */
  async settle(adjusterId: string, state: LetterState, reason = ''): Promise<void> {
    await this.uow.manager.query(
      `UPDATE minutes_letter SET state = $2, reason = $3, settled_at = now()
       WHERE adjuster_id = $1 AND state IN ('waiting', 'sending', 'retrying', 'unknown')`,
      [adjusterId, state, reason],
    );
  }
}
