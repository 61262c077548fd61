import type { MunicipalityFigure, MunicipalityRow } from '@samhandling/charts';
import type { OutcomeCell, OutcomeDisplay, OutcomePlace, OutcomeRow } from '@samhandling/contracts';
import { EMPTY_LABELS, type Locale, type ProtectableOutcome, protectOutcomes } from '@samhandling/domain';
import { outcomeWords } from './outcome-words.ts';

type Display = OutcomeDisplay | { readonly state: 'not_reported' };

/**
 * The municipalities of one indicator as they may be shown to anybody. Those who may enter a figure get it unprotected
 * from the server, but a chart is copied into reports and minutes and travels further than its reader: the same rule of
 * `libs/domain` is applied here once more. A figure that the server has hidden already counts as a small one, so that
 * nothing shown here gives it away.
 */
export function municipalityFigures(
  row: OutcomeRow,
  places: readonly OutcomePlace[],
  locale: Locale,
): MunicipalityRow[] {
  const now = protectedFigures(row, places, (cell) => displayOf(cell), locale);
  const compared = row.cells.some((cell) => cell.previous !== null);
  const last = compared
    ? protectedFigures(row, places, (cell) => cell.previous ?? { state: 'not_reported' }, locale)
    : null;
  return places
    .filter((place) => place.municipalityCode !== null)
    .map((place) => ({
      name: place.name,
      now: now(place.municipalityCode),
      last: last === null ? null : last(place.municipalityCode),
    }));
}

function displayOf(cell: OutcomeCell): Display {
  if (cell.state !== 'value') return { state: cell.state, of: 1, reported: 0 };
  const { value, denominator, day, text } = cell;
  return { state: 'value', value, denominator, day, text, of: 1, reported: 1 };
}

function protectedFigures(
  row: OutcomeRow,
  places: readonly OutcomePlace[],
  read: (cell: OutcomeCell) => Display,
  locale: Locale,
): (place: string | null) => MunicipalityFigure {
  const { indicator } = row;
  const codes = places.flatMap(({ municipalityCode }) => (municipalityCode === null ? [] : [municipalityCode]));
  const outcomes = row.cells.flatMap((cell) => outcomeOf(cell, read(cell)));
  const { kind, bySex, combinePlaces, smallNumberThreshold } = indicator;
  const hidden = protectOutcomes({ kind, bySex, combinePlaces, smallNumberThreshold, places: codes }, outcomes);
  const cells = new Map(row.cells.filter((cell) => cell.sex === 'total').map((cell) => [cell.municipalityCode, cell]));
  return (place) => {
    const cell = cells.get(place);
    const display: Display = cell ? read(cell) : { state: 'not_reported' };
    if (display.state !== 'value') return { value: null, text: EMPTY_LABELS[display.state][locale] };
    if (hidden.cell(place, 'total')) return { value: null, text: EMPTY_LABELS.protected[locale] };
    return { value: heightOf(display), text: outcomeWords(display, indicator, locale) };
  };
}

function outcomeOf(cell: OutcomeCell, display: Display): ProtectableOutcome[] {
  const at = { place: cell.municipalityCode, sex: cell.sex };
  switch (display.state) {
    case 'not_reported':
      return [];
    case 'protected':
      return [{ ...at, state: 'value', value: 1, denominator: null }];
    case 'not_applicable':
      return [{ ...at, state: 'not_applicable', value: null, denominator: null }];
    case 'value':
      return [{ ...at, state: 'value', value: display.value, denominator: display.denominator }];
  }
}

/** A share is drawn as its percentage; its words have the denominator. */
function heightOf(display: Extract<OutcomeDisplay, { readonly state: 'value' }>): number | null {
  if (display.value === null || display.denominator === null) return display.value;
  return display.denominator > 0 ? (display.value / display.denominator) * 100 : null;
}
