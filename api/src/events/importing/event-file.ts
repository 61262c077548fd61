import { EVENT_COLUMNS, MOST_IMPORTED_EVENTS, type EventColumn, type EventFileRows } from '@samhandling/contracts';
import { formatNumber, parseDay, type Label, type Locale } from '@samhandling/domain';
import type { CellValue } from 'hucre';
import { decodeBytes, looksLikeText } from '../../platform/files/decode-bytes.ts';
import { guardZip, ZipFault } from '../../platform/files/zip-guard.ts';
import { invalid, ProblemException } from '../../platform/http/problem-exception.ts';

/** A file of two thousand events is some hundred kilobytes; unpacked it is at most this. */
export const MOST_FILE_BYTES = 5 * 1024 * 1024;
const LIMITS = { total: 50 * 1024 * 1024, part: 20 * 1024 * 1024, entries: 500 };
const MOST_COLUMNS = 50;
const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

const REFUSALS = {
  empty: { sv: 'Filen är tom. Välj en fil med händelser.', en: 'The file is empty. Choose a file with events.' },
  old_excel: {
    sv: 'Filen är sparad i ett gammalt format eller skyddad med lösenord. Spara den som Excelarbetsbok (.xlsx) utan lösenord och försök igen.',
    en: 'The file is in an old format or protected by a password. Save it as an Excel workbook (.xlsx) without a password and try again.',
  },
  macro: {
    sv: 'Arbetsboken innehåller makron och lästes inte. Spara den som .xlsx utan makron och försök igen.',
    en: 'The workbook holds macros and was not read. Save it as .xlsx without macros and try again.',
  },
  not_workbook: {
    sv: 'Filen är varken en Excelarbetsbok (.xlsx) eller en textfil (.csv).',
    en: 'The file is neither an Excel workbook (.xlsx) nor a text file (.csv).',
  },
  broken: {
    sv: 'Filen är skadad och kan inte öppnas. Öppna den i Excel, spara den på nytt och försök igen.',
    en: 'The file is damaged and cannot be opened. Open it in Excel, save it again and try again.',
  },
  encrypted: {
    sv: 'Filen är skyddad med lösenord. Ta bort lösenordet, spara och försök igen.',
    en: 'The file is protected by a password. Remove the password, save and try again.',
  },
  inflates_too_much: {
    sv: 'Filen packas upp till mer än vad som är rimligt och lästes inte.',
    en: 'The file unpacks to more than is reasonable and was not read.',
  },
} as const satisfies Readonly<Record<string, Label>>;

function refuse(code: keyof typeof REFUSALS): ProblemException {
  const reason = REFUSALS[code];
  if (code === 'empty') return invalid([{ pointer: '/file', code, reason }]);
  return new ProblemException('wrong_type', reason, [{ pointer: '/file', code, reason }]);
}

/** One sheet as text, and what a reader of it should know. */
interface Table {
  readonly rows: readonly (readonly string[])[];
  readonly remarks: readonly Label[];
}

/**
 * Reads events out of an uploaded workbook or text file: rows as text, with a proposal of what each column is. What the
 * file is, is told by its first bytes. Nothing in it is run; a formula gives the value it last had.
 * @throws ProblemException with words for the person who chose the file.
 */
export async function readEventFile(bytes: Buffer, locale: Locale): Promise<EventFileRows> {
  if (bytes.length === 0) throw refuse('empty');
  if (bytes.subarray(0, 8).equals(OLE)) throw refuse('old_excel');
  const { rows, remarks } = bytes.toString('latin1', 0, 2) === 'PK' ? await readWorkbook(bytes) : readText(bytes);
  const filled = rows.filter((row) => row.some((cell) => cell !== ''));
  const [first] = filled;
  if (!first) throw refuse('empty');
  const named = first.map(columnNamed);
  const hasHeadings = named.filter((column) => column !== null).length >= 2;
  const data = hasHeadings ? filled.slice(1) : filled;
  if (data.length > MOST_IMPORTED_EVENTS) throw tooManyRows('/file', data.length);
  return {
    columns: hasHeadings ? onceEach(named) : guessed(data),
    headings: hasHeadings ? first : [],
    rows: data,
    remarks: remarks.map((each) => each[locale]),
  };
}

export function tooManyRows(pointer: string, rows: number): ProblemException {
  const reason: Label = {
    sv: `Högst ${formatNumber(MOST_IMPORTED_EVENTS, 0, 'sv')} händelser kan läsas in på en gång. Det här är ${formatNumber(rows, 0, 'sv')}. Dela upp dem.`,
    en: `At most ${formatNumber(MOST_IMPORTED_EVENTS, 0, 'en')} events can be read at once. These are ${formatNumber(rows, 0, 'en')}. Divide them.`,
  };
  return invalid([{ pointer, code: 'too_many_rows', reason }]);
}

async function readWorkbook(bytes: Buffer): Promise<Table> {
  const names = await guarded(bytes);
  const holds = (pattern: RegExp): boolean => names.some((name) => pattern.test(name));
  if (!holds(/^xl\/workbook\.xml$/i)) throw refuse('not_workbook');
  if (holds(/(?:^|\/)vbaProject\.bin$/i)) throw refuse('macro');
  // Loaded when a workbook comes: registering one event needs none of it.
  const { readXlsx } = await import('hucre/xlsx');
  const workbook = await readXlsx(bytes, { readStyles: true, maxRows: MOST_IMPORTED_EVENTS + 50 }).catch(() => {
    throw refuse('broken');
  });
  const shown = workbook.sheets.filter((sheet) => sheet.hidden !== true && sheet.veryHidden !== true);
  const sheet = shown.find(({ rows }) => rows.some((row) => row.some((cell) => cellText(cell) !== '')));
  if (!sheet) throw refuse('empty');
  const remarks: Label[] = [];
  const others = workbook.sheets.length - 1;
  if (others > 0)
    remarks.push({
      sv: `Bladet ${sheet.name} lästes. Övriga blad (${others}) lästes inte.`,
      en: `The sheet ${sheet.name} was read. The other sheets (${others}) were not.`,
    });
  if ([...(sheet.rowDefs?.values() ?? [])].some(({ hidden }) => hidden === true))
    remarks.push({ sv: 'Dolda rader lästes också.', en: 'Hidden rows were read too.' });
  if ([...(sheet.cells?.values() ?? [])].some(({ formula }) => formula !== undefined))
    remarks.push({
      sv: 'Formler lästes som det värde de senast hade.',
      en: 'Formulas were read as the value they last had.',
    });
  return { rows: sheet.rows.map((row) => row.slice(0, MOST_COLUMNS).map(cellText)), remarks };
}

async function guarded(bytes: Buffer): Promise<string[]> {
  try {
    return await guardZip(bytes, LIMITS);
  } catch (fault) {
    throw fault instanceof ZipFault ? refuse(fault.code) : fault;
  }
}

function cellText(value: CellValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '#' : value.toISOString().slice(0, 10);
  if (typeof value === 'number') return String(value).replace('.', ',');
  return String(value).trim();
}

function readText(bytes: Buffer): Table {
  const text = decodeBytes(bytes);
  if (!looksLikeText(text) || text.startsWith('%PDF-')) throw refuse('not_workbook');
  const [firstLine = ''] = text.split(/\r?\n/, 1);
  const marks = [';', '\t', ','] as const;
  const count = (mark: string): number => firstLine.split(mark).length;
  const mark = marks.reduce((best, each) => (count(each) > count(best) ? each : best), marks[0]);
  return { rows: parseDelimited(text, mark), remarks: [] };
}

/** Fields between marks; within quotation marks a mark or a line end is part of the field, and two of them are one. */
export function parseDelimited(text: string, mark: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = '';
  let isQuoted = false;
  const endField = (): void => {
    if (row.length < MOST_COLUMNS) row.push(field.trim().replace(/^'(?=[=+\-@])/u, ''));
    field = '';
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (isQuoted) {
      if (sign !== '"') field += sign;
      else if (text.charAt(at + 1) === '"') {
        field += '"';
        at += 1;
      } else isQuoted = false;
    } else if (sign === '"' && field.trim() === '') isQuoted = true;
    else if (sign === mark) endField();
    else if (sign === '\n') {
      endField();
      rows.push(row);
      row = [];
    } else if (sign !== '\r') field += sign;
  }
  endField();
  rows.push(row);
  return rows;
}

const NAMES: Readonly<Record<EventColumn, RegExp>> = {
  day: /^(?:dag|datum|när|date|day)$/u,
  kind: /^(?:slag|typ|sort|händelsetyp|typ av händelse|slag av händelse|kind|type)$/u,
  title: /^(?:rubrik|titel|namn|benämning|händelse|title)$/u,
  activities: /^(?:aktivitet|aktiviteter|aktivitet\(er\)|insats|activity|activities)$/u,
  municipalities: /^(?:kommun|kommuner|kommun\(er\)|municipality|municipalities)$/u,
  organisations: /^(?:organisation|organisationer|aktör|aktörer|deltagande organisationer|organisations)$/u,
  participants: /^(?:deltagare|antal deltagare|antal|participants)$/u,
  note: /^(?:anteckning|anteckningar|kommentar|kommentarer|not|note)$/u,
};

function columnNamed(heading: string): EventColumn | null {
  const name = heading
    .toLocaleLowerCase('sv')
    .replace(/\s+/gu, ' ')
    .replace(/[:*]+$/u, '')
    .trim();
  return EVENT_COLUMNS.find((column) => NAMES[column].test(name)) ?? null;
}

function onceEach(columns: readonly (EventColumn | null)[]): (EventColumn | null)[] {
  return columns.map((column, index) => (columns.indexOf(column) === index ? column : null));
}

/** Without headings only a column of days shows what it is. */
function guessed(rows: readonly (readonly string[])[]): (EventColumn | null)[] {
  const width = Math.max(...rows.map((row) => row.length));
  const isDays = (index: number): boolean => rows.every((row) => parseDay(row[index] ?? '') !== null);
  const days = Array.from({ length: width }, (_, index) => index).find(isDays);
  return Array.from({ length: width }, (_, index) => (index === days ? 'day' : null));
}
