import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import {
  type CreateEventRequest,
  type EventAnswer,
  type EventChoices,
  type EventFileRows,
  type EventFilter,
  type EventKind,
  type EventKindInput,
  type EventList,
  type Id,
  type ImportEventsAnswer,
  type ImportEventsRequest,
  type IndicatorRule,
  type LoggedEvent,
  type PlanOverview,
  type RoundList,
  type PutIndicatorRuleRequest,
  type RuleList,
  type UpdateEventKindRequest,
  type UpdateEventRequest,
  paths,
} from '@samhandling/contracts';
import { firstValueFrom } from 'rxjs';
import { filterParams } from './event-query.ts';

type Read<Value> = HttpResourceRef<Value | undefined>;

function ifMatch(version: number): { headers: Record<string, string> } {
  return { headers: { 'If-Match': `"${String(version)}"` } };
}

/** What the event pages read and write. Call the reading ones in an injection context: they follow their signals. */
@Service()
export class EventsApi {
  private readonly http = inject(HttpClient);

  /** The plan's title and words. */
  plan(slug: () => string): Read<PlanOverview> {
    return httpResource<PlanOverview>(() => paths.planOverview(slug()));
  }

  rounds(slug: () => string): Read<RoundList> {
    return httpResource<RoundList>(() => paths.planRounds(slug()));
  }

  /** Nothing is asked for while the filter is not known. */
  list(filter: () => EventFilter | undefined): Read<EventList> {
    return httpResource<EventList>(() => {
      const asked = filter();
      return asked === undefined ? undefined : { url: paths.events(), params: filterParams(asked) };
    });
  }

  choices(slug: () => string): Read<EventChoices> {
    return httpResource<EventChoices>(() => ({ url: paths.eventChoices(), params: { plan: slug() } }));
  }

  event(id: () => Id): Read<LoggedEvent> {
    return httpResource<LoggedEvent>(() => paths.event(id()));
  }

  kinds(): Read<readonly EventKind[]> {
    return httpResource<readonly EventKind[]>(() => paths.eventKinds());
  }

  rules(slug: () => string): Read<RuleList> {
    return httpResource<RuleList>(() => paths.planRules(slug()));
  }

  /** The id of the activity with a reference as people say it ("2.2/5"); null when the plan has none such. */
  async activityId(slug: string, reference: string): Promise<Id | null> {
    const [area = '', number = ''] = reference.split('/');
    try {
      const url = paths.planActivity(slug, area, number);
      return (await firstValueFrom(this.http.get<{ readonly activity: { readonly id: Id } }>(url))).activity.id;
    } catch {
      return null;
    }
  }

  create(request: CreateEventRequest): Promise<EventAnswer> {
    return firstValueFrom(this.http.post<EventAnswer>(paths.events(), request));
  }

  update(id: Id, version: number, request: UpdateEventRequest): Promise<EventAnswer> {
    return firstValueFrom(this.http.patch<EventAnswer>(paths.event(id), request, ifMatch(version)));
  }

  async remove(id: Id, version: number): Promise<void> {
    await firstValueFrom(this.http.delete<unknown>(paths.event(id), ifMatch(version)));
  }

  readFile(file: File): Promise<EventFileRows> {
    const body = new FormData();
    body.append('file', file);
    return firstValueFrom(this.http.post<EventFileRows>(paths.eventFile(), body));
  }

  import(request: ImportEventsRequest): Promise<ImportEventsAnswer> {
    return firstValueFrom(this.http.post<ImportEventsAnswer>(paths.eventImport(), request));
  }

  createKind(request: EventKindInput): Promise<EventKind> {
    return firstValueFrom(this.http.post<EventKind>(paths.eventKinds(), request));
  }

  updateKind(kind: EventKind, request: UpdateEventKindRequest): Promise<EventKind> {
    return firstValueFrom(this.http.patch<EventKind>(paths.eventKind(kind.id), request, ifMatch(kind.version)));
  }

  putRule(indicatorId: Id, version: number, request: PutIndicatorRuleRequest): Promise<IndicatorRule> {
    return firstValueFrom(this.http.put<IndicatorRule>(paths.indicatorRule(indicatorId), request, ifMatch(version)));
  }

  async removeRule(indicatorId: Id, version: number): Promise<void> {
    await firstValueFrom(this.http.delete<unknown>(paths.indicatorRule(indicatorId), ifMatch(version)));
  }
}
