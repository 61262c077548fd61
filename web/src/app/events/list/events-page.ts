import { Component, computed, effect, inject, input, linkedSignal, resource } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { type Day, pages, paths } from '@samhandling/contracts';
import { capitalised, dayOf, formatNumber } from '@samhandling/domain';
import {
  Breadcrumb,
  Button,
  Empty,
  Icon,
  Link,
  PageHeader,
  ProblemView,
  Skeleton,
  Tabs,
  injectLocale,
} from '@samhandling/ui';
import { keepLast } from '../../core/keep-last.ts';
import { problemOf } from '../../core/problem.ts';
import { Session } from '../../core/session.ts';
import { Words } from '../../core/words.ts';
import { SavedViews } from '../../lists/saved-views.ts';
import { Pager } from '../../plans/activities/pager.ts';
import {
  type EventQuery,
  WIDEST,
  csvQuery,
  filterOf,
  isReference,
  monthOf,
  narrowing,
  readEventQuery,
  writeEventQuery,
} from '../data/event-query.ts';
import { eventsWords, participantsWords } from '../data/event-words.ts';
import { EventsApi } from '../data/events-api.ts';
import { EventCalendar } from './event-calendar.ts';
import { EventFilters } from './event-filters.ts';
import { EventTable } from './event-table.ts';

/** `/plan/:slug/handelser`: what has been registered, as a list or a calendar, narrowed by what the address says. */
@Component({
  selector: 'sam-events-page',
  imports: [
    Breadcrumb,
    Button,
    Empty,
    EventCalendar,
    EventFilters,
    EventTable,
    Icon,
    Link,
    PageHeader,
    Pager,
    ProblemView,
    RouterLink,
    SavedViews,
    Skeleton,
    Tabs,
  ],
  templateUrl: './events-page.html',
  styles: `
    .result {
      margin: var(--sam-space-5) 0 var(--sam-space-3);
      font-weight: 560;
    }
    .result span {
      font-weight: 400;
    }
    sam-event-calendar {
      margin-top: var(--sam-space-5);
    }
    .views {
      margin-bottom: var(--sam-space-4);
    }
    nav {
      margin-bottom: var(--sam-space-5);
    }
  `,
})
export class EventsPage {
  readonly slug = input.required<string>();

  protected readonly pages = pages;
  protected readonly session = inject(Session);
  private readonly api = inject(EventsApi);
  private readonly words = inject(Words);
  private readonly locale = injectLocale();
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly params = toSignal(this.route.queryParamMap, { initialValue: this.route.snapshot.queryParamMap });
  protected readonly query = computed(() => readEventQuery(this.params()));
  protected readonly today: Day = dayOf(new Date());
  protected readonly plan = this.api.plan(this.slug);

  /** Links from elsewhere name activities by reference; the API knows ids. */
  private readonly asked = computed(() => ({ slug: this.slug(), activity: this.query().activity }), {
    equal: (a, b) => a.slug === b.slug && a.activity.join() === b.activity.join(),
  });
  private readonly resolved = resource({
    params: () => this.asked(),
    loader: async ({ params }) => {
      const ids = params.activity.map((each) =>
        isReference(each) ? this.api.activityId(params.slug, each) : Promise.resolve(each),
      );
      return (await Promise.all(ids)).filter((id) => id !== null);
    },
  });
  protected readonly activityIds = linkedSignal<readonly string[] | undefined, readonly string[] | undefined>({
    source: () => {
      const { activity } = this.asked();
      if (!activity.some(isReference)) return activity;
      return this.resolved.hasValue() ? this.resolved.value() : undefined;
    },
    computation: (now) => now,
  });
  /** Null: the chosen days leave nothing of the month. */
  private readonly filter = computed(() => {
    const ids = this.activityIds();
    return ids === undefined ? undefined : filterOf(this.query(), this.slug(), ids, this.today);
  });
  protected readonly resource = this.api.list(() => this.filter() ?? undefined);
  protected readonly list = keepLast(this.resource);
  protected readonly problem = computed(() => {
    const error = this.resource.error();
    return error ? problemOf(error) : null;
  });

  /** Arrows in the calendar move faster than addresses: the day is here, and follows the address. */
  protected readonly day = linkedSignal<Day>(() => this.query().day ?? this.today);
  protected readonly items = computed(() => (this.filter() === null ? [] : (this.list()?.items ?? [])));
  protected readonly narrowed = computed(() => narrowing(this.query()) > 0);
  protected readonly activityWord = computed(() => capitalised(this.words.current().activity.one));
  protected readonly csv = computed(() => {
    const filter = this.filter();
    return filter ? `${paths.eventsCsv()}?${csvQuery(filter)}` : '';
  });
  protected readonly labels = {
    heading: $localize`:@@events.title:Händelser`,
    views: $localize`:@@events.list.views:Visa som`,
  };
  protected readonly result = computed(() => {
    const list = this.list();
    if (!list) return '';
    const count = eventsWords(list.total, this.locale);
    return this.narrowed() ? $localize`:@@events.list.narrowed:${count}:count: med det du har valt` : count;
  });
  /** A calendar shows as much of a month as one answer holds, and says so when that is not all. */
  protected readonly notAll = computed(() => {
    const list = this.list();
    if (!list || this.filter() === null || list.total <= list.items.length) return '';
    const [total, shown] = [eventsWords(list.total, this.locale), formatNumber(list.items.length, 0, this.locale)];
    return $localize`:@@events.calendar.notAll:Månaden har ${total}:total:. Här visas de ${shown}:shown: senaste.`;
  });
  protected readonly month = computed(() => {
    const month = monthOf(this.day());
    const { from, to } = this.query();
    return {
      from: from !== null && from > month.from ? from : month.from,
      to: to !== null && to < month.to ? to : month.to,
    };
  });
  protected readonly participants = computed(() => {
    const list = this.list();
    if (!list || list.total === 0) return '';
    return participantsWords(list.participants.sum, list.participants.counted, list.total, this.locale);
  });
  protected readonly emptyHeading = computed(() =>
    this.narrowed()
      ? $localize`:@@events.list.emptyFound:Ingen händelse passar in på allt du har valt`
      : $localize`:@@events.list.empty:Inga händelser är registrerade än`,
  );

  constructor() {
    effect(() => {
      const plan = this.plan.hasValue() ? this.plan.value() : undefined;
      if (plan) this.words.use(plan.plan.words);
    });
  }

  protected change(change: Partial<EventQuery>): void {
    void this.router.navigate([], {
      relativeTo: this.route,
      queryParams: writeEventQuery('page' in change ? change : { ...change, page: 1 }),
      queryParamsHandling: 'merge',
      scroll: 'manual',
      replaceUrl: 'day' in change,
    });
  }

  protected widen(): void {
    this.change(WIDEST);
  }

  protected moveTo(day: Day): void {
    this.day.set(day);
    this.change({ day });
  }
}
