import { Injectable } from '@nestjs/common';
import { addDays, type Day } from '@samhandling/domain';
import { newId } from '../platform/database/ids.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import { DEMO_TALKS } from './content/index.ts';
import type { DemoLift } from './demo-lifts.ts';
import type { LoadedPlan } from './demo-plan.ts';

export interface LoadedMeeting {
  readonly id: string;
  readonly group: string;
  readonly day: Day;
  readonly isHeld: boolean;
}
interface MadeIn {
  readonly plan: LoadedPlan;
  readonly people: ReadonlyMap<string, string>;
  readonly groupId: string;
}
interface Talked {
  readonly lifts: readonly DemoLift[];
  /** The meetings that something was said at. */
  readonly told: readonly LoadedMeeting[];
}
interface TalkedItem {
  readonly id: string;
  readonly meeting: LoadedMeeting;
  readonly reference: string;
  readonly talk: (typeof DEMO_TALKS)[number] | undefined;
}

/** What the beredning has said and decided, and what it is to take up. */
@Injectable()
export class DemoTalksLoader {
  constructor(private readonly uow: UnitOfWork) {}

  /** All activities in the plan's order, a fifth at each meeting, so that each has been up before each samråd. */
  async load(
    plan: LoadedPlan,
    people: ReadonlyMap<string, string>,
    groups: ReadonlyMap<string, string>,
    meetings: readonly LoadedMeeting[],
  ): Promise<Talked> {
    const berednings = meetings.filter(({ group }) => group === 'beredningsgruppen');
    await this.loadRotation(plan, berednings);
    const held = berednings.filter(({ isHeld }) => isHeld);
    const references = [...plan.activities.keys()];
    const perMeeting = Math.ceil(references.length / 5);
    const items = held.flatMap((meeting, nth) => {
      const first = (nth % 5) * perMeeting;
      const isLast = nth >= held.length - 5;
      return references.slice(first, first + perMeeting).map((reference, place) => {
        const talk = isLast ? DEMO_TALKS.find(({ activity }) => activity === reference) : undefined;
        return { id: newId(), meeting, reference, place: place + 1, talk };
      });
    });
    await this.uow.manager.query(
      `INSERT INTO agenda_item (id, county_id, meeting_id, kind, position, activity_id, origin, state, note, added_at, state_at, seconds_used)
       SELECT r.id, current_county(), r.meeting_id, 'activity', r.position, r.activity_id, 'rotation', r.state, r.note,
         m.starts_at - interval '10 days', m.starts_at + r.position * interval '9 minutes', r.seconds
       FROM jsonb_to_recordset($1) AS r(id uuid, meeting_id uuid, position int, activity_id uuid, state text, note text, seconds int)
       JOIN meeting m ON m.id = r.meeting_id`,
      [
        JSON.stringify(
          items.map(({ id, meeting, reference, place, talk }) => ({
            id,
            meeting_id: meeting.id,
            position: place,
            activity_id: plan.activities.get(reference),
            state: talk ? (talk.state ?? 'treated') : 'nothing_new',
            note: talk?.note ?? '',
            seconds: talk ? 480 : 60,
          })),
        ),
      ],
    );
    const written = items.filter(({ talk }) => talk !== undefined);
    const made = { plan, people, groupId: groups.get('beredningsgruppen') ?? '' };
    await this.loadDecisions(made, written);
    await this.loadActionPoints(made, written);
    return { lifts: this.liftsOf(plan, written), told: [...new Set(written.map(({ meeting }) => meeting))] };
  }

  private async loadDecisions({ plan, people, groupId }: MadeIn, items: readonly TalkedItem[]): Promise<void> {
    const rows = items.flatMap(({ id, meeting, reference, talk }) =>
      talk?.decision
        ? [
            {
              id: newId(),
              meeting_id: meeting.id,
              item_id: id,
              activity_id: plan.activities.get(reference),
              day: meeting.day,
              text: talk.decision.text,
              organisation_id: plan.organisations.get(talk.decision.organisation ?? '') ?? null,
              person_id: people.get(talk.decision.person ?? '') ?? null,
              due: talk.decision.dueIn === undefined ? null : addDays(meeting.day, talk.decision.dueIn),
              state: talk.decision.standing ? 'standing' : talk.decision.done === undefined ? 'open' : 'done',
              done_text: talk.decision.done ?? '',
              done_on: talk.decision.done === undefined ? null : addDays(meeting.day, 21),
            },
          ]
        : [],
    );
    await this.uow.manager.query(
      `INSERT INTO decision (id, county_id, group_id, meeting_id, agenda_item_id, activity_id, year, number, decided_on, text, organisation_id, person_id,
         due, state, done_text, done_on, done_by)
       SELECT r.id, current_county(), $2, r.meeting_id, r.item_id, r.activity_id, extract(year FROM r.day)::int,
         row_number() OVER (PARTITION BY extract(year FROM r.day) ORDER BY r.day, r.id)::int, r.day, r.text, r.organisation_id, r.person_id,
         r.due, r.state, r.done_text, CASE WHEN r.done_on IS NOT NULL THEN LEAST(r.done_on, current_date) END, CASE WHEN r.done_on IS NOT NULL THEN $3::uuid END
       FROM jsonb_to_recordset($1) AS r(id uuid, meeting_id uuid, item_id uuid, activity_id uuid, day date, text text, organisation_id uuid, person_id uuid,
         due date, state text, done_text text, done_on date)`,
      [JSON.stringify(rows), groupId, people.get('maria')],
    );
  }

  private async loadActionPoints({ plan, people, groupId }: MadeIn, items: readonly TalkedItem[]): Promise<void> {
    const rows = items.flatMap(({ id, meeting, reference, talk }) =>
      talk?.action
        ? [
            {
              id: newId(),
              meeting_id: meeting.id,
              item_id: id,
              activity_id: plan.activities.get(reference),
              day: meeting.day,
              text: talk.action.text,
              organisation_id: plan.organisations.get(talk.action.organisation ?? '') ?? null,
              person_id: people.get(talk.action.person ?? '') ?? null,
              due: talk.action.dueIn === undefined ? null : addDays(meeting.day, talk.action.dueIn),
              state: talk.action.done === undefined ? 'open' : 'done',
              done_text: talk.action.done ?? '',
              done_on: talk.action.done === undefined ? null : addDays(meeting.day, 14),
            },
          ]
        : [],
    );
    await this.uow.manager.query(
      `INSERT INTO action_point (id, county_id, group_id, meeting_id, agenda_item_id, activity_id, text, organisation_id, person_id, made_on, due, state, done_text, done_on, done_by)
       SELECT r.id, current_county(), $2, r.meeting_id, r.item_id, r.activity_id, r.text, r.organisation_id, r.person_id, r.day, r.due, r.state, r.done_text,
         CASE WHEN r.done_on IS NOT NULL THEN LEAST(r.done_on, current_date) END, CASE WHEN r.done_on IS NOT NULL THEN coalesce(r.person_id, $3::uuid) END
       FROM jsonb_to_recordset($1) AS r(id uuid, meeting_id uuid, item_id uuid, activity_id uuid, text text, organisation_id uuid, person_id uuid, day date, due date,
         state text, done_text text, done_on date)`,
      [JSON.stringify(rows), groupId, people.get('maria')],
    );
  }

  /** What is to be lifted; it is not, until the digest before it has been sent. */
  private liftsOf(plan: LoadedPlan, items: readonly TalkedItem[]): readonly DemoLift[] {
    return items.flatMap(({ id, meeting, reference, talk }) =>
      talk?.lift
        ? [
            {
              id: newId(),
              meetingId: meeting.id,
              itemId: id,
              activityId: plan.activities.get(reference),
              question: talk.lift.question,
              proposal: talk.lift.proposal,
              raisedOn: meeting.day,
              answer: talk.lift.answer,
              said: talk.lift.said,
            },
          ]
        : [],
    );
  }

  /** The rest goes on in the same order from where the last held meeting left off. */
  private async loadRotation(plan: LoadedPlan, berednings: readonly LoadedMeeting[]): Promise<void> {
    const references = [...plan.activities.keys()];
    const perMeeting = Math.ceil(references.length / 5);
    const rows = berednings.flatMap((meeting, nth) =>
      meeting.isHeld
        ? []
        : references
            .slice((nth % 5) * perMeeting, (nth % 5) * perMeeting + perMeeting)
            .map((reference) => ({ meeting_id: meeting.id, activity_id: plan.activities.get(reference) })),
    );
    await this.uow.manager.query(
      `INSERT INTO rotation_item (meeting_id, activity_id, county_id)
       SELECT r.meeting_id, r.activity_id, current_county() FROM jsonb_to_recordset($1) AS r(meeting_id uuid, activity_id uuid)`,
      [JSON.stringify(rows)],
    );
  }
}
