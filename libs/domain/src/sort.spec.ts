import fc from 'fast-check';
import { compareMunicipalities, countyCodeOf, isCountyCode, isMunicipalityCode } from './municipality.ts';
import { compareNatural, compareSwedish, sortedNatural, sortedSwedish } from './sort.ts';

describe('Swedish order', () => {
  it('puts å, ä and ö last', () => {
    expect(sortedSwedish(['Öra', 'Zed', 'Äng', 'Ale', 'Åby', 'ale'], (name) => name)).toEqual([
      'ale',
      'Ale',
      'Zed',
      'Åby',
      'Äng',
      'Öra',
    ]);
  });

  it('sorts numbers as printed by their parts', () => {
    const numbers = ['1.10', 'F', '1.9', '2.2/10', '2.2/5', '10', '2', '2.2'];
    expect(sortedNatural(numbers, (number) => number)).toEqual([
      '1.9',
      '1.10',
      '2',
      '2.2',
      '2.2/5',
      '2.2/10',
      '10',
      'F',
    ]);
  });

  it('puts the shorter number first where the parts are alike', () => {
    expect(sortedNatural(['1.01.1', '1.1'], (number) => number)).toEqual(['1.1', '1.01.1']);
  });

  const text = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'12./åäöaÅF '), maxLength: 6 }));

  it.each([
    ['names', compareSwedish],
    ['numbers', compareNatural],
  ])('is one total order for %s: the same whatever order they came in', (_, compare) => {
    fc.assert(
      fc.property(fc.array(text), (items) => {
        const sorted = [...items].sort(compare);
        expect([...items].reverse().sort(compare)).toEqual(sorted);
        expect(sorted.every((item, index) => index === 0 || compare(sorted[index - 1] ?? '', item) <= 0)).toBe(true);
      }),
    );
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(compare(a, b) === 0).toBe(a === b);
        expect(Math.sign(compare(a, b)) + Math.sign(compare(b, a))).toBe(0);
      }),
    );
  });
});

describe('municipalities', () => {
  it('have codes of four digits, the county first', () => {
    expect(isMunicipalityCode('9901')).toBe(true);
    expect(countyCodeOf('9901')).toBe('99');
    expect(['990', '9900', '0001', '99011', 'ab01', ''].filter(isMunicipalityCode)).toEqual([]);
    expect(['99', '01'].every(isCountyCode)).toBe(true);
    expect(['00', '1', '100'].filter(isCountyCode)).toEqual([]);
    expect(() => countyCodeOf('99')).toThrow(RangeError);
  });

  it('stand in Swedish order, and by code where names are alike', () => {
    const rows = [
      { code: '9904', name: 'Öninge' },
      { code: '9903', name: 'Ekeby' },
      { code: '9902', name: 'Ekeby' },
      { code: '9901', name: 'Åsele by' },
    ];
    expect([...rows].sort(compareMunicipalities).map((row) => row.code)).toEqual(['9902', '9903', '9901', '9904']);
  });
});
