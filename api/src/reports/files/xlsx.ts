import type { CountyReport, FigureCell, FigureRow, Fact } from '@samhandling/report-model';
import writeXlsxFile, { type CellObject, type Row, type Sheet } from 'write-excel-file/node';
import { editXml, repack, type PackageParts } from './package-normaliser.ts';
import { ACCENT_SOFT, LINE_STRONG } from './palette.ts';
import { changesSheet } from './xlsx-changes.ts';

const WORDS = {
  sv: {
    figures: 'Utfall',
    places: 'Per kommun',
    standing: 'Läge',
    changes: 'Förändringar',
    about: 'Om filen',
    indicator: 'Indikator',
    kind: 'Typ',
    unit: 'Enhet',
    part: 'Del',
    total: 'Totalt',
    denominator: 'nämnare',
    percent: 'i %',
    direction: 'Riktning',
    target: 'Målvärde',
    status: 'Mot målet',
    baseline: 'Baslinje',
    year: 'År',
    source: 'Källa',
    place: 'Kommun',
    code: 'Kommunkod',
    empty:
      'Tom cell: uppgiften finns inte för indikatorn. Inte rapporterat, ej tillämpligt och skyddat står i ord. Noll är ett värde.',
  },
  en: {
    figures: 'Outcomes',
    places: 'By municipality',
    standing: 'Judgements',
    changes: 'Changes',
    about: 'About the file',
    indicator: 'Indicator',
    kind: 'Kind',
    unit: 'Unit',
    part: 'Part',
    total: 'Total',
    denominator: 'denominator',
    percent: 'in %',
    direction: 'Direction',
    target: 'Target',
    status: 'Against target',
    baseline: 'Baseline',
    year: 'Year',
    source: 'Source',
    place: 'Municipality',
    code: 'Municipality code',
    empty:
      'An empty cell: the indicator has no such figure. Not reported, not applicable and protected stand in words. Zero is a value.',
  },
} as const;
type Words = (typeof WORDS)[keyof typeof WORDS];

/**
 * The figures as a workbook: numbers as numbers, the kinds of empty in words. Every text is written as a text cell, so
 * that nothing somebody has typed can be a formula.
 */
export async function renderXlsx(report: CountyReport): Promise<Buffer> {
  const words = WORDS[report.locale];
  const sheets = [
    figureSheet(report, words),
    placeSheet(report, words),
    standingSheet(report, words),
    ...changes(report, words),
    aboutSheet(report, words),
  ];
  const bytes = await writeXlsxFile(sheets, { fontFamily: 'Calibri', fontSize: 11 }).toBuffer();
  const repeated = sheets.flatMap(({ sheet = '', stickyRowsCount = 0 }, index) =>
    stickyRowsCount > 0 ? [{ name: sheet, index }] : [],
  );
  return repack(bytes, report.madeAt, (parts) => printable(parts, repeated));
}

function changes(report: CountyReport, words: Words): Sheet<Buffer>[] {
  const sheet = changesSheet(report, words.changes, { head, text });
  return sheet ? [sheet] : [];
}

/** On paper a sheet is as wide as the page, and its header row stands on each page. The library sets neither. */
function printable(
  parts: PackageParts,
  repeated: readonly { readonly name: string; readonly index: number }[],
): PackageParts {
  const titles = repeated.map(
    ({ name, index }) =>
      `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">'${name.replaceAll("'", "''")}'!$1:$1</definedName>`,
  );
  return Object.fromEntries(
    Object.entries(parts).map(([name, part]) => {
      if (name === 'xl/workbook.xml')
        return [
          name,
          editXml(part, (xml) => xml.replace('<definedNames/>', `<definedNames>${titles.join('')}</definedNames>`)),
        ];
      if (!/^xl\/worksheets\/sheet\d+\.xml$/.test(name)) return [name, part];
      return [
        name,
        editXml(part, (xml) =>
          xml
            .replace('<sheetViews>', '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>')
            .replace(/<pageSetup (?=[^>]*orientation)/, '<pageSetup fitToWidth="1" fitToHeight="0" '),
        ),
      ];
    }),
  );
}

const LINE_HEIGHT = 15;
/** Longer than any day or kind of empty: a text to be read, from the left. */
const LONG_TEXT = 24;

/** Rows as high as their longest text needs: not every program works that out when it opens the file. */
function fitted(rows: readonly Row[], widths: readonly number[]): Row[] {
  return rows.map((row) => {
    const lines = row.map((cell, index) =>
      cell !== null && typeof cell === 'object' && 'value' in cell && typeof cell.value === 'string'
        ? Math.ceil((cell.value.length * 1.05) / (widths[index] ?? 10))
        : 1,
    );
    const height = Math.min(20, Math.max(1, ...lines)) * LINE_HEIGHT;
    return row.map((cell, index) =>
      index === 0 && cell !== null && typeof cell === 'object' ? { ...cell, height } : cell,
    );
  });
}

const text = (value: string, more: Partial<CellObject> = {}): CellObject => ({
  value,
  type: String,
  alignVertical: 'top',
  wrap: true,
  ...more,
});
const head = (value: string): CellObject => ({
  value,
  type: String,
  fontWeight: 'bold',
  wrap: true,
  alignVertical: 'bottom',
  backgroundColor: `#${ACCENT_SOFT}`,
  bottomBorderStyle: 'thin',
  bottomBorderColor: `#${LINE_STRONG}`,
});
const number = (value: number | null, decimals: number): CellObject | null =>
  value === null
    ? null
    : { value, type: Number, format: decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`, alignVertical: 'top' };

/** The number where there is one, else the figure in words: a milestone's day, a text, or which kind of empty it is. */
function figure(cell: FigureCell | null, row: FigureRow): CellObject | null {
  if (cell === null) return null;
  const isNumber = cell.state === 'value' && cell.value !== null && row.isNumber;
  return isNumber
    ? number(cell.value, row.decimals)
    : text(cell.text, { align: cell.text.length > LONG_TEXT ? 'left' : 'right' });
}

/** A share in per cent, beside the two numbers it is made of; null for what is no share. */
function percent(cell: FigureCell | null, row: FigureRow): CellObject | null {
  if (!row.isShare || cell?.state !== 'value' || cell.value === null || !cell.denominator) return null;
  return number(Math.round((cell.value / cell.denominator) * 1000) / 10, 1);
}

const denominator = (cell: FigureCell | null): CellObject | null =>
  cell === null ? null : number(cell.denominator, 0);

/** A target or a baseline: a share's is in per cent, and says so. */
function share(value: number | null, row: FigureRow): CellObject | null {
  if (!row.isShare || value === null) return number(value, row.decimals);
  return { value, type: Number, format: Number.isInteger(value) ? '0" %"' : '0.0" %"', alignVertical: 'top' };
}

function figureSheet(report: CountyReport, words: Words): Sheet<Buffer> {
  const { now, last } = report.figures.rounds;
  const header = [
    report.figures.words.goal,
    report.figures.words.activity,
    words.indicator,
    words.kind,
    words.unit,
    words.part,
    now,
    `${now} ${words.denominator}`,
    `${now} ${words.percent}`,
    ...(last === null ? [] : [last, `${last} ${words.denominator}`, `${last} ${words.percent}`]),
    words.direction,
    words.target,
    words.status,
    words.baseline,
    words.year,
    words.source,
  ];
  const rows = report.figures.rows.flatMap((row) => [
    figureLine(row, words.total, row.now, row.last, last !== null),
    // Target and baseline are for all together.
    ...row.sexes.map((sex) => figureLine({ ...row, ...NO_COMPARISON }, sex.label, sex.now, sex.last, last !== null)),
  ]);
  const widths = [10, 9, 48, 10, 20, 9, 25, 10, 9, ...(last === null ? [] : [25, 10, 9]), 9, 10, 14, 9, 7, 34];
  return {
    sheet: words.figures,
    data: fitted([header.map(head), ...rows], widths),
    columns: widths.map((width) => ({ width })),
    orientation: 'landscape',
    stickyRowsCount: 1,
    stickyColumnsCount: 3,
  };
}

const NO_COMPARISON = {
  target: null,
  targetDirection: '',
  targetStatus: '',
  baseline: null,
  baselineYear: null,
  baselineSource: '',
} as const satisfies Partial<FigureRow>;

function figureLine(row: FigureRow, part: string, now: FigureCell, last: FigureCell | null, hasLast: boolean): Row {
  return [
    text(row.goal),
    text(row.references),
    text(row.indicator),
    text(row.kind),
    text(row.unit),
    text(part),
    figure(now, row),
    denominator(now),
    percent(now, row),
    ...(hasLast ? [figure(last, row), denominator(last), percent(last, row)] : []),
    text(row.targetDirection),
    share(row.target, row),
    text(row.targetStatus),
    share(row.baseline, row),
    row.baselineYear === null ? null : { value: row.baselineYear, type: Number, format: '0', alignVertical: 'top' },
    text(row.baselineSource),
  ];
}

/** One line per indicator and municipality: the form that filters and pivots well. */
function placeSheet(report: CountyReport, words: Words): Sheet<Buffer> {
  const { now, last } = report.figures.rounds;
  const names = new Map(report.figures.places.map(({ code, name }) => [code, name]));
  const header = [
    report.figures.words.goal,
    report.figures.words.activity,
    words.indicator,
    words.unit,
    words.code,
    words.place,
    now,
    `${now} ${words.denominator}`,
    `${now} ${words.percent}`,
    ...(last === null ? [] : [last, `${last} ${words.denominator}`, `${last} ${words.percent}`]),
  ];
  const widths = [10, 9, 48, 20, 11, 18, 18, 10, 9, ...(last === null ? [] : [18, 10, 9])];
  const rows = report.figures.rows.flatMap((row) =>
    row.places.map((place): Row => [
      text(row.goal),
      text(row.references),
      text(row.indicator),
      text(row.unit),
      text(place.code),
      text(names.get(place.code) ?? ''),
      figure(place.now, row),
      denominator(place.now),
      percent(place.now, row),
      ...(last === null ? [] : [figure(place.last, row), denominator(place.last), percent(place.last, row)]),
    ]),
  );
  return {
    sheet: words.places,
    data: fitted([header.map(head), ...rows], widths),
    columns: widths.map((width) => ({ width })),
    orientation: 'landscape',
    stickyRowsCount: 1,
  };
}

/** The judgements, counted per goal: the same rows as the table in the report. */
function standingSheet(report: CountyReport, words: Words): Sheet<Buffer> {
  const { tones, goals } = report.figures.standing;
  const header = [report.figures.words.goal, ...tones, words.total];
  const rows = goals.map(({ name, counts }): Row => [
    text(name),
    ...counts.map((count) => number(count, 0)),
    number(
      counts.reduce((sum, count) => sum + count, 0),
      0,
    ),
  ]);
  return {
    sheet: words.standing,
    data: [header.map(head), ...rows],
    columns: header.map((_, index) => ({ width: index === 0 ? 16 : 18 })),
    orientation: 'landscape',
    stickyRowsCount: 1,
  };
}

function aboutSheet({ titlePage }: CountyReport, words: Words): Sheet<Buffer> {
  const facts: readonly Fact[] = titlePage.facts;
  const lines = [titlePage.subtitle, titlePage.standing, ...(titlePage.notice === null ? [] : [titlePage.notice])];
  return {
    sheet: words.about,
    data: [
      [text(titlePage.title, { fontWeight: 'bold', fontSize: 16, wrap: false })],
      ...lines.map((line): Row => [text(line, { wrap: false })]),
      [],
      ...facts.map(({ label, value }): Row => [text(label, { fontWeight: 'bold' }), text(value, { wrap: false })]),
      [],
      [text(words.empty, { wrap: false })],
    ],
    columns: [{ width: 28 }, { width: 70 }],
  };
}
