import { Component, ElementRef, computed, inject, input, output, signal } from '@angular/core';
import type { ActivityFacets } from '@samhandling/contracts';
import { Button, Icon, Input, injectLocale } from '@samhandling/ui';
import { FilterChip } from '@samhandling/ui/work';
import { Words } from '../../core/words.ts';
import { type ListQuery, narrowing } from '../data/list-query.ts';
import { type GroupKey, filterGroups, toggle } from './filter-groups.ts';

/** More options than this get a field to find among them. */
const MANY = 15;

/** The filters: a button per group that opens its chips, and under them what is chosen now. */
@Component({
  selector: 'sam-filter-bar',
  imports: [Button, FilterChip, Icon, Input],
  templateUrl: './filter-bar.html',
  styleUrl: './filter-bar.scss',
})
export class FilterBar {
  readonly query = input.required<ListQuery>();
  readonly facets = input.required<ActivityFacets>();
  readonly followed = input.required<boolean>();
  readonly changed = output<Partial<ListQuery>>();
  readonly cleared = output<void>();

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly words = inject(Words);
  private readonly locale = injectLocale();
  private readonly open = signal<GroupKey | null>(null);
  protected readonly find = signal('');
  protected readonly groups = computed(() =>
    filterGroups(this.query(), this.facets(), this.words.current(), this.locale, this.followed()),
  );
  protected readonly shown = computed(() => {
    const group = this.groups().find((one) => one.key === this.open());
    if (!group) return null;
    const find = this.find().trim().toLocaleLowerCase('sv');
    const options = group.options.filter(
      (option) => find === '' || option.on || option.label.toLocaleLowerCase('sv').includes(find),
    );
    return { ...group, options, many: group.options.length > MANY };
  });
  protected readonly chosen = computed(() =>
    this.groups().flatMap((group) =>
      group.options.filter((option) => option.on).map((option) => ({ ...option, key: group.key, group: group.label })),
    ),
  );
  protected readonly narrowed = computed(() => narrowing(this.query()) > 0);
  protected readonly labels = {
    groups: $localize`:@@plans.filter.groups:Filtrera`,
    chosen: $localize`:@@plans.filter.chosen:Valda filter`,
    find: $localize`:@@plans.filter.find:Hitta i listan`,
  };

  protected isOpen(key: GroupKey): boolean {
    return this.open() === key;
  }

  protected flip(key: GroupKey): void {
    this.find.set('');
    this.open.update((open) => (open === key ? null : key));
  }

  protected choose(key: GroupKey, value: string): void {
    this.changed.emit(toggle(this.query(), key, value));
  }

  /** The chip goes away with the choice: the focus goes to the button of its group. */
  protected remove(key: GroupKey, value: string): void {
    this.choose(key, value);
    this.focus(`#filter-${key}`);
  }

  protected typed(event: Event): void {
    if (event.target instanceof HTMLInputElement) this.find.set(event.target.value);
  }

  protected textChip(): string {
    return $localize`:@@plans.filter.text:Sökt: ${this.query().text}:text:`;
  }

  protected clearText(): void {
    this.changed.emit({ text: '' });
    this.focus('.group');
  }

  /** To what is still there when the chip has gone. */
  private focus(selector: string): void {
    this.host.nativeElement.querySelector<HTMLElement>(selector)?.focus({ preventScroll: true });
  }
}
