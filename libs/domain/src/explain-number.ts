import { combinePlaces, combineShares, exactSum, type Cell } from './combine.ts';
import type { IndicatorKind, PlaceCombination } from './indicator.ts';
import type { Label, Locale } from './locale.ts';
import { formatExact, formatNumber, formatOf, formatShare, formatWithUnit } from './number-format.ts';
import { joinList } from './prose.ts';

/** One municipality's value as the reader may see it. */
export interface ExplainedPlace {
  readonly name: string;
  readonly state: Cell['state'];
  readonly value: number | null;
  /** Shares only. */
  readonly denominator: number | null;
  /** False where the municipality is not asked: it declined, or is no member of the collective. */
  readonly isAsked: boolean;
  readonly declined: boolean;
}

export interface ExplainedDefinition {
  readonly kind: IndicatorKind;
  readonly combinePlaces: PlaceCombination;
  readonly decimals: number;
  readonly unit: string;
}

export interface LeftOutPlace {
  readonly name: string;
  readonly reason: Label;
}

export interface NumberExplanation {
  /** How the number came about, with its parts: "Summan av 2 av 3 kommuner: 3 + 4 = 7". */
  readonly formula: Label;
  /** What the parts give; null where nothing is known or the number is protected. For shares the numerator. */
  readonly result: number | null;
  readonly denominator: number | null;
  readonly leftOut: readonly LeftOutPlace[];
}

export const PROTECTED_NUMBER: Label = {
  sv: 'Talet är skyddat, för att det bygger på så få att någon kan kännas igen. Därför visas inte heller vad det består av.',
  en: 'The number is protected, because it is made of so few that somebody could be recognised. What it is made of is not shown either.',
};
const NOTHING_REPORTED: Label = { sv: 'Inget värde är rapporterat än.', en: 'No value has been reported yet.' };
const NOT_REPORTED: Label = { sv: 'Inte rapporterat.', en: 'Not reported.' };
const NOT_APPLICABLE: Label = {
  sv: 'Har svarat att det inte är tillämpligt.',
  en: 'Has answered that it is not applicable.',
};
const DECLINED: Label = {
  sv: 'Frågas inte, för att kommunen har avböjt.',
  en: 'Not asked, because the municipality has declined.',
};
const NOT_MEMBER: Label = {
  sv: 'Frågas inte, för att kommunen inte är med bland dem som aktiviteten gäller.',
  en: 'Not asked, because the municipality is not among those the activity is about.',
};

/**
 * How one indicator's figure for the county is made of its municipalities: the same rule as makes the figure, with its
 * parts in words, and what was left out with the reason. `overlap` is what adding up counts twice and is taken from a sum.
 *
 * A protected part is named but never numbered, and a figure that is itself protected shows no parts at all.
 */
export function explainPlaces(
  definition: ExplainedDefinition,
  places: readonly ExplainedPlace[],
  overlap: number,
  isProtected: boolean,
): NumberExplanation {
  if (isProtected) return { formula: PROTECTED_NUMBER, result: null, denominator: null, leftOut: [] };
  const counted = places.filter(({ state }) => state === 'value' || state === 'protected');
  const of = places.filter(
    ({ state, isAsked }) => state !== 'not_applicable' && (isAsked || state !== 'not_reported'),
  ).length;
  const leftOut = places.flatMap((place) => leftOutPlace(place));
  if (counted.length === 0) return { formula: NOTHING_REPORTED, result: null, denominator: null, leftOut };
  const made = { definition, counted, of, overlap };
  return { ...combinedOf(made), leftOut };
}

interface Made {
  readonly definition: ExplainedDefinition;
  readonly counted: readonly ExplainedPlace[];
  readonly of: number;
  readonly overlap: number;
}
type Formula = Omit<NumberExplanation, 'leftOut'>;

function combinedOf(made: Made): Formula {
  const { kind, combinePlaces: how } = made.definition;
  if (kind === 'text') {
    const formula = both(
      (locale) =>
        `${ofWords(made, locale)} ${locale === 'sv' ? 'har svarat i ord. Texter räknas inte ihop.' : 'have answered in words. Texts are not added.'}`,
    );
    return { formula, result: null, denominator: null };
  }
  if (kind === 'milestone' || how === 'count_yes') return countedYes(made);
  if (kind === 'share') return addedShares(made);
  return how === 'mean' ? mean(made) : added(made);
}

function added(made: Made): Formula {
  const { definition, counted, overlap } = made;
  const sum = exactSum([...valuesOf(counted), -overlap]);
  const hidden = hiddenOf(counted);
  const formula = both((locale) => {
    const terms = termsOf(counted, (place) => number(place.value ?? 0, definition, locale), locale);
    const less = overlap === 0 ? '' : ` \u2212 ${number(overlap, definition, locale)}`;
    const twice =
      overlap === 0
        ? ''
        : locale === 'sv'
          ? ` Det som hör till flera kommuner räknas en gång: \u2212${number(overlap, definition, locale)}.`
          : ` What belongs to several municipalities counts once: \u2212${number(overlap, definition, locale)}.`;
    const total = hidden > 0 ? '' : ` = ${amount(sum, definition, locale)}`;
    return `${locale === 'sv' ? 'Summan av' : 'The sum of'} ${ofWords(made, locale)}: ${terms}${less}${total}.${twice}`;
  });
  return { formula, result: hidden > 0 ? null : sum, denominator: null };
}

function mean(made: Made): Formula {
  const { definition, counted } = made;
  const hidden = hiddenOf(counted);
  const combined = combinePlaces(cellsOf(counted), 'mean');
  const value = combined.state === 'value' ? combined.value : null;
  const formula = both((locale) => {
    const terms = termsOf(counted, (place) => number(place.value ?? 0, definition, locale), locale);
    const total =
      value === null ? '' : ` = ${formatExact(value, locale)}${definition.unit === '' ? '' : ` ${definition.unit}`}`;
    const divided = counted.length === 1 ? terms : `(${terms}) / ${formatNumber(counted.length, 0, locale)}`;
    return `${locale === 'sv' ? 'Medelvärdet av' : 'The mean of'} ${ofWords(made, locale)}: ${divided}${total}.`;
  });
  return { formula, result: hidden > 0 ? null : value, denominator: null };
}

function countedYes(made: Made): Formula {
  const { counted, definition } = made;
  const yes = counted.filter((place) => (place.value ?? 0) > 0);
  const hidden = hiddenOf(counted);
  const formula = both((locale) => {
    const names =
      yes.length === 0
        ? ''
        : `: ${joinList(
            yes.map(({ name }) => name),
            locale,
          )}`;
    const reached = definition.kind === 'milestone';
    const what =
      locale === 'sv'
        ? reached
          ? 'kommuner som har svarat har nått den'
          : 'kommuner som har svarat har ett värde över noll'
        : reached
          ? 'municipalities that have answered have reached it'
          : 'municipalities that have answered have a value above zero';
    const rest = hidden === 0 ? '' : ` ${hiddenWords(hidden)[locale]}`;
    return `${formatOf(yes.length, counted.length, locale)} ${what}${names}.${rest}`;
  });
  return { formula, result: hidden > 0 ? null : yes.length, denominator: null };
}

function addedShares(made: Made): Formula {
  const { counted } = made;
  const combined = combineShares(
    counted.map(({ state, value, denominator }) =>
      state === 'value' && value !== null && denominator !== null
        ? { state: 'value', numerator: value, denominator }
        : { state: state === 'value' ? 'not_reported' : state },
    ),
  );
  const share = combined.state === 'value' ? combined : null;
  const formula = both((locale) => {
    const parts = termsOf(counted, (place) => formatNumber(place.value ?? 0, 0, locale), locale);
    const wholes = termsOf(counted, (place) => formatNumber(place.denominator ?? 0, 0, locale), locale);
    const total = share === null ? '' : ` = ${formatShare(share.numerator, share.denominator, locale)}`;
    return locale === 'sv'
      ? `Täljare och nämnare läggs ihop för ${ofWords(made, locale)}: (${parts}) av (${wholes})${total}.`
      : `Numerators and denominators are added for ${ofWords(made, locale)}: (${parts}) of (${wholes})${total}.`;
  });
  return { formula, result: share?.numerator ?? null, denominator: share?.denominator ?? null };
}

function leftOutPlace({ name, state, isAsked, declined }: ExplainedPlace): LeftOutPlace[] {
  if (state === 'not_applicable') return [{ name, reason: NOT_APPLICABLE }];
  if (state !== 'not_reported') return [];
  if (isAsked) return [{ name, reason: NOT_REPORTED }];
  return [{ name, reason: declined ? DECLINED : NOT_MEMBER }];
}

function ofWords({ counted, of }: Made, locale: Locale): string {
  const word = locale === 'sv' ? (of === 1 ? 'kommun' : 'kommuner') : of === 1 ? 'municipality' : 'municipalities';
  return `${formatOf(counted.length, of, locale)} ${word}`;
}

/** "3 + 4 + 2 skyddade värden": every part in the order of the places, the protected ones together last. */
function termsOf(counted: readonly ExplainedPlace[], say: (place: ExplainedPlace) => string, locale: Locale): string {
  const hidden = hiddenOf(counted);
  const shown = counted.filter(({ state }) => state === 'value').map(say);
  const word =
    locale === 'sv'
      ? hidden === 1
        ? 'skyddat värde'
        : 'skyddade värden'
      : hidden === 1
        ? 'protected value'
        : 'protected values';
  return [...shown, ...(hidden > 0 ? [`${formatNumber(hidden, 0, locale)} ${word}`] : [])].join(' + ');
}

function hiddenWords(count: number): Label {
  return count === 1
    ? { sv: 'Ett värde är skyddat och visas inte.', en: 'One value is protected and not shown.' }
    : {
        sv: `${formatNumber(count, 0, 'sv')} värden är skyddade och visas inte.`,
        en: `${formatNumber(count, 0, 'en')} values are protected and not shown.`,
      };
}

function hiddenOf(places: readonly ExplainedPlace[]): number {
  return places.filter(({ state }) => state === 'protected').length;
}

function valuesOf(places: readonly ExplainedPlace[]): number[] {
  return places.flatMap(({ state, value }) => (state === 'value' && value !== null ? [value] : []));
}

function cellsOf(places: readonly ExplainedPlace[]): Cell[] {
  return places.map(({ state, value }) =>
    state === 'value' ? (value === null ? { state: 'not_reported' } : { state, value }) : { state },
  );
}

function number(value: number, { kind, decimals }: ExplainedDefinition, locale: Locale): string {
  return formatNumber(value, kind === 'count' ? 0 : decimals, locale);
}

function amount(value: number, { kind, decimals, unit }: ExplainedDefinition, locale: Locale): string {
  return formatWithUnit(value, kind === 'count' ? 0 : decimals, unit, locale);
}

function both(say: (locale: Locale) => string): Label {
  return { sv: say('sv'), en: say('en') };
}
