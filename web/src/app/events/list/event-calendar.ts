import { Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type Day, type EventListItem, pages } from '@samhandling/contracts';
import { formatWeek } from '@samhandling/domain';
import { Button, Icon, formatDay, injectLocale } from '@samhandling/ui';
import { MonthGrid, addMonths } from '@samhandling/ui/choosing';
import { eventName, eventsWords, referencesOf } from '../data/event-words.ts';

/** A month of events: a grid where there is room, and on a phone the days that have any, one under the other. */
@Component({
  selector: 'sam-event-calendar',
  imports: [Button, Icon, MonthGrid, RouterLink],
  templateUrl: './event-calendar.html',
  styleUrl: './event-calendar.scss',
})
export class EventCalendar {
  readonly items = input.required<readonly EventListItem[]>();
  readonly slug = input.required<string>();
  readonly day = input.required<Day>();
  readonly today = input.required<Day>();
  readonly mayRegister = input(false);
  readonly dayChange = output<Day>();

  private readonly locale = injectLocale();
  protected readonly pages = pages;
  protected readonly countWords = (count: number): string => eventsWords(count, this.locale);
  protected readonly entries = computed(() => {
    const days = new Map<Day, string[]>();
    for (const item of this.items()) days.set(item.day, [...(days.get(item.day) ?? []), eventName(item)]);
    return days;
  });
  /** Days with events, first to last: what a phone shows. */
  protected readonly agenda = computed(() =>
    [...this.entries().keys()].sort().map((day) => ({ day, heading: this.headingOf(day), events: this.eventsOn(day) })),
  );
  protected readonly chosen = computed(() => ({
    heading: this.headingOf(this.day()),
    events: this.eventsOn(this.day()),
  }));
  protected readonly month = computed(() => formatDay(this.day(), this.locale).split(' ').slice(1).join(' '));
  protected readonly mayRegisterHere = computed(() => this.mayRegister() && this.day() <= this.today());
  protected readonly labels = {
    previous: $localize`:@@events.calendar.previous:Föregående månad`,
    next: $localize`:@@events.calendar.next:Nästa månad`,
  };

  protected step(months: number): void {
    this.dayChange.emit(addMonths(`${this.day().slice(0, 7)}-01`, months));
  }

  private eventsOn(day: Day) {
    return this.items()
      .filter((item) => item.day === day)
      .map((item) => ({
        id: item.id,
        name: eventName(item),
        facts: [...(item.title.trim() === '' ? [] : [item.kind.name]), referencesOf(item.activities)].join(', '),
        link: pages.event(this.slug(), item.id),
      }));
  }

  private headingOf(day: Day): string {
    const weekday = new Intl.DateTimeFormat(this.locale, { weekday: 'long', timeZone: 'UTC' }).format(
      new Date(`${day}T00:00:00Z`),
    );
    return `${weekday.charAt(0).toLocaleUpperCase(this.locale)}${weekday.slice(1)} ${formatDay(day, this.locale)}, ${formatWeek(day, this.locale)}`;
  }
}
