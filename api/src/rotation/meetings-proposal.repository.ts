import { Injectable } from '@nestjs/common';
import type { GroupRef, MeetingRef } from '@samhandling/contracts';
import { instant } from '../platform/database/sql.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';

export interface MeetingsOfYear {
  readonly own: readonly MeetingRef[];
  readonly above: readonly (MeetingRef & { readonly group: GroupRef })[];
}

const OF_YEAR = `m.state <> 'cancelled' AND extract(year FROM m.starts_at AT TIME ZONE 'Europe/Stockholm') = $2::int`;
const REF = `'id', m.id, 'startsAt', ${instant('m.starts_at')}, 'endsAt', ${instant('m.ends_at')}, 'title', m.title, 'state', m.state`;

@Injectable()
export class MeetingsProposalRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /** The meetings of the group, and of the one its questions go to, in a year; null without the group. */
  async find(groupId: string, year: number): Promise<MeetingsOfYear | null> {
    const rows = await this.uow.manager.query<MeetingsOfYear[]>(
      `SELECT (SELECT coalesce(json_agg(json_build_object(${REF}) ORDER BY m.starts_at), '[]')
           FROM meeting m WHERE m.group_id = g.id AND ${OF_YEAR}) AS own,
         (SELECT coalesce(json_agg(json_build_object(${REF}, 'group', json_build_object('id', above.id, 'name', above.name, 'kind', above.kind))
             ORDER BY m.starts_at), '[]')
           FROM meeting m JOIN work_group above ON above.id = m.group_id WHERE m.group_id = g.reports_to_id AND ${OF_YEAR}) AS above
       FROM work_group g WHERE g.id = $1`,
      [groupId, year],
    );
    return rows[0] ?? null;
  }
}
