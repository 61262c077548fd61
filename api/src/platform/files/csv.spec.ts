import fc from 'fast-check';
import { csvField, toCsv } from './csv.ts';

describe('CSV for Swedish Excel', () => {
  it('has a byte order mark, semicolons, decimal commas and CRLF', () => {
    const file = toCsv([
      ['Värde', 'Å'],
      [1.5, null],
      [-2, 'a;b'],
    ]);
    expect(file.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(file.toString('utf8').slice(1)).toBe('Värde;Å\r\n1,5;\r\n-2;"a;b"\r\n');
  });

  it.each(['=1+1', '+46 70', '-cmd', '@SUM(A1)', '\tx', '\rx'])('never gives a cell that runs: %j', (text) => {
    expect(csvField(text).replace(/^"/, '').startsWith("'")).toBe(true);
  });

  it('leaves numbers alone, negative ones too', () => {
    expect(csvField(-5)).toBe('-5');
    expect(csvField('-5,25')).toBe('-5,25');
  });

  it('never begins a field with a sign that runs, and keeps quotes and line ends within it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const field = csvField(text);
        const inner = field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field;
        expect(/^[=+@\t\r]|^-(?!\d+(,\d+)?$)/.test(inner)).toBe(false);
        expect(/[;\n"]/.test(field) && !field.startsWith('"')).toBe(false);
        const meant = text.replace(/\r\n?/g, '\n');
        expect([meant, `'${meant}`]).toContain(inner);
      }),
    );
  });
});
