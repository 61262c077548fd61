import type { Indicator, OutcomeDisplay } from '@samhandling/contracts';
import { combinePlaces, combineShares, protectOutcomes, type OutcomeState, type Sex } from '@samhandling/domain';

/** An outcome as stored. `place` is null for the county as a whole. */
export interface StoredFigure {
  readonly place: string | null;
  readonly sex: Sex;
  readonly state: OutcomeState;
  readonly value: number | null;
  readonly denominator: number | null;
  readonly day: string | null;
  readonly text: string;
  readonly definitionVersion: number;
}

export type FigureDefinition = Pick<
  Indicator,
  'kind' | 'bySex' | 'breakdown' | 'combinePlaces' | 'smallNumberThreshold'
>;

/**
 * One indicator's figure for the county in one round: the county's own, or that of its municipalities combined as
 * defined. Combined first and protected after, so that the whole is shown wherever it may be.
 *
 * `municipalities` are the county's codes. `showAll` is for those who enter the figures; everybody else gets small
 * numbers, and what they could be worked out from, as protected.
 */
export function figureOf(
  definition: FigureDefinition,
  figures: readonly StoredFigure[],
  municipalities: readonly string[],
  showAll: boolean,
): OutcomeDisplay {
  const perMunicipality = isPerMunicipality(definition, figures);
  const places: readonly (string | null)[] = perMunicipality ? municipalities : [null];
  const totals = new Map(figures.filter((figure) => figure.sex === 'total').map((figure) => [figure.place, figure]));
  const cells = places.map((place) => totals.get(place));
  const of = cells.filter((cell) => cell?.state !== 'not_applicable').length;
  const reported = cells.filter((cell) => cell?.state === 'value').length;
  if (reported === 0)
    return of === 0 ? { state: 'not_applicable', of, reported } : { state: 'not_reported', of, reported };
  const hidden = protectOutcomes({ ...definition, places: perMunicipality ? municipalities : [] }, figures);
  if (!showAll && (perMunicipality ? hidden.combined('total') : hidden.cell(null, 'total')))
    return { state: 'protected', of, reported };
  const only = perMunicipality ? undefined : cells[0];
  return {
    state: 'value',
    ...combined(definition, cells),
    day: only?.day ?? null,
    text: only?.text ?? '',
    of,
    reported,
  };
}

/** A round from before the breakdown changed is shown as it was reported. */
function isPerMunicipality({ breakdown }: FigureDefinition, figures: readonly StoredFigure[]): boolean {
  const hasOwn = figures.some((figure) => (figure.place !== null) === (breakdown === 'municipality'));
  return hasOwn || figures.length === 0 ? breakdown === 'municipality' : breakdown === 'none';
}

function combined(
  definition: FigureDefinition,
  cells: readonly (StoredFigure | undefined)[],
): { value: number | null; denominator: number | null } {
  const values = cells.flatMap((cell) => (cell?.state === 'value' ? [cell] : []));
  if (definition.kind === 'share') {
    const shares = values.flatMap(({ value, denominator }) =>
      value === null || denominator === null ? [] : [{ state: 'value' as const, numerator: value, denominator }],
    );
    const share = combineShares(shares);
    if (share.state === 'value') return { value: share.numerator, denominator: share.denominator };
  }
  const numbers = values.flatMap(({ value }) => (value === null ? [] : [{ state: 'value' as const, value }]));
  const number = combinePlaces(numbers, definition.combinePlaces);
  // A single place is shown as it is, whatever the way of combining.
  if (cells.length === 1) return { value: numbers[0]?.value ?? null, denominator: values[0]?.denominator ?? null };
  return { value: number.state === 'value' ? number.value : null, denominator: null };
}
