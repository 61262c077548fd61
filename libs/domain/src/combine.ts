import type { PeriodCombination, PlaceCombination } from './indicator.ts';

/**
 * One value as it is known. Zero is a value; the three kinds of empty are states of their own and are never read as
 * zero (product, section 4).
 */
export type Cell =
  | { readonly state: 'value'; readonly value: number }
  | { readonly state: 'not_reported' | 'not_applicable' | 'protected' };

/** A share keeps its numerator and denominator, so that it can be combined without averaging percentages. */
export type ShareCell =
  | { readonly state: 'value'; readonly numerator: number; readonly denominator: number }
  | { readonly state: 'not_reported' | 'not_applicable' | 'protected' };

/**
 * How much of the ground a combined value covers. `of` counts the cells where the question applies, and is the
 * denominator of "6 av 8 kommuner har rapporterat": a stated "not applicable" leaves it and is counted by itself.
 */
export interface Coverage {
  readonly of: number;
  readonly reported: number;
  readonly notApplicable: number;
  readonly protected: number;
}

/**
 * `unknown`: nothing was reported. `protected`: a part is protected, so the whole cannot be told from the parts at
 * hand; combine before protecting, and protect with `protectTable`, to keep the whole where it may be shown.
 */
export type Combined = Coverage &
  ({ readonly state: 'value'; readonly value: number } | { readonly state: 'unknown' | 'protected' });
export type CombinedShare = Coverage &
  (
    | { readonly state: 'value'; readonly numerator: number; readonly denominator: number }
    | { readonly state: 'unknown' | 'protected' }
  );

export const NOT_REPORTED: Cell = { state: 'not_reported' };
export const NOT_APPLICABLE: Cell = { state: 'not_applicable' };
export const PROTECTED: Cell = { state: 'protected' };

export function valueCell(value: number): Cell {
  return { state: 'value', value };
}

/** The value, or null for every kind of empty. Only for comparing and drawing; never for sums. */
export function valueOf(cell: Cell | Combined): number | null {
  return cell.state === 'value' ? cell.value : null;
}

/** How many cells there are of each state. */
export function coverageOf(cells: readonly { readonly state: Cell['state'] }[]): Coverage {
  const count = (state: Cell['state']): number => cells.filter((cell) => cell.state === state).length;
  const notApplicable = count('not_applicable');
  return { of: cells.length - notApplicable, reported: count('value'), notApplicable, protected: count('protected') };
}

/** True when every place where the question applies has reported. */
export function isComplete(coverage: Coverage): boolean {
  return coverage.of > 0 && coverage.reported + coverage.protected === coverage.of;
}

const SCALE_DIGITS = 4;

/** The sum of values with at most four decimals, exact and in any order alike (0,1 + 0,2 is 0,3). */
export function exactSum(values: readonly number[]): number {
  const total = values.reduce((sum, value) => sum + BigInt(value.toFixed(SCALE_DIGITS).replace('.', '')), 0n);
  const digits = (total < 0n ? -total : total).toString().padStart(SCALE_DIGITS + 1, '0');
  const size = Number(`${digits.slice(0, -SCALE_DIGITS)}.${digits.slice(-SCALE_DIGITS)}`);
  return total < 0n ? -size : size;
}

function valuesIn(cells: readonly Cell[]): number[] {
  return cells.flatMap((cell) => (cell.state === 'value' ? [cell.value] : []));
}

/**
 * Combines one round's values over places. `sum` adds, `mean` is the unweighted mean of those that reported,
 * `count_yes` counts the places whose value is above zero. Only reported values count; the coverage says of how many.
 */
export function combinePlaces(cells: readonly Cell[], how: PlaceCombination): Combined {
  const coverage = coverageOf(cells);
  if (coverage.protected > 0) return { ...coverage, state: 'protected' };
  const values = valuesIn(cells);
  if (values.length === 0) return { ...coverage, state: 'unknown' };
  if (how === 'count_yes') return { ...coverage, state: 'value', value: values.filter((value) => value > 0).length };
  const sum = exactSum(values);
  return { ...coverage, state: 'value', value: how === 'sum' ? sum : sum / values.length };
}

/**
 * Combines one place's values over periods, oldest first. `sum` adds what was reported; `latest` is the newest value,
 * passing over periods without one. A protected newest value stays protected: an older one must not pass for it.
 */
export function combinePeriods(cells: readonly Cell[], how: PeriodCombination): Combined {
  if (how === 'sum') return combinePlaces(cells, 'sum');
  const coverage = coverageOf(cells);
  const newest = cells.findLast((cell) => cell.state === 'value' || cell.state === 'protected');
  if (!newest) return { ...coverage, state: 'unknown' };
  return newest.state === 'value'
    ? { ...coverage, state: 'value', value: newest.value }
    : { ...coverage, state: 'protected' };
}

/** Combines shares by adding numerators and denominators, never by averaging percentages. */
export function combineShares(cells: readonly ShareCell[]): CombinedShare {
  const coverage = coverageOf(cells);
  if (coverage.protected > 0) return { ...coverage, state: 'protected' };
  const shares = cells.flatMap((cell) => (cell.state === 'value' ? [cell] : []));
  if (shares.length === 0) return { ...coverage, state: 'unknown' };
  return {
    ...coverage,
    state: 'value',
    numerator: exactSum(shares.map((share) => share.numerator)),
    denominator: exactSum(shares.map((share) => share.denominator)),
  };
}
