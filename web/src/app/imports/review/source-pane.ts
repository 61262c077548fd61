import {
  Component,
  ElementRef,
  afterRenderEffect,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  viewChild,
} from '@angular/core';
import type { ImportReview } from '@samhandling/contracts';
import { FilterChip } from '@samhandling/ui/work';
import { SOURCE_FILTERS, type SourceFilter, chunksOf, countSource, filterSource } from '../data/places.ts';
import { showInPane } from './scroll.ts';
import { SourceChunk } from './source-chunk.ts';

const CHUNK = 100;

/** The text as it came, line by line, each with what became of it. A listbox: arrow keys move, the other pane follows. */
@Component({
  selector: 'sam-source-pane',
  imports: [FilterChip, SourceChunk],
  template: `
    <div class="filters sam-row" role="group" [attr.aria-label]="labels.filter">
      @for (one of filters(); track one.filter) {
        <sam-filter-chip
          [label]="one.label"
          [count]="one.count"
          [on]="one.filter === filter()"
          (toggled)="filterChange.emit(one.filter)"
        />
      }
    </div>
    <div
      #list
      class="list"
      role="listbox"
      tabindex="0"
      [attr.aria-label]="labels.list"
      [attr.aria-activedescendant]="active()"
      (keydown)="move($event)"
      (click)="pick($event)"
    >
      @for (chunk of chunks(); track chunk[0]?.line) {
        <sam-source-chunk [lines]="chunk" [chosen]="chosenIn(chunk)" />
      } @empty {
        <p class="none sam-quiet" role="option" aria-selected="false" i18n="@@imports.source.none">
          Inga rader av det här slaget.
        </p>
      }
    </div>
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: var(--sam-space-3);
      min-height: 0;
    }
    .list {
      position: relative;
      flex: 1;
      min-height: 0;
      border: var(--sam-hairline);
      border-radius: var(--sam-radius);
      overflow: auto;
    }
    .none {
      padding: var(--sam-space-4);
    }
    @media (max-width: 61.99rem) {
      .list {
        max-height: 70vh;
        max-height: 70dvh;
      }
    }
  `,
})
export class SourcePane {
  readonly review = input.required<ImportReview>();
  readonly filter = input.required<SourceFilter>();
  readonly chosen = input.required<number | null>();
  readonly choose = output<number>();
  readonly filterChange = output<SourceFilter>();

  private readonly list = viewChild.required<ElementRef<HTMLElement>>('list');
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly labels = {
    filter: $localize`:@@imports.source.filter:Visa rader`,
    list: $localize`:@@imports.source.list:Källtextens rader`,
  };
  private readonly source = computed(() => this.review().source);
  private readonly shown = computed(() => filterSource(this.source(), this.filter()));
  protected readonly chunks = computed(() => chunksOf(this.shown(), CHUNK));
  /** Ahead of the page, which draws between key presses, not at each. */
  private readonly latest = linkedSignal(() => this.chosen());
  protected readonly active = computed(() => {
    const chosen = this.chosen();
    return chosen !== null && this.shown().some((line) => line.line === chosen) ? `rad-${String(chosen)}` : null;
  });
  protected readonly filters = computed(() => {
    const words: Readonly<Record<SourceFilter, string>> = {
      alla: $localize`:@@imports.source.all:Alla`,
      flaggade: $localize`:@@imports.source.flagged:Flaggade`,
      anvanda: $localize`:@@imports.source.used:Använda`,
      bortsedda: $localize`:@@imports.source.ignored:Bortsedda`,
    };
    return SOURCE_FILTERS.map((filter) => ({
      filter,
      label: words[filter],
      count: countSource(this.review().lines, filter),
    }));
  });

  constructor() {
    afterRenderEffect(() => {
      const active = this.active();
      const row = active === null ? null : this.host.querySelector<HTMLElement>(`#${active}`);
      if (row) showInPane(this.list().nativeElement, row);
    });
  }

  protected chosenIn(chunk: readonly { readonly line: number }[]): number | null {
    const chosen = this.chosen();
    const [first, last] = [chunk[0]?.line, chunk.at(-1)?.line];
    if (chosen === null || first === undefined || last === undefined) return null;
    return chosen >= first && chosen <= last ? chosen : null;
  }

  /** One listener for all lines, however many they are. */
  protected pick(event: MouseEvent): void {
    const row = event.target instanceof Element ? event.target.closest('[data-line]') : null;
    if (row) this.choose.emit(Number(row.getAttribute('data-line')));
  }

  protected move(event: KeyboardEvent): void {
    const shown = this.shown();
    const at = shown.findIndex((line) => line.line === this.latest());
    const to = targetOf(event.key, at, shown.length);
    if (to === null || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const line = shown[to];
    if (!line) return;
    this.latest.set(line.line);
    this.choose.emit(line.line);
  }
}

/** Where a key takes the choice; null when the key means nothing here. */
export function targetOf(key: string, at: number, count: number): number | null {
  if (count === 0) return null;
  const within = (index: number): number => Math.min(count - 1, Math.max(0, index));
  switch (key) {
    case 'ArrowDown':
      return within(at + 1);
    case 'ArrowUp':
      return within(at - 1);
    case 'PageDown':
      return within(at + 15);
    case 'PageUp':
      return within(at - 15);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
