import fc from 'fast-check';
import { type MunicipalityRow, layoutMunicipalities, sortMunicipalities } from './municipality-layout.ts';

const words = { now: '2025', last: '2024', target: 'Målvärde 10' };

function row(name: string, value: number | null, last: number | null = null): MunicipalityRow {
  const figure = (number: number | null) => ({ value: number, text: number === null ? 'Skyddat' : String(number) });
  return { name, now: figure(value), last: last === null ? null : figure(last) };
}

const rows = fc.uniqueArray(
  fc.record({
    name: fc.string({ minLength: 1, maxLength: 20 }),
    value: fc.option(fc.integer({ min: -5, max: 900 }), { nil: null }),
  }),
  { minLength: 1, maxLength: 30, selector: (one) => one.name },
);

describe('sortMunicipalities', () => {
  it('orders by Swedish name, å ä ö last', () => {
    const given = [row('Östanå', 1), row('Alvmark', 2), row('Ängsta', 3), row('Åsvik', 4)];
    expect(sortMunicipalities(given, 'name').map((one) => one.name)).toEqual(['Alvmark', 'Åsvik', 'Ängsta', 'Östanå']);
  });

  it('orders by value, highest first, zero before what is no number, and loses nobody', () => {
    const given = [row('B', 0), row('A', null), row('C', 12), row('D', null)];
    expect(sortMunicipalities(given, 'value').map((one) => one.name)).toEqual(['C', 'B', 'A', 'D']);
    fc.assert(
      fc.property(rows, (some) => {
        const sorted = sortMunicipalities(
          some.map(({ name, value }) => row(name, value)),
          'value',
        );
        expect(sorted.map((one) => one.name).sort()).toEqual(some.map((one) => one.name).sort());
      }),
    );
  });
});

describe('layoutMunicipalities', () => {
  it('gives a bar to numbers only, all inside the drawing and from the same zero', () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 240, max: 1200 }), (some, width) => {
        const layout = layoutMunicipalities(
          some.map(({ name, value }) => row(name, value)),
          width,
          null,
          words,
        );
        for (const [index, one] of layout.rows.entries()) {
          expect(one.now === null).toBe(some[index]?.value === null);
          if (one.now) {
            expect(one.now.x).toBeLessThanOrEqual(layout.zero);
            expect(one.now.x + one.now.width).toBeGreaterThanOrEqual(layout.zero - 0.001);
            expect(one.now.x + one.now.width).toBeLessThanOrEqual(width);
          }
        }
      }),
    );
  });

  it('writes the words where a figure may not be shown, and zero as zero', () => {
    const layout = layoutMunicipalities([row('A', null), row('B', 0), row('C', 4)], 600, null, words);
    expect(layout.rows.map((one) => one.text)).toEqual(['Skyddat', '0', '4']);
    expect(layout.rows.map((one) => one.now?.width)).toEqual([undefined, 0, expect.any(Number)]);
  });

  it('makes room for a target beyond every bar', () => {
    const layout = layoutMunicipalities([row('A', 3)], 600, 10, words);
    expect(layout.target?.x).toBeGreaterThan((layout.rows[0]?.now?.x ?? 0) + (layout.rows[0]?.now?.width ?? 0));
    expect(layout.target?.x).toBeLessThanOrEqual(600);
  });
});
