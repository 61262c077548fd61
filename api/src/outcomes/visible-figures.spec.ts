import fc from 'fast-check';
import { visibleFigures, type FigureDefinition, type StoredFigure } from './visible-figures.ts';

const COUNTED: FigureDefinition = {
  kind: 'count',
  breakdown: 'municipality',
  bySex: false,
  combinePlaces: 'sum',
  smallNumberThreshold: 5,
};
const PLACES = ['0001', '0002', '0003', '0004'];

function figure(municipalityCode: string | null, value: number, more: Partial<StoredFigure> = {}): StoredFigure {
  return { municipalityCode, sex: 'total', state: 'value', value, denominator: null, day: null, text: '', ...more };
}

function shown(
  definition: FigureDefinition,
  stored: readonly StoredFigure[],
  sees?: (place: string | null) => boolean,
): string {
  const figures = visibleFigures(definition, PLACES, stored, sees);
  const word = (display: ReturnType<typeof figures.cell>): string =>
    display.state === 'value'
      ? `${display.value}${display.denominator === null ? '' : `/${display.denominator}`}`
      : { protected: '*', not_reported: '.', not_applicable: '-' }[display.state];
  return `${PLACES.map((place) => word(figures.cell(place, 'total'))).join(' ')} = ${word(figures.combined)}`;
}

const column = (...values: (number | null)[]): StoredFigure[] =>
  values.flatMap((value, index) => (value === null ? [] : [figure(PLACES[index] ?? null, value)]));

describe('visible figures', () => {
  it('protects a small value and one more, so that the combined figure does not tell', () => {
    expect(shown(COUNTED, column(3, 40, 12, 0))).toBe('* 40 * 0 = 55');
  });

  it('protects the combined figure when there is nothing else to take along', () => {
    expect(shown(COUNTED, column(3, 0, null, 0))).toBe('* 0 . 0 = *');
  });

  it('protects nothing without a threshold, and never milestones, texts or the number of places', () => {
    expect(shown({ ...COUNTED, smallNumberThreshold: null }, column(3, 40, 12, 0))).toBe('3 40 12 0 = 55');
    expect(shown({ ...COUNTED, kind: 'milestone' }, column(1, 1, 0, null))).toBe('1 1 0 . = 2');
    expect(shown({ ...COUNTED, combinePlaces: 'count_yes' }, column(3, 40, 0, null))).toBe('* 40 0 . = 2');
  });

  it('treats a mean as the sum it gives away', () => {
    expect(shown({ ...COUNTED, combinePlaces: 'mean' }, column(3, 41, 12, 0))).toBe('* 41 * 0 = 14');
  });

  it('protects a share when few did, when few did not, and when few were asked', () => {
    const share: FigureDefinition = { ...COUNTED, kind: 'share' };
    const of = (place: string, value: number, denominator: number): StoredFigure =>
      figure(place, value, { denominator });
    expect(shown(share, [of('0001', 2, 50), of('0002', 30, 60), of('0003', 40, 90)])).toBe('* * 40/90 . = 72/200');
    expect(shown(share, [of('0001', 48, 50), of('0002', 30, 60), of('0003', 40, 90)])).toBe('* * 40/90 . = 118/200');
    expect(shown(share, [of('0001', 0, 3), of('0002', 30, 60), of('0003', 40, 90)])).toBe('* * 40/90 . = 70/153');
    expect(shown(share, [of('0002', 30, 60), of('0003', 40, 90)])).toBe('. 30/60 40/90 . = 70/150');
  });

  it('protects women and men against their total, and the total against the places', () => {
    const bySex: FigureDefinition = { ...COUNTED, bySex: true };
    const stored = [
      figure('0001', 3, { sex: 'women' }),
      figure('0001', 20, { sex: 'men' }),
      figure('0001', 23),
      figure('0002', 30, { sex: 'women' }),
      figure('0002', 20, { sex: 'men' }),
      figure('0002', 50),
    ];
    const figures = visibleFigures(bySex, PLACES, stored);
    expect((['women', 'men', 'total'] as const).map((sex) => figures.cell('0001', sex).state)).toEqual([
      'protected',
      'protected',
      'value',
    ]);
    expect((['women', 'men', 'total'] as const).map((sex) => figures.cell('0002', sex).state)).toEqual([
      'protected',
      'protected',
      'value',
    ]);
    expect(figures.combined).toMatchObject({ state: 'value', value: 73 });
  });

  it('keeps how many have reported, also where the figure is protected', () => {
    const { combined } = visibleFigures(COUNTED, PLACES, [
      ...column(3, 0),
      figure('0004', 0, { state: 'not_applicable', value: null }),
    ]);
    expect(combined).toEqual({ state: 'protected', of: 3, reported: 2 });
  });

  it('shows the places a reader may enter as stored, and the combined figure to one who may enter all', () => {
    expect(shown(COUNTED, column(3, 0, null, 0), (place) => place === '0001')).toBe('3 0 . 0 = *');
    expect(shown(COUNTED, column(3, 0, null, 0), () => true)).toBe('3 0 . 0 = 3');
  });

  it('says not applicable of the whole only when every place said so', () => {
    const notApplicable = PLACES.map((place) => figure(place, 0, { state: 'not_applicable', value: null }));
    expect(shown(COUNTED, notApplicable)).toBe('- - - - = -');
    expect(shown(COUNTED, notApplicable.slice(1))).toBe('. - - - = .');
  });

  it('leaves no small value that sums give away, whatever the table', () => {
    const place = fc.record({ women: fc.nat(12), men: fc.nat(12), isReported: fc.boolean() });
    fc.assert(
      fc.property(fc.array(place, { minLength: 4, maxLength: 4 }), (rows) => {
        const stored = rows.flatMap(({ women, men, isReported }, index) =>
          isReported
            ? [
                figure(PLACES[index] ?? null, women, { sex: 'women' }),
                figure(PLACES[index] ?? null, men, { sex: 'men' }),
                figure(PLACES[index] ?? null, women + men),
              ]
            : [],
        );
        const figures = visibleFigures({ ...COUNTED, bySex: true }, PLACES, stored);
        const unknowns = stored.filter(
          ({ municipalityCode, sex }) => figures.cell(municipalityCode, sex).state === 'protected',
        );
        const isTotalHidden = figures.combined.state === 'protected';
        const name = ({ municipalityCode, sex }: StoredFigure): string => `${municipalityCode} ${sex}`;
        const names = [...unknowns.map(name), ...(isTotalHidden ? ['combined'] : [])];
        const equation = (plus: readonly StoredFigure[], minus: string): number[] =>
          names.map((each) => (each === minus ? -1 : plus.some((part) => name(part) === each) ? 1 : 0));
        const equations = [
          equation(
            stored.filter(({ sex }) => sex === 'total'),
            'combined',
          ),
          ...PLACES.map((code) =>
            equation(
              stored.filter(({ municipalityCode, sex }) => municipalityCode === code && sex !== 'total'),
              `${code} total`,
            ),
          ),
        ];
        for (const small of stored.filter(({ value }) => value !== null && value > 0 && value < 5)) {
          expect(names).toContain(name(small));
          expect(isSolved(equations, names.indexOf(name(small)))).toBe(false);
        }
      }),
      { numRuns: 300 },
    );
  });
});

/** True when the equations alone fix the unknown at `column`: its unit vector is a combination of their rows. */
function isSolved(equations: readonly (readonly number[])[], column: number): boolean {
  const unit = (equations[0] ?? []).map((_, index) => (index === column ? 1 : 0));
  return rank(equations) === rank([...equations, unit]);
}

function rank(matrix: readonly (readonly number[])[]): number {
  const rows = matrix.map((row) => [...row]);
  let found = 0;
  for (let column = 0; column < (rows[0]?.length ?? 0); column += 1) {
    const pivot = rows.findIndex((row, index) => index >= found && Math.abs(row[column] ?? 0) > 1e-9);
    if (pivot < 0) continue;
    const [row] = rows.splice(pivot, 1);
    if (!row) continue;
    rows.splice(found, 0, row);
    rows.forEach((other, index) => {
      if (index === found) return;
      const factor = (other[column] ?? 0) / (row[column] ?? 1);
      row.forEach((value, at) => (other[at] = (other[at] ?? 0) - factor * value));
    });
    found += 1;
  }
  return found;
}
