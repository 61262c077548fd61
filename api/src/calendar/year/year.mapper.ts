import { pages, type YearEntry } from '@samhandling/contracts';
import {
  firstDayOf,
  lastDayOf,
  MEETING_STATE_LABELS,
  ROUND_STATE_LABELS,
  type Label,
  type Locale,
} from '@samhandling/domain';
import type { StoredYear, YearDue, YearMeeting, YearRound, YearStep } from './year.repository.ts';

/** What the reader may change, by the matrix. */
export interface YearRights {
  readonly meetings: boolean;
  readonly rounds: boolean;
  readonly marks: boolean;
}

/** Everything that touches the year, by day; what is on one day in the order of the hours, and then by name. */
export function toEntries(stored: StoredYear, year: number, rights: YearRights, locale: Locale): YearEntry[] {
  const { slug } = stored.plan;
  const entries = [
    ...stored.meetings.map((meeting) => ofMeeting(meeting, rights, locale)),
    ...stored.rounds.flatMap((round) => ofRound(round, slug, rights, locale)),
    ...stored.marks.map((mark): YearEntry => {
      const { id, version, kind, title, note, from, to, activities } = mark;
      const movable = movableIf(rights.marks ? null : NO_RIGHT_MARKS, locale);
      return { ...PLAIN, key: `mark:${id}`, kind, id, version, title, detail: note, from, to, activities, ...movable };
    }),
    ...stored.steps.map((step) => ofStep(step, locale)),
    ...stored.dues.map((due) => ofDue(due, slug, locale)),
  ];
  return entries
    .filter(({ from, to }) => from <= lastDayOf(year) && to >= firstDayOf(year))
    .sort(
      (a, b) =>
        a.from.localeCompare(b.from) ||
        (a.startsAt ?? '').localeCompare(b.startsAt ?? '') ||
        a.title.localeCompare(b.title, 'sv') ||
        a.key.localeCompare(b.key),
    );
}

const PLAIN = { startsAt: null, endsAt: null, state: '', isCancelled: false, group: null, activities: [], link: '' };

function ofMeeting(meeting: YearMeeting, rights: YearRights, locale: Locale): YearEntry {
  const { id, version, title, place, state, startsAt, endsAt, from, to, group } = meeting;
  return {
    ...PLAIN,
    key: `meeting:${id}`,
    kind: 'meeting',
    id,
    version,
    title: title === '' ? group.name : `${group.name}: ${title}`,
    detail: place,
    from,
    to,
    startsAt,
    endsAt,
    state: MEETING_STATE_LABELS[state][locale],
    isCancelled: state === 'cancelled',
    group,
    link: pages.meeting(id),
    ...movableIf(meetingLock(meeting, rights), locale),
  };
}

function meetingLock({ state, groupIsClosed }: YearMeeting, rights: YearRights): Label | null {
  if (!rights.meetings) return NO_RIGHT_MEETINGS;
  if (groupIsClosed) return GROUP_CLOSED;
  return state === 'planned' ? null : MEETING_LOCKS[state];
}

function ofRound(round: YearRound, slug: string, rights: YearRights, locale: Locale): YearEntry[] {
  const { id, version, label, state, opens, due, to, adoptedOn } = round;
  const one = (kind: YearEntry['kind'], title: Label, day: string, lock: Label | null): YearEntry => ({
    ...PLAIN,
    key: `${kind}:${id}`,
    kind,
    id,
    version,
    title: title[locale],
    detail: '',
    from: day,
    to: day,
    state: ROUND_STATE_LABELS[state][locale],
    link: pages.round(slug, label),
    ...movableIf(rights.rounds ? lock : NO_RIGHT_ROUNDS, locale),
  });
  return [
    one(
      'round_opens',
      { sv: `Omgång ${label} öppnar`, en: `Round ${label} opens` },
      opens,
      state === 'planned' ? null : HAS_OPENED,
    ),
    one(
      'round_due',
      { sv: `Sista svarsdag, omgång ${label}`, en: `Last day for answers, round ${label}` },
      due,
      state === 'planned' || state === 'open' ? null : NOT_OPEN,
    ),
    one('round_ends', { sv: `Perioden ${label} slutar`, en: `Period ${label} ends` }, to, PERIOD),
    ...(adoptedOn === null
      ? []
      : [one('round_adopted', { sv: `Omgång ${label} fastställd`, en: `Round ${label} adopted` }, adoptedOn, ADOPTED)]),
  ];
}

function ofStep(step: YearStep, locale: Locale): YearEntry {
  const { id, workPlanId, workPlan, version, title, from, to, activities } = step;
  const link = pages.workPlan(workPlanId);
  const named = { key: `step:${id}`, kind: 'work_plan_step' as const, id, version, title, detail: workPlan };
  return { ...PLAIN, ...named, from, to, activities, link, ...movableIf(STEP_ELSEWHERE, locale) };
}

function ofDue({ day, group, decisions, actionPoints }: YearDue, slug: string, locale: Locale): YearEntry {
  const parts =
    locale === 'sv'
      ? [decisions > 0 ? `${decisions} beslut` : '', actionPoints > 0 ? `${actionPoints} att göra` : '']
      : [
          decisions > 0 ? `${decisions} ${decisions === 1 ? 'decision' : 'decisions'}` : '',
          actionPoints > 0 ? `${actionPoints} ${actionPoints === 1 ? 'action point' : 'action points'}` : '',
        ];
  const count = parts.filter((part) => part !== '').join(locale === 'sv' ? ' och ' : ' and ');
  return {
    ...PLAIN,
    key: `due:${group.id}:${day}`,
    kind: 'due',
    id: group.id,
    version: 0,
    title: locale === 'sv' ? `Ska vara klart: ${count}` : `To be done: ${count}`,
    detail: group.name,
    from: day,
    to: day,
    group,
    link: pages.decisions(slug),
    ...movableIf(DUE_ELSEWHERE, locale),
  };
}

function movableIf(lock: Label | null, locale: Locale): Pick<YearEntry, 'mayMove' | 'lockedReason'> {
  return { mayMove: lock === null, lockedReason: lock === null ? '' : lock[locale] };
}

const NO_RIGHT_MEETINGS: Label = {
  sv: 'Den som sköter grupper kan flytta möten.',
  en: 'Whoever manages groups can move meetings.',
};
const NO_RIGHT_ROUNDS: Label = {
  sv: 'En planerare kan flytta omgångens dagar.',
  en: 'A planner can move the round’s days.',
};
const NO_RIGHT_MARKS: Label = { sv: 'En planerare kan flytta datumet.', en: 'A planner can move the date.' };
const GROUP_CLOSED: Label = { sv: 'Gruppen är avslutad.', en: 'The group is closed.' };
const MEETING_LOCKS: Readonly<Record<Exclude<YearMeeting['state'], 'planned'>, Label>> = {
  called: {
    sv: 'Mötet är kallat. Flytta det på mötets egen sida, så att alla får veta den nya tiden.',
    en: 'The meeting has been called. Move it on its own page, so that everybody is told the new time.',
  },
  held: { sv: 'Mötet har hållits.', en: 'The meeting has been held.' },
  adjusted: {
    sv: 'Mötet har hållits och protokollet är justerat.',
    en: 'The meeting has been held and its minutes adjusted.',
  },
  cancelled: { sv: 'Mötet är inställt.', en: 'The meeting has been cancelled.' },
};
const HAS_OPENED: Label = { sv: 'Omgången har redan öppnat.', en: 'The round has opened already.' };
const NOT_OPEN: Label = {
  sv: 'Omgången tar inte emot svar längre. Öppna den för svar igen om dagen behöver flyttas.',
  en: 'The round takes no more answers. Open it for answers again if the day needs to move.',
};
const PERIOD: Label = {
  sv: 'Perioden avgör vad som följs upp. Den ändras på omgångens egen sida.',
  en: 'The period decides what is followed up. It is changed on the page of the round.',
};
const ADOPTED: Label = { sv: 'Dagen då omgången fastställdes.', en: 'The day the round was adopted.' };
const STEP_ELSEWHERE: Label = {
  sv: 'Steget ändras i verksamhetsplanen.',
  en: 'The step is changed in the work plan.',
};
const DUE_ELSEWHERE: Label = {
  sv: 'Dagen ändras vid beslutet eller uppgiften.',
  en: 'The day is changed at the decision or the action point.',
};
