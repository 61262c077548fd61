import fc from 'fast-check';
import { NOT_APPLICABLE, NOT_REPORTED, valueCell, type Cell } from './combine.ts';
import { isSmall, protectCell, protectTable, workedOutCells, type ProtectableTable } from './suppression.ts';

/** Builds a table with its sums from inner values; null is "not reported". */
function withTotals(inner: readonly (readonly (number | null)[])[]): ProtectableTable {
  const sum = (values: readonly (number | null)[]): number =>
    values.reduce<number>((total, value) => total + (value ?? 0), 0);
  const body = inner.map((row) => [...row, sum(row)]);
  const last = (body[0] ?? []).map((_, column) => sum(body.map((row) => row[column] ?? null)));
  const rows = [...body, last].map((row) => row.map((value) => (value === null ? NOT_REPORTED : valueCell(value))));
  return { rows, totalRow: true, totalColumn: true };
}

function column(values: readonly number[], total: number): ProtectableTable {
  return { rows: [...values, total].map((value) => [valueCell(value)]), totalRow: true, totalColumn: false };
}

const shown = (rows: readonly (readonly Cell[])[]): string =>
  rows
    .map((row) =>
      row
        .map((cell) => (cell.state === 'value' ? String(cell.value) : cell.state === 'protected' ? '*' : '.'))
        .join(' '),
    )
    .join(' / ');

describe('small numbers', () => {
  it('protects 1 to one below the threshold, and shows zero', () => {
    const kept = [0, 1, 4, 5].map((value) => protectCell(valueCell(value)).state);
    expect(kept).toEqual(['value', 'protected', 'protected', 'value']);
    expect(isSmall(valueCell(9), 10)).toBe(true);
    expect(protectCell(NOT_APPLICABLE)).toBe(NOT_APPLICABLE);
    expect(protectCell(NOT_REPORTED)).toBe(NOT_REPORTED);
  });

  it('takes the smallest other value along, so that the total does not tell', () => {
    expect(shown(protectTable(column([3, 40, 12, 0], 55)).rows)).toBe('* / 40 / * / 0 / 55');
  });

  it('needs no other cell when two small ones hide each other', () => {
    const result = protectTable(column([3, 4, 12], 19));
    expect(shown(result.rows)).toBe('* / * / 12 / 19');
    expect(result).toMatchObject({ primary: 2, secondary: 0 });
  });

  it('knows that a protected cell is at least 1: five ones are told by a total of five', () => {
    expect(shown(protectTable(column([1, 1, 1, 1, 1], 5)).rows)).toBe('* / * / * / * / * / *');
  });

  it('hides the total when nothing else is left to hide', () => {
    expect(shown(protectTable(column([3, 0], 3)).rows)).toBe('* / 0 / *');
    expect(shown(protectTable(column([4, 0, 1], 5)).rows)).toBe('* / 0 / * / 5');
  });

  it('closes the way round by sex and by municipality at once', () => {
    const result = protectTable(
      withTotals([
        [3, 20],
        [15, 18],
        [30, 31],
      ]),
    );
    expect(shown(result.rows)).toBe('* * 23 / * * 33 / 30 31 61 / 48 69 117');
    expect(result).toMatchObject({ primary: 1, secondary: 3 });
  });

  it('hides another municipality rather than a total, also when the total was typed too low', () => {
    expect(shown(protectTable(column([3, 40], 20)).rows)).toBe('* / * / 20');
  });

  it('leaves a value without totals to stand by itself', () => {
    const result = protectTable({ rows: [[valueCell(3), valueCell(9)]], totalRow: false, totalColumn: false });
    expect(shown(result.rows)).toBe('* 9');
  });

  it('treats a total that is not published as no help to a reader', () => {
    const rows = [[valueCell(3)], [valueCell(9)], [NOT_REPORTED]];
    expect(shown(protectTable({ rows, totalRow: true, totalColumn: false }).rows)).toBe('* / 9 / .');
  });

  it('keeps a cell that came protected safe too', () => {
    const rows: Cell[][] = [[{ state: 'protected' }], [valueCell(9)], [valueCell(12)]];
    expect(protectTable({ rows, totalRow: true, totalColumn: false }).secondary).toBe(1);
  });

  it('refuses a table with rows of different length', () => {
    expect(() => protectTable({ rows: [[], [NOT_REPORTED]], totalRow: false, totalColumn: false })).toThrow(RangeError);
  });

  const cell = fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: 0, max: 9 }) },
    { weight: 1, arbitrary: fc.constant(null) },
  );
  const table = fc
    .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 2 }))
    .chain(([height, width]) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: height, maxLength: height }),
    );

  it('lets no protected cell be worked out, by trying every neighbouring table', () => {
    fc.assert(
      fc.property(table, (inner) => {
        const given = withTotals(inner);
        const { rows } = protectTable(given);
        expect(undetermined(inner, rows)).toEqual(hiddenKeys(rows));
      }),
      { numRuns: 300 },
    );
  });

  it('adds no cell that could be shown after all', () => {
    fc.assert(
      fc.property(table, (inner) => {
        const given = withTotals(inner);
        const { rows } = protectTable(given);
        const extra = hiddenKeys(rows).filter((key) => !isSmall(at(given.rows, key)));
        for (const key of extra) {
          const rest = new Set(hiddenKeys(rows).filter((other) => other !== key));
          expect(workedOutCells(given, (row, col) => rest.has(`${String(row)}:${String(col)}`)).length).toBeGreaterThan(
            0,
          );
        }
      }),
      { numRuns: 200 },
    );
  });

  it('touches nothing else: zero, empties and large values stay, and no small value is left', () => {
    fc.assert(
      fc.property(table, (inner) => {
        const given = withTotals(inner);
        const { rows } = protectTable(given);
        rows.forEach((row, r) => {
          row.forEach((cellNow, c) => {
            const before = given.rows[r]?.[c];
            if (cellNow.state !== 'protected') expect(cellNow).toEqual(before);
            expect(isSmall(cellNow)).toBe(false);
            if (before?.state !== 'value' || before.value === 0) expect(cellNow).toEqual(before);
          });
        });
        expect(protectTable(given)).toEqual(protectTable(given));
        if (!given.rows.flat().some((one) => isSmall(one))) expect(rows).toEqual(given.rows);
      }),
      { numRuns: 300 },
    );
  });

  it('holds for a whole country by sex', () => {
    const inner = Array.from({ length: 290 }, (_, index) => [(index * 7) % 23, (index * 5) % 19]);
    const given = withTotals(inner);
    const { rows } = protectTable(given);
    const hidden = new Set(hiddenKeys(rows));
    expect(workedOutCells(given, (row, col) => hidden.has(`${String(row)}:${String(col)}`))).toEqual([]);
  });
});

function at(rows: readonly (readonly Cell[])[], key: string): Cell {
  const [row, col] = key.split(':').map(Number);
  return rows[row ?? 0]?.[col ?? 0] ?? NOT_REPORTED;
}

function hiddenKeys(rows: readonly (readonly Cell[])[]): string[] {
  return rows.flatMap((row, r) =>
    row.flatMap((cell, c) => (cell.state === 'protected' ? [`${String(r)}:${String(c)}`] : [])),
  );
}

/**
 * The protected cells that have another number in some table a reader cannot tell from this one. Independent of the
 * rule under test: every change of −1, 0 or 1 in the protected inner cells is tried, the sums are computed anew, and a
 * shown sum must come out as shown. (Row and column sums form a network, so if any other table exists, one such does.)
 */
function undetermined(inner: readonly (readonly (number | null)[])[], rows: readonly (readonly Cell[])[]): string[] {
  const width = inner[0]?.length ?? 0;
  const places = inner.flatMap((row, r) =>
    row.flatMap((_, c) => (rows[r]?.[c]?.state === 'protected' ? [[r, c] as const] : [])),
  );
  const changed = new Set<string>();
  const before = withTotals(inner).rows;
  for (let code = 0; code < 3 ** places.length; code += 1) {
    const next = inner.map((row) => [...row]);
    let rest = code;
    for (const [r, c] of places) {
      const row = next[r];
      if (row) row[c] = (row[c] ?? 0) + (rest % 3) - 1;
      rest = Math.floor(rest / 3);
    }
    const after = withTotals(next).rows;
    let agrees = true;
    const differs: string[] = [];
    for (let r = 0; r <= inner.length && agrees; r += 1) {
      for (let c = 0; c <= width && agrees; c += 1) {
        const [was, now] = [before[r]?.[c], after[r]?.[c]];
        if (was?.state !== 'value' || now?.state !== 'value') continue;
        if (rows[r]?.[c]?.state === 'protected') {
          if (now.value < 1) agrees = false;
          else if (was.value !== now.value) differs.push(`${String(r)}:${String(c)}`);
        } else if (was.value !== now.value) agrees = false;
      }
    }
    if (agrees) differs.forEach((key) => changed.add(key));
  }
  return hiddenKeys(rows).filter((key) => changed.has(key));
}
