import { Injectable } from '@nestjs/common';
import type { AgendaItemKind, AgendaItemOrigin, AgendaItemState, Day } from '@samhandling/domain';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { ONE_ITEM } from '../shared/meeting.sql.ts';
import type { MeetingStanding, StoredItem, StoredReason } from '../shared/stored.ts';

export interface FoundItem {
  readonly item: StoredItem;
  readonly meeting: MeetingStanding;
  /** Items that stand before it on the agenda. */
  readonly before: number;
}

/** What an item is about: one of the ids, or a title of its own. */
export interface ItemSubject {
  readonly kind: AgendaItemKind;
  readonly title: string;
  readonly activityId: string | null;
  readonly decisionId: string | null;
  readonly actionPointId: string | null;
  readonly liftId: string | null;
}

export interface NewItem extends ItemSubject {
  readonly id: string;
  readonly minutes: number | null;
  readonly origin: AgendaItemOrigin;
  readonly reasons: readonly StoredReason[];
}

export interface ItemFields {
  readonly title: string;
  readonly minutes: number | null;
  readonly note: string;
  readonly secondsUsed: number;
}

/** An item that is in a meeting already, whatever has become of it. */
export interface PresentItem extends ItemSubject {
  readonly id: string;
  readonly state: AgendaItemState;
}

@Injectable()
export class ItemsRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async find(id: string, today: Day): Promise<FoundItem | null> {
    const rows = await this.uow.manager.query<{ found: FoundItem }[]>(ONE_ITEM, [id, today]);
    return rows[0]?.found ?? null;
  }

  async findPresent(meetingId: string): Promise<readonly PresentItem[]> {
    return this.uow.manager.query<PresentItem[]>(
      `SELECT i.id, i.kind, i.title, i.state, i.activity_id AS "activityId", i.decision_id AS "decisionId", i.action_point_id AS "actionPointId",
         i.lift_id AS "liftId" FROM agenda_item i WHERE i.meeting_id = $1`,
      [meetingId],
    );
  }

  /** Last on the agenda, in the order given. */
  async create(meetingId: string, items: readonly NewItem[], now: Date): Promise<void> {
    if (items.length === 0) return;
    await this.uow.manager.query(
      `INSERT INTO agenda_item (id, county_id, meeting_id, kind, position, activity_id, decision_id, action_point_id, lift_id, title, reasons,
         minutes, origin, added_at)
       SELECT n.id, current_county(), $1, n.kind, n.place + (SELECT coalesce(max(i.position), 0) FROM agenda_item i WHERE i.meeting_id = $1),
         n."activityId", n."decisionId", n."actionPointId", n."liftId", n.title, n.reasons, n.minutes, n.origin, $3
       FROM jsonb_to_recordset($2) AS n(id uuid, place integer, kind text, title text, "activityId" uuid, "decisionId" uuid, "actionPointId" uuid,
         "liftId" uuid, minutes integer, origin text, reasons jsonb)`,
      [meetingId, JSON.stringify(items.map((item, index) => ({ ...item, place: index + 1 }))), now],
    );
  }

  /** Back on the agenda, last, as if added now. */
  async putBack(
    meetingId: string,
    items: readonly {
      readonly id: string;
      readonly origin: AgendaItemOrigin;
      readonly reasons: readonly StoredReason[];
    }[],
    now: Date,
  ): Promise<void> {
    if (items.length === 0) return;
    await this.uow.manager.query(
      `UPDATE agenda_item i SET state = 'waiting', state_at = NULL, state_reason = '', postponed_to_id = NULL, added_at = $3, origin = n.origin,
         reasons = n.reasons, position = n.place + (SELECT coalesce(max(o.position), 0) FROM agenda_item o WHERE o.meeting_id = $1), version = i.version + 1
       FROM jsonb_to_recordset($2) AS n(id uuid, place integer, origin text, reasons jsonb) WHERE i.meeting_id = $1 AND i.id = n.id`,
      [meetingId, JSON.stringify(items.map((item, index) => ({ ...item, place: index + 1 }))), now],
    );
  }

  /** The versions stay: an item that was moved along has not been edited, and whoever is editing it is in nobody's way. */
  async order(meetingId: string, ids: readonly string[]): Promise<void> {
    await this.uow.manager.query(
      `UPDATE agenda_item i SET position = n.place::int FROM unnest($2::uuid[]) WITH ORDINALITY AS n(id, place)
       WHERE i.meeting_id = $1 AND i.id = n.id AND i.position <> n.place`,
      [meetingId, ids],
    );
  }

  /** False when the item has another version by now. */
  update(id: string, version: number, fields: ItemFields): Promise<boolean> {
    return this.moved('title = $3, minutes = $4, note = $5, seconds_used = $6', [
      id,
      version,
      fields.title,
      fields.minutes,
      fields.note,
      fields.secondsUsed,
    ]);
  }

  setState(
    id: string,
    version: number,
    state: AgendaItemState,
    {
      at,
      reason,
      postponedToId,
    }: { readonly at: Date | null; readonly reason: string; readonly postponedToId: string | null },
  ): Promise<boolean> {
    return this.moved('state = $3, state_at = $4, state_reason = $5, postponed_to_id = $6', [
      id,
      version,
      state,
      at,
      reason,
      postponedToId,
    ]);
  }

  /** The group's meetings after this one that can still be planned for, soonest first. */
  async findLater(meetingId: string): Promise<string[]> {
    const rows = await this.uow.manager.query<{ id: string }[]>(
      `SELECT o.id FROM meeting t JOIN meeting o ON o.group_id = t.group_id AND o.starts_at > t.starts_at AND o.state IN ('planned', 'called')
       WHERE t.id = $1 ORDER BY o.starts_at, o.id`,
      [meetingId],
    );
    return rows.map(({ id }) => id);
  }

  /** Holds another meeting until the commit, and tells those who follow it. */
  async tell(meetingId: string): Promise<void> {
    await this.uow.manager.query('UPDATE meeting SET live_number = live_number + 1 WHERE id = $1', [meetingId]);
  }

  /** What was put on a later agenda when the item was postponed, and nobody has touched since. */
  async deletePostponed(meetingId: string, item: ItemSubject): Promise<void> {
    await this.uow.manager.query(
      `DELETE FROM agenda_item i WHERE i.meeting_id = $1 AND i.origin = 'postponed' AND i.state = 'waiting' AND i.note = '' AND i.kind = $2 AND i.title = $3
         AND i.activity_id IS NOT DISTINCT FROM $4 AND i.decision_id IS NOT DISTINCT FROM $5 AND i.action_point_id IS NOT DISTINCT FROM $6
         AND i.lift_id IS NOT DISTINCT FROM $7 AND NOT EXISTS (SELECT 1 FROM decision d WHERE d.agenda_item_id = i.id)
         AND NOT EXISTS (SELECT 1 FROM action_point p WHERE p.agenda_item_id = i.id)
         AND NOT EXISTS (SELECT 1 FROM meeting m WHERE m.current_item_id = i.id)`,
      [meetingId, item.kind, item.title, item.activityId, item.decisionId, item.actionPointId, item.liftId],
    );
  }

  private async moved(what: string, values: readonly unknown[]): Promise<boolean> {
    const [rows] = await this.uow.manager.query<[object[], number]>(
      `UPDATE agenda_item SET ${what}, version = version + 1 WHERE id = $1 AND version = $2 RETURNING id`,
      [...values],
    );
    return rows.length === 1;
  }
}
