import type { Sheet } from 'hucre';
import type { RoundtripWorkbook } from 'hucre/xlsx';
import type { WorkbookError } from '@samhandling/contracts';
import type { Locale } from '@samhandling/domain';
import { ERROR_FILL, heightsOf, STYLES, toSheet, type SheetCell } from './sheet-style.ts';
import { COMMENT_AUTHOR, WORDS } from './workbook-words.ts';

/**
 * The person's own file with what is wrong: a comment and a colour at each cell, and first a sheet that lists them with
 * links. What we said in an earlier round is taken away, so that a mended cell looks mended.
 */
export async function annotate(
  workbook: RoundtripWorkbook,
  errors: readonly WorkbookError[],
  locale: Locale,
): Promise<Uint8Array> {
  const { saveXlsx, parseCellRef } = await import('hucre/xlsx');
  const name = WORDS[locale].sheets.errors;
  const own = new Set(Object.values(WORDS).map(({ sheets }) => sheets.errors));
  const sheets = workbook.sheets.filter((sheet) => !(own.has(sheet.name) && isErrorList(sheet)));
  workbook.sheets.splice(0, workbook.sheets.length, ...sheets);
  for (const sheet of workbook.sheets) clear(sheet);
  for (const sheet of workbook.sheets) {
    const here = errors.filter((error) => error.sheet === sheet.name && error.cell !== '');
    for (const at of new Set(here.map(({ cell }) => cell))) {
      const { row, col } = parseCellRef(at);
      const text = here.flatMap((error) => (error.cell === at ? [error.reason] : [])).join('\n');
      mark(sheet, row, col, text);
    }
  }
  workbook.sheets.push(errorList(freeName(name, workbook.sheets), errors, locale));
  workbook.activeSheet = workbook.sheets.length - 1;
  return saveXlsx(workbook);
}

function mark(sheet: Sheet, row: number, column: number, text: string): void {
  sheet.cells ??= new Map();
  const key = `${row},${column}`;
  const stored = sheet.cells.get(key);
  const value = stored?.value ?? sheet.rows[row]?.[column] ?? null;
  sheet.cells.set(key, {
    ...stored,
    value,
    type: stored?.type ?? (value === null ? 'empty' : typeof value === 'number' ? 'number' : 'string'),
    style: {
      ...(stored?.style ?? STYLES.open),
      fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: ERROR_FILL } },
    },
    comment: { author: COMMENT_AUTHOR, text },
  });
}

/** Only what we wrote: a comment of the person's own stays. */
function clear(sheet: Sheet): void {
  for (const cell of sheet.cells?.values() ?? []) {
    if (cell.comment?.author !== COMMENT_AUTHOR) continue;
    delete cell.comment;
    if (cell.style) delete cell.style.fill;
  }
}

const HEADERS = {
  sv: ['Ruta', 'Det står', 'Vad som är fel'],
  en: ['Cell', 'It says', 'What is wrong'],
} as const;

const WIDTHS = [18, 34, 90];

function isErrorList(sheet: Sheet): boolean {
  return Object.values(HEADERS).some((words) => words.every((word, index) => sheet.rows[0]?.[index] === word));
}

function errorList(name: string, errors: readonly WorkbookError[], locale: Locale): Sheet {
  const header = HEADERS[locale].map((value): SheetCell => ({ value, style: STYLES.header }));
  const rows = errors.map(({ sheet, cell, value, reason }): SheetCell[] => [
    { value: cell === '' ? sheet : `${sheet} ${cell}`, style: cell === '' ? STYLES.locked : STYLES.link },
    { value: value || null, style: STYLES.error },
    { value: reason, style: STYLES.open },
  ]);
  const made = toSheet(name, [header, ...rows], {
    columns: WIDTHS.map((width) => ({ width })),
    rowDefs: heightsOf([header, ...rows], WIDTHS),
    freezePane: { rows: 1 },
  });
  for (const [index, { sheet, cell }] of errors.entries()) {
    const key = `${index + 1},0`;
    const link = made.cells?.get(key);
    const location = `'${sheet.replaceAll("'", "''")}'!${cell}`;
    if (link && cell !== '') link.hyperlink = { target: '', location, display: `${sheet} ${cell}` };
  }
  return { ...made, name, rows: made.rows ?? [], cells: typed(made.cells ?? new Map()) } as Sheet;
}

/** Every cell of the list is a text. */
function typed(cells: ReadonlyMap<string, object>): NonNullable<Sheet['cells']> {
  return new Map([...cells].map(([key, cell]) => [key, { value: null, ...cell, type: 'string' as const }]));
}

function freeName(wanted: string, sheets: readonly Sheet[]): string {
  let name = wanted;
  for (let turn = 2; sheets.some((sheet) => sheet.name.toLowerCase() === name.toLowerCase()); turn += 1)
    name = `${wanted} ${turn}`;
  return name;
}
