import type { Label } from './locale.ts';
import type { Transition } from './workflow.ts';

/** State of a meeting. `adjusted`: its minutes are adjusted (justerade) and frozen. */
export const MEETING_STATES = ['planned', 'called', 'held', 'adjusted', 'cancelled'] as const;
export type MeetingState = (typeof MEETING_STATES)[number];
export const MEETING_STATE_LABELS: Readonly<Record<MeetingState, Label>> = {
  planned: { sv: 'Planerat', en: 'Planned' },
  called: { sv: 'Kallat', en: 'Called' },
  held: { sv: 'Genomfört', en: 'Held' },
  adjusted: { sv: 'Protokoll justerat', en: 'Minutes adjusted' },
  cancelled: { sv: 'Inställt', en: 'Cancelled' },
};

export type MeetingTransitionName = 'call' | 'call_again' | 'hold' | 'reopen' | 'cancel' | 'adjust';
export type MeetingGuard =
  | 'may_manage'
  | 'may_write'
  | 'group_is_open'
  | 'has_members'
  | 'has_items'
  | 'is_in_the_future'
  | 'has_begun'
  | 'somebody_attended'
  | 'has_reason'
  | 'minutes_are_draft'
  | 'all_have_adjusted';

/**
 * A meeting can be held without having been called: people met anyway, and the minutes are to say so. `adjust` is taken by
 * the last adjuster, never by itself.
 */
export const MEETING_WORKFLOW: readonly Transition<MeetingState, MeetingTransitionName, MeetingGuard>[] = [
  {
    name: 'call',
    from: ['planned'],
    to: 'called',
    guards: ['may_manage', 'group_is_open', 'has_members', 'has_items', 'is_in_the_future'],
  },
  {
    name: 'call_again',
    from: ['called'],
    to: 'called',
    guards: ['may_manage', 'group_is_open', 'has_members', 'is_in_the_future'],
  },
  { name: 'hold', from: ['planned', 'called'], to: 'held', guards: ['may_write', 'has_begun', 'somebody_attended'] },
  { name: 'reopen', from: ['held'], to: 'called', guards: ['may_write', 'minutes_are_draft'] },
  { name: 'cancel', from: ['planned', 'called'], to: 'cancelled', guards: ['may_manage', 'has_reason'] },
  { name: 'adjust', from: ['held'], to: 'adjusted', guards: ['all_have_adjusted'] },
];

export const MEETING_TRANSITION_LABELS: Readonly<Record<MeetingTransitionName, Label>> = {
  call: { sv: 'Kalla till mötet', en: 'Call the meeting' },
  call_again: { sv: 'Skicka ändrad kallelse', en: 'Send a changed calling' },
  hold: { sv: 'Avsluta mötet', en: 'End the meeting' },
  reopen: { sv: 'Öppna mötet igen', en: 'Open the meeting again' },
  cancel: { sv: 'Ställ in mötet', en: 'Cancel the meeting' },
  adjust: { sv: 'Justera protokollet', en: 'Adjust the minutes' },
};

/** Why a transition of a meeting is refused, in words. */
export const MEETING_GUARD_REASONS: Readonly<Record<MeetingGuard, Label>> = {
  may_manage: { sv: 'Bara en planerare i länet kan göra detta.', en: 'Only a planner of the county can do this.' },
  may_write: {
    sv: 'Bara en planerare eller den som är med i gruppen kan göra detta.',
    en: 'Only a planner or somebody in the group can do this.',
  },
  group_is_open: { sv: 'Gruppen är avslutad.', en: 'The group is closed.' },
  has_members: {
    sv: 'Ingen är med i gruppen den dagen. Lägg till dem som ska kallas.',
    en: 'Nobody is in the group on that day. Add those who are to be called.',
  },
  has_items: {
    sv: 'Dagordningen är tom. Lägg till minst en punkt.',
    en: 'The agenda is empty. Add at least one item.',
  },
  is_in_the_future: { sv: 'Mötets tid har redan passerat.', en: 'The time of the meeting has already passed.' },
  has_begun: {
    sv: 'Mötet har inte börjat än. Flytta det om ni möts tidigare.',
    en: 'The meeting has not begun yet. Move it if you meet earlier.',
  },
  somebody_attended: {
    sv: 'Ange vilka som var med. Ett möte som ingen var med på ställs in i stället.',
    en: 'State who was there. A meeting nobody attended is cancelled instead.',
  },
  has_reason: { sv: 'Skriv varför mötet ställs in.', en: 'Write why the meeting is cancelled.' },
  minutes_are_draft: {
    sv: 'Protokollet är skickat för justering. Ta tillbaka det först.',
    en: 'The minutes have been sent to be adjusted. Take them back first.',
  },
  all_have_adjusted: { sv: 'Alla justerare har inte justerat än.', en: 'Not everybody who adjusts has done so.' },
};

export const ATTENDANCES = ['present', 'remote', 'excused', 'absent'] as const;
export type Attendance = (typeof ATTENDANCES)[number];
export const ATTENDANCE_LABELS: Readonly<Record<Attendance, Label>> = {
  present: { sv: 'På plats', en: 'Present' },
  remote: { sv: 'På distans', en: 'Remotely' },
  excused: { sv: 'Anmält frånvaro', en: 'Excused' },
  absent: { sv: 'Frånvarande', en: 'Absent' },
};

/** Was there, in the room or not. The sum over a year's meetings is the number of attendances (deltagartillfällen). */
export function attended(status: Attendance): boolean {
  return status === 'present' || status === 'remote';
}

export const AGENDA_ITEM_KINDS = ['free', 'activity', 'decision', 'action_point', 'lift', 'answer'] as const;
export type AgendaItemKind = (typeof AGENDA_ITEM_KINDS)[number];
export const AGENDA_ITEM_KIND_LABELS: Readonly<Record<AgendaItemKind, Label>> = {
  free: { sv: 'Egen punkt', en: 'Own item' },
  activity: { sv: 'Aktivitet', en: 'Activity' },
  decision: { sv: 'Öppet beslut', en: 'Open decision' },
  action_point: { sv: 'Att göra', en: 'Action point' },
  lift: { sv: 'Lyft fråga', en: 'Lifted question' },
  answer: { sv: 'Svar på lyft fråga', en: 'Answer to a lifted question' },
};

/** What became of an item. `waiting` until the meeting has had it up. */
export const AGENDA_ITEM_STATES = ['waiting', 'treated', 'nothing_new', 'postponed', 'parked', 'removed'] as const;
export type AgendaItemState = (typeof AGENDA_ITEM_STATES)[number];
export const AGENDA_ITEM_STATE_LABELS: Readonly<Record<AgendaItemState, Label>> = {
  waiting: { sv: 'Inte behandlad', en: 'Not treated yet' },
  treated: { sv: 'Behandlad', en: 'Treated' },
  nothing_new: { sv: 'Inget nytt', en: 'Nothing new' },
  postponed: { sv: 'Bordlagd', en: 'Postponed' },
  parked: { sv: 'Parkerad', en: 'Parked' },
  removed: { sv: 'Borttagen', en: 'Removed' },
};
/** The same after a number of items: "3 av 12 bordlagda". */
export const AGENDA_ITEM_COUNT_LABELS: Readonly<Record<AgendaItemState, Label>> = {
  waiting: { sv: 'inte behandlade', en: 'not treated yet' },
  treated: { sv: 'behandlade', en: 'treated' },
  nothing_new: { sv: 'utan något nytt', en: 'with nothing new' },
  postponed: { sv: 'bordlagda', en: 'postponed' },
  parked: { sv: 'parkerade', en: 'parked' },
  removed: { sv: 'borttagna', en: 'removed' },
};

export type AgendaItemTransitionName = 'treat' | 'nothing_new' | 'postpone' | 'park' | 'remove' | 'restore';
export type AgendaItemGuard = 'is_activity' | 'has_reason';

/** What becomes of an item. What was put off, parked or taken away is put back before anything else is done with it. */
export const AGENDA_ITEM_WORKFLOW: readonly Transition<AgendaItemState, AgendaItemTransitionName, AgendaItemGuard>[] = [
  { name: 'treat', from: ['waiting', 'treated', 'nothing_new'], to: 'treated', guards: [] },
  { name: 'nothing_new', from: ['waiting', 'treated', 'nothing_new'], to: 'nothing_new', guards: [] },
  { name: 'postpone', from: ['waiting', 'treated', 'nothing_new'], to: 'postponed', guards: [] },
  { name: 'park', from: ['waiting', 'treated', 'nothing_new'], to: 'parked', guards: ['is_activity', 'has_reason'] },
  { name: 'remove', from: ['waiting', 'treated', 'nothing_new'], to: 'removed', guards: [] },
  { name: 'restore', from: ['postponed', 'parked', 'removed', 'treated', 'nothing_new'], to: 'waiting', guards: [] },
];
export const AGENDA_ITEM_TRANSITION_LABELS: Readonly<Record<AgendaItemTransitionName, Label>> = {
  treat: { sv: 'Behandlad', en: 'Treated' },
  nothing_new: { sv: 'Inget nytt', en: 'Nothing new' },
  postpone: { sv: 'Bordlägg', en: 'Postpone' },
  park: { sv: 'Parkera', en: 'Park' },
  remove: { sv: 'Ta bort', en: 'Remove' },
  restore: { sv: 'Lägg tillbaka', en: 'Put back' },
};
export const AGENDA_ITEM_GUARD_REASONS: Readonly<Record<AgendaItemGuard, Label>> = {
  is_activity: {
    sv: 'Bara en aktivitet kan parkeras. Bordlägg eller ta bort punkten i stället.',
    en: 'Only an activity can be parked. Postpone or remove the item instead.',
  },
  has_reason: {
    sv: 'Skriv varför aktiviteten parkeras, så att det går att förstå senare.',
    en: 'Write why the activity is parked, so that it can be understood later.',
  },
};

/** The item has been up: counts as "senast uppe" for its activity once the meeting is held. */
export function wasUp(state: AgendaItemState): boolean {
  return state === 'treated' || state === 'nothing_new';
}

export const AGENDA_ITEM_ORIGINS = ['proposed', 'rotation', 'added', 'postponed'] as const;
export type AgendaItemOrigin = (typeof AGENDA_ITEM_ORIGINS)[number];

export const MINUTES_STATES = ['draft', 'adjusting', 'frozen'] as const;
export type MinutesState = (typeof MINUTES_STATES)[number];
export const MINUTES_STATE_LABELS: Readonly<Record<MinutesState, Label>> = {
  draft: { sv: 'Utkast', en: 'Draft' },
  adjusting: { sv: 'Skickat för justering', en: 'Sent to be adjusted' },
  frozen: { sv: 'Justerat', en: 'Adjusted' },
};

/** How somebody adjusted the minutes: signed in, or told a planner, who then stands for it. */
export const ADJUSTING_CHANNELS = ['self', 'meeting', 'mail', 'paper'] as const;
export type AdjustingChannel = (typeof ADJUSTING_CHANNELS)[number];
export const ADJUSTING_CHANNEL_LABELS: Readonly<Record<AdjustingChannel, Label>> = {
  self: { sv: 'Själv, inloggad', en: 'Signed in' },
  meeting: { sv: 'Vid mötet', en: 'At the meeting' },
  mail: { sv: 'Med e-post', en: 'By e-mail' },
  paper: { sv: 'På papper', en: 'On paper' },
};
