import fc from 'fast-check';
import { formatNumber, INDICATOR_KINDS } from '@samhandling/domain';
import { readTyped } from './typed-outcome.ts';

const TODAY = '2026-03-12';
const today = (): string => TODAY;
const COUNT = { kind: 'count', decimals: 0, unit: '' } as const;

describe('what was typed in a cell', () => {
  it('keeps nothing, not applicable and zero apart, for every kind', () => {
    for (const kind of INDICATOR_KINDS) {
      const rule = { kind, decimals: 0, unit: '' };
      expect(readTyped({ input: '' }, rule, today)).toEqual({ state: 'empty' });
      expect(readTyped({ input: '–' }, rule, today)).toEqual({ state: 'empty' });
      expect(readTyped({ input: 'e.t.' }, rule, today)).toMatchObject({
        outcome: { state: 'not_applicable', value: null },
      });
    }
    expect(readTyped({ input: '0' }, COUNT, today)).toMatchObject({ outcome: { state: 'value', value: 0 } });
    expect(readTyped({ input: '0', denominatorInput: '5' }, { ...COUNT, kind: 'share' }, today)).toMatchObject({
      outcome: { value: 0, denominator: 5 },
    });
  });

  it('never answers "not applicable" together with a value', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.constantFrom(...INDICATOR_KINDS), (input, denominatorInput, kind) => {
        const read = readTyped({ input, denominatorInput }, { kind, decimals: 2, unit: '' }, today);
        if (read.state === 'outcome' && read.outcome.state === 'not_applicable') {
          expect(read.outcome).toEqual({
            state: 'not_applicable',
            value: null,
            denominator: null,
            day: null,
            text: '',
          });
        }
        if (read.state === 'refused') for (const { reason } of read.errors) expect(reason.sv).not.toBe('');
      }),
    );
  });

  it('reads back every count as it is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000_000 }), (value) => {
        expect(readTyped({ input: formatNumber(value, 0, 'sv') }, COUNT, today)).toMatchObject({ outcome: { value } });
      }),
    );
  });

  it('takes any share with 0 ≤ numerator ≤ denominator and no other', () => {
    fc.assert(
      fc.property(fc.nat(50), fc.nat(50), (numerator, denominator) => {
        const read = readTyped(
          { input: `${numerator}`, denominatorInput: `${denominator}` },
          { ...COUNT, kind: 'share' },
          today,
        );
        expect(read.state).toBe(denominator >= 1 && numerator <= denominator ? 'outcome' : 'refused');
      }),
    );
  });

  it('keeps the day of a milestone until another is said, and drops it with a no', () => {
    const rule = { kind: 'milestone', decimals: 0, unit: '' } as const;
    expect(readTyped({ input: 'ja' }, rule, today, '2026-01-02')).toMatchObject({
      outcome: { value: 1, day: '2026-01-02' },
    });
    expect(readTyped({ input: 'ja', day: null }, rule, today, '2026-01-02')).toMatchObject({
      outcome: { value: 1, day: null },
    });
    expect(readTyped({ input: 'nej' }, rule, today, '2026-01-02')).toMatchObject({ outcome: { value: 0, day: null } });
    expect(readTyped({ input: TODAY }, rule, today)).toMatchObject({ outcome: { value: 1, day: TODAY } });
    expect(readTyped({ input: '2026-03-13' }, rule, today)).toMatchObject({
      state: 'refused',
      errors: [{ pointer: '/input', code: 'day_in_future' }],
    });
  });
});
