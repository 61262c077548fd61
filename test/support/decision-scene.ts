import { v7 as newId } from 'uuid';
import type { TestApp, TestClient } from './app.ts';
import { buildPlan, type BuiltPlan, type PlanWishes } from './plan-builder.ts';

/** Groups, meetings and agenda items put in by SQL: how they are made has its own tests. */

export interface GroupWish {
  readonly name?: string;
  readonly kind?: string;
  readonly reportsToId?: string;
  readonly countyId?: string;
}

export async function buildGroup(app: TestApp, planId: string, wish: GroupWish = {}): Promise<string> {
  const id = newId();
  await app.db.query(
    'INSERT INTO work_group (id, county_id, plan_id, name, kind, reports_to_id) VALUES ($1, $2, $3, $4, $5, $6)',
    [
      id,
      wish.countyId ?? app.countyId,
      planId,
      wish.name ?? `Grupp ${id}`,
      wish.kind ?? 'preparatory',
      wish.reportsToId ?? null,
    ],
  );
  return id;
}

export async function joinGroup(
  app: TestApp,
  groupId: string,
  organisationId: string,
  person: TestClient,
  days: { readonly from?: string; readonly to?: string | null } = {},
): Promise<string> {
  const id = newId();
  await app.db.query(
    `INSERT INTO group_member (id, county_id, group_id, organisation_id, person_id, name, role, from_day, to_day)
     SELECT $1, g.county_id, g.id, $3, $4, $5, 'member', $6, $7 FROM work_group g WHERE g.id = $2`,
    [
      id,
      groupId,
      organisationId,
      person.session?.person.id,
      person.session?.person.name,
      days.from ?? '2024-01-01',
      days.to ?? null,
    ],
  );
  return id;
}

export interface MeetingWish {
  /** "2026-03-12T13:00:00Z" */
  readonly startsAt?: string;
  readonly state?: 'planned' | 'held' | 'cancelled';
}

export async function buildMeeting(app: TestApp, groupId: string, wish: MeetingWish = {}): Promise<string> {
  const id = newId();
  const startsAt = wish.startsAt ?? '2026-03-12T13:00:00Z';
  await app.db.query(
    `INSERT INTO meeting (id, county_id, group_id, starts_at, ends_at, state, held_at, cancel_reason)
     SELECT $1, g.county_id, g.id, $3::timestamptz, $3::timestamptz + interval '2 hours', $4, CASE WHEN $4 = 'held' THEN $3::timestamptz END,
       CASE WHEN $4 = 'cancelled' THEN 'Sjukdom' ELSE '' END FROM work_group g WHERE g.id = $2`,
    [id, groupId, startsAt, wish.state ?? 'planned'],
  );
  return id;
}

export interface ItemWish {
  readonly activityId?: string;
  readonly liftId?: string;
  readonly title?: string;
  readonly state?: string;
  readonly note?: string;
}

export async function buildItem(app: TestApp, meetingId: string, wish: ItemWish = {}): Promise<string> {
  const id = newId();
  const kind = wish.activityId ? 'activity' : wish.liftId ? 'lift' : 'free';
  await app.db.query(
    `INSERT INTO agenda_item (id, county_id, meeting_id, kind, position, activity_id, lift_id, title, state, note)
     SELECT $1, m.county_id, m.id, $3, (SELECT count(*) + 1 FROM agenda_item i WHERE i.meeting_id = m.id), $4, $5, $6, $7, $8
     FROM meeting m WHERE m.id = $2`,
    [
      id,
      meetingId,
      kind,
      wish.activityId ?? null,
      wish.liftId ?? null,
      wish.title ?? (kind === 'free' ? 'En egen punkt' : ''),
      wish.state ?? 'waiting',
      wish.note ?? '',
    ],
  );
  return id;
}

/** Minutes adjusted, as the last adjuster's yes leaves them: with the frozen paper. */
export async function adjustMeeting(app: TestApp, meetingId: string): Promise<void> {
  const [person] = await app.db.query<{ id: string }>('SELECT id FROM person LIMIT 1');
  await app.db.query(
    `INSERT INTO paper (id, county_id, kind, subject_id, version_number, title, canonical_json, sha256, frozen_by, frozen_at)
     SELECT $1, m.county_id, 'minutes', m.id, 1, 'Protokoll', '{}', repeat('0', 64), $3, now() FROM meeting m WHERE m.id = $2`,
    [newId(), meetingId, person?.id],
  );
  await app.db.query(`UPDATE meeting SET state = 'adjusted', held_at = coalesce(held_at, starts_at) WHERE id = $1`, [
    meetingId,
  ]);
}

export interface DecisionScene {
  readonly plan: BuiltPlan;
  /** Prepares, and reports to the one above. */
  readonly groupId: string;
  readonly aboveId: string;
  readonly meetingId: string;
  /** About the first activity. */
  readonly itemId: string;
  readonly planner: TestClient;
  /** In the preparing group, with the right to take notes. */
  readonly member: TestClient;
}

export async function buildDecisionScene(app: TestApp, wishes: PlanWishes = {}): Promise<DecisionScene> {
  const plan = await buildPlan(app, { state: 'adopted', ...wishes });
  const countyId = wishes.countyId ?? app.countyId;
  const aboveId = await buildGroup(app, plan.planId, { kind: 'consultation', countyId });
  const groupId = await buildGroup(app, plan.planId, { reportsToId: aboveId, countyId });
  const planner = await app.person('Petra Planerare', [{ role: 'planner' }], countyId);
  const member = await app.person('Greta Gruppmedlem', [{ role: 'group_member' }], countyId);
  await joinGroup(app, groupId, plan.responsible.id, member);
  const meetingId = await buildMeeting(app, groupId);
  const itemId = await buildItem(app, meetingId, { activityId: plan.activities[0]?.id ?? '' });
  return { plan, groupId, aboveId, meetingId, itemId, planner, member };
}
