import { formatWithUnit } from './number-format.ts';

describe('a number with its unit', () => {
  it('keeps them on one line, and leaves the plural unit out after one', () => {
    expect(formatWithUnit(22, 0, 'anläggningar', 'sv')).toBe('22\u00a0anläggningar');
    expect(formatWithUnit(1, 0, 'träffar', 'sv')).toBe('1');
    expect(formatWithUnit(0, 0, 'träffar', 'sv')).toBe('0\u00a0träffar');
    expect(formatWithUnit(1.5, 1, 'km', 'sv')).toBe('1,5\u00a0km');
    expect(formatWithUnit(12, 0, '', 'sv')).toBe('12');
    expect(formatWithUnit(12, 0, null, 'en')).toBe('12');
  });
});
