import fc from 'fast-check';
import { EVENT_COLUMNS } from '@samhandling/contracts';
import { guessColumns, pastedRows, withColumn } from './paste-table.ts';

const known = {
  today: '2026-03-12',
  kinds: ['Nätverksträff', 'Utbildning'],
  municipalities: ['Granåsa', 'Ödeby'],
  organisations: ['Region Prov', 'Polisen'],
};

/** As Excel puts cells on the clipboard. */
function copied(rows: readonly (readonly string[])[]): string {
  const cell = (text: string): string => (/["\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((row) => row.map(cell).join('\t')).join('\r\n');
}

describe('pastedRows', () => {
  it('reads what Excel copies, line breaks and quotes within cells too', () => {
    expect(pastedRows('Datum\tRubrik\r\n12/3\t"Två\nrader"\r\n13/3\t"Sa ""nu"""\r\n\t\r\n')).toEqual([
      ['Datum', 'Rubrik'],
      ['12/3', 'Två\nrader'],
      ['13/3', 'Sa "nu"'],
    ]);
  });

  it('reads semicolons where there are no tabs', () => {
    expect(pastedRows('\ufeffdag;typ\n12/3;"a;b"\n1/2')).toEqual([
      ['dag', 'typ'],
      ['12/3', 'a;b'],
      ['1/2', ''],
    ]);
  });

  it('gives back what was copied', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'ö', '"', '\t', '\n', ';', ' '), maxLength: 6 });
    const cell = text.map((one) => `x${one}x`);
    const table = fc
      .integer({ min: 2, max: 4 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
      );
    fc.assert(fc.property(table, (rows) => expect(pastedRows(copied(rows))).toEqual(rows)));
  });

  it('has nothing to say about nothing', () => {
    expect(pastedRows('')).toEqual([]);
    expect(pastedRows('\n\t\n')).toEqual([]);
  });
});

describe('guessColumns', () => {
  it('goes by the headings', () => {
    const guessed = guessColumns(
      [
        ['Datum', 'Typ av händelse', 'Aktivitet', 'Antal deltagare', 'Något annat'],
        ['12/3', 'Nätverksträff', '2.2/5', '12', 'x'],
      ],
      known,
    );
    expect(guessed.columns).toEqual(['day', 'kind', 'activities', 'participants', null]);
    expect(guessed.headings).toHaveLength(5);
    expect(guessed.rows).toHaveLength(1);
  });

  it('goes by the contents when there are no headings', () => {
    const guessed = guessColumns(
      [
        ['2026-02-01', 'utbildning', '2.2/5, 3.1/2', 'Granåsa, Ödeby', '1 200', 'Polisen'],
        ['12/3', 'Nätverksträff', '1.1/1', 'Ödeby', '8', 'Region Prov'],
      ],
      known,
    );
    expect(guessed.headings).toEqual([]);
    expect(guessed.rows).toHaveLength(2);
    expect(guessed.columns).toEqual(['day', 'kind', 'activities', 'municipalities', 'participants', 'organisations']);
  });

  it('never says that two columns are the same thing', () => {
    const cell = fc.constantFrom('', '12/3', '2.2/5', 'Utbildning', 'Ödeby', '12', 'Datum', 'Deltagare', 'hej');
    const table = fc.array(fc.array(cell, { minLength: 5, maxLength: 5 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(table, (rows) => {
        const { columns, headings, rows: body } = guessColumns(rows, known);
        const claimed = columns.filter((column) => column !== null);
        expect(new Set(claimed).size).toBe(claimed.length);
        expect(body.length + (headings.length > 0 ? 1 : 0)).toBe(rows.length);
      }),
    );
  });
});

describe('withColumn', () => {
  it('moves a thing from the column it was in', () => {
    expect(withColumn(['day', 'kind', null], 2, 'day')).toEqual([null, 'kind', 'day']);
    expect(withColumn(['day', null, null], 0, null)).toEqual([null, null, null]);
  });

  it('keeps each thing in one place at most', () => {
    const column = fc.option(fc.constantFrom(...EVENT_COLUMNS));
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...EVENT_COLUMNS)), fc.nat(7), column, (columns, at, chosen) => {
        const after = withColumn(columns, at % Math.max(1, columns.length), chosen).filter((one) => one !== null);
        expect(new Set(after).size).toBe(after.length);
      }),
    );
  });
});
