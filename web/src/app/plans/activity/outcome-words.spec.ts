import type { Indicator, OutcomeDisplay } from '@samhandling/contracts';
import { coverageWords, outcomeWords, targetWords } from './outcome-words.ts';

type Format = Pick<Indicator, 'kind' | 'unit' | 'decimals' | 'breakdown'>;

const count: Format = { kind: 'count', unit: '', decimals: 0, breakdown: 'none' };
const value = (more: Partial<Extract<OutcomeDisplay, { state: 'value' }>>): OutcomeDisplay => ({
  state: 'value',
  value: null,
  denominator: null,
  day: null,
  text: '',
  of: 1,
  reported: 1,
  ...more,
});

describe('outcomeWords', () => {
  it('tells the kinds of empty apart, and zero from all of them', () => {
    const shown = [
      outcomeWords({ state: 'not_reported', of: 1, reported: 0 }, count, 'sv'),
      outcomeWords({ state: 'not_applicable', of: 1, reported: 1 }, count, 'sv'),
      outcomeWords({ state: 'protected', of: 1, reported: 1 }, count, 'sv'),
      outcomeWords(value({ value: 0 }), count, 'sv'),
    ];
    expect(shown).toEqual(['Inte rapporterat', 'Ej tillämpligt', 'Skyddat', '0']);
  });

  it.each<[string, OutcomeDisplay, Format, string]>([
    ['a count with its unit', value({ value: 1250 }), { ...count, unit: 'träffar' }, '1\u00a0250\u00a0träffar'],
    [
      'a measure with its decimals',
      value({ value: 12.5 }),
      { ...count, kind: 'measure', unit: 'km', decimals: 1 },
      '12,5\u00a0km',
    ],
    [
      'a share never without its denominator',
      value({ value: 9, denominator: 12 }),
      { ...count, kind: 'share' },
      '75\u00a0% (9 av 12)',
    ],
    [
      'a milestone with its day',
      value({ value: 1, day: '2026-03-12' }),
      { ...count, kind: 'milestone' },
      'Nådd 12 mars 2026',
    ],
    ['a milestone not reached', value({ value: 0 }), { ...count, kind: 'milestone' }, 'Inte nådd'],
    [
      'a milestone over municipalities',
      value({ value: 5, of: 8, reported: 7 }),
      { ...count, kind: 'milestone' },
      'Nådd i 5 av 8 kommuner',
    ],
    ['a text', value({ text: 'Rutinen är klar.' }), { ...count, kind: 'text' }, 'Rutinen är klar.'],
    ['a text nobody wrote', value({ text: '' }), { ...count, kind: 'text' }, 'Inte rapporterat'],
  ])('says %s', (_what, display, format, expected) => {
    expect(outcomeWords(display, format, 'sv')).toBe(expected);
  });
});

describe('coverageWords', () => {
  it('says how many municipalities the figure is made of, and nothing for the county', () => {
    expect(coverageWords(value({ value: 4, of: 8, reported: 6 }), 'sv')).toBe('6 av 8 kommuner har rapporterat');
    expect(coverageWords(value({ value: 4 }), 'sv')).toBe('');
  });
});

describe('targetWords', () => {
  it('writes the target as the outcome is written', () => {
    expect(targetWords(null, count, 'sv')).toBe('–');
    expect(targetWords(10, { ...count, unit: 'träffar' }, 'sv')).toBe('10\u00a0träffar');
    expect(targetWords(1, { ...count, kind: 'milestone' }, 'sv')).toBe('Ska nås');
    expect(targetWords(80, { ...count, kind: 'share' }, 'sv')).toBe('80\u00a0%');
  });
});
