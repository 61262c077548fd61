import { paths, type CreatedCalendarFeed } from '@samhandling/contracts';
import { v7 as newId } from 'uuid';
import type { TestApp, TestClient } from './app.ts';
import { buildOrganisation, type BuiltPlan } from './plan-builder.ts';

/** A group of a plan, put in by SQL: how groups are made is for their own tests. */
export async function buildGroup(
  app: TestApp,
  plan: BuiltPlan,
  name: string,
  countyId = app.countyId,
): Promise<string> {
  const id = newId();
  await app.db.query(
    `INSERT INTO work_group (id, county_id, plan_id, name, kind) VALUES ($1, $2, $3, $4, 'preparatory')`,
    [id, countyId, plan.planId, name],
  );
  return id;
}

export interface MeetingWish {
  readonly startsAt: string;
  readonly endsAt: string;
  readonly state?: 'planned' | 'called' | 'held' | 'cancelled';
  readonly title?: string;
  readonly place?: string;
  readonly sequence?: number;
}

export async function buildMeeting(app: TestApp, groupId: string, wish: MeetingWish): Promise<string> {
  const id = newId();
  const { state = 'planned', title = '', place = '', sequence = 0 } = wish;
  await app.db.query(
    `INSERT INTO meeting (id, county_id, group_id, title, starts_at, ends_at, place, state, called_at, called_by, called_as, held_at, cancel_reason,
       invitation_sequence)
     SELECT $1, g.county_id, g.id, $3, $4, $5, $6, $7, CASE WHEN $7 = 'called' THEN now() END,
       CASE WHEN $7 = 'called' THEN (SELECT id FROM person LIMIT 1) END, CASE WHEN $7 = 'called' THEN '{}'::jsonb END, CASE WHEN $7 = 'held' THEN now() END,
       CASE WHEN $7 = 'cancelled' THEN 'För få kunde komma.' ELSE '' END, $8 FROM work_group g WHERE g.id = $2`,
    [id, groupId, title, wish.startsAt, wish.endsAt, place, state, sequence],
  );
  return id;
}

export async function addMember(
  app: TestApp,
  groupId: string,
  personId: string,
  days: { readonly from: string; readonly to?: string },
): Promise<void> {
  const organisation = await buildOrganisation(app, `Medlemmens ${newId()}`);
  await app.db.query(
    `INSERT INTO group_member (id, county_id, group_id, organisation_id, person_id, name, role, from_day, to_day)
     SELECT $1, county_id, id, $3, $4, 'Medlem', 'member', $5, $6 FROM work_group WHERE id = $2`,
    [newId(), groupId, organisation.id, personId, days.from, days.to ?? null],
  );
}

/** The path of a feed's address, as a calendar program would ask for it. */
export function pathOf({ url }: CreatedCalendarFeed): string {
  return new URL(url).pathname;
}

export async function ownFeed(client: TestClient): Promise<CreatedCalendarFeed> {
  const answer = await client.post<CreatedCalendarFeed>(paths.accountFeed());
  if (answer.status !== 201) throw new Error(`The feed answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}
