import type { PutOutcomesCell } from '@samhandling/contracts';
import type { FieldProblem } from '../platform/http/problem-exception.ts';
import { placesOf, sexesOf } from './visible-figures.ts';
import type { Sheet, SheetIndicator } from './outcomes.repository.ts';

/** The indicator decides where its values stand: for the county or per municipality, by sex or not. */
export function misplacedReason(
  sheet: Sheet,
  { definition }: SheetIndicator,
  cell: PutOutcomesCell,
): FieldProblem | null {
  if (!placesOf(definition.breakdown, sheet.municipalities).includes(cell.municipalityCode)) {
    const reason =
      definition.breakdown === 'none'
        ? {
            sv: 'Indikatorn följs för länet som helhet, inte per kommun.',
            en: 'The indicator is followed for the county as a whole, not per municipality.',
          }
        : {
            sv: 'Ange en av länets kommuner. Indikatorn följs per kommun.',
            en: 'Name one of the county’s municipalities. The indicator is followed per municipality.',
          };
    return { pointer: '/municipalityCode', code: 'not_a_place', reason };
  }
  if (sexesOf(definition.bySex).includes(cell.sex)) return null;
  return {
    pointer: '/sex',
    code: 'not_by_sex',
    reason: { sv: 'Indikatorn är inte uppdelad på kön.', en: 'The indicator is not divided by sex.' },
  };
}
