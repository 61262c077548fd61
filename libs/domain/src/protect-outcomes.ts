import { exactSum, type Cell } from './combine.ts';
import type { IndicatorKind, OutcomeState, PlaceCombination, Sex } from './indicator.ts';
import { isSmall, protectTable } from './suppression.ts';

/** A stored outcome, as far as protection needs to know it. `place` is null for the county as a whole. */
export interface ProtectableOutcome {
  readonly place: string | null;
  readonly sex: Sex;
  readonly state: OutcomeState;
  readonly value: number | null;
  readonly denominator: number | null;
}

export interface ProtectableIndicator {
  readonly kind: IndicatorKind;
  readonly bySex: boolean;
  readonly combinePlaces: PlaceCombination;
  /** Null: the indicator counts nothing that needs protection. */
  readonly smallNumberThreshold: number | null;
  /** Municipality codes in the order they are shown; empty when the indicator is not broken down. */
  readonly places: readonly string[];
}

/** Which figures must not be shown. */
export interface ProtectedOutcomes {
  cell(place: string | null, sex: Sex): boolean;
  /** The figure combined over municipalities, for one sex or in total. */
  combined(sex: Sex): boolean;
}

const COMBINED = '*';
const key = (place: string | null, sex: Sex): string => `${place ?? ''}|${sex}`;
const combinedKey = (sex: Sex): string => `${COMBINED}|${sex}`;

/**
 * Decides for one indicator in one round which figures are protected: the small ones, and as few others as needed so
 * that no small one can be worked out from the totals over municipalities and sexes (product, section 4). This is the
 * one decision; screen, chart, export, API and report all ask here.
 *
 * Shares are protected when the numerator is small, and also when the rest (denominator minus numerator) is: "all but
 * two" tells as much as "two". A mean is treated as the sum it comes from, since the number of places is known. A
 * count of municipalities that answered yes gives nothing away and stays.
 */
export function protectOutcomes(
  indicator: ProtectableIndicator,
  outcomes: readonly ProtectableOutcome[],
): ProtectedOutcomes {
  const hidden = new Set<string>();
  const threshold = indicator.smallNumberThreshold;
  if (threshold !== null && indicator.kind !== 'milestone' && indicator.kind !== 'text') {
    const readings: ((outcome: ProtectableOutcome) => number | null)[] = [({ value }) => value];
    if (indicator.kind === 'share') {
      readings.push(({ value, denominator }) =>
        value === null || denominator === null ? null : exactSum([denominator, -value]),
      );
    }
    for (const read of readings) for (const name of hiddenIn(indicator, outcomes, read, threshold)) hidden.add(name);
  }
  return {
    cell: (place, sex) => hidden.has(key(place, sex)),
    combined: (sex) => indicator.combinePlaces !== 'count_yes' && hidden.has(combinedKey(sex)),
  };
}

function hiddenIn(
  indicator: ProtectableIndicator,
  outcomes: readonly ProtectableOutcome[],
  read: (outcome: ProtectableOutcome) => number | null,
  threshold: number,
): string[] {
  const cells = new Map(outcomes.map((outcome) => [key(outcome.place, outcome.sex), toCell(outcome, read)]));
  const at = (place: string | null, sex: Sex): Cell => cells.get(key(place, sex)) ?? { state: 'not_reported' };
  const sexes: readonly Sex[] = indicator.bySex ? ['women', 'men', 'total'] : ['total'];
  const places: readonly (string | null)[] = indicator.places.length > 0 ? indicator.places : [null];
  const hasTotalRow = indicator.places.length > 0 && indicator.combinePlaces !== 'count_yes';
  const inner = places.map((place) => sexes.map((sex) => at(place, sex)));
  const totals = sexes.map((_, column) => totalOf(inner.map((row) => row[column] ?? { state: 'not_reported' })));
  const rows = hasTotalRow ? [...inner, totals] : inner;
  const name = (row: number, column: number): string => {
    const sex = sexes[column] ?? 'total';
    return hasTotalRow && row === inner.length ? combinedKey(sex) : key(places[row] ?? null, sex);
  };
  if (indicator.bySex && !inner.every(addsUp)) return hiddenInLines(rows, hasTotalRow, threshold, name);
  const table = protectTable({ rows, totalRow: hasTotalRow, totalColumn: indicator.bySex }, threshold);
  return table.rows.flatMap((row, at) =>
    row.flatMap((cell, column) => (cell.state === 'protected' ? [name(at, column)] : [])),
  );
}

/** Women and men make the total, or nothing stands there at all. */
function addsUp(row: readonly Cell[]): boolean {
  const values = row.flatMap((cell) => (cell.state === 'value' ? [cell.value] : []));
  if (values.length === 0) return true;
  const total = values.at(-1) ?? 0;
  return values.length === row.length && exactSum(values.slice(0, -1)) === total;
}

/**
 * Typed totals need not agree with their sexes, and a sex may be missing: then the table is no table, and what holds is
 * each sum by itself. The totals of the places make the combined figure, and women and men make a place's total where
 * they do. A figure taken along in one sum is hidden in the other it stands in, so both are looked through until nothing
 * is added. Combined figures of one sex are hidden as soon as one of their parts is.
 */
function hiddenInLines(
  rows: readonly (readonly Cell[])[],
  hasTotalRow: boolean,
  threshold: number,
  name: (row: number, column: number) => string,
): string[] {
  const last = (rows[0]?.length ?? 1) - 1;
  const places = hasTotalRow ? rows.slice(0, -1) : rows;
  const cellAt = (row: number, column: number): Cell => rows[row]?.[column] ?? { state: 'not_reported' };
  const lines = places.flatMap((row, at) => (addsUp(row) ? [row.map((_, column) => [at, column] as const)] : []));
  if (hasTotalRow) lines.push(rows.map((_, row) => [row, last] as const));
  const hidden = new Set<string>();
  places.forEach((row, at) => row.forEach((cell, column) => isSmall(cell, threshold) && hidden.add(name(at, column))));
  for (let before = -1; before !== hidden.size;) {
    before = hidden.size;
    for (const line of lines) {
      const isHidden = (at: number): boolean => hidden.has(name(...(line[at] ?? [0, 0])));
      if (!line.some((_, at) => isHidden(at))) continue;
      const table = protectTable(
        { rows: line.map((at) => [cellAt(...at)]), totalRow: true, totalColumn: false },
        threshold,
        isHidden,
      );
      table.rows.forEach(([cell], at) => cell?.state === 'protected' && hidden.add(name(...(line[at] ?? [0, 0]))));
    }
  }
  for (let column = 0; hasTotalRow && column < last; column += 1) {
    if (places.some((_, at) => hidden.has(name(at, column)))) hidden.add(name(places.length, column));
  }
  return [...hidden];
}

function toCell(outcome: ProtectableOutcome, read: (outcome: ProtectableOutcome) => number | null): Cell {
  if (outcome.state === 'not_applicable') return { state: 'not_applicable' };
  const value = read(outcome);
  return value === null ? { state: 'not_reported' } : { state: 'value', value };
}

function totalOf(column: readonly Cell[]): Cell {
  const values = column.flatMap((cell) => (cell.state === 'value' ? [cell.value] : []));
  return values.length === 0 ? { state: 'not_reported' } : { state: 'value', value: exactSum(values) };
}
