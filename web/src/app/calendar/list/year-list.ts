import { Component, computed, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Day, YearEntry } from '@samhandling/contracts';
import {
  YEAR_ENTRY_KIND_LABELS,
  capitalised,
  clipToYear,
  formatDay,
  formatTime,
  monthName,
  parseDay,
} from '@samhandling/domain';
import { Button, Field, Input, injectLocale } from '@samhandling/ui';
import { Table } from '@samhandling/ui/work';
import type { Move } from '../wheel/wheel.ts';
import { dayInMonth, weekOf } from '../data/year-words.ts';

interface Row {
  readonly number: number;
  readonly entry: YearEntry;
}

/** The year as a table, month by month: what the wheel shows, in words, with the same numbers. */
@Component({
  selector: 'sam-year-list',
  imports: [Button, Field, Input, RouterLink, Table],
  templateUrl: './year-list.html',
  styleUrl: './year-list.scss',
})
export class YearList {
  readonly entries = input.required<readonly YearEntry[]>();
  readonly year = input.required<number>();
  readonly today = input.required<Day>();
  readonly chosen = input<string | null>(null);
  readonly busyKey = input<string | null>(null);
  readonly move = output<Move>();
  readonly edit = output<YearEntry>();

  private readonly locale = injectLocale();
  protected readonly opened = signal<string | null>(null);
  protected readonly typed = signal('');
  protected readonly wrong = signal<string | null>(null);
  protected readonly labels = {
    day: $localize`:@@calendar.list.newDay:Ny dag`,
    dayWrong: $localize`:@@calendar.list.dayWrong:Skriv dagen som 2026-03-12 eller 12 mars 2026.`,
    table: $localize`:@@calendar.list.label:Året månad för månad`,
  };
  protected readonly months = computed(() => {
    const months = new Map<number, Row[]>();
    this.entries().forEach((entry, index) => {
      const from = clipToYear(entry.from, entry.to, this.year())?.from ?? entry.from;
      const month = Number(from.slice(5, 7));
      months.set(month, [...(months.get(month) ?? []), { number: index + 1, entry }]);
    });
    return [...months].map(([month, rows]) => ({ month, rows, name: capitalised(monthName(month, this.locale)) }));
  });

  protected day(entry: YearEntry): string {
    return dayInMonth(entry, this.locale);
  }

  protected week(entry: YearEntry): number {
    return weekOf(entry.from);
  }

  /** Of what does not say it in its title: "Sista svarsdag, omgång 2026" does. */
  protected facts(entry: YearEntry): readonly string[] {
    const { kind, startsAt, state } = entry;
    const isSaid = kind === 'due' || kind.startsWith('round_');
    return [
      isSaid ? '' : YEAR_ENTRY_KIND_LABELS[kind][this.locale],
      startsAt === null ? '' : this.time(startsAt),
      state,
    ].filter((fact) => fact !== '');
  }

  private time(instant: string): string {
    return this.locale === 'sv' ? `kl. ${formatTime(instant)}` : formatTime(instant);
  }

  protected isPast(entry: YearEntry): boolean {
    return entry.to < this.today();
  }

  protected isMark(entry: YearEntry): boolean {
    return entry.key.startsWith('mark:');
  }

  protected moveName(entry: YearEntry): string {
    return $localize`:@@calendar.list.moveOf:Flytta ${entry.title}:title:`;
  }

  protected editName(entry: YearEntry): string {
    return $localize`:@@calendar.list.editOf:Ändra ${entry.title}:title:`;
  }

  protected open(entry: YearEntry): void {
    this.opened.set(entry.key);
    this.typed.set(entry.from);
    this.wrong.set(null);
  }

  protected type(event: Event): void {
    if (event.target instanceof HTMLInputElement) this.typed.set(event.target.value);
    this.wrong.set(null);
  }

  protected save(event: Event, entry: YearEntry): void {
    event.preventDefault();
    const day = parseDay(this.typed());
    if (day === null) {
      this.wrong.set(this.labels.dayWrong);
      return;
    }
    this.opened.set(null);
    if (day !== entry.from) this.move.emit({ entry, day });
  }

  protected full(day: Day): string {
    return formatDay(day, this.locale);
  }
}
