import { convertToParamMap } from '@angular/router';
import fc from 'fast-check';
import {
  type RegisterQuery,
  csvQuery,
  filterOf,
  filterParams,
  narrowing,
  readRegisterQuery,
  toggled,
  writeRegisterQuery,
} from './register-query.ts';

const GROUP = '0190a1b2-0000-7000-8000-000000000001';
const EMPTY = readRegisterQuery(convertToParamMap({}));

describe('the address of the register', () => {
  it('reads what it wrote', () => {
    const query = fc.record<RegisterQuery>({
      text: fc.constantFrom('', 'skolgårdar', '§ 12/2026'),
      kind: fc.subarray(['decision', 'action_point']),
      group: fc.subarray([GROUP]),
      year: fc.subarray(['2025', '2026']),
      state: fc.subarray(['open', 'done', 'dropped']),
      organisation: fc.subarray([GROUP]),
      late: fc.boolean(),
      page: fc.integer({ min: 1, max: 99 }),
    });
    fc.assert(
      fc.property(query, (one) => {
        const written = Object.fromEntries(
          Object.entries(writeRegisterQuery(one)).filter(([, value]) => value !== null),
        ) as Record<string, string | string[]>;
        expect(readRegisterQuery(convertToParamMap(written))).toEqual(one);
      }),
    );
  });

  it('passes over what it cannot understand', () => {
    const odd = convertToParamMap({ slag: 'protokoll', grupp: 'x', ar: '26', lage: 'klar', sida: '-1', forsenat: '1' });
    expect(readRegisterQuery(odd)).toEqual(EMPTY);
  });

  it('asks the API for what is chosen, and for all of it as a file', () => {
    const query = { ...EMPTY, ...toggled(EMPTY, 'year', '2026'), late: true, text: ' beslut ', page: 3 };
    expect(filterParams(filterOf(query, 'planen'))).toEqual({
      plan: 'planen',
      year: ['2026'],
      late: 'true',
      q: 'beslut',
      page: '3',
    });
    expect(csvQuery(filterOf(query, 'planen'))).toBe('plan=planen&year=2026&late=true&q=beslut');
    expect(narrowing(query)).toBe(3);
    expect(toggled(query, 'year', '2026')).toEqual({ year: [] });
  });
});
