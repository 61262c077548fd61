import type { DataValidation, WriteSheet } from 'hucre';
import {
  DIRECTION_LABELS,
  formatNumber,
  INDICATOR_KIND_LABELS,
  SEX_LABELS,
  type IndicatorKind,
  type Locale,
} from '@samhandling/domain';
import type { Indicator } from '@samhandling/contracts';
import { cellName } from './cell-text.ts';
import { heightsOf, rangesOf, STYLES, toSheet, type SheetCell } from './sheet-style.ts';
import { displayText, type ValueRow } from './workbook-model.ts';
import { VALUE_FIELDS, WORDS, type ShownColumn, type ValueField } from './workbook-words.ts';
import { dayRule, PAPER, PROTECTION, shownWords } from './write-answers.ts';

const COLUMNS = [
  'key',
  'reference',
  'indicator',
  'unit',
  'place',
  'sex',
  ...VALUE_FIELDS,
  'target',
  'lastValue',
  'definition',
] as const satisfies readonly (ValueField | ShownColumn)[];
type Column = (typeof COLUMNS)[number];
const WIDTHS: Readonly<Record<Column, number>> = {
  key: 6,
  reference: 11,
  indicator: 46,
  unit: 13,
  place: 20,
  sex: 9,
  value: 16,
  denominator: 12,
  day: 13,
  note: 32,
  target: 11,
  lastValue: 16,
  definition: 52,
};

/** One row per indicator, place and sex. What the kind of indicator has no use for is grey: only shares have a denominator. */
export function valueSheet(rows: readonly ValueRow[], keys: readonly string[], locale: Locale): WriteSheet {
  const { columns, sheets } = WORDS[locale];
  const header = COLUMNS.map((column): SheetCell => ({ value: columns[column], style: STYLES.header }));
  const body = rows.map((row, index) => COLUMNS.map((column) => shown(row, column, keys[index] ?? '', locale)));
  const isOutOfUse = (column: Column): boolean =>
    column === 'key' || (column === 'sex' && !rows.some(({ indicator }) => indicator.bySex));
  return toSheet(sheets.value, [header, ...body], {
    columns: COLUMNS.map((column) => ({ width: WIDTHS[column], ...(isOutOfUse(column) && { hidden: true }) })),
    rowDefs: heightsOf(
      [header, ...body],
      COLUMNS.map((column) => WIDTHS[column]),
    ),
    freezePane: { rows: 1, columns: 3 },
    dataValidations: rules(rows, locale),
    protection: PROTECTION,
    pageSetup: PAPER,
    a11y: { headerRow: 0, summary: sheets.value },
  });
}

function shown(row: ValueRow, column: Column, key: string, locale: Locale): SheetCell {
  const { indicator, cell, texts } = row;
  const locked = (value: string): SheetCell => ({ value: value || null, style: STYLES.locked });
  switch (column) {
    case 'key':
      return locked(key);
    case 'reference':
      return locked(row.activities.join(', '));
    case 'indicator':
      return locked(indicator.text);
    case 'unit':
      return locked(indicator.unit || INDICATOR_KIND_LABELS[indicator.kind][locale]);
    case 'place':
      return locked(cell.place);
    case 'sex':
      return locked(SEX_LABELS[cell.sex][locale]);
    case 'value':
      return valueCell(row);
    case 'denominator':
      return indicator.kind === 'share'
        ? { value: cell.state === 'value' ? cell.denominator : null, style: { ...STYLES.open, numFmt: '#,##0' } }
        : locked('');
    case 'day': {
      if (indicator.kind !== 'milestone') return locked('');
      const value = texts.day === '' ? null : new Date(`${texts.day}T00:00:00Z`);
      return { value, style: { ...STYLES.open, numFmt: 'yyyy-mm-dd' } };
    }
    case 'note':
      return { value: texts.note || null, style: STYLES.open };
    case 'target':
      return locked(row.target === null ? '' : formatNumber(row.target, indicator.decimals, locale));
    case 'lastValue':
      return locked(displayText(indicator, cell.previous, locale));
    case 'definition':
      return locked(definitionText(indicator, locale));
  }
}

function valueCell({ indicator, cell, texts }: ValueRow): SheetCell {
  const isNumber = indicator.kind === 'count' || indicator.kind === 'measure' || indicator.kind === 'share';
  const decimals = indicator.kind === 'measure' ? indicator.decimals : 0;
  const numFmt = decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`;
  if (!isNumber) return { value: texts.value || null, style: STYLES.open };
  const value = cell.state === 'value' ? cell.value : texts.value || null;
  return { value, style: { ...STYLES.open, numFmt } };
}

const HOW: Readonly<Record<IndicatorKind, { readonly sv: string; readonly en: string }>> = {
  count: { sv: 'Skriv ett heltal.', en: 'Write a whole number.' },
  measure: { sv: 'Skriv ett tal.', en: 'Write a number.' },
  share: {
    sv: 'Skriv delen under Värde och det hela under Av, till exempel 9 av 12.',
    en: 'Write the part under Value and the whole under Of, for example 9 of 12.',
  },
  milestone: {
    sv: 'Skriv ja eller nej. Vid ja kan du ange dagen.',
    en: 'Write yes or no. With a yes you may give the day.',
  },
  text: { sv: 'Skriv med ord.', en: 'Write in words.' },
};

/** What to write, in which unit, and what is good. */
export function definitionText(indicator: Indicator, locale: Locale): string {
  const sv = locale === 'sv';
  const decimals = indicator.kind === 'measure' ? indicator.decimals : 0;
  const many =
    decimals === 0
      ? ''
      : sv
        ? `Högst ${decimals} ${decimals === 1 ? 'decimal' : 'decimaler'}.`
        : `At most ${decimals} decimals.`;
  const unit = indicator.unit === '' ? '' : sv ? `Enhet: ${indicator.unit}.` : `Unit: ${indicator.unit}.`;
  const direction = indicator.direction === 'none' ? '' : `${DIRECTION_LABELS[indicator.direction][locale]}.`;
  return [HOW[indicator.kind][locale], many, unit, direction].filter((part) => part !== '').join(' ');
}

function rules(rows: readonly ValueRow[], locale: Locale): DataValidation[] {
  const words = WORDS[locale];
  const places = (wanted: (row: ValueRow) => boolean): number[] =>
    rows.flatMap((row, index) => (wanted(row) ? [index + 1] : []));
  const column = (field: ValueField): number => COLUMNS.indexOf(field);
  const made: DataValidation[] = [];
  const add = (field: ValueField, at: readonly number[], rule: (first: string) => Partial<DataValidation>): void => {
    const [first] = at;
    if (first === undefined) return;
    const range = rangesOf(column(field), at);
    made.push({ type: 'custom', range, ...rule(cellName(first, column(field))) });
  };
  const number = (prompt: string, condition: (cell: string) => string) => (cell: string) => ({
    formula1: `OR(${condition(cell)},${cell}="${words.notApplicable}")`,
    ...shownWords(words.columns.value, prompt, prompt, locale),
  });
  const how = (kind: IndicatorKind): string => HOW[kind][locale];
  const whole = (cell: string): string => `IF(ISNUMBER(${cell}),AND(${cell}>=0,${cell}=INT(${cell})),FALSE)`;
  add(
    'value',
    places(({ indicator }) => indicator.kind === 'count'),
    number(how('count'), whole),
  );
  add(
    'value',
    places(({ indicator }) => indicator.kind === 'share'),
    number(how('share'), whole),
  );
  add(
    'denominator',
    places(({ indicator }) => indicator.kind === 'share'),
    number(how('share'), whole),
  );
  add(
    'value',
    places(({ indicator }) => indicator.kind === 'measure'),
    number(how('measure'), (cell) => `ISNUMBER(${cell})`),
  );
  add(
    'value',
    places(({ indicator }) => indicator.kind === 'milestone'),
    () => ({
      type: 'list',
      values: [words.yes, words.no, words.notApplicable],
      ...shownWords(words.columns.value, how('milestone'), how('milestone'), locale),
    }),
  );
  const milestones = places(({ indicator }) => indicator.kind === 'milestone');
  if (milestones.length > 0) made.push(dayRule(rangesOf(column('day'), milestones), words.columns.day, locale));
  return made;
}
