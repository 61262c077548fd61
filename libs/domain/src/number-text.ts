import type { IndicatorKind } from './indicator.ts';
import type { Label } from './locale.ts';
import { MOST_DECIMALS, roundTo } from './number-size.ts';

/**
 * Reading numbers as people type them or paste them from a Swedish Excel.
 *
 * Outcomes are stored as PostgreSQL `numeric` and travel in JSON as numbers. A double keeps 15 significant digits
 * exactly, so with |value| at most 1e12, at most 4 decimals and at most 15 significant digits nothing is lost on the
 * way; what would be lost is refused here.
 */
export const LARGEST_VALUE = 1e12;
const MOST_SIGNIFICANT_DIGITS = 15;
const LONGEST_INPUT = 80;

/** What the cell may hold. Everything left out is the widest: a measure with four decimals and no unit. */
export interface NumberRule {
  readonly kind?: IndicatorKind;
  /** 0 to 4. A count has none whatever is stated here. */
  readonly decimals?: number;
  /** Only `%` changes the reading: "20 %" is then 20. */
  readonly unit?: string | null;
}

export const NUMBER_REFUSALS = [
  'not_a_number',
  'ambiguous_separator',
  'grouping',
  'unit_in_value',
  'percent_without_denominator',
  'exponent',
  'not_exact',
  'range',
  'several_values',
  'formula',
  'protected',
  'negative',
  'too_many_decimals',
  'too_large',
  'not_yes_or_no',
  'not_a_share',
] as const;
export type NumberRefusal = (typeof NUMBER_REFUSALS)[number];

/**
 * The outcome of reading one cell. The kinds of empty are never mixed: an empty cell is "not reported", a stated "not
 * applicable" is an answer, and 0 is a value. `suggestion` is a value to offer with one click, never to take silently.
 */
export type ParsedNumber =
  | { readonly state: 'value'; readonly value: number }
  | { readonly state: 'not_reported' }
  | { readonly state: 'not_applicable' }
  | RefusedNumber;
export interface RefusedNumber {
  readonly state: 'refused';
  readonly code: NumberRefusal;
  readonly reason: Label;
  readonly suggestion: number | null;
}

const REASONS: Readonly<Record<NumberRefusal, Label>> = {
  not_a_number: { sv: 'Det här går inte att läsa som ett tal.', en: 'This cannot be read as a number.' },
  ambiguous_separator: {
    sv: 'Talet kan läsas på två sätt. Skriv tusental med mellanslag (1 000) och decimaler med komma (1,5).',
    en: 'The number can be read in two ways. Write thousands with a space (1 000) and decimals with a comma (1,5).',
  },
  grouping: {
    sv: 'Mellanslagen står inte vid tusental. Det kan vara två tal i samma ruta.',
    en: 'The spaces are not at the thousands. There may be two numbers in one cell.',
  },
  unit_in_value: { sv: 'Skriv bara talet, utan enhet.', en: 'Write only the number, without a unit.' },
  percent_without_denominator: {
    sv: 'En andel anges med antal, till exempel 9 av 12. Ett procenttal räcker inte.',
    en: 'A share is given as numbers, for example 9 of 12. A percentage is not enough.',
  },
  exponent: {
    sv: 'Skriv ut talet med siffror, utan tiopotens.',
    en: 'Write the number in full, without a power of ten.',
  },
  not_exact: {
    sv: 'Ange ett bestämt tal, utan cirka, minst eller liknande.',
    en: 'Give one exact number, without about, at least or the like.',
  },
  range: { sv: 'Ange ett tal, inte ett spann.', en: 'Give one number, not a range.' },
  several_values: { sv: 'Rutan innehåller flera värden.', en: 'The cell holds several values.' },
  formula: {
    sv: 'Rutan innehåller en formel eller ett felmeddelande från kalkylarket.',
    en: 'The cell holds a formula or an error from the spreadsheet.',
  },
  protected: {
    sv: 'Värdet är skyddat i underlaget och kan inte klistras in.',
    en: 'The value is protected in the source and cannot be pasted.',
  },
  negative: { sv: 'Talet får inte vara negativt.', en: 'The number may not be negative.' },
  too_many_decimals: { sv: 'Talet har för många decimaler.', en: 'The number has too many decimals.' },
  too_large: {
    sv: 'Talet är för stort. Kontrollera att inget har skrivits dubbelt.',
    en: 'The number is too large. Check that nothing was typed twice.',
  },
  not_yes_or_no: { sv: 'Svara ja eller nej.', en: 'Answer yes or no.' },
  not_a_share: {
    sv: 'Skriv andelen som två heltal, till exempel 9 av 12. Det första får inte vara större än det andra.',
    en: 'Write the share as two whole numbers, for example 9 of 12. The first may not be greater than the second.',
  },
};

/** Why a cell was refused, in words. `decimals` sharpens the words about decimals. */
export function numberRefusalReason(code: NumberRefusal, decimals: number = MOST_DECIMALS): Label {
  if (code !== 'too_many_decimals') return REASONS[code];
  if (decimals === 0) return { sv: 'Ange ett heltal, utan decimaler.', en: 'Give a whole number, without decimals.' };
  const [sv, en] =
    decimals === 1 ? ['en decimal', '1 decimal'] : [`${String(decimals)} decimaler`, `${String(decimals)} decimals`];
  return { sv: `Ange högst ${sv}.`, en: `Give at most ${en}.` };
}

const NOT_REPORTED_WORDS = new Set(['', '-', '–', '—', '−', 'inte rapporterat', 'ej rapporterat', 'not reported']);
const NOT_APPLICABLE_WORDS = new Set([
  'e.t.',
  'e.t',
  'et',
  'ej tillämpligt',
  'ej tillämplig',
  'inte tillämpligt',
  'n/a',
  'n.a.',
  'not applicable',
]);
const PROTECTED_WORDS = new Set(['skyddat', 'skyddad', 'protected']);
const YES_WORDS = new Set(['ja', 'j', 'yes', 'y', 'x', '1']);
const NO_WORDS = new Set(['nej', 'no', 'n', '0']);

/** Marks that come along from web pages and change nothing a person can see. */
const INVISIBLE = /[\u200b-\u200f\u2060\ufeff]/g;
const GROUPED = String.raw`[1-9]\d{0,2}(?:\s\d{3})+`;
const DECIMAL = new RegExp(String.raw`^(\d+|${GROUPED})(?:([.,])(\d+))?$`);
const FOREIGN_GROUPING = /^([1-9]\d{0,2}(?:\.\d{3})+)(?:,(\d+))?$|^([1-9]\d{0,2}(?:,\d{3})+)(?:\.(\d+))?$/;
const LOOKS_GROUPED = /^[1-9]\d{0,2}[.,]\d{3}$/;

type Reading =
  { readonly sign: '' | '-'; readonly whole: string; readonly fraction: string } | 'ambiguous' | 'grouping' | null;

/**
 * Reads one numeral. Comma is the decimal sign; a dot is taken as one only when it cannot be a thousands mark
 * ("12.5", "0.125"), and three digits after a comma are doubtful where fewer than three decimals are allowed, because
 * an English spreadsheet writes a thousand as "1,000".
 */
function readNumeral(text: string, decimals: number): Reading {
  const signed = /^([+\-−–]?)\s?(\d.*)$/.exec(text);
  if (!signed) return null;
  const sign = signed[1] === '' || signed[1] === '+' ? '' : '-';
  const body = signed[2] ?? '';
  const plain = DECIMAL.exec(body);
  if (plain) {
    if (LOOKS_GROUPED.test(body) && (plain[2] === '.' || decimals < 3)) return 'ambiguous';
    return {
      sign,
      whole: (plain[1] ?? '').replace(/\s/g, '').replace(/^0+(?=\d)/, ''),
      fraction: (plain[3] ?? '').replace(/0+$/, ''),
    };
  }
  if (FOREIGN_GROUPING.test(body)) return 'ambiguous';
  return /^[\d\s]+([.,]\d+)?$/.test(body) ? 'grouping' : null;
}

/** The value meant by "1.000.000", "1.234,5" or "1,234.5", which have one reading but not a Swedish one. */
function foreignValue(text: string, decimals: number): number | null {
  const match = FOREIGN_GROUPING.exec(text.replace(/^[+\-−–]\s?/, ''));
  if (!match) return null;
  const oneReading = match[2] !== undefined || match[4] !== undefined || /[.,].*[.,]/.test(match[1] ?? match[3] ?? '');
  if (!oneReading && decimals >= 3) return null;
  const value = Number(`${(match[1] ?? match[3] ?? '').replace(/[.,]/g, '')}.${match[2] ?? match[4] ?? '0'}`);
  return /^[-−–]/.test(text) ? -value : value;
}

function decimalsOf(rule: NumberRule): number {
  if (rule.kind === 'count' || (rule.kind === 'share' && rule.unit !== '%')) return 0;
  return Math.min(Math.max(rule.decimals ?? MOST_DECIMALS, 0), MOST_DECIMALS);
}

function refuse(code: NumberRefusal, decimals: number, suggestion: number | null = null): RefusedNumber {
  return { state: 'refused', code, reason: numberRefusalReason(code, decimals), suggestion };
}

function withinLimits(reading: Exclude<Reading, string | null>, rule: NumberRule): ParsedNumber {
  const decimals = decimalsOf(rule);
  const size = Number(`${reading.whole}.${reading.fraction || '0'}`);
  if (size > LARGEST_VALUE) return refuse('too_large', decimals);
  const value = size === 0 ? 0 : reading.sign === '-' ? -size : size;
  if (value < 0 && (rule.kind === 'count' || rule.kind === 'share')) return refuse('negative', decimals);
  if (reading.fraction.length > decimals) {
    return refuse('too_many_decimals', decimals, rule.kind === 'count' ? null : roundTo(value, decimals));
  }
  if ((reading.whole + reading.fraction).length > MOST_SIGNIFICANT_DIGITS) {
    const kept = Math.max(0, MOST_SIGNIFICANT_DIGITS - reading.whole.length);
    return refuse('too_many_decimals', kept, roundTo(value, kept));
  }
  return { state: 'value', value };
}

/** A value that the same rule would take, to offer beside a refusal; otherwise nothing to offer. */
function offer(value: number | null, rule: NumberRule): number | null {
  if (value === null || !Number.isFinite(value) || Math.abs(value) > LARGEST_VALUE) return null;
  if (value < 0 && (rule.kind === 'count' || rule.kind === 'share')) return null;
  return roundTo(value, decimalsOf(rule)) === value ? value : null;
}

function offerText(text: string, rule: NumberRule): number | null {
  const reading = readNumeral(text.trim(), decimalsOf(rule));
  if (reading === null || typeof reading === 'string') return null;
  const parsed = withinLimits(reading, rule);
  return parsed.state === 'value' ? parsed.value : null;
}

/** Says what is wrong with a text that is not one numeral, as closely as can be told. */
function explain(text: string, rule: NumberRule): RefusedNumber {
  const decimals = decimalsOf(rule);
  if (/[\t\r\n;|]/.test(text)) return refuse('several_values', decimals);
  if (/^[#=]/.test(text)) return refuse('formula', decimals);
  const exponent = /^([+\-−–]?)(\d+)(?:[.,](\d+))?\s?(?:e|E|\*10\^)([+\-−]?\d{1,4})$/.exec(text);
  if (exponent) {
    const [, sign = '', whole = '', fraction = '0', power = '0'] = exponent;
    const value = Number(`${whole}.${fraction}e${power.replace('−', '-')}`);
    return refuse('exponent', decimals, offer(sign === '' || sign === '+' ? value : -value, rule));
  }
  const about = /^(?:ca\.?|c:a|cirka|omkring|ungefär|runt|about|approx\.?|around|~|≈)\s*(?=[\d+\-−–])(.+)$/i.exec(text);
  if (about) return refuse('not_exact', decimals, offerText(about[1] ?? '', rule));
  if (
    /^(?:minst|högst|över|under|mer än|fler än|färre än|mindre än|at least|at most|more than|fewer than|less than|[<>≤≥])\s*\d/i.test(
      text,
    )
  ) {
    return refuse('not_exact', decimals);
  }
  if (/^\d[\d\s.,]*(?:[-–—]|\still\s|\sto\s|\sà\s)\s*\d[\d\s.,]*$/.test(text)) return refuse('range', decimals);
  const withUnit = /^([+\-−–]?\s?\d[\d\s.,]*?)\s*([^\d\s.,+\-−–][^\d]*|[^\d\s.,+\-−–][^\d]*[²³23])$/.exec(text);
  if (withUnit) return refuse('unit_in_value', decimals, offerText(withUnit[1] ?? '', rule));
  return refuse('not_a_number', decimals);
}

/**
 * Reads what a person typed or pasted into one value cell. Never throws and never guesses: a text with two readings is
 * refused with words, and with a suggestion where one reading is the likely one.
 *
 * For `milestone`, yes and no are read as 1 and 0. Source of the rules: product, sections 4 and 9.
 */
export function parseNumberText(input: string, rule: NumberRule = {}): ParsedNumber {
  const decimals = decimalsOf(rule);
  const text = input.replace(INVISIBLE, '').trim();
  if (text.length > LONGEST_INPUT) return refuse('not_a_number', decimals);
  const word = text.toLowerCase().replace(/\s+/g, ' ');
  if (NOT_REPORTED_WORDS.has(word)) return { state: 'not_reported' };
  if (NOT_APPLICABLE_WORDS.has(word)) return { state: 'not_applicable' };
  if (PROTECTED_WORDS.has(word)) return refuse('protected', decimals);
  if (rule.kind === 'milestone') {
    if (YES_WORDS.has(word)) return { state: 'value', value: 1 };
    return NO_WORDS.has(word) ? { state: 'value', value: 0 } : refuse('not_yes_or_no', decimals);
  }
  if (/[\t\r\n]/.test(text)) return refuse('several_values', decimals);
  const percent = text.endsWith('%');
  if (percent && rule.kind === 'share' && rule.unit !== '%') return refuse('percent_without_denominator', decimals);
  const numeral = percent && rule.unit === '%' ? text.slice(0, -1).trimEnd() : text;
  const reading = readNumeral(numeral, decimals);
  if (reading === null) return explain(numeral, rule);
  if (reading === 'ambiguous') {
    return refuse('ambiguous_separator', decimals, offer(foreignValue(numeral, decimals), rule));
  }
  if (reading === 'grouping') return refuse('grouping', decimals);
  return withinLimits(reading, rule);
}

/** A share as read from one cell. The denominator is always there: a percentage alone is never taken. */
export type ParsedShare =
  | { readonly state: 'value'; readonly numerator: number; readonly denominator: number }
  | Exclude<ParsedNumber, { readonly state: 'value' }>;

/** Reads "9 av 12", "9/12" or "9 of 12": two whole numbers, 0 ≤ numerator ≤ denominator, denominator at least 1. */
export function parseShareText(input: string): ParsedShare {
  const rule: NumberRule = { kind: 'share' };
  const parts = /^(.*?\d)\s*(?:\/|\sav\s|\sof\s)\s*(\d.*)$/i.exec(input.replace(INVISIBLE, '').trim());
  if (!parts) {
    const parsed = parseNumberText(input, rule);
    return parsed.state === 'value' ? refuse('not_a_share', 0) : parsed;
  }
  const numerator = parseNumberText(parts[1] ?? '', rule);
  const denominator = parseNumberText(parts[2] ?? '', rule);
  if (numerator.state === 'refused') return { ...numerator, suggestion: null };
  if (denominator.state === 'refused') return { ...denominator, suggestion: null };
  if (numerator.state !== 'value' || denominator.state !== 'value') return refuse('not_a_share', 0);
  if (denominator.value < 1 || numerator.value > denominator.value) return refuse('not_a_share', 0);
  return { state: 'value', numerator: numerator.value, denominator: denominator.value };
}
