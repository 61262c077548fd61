import { jest } from '@jest/globals';
import { REPORT_FORMATS, type ReportFormat } from '@samhandling/contracts';
import { buildCountyReport, type Block, type ReportSource } from '@samhandling/report-model';
import { strFromU8, unzipSync } from 'fflate';
import { renderReport } from '../../api/src/reports/files/render.ts';
import { demoReportSource } from '../support/demo-report.ts';

const SHA = 'c0ffee00'.repeat(8);
const ADOPTED = {
  kind: 'adopted',
  versionNumber: 1,
  adoptedAt: '2026-03-12T13:05:00.000Z',
  adoptedBy: 'Per Planerare',
  proposedBy: 'Petra Planerare',
} as const;

const parts = async (source: ReportSource, format: 'docx' | 'xlsx'): Promise<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(unzipSync(await renderReport(source, format, 'sv', null))).map(([name, bytes]) => [
      name,
      strFromU8(bytes),
    ]),
  );
const blocksOf = (source: ReportSource): readonly Block[] =>
  buildCountyReport(source, 'sv').sections.flatMap(({ blocks }) => [...blocks]);
const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** The same plan with every text that people write replaced. */
function written(source: ReportSource, text: string): ReportSource {
  return {
    ...source,
    plan: { ...source.plan, title: text },
    goals: source.goals.map((goal) => ({
      ...goal,
      title: text,
      text,
      areas: goal.areas.map((area) => ({
        ...area,
        title: text,
        activities: area.activities.map((activity) => ({
          ...activity,
          text,
          responsible: [text],
          followUp: activity.followUp && { ...activity.followUp, done: text, supportNeeded: text },
        })),
      })),
    })),
    indicators: source.indicators.map((indicator) => ({ ...indicator, text, unit: text })),
  };
}

describe('the files of a report', () => {
  const source = demoReportSource(ADOPTED);

  it.each(REPORT_FORMATS)('are the same to the byte whenever they are made: %s', async (format: ReportFormat) => {
    const first = await renderReport(source, format, 'sv', SHA);
    await renderReport(demoReportSource(), format, 'en', null);
    jest.useFakeTimers({
      now: new Date('2031-07-01T10:00:00Z'),
      doNotFake: [
        'nextTick',
        'setImmediate',
        'clearImmediate',
        'setTimeout',
        'clearTimeout',
        'setInterval',
        'clearInterval',
        'queueMicrotask',
        'performance',
        'hrtime',
      ],
    });
    try {
      const later = await renderReport(structuredClone(source), format, 'sv', SHA);
      expect(later.equals(first)).toBe(true);
    } finally {
      jest.useRealTimers();
    }
  });

  it('hold a Word document made to be edited', async () => {
    const docx = await parts(source, 'docx');
    const document = docx['word/document.xml'] ?? '';
    const blocks = blocksOf(source);
    const of = (kind: Block['kind']): number => blocks.filter((block) => block.kind === kind).length;
    expect(count(document, /<w:pStyle w:val="Heading[1-4]"\/>/g)).toBe(of('heading'));
    expect(count(document, /<w:tblHeader\/>/g)).toBe(of('table'));
    expect(count(document, /SEQ Tabell/g)).toBe(of('table'));
    expect(count(document, /SEQ Diagram/g)).toBe(of('chart'));
    expect(count(document, /<wp:docPr [^>]*descr="[^"]{10,}/g)).toBe(of('chart'));
    expect(Object.keys(docx).filter((name) => /^word\/charts\/chart\d+\.xml$/.test(name)).length).toBe(of('chart'));
    expect(Object.keys(docx).filter((name) => name.endsWith('.xlsx')).length).toBe(of('chart'));
    expect(document).toMatch(/<w:instrText[^>]*>TOC /);
    expect(docx['word/styles.xml']).toContain('<w:lang w:val="sv-SE"');
    expect(docx['docProps/core.xml']).toContain('<dc:title>Länsrapport 2025, ');
    expect(docx['docProps/core.xml']).toMatch(/<dcterms:created[^>]*>2026-03-12T13:05:00Z</);
    expect(Object.values(docx).join('')).not.toMatch(/lang="en-US"/);
  });

  it('hold a PDF that is tagged, titled and in Swedish', async () => {
    const pdf = (await renderReport(source, 'pdf', 'sv', SHA)).toString('latin1');
    expect(pdf).toMatch(/\/MarkInfo\s*<<\s*\/Marked true/);
    expect(pdf).toContain('/Lang (sv-SE)');
    expect(pdf).toMatch(/pdfuaid:part[>="]+1/);
    expect(pdf).toContain('/DisplayDocTitle true');
    expect(pdf).toContain('/Outlines');
    expect(pdf).not.toContain('/URI');
  });

  it('hold a workbook where numbers are numbers and states are words', async () => {
    const xlsx = await parts(source, 'xlsx');
    const sheet = xlsx['xl/worksheets/sheet1.xml'] ?? '';
    const numbers = buildCountyReport(source, 'sv').figures.rows.filter(
      ({ now, isNumber }) => isNumber && now.value !== null,
    );
    expect(numbers.length).toBeGreaterThan(20);
    for (const { now } of numbers) expect(sheet).toContain(`<v>${now.value}</v>`);
    expect(Object.values(xlsx).join('')).toContain('Inte rapporterat');
    expect(xlsx['xl/workbook.xml']).toMatch(/name="Utfall".*name="Per kommun".*name="Läge".*name="Om filen"/s);
  });

  it.each([
    [
      'markup of the typesetter',
      '#panic("nej") $x^2$ *fet* _kursiv_ @ref <etikett> \\u{41} // slut /* [ ] { } `kod` = Rubrik',
    ],
    ['markup of the office', '</w:t><w:br/>]]><!-- &amp; &#0; "citat" \'enkla\''],
    [
      'characters the typeface lacks',
      'Emoji 🎉👩‍👩‍👧, kinesiska 漢字, arabiska سلام, privat \ue123, styrtecken \u0007\u001b, nollbredd \u200b\u2060\ufeff',
    ],
    ['a formula', "=cmd|'/C calc'!A0"],
    ['a very long word', 'Regionsamverkansuppföljningsindikatorbeskrivning'.repeat(8)],
    ['line ends of all kinds', 'Första raden\r\nAndra raden\n\n\nSista raden\t med tabb'],
  ])('come out whatever people write: %s', async (_, text) => {
    for (const format of REPORT_FORMATS)
      expect((await renderReport(written(source, text), format, 'sv', null)).length).toBeGreaterThan(1000);
  });

  it('come out for a plan without anything in it, and for a county of 49 municipalities', async () => {
    const empty: ReportSource = {
      ...source,
      goals: [],
      indicators: [],
      municipalities: [],
      valueSources: [],
      lastRound: null,
    };
    const names = Array.from({ length: 49 }, (_, index) => ({
      code: String(1400 + index),
      name: `Kommun nummer ${index + 1}`,
    }));
    const large: ReportSource = {
      ...source,
      municipalities: names,
      indicators: source.indicators.map((indicator) =>
        indicator.breakdown === 'municipality'
          ? {
              ...indicator,
              places: names.map(({ code }, index) => ({
                code,
                now: { state: 'value', value: index * 7, denominator: null, day: null, text: '', of: 1, reported: 1 },
                last: null,
              })),
            }
          : indicator,
      ),
    };
    for (const format of REPORT_FORMATS) {
      expect((await renderReport(empty, format, 'sv', null)).length).toBeGreaterThan(500);
      expect((await renderReport(large, format, 'en', null)).length).toBeGreaterThan(1000);
    }
  });
});
