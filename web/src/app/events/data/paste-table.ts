import { EVENT_COLUMNS, type EventColumn } from '@samhandling/contracts';
import { parseDayNear, parseNumberText } from '@samhandling/domain';

/**
 * The cells of what was pasted from a spreadsheet. Excel parts cells with tabs and puts quotes around those with a line
 * break, a tab or a quote in them; a file saved as CSV is parted with semicolons instead. Empty rows at the end are
 * dropped, and every row is made as long as the longest.
 */
export function pastedRows(text: string): string[][] {
  const parts = text.includes('\t') ? '\t' : ';';
  const rows = [...readRows(text.replace(/^\ufeff/, ''), parts)].map((row) => row.map((cell) => cell.trim()));
  while (rows.length > 0 && (rows.at(-1) ?? []).every((cell) => cell === '')) rows.pop();
  const width = Math.max(0, ...rows.map((row) => row.length));
  return rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => '')]);
}

function* readRows(text: string, separator: string): Generator<string[]> {
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text.charAt(at + 1) === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (sign === '"' && cell === '') quoted = true;
    else if (sign === separator) {
      row.push(cell);
      cell = '';
    } else if (sign === '\n' || sign === '\r') {
      if (sign === '\r' && text.charAt(at + 1) === '\n') at += 1;
      yield [...row, cell];
      [row, cell] = [[], ''];
    } else cell += sign;
  }
  if (row.length > 0 || cell !== '') yield [...row, cell];
}

/** Words of headings, Swedish and English, without capital letters. */
const HEADINGS: Readonly<Record<EventColumn, readonly string[]>> = {
  day: ['datum', 'dag', 'när', 'date', 'day'],
  kind: ['typ', 'slag', 'händelsetyp', 'vad', 'kind', 'type'],
  title: ['rubrik', 'titel', 'namn', 'ämne', 'title', 'name'],
  activities: ['aktivitet', 'aktiviteter', 'insats', 'insatser', 'nummer', 'activity', 'activities'],
  municipalities: ['kommun', 'kommuner', 'plats', 'municipality', 'municipalities'],
  organisations: ['organisation', 'organisationer', 'aktör', 'aktörer', 'deltog', 'organisations'],
  participants: ['deltagare', 'antal', 'antal deltagare', 'personer', 'participants'],
  note: ['anteckning', 'anteckningar', 'kommentar', 'beskrivning', 'note', 'notes', 'comment'],
};

function columnNamed(heading: string): EventColumn | null {
  const words = heading.toLocaleLowerCase('sv').replace(/[.:*]/g, '').trim();
  const exact = EVENT_COLUMNS.find((column) => HEADINGS[column].includes(words));
  if (exact) return exact;
  const first = words.split(/[\s(/]+/)[0] ?? '';
  return EVENT_COLUMNS.find((column) => HEADINGS[column].includes(first)) ?? null;
}

export interface Known {
  readonly today: string;
  readonly kinds: readonly string[];
  readonly municipalities: readonly string[];
  readonly organisations: readonly string[];
}

/** How much of a column must look like a thing before it is proposed to be it. */
const MOST = 0.6;
const LOOKED_AT = 30;

/** What a column holds, by its contents alone; null when nothing stands out. */
function columnLike(cells: readonly string[], known: Known): EventColumn | null {
  const filled = cells.filter((cell) => cell !== '').slice(0, LOOKED_AT);
  if (filled.length === 0) return null;
  const among = (names: readonly string[]) => {
    const all = names.map((name) => name.toLocaleLowerCase('sv'));
    return (cell: string): boolean =>
      cell
        .toLocaleLowerCase('sv')
        .split(/[,;\n]/)
        .some((part) => all.some((name) => name === part.trim() || name.startsWith(`${part.trim()} `)));
  };
  const tests: readonly (readonly [EventColumn, (cell: string) => boolean])[] = [
    ['activities', (cell) => /^\d+(?:\.\d+)?\/\d+/.test(cell) && cell.includes('.')],
    ['day', (cell) => parseDayNear(cell, known.today) !== null],
    ['kind', among(known.kinds)],
    ['municipalities', among(known.municipalities)],
    ['organisations', among(known.organisations)],
    ['participants', (cell) => parseNumberText(cell, { kind: 'count' }).state === 'value'],
  ];
  return tests.find(([, test]) => filled.filter(test).length >= filled.length * MOST)?.[0] ?? null;
}

export interface GuessedTable {
  /** Empty when the first row is no headings. */
  readonly headings: readonly string[];
  readonly columns: readonly (EventColumn | null)[];
  readonly rows: readonly (readonly string[])[];
}

/** Whether the first row is headings, and what each column is: by heading first, then by what stands in it. Each thing once. */
export function guessColumns(rows: readonly (readonly string[])[], known: Known): GuessedTable {
  const first = rows[0] ?? [];
  const named = first.map(columnNamed);
  const isHead = named.filter((column) => column !== null).length >= Math.min(2, first.length);
  const body = isHead ? rows.slice(1) : rows;
  const taken = new Set<EventColumn>();
  const claim = (column: EventColumn | null): EventColumn | null => {
    if (column === null || taken.has(column)) return null;
    taken.add(column);
    return column;
  };
  const byName = first.map((_, at) => (isHead ? claim(named[at] ?? null) : null));
  const columns = byName.map((column, at) => {
    if (column !== null) return column;
    return claim(
      columnLike(
        body.map((row) => row[at] ?? ''),
        known,
      ),
    );
  });
  return { headings: isHead ? first : [], columns, rows: body };
}

/** A column can be only one thing: choosing it here takes it from where it was. */
export function withColumn(
  columns: readonly (EventColumn | null)[],
  at: number,
  column: EventColumn | null,
): (EventColumn | null)[] {
  return columns.map((one, index) => (index === at ? column : one === column ? null : one));
}

/** What an event cannot do without. */
export const NEEDED: readonly EventColumn[] = ['day', 'kind', 'activities'];
