import { Injectable } from '@nestjs/common';
import type { Label } from '@samhandling/domain';
import { AGENDA_FORM, type AgendaFacts, type AgendaItemFacts, type PaperStanding } from '@samhandling/report-model';
import { dayIn, instant, wasUpIn } from '../platform/database/sql.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import { ACTION_POINT, COUNTY, DECISION, FROM_MEETING, ITEM, JOIN_ACTIVITY, MEETING, MEMBERS } from './meeting-sql.ts';
import { reasonWords } from './reason-words.ts';

type StoredItem = Omit<AgendaItemFacts, 'reasons'> & { readonly reasons: readonly unknown[] };
type StoredAgenda = Pick<AgendaFacts, 'county' | 'meeting' | 'calling' | 'members' | 'previous'> & {
  readonly items: readonly StoredItem[];
};

/** What was postponed or parked in the meeting itself stood on its agenda, as the meeting's page says too. */
const ITEMS = `(SELECT coalesce(jsonb_agg(jsonb_build_object(${ITEM}, 'minutes', coalesce(i.minutes, g.minutes_per_item), 'reasons', i.reasons,
    'responsible', (SELECT coalesce(jsonb_agg(o.name ORDER BY x.position), '[]') FROM activity_actor x
      JOIN organisation o ON o.id = x.organisation_id WHERE x.activity_id = a.id AND x.role = 'responsible'),
    'lastUpOn', (SELECT max(${dayIn('om.starts_at')}) FROM agenda_item oi JOIN meeting om ON om.id = oi.meeting_id
      WHERE oi.activity_id = a.id AND ${wasUpIn('oi', 'om')} AND om.group_id = m.group_id AND om.starts_at < m.starts_at),
    'lastDecision', (SELECT ${DECISION} FROM decision d WHERE d.activity_id = a.id AND d.state <> 'withdrawn'
      AND d.meeting_id IS DISTINCT FROM m.id ORDER BY d.decided_on DESC, d.year DESC, d.number DESC LIMIT 1))
    ORDER BY i.position, i.id), '[]')
  FROM agenda_item i ${JOIN_ACTIVITY} WHERE i.meeting_id = m.id AND i.state <> 'removed'
    AND (i.state NOT IN ('parked', 'postponed') OR i.state_at >= m.starts_at))`;

/** The meeting the group held last before this one. */
const PREVIOUS = `(SELECT jsonb_build_object('heldOn', ${dayIn('b.starts_at')},
    'decisions', (SELECT coalesce(jsonb_agg(${DECISION} ORDER BY d.year, d.number), '[]') FROM decision d WHERE d.meeting_id = b.id),
    'actionPoints', (SELECT coalesce(jsonb_agg(${ACTION_POINT} ORDER BY d.due NULLS LAST, d.id), '[]')
      FROM action_point d WHERE d.meeting_id = b.id AND d.state = 'open'))
  FROM meeting b WHERE b.group_id = m.group_id AND b.state IN ('held', 'adjusted') AND b.starts_at < m.starts_at
  ORDER BY b.starts_at DESC LIMIT 1)`;

/** Facts of the calling: one statement. */
@Injectable()
export class AgendaRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async collect(meetingId: string, standing: PaperStanding): Promise<AgendaFacts | null> {
    const rows = await this.uow.manager.query<{ facts: StoredAgenda }[]>(
      `SELECT jsonb_build_object('county', ${COUNTY}, 'meeting', ${MEETING}, 'items', ${ITEMS}, 'members', ${MEMBERS}, 'previous', ${PREVIOUS},
         'calling', CASE WHEN m.called_at IS NULL THEN NULL ELSE jsonb_build_object('calledAt', ${instant('m.called_at')},
           'calledBy', (SELECT n.name FROM person n WHERE n.id = m.called_by), 'sequence', m.invitation_sequence) END) AS facts
       ${FROM_MEETING} WHERE m.id = $1`,
      [meetingId],
    );
    const facts = rows[0]?.facts;
    if (!facts) return null;
    return {
      form: AGENDA_FORM,
      standing,
      ...facts,
      items: facts.items.map(({ reasons, ...item }) => ({
        ...item,
        reasons: reasons.map(reasonWords).filter((words): words is Label => words !== null),
      })),
    };
  }
}
