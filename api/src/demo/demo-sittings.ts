import { Injectable } from '@nestjs/common';
import { addDays, instantAt, type Day } from '@samhandling/domain';
import { DigestsRepository } from '../digests/digests.repository.ts';
import { PapersService } from '../papers/papers.service.ts';
import { newId } from '../platform/database/ids.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import { DEMO_SITTINGS, type DemoSitting, type DemoSittingItem } from './content/index.ts';
import { DemoLiftsLoader, type DemoLift } from './demo-lifts.ts';
import { DemoRecord } from './demo-record.ts';
import type { LoadedMeeting } from './demo-talks.ts';
import type { DemoDecision } from './demo-work-plan.ts';

/** A digest goes out so many days before its meeting. */
const SENT_BEFORE = 9;

export interface Sittings {
  /** The one on the work plan of this year. */
  readonly decision: DemoDecision | null;
  /** The meetings that something was taken up at. */
  readonly sat: readonly LoadedMeeting[];
}
interface Sat extends DemoSitting {
  readonly meeting: LoadedMeeting;
}
interface Taken {
  readonly id: string;
  readonly sat: Sat;
  readonly place: number;
  readonly item: DemoSittingItem;
}

/**
 * What the groups above the beredning took up: their own items, the questions lifted to the samråd, which was sent its
 * digest first, and the decision on this year's work plan.
 */
@Injectable()
export class DemoSittingsLoader {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly digests: DigestsRepository,
    private readonly papers: PapersService,
    private readonly lifts: DemoLiftsLoader,
    private readonly record: DemoRecord,
  ) {}

  async load(
    people: ReadonlyMap<string, string>,
    groups: ReadonlyMap<string, string>,
    meetings: readonly LoadedMeeting[],
    lifts: readonly DemoLift[],
    thisYear: number,
  ): Promise<Sittings> {
    const by = people.get('maria') ?? '';
    const between = {
      fromGroupId: groups.get('beredningsgruppen') ?? '',
      toGroupId: groups.get('samradsgruppen') ?? '',
      by,
    };
    const held = meetings.filter(({ isHeld }) => isHeld);
    const ofSamrad = held.filter(({ group }) => group === 'samradsgruppen');
    const samrad = ofSamrad.at(-1);
    const sentOn = samrad ? addDays(samrad.day, -SENT_BEFORE) : '';
    const early = lifts.filter(({ raisedOn }) => raisedOn <= sentOn);
    await this.lifts.raise(early, between);
    if (samrad) await this.sendDigest(samrad, ofSamrad.at(-2)?.day ?? null, sentOn, by);
    await this.lifts.raise(
      lifts.filter((one) => !early.includes(one)),
      between,
    );
    const sittings = DEMO_SITTINGS.flatMap((written): Sat[] => {
      const isIt = ({ group, day }: LoadedMeeting): boolean =>
        group === written.group && Number(day.slice(5, 7)) === written.month;
      const last = held.findLast(isIt);
      // The one that decided this year's work plan is named, also when the group has met in that month since.
      const deciding = held.find((one) => isIt(one) && one.day.startsWith(String(thisYear - 1)));
      const meeting = written.items.some(({ decidesWorkPlan }) => decidesWorkPlan) ? (deciding ?? last) : last;
      return meeting ? [{ ...written, meeting }] : [];
    });
    const taken = sittings.flatMap((sat) =>
      sat.items.map((item, place): Taken => ({ id: newId(), sat, place: place + 1, item })),
    );
    await this.loadItems(taken);
    const numbers = await this.loadDecisions(taken, groups, by);
    await this.loadActionPoints(taken, groups, people);
    if (samrad) {
      const items = await this.takeUp(samrad, early, taken);
      const answered = early.filter(({ answer }) => answer !== undefined);
      await this.lifts.answer(
        answered,
        between,
        { meetingId: samrad.id, day: samrad.day, items },
        (numbers.get(`${samrad.group} ${samrad.day.slice(0, 4)}`) ?? 0) + 1,
      );
    }
    const [decision] = await this.uow.manager.query<DemoDecision[]>(
      `SELECT d.id, d.decided_on::text AS "on" FROM decision d WHERE d.agenda_item_id = $1`,
      [taken.find(({ item }) => item.decidesWorkPlan)?.id ?? null],
    );
    return { decision: decision ?? null, sat: sittings.map(({ meeting }) => meeting) };
  }

  /** Opening words of the minutes of these meetings. */
  openingOf(meeting: LoadedMeeting): string {
    return (
      DEMO_SITTINGS.find(({ group, month }) => group === meeting.group && Number(meeting.day.slice(5, 7)) === month)
        ?.opening ?? ''
    );
  }

  private async loadItems(taken: readonly Taken[]): Promise<void> {
    await this.uow.manager.query(
      `INSERT INTO agenda_item (id, county_id, meeting_id, kind, position, title, origin, state, note, added_at, state_at, seconds_used)
       SELECT r.id, current_county(), r.meeting_id, 'free', r.position, r.title, 'added', 'treated', r.note,
         m.starts_at - interval '10 days', m.starts_at + r.position * interval '25 minutes', 1200
       FROM jsonb_to_recordset($1) AS r(id uuid, meeting_id uuid, position int, title text, note text) JOIN meeting m ON m.id = r.meeting_id`,
      [
        JSON.stringify(
          taken.map(({ id, sat, place, item }) => ({
            id,
            meeting_id: sat.meeting.id,
            position: place,
            title: inYears(item.title, sat.meeting.day),
            note: inYears(item.note, sat.meeting.day),
          })),
        ),
      ],
    );
  }

  /** Answers the last number each group has given in a year. */
  private async loadDecisions(
    taken: readonly Taken[],
    groups: ReadonlyMap<string, string>,
    by: string,
  ): Promise<ReadonlyMap<string, number>> {
    const numbers = new Map<string, number>();
    const rows = taken
      .toSorted((a, b) => (a.sat.meeting.day < b.sat.meeting.day ? -1 : 1))
      .flatMap(({ id, sat: { meeting }, item: { decision } }) => {
        if (!decision) return [];
        const year = `${meeting.group} ${meeting.day.slice(0, 4)}`;
        const number = (numbers.get(year) ?? 0) + 1;
        numbers.set(year, number);
        return [
          {
            id: newId(),
            group_id: groups.get(meeting.group),
            meeting_id: meeting.id,
            item_id: id,
            day: meeting.day,
            number,
            text: inYears(decision.text, meeting.day),
            state: decision.standing ? 'standing' : 'done',
            done_text: decision.done ?? '',
            done_on: decision.done === undefined ? null : addDays(meeting.day, 1),
          },
        ];
      });
    await this.uow.manager.query(
      `INSERT INTO decision (id, county_id, group_id, meeting_id, agenda_item_id, year, number, decided_on, text, state, done_text, done_on, done_by)
       SELECT r.id, current_county(), r.group_id, r.meeting_id, r.item_id, extract(year FROM r.day)::int, r.number, r.day, r.text, r.state, r.done_text,
         CASE WHEN r.done_on IS NOT NULL THEN LEAST(r.done_on, current_date) END, CASE WHEN r.done_on IS NOT NULL THEN $2::uuid END
       FROM jsonb_to_recordset($1) AS r(id uuid, group_id uuid, meeting_id uuid, item_id uuid, day date, number int, text text, state text, done_text text, done_on date)`,
      [JSON.stringify(rows), by],
    );
    return numbers;
  }

  private async loadActionPoints(
    taken: readonly Taken[],
    groups: ReadonlyMap<string, string>,
    people: ReadonlyMap<string, string>,
  ): Promise<void> {
    const rows = taken.flatMap(({ id, sat: { meeting }, item: { action } }) =>
      action
        ? [
            {
              id: newId(),
              group_id: groups.get(meeting.group),
              meeting_id: meeting.id,
              item_id: id,
              text: action.text,
              person_id: people.get(action.person),
              day: meeting.day,
              due: addDays(meeting.day, action.dueIn),
              done_text: action.done ?? '',
              done_on: action.done === undefined ? null : addDays(meeting.day, Math.min(action.dueIn, 14)),
            },
          ]
        : [],
    );
    await this.uow.manager.query(
      `INSERT INTO action_point (id, county_id, group_id, meeting_id, agenda_item_id, text, person_id, made_on, due, state, done_text, done_on, done_by)
       SELECT r.id, current_county(), r.group_id, r.meeting_id, r.item_id, r.text, r.person_id, r.day, r.due,
         CASE WHEN r.done_on IS NULL THEN 'open' ELSE 'done' END, r.done_text,
         CASE WHEN r.done_on IS NOT NULL THEN LEAST(r.done_on, current_date) END, CASE WHEN r.done_on IS NOT NULL THEN r.person_id END
       FROM jsonb_to_recordset($1) AS r(id uuid, group_id uuid, meeting_id uuid, item_id uuid, text text, person_id uuid, day date, due date, done_text text, done_on date)`,
      [JSON.stringify(rows)],
    );
  }

  /** The questions lifted to the samråd stand on its agenda after its own items. */
  private async takeUp(
    samrad: LoadedMeeting,
    lifts: readonly DemoLift[],
    taken: readonly Taken[],
  ): Promise<ReadonlyMap<string, string>> {
    const own = taken.filter(({ sat }) => sat.meeting.id === samrad.id).length;
    const rows = lifts.map(({ id, said }, at) => ({ id: newId(), lift_id: id, position: own + at + 1, note: said }));
    await this.uow.manager.query(
      `INSERT INTO agenda_item (id, county_id, meeting_id, kind, position, lift_id, state, note, added_at, state_at, seconds_used)
       SELECT r.id, current_county(), m.id, 'lift', r.position, r.lift_id, 'treated', r.note, m.starts_at - interval '10 days',
         m.starts_at + r.position * interval '25 minutes', 900
       FROM jsonb_to_recordset($1) AS r(id uuid, lift_id uuid, position int, note text) JOIN meeting m ON m.id = $2`,
      [JSON.stringify(rows), samrad.id],
    );
    return new Map(rows.map((row) => [row.lift_id, row.id]));
  }

  /** As it stood before the meeting: nothing that was said there is known yet. */
  private async sendDigest(samrad: LoadedMeeting, lastMet: Day | null, sentOn: Day, by: string): Promise<void> {
    const id = newId();
    const at = new Date(instantAt(sentOn, '14:05'));
    const from = lastMet === null ? addDays(sentOn, -182) : addDays(lastMet, 1);
    await this.digests.create(id, samrad.id, from, sentOn);
    await this.papers.freezeUndrawn({ kind: 'digest', subjectId: id, by, at });
    const members = (await this.digests.find(id))?.members ?? [];
    const receivers = members.filter(({ email }) => email !== '').map((member) => member.id);
    await this.digests.send(
      id,
      1,
      at,
      'Läs gärna sidan för det mål som rör er mest. Vi börjar med frågorna.',
      receivers,
    );
    await this.uow.manager.query(
      `UPDATE digest_letter SET state = 'sent', settled_at = $2::timestamptz + interval '1 minute' WHERE digest_id = $1`,
      [id, at],
    );
    await this.record.write([
      {
        at: new Date(instantAt(sentOn, '09:20')),
        by,
        action: 'create',
        entity: 'digest',
        entityId: id,
        after: { from, to: sentOn },
      },
      { at, by, action: 'send', entity: 'digest', entityId: id, before: { state: 'draft' }, after: { state: 'sent' } },
    ]);
  }
}

function inYears(words: string, day: Day): string {
  const year = Number(day.slice(0, 4));
  return words
    .replaceAll('{last}', String(year - 1))
    .replaceAll('{year}', String(year))
    .replaceAll('{next}', String(year + 1));
}
