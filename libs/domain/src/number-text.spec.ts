import fc from 'fast-check';
import { formatExact, formatNumber, formatOf, formatShare } from './number-format.ts';
import {
  NUMBER_REFUSALS,
  numberRefusalReason,
  parseNumberText,
  parseShareText,
  type NumberRule,
} from './number-text.ts';
import { roundTo } from './number-size.ts';

const read = (text: string, rule?: NumberRule): string => {
  const parsed = parseNumberText(text, rule);
  if (parsed.state === 'value') return String(parsed.value);
  if (parsed.state !== 'refused') return parsed.state;
  return parsed.suggestion === null ? parsed.code : `${parsed.code}:${String(parsed.suggestion)}`;
};

describe('parseNumberText', () => {
  it.each([
    ['12,5', '12.5'],
    ['1 000', '1000'],
    ['1\u00a0000', '1000'],
    ['1\u202f000', '1000'],
    ['1\u2009000', '1000'],
    ['12 345 678,25', '12345678.25'],
    ['1000', '1000'],
    ['007', '7'],
    ['0', '0'],
    ['-0', '0'],
    ['12,00', '12'],
    ['-3', '-3'],
    ['−3', '-3'],
    ['–3', '-3'],
    ['- 3', '-3'],
    ['+3', '3'],
    ['12.5', '12.5'],
    ['0.125', '0.125'],
    ['1000.125', '1000.125'],
    [' 7\u200b ', '7'],
    ['1000000000000', '1000000000000'],
  ])('reads %j as %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each(['', '   ', '-', '–', '—', '−', 'Inte rapporterat', 'not reported'])('reads %j as not reported', (text) => {
    expect(read(text)).toBe('not_reported');
  });

  it.each(['e.t.', 'ET', 'Ej tillämpligt', 'ej  tillämpligt', 'n/a', 'N/A'])('reads %j as not applicable', (text) => {
    expect(read(text)).toBe('not_applicable');
  });

  it.each([
    ['1.000', 'ambiguous_separator'],
    ['12.345', 'ambiguous_separator'],
    ['1.000.000', 'ambiguous_separator:1000000'],
    ['1,234.5', 'ambiguous_separator:1234.5'],
    ['-1.234,5', 'ambiguous_separator:-1234.5'],
    ['1 00', 'grouping'],
    ['12 34', 'grouping'],
    ['12,5 st', 'unit_in_value:12.5'],
    ['12st', 'unit_in_value:12'],
    ['4 km²', 'unit_in_value:4'],
    ['20 %', 'unit_in_value:20'],
    ['1e99', 'exponent'],
    ['1,2E+05', 'exponent:120000'],
    ['ca 20', 'not_exact:20'],
    ['Ca. 20', 'not_exact:20'],
    ['~20', 'not_exact:20'],
    ['<5', 'not_exact'],
    ['minst 10', 'not_exact'],
    ['10–12', 'range'],
    ['10 till 12', 'range'],
    ['1\t2', 'several_values'],
    ['1\n000', 'several_values'],
    ['=SUM(A1)', 'formula'],
    ['#DIV/0!', 'formula'],
    ['#N/A', 'formula'],
    ['Skyddat', 'protected'],
    ['tolv', 'not_a_number'],
    ['2026-03-12', 'not_a_number'],
    ['1,2,3', 'not_a_number'],
    ['1'.repeat(200), 'not_a_number'],
    ['1000000000001', 'too_large'],
    ['-1000000000001', 'too_large'],
    ['1,23456', 'too_many_decimals:1.2346'],
    ['999999999999,1234', 'too_many_decimals:999999999999.123'],
  ])('refuses %j as %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it('keeps a count whole and not negative', () => {
    expect(read('-3', { kind: 'count' })).toBe('negative');
    expect(read('12,5', { kind: 'count' })).toBe('too_many_decimals');
    expect(read('12,0', { kind: 'count' })).toBe('12');
    expect(read('12,5', { decimals: 0 })).toBe('too_many_decimals:13');
  });

  it('does not take an English thousand for one', () => {
    expect(read('1,000', { kind: 'count' })).toBe('ambiguous_separator:1000');
    expect(read('1,000', { decimals: 3 })).toBe('1');
    expect(read('1.000', { kind: 'count' })).toBe('ambiguous_separator:1000');
  });

  it('takes a percent sign only where per cent is the unit, and never for a share without it', () => {
    expect(read('20 %', { kind: 'measure', unit: '%', decimals: 1 })).toBe('20');
    expect(read('20,5%', { kind: 'share', unit: '%', decimals: 1 })).toBe('20.5');
    expect(read('20 %', { kind: 'share' })).toBe('percent_without_denominator');
    expect(read('%', { kind: 'measure', unit: '%' })).toBe('not_a_number');
  });

  it('reads yes and no for a milestone', () => {
    expect(read('Ja', { kind: 'milestone' })).toBe('1');
    expect(read('nej', { kind: 'milestone' })).toBe('0');
    expect(read('–', { kind: 'milestone' })).toBe('not_reported');
    expect(read('2', { kind: 'milestone' })).toBe('not_yes_or_no');
  });

  it('gives every refusal words in both languages', () => {
    for (const code of NUMBER_REFUSALS) {
      for (const decimals of [0, 1, 2]) {
        const reason = numberRefusalReason(code, decimals);
        expect(reason.sv).toMatch(/^\p{Lu}.*\.$/u);
        expect(reason.en).toMatch(/^\p{Lu}.*\.$/u);
      }
    }
  });

  it('never throws, and never gives a value outside the rule, whatever is typed', () => {
    const typed = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom(...'0123456789,. -–−+%eE\u00a0\u202fstca<=#/'), maxLength: 20 }),
    );
    const rule = fc.record({
      kind: fc.constantFrom('count', 'measure', 'share', 'milestone', 'text'),
      decimals: fc.integer({ min: 0, max: 4 }),
      unit: fc.constantFrom(null, '%', 'st'),
    });
    fc.assert(
      fc.property(typed, rule, (text, given) => {
        const parsed = parseNumberText(text, given);
        const value = parsed.state === 'value' ? parsed.value : parsed.state === 'refused' ? parsed.suggestion : null;
        if (value === null) return;
        expect(Math.abs(value)).toBeLessThanOrEqual(1e12);
        expect(Object.is(value, -0)).toBe(false);
        if (given.kind === 'count') expect(Number.isInteger(value) && value >= 0).toBe(true);
        expect(roundTo(value, given.decimals)).toBe(value);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('formatExact', () => {
  it('keeps the decimals there are, and adds none', () => {
    expect(formatExact(1234.5, 'sv')).toBe('1\u00a0234,5');
    expect(formatExact(-0.125, 'en')).toBe('\u22120.125');
    expect([0, 10, 1200].map((value) => formatExact(value, 'sv'))).toEqual(['0', '10', '1\u00a0200']);
    expect(formatExact(1 / 3, 'sv')).toBe('0,3333');
  });

  it('is read back as the same number, in both languages', () => {
    fc.assert(
      fc.property(fc.integer({ min: -10_000_000, max: 10_000_000 }), fc.integer({ min: 0, max: 4 }), (size, shift) => {
        const value = roundTo(size / 10 ** shift, 4);
        expect(parseNumberText(formatExact(value, 'sv'), { kind: 'measure' })).toEqual({ state: 'value', value });
      }),
    );
  });
});

describe('formatNumber', () => {
  it.each([
    [1234567.5, 1, '1\u00a0234\u00a0567,5', '1\u00a0234\u00a0567.5'],
    [-1000, 0, '\u22121\u00a0000', '\u22121\u00a0000'],
    [999, 0, '999', '999'],
    [1.005, 2, '1,01', '1.01'],
    [-2.5, 0, '\u22123', '\u22123'],
    [0, 2, '0,00', '0.00'],
    [0.04, 0, '0,04', '0.04'],
  ])('shows %d with %d decimals', (value, decimals, sv, en) => {
    expect(formatNumber(value, decimals, 'sv')).toBe(sv);
    expect(formatNumber(value, decimals, 'en')).toBe(en);
  });

  it('refuses what is not a number', () => {
    expect(() => formatNumber(Number.NaN, 0, 'sv')).toThrow(RangeError);
  });

  it('is read back as the same number', () => {
    const sample = fc
      .record({
        decimals: fc.integer({ min: 0, max: 4 }),
        whole: fc.integer({ min: -1e11 + 1, max: 1e11 - 1 }),
        rest: fc.nat(9999),
      })
      .map(({ decimals, whole, rest }) => ({ decimals, value: roundTo(whole + rest / 10_000, decimals) }));
    fc.assert(
      fc.property(sample, ({ decimals, value }) => {
        expect(parseNumberText(formatNumber(value, decimals, 'sv'), { kind: 'measure', decimals })).toEqual({
          state: 'value',
          value,
        });
      }),
      { numRuns: 1000 },
    );
  });

  it('never shows something as nothing', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.0001, max: 1e6, noNaN: true }),
        fc.integer({ min: 0, max: 4 }),
        (value, decimals) => {
          expect(formatNumber(value, decimals, 'sv')).toMatch(/[1-9]/);
        },
      ),
    );
  });
});

describe('shares', () => {
  it.each([
    ['9 av 12', 9, 12],
    ['9/12', 9, 12],
    ['9 of 12', 9, 12],
    ['0 av 3', 0, 3],
    ['1 000 av 2 000', 1000, 2000],
  ])('reads %j', (text, numerator, denominator) => {
    expect(parseShareText(text)).toEqual({ state: 'value', numerator, denominator });
  });

  it.each([
    ['75 %', 'percent_without_denominator'],
    ['12 av 9', 'not_a_share'],
    ['0 av 0', 'not_a_share'],
    ['9', 'not_a_share'],
    ['9,5 av 12', 'too_many_decimals'],
    ['många', 'not_a_number'],
  ])('refuses %j as %s', (text, code) => {
    expect(parseShareText(text)).toMatchObject({ state: 'refused', code });
  });

  it('keeps the kinds of empty apart', () => {
    expect(parseShareText('–')).toEqual({ state: 'not_reported' });
    expect(parseShareText('n/a')).toEqual({ state: 'not_applicable' });
  });

  it('always says of how many, and rounds neither to none nor to all', () => {
    expect(formatShare(9, 12, 'sv')).toBe('75\u00a0% (9 av 12)');
    expect(formatShare(9, 12, 'en')).toBe('75% (9 of 12)');
    expect(formatShare(1, 1000, 'sv')).toBe('mindre än 1\u00a0% (1 av 1\u00a0000)');
    expect(formatShare(999, 1000, 'sv')).toBe('mer än 99\u00a0% (999 av 1\u00a0000)');
    expect(formatShare(0, 0, 'sv')).toBe('0 av 0');
    fc.assert(
      fc.property(fc.nat(5000), fc.nat(5000), (a, b) => {
        const [part, whole] = [Math.min(a, b), Math.max(a, b)];
        const text = formatShare(part, whole, 'sv');
        expect(text).toContain(formatOf(part, whole, 'sv'));
        if (part > 0) expect(text).not.toMatch(/^0/);
        if (part < whole) expect(text).not.toMatch(/^100\u00a0%/);
      }),
    );
  });
});
