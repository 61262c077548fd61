import fc from 'fast-check';
import { type Keys, placeAfter, writes } from './navigate.ts';

const key = (name: string, more: Partial<Keys> = {}): Keys => ({
  key: name,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  ...more,
});
const size = { rows: 4, columns: 3 };

describe('placeAfter', () => {
  it('moves as in a spreadsheet', () => {
    const from = { row: 1, column: 1 };
    expect(placeAfter(from, size, key('ArrowDown'))).toEqual({ row: 2, column: 1 });
    expect(placeAfter(from, size, key('Enter'))).toEqual({ row: 2, column: 1 });
    expect(placeAfter(from, size, key('Enter', { shiftKey: true }))).toEqual({ row: 0, column: 1 });
    expect(placeAfter(from, size, key('Tab'))).toEqual({ row: 1, column: 2 });
    expect(placeAfter(from, size, key('Home'))).toEqual({ row: 1, column: 0 });
    expect(placeAfter(from, size, key('End', { ctrlKey: true }))).toEqual({ row: 3, column: 2 });
    expect(placeAfter(from, size, key('ArrowRight', { ctrlKey: true }))).toEqual({ row: 1, column: 2 });
  });

  it('lets Tab out at the end of a row and at its beginning', () => {
    expect(placeAfter({ row: 0, column: 2 }, size, key('Tab'))).toBeNull();
    expect(placeAfter({ row: 0, column: 0 }, size, key('Tab', { shiftKey: true }))).toBeNull();
  });

  it('never leaves the sheet', () => {
    const names = [
      'ArrowUp',
      'ArrowDown',
      'ArrowLeft',
      'ArrowRight',
      'Enter',
      'Tab',
      'Home',
      'End',
      'PageUp',
      'PageDown',
    ];
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 12 }),
        fc.nat(),
        fc.nat(),
        fc.constantFrom(...names),
        fc.boolean(),
        fc.boolean(),
        (rows, columns, row, column, name, shiftKey, ctrlKey) => {
          const from = { row: row % rows, column: column % columns };
          const to = placeAfter(from, { rows, columns }, key(name, { shiftKey, ctrlKey }));
          if (to === null) return name === 'Tab';
          return to.row >= 0 && to.row < rows && to.column >= 0 && to.column < columns;
        },
      ),
    );
  });
});

describe('writes', () => {
  it('starts on letters and digits, not on commands', () => {
    expect(writes({ ...key('5'), altKey: false })).toBe(true);
    expect(writes({ ...key('å'), altKey: false })).toBe(true);
    expect(writes({ ...key('F2'), altKey: false })).toBe(false);
    expect(writes({ ...key('z', { ctrlKey: true }), altKey: false })).toBe(false);
  });
});
