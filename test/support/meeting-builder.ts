import type { AgendaItemState, Attendance, GroupKind, MeetingState, MemberRole } from '@samhandling/domain';
import { v7 as newId } from 'uuid';
import type { TestApp } from './app.ts';

/** Groups and meetings as rows, for specs about what comes after them. Each call is one row and what must stand beside it. */
export interface BuiltGroup {
  readonly id: string;
  readonly name: string;
  readonly countyId: string;
  readonly members: readonly BuiltMember[];
}
export interface BuiltMember {
  readonly id: string;
  readonly name: string;
  readonly organisationId: string;
}
export interface MemberWish {
  readonly name: string;
  readonly organisationId: string;
  readonly personId?: string;
  readonly email?: string;
  readonly role?: MemberRole;
}

export async function buildGroup(
  app: TestApp,
  wishes: {
    readonly countyId: string;
    readonly planId: string;
    readonly name?: string;
    readonly kind?: GroupKind;
    readonly reportsToId?: string;
    readonly members?: readonly MemberWish[];
  },
): Promise<BuiltGroup> {
  const id = newId();
  const { countyId, planId, name = `Beredningsgruppen ${id.slice(-6)}`, kind = 'preparatory', reportsToId } = wishes;
  await app.db.query(
    'INSERT INTO work_group (id, county_id, plan_id, name, kind, reports_to_id) VALUES ($1, $2, $3, $4, $5, $6)',
    [id, countyId, planId, name, kind, reportsToId ?? null],
  );
  const members: BuiltMember[] = [];
  for (const { name: member, organisationId, personId, email = '', role = 'member' } of wishes.members ?? []) {
    const memberId = newId();
    await app.db.query(
      `INSERT INTO group_member (id, county_id, group_id, organisation_id, person_id, name, email, role, from_day)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, '2024-01-15')`,
      [memberId, countyId, id, organisationId, personId ?? null, member, email, role],
    );
    members.push({ id: memberId, name: member, organisationId });
  }
  return { id, name, countyId, members };
}

export interface BuiltMeeting {
  readonly id: string;
  readonly itemIds: readonly string[];
}

/** An item is an activity's id, or a title of its own. */
export interface ItemWish {
  readonly activityId?: string;
  readonly title?: string;
  readonly state?: AgendaItemState;
  readonly note?: string;
}

export async function buildMeeting(
  app: TestApp,
  group: BuiltGroup,
  wishes: {
    readonly startsAt: string;
    readonly state?: MeetingState;
    readonly calledBy?: string;
    readonly items?: readonly ItemWish[];
    readonly attendance?: readonly (readonly [member: BuiltMember, status: Attendance])[];
  },
): Promise<BuiltMeeting> {
  const id = newId();
  const { startsAt, state = 'planned', calledBy, items = [], attendance = [] } = wishes;
  const begins = new Date(startsAt);
  const ends = new Date(begins.getTime() + 3 * 3_600_000);
  const isHeld = state === 'held' || state === 'adjusted';
  await app.db.query(
    `INSERT INTO meeting (id, county_id, group_id, starts_at, ends_at, place, state, called_at, called_by, called_as, held_at)
     VALUES ($1, $2, $3, $4, $5, 'Rum Forsen', $6, $7, $8, $9, $10)`,
    [
      id,
      group.countyId,
      group.id,
      begins,
      ends,
      state,
      calledBy === undefined ? null : new Date(begins.getTime() - 7 * 86_400_000),
      calledBy ?? null,
      calledBy === undefined ? null : '{}',
      isHeld ? ends : null,
    ],
  );
  const itemIds: string[] = [];
  for (const { activityId, title = '', state: itemState = 'waiting', note = '' } of items) {
    const itemId = newId();
    await app.db.query(
      `INSERT INTO agenda_item (id, county_id, meeting_id, kind, position, activity_id, title, state, note)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        itemId,
        group.countyId,
        id,
        activityId === undefined ? 'free' : 'activity',
        itemIds.length + 1,
        activityId ?? null,
        title,
        itemState,
        note,
      ],
    );
    itemIds.push(itemId);
  }
  for (const [member, status] of attendance)
    await app.db.query(
      `INSERT INTO meeting_attendance (id, county_id, meeting_id, member_id, organisation_id, name, status)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [newId(), group.countyId, id, member.id, member.organisationId, member.name, status],
    );
  return { id, itemIds };
}

/** Minutes as they stand, with those who are to adjust them. Answers the adjusters' ids in the order given. */
export async function buildMinutes(
  app: TestApp,
  group: BuiltGroup,
  meetingId: string,
  state: 'draft' | 'adjusting',
  adjusters: readonly (BuiltMember | string)[] = [],
): Promise<string[]> {
  await app.db.query('INSERT INTO minutes (meeting_id, county_id, state) VALUES ($1, $2, $3)', [
    meetingId,
    group.countyId,
    state,
  ]);
  const ids: string[] = [];
  for (const adjuster of adjusters) {
    const id = newId();
    await app.db.query(
      'INSERT INTO minutes_adjuster (id, county_id, meeting_id, member_id, name) VALUES ($1, $2, $3, $4, $5)',
      [
        id,
        group.countyId,
        meetingId,
        typeof adjuster === 'string' ? null : adjuster.id,
        typeof adjuster === 'string' ? adjuster : adjuster.name,
      ],
    );
    ids.push(id);
  }
  return ids;
}
