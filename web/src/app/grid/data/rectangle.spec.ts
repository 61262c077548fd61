import fc from 'fast-check';
import { isRectangle, readRectangle } from './rectangle.ts';

describe('readRectangle', () => {
  it('reads what Excel puts on the clipboard', () => {
    expect(readRectangle('1\t2\r\n3\t4\r\n')).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
    expect(readRectangle('12,5\n\n7')).toEqual([['12,5'], [''], ['7']]);
    expect(readRectangle('\t5')).toEqual([['', '5']]);
  });

  it('reads cells with line ends and quotation marks', () => {
    expect(readRectangle('"två\nrader"\t"sa ""hej"""\r\nx')).toEqual([['två\nrader', 'sa "hej"'], ['x']]);
    expect(readRectangle('"inte slutet\t2')).toEqual([['"inte slutet', '2']]);
  });

  it('gives back every cell of any rectangle', () => {
    const cell = fc.string({ maxLength: 8 });
    const quote = (text: string): string => (/["\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 }), (rows) => {
        const text = rows.map((row) => row.map(quote).join('\t')).join('\r\n') + '\r\n';
        expect(readRectangle(text)).toEqual(rows);
      }),
    );
  });

  it('knows one cell from several', () => {
    expect(isRectangle('12')).toBe(false);
    expect(isRectangle('12\r\n')).toBe(false);
    expect(isRectangle('12\t')).toBe(true);
    expect(isRectangle('12\n13')).toBe(true);
  });
});
