import { DEFAULT_WORDS, JUDGEMENTS, type Judgement, type PlanWords } from '@samhandling/domain';
import fc from 'fast-check';
import { buildCountyReport, COUNTY_REPORT_SECTIONS } from './county-report.ts';
import type { Block, BlockOf, CountyReport } from './model.ts';
import {
  activity,
  followUp,
  goal,
  indicator,
  NOT_APPLICABLE,
  NOT_REPORTED,
  PROTECTED,
  source,
  value,
} from './testing/example-source.ts';
import type { ReportSource } from './source.ts';

const blocksOf = (report: CountyReport, section?: string): Block[] =>
  report.sections.filter(({ id }) => section === undefined || id === section).flatMap(({ blocks }) => [...blocks]);
const kind = <Kind extends Block['kind']>(blocks: readonly Block[], wanted: Kind): BlockOf<Kind>[] =>
  blocks.filter((block): block is BlockOf<Kind> => block.kind === wanted);
const texts = (report: CountyReport, section: string): string => JSON.stringify(blocksOf(report, section));
const table = (report: CountyReport, caption: string): BlockOf<'table'> => {
  const found = kind(blocksOf(report), 'table').find(({ caption: { text } }) => text.startsWith(caption));
  if (!found) throw new Error(`No table ${caption}`);
  return found;
};
const rowsOf = (report: CountyReport, caption: string): string[][] =>
  table(report, caption).rows.map((row) => row.map(({ text }) => text));

const sample = source(
  [
    goal(1, 'within_reach', [
      activity('1.1/1', 'completed'),
      activity('1.1/2', 'needs_support', {
        followUp: followUp('needs_support', {
          supportNeeded: 'Beslut om lokal.',
          nextStep: 'Fråga ledningsgruppen',
          nextStepDate: '2026-02-12',
        }),
      }),
      activity('1.1/3', 'cancelled', {
        followUp: followUp('cancelled', { cancelReason: 'Görs nationellt.', cancelDecision: 'Beslut 9' }),
      }),
    ]),
    goal(2, null, [activity('2.1/1', 'on_track'), activity('2.1/2', null, { followUp: null })]),
  ],
  [
    indicator('1.1/1', value(9), { target: 8 }),
    indicator('1.1/2', value(9, { denominator: 12 }), { kind: 'share', unit: 'skolor', target: 80 }),
    indicator('2.1/1', value(12, { of: 2, reported: 1 }), {
      breakdown: 'municipality',
      target: 20,
      places: [
        { code: '9901', now: value(12), last: null },
        { code: '9902', now: NOT_REPORTED, last: null },
      ],
    }),
    indicator('2.1/2', PROTECTED, { smallNumberThreshold: 5, settled: false, target: 3 }),
  ],
);

describe('the county report', () => {
  const report = buildCountyReport(sample, 'sv');

  it('tells the year in facts', () => {
    const [lead] = kind(blocksOf(report, 'summary'), 'paragraph');
    expect(lead?.text).toBe(
      'Av 5 aktiviteter är 1 genomförd, 1 pågår enligt plan, 1 behöver stöd, 1 utgår och 1 är inte bedömd.',
    );
    expect(texts(report, 'summary')).toContain('Av 2 delmål bedöms 1 vara inom räckhåll, medan 1 inte är bedömt.');
    expect(texts(report, 'summary')).toContain(
      'Av 3 indikatorer med målvärde har 1 nått målet och 1 är nära målet. För 1 går det inte att säga.',
    );
    expect(texts(report, 'summary')).toContain(
      'Av 5 efterfrågade utfall har 4 rapporterats och 1 har inte rapporterats. Av de rapporterade är 1 skyddat och visas inte.',
    );
  });

  it('is a draft until adopted, and then carries who, when and the checksum', () => {
    expect(report).toMatchObject({
      isDraft: true,
      fileStem: 'Länsrapport 2025 Älvmarks län Samtal (utkast)',
      titlePage: { standing: 'Utkast 15 januari 2026' },
    });
    const adopted = buildCountyReport(
      {
        ...sample,
        standing: {
          kind: 'adopted',
          versionNumber: 2,
          adoptedAt: '2026-03-12T13:05:00.000Z',
          adoptedBy: 'Per',
          proposedBy: 'Petra',
        },
      },
      'sv',
      'ab'.repeat(32),
    );
    expect(adopted).toMatchObject({
      isDraft: false,
      titlePage: { notice: null, standing: 'Version 2, fastställd 12 mars 2026' },
    });
    expect(adopted.titlePage.facts).toContainEqual({ label: 'Kontrollsumma (SHA-256)', value: 'ab'.repeat(32) });
    expect(adopted.titlePage.facts).toContainEqual({ label: 'Diarienummer', value: '12-2024' });
  });

  it('says what needs support and what was cancelled, and why', () => {
    expect(rowsOf(report, 'Stöd som behövs')).toEqual([
      ['1.1/2', 'Länsstyrelsen', 'Beslut om lokal.', 'Fråga ledningsgruppen (12 februari 2026)'],
    ]);
    expect(rowsOf(report, 'Det som utgår')).toEqual([['1.1/3', 'Länsstyrelsen', 'Görs nationellt.', 'Beslut 9']]);
  });

  it('never gives a percentage without its denominator, and says how many stand behind a figure', () => {
    const [first, second] = rowsOf(report, 'Utfall, delmål 1');
    expect(first).toEqual(['1.1/1 Antal samtal 1.1/1.', 'samtal', '9', 'minst 8', 'Nått']);
    expect(second?.slice(1)).toEqual(['andel av skolor', '75\u00a0% (9 av 12)', 'minst 80\u00a0%', 'Nära']);
    expect(rowsOf(report, 'Utfall, delmål 2')).toEqual([
      ['2.1/1 Antal samtal 2.1/1.', 'samtal', '12 (1 av 2 kommuner)', 'minst 20', 'Går inte att säga'],
      ['2.1/2 Antal samtal 2.1/2.\u00a0*', 'samtal', 'Skyddat', '–', '–'],
    ]);
  });

  it('uses the words of the plan, and speaks English', () => {
    const own: PlanWords = {
      ...DEFAULT_WORDS.sv,
      goal: {
        one: 'insatsområde',
        theOne: 'insatsområdet',
        many: 'insatsområden',
        theMany: 'insatsområdena',
        gender: 't',
      },
      activity: { one: 'insats', theOne: 'insatsen', many: 'insatser', theMany: 'insatserna', gender: 'n' },
    };
    const renamed = JSON.stringify(
      buildCountyReport({ ...sample, plan: { ...sample.plan, words: { ...sample.plan.words, sv: own } } }, 'sv'),
    );
    expect(renamed).toContain('Insatsområde 1');
    expect(renamed).not.toMatch(/delmål|aktivitet/i);
    const english = JSON.stringify(
      buildCountyReport({ ...sample, plan: { ...sample.plan, title: 'The plan' }, goals: [], indicators: [] }, 'en')
        .sections,
    );
    expect(english).not.toMatch(/[åäö]/i);
  });

  it('keeps the code of a goal as it is printed, and puts no full stop in the middle of a sentence', () => {
    const coded = buildCountyReport(
      source(
        [
          {
            ...goal(1, null, [
              activity('1.1/1', 'needs_support', {
                followUp: followUp('needs_support', {
                  supportNeeded: 'Lokal.',
                  nextStep: 'Fråga ledningsgruppen.',
                  nextStepDate: '2026-02-12',
                }),
              }),
            ]),
            code: 'F',
          },
        ],
        [indicator('1.1/1', value(1)), indicator('1.1/1', value(2), { id: 'two' })],
      ),
      'sv',
    );
    expect(table(coded, 'Stöd som behövs').caption.text).toBe('Stöd som behövs, delmål F');
    expect(JSON.stringify(coded)).not.toContain('delmål f');
    expect(rowsOf(coded, 'Stöd som behövs')[0]?.[3]).toBe('Fråga ledningsgruppen (12 februari 2026).');
    const outcomes = kind(blocksOf(coded, 'activities'), 'facts').flatMap(({ items }) =>
      items.map(({ value: text }) => text),
    );
    expect(outcomes).toContain('Antal samtal 1.1/1: 1\nAntal samtal 1.1/1: 2\u00a0samtal');
  });

  it('says in words that nothing is there, and that there is no earlier round', () => {
    const words: PlanWords = {
      ...DEFAULT_WORDS.sv,
      activity: { one: 'uppdrag', theOne: 'uppdraget', many: 'uppdrag', theMany: 'uppdragen', gender: 't' },
    };
    const quiet = source([goal(1, null, [activity('1.1/1', 'on_track')])], []);
    const said = JSON.stringify(
      buildCountyReport({ ...quiet, plan: { ...quiet.plan, words: { ...quiet.plan.words, sv: words } } }, 'sv'),
    );
    expect(said).toContain('Inget uppdrag har bedömts behöva stöd.');
    expect(said).toContain('Inget uppdrag utgår.');
    expect(said).toContain('ingen tidigare omgång att jämföra med');
    const later = { ...quiet, lastRound: { label: '2024', from: '2024-01-01', to: '2024-12-31' } };
    expect(JSON.stringify(buildCountyReport(later, 'sv'))).not.toContain('ingen tidigare omgång');
  });

  it('gives the direction of a target to the figures', () => {
    const directions = buildCountyReport(
      source(
        [goal(1, null, [activity('1.1/1', 'on_track')])],
        [
          indicator('1.1/1', value(1), { target: 8 }),
          indicator('1.1/1', value(1), { id: 'down', target: 8, direction: 'down' }),
          indicator('1.1/1', value(1), { id: 'proposal', target: 8, settled: false }),
        ],
      ),
      'sv',
    ).figures.rows.map(({ targetDirection }) => targetDirection);
    expect(directions).toEqual(['minst', 'högst', '']);
  });

  it('numbers headings and captions in reading order', () => {
    const headings = kind(blocksOf(report), 'heading');
    expect(headings.filter(({ level }) => level === 1).map(({ number, text }) => `${number} ${text}`)).toEqual([
      '1 Sammanfattning',
      '2 Lägesbedömning',
      '3 Delmålen',
      '4 Metod och källor',
      'A Alla aktiviteter',
      'B Utfall per kommun',
    ]);
    expect(headings.find(({ text }) => text.startsWith('Delmål 2:'))?.number).toBe('3.2');
    const labels = kind(blocksOf(report), 'table').map(({ caption: { label } }) => label);
    expect(labels).toEqual(labels.map((_, index) => `Tabell ${index + 1}`));
  });

  it('lists every section once, and nothing that is not declared', () => {
    expect(report.sections.map(({ id }) => id)).toEqual(
      COUNTY_REPORT_SECTIONS.map(({ id }) => id).filter((id) => id !== 'changes'),
    );
  });
});

const anyJudgement = fc.option(fc.constantFrom(...JUDGEMENTS), { nil: null });
const anyCell = fc.oneof(
  fc.nat({ max: 400 }).map((number) => value(number)),
  fc.constantFrom(NOT_REPORTED, NOT_APPLICABLE, PROTECTED),
);
const anySource = fc
  .array(
    fc.record({
      judgements: fc.array(anyJudgement, { maxLength: 6 }),
      cells: fc.array(anyCell, { maxLength: 4 }),
      judged: fc.constantFrom('secured' as const, 'at_risk' as const, null),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((goals): ReportSource =>
    source(
      goals.map(({ judgements, judged }, index) =>
        goal(
          index + 1,
          judged,
          judgements.map((judgement: Judgement | null, place) => activity(`${index + 1}.1/${place + 1}`, judgement)),
        ),
      ),
      goals.flatMap(({ judgements, cells }, index) =>
        judgements.length === 0
          ? []
          : cells.map((now, place) => indicator(`${index + 1}.1/1`, now, { id: `${index}-${place}`, target: 10 })),
      ),
    ),
  );

describe('any county report', () => {
  it('says in its sentences what its tables add up to', () => {
    fc.assert(
      fc.property(anySource, (facts) => {
        const report = buildCountyReport(facts, 'sv');
        const rows = rowsOf(report, 'Aktiviteter efter läge, per delmål').map((row) => row.slice(1).map(Number));
        const [totals, ...goals] = [rows.at(-1) ?? [], ...rows.slice(0, -1)];
        expect(totals).toEqual(totals.map((_, column) => goals.reduce((sum, row) => sum + (row[column] ?? 0), 0)));
        for (const row of rows) expect(row.at(-1)).toBe(row.slice(0, -1).reduce((sum, one) => sum + one, 0));
        const all = facts.goals.flatMap(({ areas }) => areas.flatMap(({ activities }) => [...activities]));
        expect(totals.at(-1)).toBe(all.length);
        const lead = kind(blocksOf(report, 'summary'), 'paragraph')[0]?.text ?? '';
        const numbers = (lead.match(/\d+/g) ?? []).map(Number);
        if (/^Av /.test(lead)) expect(numbers.slice(1).reduce((sum, one) => sum + one, 0)).toBe(numbers[0]);
        const kinds = rowsOf(report, 'Tomma värden betyder olika saker').map((row) => Number(row[2]));
        const [asked, reported, missing] = (
          rowsOf(report, 'Vad som är rapporterat').find(([name]) => name === 'Utfall') ?? []
        )
          .slice(1)
          .map((text) => Number(text.replace(/\s/g, '')));
        expect((reported ?? 0) + (missing ?? 0)).toBe(asked);
        expect(missing).toBe(kinds[0]);
        expect((asked ?? 0) + (kinds[2] ?? 0)).toBe(facts.indicators.length);
      }),
    );
  });

  it('is never green where nothing is known, and gives the same to the letter twice', () => {
    fc.assert(
      fc.property(anySource, (facts) => {
        const report = buildCountyReport(facts, 'sv');
        expect(JSON.stringify(buildCountyReport(structuredClone(facts), 'sv'))).toBe(JSON.stringify(report));
        const cells = kind(blocksOf(report), 'table').flatMap(({ rows }) => rows.flat());
        for (const cell of cells.filter(({ text }) => text.includes('Inte bedömd')))
          expect(cell.tone).toBe('not_judged');
        const unknown = report.figures.rows.filter(({ now }) => now.state !== 'value');
        for (const row of unknown) {
          expect(row.now.value).toBeNull();
          expect(row.targetStatus).toBe('Går inte att säga');
        }
      }),
    );
  });

  it('has an alternative text with every number its charts show', () => {
    fc.assert(
      fc.property(anySource, (facts) => {
        for (const chart of kind(blocksOf(buildCountyReport(facts, 'sv')), 'chart')) {
          chart.series.forEach(({ name, values }) =>
            values.forEach((number, index) => {
              if (number)
                expect(chart.altText.split('. ')[index]).toContain(`${name.toLocaleLowerCase('sv')} ${number}`);
            }),
          );
        }
      }),
    );
  });
});
