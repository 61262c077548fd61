import type { Locale, PlanWords, YearEntryKind, YearMarkKind } from '@samhandling/domain';
import type { Day, Id, Instant, PersonRef, Versioned } from './common.ts';
import type { ActivityRef } from './decisions.ts';
import type { GroupRef } from './groups.ts';
import type { PlanRef } from './plans.ts';

/** `GET /plans/:slug/year/:year`: everything with a day in the year, in the order of the days. */
export interface YearWheel {
  readonly plan: PlanRef & { readonly words: Readonly<Record<Locale, PlanWords>> };
  readonly year: number;
  readonly today: Day;
  /** Groups that have something in the year, by name. */
  readonly groups: readonly GroupRef[];
  readonly entries: readonly YearEntry[];
  readonly mayAdd: boolean;
}

export interface YearEntry {
  /** Kind and id, since a round stands in the year more than once. */
  readonly key: string;
  readonly kind: YearEntryKind;
  /** Of what is moved: the meeting, the round, the mark. */
  readonly id: Id;
  readonly version: number;
  readonly title: string;
  /** More in words: the place of a meeting, the note of a mark. Empty when there is none. */
  readonly detail: string;
  /** As it stands, also where it begins or ends outside the year. */
  readonly from: Day;
  readonly to: Day;
  /** Null for what lasts whole days. */
  readonly startsAt: Instant | null;
  readonly endsAt: Instant | null;
  /** In words; empty for what has no state. */
  readonly state: string;
  /** Called off: is shown, struck out. */
  readonly isCancelled: boolean;
  readonly group: GroupRef | null;
  /** The activities a date concerns; none: all of them, or nothing in particular. */
  readonly activities: readonly ActivityRef[];
  /** Page of the thing; empty for a mark, which has its page here. */
  readonly link: string;
  readonly mayMove: boolean;
  /** Why it does not move, and where it does; empty when it may be moved. */
  readonly lockedReason: string;
}

/** `POST /plans/:slug/year-marks`, `PATCH /year-marks/:id` and `DELETE /year-marks/:id` (If-Match), by a planner. */
export interface YearMark extends Versioned {
  readonly kind: YearMarkKind;
  readonly title: string;
  readonly note: string;
  readonly from: Day;
  readonly to: Day;
  readonly activities: readonly ActivityRef[];
}
export interface YearMarkInput {
  readonly kind: YearMarkKind;
  readonly title: string;
  readonly note?: string;
  readonly from: Day;
  /** The same day when left out. */
  readonly to?: Day;
  readonly activityIds?: readonly Id[];
}
export type UpdateYearMarkRequest = Partial<YearMarkInput>;

/** A secret address that a calendar program asks for itself. The address is told once, when it is made. */
export interface CalendarFeed {
  readonly id: Id;
  readonly createdAt: Instant;
  readonly createdBy: PersonRef;
  readonly lastFetchedAt: Instant | null;
  readonly fetches: number;
}
/** `GET /account/calendar-feed`, `GET /groups/:id/calendar-feed`. */
export interface CalendarFeedAnswer {
  /** Null: there is no address. */
  readonly feed: CalendarFeed | null;
  readonly mayManage: boolean;
}
/**
 * `POST` on the same address makes one; `POST …/renew` makes a new one in place of `replaces`, whose address is answered with 410
 * from then on. Somebody who renews what has been renewed meanwhile is refused with 409.
 */
export interface CreatedCalendarFeed {
  readonly feed: CalendarFeed;
  readonly url: string;
}
export interface RenewCalendarFeedRequest {
  readonly replaces: Id;
}
