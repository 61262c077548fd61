import { JUDGEMENTS, countJudgements } from '@samhandling/domain';
import fc from 'fast-check';
import { type JudgementsBar, addsUp, keysIn, layoutJudgements } from './judgements-layout.ts';

const say = { judgement: (key: string) => key, total: (count: number) => `${String(count)} aktiviteter` };
const bars = fc.array(
  fc
    .array(fc.constantFrom(...JUDGEMENTS, null), { minLength: 1, maxLength: 40 })
    .map((judgements): JudgementsBar => ({ name: 'Delmål', counts: countJudgements(judgements) })),
  { minLength: 1, maxLength: 8 },
);

describe('layoutJudgements', () => {
  it('draws every activity once, inside the drawing, in the same order in every bar', () => {
    fc.assert(
      fc.property(bars, fc.integer({ min: 240, max: 1200 }), (given, width) => {
        const layout = layoutJudgements(given, width, say);
        for (const [index, row] of layout.rows.entries()) {
          expect(row.parts.reduce((sum, part) => sum + part.count, 0)).toBe(given[index]?.counts.total);
          expect(row.parts.map((part) => part.key)).toEqual(
            keysIn(given).filter((key) => row.parts.some((part) => part.key === key)),
          );
          for (const [place, part] of row.parts.entries()) {
            const before = row.parts[place - 1];
            if (before) expect(part.x).toBeGreaterThanOrEqual(before.x + before.width - 2);
            expect(part.x + part.width).toBeLessThanOrEqual(width);
          }
          expect(row.barY + layout.barHeight).toBeLessThanOrEqual(layout.height);
        }
      }),
    );
  });

  it('shares one scale, so that length is number', () => {
    const [long, short] = layoutJudgements(
      [
        { name: 'A', counts: countJudgements(['completed', 'completed', 'completed', 'completed']) },
        { name: 'B', counts: countJudgements(['completed']) },
      ],
      402,
      say,
    ).rows;
    expect((long?.parts[0]?.width ?? 0) + 3).toBeCloseTo(4 * ((short?.parts[0]?.width ?? 0) + 3));
  });

  it('names only judgements that are there, and leaves out figures that do not fit', () => {
    const many = Array.from({ length: 200 }, () => 'completed' as const);
    const layout = layoutJudgements([{ name: 'A', counts: countJudgements([...many, null]) }], 320, say);
    expect(layout.legend.map((entry) => entry.key)).toEqual(['completed', 'not_judged']);
    expect(layout.rows[0]?.parts.map((part) => part.labelled)).toEqual([true, false]);
  });
});

it('knows counts that do not add up', () => {
  const counts = countJudgements(['completed', null]);
  expect(addsUp(counts)).toBe(true);
  expect(addsUp({ ...counts, total: 3 })).toBe(false);
});
