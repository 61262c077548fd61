import type { OutcomeCell, Problem, PutOutcomesResult } from '@samhandling/contracts';
import type { Locale } from '@samhandling/domain';
import { cellText, editText, readCell } from './cell-text.ts';
import { type CellView, type PasteResult, type PastedCell, SETTLED, storedCell } from './cell-view.ts';

/** What a cell becomes when something happens to it. Pure: sending and keeping are the work of `OutcomeCells`. */

/** The cell was left with this text in it, which differs from what is stored. */
export function typedInto(cell: CellView, typed: string, locale: Locale): CellView {
  const read = readCell(typed, cell.indicator, locale);
  return {
    ...cell,
    typed,
    status: read.ok ? 'saving' : 'refused',
    reason: read.ok ? '' : read.reason,
    suggestion: read.ok ? null : read.suggestion,
    theirs: null,
  };
}

/** The server has what was sent; what was typed after that is sent next. */
export function storedAs(now: CellView, sent: CellView, stored: OutcomeCell, locale: Locale): CellView {
  const before = editText(sent.stored, sent.indicator, locale);
  if (now.typed !== sent.typed) return { ...now, stored, before };
  return { ...now, ...SETTLED, stored, status: 'saved', before };
}

/** The request was refused or did not arrive. A stale save is answered with what is stored now. */
export function failedWith(now: CellView, problem: Problem, locale: Locale): CellView {
  const theirs = storedCell(problem);
  if (theirs) return overtakenBy(now, theirs, locale);
  const reasons = problem.errors?.map((error) => error.reason).join(' ');
  const refused = problem.status === 422 || problem.status === 400 || problem.status === 403;
  return {
    ...now,
    status: refused ? 'refused' : 'failed',
    reason: reasons || (problem.status > 0 && problem.status < 500 && problem.detail ? problem.detail : problem.title),
    suggestion: null,
  };
}

export function overtakenBy(now: CellView, theirs: OutcomeCell, locale: Locale): CellView {
  const value = cellText(theirs, now.indicator, locale);
  const who = theirs.reportedBy?.name;
  const reason = who
    ? $localize`:@@grid.stale.who:${who}:name: har sparat ${value}:value: här medan du skrev.`
    : $localize`:@@grid.stale.somebody:Någon annan har ändrat här till ${value}:value: medan du skrev.`;
  return { ...now, status: 'stale', theirs, reason, suggestion: null };
}

/** One cell of a pasted rectangle, as the server judged it. */
export function pastedAs(
  now: CellView,
  sent: CellView,
  result: PutOutcomesResult | undefined,
  locale: Locale,
): CellView {
  if (!result || result.result === 'refused') {
    const reason = result?.errors.map((error) => error.reason).join(' ') ?? '';
    return { ...now, status: 'refused', reason, suggestion: null };
  }
  return result.result === 'stale' ? overtakenBy(now, result.cell, locale) : storedAs(now, sent, result.cell, locale);
}

/** What became of a pasted value. Undefined: there was no such cell. */
export function pasteResultOf(pasted: PastedCell, cell: CellView | undefined): PasteResult {
  if (!cell) return { ...pasted, result: 'refused', reason: '' };
  if (!cell.stored.mayEnter) return { ...pasted, result: 'refused', reason: cell.stored.lockedReason };
  switch (cell.status) {
    case 'saved':
      return { ...pasted, result: 'saved', reason: '' };
    case 'refused':
    case 'stale':
      return { ...pasted, result: cell.status, reason: cell.reason };
    case 'failed':
    case 'waiting':
      return { ...pasted, result: 'failed', reason: cell.reason };
    default:
      return { ...pasted, result: 'unchanged', reason: '' };
  }
}
