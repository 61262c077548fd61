import { Injectable } from '@nestjs/common';
import {
  addDays,
  attended,
  dayOf,
  holidayOn,
  instantAt,
  isMemberOn,
  type Attendance,
  type Day,
} from '@samhandling/domain';
import { newId } from '../platform/database/ids.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import { DEMO_GROUPS, DEMO_PEOPLE, type DemoGroup, type DemoMember, type DemoPerson } from './content/index.ts';
import { DemoMinutesLoader, type DemoAttendee } from './demo-minutes.ts';
import { DemoNeedsLoader } from './demo-needs.ts';
import type { LoadedPlan } from './demo-plan.ts';
import { DemoSittingsLoader } from './demo-sittings.ts';
import { DemoTalksLoader, type LoadedMeeting } from './demo-talks.ts';
import { DemoWorkPlanLoader } from './demo-work-plan.ts';
import { existingDay, shiftYears, WRITTEN_FOR } from './shift-years.ts';

/** Months with a beredning, and the days of the samråd in the two years that are written about; the next one is to come. */
const MONTHS = [1, 2, 3, 4, 5, 6, 8, 9, 11, 12];
const CONSULTATIONS = ['2024-04-18', '2024-10-10', '2025-04-10', '2025-10-09', '2026-04-16'];
const THURSDAY = 4;

type LoadedMember = DemoMember & { readonly id: string; readonly shownName: string };

/**
 * Groups and two years of meetings: those that have been are held, with what was said and decided; the rest of the year is
 * planned. Everything is placed around today, so that there is always a meeting to prepare.
 */
@Injectable()
export class DemoMeetingsLoader {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly talks: DemoTalksLoader,
    private readonly sittings: DemoSittingsLoader,
    private readonly needs: DemoNeedsLoader,
    private readonly workPlans: DemoWorkPlanLoader,
    private readonly minutes: DemoMinutesLoader,
  ) {}

  async load(plan: LoadedPlan, people: ReadonlyMap<string, string>, years: number, today: Day): Promise<void> {
    const groups = await this.loadGroups(plan);
    const members = await this.loadMembers(plan, people, groups, years);
    const meetings = await this.loadMeetings(groups, years, today);
    await this.loadCallings();
    const attendees = await this.loadAttendance(plan, people, meetings, members);
    const { lifts, told } = await this.talks.load(plan, people, groups, meetings);
    const thisYear = WRITTEN_FOR + years;
    const { decision, sat } = await this.sittings.load(people, groups, meetings, lifts, thisYear);
    const by = people.get('maria') ?? '';
    const asked = { plan, groupId: groups.get('samradsgruppen') ?? '', by };
    const needs = await this.needs.load(asked, thisYear, today);
    if (decision) await this.workPlans.load(plan, by, needs, thisYear, decision, today);
    await this.minutes.load([...told, ...sat], attendees, by);
  }

  private async loadGroups(plan: LoadedPlan): Promise<Map<string, string>> {
    const ids = new Map(DEMO_GROUPS.map(({ key }) => [key, newId()]));
    await this.uow.manager.query(
      `INSERT INTO work_group (id, county_id, plan_id, organisation_id, reports_to_id, event_kind_id, name, kind, purpose, meetings_per_year, position)
       SELECT r.id, current_county(), $2, r.organisation_id, r.reports_to_id, (SELECT k.id FROM event_kind k WHERE k.name = r.event_kind),
         r.name, r.kind, r.purpose, r.per_year, r.position
       FROM jsonb_to_recordset($1) AS r(id uuid, organisation_id uuid, reports_to_id uuid, event_kind text, name text, kind text, purpose text, per_year int, position int)`,
      [
        JSON.stringify(
          DEMO_GROUPS.map((group, position) => ({
            id: ids.get(group.key),
            organisation_id: plan.organisations.get(group.key),
            reports_to_id: group.reportsTo === null ? null : ids.get(group.reportsTo),
            event_kind: group.counting.kind,
            name: group.name,
            kind: group.kind,
            purpose: group.purpose,
            per_year: group.meetingsPerYear,
            position,
          })),
        ),
        plan.planId,
      ],
    );
    const counted = DEMO_GROUPS.flatMap(({ key, counting }) =>
      counting.activities.map((activity) => ({ group_id: ids.get(key), activity_id: plan.activities.get(activity) })),
    );
    await this.uow.manager.query(
      `INSERT INTO group_activity (group_id, activity_id, county_id)
       SELECT r.group_id, r.activity_id, current_county() FROM jsonb_to_recordset($1) AS r(group_id uuid, activity_id uuid)`,
      [JSON.stringify(counted)],
    );
    return ids;
  }

  private async loadMembers(
    plan: LoadedPlan,
    people: ReadonlyMap<string, string>,
    groups: ReadonlyMap<string, string>,
    years: number,
  ): Promise<Map<string, LoadedMember[]>> {
    const all = new Map(
      DEMO_GROUPS.map((group) => [
        group.key,
        group.members.map((member) => ({
          ...member,
          from: existingDay(shiftYears(member.from, years)),
          ...(member.to !== undefined && { to: existingDay(shiftYears(member.to, years)) }),
          id: newId(),
          shownName: member.name ?? personOf(member)?.name ?? '',
        })),
      ]),
    );
    const rows = [...all].flatMap(([key, members]) =>
      members.map((member) => ({
        id: member.id,
        group_id: groups.get(key),
        organisation_id: plan.organisations.get(member.organisation),
        person_id: member.person === undefined ? null : people.get(member.person),
        name: member.shownName,
        email: personOf(member)?.email ?? addressOf(member.shownName),
        role: member.role,
        substitute_for_id:
          members.find(({ person }) => person !== undefined && person === member.substituteFor)?.id ?? null,
        from_day: member.from,
        to_day: member.to ?? null,
      })),
    );
    await this.uow.manager.query(
      `INSERT INTO group_member (id, county_id, group_id, organisation_id, person_id, name, email, role, substitute_for_id, from_day, to_day)
       SELECT r.id, current_county(), r.group_id, r.organisation_id, r.person_id, r.name, r.email, r.role, r.substitute_for_id, r.from_day, r.to_day
       FROM jsonb_to_recordset($1) AS r(id uuid, group_id uuid, organisation_id uuid, person_id uuid, name text, email text, role text,
         substitute_for_id uuid, from_day date, to_day date) ORDER BY r.substitute_for_id NULLS FIRST`,
      [JSON.stringify(rows)],
    );
    return all;
  }

  /** The second Thursday of the month that is no holiday, 13–15; the samråd 9–12 on the days its events stand on. */
  private async loadMeetings(groups: ReadonlyMap<string, string>, years: number, today: Day): Promise<LoadedMeeting[]> {
    const thisYear = WRITTEN_FOR + years;
    const days = [
      ...[thisYear - 1, thisYear].flatMap((year) =>
        MONTHS.map((month) => ({ group: 'beredningsgruppen', day: secondThursday(year, month), from: 13, to: 15 })),
      ),
      ...MONTHS.filter((month) => month <= 6).map((month) => ({
        group: 'beredningsgruppen',
        day: secondThursday(thisYear + 1, month),
        from: 13,
        to: 15,
      })),
      ...CONSULTATIONS.map((day) => ({
        group: 'samradsgruppen',
        day: existingDay(shiftYears(day, years)),
        from: 9,
        to: 12,
      })),
      ...[thisYear - 1, thisYear].flatMap((year) => [
        { group: 'ledningsgruppen', day: secondThursday(year, 3), from: 9, to: 11 },
        // Two weeks after the beredning's, which has its proposal ready by then.
        { group: 'ledningsgruppen', day: addDays(secondThursday(year, 11), 14), from: 9, to: 11 },
      ]),
    ];
    const meetings = days.map((one) => ({ ...one, id: newId(), isHeld: one.day < today }));
    await this.uow.manager.query(
      `INSERT INTO meeting (id, county_id, group_id, starts_at, ends_at, place, state, called_at, called_by, called_as, invitation_sequence, held_at, event_id)
       SELECT r.id, current_county(), r.group_id, (r.day + r.starts) AT TIME ZONE 'Europe/Stockholm', (r.day + r.ends) AT TIME ZONE 'Europe/Stockholm', r.place,
         CASE WHEN r.held THEN 'held' ELSE 'planned' END, CASE WHEN r.held THEN (r.day - 14 + time '08:20') AT TIME ZONE 'Europe/Stockholm' END,
         CASE WHEN r.held THEN current_person() END, CASE WHEN r.held THEN r.called_as END, CASE WHEN r.held THEN 1 ELSE 0 END, CASE WHEN r.held THEN (r.day + r.ends) AT TIME ZONE 'Europe/Stockholm' END,
         CASE WHEN r.held THEN (SELECT e.id FROM logged_event e JOIN event_activity x ON x.event_id = e.id
           JOIN group_activity g ON g.activity_id = x.activity_id AND g.group_id = r.group_id WHERE e.day = r.day LIMIT 1) END
       FROM jsonb_to_recordset($1) AS r(id uuid, group_id uuid, day date, starts time, ends time, place text, held boolean, called_as jsonb)`,
      [
        JSON.stringify(
          meetings.map(({ id, group, day, from, to, isHeld }) => ({
            id,
            group_id: groups.get(group),
            day,
            starts: `${from}:00`,
            ends: `${to}:00`,
            place: groupOf(group).place,
            held: isHeld,
            called_as: {
              startsAt: instantAt(day, `${String(from).padStart(2, '0')}:00`),
              endsAt: instantAt(day, `${String(to).padStart(2, '0')}:00`),
              place: groupOf(group).place,
              link: '',
              title: '',
            },
          })),
        ),
      ],
    );
    return meetings.toSorted((a, b) => (a.day < b.day ? -1 : 1));
  }

  /** Everybody who was to come to what has been held got a letter, but for those without an address. */
  private async loadCallings(): Promise<void> {
    await this.uow.manager.query(
      `INSERT INTO meeting_letter (id, county_id, meeting_id, member_id, kind, sequence, state, made_at, sent_at)
       SELECT gen_random_uuid(), current_county(), m.id, x.id, 'call', m.invitation_sequence, 'sent', m.called_at, m.called_at + interval '1 minute'
       FROM meeting m JOIN group_member x ON x.group_id = m.group_id AND x.email <> '' AND x.from_day <= (m.starts_at AT TIME ZONE 'Europe/Stockholm')::date
         AND (x.to_day IS NULL OR x.to_day >= (m.starts_at AT TIME ZONE 'Europe/Stockholm')::date)
       WHERE m.called_at IS NOT NULL`,
    );
  }

  /** Most come; some have sent word, and now and then somebody is there by screen. */
  private async loadAttendance(
    plan: LoadedPlan,
    people: ReadonlyMap<string, string>,
    meetings: readonly LoadedMeeting[],
    members: ReadonlyMap<string, readonly LoadedMember[]>,
  ): Promise<ReadonlyMap<string, readonly DemoAttendee[]>> {
    const rows = meetings
      .filter(({ isHeld }) => isHeld)
      .flatMap((meeting, nth) =>
        (members.get(meeting.group) ?? [])
          .filter((member) => isMemberOn({ fromDay: member.from, toDay: member.to ?? null }, meeting.day))
          .map((member, place) => ({
            id: newId(),
            meeting_id: meeting.id,
            member_id: member.id,
            organisation_id: plan.organisations.get(member.organisation),
            name: member.shownName,
            status: statusOf(member, nth, place),
            member,
          })),
      );
    await this.uow.manager.query(
      `INSERT INTO meeting_attendance (id, county_id, meeting_id, member_id, organisation_id, name, status)
       SELECT r.id, current_county(), r.meeting_id, r.member_id, r.organisation_id, r.name, r.status
       FROM jsonb_to_recordset($1) AS r(id uuid, meeting_id uuid, member_id uuid, organisation_id uuid, name text, status text)`,
      [JSON.stringify(rows.map(({ member: _member, ...row }) => row))],
    );
    const there = rows.filter(({ status, member }) => attended(status) && member.role !== 'secretary');
    return new Map(
      meetings.map(({ id }) => [
        id,
        there
          .filter((row) => row.meeting_id === id)
          .map(({ member, name, member_id: memberId }) => ({
            memberId,
            name,
            personId: hasAccount(member) ? (people.get(member.person ?? '') ?? null) : null,
            isChair: member.role === 'chair',
          })),
      ]),
    );
  }
}

function hasAccount(member: DemoMember): boolean {
  const person = personOf(member);
  return person !== undefined && (person.hasAccount ?? true);
}

function groupOf(key: string): DemoGroup {
  const group = DEMO_GROUPS.find((one) => one.key === key);
  if (!group) throw new RangeError(`No such group in the demo: ${key}`);
  return group;
}

function personOf({ person }: DemoMember): DemoPerson | undefined {
  return (DEMO_PEOPLE as readonly DemoPerson[]).find(({ key }) => key === person);
}

/** "Per-Olof Hägg" → "per-olof.hagg@alvmark.example": a domain that nobody can own (RFC 2606). */
function addressOf(name: string): string {
  const plain = name
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036F]/g, '');
  return `${plain.replaceAll(' ', '.')}@alvmark.example`;
}

function statusOf({ role }: DemoMember, nth: number, place: number): Attendance {
  if (role === 'chair') return 'present';
  if (role === 'substitute') return 'excused';
  return (
    (['present', 'present', 'remote', 'present', 'excused', 'present', 'present'] as const)[(nth * 3 + place) % 7] ??
    'present'
  );
}

/** A week later where it is a holiday, as Ascension Day can be. */
function secondThursday(year: number, month: number): Day {
  const first = new Date(Date.UTC(year, month - 1, 1));
  const offset = (THURSDAY - first.getUTCDay() + 7) % 7;
  const day = dayOf(new Date(Date.UTC(year, month - 1, 1 + offset + 7, 12)));
  return holidayOn(day) === null ? day : addDays(day, 7);
}
