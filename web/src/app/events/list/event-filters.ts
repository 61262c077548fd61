import { Component, ElementRef, computed, inject, input, output, signal } from '@angular/core';
import type { EventList } from '@samhandling/contracts';
import { capitalised } from '@samhandling/domain';
import { Button, Field, Icon, Input, formatDay, injectLocale } from '@samhandling/ui';
import { FilterChip } from '@samhandling/ui/work';
import { parseDayNear } from '@samhandling/domain';
import { Words } from '../../core/words.ts';
import { type EventQuery, GROUP_KEYS, type GroupKey, WIDEST, narrowing, toggled } from '../data/event-query.ts';

/** More options than this get a field to find among them. */
const MANY = 15;

interface Option {
  readonly value: string;
  readonly label: string;
  readonly count: number;
  readonly on: boolean;
}

/** Search, days and a button per group that opens its chips with counts; under them what is chosen now. */
@Component({
  selector: 'sam-event-filters',
  imports: [Button, Field, FilterChip, Icon, Input],
  templateUrl: './event-filters.html',
  styleUrl: './event-filters.scss',
})
export class EventFilters {
  readonly query = input.required<EventQuery>();
  readonly facets = input.required<EventList['facets']>();
  /** Chosen activities as ids: the address may say references. */
  readonly activityIds = input.required<readonly string[]>();
  readonly today = input.required<string>();
  readonly changed = output<Partial<EventQuery>>();

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly words = inject(Words);
  private readonly locale = injectLocale();
  private readonly open = signal<GroupKey | null>(null);
  protected readonly find = signal('');
  protected readonly dayError = signal<'from' | 'to' | null>(null);
  protected readonly labels = {
    search: $localize`:@@events.filter.search:Sök i rubrik och anteckning`,
    from: $localize`:@@events.filter.from:Från och med`,
    to: $localize`:@@events.filter.to:Till och med`,
    dayWrong: $localize`:@@events.filter.dayWrong:Skriv dagen som 12/3 eller 2026-03-12.`,
    groups: $localize`:@@events.filter.groups:Filtrera`,
    chosen: $localize`:@@events.filter.chosen:Valda filter`,
    find: $localize`:@@events.filter.find:Hitta i listan`,
    unknown: $localize`:@@events.filter.unknown:Okänt val`,
  };
  protected readonly groups = computed(() => {
    const names: Readonly<Record<GroupKey, string>> = {
      kind: $localize`:@@events.filter.kind:Händelsetyp`,
      municipality: $localize`:@@events.filter.municipality:Kommun`,
      organisation: $localize`:@@events.filter.organisation:Organisation`,
      activity: capitalised(this.words.current().activity.one),
    };
    return GROUP_KEYS.map((key) => ({ key, label: names[key], options: this.optionsOf(key) }))
      .map((group) => ({ ...group, chosen: group.options.filter((option) => option.on).length }))
      .filter((group) => group.options.length > 0);
  });
  protected readonly shown = computed(() => {
    const group = this.groups().find((one) => one.key === this.open());
    if (!group) return null;
    const find = this.find().trim().toLocaleLowerCase('sv');
    const fits = (option: Option): boolean =>
      find === '' || option.on || option.label.toLocaleLowerCase('sv').includes(find);
    return { ...group, options: group.options.filter(fits), many: group.options.length > MANY };
  });
  protected readonly chosen = computed(() =>
    this.groups().flatMap((group) =>
      group.options.filter(({ on }) => on).map((option) => ({ ...option, key: group.key, group: group.label })),
    ),
  );
  protected readonly narrowed = computed(() => narrowing(this.query()) > 0);

  protected isOpen(key: GroupKey): boolean {
    return this.open() === key;
  }

  protected flip(key: GroupKey): void {
    this.find.set('');
    this.open.update((open) => (open === key ? null : key));
  }

  protected choose(key: GroupKey, value: string): void {
    const query = key === 'activity' ? { ...this.query(), activity: this.activityIds() } : this.query();
    this.changed.emit(toggled(query, key, value));
  }

  /** The chip goes away with the choice: the focus goes to the button of its group. */
  protected remove(key: GroupKey, value: string): void {
    this.choose(key, value);
    this.focus(`#handelsefilter-${key}`);
  }

  protected search(event: Event): void {
    if (event.target instanceof HTMLInputElement) this.changed.emit({ text: event.target.value });
  }

  protected finding(event: Event): void {
    if (event.target instanceof HTMLInputElement) this.find.set(event.target.value);
  }

  protected setDay(name: 'from' | 'to', event: Event): void {
    if (!(event.target instanceof HTMLInputElement)) return;
    const text = event.target.value.trim();
    const day = text === '' ? null : parseDayNear(text, this.today());
    const isWrong = text !== '' && day === null;
    this.dayError.set(isWrong ? name : null);
    if (!isWrong) this.changed.emit({ [name]: day });
  }

  protected dayChip(name: 'from' | 'to'): string {
    const day = formatDay(this.query()[name] ?? '', this.locale);
    return name === 'from'
      ? $localize`:@@events.filter.fromChip:Från ${day}:day:`
      : $localize`:@@events.filter.toChip:Till ${day}:day:`;
  }

  protected textChip(): string {
    return $localize`:@@events.filter.textChip:Sökt: ${this.query().text}:text:`;
  }

  protected clear(change: Partial<EventQuery> = WIDEST): void {
    this.dayError.set(null);
    this.changed.emit(change);
    this.focus('input');
  }

  private focus(selector: string): void {
    this.host.querySelector<HTMLElement>(selector)?.focus({ preventScroll: true });
  }

  private optionsOf(key: GroupKey): Option[] {
    const facets = this.facets()[key];
    const on = key === 'activity' ? this.activityIds() : this.query()[key];
    const options = facets
      .filter((facet) => facet.count > 0 || on.includes(facet.value))
      .map((facet) => ({ ...facet, on: on.includes(facet.value) }));
    const missing = on.filter((value) => !facets.some((facet) => facet.value === value));
    return [...options, ...missing.map((value) => ({ value, label: this.labels.unknown, count: 0, on: true }))];
  }
}
