import { Injectable } from '@nestjs/common';
import type { Day } from '@samhandling/domain';
import { newId } from '../platform/database/ids.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';

/** A question the beredning has lifted. */
export interface DemoLift {
  readonly id: string;
  readonly meetingId: string;
  readonly itemId: string;
  readonly activityId: string | undefined;
  readonly question: string;
  readonly proposal: string;
  readonly raisedOn: Day;
  readonly answer: string | undefined;
  /** What was said when the question was taken up. */
  readonly said: string;
}
interface Between {
  readonly fromGroupId: string;
  readonly toGroupId: string;
  readonly by: string | undefined;
}
export interface SittingToAnswerIn {
  readonly meetingId: string;
  readonly day: Day;
  /** The items the questions are taken up under, by lift. */
  readonly items: ReadonlyMap<string, string>;
}

/** Questions from the beredning to the samråd, and the answers back. */
@Injectable()
export class DemoLiftsLoader {
  constructor(private readonly uow: UnitOfWork) {}

  async raise(lifts: readonly DemoLift[], { fromGroupId, toGroupId, by }: Between): Promise<void> {
    await this.uow.manager.query(
      `INSERT INTO lift (id, county_id, from_group_id, to_group_id, meeting_id, agenda_item_id, activity_id, question, proposal, raised_by, raised_at)
       SELECT r.id, current_county(), $2, $3, r."meetingId", r."itemId", r."activityId", r.question, r.proposal, $4, r."raisedOn" + interval '14 hours'
       FROM jsonb_to_recordset($1) AS r(id uuid, "meetingId" uuid, "itemId" uuid, "activityId" uuid, question text, proposal text, "raisedOn" date)`,
      [JSON.stringify(lifts), fromGroupId, toGroupId, by],
    );
  }

  /** By a decision under the item each was taken up under, and told on the agenda of the asking group's next meeting. */
  async answer(
    lifts: readonly DemoLift[],
    { fromGroupId, toGroupId }: Between,
    sitting: SittingToAnswerIn,
    firstNumber: number,
  ): Promise<void> {
    const rows = lifts.map(({ id, answer, activityId }, at) => ({
      id,
      answer,
      activityId,
      decisionId: newId(),
      tellingId: newId(),
      itemId: sitting.items.get(id),
      number: firstNumber + at,
    }));
    await this.uow.manager.query(
      `WITH given AS (SELECT * FROM jsonb_to_recordset($1) AS r(id uuid, answer text, "activityId" uuid, "decisionId" uuid, "tellingId" uuid, "itemId" uuid, number int)),
       answered AS (UPDATE lift l SET state = 'answered', answer = g.answer, answered_on = $2, version = l.version + 1 FROM given g WHERE l.id = g.id),
       decided AS (INSERT INTO decision (id, county_id, group_id, meeting_id, agenda_item_id, activity_id, answers_lift_id, year, number, decided_on, text, state)
         SELECT g."decisionId", current_county(), $3, $4, g."itemId", g."activityId", g.id, extract(year FROM $2::date)::int, g.number, $2, g.answer, 'standing' FROM given g)
       INSERT INTO agenda_item (id, county_id, meeting_id, kind, position, lift_id, reasons, state, note, added_at, state_at, seconds_used)
       SELECT g."tellingId", current_county(), m.id, 'answer', 1 + (SELECT coalesce(max(i.position), 0) FROM agenda_item i WHERE i.meeting_id = m.id), g.id,
         jsonb_build_array(jsonb_build_object('code', 'answered', 'words', jsonb_build_object('sv', t.name || ' har svarat.', 'en', t.name || ' has answered.'))),
         CASE WHEN m.state = 'held' THEN 'treated' ELSE 'waiting' END, CASE WHEN m.state = 'held' THEN $6 ELSE '' END,
         $2::date + interval '13 hours', CASE WHEN m.state = 'held' THEN m.ends_at - interval '5 minutes' END, CASE WHEN m.state = 'held' THEN 120 ELSE 0 END
       FROM given g JOIN work_group t ON t.id = $3
       CROSS JOIN LATERAL (SELECT * FROM meeting n WHERE n.group_id = $5 AND n.starts_at::date > $2 ORDER BY n.starts_at LIMIT 1) m`,
      [
        JSON.stringify(rows),
        sitting.day,
        toGroupId,
        sitting.meetingId,
        fromGroupId,
        'Svaret är läst. Beredningen följer hur det går.',
      ],
    );
  }
}
