import { Injectable } from '@nestjs/common';
import type { Id, MailLogItem } from '@samhandling/contracts';
import type { Day, MailState } from '@samhandling/domain';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';

export type LogRow = Omit<MailLogItem, 'words'> & { readonly sentOn: Day | null; readonly openedOn: Day | null };

const UTC = (column: string): string => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const DAY = (column: string): string => `to_char(${column} AT TIME ZONE 'Europe/Stockholm', 'YYYY-MM-DD')`;

@Injectable()
export class MailLogRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /** One page, newest first, with how many there are in all. A mail with a link is opened when the link is. */
  async findPage(
    filter: { readonly person?: Id | undefined; readonly state?: MailState | undefined },
    page: number,
    pageSize: number,
  ): Promise<{ items: LogRow[]; total: number }> {
    const rows = await this.uow.manager.query<{ items: LogRow[]; total: number }[]>(
      `WITH hit AS (
         SELECT m.*, coalesce(m.opened_at, l.opened_at) AS first_opened FROM mail_message m LEFT JOIN answer_link l ON l.id = m.answer_link_id
         WHERE m.person_id IS NOT NULL AND ($1::uuid IS NULL OR m.person_id = $1) AND ($2::text IS NULL OR m.state = $2)),
       shown AS (SELECT * FROM hit ORDER BY created_at DESC, id DESC LIMIT $4 OFFSET $3)
       SELECT (SELECT count(*)::int FROM hit) AS total, coalesce(jsonb_agg(jsonb_build_object('id', s.id,
         'person', jsonb_build_object('id', p.id, 'name', p.name), 'address', s.address, 'kind', s.kind, 'day', s.day, 'state', s.state,
         'subject', s.subject, 'contents', (SELECT coalesce(jsonb_agg(thing->'words'), '[]') FROM jsonb_array_elements(s.contents) thing),
         'sentAt', ${UTC('s.sent_at')}, 'openedAt', ${UTC('s.first_opened')}, 'sentOn', ${DAY('s.sent_at')}, 'openedOn', ${DAY('s.first_opened')},
         'attempts', s.attempts, 'lastError', s.last_error) ORDER BY s.created_at DESC, s.id DESC), '[]') AS items
       FROM shown s JOIN person p ON p.id = s.person_id`,
      [filter.person ?? null, filter.state ?? null, (page - 1) * pageSize, pageSize],
    );
    return rows[0] ?? { items: [], total: 0 };
  }
}
