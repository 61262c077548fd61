import { jest } from '@jest/globals';
import { REPORT_FORMATS, type ReportFormat } from '@samhandling/contracts';
import { buildCountyReport, type Block, type ReportSource } from '@samhandling/report-model';
import { strFromU8, unzipSync, unzlibSync } from 'fflate';
import { packPdf } from '../../api/src/reports/files/pdf-packer.ts';
import { renderReport } from '../../api/src/reports/files/render.ts';
import { ReportRenderer } from '../../api/src/reports/report-renderer.service.ts';
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
/** The data of the compressed stream whose object begins at a place. */
function streamAt(pdf: string, place: number): Uint8Array {
  const begin = pdf.indexOf('stream\n', place) + 'stream\n'.length;
  return unzlibSync(Buffer.from(pdf.slice(begin, pdf.indexOf('\nendstream', begin)), 'latin1'));
}
/** Everything in the object streams of a PDF, as text. */
const unpacked = (pdf: string): string =>
  [...pdf.matchAll(/\/Type \/ObjStm /g)].map(({ index }) => strFromU8(streamAt(pdf, index), true)).join('\n');
const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** The first activities of the first goal and one broken down by municipality: every kind of block, in a few pages. */
function short(source: ReportSource): ReportSource {
  const [goal] = source.goals;
  const [area] = goal?.areas ?? [];
  if (!goal || !area) return source;
  const activities = area.activities.slice(0, 5);
  const references = new Set(activities.map(({ reference }) => reference));
  return {
    ...source,
    goals: [{ ...goal, areas: [{ ...area, activities }] }],
    indicators: source.indicators.filter((indicator) => references.has(indicator.activities[0] ?? '')),
  };
}

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
    await renderReport(short(demoReportSource()), format, 'en', null);
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
    const [tags, size] = [unpacked(pdf), pdf.length];
    expect(count(tags, /\/S \/Table\b/g)).toBe(blocksOf(source).filter(({ kind }) => kind === 'table').length);
    expect(count(tags, /\/S \/Figure\b/g)).toBeGreaterThanOrEqual(
      blocksOf(source).filter(({ kind }) => kind === 'chart').length,
    );
    expect(count(tags, /\/Type \/StructElem\b/g)).toBeGreaterThan(1000);
    expect(tags).not.toContain('/URI');
    expect(size).toBeLessThan(tags.length / 2);
  });

  it('hold every object of the PDF where its table of references says', async () => {
    const pdf = (await renderReport(short(source), 'pdf', 'sv', SHA)).toString('latin1');
    const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(pdf)?.[1]);
    expect(pdf.slice(start)).toMatch(/^\d+ 0 obj\n<< \/Type \/XRef /);
    const table = streamAt(pdf, start);
    let plain = 0;
    for (let number = 0; number * 7 < table.length; number += 1) {
      const [type = 0, ...rest] = table.subarray(number * 7, number * 7 + 7);
      const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = rest;
      const second = ((a * 256 + b) * 256 + c) * 256 + d;
      if (type === 1) {
        plain += 1;
        expect(pdf.slice(second, second + 20)).toMatch(new RegExp(`^${number} 0 obj`));
      } else if (type === 2) {
        const holder = table.subarray(second * 7, second * 7 + 5);
        const at = (((holder[1] ?? 0) * 256 + (holder[2] ?? 0)) * 256 + (holder[3] ?? 0)) * 256 + (holder[4] ?? 0);
        const places = strFromU8(streamAt(pdf, at), true).split(' ');
        expect(Number(places[(e * 256 + f) * 2])).toBe(number);
      }
    }
    expect(plain).toBeGreaterThan(5);
  });

  it('leave a PDF of another shape as it is', () => {
    for (const text of ['', 'no PDF', '%PDF-1.7\nstartxref\n3\n%%EOF\n'])
      expect(packPdf(Buffer.from(text)).toString()).toBe(text);
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
    expect(Object.values(xlsx).join('')).not.toMatch(/<f[ >]/);
    expect(sheet).toMatch(/<sheetPr><pageSetUpPr fitToPage="1"\/><\/sheetPr>/);
    expect(sheet).toMatch(/<pageSetup [^>]*fitToHeight="0"/);
    expect(xlsx['xl/workbook.xml']).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="1">'Per kommun'!$1:$1</definedName>`,
    );
    expect(xlsx['xl/workbook.xml']).toMatch(/name="Utfall".*name="Per kommun".*name="Läge".*name="Om filen"/s);
  });

  it('are the same to the byte from a process of their own, which a fault in one of them does not end', async () => {
    const renderer = new ReportRenderer();
    try {
      const brief = short(source);
      const broken = { ...brief, goals: null } as unknown as ReportSource;
      const fault = renderer.render(broken, 'docx', 'sv', null);
      const files = Promise.all(REPORT_FORMATS.map((format) => renderer.render(brief, format, 'sv', SHA)));
      await expect(fault).rejects.toThrow(/null/);
      const here = await Promise.all(REPORT_FORMATS.map((format) => renderReport(brief, format, 'sv', SHA)));
      expect((await files).map((file, index) => here[index]?.equals(file))).toEqual(REPORT_FORMATS.map(() => true));
    } finally {
      await renderer.onModuleDestroy();
    }
    const again = await renderer.render(short(source), 'json', 'sv', SHA);
    expect(JSON.parse(again.toString('utf8'))).toMatchObject({ round: { label: '2025' } });
    const lost = expect(renderer.render(source, 'docx', 'sv', SHA)).rejects.toThrow('process ended');
    await renderer.onModuleDestroy();
    await lost;
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
      expect((await renderReport(written(short(source), text), format, 'sv', null)).length).toBeGreaterThan(1000);
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
    const brief = short(source);
    const large: ReportSource = {
      ...brief,
      municipalities: names,
      indicators: brief.indicators.map((indicator) =>
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
