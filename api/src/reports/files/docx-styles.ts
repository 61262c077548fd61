import type { IStylesOptions, INumberingOptions } from 'docx';
import { AlignmentType, LevelFormat, LineRuleType } from 'docx';
import { ACCENT, FONT, INK, QUIET } from './palette.ts';

/** Where the values of facts begin, in twentieths of a point: clear of the longest label. */
export const FACT_INDENT = 2450;

const heading = (size: number, before: number, after: number, color: string = INK) => ({
  run: { font: FONT, size, bold: true, color },
  paragraph: { spacing: { before, after, line: 252, lineRule: LineRuleType.AUTO }, keepNext: true, keepLines: true },
});

/** Sizes in half points, distances in twentieths of a point. */
export function docxStyles(language: string): IStylesOptions {
  return {
    default: {
      document: {
        run: { font: FONT, size: 21, color: INK, language: { value: language } },
        paragraph: { spacing: { after: 120, line: 286, lineRule: LineRuleType.AUTO } },
      },
      title: {
        run: { font: FONT, size: 64, bold: true, color: INK },
        paragraph: { spacing: { before: 60, after: 160, line: 264, lineRule: LineRuleType.AUTO }, keepNext: true },
      },
      heading1: heading(34, 360, 160, ACCENT),
      heading2: heading(27, 320, 120),
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
        paragraph: { spacing: { before: 2800, after: 120 } },
      },
      {
        id: 'SubtitleText',
        name: 'Underrubrik på titelsidan',
        basedOn: 'Normal',
        quickFormat: true,
        run: { size: 32 },
        paragraph: { spacing: { after: 480, line: 280, lineRule: LineRuleType.AUTO } },
      },
      {
        id: 'Standing',
        name: 'Ställning',
        basedOn: 'Normal',
        quickFormat: true,
        run: { size: 26, bold: true, color: ACCENT },
        paragraph: { spacing: { after: 240 } },
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
    ],
  };
}

const level = (index: number, format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => ({
  level: index,
  format,
  text,
  alignment: AlignmentType.START,
  suffix: 'space' as const,
  style: { paragraph: { indent: { left: 0, hanging: 0 } } },
});

/** Headings are numbered by Word itself, so that a person who adds one gets the right number. */
export const DOCX_NUMBERING: INumberingOptions = {
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
