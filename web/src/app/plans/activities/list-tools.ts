import { Component, DestroyRef, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { Button, Choice, Choices, Field, Icon, Input } from '@samhandling/ui';
import { Words } from '../../core/words.ts';
import { COLUMNS, type Column, DEFAULT_COLUMNS, type ListQuery, SORTS, type Sort } from '../data/list-query.ts';
import { columnLabel, sortLabel } from './list-labels.ts';

/** A pause in typing after which the search runs. */
const PAUSE_MS = 300;

/** Search, order and columns of the list. */
@Component({
  selector: 'sam-list-tools',
  imports: [Button, Choice, Choices, Field, Icon, Input],
  templateUrl: './list-tools.html',
  styleUrl: './list-tools.scss',
})
export class ListTools {
  readonly query = input.required<ListQuery>();
  readonly changed = output<Partial<ListQuery>>();

  private readonly words = inject(Words);
  /** Set while somebody types. */
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** What stands in the field; follows the address when that changes from elsewhere. */
  protected readonly text = linkedSignal<string, string>({
    source: () => this.query().text,
    // An answer to what was typed a moment ago must not take away the letters typed since.
    computation: (inAddress, before) =>
      before && (this.timer !== undefined || before.value.trim() === inAddress) ? before.value : inAddress,
  });
  protected readonly choosing = signal(false);
  protected readonly sorts = SORTS.map((sort) => ({ sort, label: sortLabel(sort) }));
  protected readonly columns = computed(() =>
    COLUMNS.map((column) => ({ column, label: columnLabel(column, this.words.current()) })),
  );
  protected readonly labels = {
    search: $localize`:@@plans.list.search:Sök i texten`,
    searchHint: $localize`:@@plans.list.searchHint:Ord ur planen eller svaren, eller ett nummer som 2.2/5`,
    sort: $localize`:@@plans.list.sort:Sortera efter`,
    columns: $localize`:@@plans.list.columns:Det här visas för varje rad`,
  };

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  protected typed(event: Event): void {
    if (!(event.target instanceof HTMLInputElement)) return;
    this.text.set(event.target.value);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.search(), PAUSE_MS);
  }

  /** Enter, or the pause. */
  protected search(event?: Event): void {
    event?.preventDefault();
    clearTimeout(this.timer);
    this.timer = undefined;
    const text = this.text().trim();
    if (text !== this.query().text) this.changed.emit({ text });
  }

  protected sortBy(event: Event): void {
    if (!(event.target instanceof HTMLSelectElement)) return;
    const value = event.target.value;
    const sort = SORTS.find((known: Sort) => known === value);
    if (sort) this.changed.emit({ sort });
  }

  protected show(column: Column, event: Event): void {
    if (!(event.target instanceof HTMLInputElement)) return;
    const chosen = this.query().columns;
    this.changed.emit({ columns: event.target.checked ? [...chosen, column] : chosen.filter((one) => one !== column) });
  }

  protected usual(): void {
    this.changed.emit({ columns: DEFAULT_COLUMNS });
  }
}
