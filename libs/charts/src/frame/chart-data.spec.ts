import fc from 'fast-check';
import { type ChartTable, csvOf, fileStem } from './chart-data.ts';

const table: ChartTable = {
  columns: [
    { label: 'Kommun', numeric: false },
    { label: '2025; preliminärt', numeric: true },
  ],
  rows: [
    [{ text: 'Åsvik' }, { text: '1 234,5 km', value: 1234.5 }],
    [{ text: '=1+1' }, { text: 'Inte rapporterat', value: null }],
    [{ text: 'Säger "hej"' }, { text: '0', value: 0 }],
  ],
};

describe('csvOf', () => {
  it('is what Excel in Swedish opens: mark, semicolons, decimal comma, words for empty', () => {
    expect(csvOf(table, 'sv')).toBe(
      '\uFEFFKommun;"2025; preliminärt"\r\nÅsvik;1234,5\r\n\'=1+1;Inte rapporterat\r\n"Säger ""hej""";0\r\n',
    );
    expect(csvOf(table, 'en')).toContain('Åsvik;1234.5\r\n');
  });

  it('never gives a cell that a spreadsheet would run', () => {
    fc.assert(
      fc.property(fc.constantFrom('=', '+', '-', '@', '\t', '\r'), fc.string(), (first, rest) => {
        const line = csvOf({ columns: [], rows: [[{ text: first + rest }]] }, 'sv').split('\r\n')[1] ?? '';
        expect(line.replace(/^"/, '').startsWith("'")).toBe(true);
      }),
    );
  });
});

describe('fileStem', () => {
  it('keeps Swedish letters and drops what file systems dislike', () => {
    expect(fileStem('Andel försäljningsställen: 2024/2025 (%)')).toBe('andel-försäljningsställen-2024-2025');
    expect(fileStem('!!!')).toBe('diagram');
  });
});
