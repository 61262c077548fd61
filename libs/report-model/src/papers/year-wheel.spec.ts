import { addDays, YEAR_ENTRY_KINDS } from '@samhandling/domain';
import fc from 'fast-check';
import type { BlockOf, Paper } from '../model.ts';
import { buildPaper } from './frame.ts';
import { YEAR_WHEEL, YEAR_WHEEL_FORM, type YearEntryFacts, type YearWheelFacts } from './year-wheel.ts';

const entry = (number: number, from: string, title = 'Beredningsgruppen'): YearEntryFacts => ({
  key: String(number),
  kind: YEAR_ENTRY_KINDS[number % YEAR_ENTRY_KINDS.length] ?? 'meeting',
  from,
  to: from,
  number,
  title,
  isCancelled: false,
  startsAt: null,
  state: '',
  detail: '',
});
const paperOf = (entries: readonly YearEntryFacts[], locale: 'sv' | 'en' = 'sv'): Paper =>
  buildPaper<YearWheelFacts>(
    YEAR_WHEEL,
    {
      form: YEAR_WHEEL_FORM,
      county: { code: '99', name: 'Älvmarks län' },
      standing: { kind: 'draft', madeAt: '2026-05-12T10:00:00.000Z' },
      plan: 'Handlingsplan',
      year: 2026,
      today: '2026-05-12',
      entries,
    },
    locale,
  );
/** So many, spread over the year as evenly as days go. */
const year = (count: number, title?: string): YearEntryFacts[] =>
  Array.from({ length: count }, (_, at) => entry(at + 1, addDays('2026-01-01', Math.floor((at * 365) / count)), title));
const tables = ({ sections }: Paper): BlockOf<'table'>[] =>
  sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table'));
const svgOf = ({ sections }: Paper): string => {
  const picture = sections.flatMap(({ blocks }) => blocks).find((block) => block.kind === 'picture');
  return picture?.kind === 'picture' ? picture.svg : '';
};

describe('the year wheel on paper', () => {
  it('has words around the wheel and one list for few, and the bare wheel with two lists for a whole year', () => {
    const few = paperOf(year(10));
    expect(few.layout).toMatchObject({ size: 'a3', firstBeside: 66 });
    expect(tables(few)).toHaveLength(1);
    expect(svgOf(few)).toContain('1. 1 januari');
    for (const count of [40, 80]) {
      const many = paperOf(year(count, 'Utbildning i tillsyn för nya handläggare'));
      expect({ count, ...many.layout }).toMatchObject({ count, firstBeside: 52 });
      expect(many.layout).not.toHaveProperty('besideOthers');
      expect(tables(many).map(({ isDense }) => isDense)).toEqual([true, true]);
      expect(svgOf(many)).not.toContain('januari');
    }
  });

  it('gives the list a page of its own, under the names of its months, when it does not stand beside the wheel', () => {
    const paper = paperOf(year(120), 'en');
    expect(paper.layout).toMatchObject({ besideOthers: 4 });
    const headings = paper.sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'heading'));
    expect(headings.map(({ text }) => text)).toEqual([
      'January–March',
      'April–June',
      'July–September',
      'October–December',
    ]);
  });

  it('lists everything once and in order, however it is spread', () => {
    const days = fc.array(fc.integer({ min: 0, max: 364 }), { maxLength: 150 });
    fc.assert(
      fc.property(days, fc.boolean(), (given, isLong) => {
        const title = isLong ? 'Arbetsgruppen för vuxna med beroende- och hälsoproblem' : 'Samråd';
        const entries = given
          .toSorted((a, b) => a - b)
          .map((day, at) => entry(at + 1, addDays('2026-01-01', day), title));
        const paper = paperOf(entries);
        const numbers = tables(paper).flatMap(({ rows }) => rows.map(([number]) => Number(number?.text)));
        expect(numbers).toEqual(entries.map(({ number }) => number));
        expect(tables(paper).length).toBeLessThanOrEqual(4);
      }),
      { numRuns: 60 },
    );
  });

  it('has no two labels over each other', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 364 }), { minLength: 1, maxLength: 30 }), (given) => {
        const entries = given
          .toSorted((a, b) => a - b)
          .map((day, at) => entry(at + 1, addDays('2026-01-01', day), 'Länsenkäten om ungas levnadsvanor'));
        const lines = [
          ...svgOf(paperOf(entries)).matchAll(
            /<text x="(-?[\d.]+)" y="(-?[\d.]+)" text-anchor="(start|end)" font-size="17"/g,
          ),
        ]
          .map(([, x, y]) => ({ side: Math.sign(Number(x)), y: Number(y) }))
          .toSorted((a, b) => a.side - b.side || a.y - b.y);
        const gaps = lines
          .slice(1)
          .flatMap((line, at) => (line.side === lines[at]?.side ? [line.y - lines[at].y] : []));
        for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual(18.9);
      }),
    );
  });
});
