/** sRGB contrast as WCAG 2.2 defines it (relative luminance, 1 to 21). Used by the token check, never in the running app. */
export type Scheme = 'light' | 'dark';

/** Every `--sam-x: light-dark(#a, #b)` of a style sheet, by name without the prefix. */
export function readColourTokens(css: string): Map<string, Readonly<Record<Scheme, string>>> {
  const tokens = new Map<string, Readonly<Record<Scheme, string>>>();
  for (const match of css.matchAll(/--sam-([a-z0-9-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)/g)) {
    const [, name = '', light = '', dark = ''] = match;
    tokens.set(name, { light, dark });
  }
  return tokens;
}

function luminance(hex: string): number {
  const channel = (from: number): number => {
    const value = Number.parseInt(hex.slice(from, from + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

/** Contrast between two `#rrggbb` colours: 1 for equal colours, 21 for black on white. The order does not matter. */
export function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

export interface ContrastPair {
  readonly front: string;
  readonly back: string;
  /** 4.5 for text, 3 for the parts of a control or a chart that carry meaning (WCAG 1.4.3, 1.4.11). */
  readonly least: 4.5 | 3;
}

const text = (front: string, ...backs: string[]): ContrastPair[] => backs.map((back) => ({ front, back, least: 4.5 }));
const shape = (front: string, ...backs: string[]): ContrastPair[] => backs.map((back) => ({ front, back, least: 3 }));

export const JUDGEMENT_TOKENS = [
  'not-judged',
  'not-started',
  'on-track',
  'needs-support',
  'completed',
  'cancelled',
  'at-risk',
] as const;

/** Every pair the styles really use. A new use means a new line here. */
export const CONTRAST_PAIRS: readonly ContrastPair[] = [
  ...text('ink', 'ground', 'surface', 'sunken', 'raised', 'accent-soft', 'danger-soft', 'warning-soft', 'good-soft'),
  ...text('ink-quiet', 'ground', 'surface', 'sunken', 'raised'),
  ...text('accent', 'ground', 'surface', 'raised', 'accent-soft', 'sunken'),
  ...text('accent-strong', 'ground', 'surface', 'raised', 'accent-soft'),
  ...text('on-accent', 'accent', 'accent-strong'),
  ...text('danger', 'ground', 'surface', 'raised', 'danger-soft'),
  ...text('on-danger', 'danger'),
  ...text('warning', 'ground', 'surface', 'raised', 'warning-soft'),
  ...text('good', 'ground', 'surface', 'raised', 'good-soft'),
  ...text('removed', 'removed-soft'),
  ...text('added', 'added-soft'),
  ...shape('focus', 'ground', 'surface', 'raised', 'sunken'),
  ...shape('line-strong', 'ground', 'surface', 'raised'),
  ...JUDGEMENT_TOKENS.flatMap((name) => [
    ...text(name, `${name}-soft`, 'ground', 'surface', 'raised'),
    ...shape(`${name}-mark`, 'ground', 'surface'),
  ]),
];
