import type { MunicipalityFigure, MunicipalityRow } from '@samhandling/charts';
import type { OutcomeCell, OutcomeDisplay, OutcomePlace, OutcomeRow } from '@samhandling/contracts';
import { EMPTY_LABELS, type Locale } from '@samhandling/domain';
import { outcomeWords } from './outcome-words.ts';

/**
 * The municipalities of one indicator side by side. A chart is copied into reports and minutes and travels further than
 * its reader, so the row is to be asked for with `protected=true`: what is hidden is decided by the server alone.
 */
export function municipalityFigures(
  row: OutcomeRow,
  places: readonly OutcomePlace[],
  locale: Locale,
): MunicipalityRow[] {
  const cells = new Map(row.cells.filter((cell) => cell.sex === 'total').map((cell) => [cell.municipalityCode, cell]));
  const compared = row.cells.some((cell) => cell.previous !== null);
  const figure = (display: OutcomeDisplay | null | undefined): MunicipalityFigure => {
    if (display?.state !== 'value') {
      return { value: null, text: EMPTY_LABELS[display?.state ?? 'not_reported'][locale] };
    }
    return { value: heightOf(display), text: outcomeWords(display, row.indicator, locale) };
  };
  return places
    .filter((place) => place.municipalityCode !== null)
    .map((place) => {
      const cell = cells.get(place.municipalityCode);
      return {
        name: place.name,
        now: figure(cell && displayOf(cell)),
        last: compared ? figure(cell?.previous) : null,
      };
    });
}

function displayOf(cell: OutcomeCell): OutcomeDisplay {
  if (cell.state !== 'value') return { state: cell.state, of: 1, reported: 0 };
  const { value, denominator, day, text } = cell;
  return { state: 'value', value, denominator, day, text, of: 1, reported: 1 };
}

/** A share is drawn as its percentage; its words have the denominator. */
function heightOf(display: Extract<OutcomeDisplay, { readonly state: 'value' }>): number | null {
  if (display.value === null || display.denominator === null) return display.value;
  return display.denominator > 0 ? (display.value / display.denominator) * 100 : null;
}
