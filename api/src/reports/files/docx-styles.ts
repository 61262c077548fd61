import type { IStylesOptions, INumberingOptions } from 'docx';
import { AlignmentType, LevelFormat, LineRuleType } from 'docx';
import type { Paper } from '@samhandling/report-model';
import { ACCENT, FONT, INK, QUIET } from './palette.ts';

/** Where the values of facts begin, in twentieths of a point: clear of the longest label. */
export const FACT_INDENT = 2450;

const heading = (size: number, before: number, after: number, color: string = INK) => ({
  run: { font: FONT, size, bold: true, color },
  paragraph: { spacing: { before, after, line: 252, lineRule: LineRuleType.AUTO }, keepNext: true, keepLines: true },
});

/** Left and right of the text: 2.4 cm, in twentieths of a point. */
export const SIDE_MARGIN = 1363;
/** Where the text of a decision begins, clear of "§ 123/2026". */
export const CLAUSE_INDENT = 1250;

/** Sizes in half points, distances in twentieths of a point. A title at the head of a page is smaller, and so are its headings. */
export function docxStyles(language: string, { kind, layout }: Paper): IStylesOptions {
  const isHead = layout.title === 'head';
  return {
    default: {
      document: {
        run: { font: FONT, size: 21, color: INK, language: { value: language } },
        paragraph: { spacing: { after: isHead ? 80 : 120, line: isHead ? 264 : 286, lineRule: LineRuleType.AUTO } },
      },
      title: {
        run: { font: FONT, size: isHead ? 44 : 64, bold: true, color: INK },
        paragraph: {
          spacing: { before: isHead ? 0 : 60, after: isHead ? 20 : 160, line: 264, lineRule: LineRuleType.AUTO },
          keepNext: true,
        },
      },
      heading1: isHead ? heading(28, 280, 80, ACCENT) : heading(34, 360, 160, ACCENT),
      heading2: isHead ? heading(23, 200, 40) : heading(27, 320, 120),
      heading3: heading(23, 260, 80, ACCENT),
      heading4: heading(21, 240, 60),
      caption: {
        run: { font: FONT, size: 19, bold: true, color: QUIET, italics: false },
        paragraph: { spacing: { before: 200, after: 80 }, keepNext: true },
      },
    },
    paragraphStyles: [
      {
        id: 'Lead',
        name: 'Ingress',
        basedOn: 'Normal',
        next: 'Normal',
        quickFormat: true,
        run: { size: 26 },
        paragraph: { spacing: { after: 160, line: 300, lineRule: LineRuleType.AUTO } },
      },
      { id: 'Quiet', name: 'Dämpad', basedOn: 'Normal', quickFormat: true, run: { size: 19, color: QUIET } },
      {
        id: 'Fact',
        name: 'Uppgift',
        basedOn: 'Normal',
        quickFormat: true,
        run: { size: 20 },
        paragraph: {
          spacing: { after: 30, line: 259, lineRule: LineRuleType.AUTO },
          indent: { left: FACT_INDENT, hanging: FACT_INDENT },
        },
      },
      {
        id: 'CellText',
        name: 'Tabelltext',
        basedOn: 'Normal',
        quickFormat: true,
        run: { size: 19 },
        paragraph: { spacing: { before: 0, after: 0, line: 250, lineRule: LineRuleType.AUTO } },
      },
      {
        id: 'CellHeader',
        name: 'Tabellhuvud',
        basedOn: 'CellText',
        quickFormat: true,
        run: { size: 18, bold: true },
        paragraph: { keepNext: true },
      },
      {
        id: 'TableNote',
        name: 'Tabellnot',
        basedOn: 'Quiet',
        quickFormat: true,
        paragraph: { spacing: { before: 60, after: 160 } },
      },
      {
        id: 'Eyebrow',
        name: 'Överrad',
        basedOn: 'Normal',
        quickFormat: true,
        run: { size: 26, color: ACCENT, bold: true },
        paragraph: { spacing: { before: isHead ? 0 : 2800, after: isHead ? 40 : 120 } },
      },
      {
        id: 'SubtitleText',
        name: 'Underrubrik på titelsidan',
        basedOn: 'Normal',
        quickFormat: true,
        run: { size: isHead ? 26 : 32 },
        paragraph: { spacing: { after: isHead ? 140 : 480, line: isHead ? 252 : 280, lineRule: LineRuleType.AUTO } },
      },
      {
        id: 'Standing',
        name: 'Ställning',
        basedOn: 'Normal',
        quickFormat: true,
        run: { size: isHead ? 22 : 26, bold: true, color: ACCENT },
        paragraph: { spacing: { after: isHead ? 120 : 240 } },
      },
      {
        id: 'ContentsTitle',
        name: 'Innehållsrubrik',
        basedOn: 'Normal',
        quickFormat: true,
        run: { size: 34, bold: true, color: ACCENT },
        paragraph: { spacing: { before: 0, after: 200 }, keepNext: true },
      },
      {
        id: 'TOC1',
        name: 'toc 1',
        basedOn: 'Normal',
        run: { bold: true },
        paragraph: { spacing: { before: 120, after: 40 }, indent: { left: 480, hanging: 480 } },
      },
      {
        id: 'TOC2',
        name: 'toc 2',
        basedOn: 'Normal',
        paragraph: { spacing: { after: 30 }, indent: { left: 1100, hanging: 620 } },
      },
      // Not in the county report, whose files are frozen to the byte.
      ...(kind === 'county_report' ? [] : MEETING_STYLES),
    ],
  };
}

const MEETING_STYLES = [
  {
    id: 'Clause',
    name: 'Beslut',
    basedOn: 'Normal',
    quickFormat: true,
    paragraph: {
      spacing: { before: 100, after: 140 },
      indent: { left: CLAUSE_INDENT, hanging: CLAUSE_INDENT },
      keepLines: true,
    },
  },
  {
    id: 'Signature',
    name: 'Underskrift',
    basedOn: 'Normal',
    quickFormat: true,
    paragraph: { spacing: { before: 40, after: 160 }, keepLines: true },
  },
];

const level = (index: number, format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => ({
  level: index,
  format,
  text,
  alignment: AlignmentType.START,
  suffix: 'space' as const,
  style: { paragraph: { indent: { left: 0, hanging: 0 } } },
});

const CHECKLIST = {
  reference: 'checklist',
  levels: [
    {
      level: 0,
      format: LevelFormat.BULLET,
      text: '☐',
      alignment: AlignmentType.START,
      style: { paragraph: { indent: { left: 480, hanging: 400 } }, run: { font: 'Segoe UI Symbol' } },
    },
  ],
};

/** Headings are numbered by Word itself, so that a person who adds one gets the right number. */
export function docxNumbering({ kind }: Paper): INumberingOptions {
  return kind === 'county_report' ? CHAPTERS : { config: [...CHAPTERS.config, CHECKLIST] };
}

const CHAPTERS: INumberingOptions = {
  config: [
    {
      reference: 'chapters',
      levels: [
        level(0, LevelFormat.DECIMAL, '%1'),
        level(1, LevelFormat.DECIMAL, '%1.%2'),
        level(2, LevelFormat.DECIMAL, '%1.%2.%3'),
      ],
    },
    {
      reference: 'appendices',
      levels: [
        level(0, LevelFormat.UPPER_LETTER, '%1'),
        level(1, LevelFormat.DECIMAL, '%1.%2'),
        level(2, LevelFormat.DECIMAL, '%1.%2.%3'),
      ],
    },
  ],
};
