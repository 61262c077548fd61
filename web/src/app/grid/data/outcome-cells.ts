import { Injectable, type Signal, type WritableSignal, computed, inject, signal } from '@angular/core';
import {
  type Id,
  MOST_PASTED_CELLS,
  type OutcomeCell,
  type OutcomeDisplay,
  type OutcomeRow,
  type PutOutcomeRequest,
  type PutOutcomesCell,
} from '@samhandling/contracts';
import { injectLocale } from '@samhandling/ui';
import { DraftStore } from '../../core/draft-store.ts';
import { problemOf } from '../../core/problem.ts';
import { failedWith, pasteResultOf, pastedAs, storedAs, typedInto } from './cell-changes.ts';
import { editText } from './cell-text.ts';
import {
  type CellDrafts,
  type CellView,
  type PasteResult,
  type PastedCell,
  SETTLED,
  cellKey,
  isCellDrafts,
  requestOf,
  storedCell,
} from './cell-view.ts';
import { OutcomesApi } from './outcomes-api.ts';

/**
 * The cells of a round on one page: typed, sent one by one as they are left, and kept until the server has them. A cell
 * is never sent twice at the same time; what is typed while it is on its way is sent after. Provided by the page.
 */
@Injectable()
export class OutcomeCells {
  private readonly api = inject(OutcomesApi);
  private readonly drafts = inject(DraftStore);
  private readonly locale = injectLocale();
  private readonly cells = new Map<string, WritableSignal<CellView>>();
  private readonly figures = new Map<Id, WritableSignal<OutcomeDisplay>>();
  private readonly sending = new Set<string>();
  private readonly known = signal(0);
  private roundId: Id = '';
  private waiting: CellDrafts = {};

  private readonly typed = computed(() => {
    this.known();
    return [...this.cells.values()].map((cell) => cell()).filter((cell) => cell.typed !== null);
  });
  /** The reason of the last cell that could not be saved, for a live region: the focus has often moved on. */
  readonly lastProblem = signal('');
  /** Cells with something typed that the server does not have. */
  readonly unsaved = computed(() => this.typed().length);
  /** Those that a new try may help. */
  readonly retryable = computed(
    () => this.typed().filter((cell) => cell.status === 'failed' || cell.status === 'waiting').length,
  );

  /** The round whose cells these are; empty before any is loaded. */
  round(): Id {
    return this.roundId;
  }

  /** Takes in rows; cells with something unsaved keep it, and what they started from. */
  load(roundId: Id, rows: readonly OutcomeRow[]): void {
    if (this.roundId !== roundId) this.start(roundId);
    for (const row of rows) {
      this.figureOf(row.indicator.id, row.combined).set(row.combined);
      for (const cell of row.cells) this.take(row, cell);
    }
    this.known.update((count) => count + 1);
  }

  /** Undefined until `load` has taken the cell in; asking then follows the next load. */
  view(key: string): Signal<CellView> | undefined {
    const cell = this.cells.get(key);
    if (!cell) this.known();
    return cell;
  }

  combined(indicatorId: Id): OutcomeDisplay | undefined {
    return this.figures.get(indicatorId)?.();
  }

  /** The cell was left with this text in it. */
  async commit(key: string, text: string): Promise<void> {
    if (!this.prepare(key, text)) return;
    if (!this.sending.has(key)) await this.send(key);
  }

  /** Back to what the cell held before its last change. */
  async undo(key: string): Promise<void> {
    const before = this.cells.get(key)?.().before ?? null;
    if (before !== null) await this.commit(key, before);
  }

  /** Throws away what was typed: the cell shows what is stored. */
  forget(key: string): void {
    this.change(key, (cell) => ({
      ...cell,
      stored: cell.theirs ?? cell.stored,
      ...SETTLED,
      before: cell.before,
    }));
  }

  /** What I typed shall stand although somebody else was first. */
  async insist(key: string): Promise<void> {
    const typed = this.cells.get(key)?.().typed ?? null;
    if (typed === null) return;
    this.change(key, (cell) => ({ ...cell, stored: cell.theirs ?? cell.stored, theirs: null }));
    await this.commit(key, typed);
  }

  /** Sends everything again that could not be sent. */
  async retry(): Promise<void> {
    const again = this.typed().filter((cell) => cell.status === 'failed' || cell.status === 'waiting');
    await Promise.all(again.map((cell) => this.commit(cell.key, cell.typed ?? '')));
  }

  /** The note of a cell that holds something. Null when it is saved, otherwise why not. */
  saveNote(key: string, note: string): Promise<string | null> {
    return this.putAsStored(key, { note });
  }

  /** The choice between what was entered and what the events give. Null when it is saved, otherwise why not. */
  weigh(key: string, choice: Pick<PutOutcomeRequest, 'useComputed' | 'keptReason'>): Promise<string | null> {
    return this.putAsStored(key, choice);
  }

  /** Sends the cell as it is stored, with something said about it. */
  private async putAsStored(key: string, part: Partial<PutOutcomeRequest>): Promise<string | null> {
    const cell = this.cells.get(key)?.();
    if (!cell) return null;
    const { indicator, stored } = cell;
    try {
      const input = editText(stored, indicator, this.locale);
      const request = { municipalityCode: stored.municipalityCode, sex: stored.sex, input, ...part };
      const answer = await this.api.put(this.roundId, indicator.id, stored.version, request);
      this.change(key, (now) => ({ ...now, stored: answer.cell }));
      this.figureOf(indicator.id, answer.combined).set(answer.combined);
      return null;
    } catch (error) {
      const problem = problemOf(error);
      const theirs = storedCell(problem);
      if (theirs) this.change(key, (now) => (now.typed === null ? { ...now, stored: theirs } : now));
      return problem.errors?.map(({ reason }) => reason).join(' ') || `${problem.title}. ${problem.detail}`;
    }
  }

  /** A pasted rectangle: each cell is judged by itself, and each comes back with what became of it. */
  async paste(pasted: readonly PastedCell[]): Promise<PasteResult[]> {
    const ready = pasted.filter(({ key, text }) => this.prepare(key, text) && !this.sending.has(key));
    for (let from = 0; from < ready.length; from += MOST_PASTED_CELLS) {
      await this.sendMany(ready.slice(from, from + MOST_PASTED_CELLS));
    }
    return pasted.map((cell) => pasteResultOf(cell, this.cells.get(cell.key)?.()));
  }

  /** Reads the text into the cell. True when it is to be sent. */
  private prepare(key: string, text: string): boolean {
    const cell = this.cells.get(key)?.();
    if (!cell?.stored.mayEnter) return false;
    const typed = cell.indicator.kind === 'text' ? text : text.trim();
    if (typed === editText(cell.stored, cell.indicator, this.locale) && !this.sending.has(key)) {
      if (cell.typed !== null || cell.status === 'saved')
        this.change(key, (now) => ({ ...now, ...SETTLED, before: now.before }));
      return false;
    }
    const next = typedInto(cell, typed, this.locale);
    this.change(key, () => next);
    return next.status === 'saving';
  }

  /** Sends what the cell holds, and again while more was typed meanwhile. */
  private async send(key: string): Promise<void> {
    this.sending.add(key);
    try {
      for (;;) {
        const cell = this.cells.get(key)?.();
        if (!cell || cell.typed === null || cell.status !== 'saving') return;
        try {
          const answer = await this.api.put(this.roundId, cell.indicator.id, cell.stored.version, requestOf(cell));
          this.change(key, (now) => storedAs(now, cell, answer.cell, this.locale));
          this.figureOf(cell.indicator.id, answer.combined).set(answer.combined);
        } catch (error) {
          this.change(key, (now) => failedWith(now, problemOf(error), this.locale));
        }
      }
    } finally {
      this.sending.delete(key);
    }
  }

  private async sendMany(pasted: readonly PastedCell[]): Promise<void> {
    const sent = pasted.flatMap(({ key }) => this.cells.get(key)?.() ?? []);
    if (sent.length === 0) return;
    const cells = sent.map((cell): PutOutcomesCell => ({
      ...requestOf(cell),
      indicatorId: cell.indicator.id,
      version: cell.stored.version,
    }));
    for (const { key } of sent) this.sending.add(key);
    try {
      const answer = await this.api.putMany(this.roundId, { cells });
      sent.forEach((cell, index) =>
        this.change(cell.key, (now) => pastedAs(now, cell, answer.cells[index], this.locale)),
      );
      for (const { indicatorId, combined } of answer.rows) this.figureOf(indicatorId, combined).set(combined);
    } catch (error) {
      for (const { key } of sent) this.change(key, (now) => failedWith(now, problemOf(error), this.locale));
    } finally {
      for (const { key } of sent) this.sending.delete(key);
    }
    // What was typed by hand while the rectangle was on its way.
    await Promise.all(
      sent.filter(({ key }) => this.cells.get(key)?.().status === 'saving').map(({ key }) => this.send(key)),
    );
  }

  private take({ indicator, target }: OutcomeRow, stored: OutcomeCell): void {
    const about = { indicator, rowTarget: target };
    const key = cellKey(indicator.id, stored.municipalityCode, stored.sex);
    const existing = this.cells.get(key);
    if (existing) {
      existing.update((cell) => (cell.typed === null ? { ...cell, ...about, stored } : { ...cell, ...about }));
      return;
    }
    const fresh: CellView = { key, ...about, stored, ...SETTLED, before: null };
    const draft = this.waiting[key];
    const isWaiting =
      draft !== undefined && stored.mayEnter && draft.typed !== editText(stored, indicator, this.locale);
    this.cells.set(
      key,
      signal(
        isWaiting
          ? {
              ...fresh,
              stored: { ...stored, version: draft.version },
              typed: draft.typed,
              status: 'waiting',
              reason: $localize`:@@grid.waiting:Skrivet tidigare men inte sparat.`,
            }
          : fresh,
      ),
    );
  }

  private figureOf(indicatorId: Id, first: OutcomeDisplay): WritableSignal<OutcomeDisplay> {
    const figure = this.figures.get(indicatorId) ?? signal(first);
    this.figures.set(indicatorId, figure);
    return figure;
  }

  private change(key: string, how: (cell: CellView) => CellView): void {
    const cell = this.cells.get(key);
    cell?.update(how);
    if (cell && cell().reason !== '') this.lastProblem.set(cell().reason);
    this.keepDrafts();
  }

  private start(roundId: Id): void {
    this.roundId = roundId;
    this.cells.clear();
    this.figures.clear();
    this.waiting = this.drafts.read(this.resource(), isCellDrafts)?.value ?? {};
  }

  /** Drafts of cells that are not on the page stay as they are. */
  private keepDrafts(): void {
    const shown = Object.entries(this.waiting).filter(([key]) => !this.cells.has(key));
    const typed = [...this.cells.values()].flatMap((cell) => {
      const { key, typed: text, stored } = cell();
      return text === null ? [] : [[key, { typed: text, version: stored.version }] as const];
    });
    this.waiting = Object.fromEntries([...shown, ...typed]);
    if (Object.keys(this.waiting).length === 0) this.drafts.discard(this.resource());
    else this.drafts.keep(this.resource(), this.waiting);
  }

  private resource(): string {
    return `outcomes/${this.roundId}`;
  }
}
