import type { Indicator, OutcomeDisplay } from '@samhandling/contracts';
import type { OutcomeState, Sex } from '@samhandling/domain';
import { visibleFigures } from '../../outcomes/visible-figures.ts';

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
 * numbers, and what they could be worked out from, as protected. `leftOut` are codes of municipalities that were not asked.
 */
export function figureOf(
  definition: FigureDefinition,
  figures: readonly StoredFigure[],
  municipalities: readonly string[],
  showAll: boolean,
  leftOut: readonly string[] = [],
): OutcomeDisplay {
  const perMunicipality = isPerMunicipality(definition, figures);
  return visibleFigures(
    { ...definition, breakdown: perMunicipality ? 'municipality' : 'none' },
    perMunicipality ? municipalities : [null],
    figures.map((figure) => ({ ...figure, municipalityCode: figure.place })),
    () => showAll,
    { leftOut },
  ).combined;
}

/** A round from before the breakdown changed is shown as it was reported. */
function isPerMunicipality({ breakdown }: FigureDefinition, figures: readonly StoredFigure[]): boolean {
  const hasOwn = figures.some((figure) => (figure.place !== null) === (breakdown === 'municipality'));
  return hasOwn || figures.length === 0 ? breakdown === 'municipality' : breakdown === 'none';
}
