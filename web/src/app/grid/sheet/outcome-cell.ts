import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import type { CellView } from '../data/cell-view.ts';
import { editText, shortDisplay, shortText, spokenCell } from '../data/cell-text.ts';
import { computedLine, computedSide } from '../data/computed-words.ts';
import { OutcomeCells } from '../data/outcome-cells.ts';
import { cellTargetLook } from '../data/target-look.ts';
import { Icon, type IconName, injectLocale } from '@samhandling/ui';
import { FocusOnShow } from './focus-on-show.ts';
import { TargetStatusLine } from './target-status.ts';

/** What the writing starts from: the cell's own text, or what was typed over it. */
export interface Writing {
  readonly text: string;
}

export interface Left {
  readonly text: string;
  readonly event: KeyboardEvent | null;
}

const STATUS_ICONS: Readonly<Record<CellView['status'], IconName | null>> = {
  idle: null,
  waiting: 'edit',
  saving: 'time',
  saved: 'check',
  failed: 'error',
  refused: 'error',
  stale: 'warning',
};

/** One cell: the value, how saving went, and last round's value beside. Written in place. */
@Component({
  selector: 'sam-outcome-cell',
  imports: [FocusOnShow, Icon, TargetStatusLine],
  templateUrl: './outcome-cell.html',
  styleUrl: './outcome-cell.scss',
  host: { '[class.text]': "view().indicator.kind === 'text'" },
})
export class OutcomeCellBox {
  readonly key = input.required<string>();
  /** Set while the cell is written in. */
  readonly writing = input<Writing | null>(null);
  readonly showPrevious = input(true);
  /** Name of what is written, for the control. */
  readonly label = input('');
  readonly left = output<Left>();
  readonly cancelled = output<void>();

  private readonly cells = inject(OutcomeCells);
  private readonly locale = injectLocale();
  protected readonly view = computed(() => {
    const view = this.cells.view(this.key());
    if (!view) throw new Error(`No such cell: ${this.key()}`);
    return view();
  });
  protected readonly text = linkedSignal(() => this.writing()?.text ?? '');
  protected readonly icon = computed(() => (this.view().stored.mayEnter ? STATUS_ICONS[this.view().status] : null));
  protected readonly shown = computed(() => {
    const { typed, stored, indicator } = this.view();
    // What is typed is shown as typed until the server has it; an emptied cell shows its dash.
    if (typed !== null) return typed.trim() === '' ? '–' : typed;
    return shortText(stored, indicator, this.locale);
  });
  protected readonly spoken = computed(() => {
    const { typed, stored, indicator } = this.view();
    return typed === null ? spokenCell(stored, indicator, this.locale) : typed.trim();
  });
  /** When a milestone was reached, under its yes. */
  protected readonly day = computed(() => (this.view().typed === null ? this.view().stored.day : null));
  protected readonly isEmpty = computed(() => this.view().typed === null && this.view().stored.state !== 'value');
  protected readonly status = computed(() => STATUS_WORDS[this.view().status]);
  protected readonly previous = computed(() => {
    const { stored, indicator } = this.view();
    return stored.previous ? shortDisplay(stored.previous, indicator, this.locale) : '';
  });
  /** What the events say, under the value. */
  protected readonly events = computed(() =>
    this.view().typed === null ? computedLine(this.view().stored, this.locale) : '',
  );
  protected readonly differs = computed(() => computedSide(this.view().stored) === 'differs');
  /** How the value stands to what the place is held to. */
  protected readonly target = computed(() => cellTargetLook(this.view(), this.locale));
  protected readonly previousWords = $localize`:@@grid.cell.previous:Förra omgången`;

  protected typed(event: Event): void {
    const control = event.target;
    if (control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement) this.text.set(control.value);
  }

  protected pressed(event: KeyboardEvent): void {
    event.stopPropagation();
    const isText = this.view().indicator.kind === 'text';
    if (event.key === 'Escape') {
      event.preventDefault();
      this.cancelled.emit();
    } else if (event.key === 'Tab' || (event.key === 'Enter' && !event.altKey) || (isVertical(event) && !isText)) {
      event.preventDefault();
      this.left.emit({ text: this.text(), event });
    } else if (event.key === 'Enter' && isText) this.breakLine(event);
  }

  /** Focus went elsewhere: what is written counts. */
  protected blurred(): void {
    if (this.writing() !== null) this.left.emit({ text: this.text(), event: null });
  }

  private breakLine(event: KeyboardEvent): void {
    event.preventDefault();
    if (event.target instanceof HTMLTextAreaElement) {
      event.target.setRangeText('\n', event.target.selectionStart, event.target.selectionEnd, 'end');
      this.text.set(event.target.value);
    }
  }
}

function isVertical(event: KeyboardEvent): boolean {
  return event.key === 'ArrowUp' || event.key === 'ArrowDown';
}

/** How the box around a cell looks, and what it says of itself. */
export interface BoxLook {
  readonly text: boolean;
  readonly locked: boolean;
  readonly bad: boolean;
  readonly unsaved: boolean;
  readonly reason: string | null;
}

export function lookOf({ indicator, stored, status, typed, reason }: CellView): BoxLook {
  return {
    text: indicator.kind === 'text',
    locked: !stored.mayEnter,
    bad: status === 'refused' || status === 'stale' || status === 'failed',
    unsaved: typed !== null,
    reason: reason === '' ? null : reason,
  };
}

/** The text a cell is written from when its own text is kept. */
export function textToWrite(view: CellView, locale: 'sv' | 'en'): string {
  return view.typed ?? editText(view.stored, view.indicator, locale);
}

const STATUS_WORDS: Readonly<Record<CellView['status'], string>> = {
  idle: '',
  waiting: $localize`:@@grid.status.waiting:Inte sparat än`,
  saving: $localize`:@@grid.status.saving:Sparar`,
  saved: $localize`:@@grid.status.saved:Sparat`,
  failed: $localize`:@@grid.status.failed:Gick inte att spara`,
  refused: $localize`:@@grid.status.refused:Kan inte sparas så här`,
  stale: $localize`:@@grid.status.stale:Någon annan har ändrat`,
};
