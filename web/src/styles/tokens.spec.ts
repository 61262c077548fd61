import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONTRAST_PAIRS, contrast, readColourTokens } from './contrast.ts';

const css = readFileSync(join(__dirname, '_tokens.scss'), 'utf8');
const tokens = readColourTokens(css);
const pairs = CONTRAST_PAIRS.flatMap((pair) => (['light', 'dark'] as const).map((scheme) => ({ ...pair, scheme })));

describe('colour tokens', () => {
  it.each(pairs)('$front on $back is at least $least in $scheme', ({ front, back, least, scheme }) => {
    const one = tokens.get(front)?.[scheme];
    const other = tokens.get(back)?.[scheme];
    if (one === undefined || other === undefined) throw new Error(`Unknown colour: ${front} or ${back}`);
    expect(contrast(one, other)).toBeGreaterThanOrEqual(least);
  });

  it('are all in use in some checked pair, except lines that carry no meaning', () => {
    const checked = new Set(CONTRAST_PAIRS.flatMap((pair) => [pair.front, pair.back]));
    expect([...tokens.keys()].filter((name) => !checked.has(name))).toEqual(['line']);
  });

  it('measures contrast as WCAG does', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
    expect(contrast('#0a5a66', '#0a5a66')).toBe(1);
  });
});

describe('docs/design.md', () => {
  it('lists every pair with the contrast the tokens have now', () => {
    // The formatter pads tables, so spaces are not compared.
    const lines = readFileSync(join(__dirname, '../../../docs/design.md'), 'utf8')
      .replace(/[ \t]+/g, ' ')
      .split('\n');
    for (const { front, back, least } of CONTRAST_PAIRS) {
      const [one, other] = [tokens.get(front), tokens.get(back)];
      if (!one || !other) throw new Error(`Unknown colour: ${front} or ${back}`);
      const row = `| ${front} | ${back} | ${least} | ${contrast(one.light, other.light).toFixed(1)} | ${contrast(one.dark, other.dark).toFixed(1)} |`;
      expect(lines).toContain(row);
    }
  });
});
