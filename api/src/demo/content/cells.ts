import type { DemoIndicatorDefinition } from './types.ts';

type Overrides = Partial<DemoIndicatorDefinition>;

const basis: DemoIndicatorDefinition = {
  settled: true,
  kind: 'count',
  unit: '',
  decimals: 0,
  direction: 'up',
  breakdown: 'none',
  bySex: false,
  combinePlaces: 'sum',
  combinePeriods: 'sum',
  target: null,
  baseline: null,
  smallNumberThreshold: null,
};

/** "Antal …" that a planner has accepted. More is better unless told otherwise. */
export const count = (unit: string, overrides: Overrides = {}): DemoIndicatorDefinition => ({
  ...basis,
  unit,
  ...overrides,
});

/** The same, asked of each municipality. */
export const countPerMunicipality = (unit: string, overrides: Overrides = {}): DemoIndicatorDefinition =>
  count(unit, { breakdown: 'municipality', ...overrides });

/** How many municipalities have something: the latest state counts, never a sum over years. Eight is all of them. */
export const countOfMunicipalities = (overrides: Overrides = {}): DemoIndicatorDefinition =>
  count('kommuner', { combinePeriods: 'latest', target: 8, ...overrides });

/** Reached or not, with a day. */
export const milestone = (overrides: Overrides = {}): DemoIndicatorDefinition => ({
  ...basis,
  kind: 'milestone',
  combinePeriods: 'latest',
  ...overrides,
});

/** Numerator of denominator; target and baseline in per cent. `unit` names what the denominator counts. */
export const share = (unit: string, overrides: Overrides = {}): DemoIndicatorDefinition => ({
  ...basis,
  kind: 'share',
  unit,
  combinePeriods: 'latest',
  ...overrides,
});

/** A figure with a unit that is no count. */
export const measure = (unit: string, decimals: number, overrides: Overrides = {}): DemoIndicatorDefinition => ({
  ...basis,
  kind: 'measure',
  unit,
  decimals,
  combinePeriods: 'latest',
  ...overrides,
});

/** Followed in words. */
export const inWords = (overrides: Overrides = {}): DemoIndicatorDefinition => ({
  ...basis,
  kind: 'text',
  direction: 'none',
  combinePeriods: 'latest',
  ...overrides,
});

export const baseline = (value: number, year: number, source: string): Pick<DemoIndicatorDefinition, 'baseline'> => ({
  baseline: { value, year, source },
});
