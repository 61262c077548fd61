import { v7 as newId } from 'uuid';
import type { TestApp } from './app.ts';

export interface GroupWishes {
  readonly planId: string;
  readonly name: string;
  readonly kind?: 'steering' | 'preparatory' | 'consultation' | 'thematic';
  readonly reportsToId?: string | null;
  readonly countyId?: string;
}

/** A group put in by SQL, for tests that are about something else than groups. */
export async function buildGroup(app: TestApp, wishes: GroupWishes): Promise<string> {
  const id = newId();
  await app.db.query(
    'INSERT INTO work_group (id, county_id, plan_id, name, kind, reports_to_id) VALUES ($1, $2, $3, $4, $5, $6)',
    [
      id,
      wishes.countyId ?? app.countyId,
      wishes.planId,
      wishes.name,
      wishes.kind ?? 'preparatory',
      wishes.reportsToId ?? null,
    ],
  );
  return id;
}

export interface MeetingWishes {
  readonly groupId: string;
  /** The day it is held, 13 to 15 by a Swedish clock. */
  readonly day: string;
  readonly state?: 'planned' | 'called' | 'held';
  readonly countyId?: string;
  /** Who called it, where it is called. */
  readonly calledBy?: string;
}

/** A meeting put in by SQL. */
export async function buildMeeting(app: TestApp, wishes: MeetingWishes): Promise<string> {
  const id = newId();
  const state = wishes.state ?? 'planned';
  await app.db.query(
    `INSERT INTO meeting (id, county_id, group_id, starts_at, ends_at, state, called_at, called_by, called_as, held_at)
     VALUES ($1, $2, $3, ($4::date + time '13:00') AT TIME ZONE 'Europe/Stockholm', ($4::date + time '15:00') AT TIME ZONE 'Europe/Stockholm',
       $5, CASE WHEN $5 = 'called' THEN now() END, CASE WHEN $5 = 'called' THEN $6::uuid END, CASE WHEN $5 = 'called' THEN '{}'::jsonb END,
       CASE WHEN $5 = 'held' THEN ($4::date + time '15:00') AT TIME ZONE 'Europe/Stockholm' END)`,
    [id, wishes.countyId ?? app.countyId, wishes.groupId, wishes.day, state, wishes.calledBy ?? null],
  );
  return id;
}

/** An activity on the agenda of a meeting. */
export async function buildItem(
  app: TestApp,
  meetingId: string,
  activityId: string,
  state: 'waiting' | 'treated' | 'nothing_new' | 'postponed' | 'removed' = 'waiting',
): Promise<string> {
  const id = newId();
  await app.db.query(
    `INSERT INTO agenda_item (id, county_id, meeting_id, kind, position, activity_id, state)
     SELECT $1, m.county_id, m.id, 'activity', (SELECT count(*) + 1 FROM agenda_item i WHERE i.meeting_id = m.id), $3, $4 FROM meeting m WHERE m.id = $2`,
    [id, meetingId, activityId, state],
  );
  return id;
}
