import { Injectable } from '@nestjs/common';
import {
  MINUTES_FORM,
  type ActionPointFacts,
  type MinutesItemFacts,
  type MinutesPaperFacts,
  type PaperStanding,
} from '@samhandling/report-model';
import { instant, isToldIn } from '../platform/database/sql.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import {
  ACTION_POINT,
  COUNTY,
  DECISION,
  FROM_MEETING,
  ITEM,
  JOIN_ACTIVITY,
  MEETING,
  MEMBER_NAME,
  SUBSTITUTE_FOR,
} from './meeting-sql.ts';

type StoredMinutes = Omit<MinutesPaperFacts, 'form' | 'standing' | 'items' | 'actionPoints'> & {
  readonly items: readonly (MinutesItemFacts & { readonly id: string })[];
  readonly actionPoints: readonly (ActionPointFacts & { readonly itemId: string | null })[];
};

/** What the meeting had up: also what it put off itself, but not what was taken away before it began. */
const WAS_ON_AGENDA = `i.state <> 'removed' AND (i.state NOT IN ('postponed', 'parked') OR i.state_at IS NULL OR i.state_at >= m.starts_at)`;

const LIFTS = (where: string): string =>
  `(SELECT coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'toGroup', t.name, 'question', l.question, 'proposal', l.proposal) ORDER BY l.raised_at, l.id), '[]')
  FROM lift l JOIN work_group t ON t.id = l.to_group_id WHERE l.meeting_id = m.id AND l.state <> 'withdrawn' AND ${where})`;

/**
 * What the meeting judged: the last change of the judgement between its beginning and its end, said for a reporter in the meeting or
 * by somebody of the group. What a reporter happened to answer at the same hour is not the meeting's.
 */
const JUDGED = `(SELECT e.changes->'judgement'->>'new' FROM audit_event e JOIN follow_up f ON f.id = e.entity_id
  WHERE i.kind = 'activity' AND f.activity_id = i.activity_id AND e.entity = 'follow_up' AND e.changes ? 'judgement'
    AND e.at BETWEEN m.starts_at AND coalesce(m.held_at, now())
    AND (f.channel = 'meeting' OR EXISTS (SELECT 1 FROM group_member gm WHERE gm.group_id = m.group_id AND gm.person_id = e.person_id))
  ORDER BY e.at DESC, e.id DESC LIMIT 1)`;

const ITEMS = `(SELECT coalesce(jsonb_agg(jsonb_build_object(${ITEM}, 'id', i.id, 'note', i.note, 'judgement', ${JUDGED}, 'stateReason', i.state_reason,
    'postponedTo', (SELECT ${instant('n.starts_at')} FROM meeting n WHERE n.id = i.postponed_to_id),
    'decisions', (SELECT coalesce(jsonb_agg(${DECISION} ORDER BY d.year, d.number), '[]') FROM decision d WHERE d.agenda_item_id = i.id),
    'lifts', ${LIFTS(`i.kind = 'activity' AND l.activity_id = i.activity_id`)}) ORDER BY i.position, i.id), '[]')
  FROM agenda_item i ${JOIN_ACTIVITY} WHERE i.meeting_id = m.id AND ${WAS_ON_AGENDA})`;

const ATTENDANCE = `(SELECT coalesce(jsonb_agg(jsonb_build_object('name', CASE WHEN gm.id IS NULL THEN x.name ELSE ${MEMBER_NAME} END,
    'organisation', coalesce(o.name, ''), 'role', gm.role, 'substituteFor', ${SUBSTITUTE_FOR}, 'status', x.status)
    ORDER BY o.name COLLATE "sv-x-icu" NULLS LAST, x.name COLLATE "sv-x-icu", x.id), '[]')
  FROM meeting_attendance x LEFT JOIN group_member gm ON gm.id = x.member_id
  LEFT JOIN organisation o ON o.id = coalesce(x.organisation_id, gm.organisation_id) WHERE x.meeting_id = m.id)`;

const ADJUSTERS = `(SELECT coalesce(jsonb_agg(jsonb_build_object('name', x.name, 'organisation', coalesce(o.name, ''),
    'adjustedAt', CASE WHEN x.adjusted_version = w.version THEN ${instant('x.adjusted_at')} END,
    'channel', CASE WHEN x.adjusted_version = w.version THEN x.channel END,
    'recordedBy', CASE WHEN x.adjusted_version = w.version AND x.channel <> 'self' THEN coalesce((SELECT n.name FROM person n WHERE n.id = x.recorded_by), '') ELSE '' END)
    ORDER BY x.name COLLATE "sv-x-icu", x.id), '[]')
  FROM minutes_adjuster x LEFT JOIN group_member gm ON gm.id = x.member_id LEFT JOIN organisation o ON o.id = gm.organisation_id
  WHERE x.meeting_id = m.id)`;

const NEXT = `(SELECT jsonb_build_object('startsAt', ${instant('n.starts_at')}, 'endsAt', ${instant('n.ends_at')}, 'place', n.place)
  FROM meeting n WHERE n.group_id = m.group_id AND n.state <> 'cancelled' AND n.starts_at > m.starts_at ORDER BY n.starts_at LIMIT 1)`;

/** What the group decided between its meetings, as far as these minutes are to tell of it. */
const BETWEEN = `(SELECT coalesce(jsonb_agg(${DECISION} || jsonb_build_object('way', d.way) ORDER BY d.decided_on, d.year, d.number), '[]')
  FROM decision d WHERE ${isToldIn('d', 'm')})`;

/** Facts of the minutes: one statement, whatever the number of items. */
@Injectable()
export class MinutesFactsRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async collect(meetingId: string, standing: PaperStanding): Promise<MinutesPaperFacts | null> {
    const rows = await this.uow.manager.query<{ facts: StoredMinutes }[]>(
      `SELECT jsonb_build_object('county', ${COUNTY}, 'meeting', ${MEETING}, 'calledAt', ${instant('m.called_at')},
         'state', coalesce(w.state, 'draft'), 'opening', coalesce(w.opening, ''), 'closing', coalesce(w.closing, ''),
         'recordsNumber', coalesce(w.records_number, ''), 'attendance', ${ATTENDANCE}, 'items', ${ITEMS},
         'otherDecisions', (SELECT coalesce(jsonb_agg(${DECISION} ORDER BY d.year, d.number), '[]') FROM decision d
           WHERE d.meeting_id = m.id AND NOT EXISTS (SELECT 1 FROM agenda_item i WHERE i.id = d.agenda_item_id AND ${WAS_ON_AGENDA})),
         'otherLifts', ${LIFTS(`NOT EXISTS (SELECT 1 FROM agenda_item i WHERE i.meeting_id = m.id AND i.kind = 'activity' AND i.activity_id = l.activity_id AND ${WAS_ON_AGENDA})`)},
         'actionPoints', (SELECT coalesce(jsonb_agg(${ACTION_POINT} || jsonb_build_object('itemId', d.agenda_item_id) ORDER BY d.due NULLS LAST, d.id), '[]')
           FROM action_point d WHERE d.meeting_id = m.id),
         'between', ${BETWEEN},
         'next', ${NEXT}, 'adjusters', ${ADJUSTERS}) AS facts
       ${FROM_MEETING} LEFT JOIN minutes w ON w.meeting_id = m.id WHERE m.id = $1`,
      [meetingId],
    );
    const facts = rows[0]?.facts;
    if (!facts) return null;
    const numbers = new Map(facts.items.map(({ id }, index) => [id, index + 1]));
    return {
      ...facts,
      form: MINUTES_FORM,
      standing,
      items: facts.items.map(({ id: _id, ...item }) => item),
      actionPoints: facts.actionPoints
        .map(({ itemId, ...point }) => ({ ...point, item: itemId === null ? null : (numbers.get(itemId) ?? null) }))
        .sort((left, right) => (left.item ?? Infinity) - (right.item ?? Infinity)),
    };
  }
}
