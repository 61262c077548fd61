import type { Locale } from '@samhandling/domain';

/** A cell as people read it, and as a machine reads it. */
export interface ChartCell {
  readonly text: string;
  /** For the file: a number as a number. Null says that the text is all there is. */
  readonly value?: number | null;
}

/** What a chart shows, as a table: for those who do not see the drawing, and for the file. */
export interface ChartTable {
  readonly columns: readonly { readonly label: string; readonly numeric: boolean }[];
  /** The first cell of each row names it. */
  readonly rows: readonly (readonly ChartCell[])[];
}

const BYTE_ORDER_MARK = '\uFEFF';

/** A cell that begins like a formula gets an apostrophe before it, so that no spreadsheet runs it. */
function field(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function numberField(value: number, locale: Locale): string {
  const text = String(value);
  return locale === 'sv' ? text.replace('.', ',') : text;
}

/**
 * The table as a file for Excel in Swedish: semicolons, UTF-8 with byte order mark, decimal comma (point in English, where
 * Excel expects it). Numbers are whole, without thousand spaces and units; kinds of empty are written in words.
 */
export function csvOf(table: ChartTable, locale: Locale): string {
  const head = table.columns.map((column) => field(column.label));
  const rows = table.rows.map((row) =>
    row.map((cell) => (typeof cell.value === 'number' ? numberField(cell.value, locale) : field(cell.text))),
  );
  return BYTE_ORDER_MARK + [head, ...rows].map((cells) => `${cells.join(';')}\r\n`).join('');
}

/** A title as the name of a file: letters, digits and hyphens. */
export function fileStem(title: string): string {
  const stem = title
    .toLocaleLowerCase('sv')
    .replace(/[^a-z0-9åäöéü]+/g, '-')
    .slice(0, 80)
    .replace(/^-+|-+$/g, '');
  return stem === '' ? 'diagram' : stem;
}
