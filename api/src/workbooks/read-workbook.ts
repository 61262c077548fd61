import type { Cell, Sheet, Workbook } from 'hucre';
import { cellName, cellText } from './cell-text.ts';
import { refuseFile } from './file-refusal.ts';
import { answerId, valueId } from './workbook-model.ts';
import { FIELDS, FORMAT_VERSION, KEY_MARK, WORDS, type RowKind, type WorkbookField } from './workbook-words.ts';
import type { Locale } from '@samhandling/domain';

/** What the hidden sheet says of one row: what it is, and how it stood when the file was made. */
export interface KeyRow {
  readonly key: string;
  readonly kind: RowKind;
  readonly id: string;
  readonly municipalityCode: string | null;
  readonly sex: string;
  readonly version: number;
  readonly before: Readonly<Record<string, string>>;
}

export interface FileKeys {
  readonly roundId: string;
  readonly organisationId: string;
  readonly locale: Locale;
  readonly rows: ReadonlyMap<string, KeyRow>;
}

/** One cell that may be filled in, as it stands in the file. */
export interface FileCell {
  readonly field: WorkbookField;
  readonly row: number;
  readonly column: number;
  /** "D7" */
  readonly name: string;
  readonly text: string;
  readonly isFormula: boolean;
  readonly isChanged: boolean;
  readonly isHidden: boolean;
}

export interface FileRow {
  readonly key: KeyRow;
  readonly rowId: string;
  readonly sheet: string;
  readonly row: number;
  readonly cells: readonly FileCell[];
}

/** Something in a sheet that belongs to no row of the workbook, or to one that was there before. */
export interface StrayRow {
  readonly sheet: string;
  readonly cell: string;
  readonly value: string;
  readonly code: 'unknown_row' | 'row_twice' | 'column_twice';
}

export interface ReadFile {
  readonly rows: readonly FileRow[];
  readonly strays: readonly StrayRow[];
  readonly renamed: readonly { readonly from: string; readonly to: string }[];
  readonly missingColumns: readonly { readonly sheet: string; readonly header: string }[];
  readonly moved: readonly string[];
  /** Rows that stood in the file when it was made and do not any more. */
  readonly gone: number;
}

/** What the file says it is. @throws ProblemException when the hidden sheet is missing or of another version. */
export function readKeys(workbook: Workbook): FileKeys {
  const sheet = workbook.sheets.find(({ rows }) => rows[0]?.[0] === KEY_MARK);
  if (!sheet) throw refuseFile('no_keys');
  const [, version, roundId, organisationId, locale] = sheet.rows[0] ?? [];
  if (Number(version) !== FORMAT_VERSION) throw refuseFile('other_format');
  const said = String(locale);
  const rows = sheet.rows.slice(1).flatMap((cells) => {
    const row = keyRow(cells.map((cell) => (cell === null || cell === undefined ? '' : String(cell))));
    return row ? [[row.key, row] as const] : [];
  });
  return {
    roundId: String(roundId).toLowerCase(),
    organisationId: String(organisationId).toLowerCase(),
    locale: said === 'en' ? 'en' : 'sv',
    rows: new Map(rows),
  };
}

function keyRow([key = '', kind = '', id = '', code = '', sex = '', version = '', ...texts]: string[]): KeyRow | null {
  if (kind !== 'answer' && kind !== 'value') return null;
  return {
    key,
    kind,
    id: id.toLowerCase(),
    municipalityCode: code === '' ? null : code.padStart(4, '0'),
    sex,
    version: Number(version),
    before: Object.fromEntries(FIELDS[kind].map((field, index) => [field, cellText(texts[index] ?? '')])),
  };
}

/** Finds the rows again by their keys and the columns by their headers, wherever they have been moved. */
export function readRows(workbook: Workbook, keys: FileKeys): ReadFile {
  const rows: FileRow[] = [];
  const strays: StrayRow[] = [];
  const renamed: { from: string; to: string }[] = [];
  const missingColumns: { sheet: string; header: string }[] = [];
  const moved: string[] = [];
  const seen = new Set<string>();
  for (const sheet of workbook.sheets) {
    if (sheet.rows[0]?.[0] === KEY_MARK) continue;
    const place = placeOf(sheet, keys);
    if (!place) continue;
    const { kind, column: keyColumn, header } = place;
    const expected = WORDS[keys.locale].sheets[kind];
    if (sheet.name !== expected) renamed.push({ from: expected, to: sheet.name });
    const columns = columnsOf(sheet, kind, header, keys.locale);
    for (const name of columns.missing) missingColumns.push({ sheet: sheet.name, header: name });
    for (const column of columns.twice) {
      const value = cellText(sheet.rows[header]?.[column]);
      strays.push({ sheet: sheet.name, cell: cellName(header, column), value, code: 'column_twice' });
    }
    if (columns.isMoved) moved.push(sheet.name);
    for (const [at, cells] of sheet.rows.entries()) {
      if (at <= header) continue;
      const key = keys.rows.get(cellText(cells[keyColumn]));
      if (!key) {
        const filled = [...columns.at.values()].find((column) => cellText(cells[column]) !== '');
        if (filled !== undefined)
          strays.push({
            sheet: sheet.name,
            cell: cellName(at, filled),
            value: cellText(cells[filled]),
            code: 'unknown_row',
          });
        continue;
      }
      if (seen.has(key.key)) {
        strays.push({
          sheet: sheet.name,
          cell: cellName(at, Math.min(...columns.at.values())),
          value: '',
          code: 'row_twice',
        });
        continue;
      }
      seen.add(key.key);
      const rowId = key.kind === 'answer' ? answerId(key.id) : valueId(key.id, key.municipalityCode, key.sex);
      rows.push({ key, rowId, sheet: sheet.name, row: at, cells: cellsOf(sheet, at, columns.at, key) });
    }
  }
  return { rows, strays, renamed, missingColumns, moved, gone: keys.rows.size - seen.size };
}

/** Which sheet this is: the one whose cells hold known keys. The header is the last row above the first of them with a known header. */
function placeOf(sheet: Sheet, keys: FileKeys): { kind: RowKind; column: number; header: number } | null {
  const found = new Map<number, { first: number; count: number; kind: RowKind }>();
  for (const [row, cells] of sheet.rows.entries()) {
    for (const [column, value] of cells.entries()) {
      const key = typeof value === 'string' ? keys.rows.get(value.trim()) : undefined;
      if (!key) continue;
      const known = found.get(column);
      found.set(column, { first: known?.first ?? row, count: (known?.count ?? 0) + 1, kind: known?.kind ?? key.kind });
    }
  }
  const [best] = [...found].sort(([, one], [, other]) => other.count - one.count);
  if (!best) return null;
  const [column, { first, kind }] = best;
  const names = new Set(Object.values(WORDS[keys.locale].columns).map(plain));
  const known = (row: number): number =>
    (sheet.rows[row] ?? []).filter((value) => names.has(plain(cellText(value)))).length;
  let header = 0;
  for (let row = 0; row < first; row += 1) if (known(row) > 0 && known(row) >= known(header)) header = row;
  return { kind, column, header };
}

function columnsOf(
  sheet: Sheet,
  kind: RowKind,
  header: number,
  locale: Locale,
): { at: Map<WorkbookField, number>; missing: string[]; twice: number[]; isMoved: boolean } {
  const at = new Map<WorkbookField, number>();
  const twice: number[] = [];
  const missing: string[] = [];
  const cells = (sheet.rows[header] ?? []).map((value) => plain(cellText(value)));
  for (const field of FIELDS[kind]) {
    const name = WORDS[locale].columns[field];
    const places = cells.flatMap((text, column) => (text === plain(name) ? [column] : []));
    const [first, second] = places;
    if (first === undefined) missing.push(name);
    else at.set(field, first);
    if (second !== undefined) twice.push(second);
  }
  const order = [...at.values()];
  return { at, missing, twice, isMoved: order.some((column, index) => index > 0 && column < (order[index - 1] ?? 0)) };
}

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim().toLocaleLowerCase('sv');

function cellsOf(sheet: Sheet, row: number, columns: ReadonlyMap<WorkbookField, number>, key: KeyRow): FileCell[] {
  const isRowHidden = sheet.hidden === true || sheet.veryHidden === true || sheet.rowDefs?.get(row)?.hidden === true;
  return [...columns].map(([field, column]): FileCell => {
    const cell: Cell | undefined = sheet.cells?.get(`${row},${column}`);
    const isPercent = cell?.style?.numFmt?.includes('%') ?? false;
    const text = cellText(sheet.rows[row]?.[column], isPercent);
    const isFormula = cell?.formula !== undefined;
    return {
      field,
      row,
      column,
      name: cellName(row, column),
      text,
      isFormula,
      isChanged: isFormula || text !== (key.before[field] ?? ''),
      isHidden: isRowHidden || sheet.columns?.[column]?.hidden === true,
    };
  });
}
