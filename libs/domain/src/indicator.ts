import type { Label } from './locale.ts';

export const INDICATOR_KINDS = ['count', 'measure', 'milestone', 'share', 'text'] as const;
export type IndicatorKind = (typeof INDICATOR_KINDS)[number];
export const INDICATOR_KIND_LABELS: Readonly<Record<IndicatorKind, Label>> = {
  count: { sv: 'Antal', en: 'Count' },
  measure: { sv: 'Mått', en: 'Measure' },
  milestone: { sv: 'Milstolpe', en: 'Milestone' },
  share: { sv: 'Andel', en: 'Share' },
  text: { sv: 'Text', en: 'Text' },
};

export const DIRECTIONS = ['up', 'down', 'none'] as const;
export type Direction = (typeof DIRECTIONS)[number];
export const DIRECTION_LABELS: Readonly<Record<Direction, Label>> = {
  up: { sv: 'Högre är bättre', en: 'Higher is better' },
  down: { sv: 'Lägre är bättre', en: 'Lower is better' },
  none: { sv: 'Ingen riktning', en: 'No direction' },
};

export const BREAKDOWNS = ['none', 'municipality'] as const;
export type Breakdown = (typeof BREAKDOWNS)[number];
export const BREAKDOWN_LABELS: Readonly<Record<Breakdown, Label>> = {
  none: { sv: 'Länet', en: 'The county' },
  municipality: { sv: 'Per kommun', en: 'Per municipality' },
};

export const PLACE_COMBINATIONS = ['sum', 'mean', 'count_yes'] as const;
export type PlaceCombination = (typeof PLACE_COMBINATIONS)[number];
export const PERIOD_COMBINATIONS = ['sum', 'latest'] as const;
export type PeriodCombination = (typeof PERIOD_COMBINATIONS)[number];

export const SEXES = ['total', 'women', 'men'] as const;
export type Sex = (typeof SEXES)[number];
export const SEX_LABELS: Readonly<Record<Sex, Label>> = {
  total: { sv: 'Totalt', en: 'Total' },
  women: { sv: 'Kvinnor', en: 'Women' },
  men: { sv: 'Män', en: 'Men' },
};

/** Where a value came from. */
export const OUTCOME_SOURCES = ['typed', 'link', 'import', 'events', 'register'] as const;
export type OutcomeSource = (typeof OUTCOME_SOURCES)[number];
export const OUTCOME_SOURCE_LABELS: Readonly<Record<OutcomeSource, Label>> = {
  typed: { sv: 'Inskrivet', en: 'Typed' },
  link: { sv: 'Svar via länk', en: 'Answer by link' },
  import: { sv: 'Import', en: 'Import' },
  events: { sv: 'Händelser', en: 'Events' },
  register: { sv: 'Register', en: 'Register' },
};

/**
 * What a cell holds, in storage. "Not reported" is the absence of a row and so is not a state here; zero is a value;
 * "protected" is decided when shown, never stored. The four kinds of empty are thereby never mixed.
 */
export const OUTCOME_STATES = ['value', 'not_applicable'] as const;
export type OutcomeState = (typeof OUTCOME_STATES)[number];

export const EMPTY_LABELS: Readonly<Record<'not_reported' | 'not_applicable' | 'protected', Label>> = {
  not_reported: { sv: 'Inte rapporterat', en: 'Not reported' },
  not_applicable: { sv: 'Ej tillämpligt', en: 'Not applicable' },
  protected: { sv: 'Skyddat', en: 'Protected' },
};

/** Values of 1 to one below this are protected where no other threshold is set (product, section 4). */
export const DEFAULT_SMALL_NUMBER_THRESHOLD = 5;
