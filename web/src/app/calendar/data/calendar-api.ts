import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import {
  type CalendarFeedAnswer,
  type CreatedCalendarFeed,
  type Day,
  type EventChoices,
  type Id,
  type YearEntry,
  type YearMark,
  type YearMarkInput,
  type YearWheel,
  paths,
} from '@samhandling/contracts';
import { addDays, daysBetween, sameTimeOn } from '@samhandling/domain';
import { firstValueFrom } from 'rxjs';

type Read<Value> = HttpResourceRef<Value | undefined>;

function ifMatch(version: number): { headers: Record<string, string> } {
  return { headers: { 'If-Match': `"${String(version)}"` } };
}

/** What the year wheel and the calendar addresses read and write. */
@Service()
export class CalendarApi {
  private readonly http = inject(HttpClient);

  year(slug: () => string, year: () => number): Read<YearWheel> {
    return httpResource<YearWheel>(() => paths.yearWheel(slug(), year()));
  }

  /** The plan's activities, to choose among; asked for when somebody is to choose. */
  activities(slug: () => string | undefined): Read<EventChoices> {
    return httpResource<EventChoices>(() => {
      const plan = slug();
      return plan === undefined ? undefined : { url: paths.eventChoices(), params: { plan } };
    });
  }

  createMark(slug: string, input: YearMarkInput): Promise<YearMark> {
    return firstValueFrom(this.http.post<YearMark>(paths.yearMarks(slug), input));
  }

  updateMark(id: Id, version: number, input: Partial<YearMarkInput>): Promise<YearMark> {
    return firstValueFrom(this.http.patch<YearMark>(paths.yearMark(id), input, ifMatch(version)));
  }

  deleteMark(id: Id, version: number): Promise<unknown> {
    return firstValueFrom(this.http.delete(paths.yearMark(id), ifMatch(version)));
  }

  /**
   * Moves the thing itself, by its own route and rules, so that it begins on `day` and lasts as long as before. Answers its
   * new version.
   */
  async move(entry: YearEntry, day: Day, version: number = entry.version): Promise<number> {
    const { url, body } = requestOf(entry, day);
    const moved = await firstValueFrom(this.http.patch<{ version: number }>(url, body, ifMatch(version)));
    return moved.version;
  }

  feed(groupId: () => Id | null): Read<CalendarFeedAnswer> {
    return httpResource<CalendarFeedAnswer>(() => feedPath(groupId()));
  }

  createFeed(groupId: Id | null): Promise<CreatedCalendarFeed> {
    return firstValueFrom(this.http.post<CreatedCalendarFeed>(feedPath(groupId), null));
  }

  renewFeed(groupId: Id | null, replaces: Id): Promise<CreatedCalendarFeed> {
    const path = groupId === null ? paths.accountFeedRenew() : paths.groupFeedRenew(groupId);
    return firstValueFrom(this.http.post<CreatedCalendarFeed>(path, { replaces }));
  }

  removeFeed(groupId: Id | null): Promise<unknown> {
    return firstValueFrom(this.http.delete(feedPath(groupId)));
  }
}

function feedPath(groupId: Id | null): string {
  return groupId === null ? paths.accountFeed() : paths.groupFeed(groupId);
}

function requestOf(entry: YearEntry, day: Day): { url: string; body: object } {
  const { kind, id, from, to, startsAt, endsAt } = entry;
  if (kind === 'round_opens') return { url: paths.round(id), body: { opens: day } };
  if (kind === 'round_due') return { url: paths.round(id), body: { due: day } };
  const last = addDays(day, daysBetween(from, to));
  if (startsAt !== null && endsAt !== null)
    return { url: paths.meeting(id), body: { startsAt: sameTimeOn(startsAt, day), endsAt: sameTimeOn(endsAt, last) } };
  return { url: paths.yearMark(id), body: { from: day, to: last } };
}
