import type { OutcomeDisplay } from '@samhandling/contracts';
import { INDICATOR_KINDS, type IndicatorKind } from '@samhandling/domain';
import fc from 'fast-check';
import { cellText, combinedText, coverageWords, editText, readCell, shortText, spokenCell } from './cell-text.ts';

const definition = (kind: IndicatorKind, decimals = 0): { kind: IndicatorKind; decimals: number; unit: string } => ({
  kind,
  decimals,
  unit: '',
});
const value = (number: number, more: { denominator?: number; day?: string } = {}): Parameters<typeof cellText>[0] => ({
  state: 'value',
  value: number,
  denominator: more.denominator ?? null,
  day: more.day ?? null,
  text: '',
});
const empty = (state: 'not_reported' | 'not_applicable' | 'protected'): Parameters<typeof cellText>[0] => ({
  state,
  value: null,
  denominator: null,
  day: null,
  text: '',
});

describe('cellText', () => {
  it('gives each kind of empty its own sign, and shows zero as a number', () => {
    const count = definition('count');
    expect(cellText(empty('not_reported'), count, 'sv')).toBe('–');
    expect(cellText(empty('not_applicable'), count, 'sv')).toBe('e.t.');
    expect(cellText(empty('protected'), count, 'sv')).toBe('skyddat');
    expect(cellText(value(0), count, 'sv')).toBe('0');
    expect(spokenCell(empty('not_reported'), count, 'sv')).toBe('Inte rapporterat');
  });

  it('writes numbers, shares and milestones as people do', () => {
    expect(cellText(value(1234.5), definition('measure', 1), 'sv')).toBe('1\u00a0234,5');
    expect(cellText(value(9, { denominator: 12 }), definition('share'), 'sv')).toBe('9 av 12');
    expect(cellText(value(1, { day: '2026-03-12' }), definition('milestone'), 'sv')).toBe('Ja, 2026-03-12');
    expect(shortText(value(1, { day: '2026-03-12' }), definition('milestone'), 'sv')).toBe('Ja');
    expect(cellText(value(0), definition('milestone'), 'sv')).toBe('Nej');
  });

  it('counts the yes of the municipalities and says how many have reported', () => {
    const display: OutcomeDisplay = {
      state: 'value',
      value: 1,
      denominator: null,
      day: null,
      text: '',
      of: 8,
      reported: 7,
    };
    expect(combinedText(display, definition('milestone'), 'sv')).toBe('1 ja');
    expect(coverageWords(display, 'sv')).toBe('7 av 8 kommuner rapporterat');
  });
});

describe('editText and readCell', () => {
  it('what is shown for editing can always be saved as it is, in both languages', () => {
    const cell = fc.oneof(
      fc.tuple(
        fc.constant<IndicatorKind>('count'),
        fc.constant(0),
        fc.integer({ min: 0, max: 1e9 }).map((n) => value(n)),
      ),
      fc.tuple(
        fc.constant<IndicatorKind>('measure'),
        fc.constant(3),
        fc.integer({ min: -1e9, max: 1e9 }).map((n) => value(n / 1000)),
      ),
      fc.tuple(
        fc.constant<IndicatorKind>('share'),
        fc.constant(0),
        fc
          .tuple(fc.nat(500), fc.integer({ min: 1, max: 500 }))
          .map(([part, more]) => value(part, { denominator: part + more })),
      ),
      fc.tuple(
        fc.constant<IndicatorKind>('milestone'),
        fc.constant(0),
        fc.constantFrom(value(0), value(1), value(1, { day: '2025-02-28' })),
      ),
      fc.tuple(
        fc.constantFrom(...INDICATOR_KINDS),
        fc.constant(2),
        fc.constantFrom(empty('not_reported'), empty('not_applicable')),
      ),
    );
    fc.assert(
      fc.property(cell, fc.constantFrom('sv' as const, 'en' as const), ([kind, decimals, shown], locale) => {
        const text = editText(shown, definition(kind, decimals), locale);
        expect(readCell(text, definition(kind, decimals), locale)).toEqual({ ok: true });
      }),
    );
  });

  it('refuses with words, and offers what was likely meant', () => {
    expect(readCell('12,5 st', definition('measure', 1), 'sv')).toEqual({
      ok: false,
      reason: 'Skriv bara talet, utan enhet.',
      suggestion: '12,5',
    });
    expect(readCell('-3', definition('count'), 'sv')).toMatchObject({ ok: false, suggestion: null });
    expect(readCell('75 %', definition('share'), 'sv')).toMatchObject({ ok: false });
    expect(readCell('kanske', definition('milestone'), 'sv')).toMatchObject({ ok: false });
    expect(readCell('kanske', definition('text'), 'sv')).toEqual({ ok: true });
  });
});
