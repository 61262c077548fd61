import {
  ApplicationRef,
  Component,
  ElementRef,
  computed,
  inject,
  input,
  linkedSignal,
  model,
  output,
  signal,
} from '@angular/core';
import { injectLocale } from '@samhandling/ui';
import { ExplainButton } from '../../explain/explain-button.ts';
import { TargetsButton } from '../../targets/targets-button.ts';
import { OutcomeCells } from '../data/outcome-cells.ts';
import type { PastedCell } from '../data/cell-view.ts';
import { isRectangle, readRectangle } from '../data/rectangle.ts';
import { LineProblems } from './line-problems.ts';
import { type Place, placeAfter, writes } from './navigate.ts';
import { type BoxLook, type Left, OutcomeCellBox, type Writing, lookOf, textToWrite } from './outcome-cell.ts';
import { type SheetCell, type SheetColumn, type SheetLine, valueKeys } from './sheet-model.ts';
import { TargetStatusLine } from './target-status.ts';

/** A pasted rectangle laid on the sheet: what falls on cells, and what falls outside or on facts. */
export interface PastedRectangle {
  readonly cells: readonly PastedCell[];
  readonly outside: readonly string[];
}

/**
 * Values in rows and columns, worked with as in a spreadsheet: arrows, Enter and Tab move, typing or F2 writes, Escape
 * takes back, a rectangle can be pasted. One cell at a time is in the tab order; a cell with a button is entered on the
 * button, so that Enter presses it.
 */
@Component({
  selector: 'sam-outcome-sheet',
  imports: [ExplainButton, LineProblems, OutcomeCellBox, TargetStatusLine, TargetsButton],
  templateUrl: './outcome-sheet.html',
  styleUrl: './outcome-sheet.scss',
  host: {
    '(keydown)': 'pressed($event)',
    '(focusin)': 'entered($event)',
    '(click)': 'clicked($event)',
    '(copy)': 'copied($event)',
    '(paste)': 'paste($event)',
  },
})
export class OutcomeSheet {
  readonly label = input.required<string>();
  /** Head of the first column. */
  readonly corner = input.required<string>();
  readonly columns = input.required<readonly SheetColumn[]>();
  readonly lines = input.required<readonly SheetLine[]>();
  readonly showPrevious = input(true);
  /** Key of the cell that has the focus; null before anybody has been in the sheet. */
  readonly current = model<string | null>(null);
  readonly pasted = output<PastedRectangle>();
  readonly noteAsked = output<string>();
  /** Targets were changed: what is shown is no longer what holds. */
  readonly targetsChanged = output<void>();

  protected readonly cells = inject(OutcomeCells);
  private readonly locale = injectLocale();
  private readonly app = inject(ApplicationRef);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly size = computed(() => ({ rows: this.lines().length, columns: this.columns().length }));
  /** Stays within the sheet when a filter makes it smaller. */
  protected readonly active = linkedSignal<{ rows: number; columns: number }, Place>({
    source: this.size,
    computation: (size, before) => ({
      row: Math.min(before?.value.row ?? 0, Math.max(0, size.rows - 1)),
      column: Math.min(before?.value.column ?? 0, Math.max(0, size.columns - 1)),
    }),
  });
  private readonly writingAt = signal<(Writing & Place) | null>(null);

  protected writing(row: number, column: number): Writing | null {
    const at = this.writingAt();
    return at?.row === row && at.column === column ? at : null;
  }

  protected isActive(row: number, column: number): boolean {
    const active = this.active();
    return active.row === row && active.column === column;
  }

  protected lookOf(key: string): BoxLook {
    const view = this.cells.view(key);
    if (!view) throw new Error(`No such cell: ${key}`);
    return lookOf(view());
  }

  protected hasProblems(line: SheetLine): boolean {
    return valueKeys(line).some((key) => {
      const view = this.cells.view(key)?.();
      return view !== undefined && view.typed !== null && view.reason !== '';
    });
  }

  protected nameOf(line: SheetLine, column: number): string {
    return [line.heading, line.note, this.columns()[column]?.heading ?? ''].filter((part) => part !== '').join(', ');
  }

  protected pressed(event: KeyboardEvent): void {
    const place = placeOf(event.target);
    if (!place) return;
    const key = this.keyAt(place);
    if (key !== null && this.command(event, place, key)) {
      event.preventDefault();
      return;
    }
    if (event.altKey || (event.key === 'Enter' && event.target instanceof HTMLButtonElement)) return;
    const to = placeAfter(place, this.size(), event);
    if (!to) return;
    event.preventDefault();
    this.go(to);
  }

  protected entered(event: FocusEvent): void {
    const place = placeOf(event.target);
    if (!place) return;
    this.active.set(place);
    this.current.set(this.keyAt(place));
  }

  /** A touch writes at once: there is no keyboard to start with. */
  protected clicked(event: MouseEvent): void {
    const place = placeOf(event.target);
    if (!place) return;
    const isTouch = event instanceof PointerEvent && event.pointerType === 'touch';
    if (isTouch || event.detail === 2) this.write(place, null);
  }

  protected left({ text, event }: Left): void {
    const at = this.writingAt();
    if (!at) return;
    this.writingAt.set(null);
    const key = this.keyAt(at);
    if (key !== null) void this.cells.commit(key, text);
    if (event) this.go(placeAfter(at, this.size(), event) ?? this.nextLine(at, event.shiftKey));
  }

  protected cancel(): void {
    const at = this.writingAt();
    this.writingAt.set(null);
    if (at) this.go(at);
  }

  protected copied(event: ClipboardEvent): void {
    const place = placeOf(event.target);
    const view = place && this.viewAt(place);
    if (!view || this.writingAt()) return;
    event.clipboardData?.setData('text/plain', textToWrite(view, this.locale));
    event.preventDefault();
  }

  protected paste(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const at = this.writingAt() ?? placeOf(event.target);
    if (!at || text === '' || (this.writingAt() && !isRectangle(text))) return;
    event.preventDefault();
    this.writingAt.set(null);
    this.pasted.emit(this.lay(readRectangle(text), at));
    this.go(at);
  }

  /** Puts the focus in a cell, if it is in this sheet. */
  focusKey(key: string): void {
    this.lines().forEach((line, row) =>
      line.cells.forEach((cell, column) => {
        if (cell.kind === 'value' && cell.key === key) this.go({ row, column });
      }),
    );
  }

  private lay(rows: readonly (readonly string[])[], at: Place): PastedRectangle {
    const cells: PastedCell[] = [];
    const outside: string[] = [];
    rows.forEach((row, down) =>
      row.forEach((text, right) => {
        const key = this.keyAt({ row: at.row + down, column: at.column + right });
        if (key !== null) cells.push({ key, text });
        else if (text.trim() !== '') outside.push(text);
      }),
    );
    return { cells, outside };
  }

  private command(event: KeyboardEvent, place: Place, key: string): boolean {
    if (event.key === 'F2' && event.shiftKey) this.noteAsked.emit(key);
    else if (event.key === 'F2') this.write(place, null);
    else if (event.key === 'Delete' || event.key === 'Backspace') void this.cells.commit(key, '');
    else if (event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey)) void this.cells.undo(key);
    else if (writes(event)) this.write(place, event.key);
    else return false;
    return true;
  }

  private write(place: Place, over: string | null): void {
    const view = this.viewAt(place);
    if (!view?.stored.mayEnter) return;
    this.active.set(place);
    this.writingAt.set({ ...place, text: over ?? textToWrite(view, this.locale) });
    // Shown at once: what a fast typist writes next must already fall in the control.
    this.app.tick();
  }

  /** Tab from the last cell of a line while writing goes on with the next line. */
  private nextLine(from: Place, back: boolean): Place {
    const row = from.row + (back ? -1 : 1);
    if (row < 0 || row >= this.size().rows) return from;
    return { row, column: back ? this.size().columns - 1 : 0 };
  }

  private go(place: Place): void {
    this.active.set(place);
    const cell = this.host.querySelector<HTMLElement>(`[data-row="${place.row}"][data-column="${place.column}"]`);
    (cell?.querySelector<HTMLElement>('button') ?? cell)?.focus();
  }

  private cellAt({ row, column }: Place): SheetCell | undefined {
    return this.lines()[row]?.cells[column];
  }

  private keyAt(place: Place): string | null {
    const cell = this.cellAt(place);
    return cell?.kind === 'value' ? cell.key : null;
  }

  private viewAt(place: Place): ReturnType<NonNullable<ReturnType<OutcomeCells['view']>>> | undefined {
    const key = this.keyAt(place);
    return key === null ? undefined : this.cells.view(key)?.();
  }
}

/** The cell an event came from, by what the template wrote on it. */
function placeOf(target: EventTarget | null): Place | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-row][data-column]') : null;
  return cell ? { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) } : null;
}
