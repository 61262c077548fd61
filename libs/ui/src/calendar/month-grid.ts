import { Component, ElementRef, afterRenderEffect, computed, inject, input, model } from '@angular/core';
import { formatDay } from '../format.ts';
import { injectLocale } from '../locale.ts';
import { addMonths, dayByKey, monthWeeks } from './month.ts';
import { Button } from '../button/button.ts';
import { Icon } from '../icon/icon.ts';

/** What stands on a day: short words, in order. */
export type DayEntries = ReadonlyMap<string, readonly string[]>;

/** As many words as a day has room for; the rest are counted. */
const SHOWN = 3;
/** Any week that begins on a Monday gives the names of the days. */
const SOME_MONDAY = 5;

/**
 * A month as a grid of days, Monday first, with week numbers. One stop for Tab; arrows move by day and week, Home and End
 * within the week, Page Up and Down by month. The day one stands on is the chosen day, and its month is shown.
 */
@Component({
  selector: 'sam-month-grid',
  imports: [Button, Icon],
  templateUrl: './month-grid.html',
  styleUrl: './month-grid.scss',
})
export class MonthGrid {
  /** `YYYY-MM-DD`: the chosen day. */
  readonly day = model.required<string>();
  readonly today = input.required<string>();
  readonly entries = input<DayEntries>(new Map());
  /** How many there are on a day, in words ("2 händelser"); said with the day. */
  readonly countWords = input.required<(count: number) => string>();

  private readonly locale = injectLocale();
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private moved = false;

  protected readonly month = computed(() => {
    const [, ...words] = formatDay(this.day(), this.locale).split(' ');
    const name = words.join(' ');
    return name.charAt(0).toLocaleUpperCase(this.locale) + name.slice(1);
  });
  protected readonly weekdays = [0, 1, 2, 3, 4, 5, 6].map((offset) => {
    const date = new Date(Date.UTC(2026, 0, SOME_MONDAY + offset));
    const name = (weekday: 'long' | 'short'): string =>
      new Intl.DateTimeFormat(this.locale, { weekday, timeZone: 'UTC' }).format(date);
    return { long: name('long'), short: name('short') };
  });
  protected readonly weeks = computed(() =>
    monthWeeks(this.day()).map(({ week, days }) => ({
      week,
      days: days.map(({ day, inMonth }) => {
        const entries = this.entries().get(day) ?? [];
        return {
          day,
          inMonth,
          number: Number(day.slice(8)),
          shown: entries.slice(0, SHOWN),
          more: Math.max(0, entries.length - SHOWN),
          count: entries.length,
          label: this.labelOf(day, entries),
        };
      }),
    })),
  );
  protected readonly labels = {
    week: $localize`:@@ui.month.week:Vecka`,
    weekShort: $localize`:@@ui.month.weekShort:v.`,
    previous: $localize`:@@ui.month.previous:Föregående månad`,
    next: $localize`:@@ui.month.next:Nästa månad`,
    today: $localize`:@@ui.month.today:I dag`,
  };

  constructor() {
    // The cell of the chosen day may not have been there before the month was drawn anew.
    afterRenderEffect(() => {
      const day = this.day();
      if (!this.moved) return;
      this.moved = false;
      this.host.querySelector<HTMLElement>(`[data-day="${day}"]`)?.focus();
    });
  }

  protected press(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const to = dayByKey(this.day(), event.key);
    if (to === null) return;
    event.preventDefault();
    this.moved = true;
    this.day.set(to);
  }

  protected step(months: number): void {
    this.day.set(addMonths(this.day(), months));
  }

  private labelOf(day: string, entries: readonly string[]): string {
    const name = formatDay(day, this.locale);
    return entries.length === 0 ? name : `${name}, ${this.countWords()(entries.length)}: ${entries.join(', ')}`;
  }
}
