import { Injectable } from '@nestjs/common';
import type { PutOutcomesCell, PutOutcomesResult } from '@samhandling/contracts';
import { parseDay, parseNumberText } from '@samhandling/domain';
import { OutcomeEntryService } from '../outcomes/outcome-entry.service.ts';
import { changedCells, staleWords, type Findings } from './findings.ts';
import { textProblem } from './read-answer.ts';
import type { FileCell, FileRow } from './read-workbook.ts';
import { valueTexts, type ValueRow } from './workbook-model.ts';
import type { ValueField } from './workbook-words.ts';

interface Wish {
  readonly file: FileRow;
  readonly row: ValueRow;
  readonly cells: readonly FileCell[];
  readonly put: PutOutcomesCell;
}

const FIELD_OF: Readonly<Record<string, ValueField>> = {
  '/input': 'value',
  '/denominatorInput': 'denominator',
  '/day': 'day',
  '/note': 'note',
};

/** Saves values from a file as a pasted rectangle is saved: all in one write, by the same rules. */
@Injectable()
export class ValuesWriter {
  constructor(private readonly entry: OutcomeEntryService) {}

  async write(roundId: string, rows: readonly (readonly [FileRow, ValueRow])[], findings: Findings): Promise<void> {
    const wishes = rows.flatMap(([file, row]) => {
      const wish = readRow(file, row, findings);
      return wish ? [wish] : [];
    });
    if (wishes.length === 0) return;
    const { cells } = await this.entry.updateMany(
      roundId,
      wishes.map(({ put }) => put),
    );
    for (const [index, wish] of wishes.entries()) {
      const result = cells[index];
      if (!result) throw new Error('A cell went in and no answer came out.');
      settle(wish, result, findings);
    }
  }
}

function readRow(file: FileRow, row: ValueRow, findings: Findings): Wish | null {
  const { locale } = findings;
  const errors = findings.errors.length;
  const cells = changedCells(file, findings).filter((cell) => isUsed(cell, file, row, findings));
  if (cells.length === 0) return null;
  const text = (field: ValueField): string => file.cells.find((cell) => cell.field === field)?.text ?? row.texts[field];
  for (const field of ['value', 'note'] as const) {
    const cell = cells.find((each) => each.field === field);
    const wrong = cell ? textProblem(cell.text) : null;
    if (cell && wrong) findings.cellError(file, cell, wrong.code, wrong.reason[locale]);
  }
  const dayCell = cells.find((cell) => cell.field === 'day');
  const day = text('day') === '' ? null : parseDay(text('day'));
  if (dayCell && day === null && dayCell.text !== '') {
    const reason =
      locale === 'sv'
        ? 'Dagen går inte att läsa. Skriv den som 2026-03-12.'
        : 'The day cannot be read. Write it as 2026-03-12.';
    findings.cellError(file, dayCell, 'not_a_day', reason);
  }
  if (findings.errors.length > errors) return null;
  return {
    file,
    row,
    cells,
    put: {
      indicatorId: row.id,
      municipalityCode: row.cell.municipalityCode,
      sex: row.cell.sex,
      version: file.key.version,
      input: text('value'),
      ...(row.indicator.kind === 'share' && { denominatorInput: text('denominator') }),
      ...(row.indicator.kind === 'milestone' && { day }),
      ...(cells.some((cell) => cell.field === 'note') && { note: text('note') }),
    },
  };
}

/** A denominator belongs to shares and a day to milestones; what stands in the grey cells of other rows is said, not dropped. */
function isUsed(cell: FileCell, file: FileRow, { indicator }: ValueRow, findings: Findings): boolean {
  const isGrey =
    (cell.field === 'denominator' && indicator.kind !== 'share') ||
    (cell.field === 'day' && indicator.kind !== 'milestone');
  if (isGrey) {
    const reason =
      findings.locale === 'sv'
        ? 'Den här rutan används inte för indikatorn. Töm den.'
        : 'This cell is not used for the indicator. Empty it.';
    findings.cellError(file, cell, 'not_used', reason);
  }
  return !isGrey;
}

/** "12,50" and "12,5" are one number, "Ja" and "ja" one answer: who typed what is already stored is not in anybody's way. */
function saysTheSame({ indicator }: ValueRow, { field, text }: FileCell, stands: string): boolean {
  if (text === stands) return true;
  if (field === 'day') return parseDay(text) === stands;
  if (field === 'note' || indicator.kind === 'text') return false;
  const rule = { kind: indicator.kind === 'share' ? ('count' as const) : indicator.kind, decimals: indicator.decimals };
  const [said, stored] = [parseNumberText(text, rule), parseNumberText(stands, rule)];
  if (said.state === 'value' && stored.state === 'value') return said.value === stored.value;
  return said.state !== 'refused' && said.state === stored.state;
}

function settle({ file, row, cells }: Wish, result: PutOutcomesResult, findings: Findings): void {
  const [first] = cells;
  if (!first) return;
  const { locale } = findings;
  if (result.result === 'refused') {
    for (const { pointer, code, reason } of result.errors) {
      const field = FIELD_OF[pointer];
      findings.cellError(file, file.cells.find((cell) => cell.field === field) ?? first, code, reason);
    }
    return;
  }
  const now = valueTexts(row.indicator, result.cell, locale);
  if (result.result === 'stale') {
    const { reportedBy, reportedAt } = result.cell;
    for (const cell of cells) {
      const stands = now[cell.field as ValueField];
      if (!saysTheSame(row, cell, stands))
        findings.cellError(file, cell, 'stale', staleWords(reportedBy, reportedAt, stands, locale));
    }
    return;
  }
  if (result.result === 'unchanged') return;
  for (const cell of cells) {
    const before = row.texts[cell.field as ValueField];
    const after = now[cell.field as ValueField];
    if (before !== after) findings.change(file, cell, row, before, after);
  }
  findings.values += 1;
}
