import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import { ACTION_POINT_FROM, actionPointJson, DECISION_FROM, decisionJson, LIFT_FROM, liftJson } from './shared.sql.ts';
import type { StoredActionPoint, StoredDecision, StoredLift } from './stored.ts';

export interface StoredParts {
  readonly decisions: readonly StoredDecision[];
  readonly actionPoints: readonly StoredActionPoint[];
  readonly lifts: readonly StoredLift[];
}

const rows = (json: string, from: string, where: string, order: string): string =>
  `(SELECT coalesce(json_agg(${json} ORDER BY ${order}), '[]') FROM ${from} WHERE ${where})`;

/** `$1` the meeting, `$2` its activities, `$3` today. */
const PARTS = `SELECT json_build_object(
  'decisions', ${rows(
    decisionJson('$3'),
    DECISION_FROM,
    `d.meeting_id = $1 OR (d.activity_id = ANY($2::uuid[]) AND d.state = 'open') OR d.id IN (
      SELECT DISTINCT ON (x.activity_id) x.id FROM decision x WHERE x.activity_id = ANY($2) AND x.meeting_id IS DISTINCT FROM $1
      ORDER BY x.activity_id, x.decided_on DESC, x.number DESC, x.id DESC)`,
    'd.decided_on DESC, d.number DESC, d.id DESC',
  )},
  'actionPoints', ${rows(
    actionPointJson('$3'),
    ACTION_POINT_FROM,
    `x.meeting_id = $1 OR (x.activity_id = ANY($2::uuid[]) AND x.state = 'open')`,
    'x.due NULLS LAST, x.id',
  )},
  'lifts', ${rows(
    liftJson('$3'),
    LIFT_FROM,
    `l.meeting_id = $1 OR l.id IN (SELECT i.lift_id FROM agenda_item i WHERE i.meeting_id = $1 AND i.lift_id IS NOT NULL)`,
    'l.raised_at, l.id',
  )}) AS parts`;

@Injectable()
export class MeetingPartsRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async find(meetingId: string, activityIds: readonly string[], today: string): Promise<StoredParts> {
    const [row] = await this.uow.manager.query<{ parts: StoredParts }[]>(PARTS, [meetingId, activityIds, today]);
    return row?.parts ?? { decisions: [], actionPoints: [], lifts: [] };
  }
}
