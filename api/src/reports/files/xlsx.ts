import type { CountyReport, FigureCell, FigureRow, Fact } from '@samhandling/report-model';
import writeXlsxFile, { type CellObject, type Row, type Sheet } from 'write-excel-file/node';
import { repack } from './package-normaliser.ts';
import { ACCENT_SOFT, LINE_STRONG } from './palette.ts';

const WORDS = {
  sv: {
    figures: 'Utfall',
    places: 'Per kommun',
    standing: 'Läge',
    about: 'Om filen',
    indicator: 'Indikator',
    kind: 'Typ',
    unit: 'Enhet',
    part: 'Del',
    total: 'Totalt',
    denominator: 'nämnare',
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
    about: 'About the file',
    indicator: 'Indicator',
    kind: 'Kind',
    unit: 'Unit',
    part: 'Part',
    total: 'Total',
    denominator: 'denominator',
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
    aboutSheet(report, words),
  ];
  const bytes = await writeXlsxFile(sheets, { fontFamily: 'Calibri', fontSize: 11 }).toBuffer();
  return repack(bytes, report.madeAt);
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
  return isNumber ? number(cell.value, row.decimals) : text(cell.text, { align: 'right' });
}

const denominator = (cell: FigureCell | null): CellObject | null =>
  cell === null ? null : number(cell.denominator, 0);

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
    ...(last === null ? [] : [last, `${last} ${words.denominator}`]),
    words.target,
    words.status,
    words.baseline,
    words.year,
    words.source,
  ];
  const rows = report.figures.rows.flatMap((row) => [
    figureLine(row, words.total, row.now, row.last, last !== null),
    ...row.sexes.map((sex) => figureLine(row, sex.label, sex.now, sex.last, last !== null)),
  ]);
  const widths = [12, 12, 60, 12, 22, 10, 16, 12, ...(last === null ? [] : [16, 12]), 10, 20, 10, 8, 40];
  return {
    sheet: words.figures,
    data: [header.map(head), ...rows],
    columns: widths.map((width) => ({ width })),
    orientation: 'landscape',
    stickyRowsCount: 1,
    stickyColumnsCount: 3,
  };
}

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
    ...(hasLast ? [figure(last, row), denominator(last)] : []),
    number(row.target, 0),
    text(row.targetStatus),
    number(row.baseline, row.decimals),
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
    ...(last === null ? [] : [last, `${last} ${words.denominator}`]),
  ];
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
      ...(last === null ? [] : [figure(place.last, row), denominator(place.last)]),
    ]),
  );
  return {
    sheet: words.places,
    data: [header.map(head), ...rows],
    columns: [12, 12, 60, 22, 12, 20, 18, 12, 18, 12].map((width) => ({ width })),
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
