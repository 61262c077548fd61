import { Injectable } from '@nestjs/common';
import type { Group, GroupChoices, GroupList, GroupMember, MeetingRef, PlanRef } from '@samhandling/contracts';
import type { Day, GroupKind } from '@samhandling/domain';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import { CHOICES, GROUPS_OF_PLAN, ONE_GROUP } from './group.sql.ts';

export type StoredMember = Omit<GroupMember, 'isCurrent'> & { readonly groupId: string };
export type StoredGroup = Omit<Group, 'members' | 'turnover' | 'mayManage' | 'mayWrite'> & {
  readonly members: readonly StoredMember[];
  readonly meetings: readonly MeetingRef[];
};

/** What is typed about a group, as it is stored. */
export interface GroupFields {
  readonly name: string;
  readonly kind: GroupKind;
  readonly purpose: string;
  readonly meetingsPerYear: number | null;
  readonly silentAfterDays: number;
  readonly minutesPerItem: number;
  readonly organisationId: string | null;
  readonly reportsToId: string | null;
  readonly countingKindId: string | null;
  readonly countingActivityIds: readonly string[];
}

/** What the database knows of what is named. */
export interface NamedInGroup {
  readonly organisation: boolean;
  readonly reportsTo: { readonly closedOn: Day | null; readonly isBelow: boolean } | null;
  readonly kind: { readonly isActive: boolean } | null;
  readonly activityIds: readonly string[];
}

@Injectable()
export class GroupsRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async findPlan(slug: string): Promise<PlanRef | null> {
    const rows = await this.uow.manager.query<PlanRef[]>('SELECT id, slug, title FROM plan WHERE slug = $1', [slug]);
    return rows[0] ?? null;
  }

  async findOfPlan(slug: string, now: Date, today: Day): Promise<Pick<GroupList, 'plan' | 'items'> | null> {
    const rows = await this.uow.manager.query<Pick<GroupList, 'plan' | 'items'>[]>(GROUPS_OF_PLAN, [slug, now, today]);
    return rows[0] ?? null;
  }

  async find(id: string, now: Date): Promise<StoredGroup | null> {
    const rows = await this.uow.manager.query<{ found: StoredGroup }[]>(ONE_GROUP, [id, now]);
    return rows[0]?.found ?? null;
  }

  async findChoices(slug: string): Promise<GroupChoices | null> {
    const rows = await this.uow.manager.query<GroupChoices[]>(CHOICES, [slug]);
    return rows[0] ?? null;
  }

  /** Keeps the group as it is until the commit, so that what is planned and who is in it is changed by one at a time. */
  async lock(id: string): Promise<boolean> {
    const rows = await this.uow.manager.query<object[]>('SELECT 1 FROM work_group WHERE id = $1 FOR NO KEY UPDATE', [
      id,
    ]);
    return rows.length === 1;
  }

  async findNamed(planId: string, groupId: string | null, fields: GroupFields): Promise<NamedInGroup> {
    const rows = await this.uow.manager.query<NamedInGroup[]>(
      `WITH RECURSIVE above AS (
         SELECT g.id, g.reports_to_id FROM work_group g WHERE g.id = $2::uuid
         UNION SELECT g.id, g.reports_to_id FROM above JOIN work_group g ON g.id = above.reports_to_id)
       SELECT EXISTS (SELECT 1 FROM organisation o WHERE o.id = $1::uuid) AS organisation,
         (SELECT json_build_object('closedOn', to_char(g.closed_on, 'YYYY-MM-DD'), 'isBelow', EXISTS (SELECT 1 FROM above WHERE above.id = $3::uuid))
           FROM work_group g WHERE g.id = $2::uuid) AS "reportsTo",
         (SELECT json_build_object('isActive', k.is_active) FROM event_kind k WHERE k.id = $4::uuid) AS kind,
         ARRAY(SELECT a.id FROM activity a WHERE a.plan_id = $5 AND a.id = ANY($6::uuid[])) AS "activityIds"`,
      [fields.organisationId, fields.reportsToId, groupId, fields.countingKindId, planId, fields.countingActivityIds],
    );
    const [row] = rows;
    if (!row) throw new Error('What is named answers one row.');
    return row;
  }

  async create(id: string, planId: string, fields: GroupFields): Promise<void> {
    await this.uow.manager.query(
      `INSERT INTO work_group (id, county_id, plan_id, name, kind, purpose, meetings_per_year, silent_after_days, minutes_per_item,
         organisation_id, reports_to_id, event_kind_id, position)
       SELECT $1, current_county(), $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, coalesce(max(g.position) + 1, 0) FROM work_group g`,
      [id, planId, ...valuesOf(fields)],
    );
    await this.putActivities(id, fields.countingActivityIds);
  }

  /** False when the group has another version by now. */
  async update(id: string, version: number, fields: GroupFields): Promise<boolean> {
    const [rows] = await this.uow.manager.query<[object[], number]>(
      `UPDATE work_group SET name = $3, kind = $4, purpose = $5, meetings_per_year = $6, silent_after_days = $7, minutes_per_item = $8,
         organisation_id = $9, reports_to_id = $10, event_kind_id = $11, version = version + 1
       WHERE id = $1 AND version = $2 RETURNING id`,
      [id, version, ...valuesOf(fields)],
    );
    if (rows.length === 1) await this.putActivities(id, fields.countingActivityIds);
    return rows.length === 1;
  }

  /** Null opens it again; what it achieved is kept, for whoever closes it next. */
  async setClosed(id: string, version: number, closedOn: Day | null, result: string): Promise<boolean> {
    const [rows] = await this.uow.manager.query<[object[], number]>(
      `UPDATE work_group SET closed_on = $3, result = $4, version = version + 1 WHERE id = $1 AND version = $2 RETURNING id`,
      [id, version, closedOn, result],
    );
    return rows.length === 1;
  }

  private async putActivities(id: string, activityIds: readonly string[]): Promise<void> {
    await this.uow.manager.query(
      `WITH gone AS (DELETE FROM group_activity WHERE group_id = $1 AND NOT activity_id = ANY($2::uuid[]))
       INSERT INTO group_activity (group_id, activity_id, county_id) SELECT $1, x, current_county() FROM unnest($2::uuid[]) x
       ON CONFLICT (group_id, activity_id) DO NOTHING`,
      [id, activityIds],
    );
  }
}

function valuesOf(fields: GroupFields): unknown[] {
  return [
    fields.name,
    fields.kind,
    fields.purpose,
    fields.meetingsPerYear,
    fields.silentAfterDays,
    fields.minutesPerItem,
    fields.organisationId,
    fields.reportsToId,
    fields.countingKindId,
  ];
}
