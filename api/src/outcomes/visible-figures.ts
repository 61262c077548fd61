import type { OutcomeDisplay } from '@samhandling/contracts';
import {
  combinePlaces,
  combineShares,
  coverageOf,
  exactSum,
  isSmall,
  NOT_APPLICABLE,
  NOT_REPORTED,
  protectTable,
  valueCell,
  type Breakdown,
  type Cell,
  type Coverage,
  type IndicatorKind,
  type OutcomeState,
  type PlaceCombination,
  type Sex,
  type ShareCell,
} from '@samhandling/domain';

/** What of an indicator's definition decides how its figures are combined and protected. */
export interface FigureDefinition {
  readonly kind: IndicatorKind;
  readonly breakdown: Breakdown;
  readonly bySex: boolean;
  readonly combinePlaces: PlaceCombination;
  /** Null: the indicator counts nothing that needs protecting, such as meetings. */
  readonly smallNumberThreshold: number | null;
}

/** One stored value of one indicator in one round. */
export interface StoredFigure {
  readonly municipalityCode: string | null;
  readonly sex: Sex;
  readonly state: OutcomeState;
  readonly value: number | null;
  readonly denominator: number | null;
  readonly day: string | null;
  readonly text: string;
}

export interface VisibleFigures {
  /** The cell as the reader may see it; `null` is the county. */
  cell(municipalityCode: string | null, sex: Sex): OutcomeDisplay;
  readonly combined: OutcomeDisplay;
}

/** Everybody who may not enter values: the public, readers, reports and charts. */
export const NOBODY_SEES = (): boolean => false;

const COMBINED = 'combined';
type Values = ReadonlyMap<string, Cell>;
interface Line {
  readonly members: readonly string[];
  readonly total: string;
}

/**
 * What may be seen of one indicator in one round: the one decision on small numbers, used by the grid, the series on
 * the activity page and the reports (product, section 4).
 *
 * A value of 1 to one below the threshold is protected, and so is any other figure from which it could be worked out:
 * the municipalities against the county's combined figure, women and men against their total, and a share's numerator
 * against its denominator (few who did not is as telling as few who did). Zero is a value and is shown. Milestones and
 * texts hold no numbers of persons and are never protected; nor is the number of places that answered yes.
 *
 * `sees` names the places whose values the reader may enter and so sees as stored; whoever sees every place sees the
 * combined figure too. A municipality that knows its own number knows more than the public whatever is shown here.
 */
export function visibleFigures(
  definition: FigureDefinition,
  places: readonly (string | null)[],
  stored: readonly StoredFigure[],
  sees: (municipalityCode: string | null) => boolean = NOBODY_SEES,
): VisibleFigures {
  const byKey = new Map(stored.map((figure) => [keyOf(figure.municipalityCode, figure.sex), figure]));
  const inPlaces = places.map((place) => byKey.get(keyOf(place, 'total')));
  const hidden = hiddenKeys(definition, places, byKey);
  const seesAll = places.every(sees);
  return {
    cell: (municipalityCode, sex) => {
      const key = keyOf(municipalityCode, sex);
      const coverage = coverageOf([{ state: stateOf(byKey.get(key)) }]);
      return hidden.has(key) && !sees(municipalityCode)
        ? { state: 'protected', of: coverage.of, reported: coverage.reported }
        : displayOf(byKey.get(key));
    },
    combined: combinedDisplay(definition, inPlaces, hidden.has(COMBINED) && !seesAll),
  };
}

function keyOf(municipalityCode: string | null, sex: Sex): string {
  return `${municipalityCode ?? ''}/${sex}`;
}

function stateOf(figure: StoredFigure | undefined): Cell['state'] {
  return figure?.state ?? 'not_reported';
}

function displayOf(figure: StoredFigure | undefined): OutcomeDisplay {
  if (!figure) return { state: 'not_reported', of: 1, reported: 0 };
  if (figure.state === 'not_applicable') return { state: 'not_applicable', of: 0, reported: 0 };
  const { value, denominator, day, text } = figure;
  return { state: 'value', value, denominator, day, text, of: 1, reported: 1 };
}

function combinedDisplay(
  definition: FigureDefinition,
  figures: readonly (StoredFigure | undefined)[],
  isHidden: boolean,
): OutcomeDisplay {
  if (definition.breakdown === 'none' && !isHidden) return displayOf(figures[0]);
  const coverage = coverageOf(figures.map((figure) => ({ state: stateOf(figure) })));
  if (isHidden) return { state: 'protected', of: coverage.of, reported: coverage.reported };
  if (coverage.reported === 0) return nothingKnown(coverage);
  const shown = { day: null, text: '', of: coverage.of, reported: coverage.reported };
  if (definition.kind === 'text') return { state: 'value', value: null, denominator: null, ...shown };
  if (definition.kind === 'share' && definition.combinePlaces !== 'count_yes') {
    const share = combineShares(figures.map(shareCell));
    if (share.state !== 'value') return nothingKnown(coverage);
    return { state: 'value', value: share.numerator, denominator: share.denominator, ...shown };
  }
  const how = definition.kind === 'milestone' ? 'count_yes' : definition.combinePlaces;
  const combined = combinePlaces(figures.map(numberCell), how);
  if (combined.state !== 'value') return nothingKnown(coverage);
  return { state: 'value', value: combined.value, denominator: null, ...shown };
}

/** Every place said "not applicable": that is known. Otherwise something is still to come. */
function nothingKnown(coverage: Coverage): OutcomeDisplay {
  return coverage.of === 0 && coverage.notApplicable > 0
    ? { state: 'not_applicable', of: 0, reported: 0 }
    : { state: 'not_reported', of: coverage.of, reported: 0 };
}

function numberCell(figure: StoredFigure | undefined): Cell {
  if (figure?.state === 'not_applicable') return NOT_APPLICABLE;
  return figure?.value === null || figure === undefined ? NOT_REPORTED : valueCell(figure.value);
}

function shareCell(figure: StoredFigure | undefined): ShareCell {
  if (figure?.state === 'not_applicable') return { state: 'not_applicable' };
  if (!figure || figure.value === null || figure.denominator === null) return { state: 'not_reported' };
  return { state: 'value', numerator: figure.value, denominator: figure.denominator };
}

/** Keys of the cells (and of the combined figure) that must not be shown to somebody who sees none of them. */
function hiddenKeys(
  definition: FigureDefinition,
  places: readonly (string | null)[],
  byKey: ReadonlyMap<string, StoredFigure>,
): ReadonlySet<string> {
  const hidden = new Set<string>();
  const threshold = definition.smallNumberThreshold;
  if (threshold === null || definition.kind === 'milestone' || definition.kind === 'text') return hidden;
  const lines = linesOf(definition, places);
  const parts = partsOf(definition, byKey).map((values) => withCombined(values, definition, places));
  for (const values of parts) {
    for (const [key, cell] of values) if (isSmall(cell, threshold)) hidden.add(key);
  }
  // A figure taken along in one line is hidden in every line it stands in, so look again until nothing is added.
  for (let before = -1; before !== hidden.size;) {
    before = hidden.size;
    for (const values of parts) for (const line of lines) protectLine(line, values, hidden, threshold);
  }
  return hidden;
}

/** The sums a reader can set up: the places make the combined figure, and women and men make a place's total. */
function linesOf(definition: FigureDefinition, places: readonly (string | null)[]): Line[] {
  const sexes = definition.bySex
    ? places.map((place) => ({ members: [keyOf(place, 'women'), keyOf(place, 'men')], total: keyOf(place, 'total') }))
    : [];
  return isSummed(definition)
    ? [{ members: places.map((place) => keyOf(place, 'total')), total: COMBINED }, ...sexes]
    : sexes;
}

/** A mean tells the sum as well, since the number of places stands beside it. A number of places tells neither. */
function isSummed(definition: FigureDefinition): boolean {
  return definition.combinePlaces !== 'count_yes';
}

/** The numbers that add up. A share is three: those who did, those who did not, and both. */
function partsOf(definition: FigureDefinition, byKey: ReadonlyMap<string, StoredFigure>): Values[] {
  const part = (read: (figure: StoredFigure) => number | null): Values =>
    new Map(
      [...byKey].flatMap(([key, figure]) => {
        const value = figure.state === 'value' ? read(figure) : null;
        return value === null ? [] : [[key, valueCell(value)] as const];
      }),
    );
  if (definition.kind !== 'share') return [part(({ value }) => value)];
  return [
    part(({ value }) => value),
    part(({ value, denominator }) => (value === null || denominator === null ? null : denominator - value)),
    part(({ denominator }) => denominator),
  ];
}

function withCombined(values: Values, definition: FigureDefinition, places: readonly (string | null)[]): Values {
  const members = places.flatMap((place) => {
    const cell = values.get(keyOf(place, 'total'));
    return cell?.state === 'value' ? [cell.value] : [];
  });
  if (!isSummed(definition) || members.length === 0) return values;
  return new Map([...values, [COMBINED, valueCell(exactSum(members))]]);
}

function protectLine(line: Line, values: Values, hidden: Set<string>, threshold: number): void {
  const keys = [...line.members, line.total].filter((key) => values.has(key));
  if (!keys.some((key) => hidden.has(key)) || !addsUp(line, values)) return;
  const rows = keys.map((key) => [values.get(key) ?? NOT_REPORTED]);
  const table = protectTable({ rows, totalRow: true, totalColumn: false }, threshold, (row) =>
    hidden.has(keys[row] ?? ''),
  );
  table.rows.forEach(([cell], row) => {
    const key = keys[row];
    if (key !== undefined && cell?.state === 'protected') hidden.add(key);
  });
  // Nothing else was left to take along (all others are zero, or below it): then the total may not be shown either.
  if (keys.filter((key) => hidden.has(key)).length === 1) hidden.add(line.total);
}

/** Typed totals need not agree with their sexes, or a sex is not reported: then nothing can be worked out from them. */
function addsUp(line: Line, values: Values): boolean {
  const total = values.get(line.total);
  if (total?.state !== 'value') return false;
  if (line.total === COMBINED) return true;
  const members = line.members.flatMap((key) => {
    const cell = values.get(key);
    return cell?.state === 'value' ? [cell.value] : [];
  });
  return members.length === line.members.length && exactSum(members) === total.value;
}
