import type { BriefedChange, MeetingRef, OrganisationRef, WalkThroughItem } from '@samhandling/contracts';
import {
  AGENDA_ITEM_KIND_LABELS,
  AGENDA_ITEM_STATE_LABELS,
  type Locale,
  dayOf,
  formatDay,
  formatInstant,
  formatTime,
} from '@samhandling/domain';
import type { SeenItem } from './view.ts';

/** "5 av 12", with what it is of. */
export function placeWords(index: number, count: number): string {
  return $localize`:@@walk.place:Punkt ${index + 1}:number: av ${count}:count:`;
}

/** What the item is called in lists and aloud. */
export function itemName({ kind, title, activity }: WalkThroughItem): string {
  return kind === 'activity' && activity ? `${activity.reference} ${activity.text}` : title;
}

/** The line above the wording: the activity and its area, or what kind of item it is. */
export function kickerWords(item: WalkThroughItem, locale: Locale): string {
  const { activity, about } = item;
  const parts = activity ? [activity.reference, about?.area.title ?? ''] : [kindWords(item, locale)];
  return parts.filter(Boolean).join(' · ');
}

/** What became of an item and why: "Bordlagd till 12 mars 2026: …". Empty while it waits. */
export function becameWords({ item, state }: Pick<SeenItem, 'item' | 'state'>, locale: Locale): string {
  if (state === 'waiting') return '';
  const words = AGENDA_ITEM_STATE_LABELS[state][locale];
  const to = item.postponedTo;
  const day = to ? formatDay(dayOf(to.startsAt), locale) : '';
  const whole =
    state === 'postponed' && day !== '' ? $localize`:@@walk.became:${words}:state: till ${day}:day:` : words;
  return [whole, item.stateReason].filter(Boolean).join(': ');
}

export function kindWords(item: WalkThroughItem, locale: Locale): string {
  return AGENDA_ITEM_KIND_LABELS[item.kind][locale];
}

/** Whole minutes, without alarm: what is left, or how far past. */
export function itemTimeWords(minutes: number, secondsUsed: number): string {
  const left = minutes - Math.floor(secondsUsed / 60);
  return left >= 0
    ? $localize`:@@walk.time.item:${left}:minutes: av ${minutes}:planned: min kvar för punkten`
    : $localize`:@@walk.time.itemOver:${-left}:minutes: min över punktens ${minutes}:planned: min`;
}

export function meetingTimeWords(meeting: MeetingRef, now: Date, locale: Locale): string {
  const minutes = Math.round((Date.parse(meeting.endsAt) - now.getTime()) / 60_000);
  const end = formatTime(meeting.endsAt);
  if (now.getTime() < Date.parse(meeting.startsAt))
    return $localize`:@@walk.time.before:Mötet börjar ${startWords(meeting, now, locale)}:time:`;
  return minutes >= 0
    ? $localize`:@@walk.time.meeting:${lengthWords(minutes)}:length: kvar till ${end}:time:`
    : $localize`:@@walk.time.meetingOver:Mötet skulle ha slutat ${end}:time:`;
}

/** "42 min", "2 h 5 min" */
function lengthWords(minutes: number): string {
  return minutes < 90 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** The hour, and the day where it is another. */
function startWords({ startsAt }: MeetingRef, now: Date, locale: Locale): string {
  return dayOf(startsAt) === dayOf(now) ? formatTime(startsAt) : formatInstant(startsAt, locale);
}

export function namesOf(organisations: readonly OrganisationRef[]): string {
  return organisations.map(({ name }) => name).join(', ');
}

/** "Anna Ek, 12 mars 2026" */
export function changeWords({ by, at }: BriefedChange, locale: Locale): string {
  const day = formatDay(dayOf(at), locale);
  return by === '' ? day : $localize`:@@walk.changedBy:${by}:name:, ${day}:day:`;
}

export interface Connection {
  /** Operations not on the server, those held included. */
  readonly waiting: number;
  readonly held: number;
  readonly offline: boolean;
  readonly signedOut: boolean;
  /** False: the browser refused to keep what is written. */
  readonly kept: boolean;
}
export type ConnectionTone = 'good' | 'quiet' | 'warning';

/** How it stands with what is written, in words. The worst first. */
export function connectionWords({ waiting, held, offline, signedOut, kept }: Connection): {
  readonly words: string;
  readonly tone: ConnectionTone;
} {
  const wait = waiting - held;
  if (!kept && waiting > 0)
    return {
      words: $localize`:@@walk.state.notKept:Webbläsaren kan inte spara undan. Stäng inte sidan förrän det är sparat.`,
      tone: 'warning',
    };
  if (signedOut)
    return {
      words: $localize`:@@walk.state.signedOut:Du är utloggad. Det du skriver finns kvar här.`,
      tone: 'warning',
    };
  if (held > 0)
    return {
      words:
        held === 1
          ? $localize`:@@walk.state.heldOne:1 ändring behöver du titta på`
          : $localize`:@@walk.state.held:${held}:count: ändringar behöver du titta på`,
      tone: 'warning',
    };
  if (offline) {
    const words =
      wait === 0
        ? $localize`:@@walk.state.offline:Ingen anslutning. Det du skriver sparas här.`
        : wait === 1
          ? $localize`:@@walk.state.waitsOne:1 ändring väntar på anslutning`
          : $localize`:@@walk.state.waits:${wait}:count: ändringar väntar på anslutning`;
    return { words, tone: 'warning' };
  }
  if (wait > 0) return { words: $localize`:@@walk.state.saving:Sparar …`, tone: 'quiet' };
  return { words: $localize`:@@walk.state.saved:Sparat`, tone: 'good' };
}
