import type { WorkbookAnswer, WorkbookError } from '@samhandling/contracts';
import { formatInstant, type Locale } from '@samhandling/domain';
import type { PersonRef } from '@samhandling/contracts';
import type { FileCell, FileRow } from './read-workbook.ts';
import { fieldLabel, type ModelRow } from './workbook-model.ts';

type Change = WorkbookAnswer['changes'][number];

/** What reading a file comes to, gathered cell by cell. */
export class Findings {
  readonly changes: Change[] = [];
  readonly errors: WorkbookError[] = [];
  readonly remarks: string[] = [];
  answers = 0;
  values = 0;

  constructor(readonly locale: Locale) {}

  change(file: FileRow, cell: FileCell, row: ModelRow, before: string, after: string): void {
    this.changes.push({
      sheet: file.sheet,
      cell: cell.name,
      label: fieldLabel(row, cell.field, this.locale),
      before,
      after,
    });
  }

  error(sheet: string, cell: string, value: string, code: string, reason: string): void {
    this.errors.push({ sheet, cell, value, code, reason });
  }

  cellError(file: FileRow, cell: FileCell, code: string, reason: string): void {
    this.error(file.sheet, cell.name, cell.text, code, reason);
  }

  /** In the order of the file: by sheet as met, by row, by column. */
  sortedErrors(sheets: readonly string[]): WorkbookError[] {
    const place = ({ sheet, cell }: WorkbookError): [number, number, number, string] => {
      const [, letters = '', row = '0'] = /^([A-Z]*)(\d*)$/.exec(cell) ?? [];
      return [sheets.indexOf(sheet), Number(row || 0), letters.length, letters];
    };
    return this.errors
      .map((error) => ({ error, at: place(error) }))
      .sort(({ at: one }, { at: other }) => {
        for (const index of [0, 1, 2] as const) if (one[index] !== other[index]) return one[index] - other[index];
        return one[3] < other[3] ? -1 : one[3] > other[3] ? 1 : 0;
      })
      .map(({ error }) => error);
  }
}

/**
 * The cells of a row that the person has changed. A formula and a cell that is out of sight are refused here: what cannot
 * be seen is not saved in silence, and a formula would be saved as the number it happened to give last.
 */
export function changedCells(file: FileRow, findings: Findings): FileCell[] {
  const sv = findings.locale === 'sv';
  return file.cells.filter((cell) => {
    if (!cell.isChanged) return false;
    if (cell.isFormula) {
      const offer = cell.text === '' ? '' : sv ? ` Senast gav den ${cell.text}.` : ` It last gave ${cell.text}.`;
      const reason = sv
        ? `Rutan innehåller en formel. Skriv värdet i stället.${offer}`
        : `The cell holds a formula. Write the value instead.${offer}`;
      findings.cellError(file, cell, 'formula', reason);
      return false;
    }
    if (cell.isHidden) {
      const reason = sv
        ? 'Raden eller kolumnen är dold, och här har något ändrats. Visa den och kontrollera, eller ångra ändringen.'
        : 'The row or column is hidden, and something was changed here. Show it and check, or undo the change.';
      findings.cellError(file, cell, 'hidden', reason);
      return false;
    }
    return true;
  });
}

/** "Ändrad av Anna den 12 mars 2026 kl. 14:05. Nu står: …" */
export function staleWords(by: PersonRef | null, at: string | null, now: string, locale: Locale): string {
  const sv = locale === 'sv';
  if (by === null || at === null)
    return sv
      ? 'Värdet har tagits bort sedan filen hämtades. Hämta filen på nytt, eller skriv in det på sidan.'
      : 'The value was taken away since the file was downloaded. Download the file again, or enter it on the page.';
  const when = formatInstant(at, locale);
  const stands = now === '' ? (sv ? 'inget' : 'nothing') : `”${shortened(now)}”`;
  return sv
    ? `Ändrad av ${by.name} den ${when}: nu står ${stands}. Hämta filen på nytt och ta ställning till vilket som ska gälla.`
    : `Changed by ${by.name} on ${when}: it now says ${stands}. Download the file again and decide which shall stand.`;
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 120 ? `${line.slice(0, 119)}…` : line;
}
