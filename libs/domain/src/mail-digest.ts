import type { Day } from './date-text.ts';
import { daysBetween } from './date-text.ts';
import type { DigestChoice } from './mail.ts';

/** Something that waits for a person. `mark` says in which way, so that a change in that asks anew. */
export interface WaitingThing {
  readonly key: string;
  readonly mark: string;
}

/** The same as it stood in a mail that left, or may have left. */
export interface AskedThing extends WaitingThing {
  readonly day: Day;
}

export interface DigestFacts {
  readonly waiting: readonly WaitingThing[];
  readonly asked: readonly AskedThing[];
  readonly choice: DigestChoice;
  /** The day of the last mail, null when there was none. */
  readonly lastMailOn: Day | null;
  readonly today: Day;
  /** 1 to 60: the unchanged is asked again after so many days. */
  readonly repeatDays: number;
}

export type DigestDecision =
  | { readonly send: true; readonly fresh: readonly string[] }
  | { readonly send: false; readonly because: 'off' | 'nothing' | 'today' }
  | { readonly send: false; readonly because: 'asked' | 'weekly'; readonly askedOn: Day };

const WEEK = 7;

/**
 * Whether a person gets a mail today, and which things in it are new (the point 7: all that waits, asked once, not
 * every day). Days are counted regardless of direction, so a clock that has been ahead neither asks twice nor silences
 * anybody for longer than `repeatDays`.
 */
export function decideDigest(facts: DigestFacts): DigestDecision {
  const { waiting, choice, lastMailOn, today } = facts;
  if (choice === 'off') return { send: false, because: 'off' };
  if (waiting.length === 0) return { send: false, because: 'nothing' };
  if (lastMailOn === today) return { send: false, because: 'today' };
  if (choice === 'weekly' && lastMailOn !== null && apart(lastMailOn, today) < WEEK)
    return { send: false, because: 'weekly', askedOn: lastMailOn };
  const recent = facts.asked.filter((thing) => apart(thing.day, today) < facts.repeatDays);
  const fresh = waiting.filter(
    (thing) => !recent.some((asked) => asked.key === thing.key && asked.mark === thing.mark),
  );
  if (fresh.length > 0) return { send: true, fresh: fresh.map(({ key }) => key) };
  const askedOn = recent.map(({ day }) => day).reduce((latest, day) => (day > latest ? day : latest));
  return { send: false, because: 'asked', askedOn };
}

function apart(one: Day, other: Day): number {
  return Math.abs(daysBetween(one, other));
}

/** 1 for Monday to 7 for Sunday. */
export function weekdayOf(day: Day): number {
  return (((daysBetween('2024-01-01', day) % WEEK) + WEEK) % WEEK) + 1;
}

export interface MailHours {
  readonly isOn: boolean;
  /** "07:30" in Swedish time. */
  readonly sendAt: string;
  readonly weekdays: readonly number[];
}

/** A moment as a clock on a Swedish wall shows it. */
export interface WallTime {
  readonly day: Day;
  /** "07:30" */
  readonly time: string;
}

/**
 * Whether today's mails are to leave: the hour has come, and the setting was made before it. Turning mail on at ten does not
 * send what was due at half past seven; a server that was down at that time does.
 */
export function isMailDue(hours: MailHours, now: WallTime, changed: WallTime): boolean {
  if (!hours.isOn || !hours.weekdays.includes(weekdayOf(now.day)) || now.time < hours.sendAt) return false;
  return changed.day !== now.day || changed.time <= hours.sendAt;
}
