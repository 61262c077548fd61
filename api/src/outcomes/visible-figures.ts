import type { OutcomeDisplay } from '@samhandling/contracts';
import {
  combinePlaces,
  combineShares,
  coverageOf,
  exactSum,
  NOT_APPLICABLE,
  NOT_REPORTED,
  protectOutcomes,
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

/** What else the round says about the indicator's places. */
export interface PlaceFacts {
  /** Not asked: no value is expected, but one that is there counts. */
  readonly leftOut?: readonly string[];
  /** What adding up the places counts twice; taken from a sum. */
  readonly overlap?: number;
}

/** Where the indicator's values stand: the county (null), or each of its municipalities. */
export function placesOf(
  breakdown: 'none' | 'municipality',
  municipalities: readonly { readonly code: string }[],
): (string | null)[] {
  return breakdown === 'none' ? [null] : municipalities.map(({ code }) => code);
}

export function sexesOf(bySex: boolean): readonly Sex[] {
  return bySex ? ['total', 'women', 'men'] : ['total'];
}

/** Everybody who may not enter values: the public, readers, reports and charts. */
export const NOBODY_SEES = (): boolean => false;

/**
 * What may be seen of one indicator in one round, cells and combined figure alike: combined first and protected after,
 * by the one decision on small numbers (`protectOutcomes`). The grid, the series and the reports all read here.
 *
 * `sees` names the places whose values the reader may enter and so sees as stored; whoever sees every place sees the
 * combined figure too. A municipality that knows its own number knows more than the public whatever is shown here.
 */
export function visibleFigures(
  definition: FigureDefinition,
  places: readonly (string | null)[],
  stored: readonly StoredFigure[],
  sees: (municipalityCode: string | null) => boolean = NOBODY_SEES,
  { leftOut = [], overlap = 0 }: PlaceFacts = {},
): VisibleFigures {
  const byKey = new Map(stored.map((figure) => [keyOf(figure.municipalityCode, figure.sex), figure]));
  const isAsked = (place: string | null): boolean => place === null || !leftOut.includes(place);
  const inPlaces = places.flatMap((place) => {
    const figure = byKey.get(keyOf(place, 'total'));
    return figure || isAsked(place) ? [figure] : [];
  });
  const hidden = protectOutcomes(
    { ...definition, places: places.flatMap((place) => (place === null ? [] : [place])) },
    stored.map((figure) => ({ ...figure, place: figure.municipalityCode })),
  );
  const isCombinedHidden = definition.breakdown === 'none' ? hidden.cell(null, 'total') : hidden.combined('total');
  return {
    cell: (municipalityCode, sex) => {
      const key = keyOf(municipalityCode, sex);
      const coverage = coverageOf([{ state: stateOf(byKey.get(key)) }]);
      return hidden.cell(municipalityCode, sex) && !sees(municipalityCode)
        ? { state: 'protected', of: coverage.of, reported: coverage.reported }
        : displayOf(byKey.get(key), isAsked(municipalityCode));
    },
    combined: combinedDisplay(definition, inPlaces, isCombinedHidden && !places.every(sees), overlap),
  };
}

function keyOf(municipalityCode: string | null, sex: Sex): string {
  return `${municipalityCode ?? ''}/${sex}`;
}

function stateOf(figure: StoredFigure | undefined): Cell['state'] {
  return figure?.state ?? 'not_reported';
}

function displayOf(figure: StoredFigure | undefined, isAsked = true): OutcomeDisplay {
  if (!figure) return { state: 'not_reported', of: isAsked ? 1 : 0, reported: 0 };
  if (figure.state === 'not_applicable') return { state: 'not_applicable', of: 0, reported: 0 };
  const { value, denominator, day, text } = figure;
  return { state: 'value', value, denominator, day, text, of: 1, reported: 1 };
}

function combinedDisplay(
  definition: FigureDefinition,
  figures: readonly (StoredFigure | undefined)[],
  isHidden: boolean,
  overlap: number,
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
  const value = how === 'sum' ? exactSum([combined.value, -overlap]) : combined.value;
  return { state: 'value', value, denominator: null, ...shown };
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
