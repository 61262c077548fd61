import type { ChangedFigure, EventActivity, EventListItem } from '@samhandling/contracts';
import { type Locale, formatNumber } from '@samhandling/domain';
import { displayText } from '../../grid/data/cell-text.ts';

const COUNT = { kind: 'count', decimals: 0, unit: '' } as const;

/** "Nätverksträff: Föräldrar i Ö", or the kind alone when nobody gave it a title. */
export function eventName(event: Pick<EventListItem, 'title'> & { readonly kind: { readonly name: string } }): string {
  return event.title.trim() === '' ? event.kind.name : event.title;
}

/** "2.2/5, 3.1/2" */
export function referencesOf(activities: readonly Pick<EventActivity, 'reference'>[]): string {
  return activities.map((activity) => activity.reference).join(', ');
}

/** "3 → 4": what a figure was and became, as they are shown everywhere else. */
export function changeWords(
  figure: ChangedFigure,
  locale: Locale,
): { readonly before: string; readonly after: string } {
  return { before: displayText(figure.before, COUNT, locale), after: displayText(figure.after, COUNT, locale) };
}

export function eventsWords(count: number, locale: Locale): string {
  return count === 1
    ? $localize`:@@events.countOne:1 händelse`
    : $localize`:@@events.count:${formatNumber(count, 0, locale)}:count: händelser`;
}

/** "240 deltagare (uppgift finns för 9 av 12)": never a sum without how much of the ground it covers. */
export function participantsWords(sum: number, counted: number, total: number, locale: Locale): string {
  const [all, some, of] = [sum, counted, total].map((value) => formatNumber(value, 0, locale));
  if (counted === 0) return $localize`:@@events.participantsNone:Antal deltagare är inte angivet`;
  return $localize`:@@events.participantsOf:${all}:sum: deltagare (uppgift finns för ${some}:counted: av ${of}:total:)`;
}
