import type { AnswerSheet, Day, FollowUpPage, Instant } from '@samhandling/contracts';
import { dayOf } from '@samhandling/domain';

/** Handed in: nothing more is waited for, though it can be mended while the round takes answers. */
export function isHandedIn({ followUp }: FollowUpPage): boolean {
  return followUp.state === 'submitted' || followUp.state === 'accepted';
}

export function leftOf(sheet: AnswerSheet): number {
  return sheet.items.filter((item) => !isHandedIn(item)).length;
}

/** The place (from 1) of the next item that is not handed in, after `from` and then from the start; null when none is left. */
export function nextLeft(items: readonly FollowUpPage[], from: number): number | null {
  const order = items.map((_, index) => (from + index) % items.length);
  const found = order.find((index) => {
    const item = items[index];
    return item !== undefined && !isHandedIn(item);
  });
  return found === undefined ? null : found + 1;
}

/** The place (from 1) that the address asks for; null for the list. */
export function placeOf(asked: string | undefined, items: readonly FollowUpPage[]): number | null {
  const place = Number(asked);
  return Number.isInteger(place) && place >= 1 && place <= items.length ? place : null;
}

/** The last day something holds that ends at this instant: what ends at midnight holds to the end of the day before. */
export function lastDayOf(end: Instant): Day {
  return dayOf(new Date(Date.parse(end) - 1));
}
