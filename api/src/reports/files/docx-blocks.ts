import {
  AlignmentType,
  BorderStyle,
  HeadingLevel,
  Paragraph,
  ShadingType,
  SimpleField,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx';
import type { Block, BlockOf, Caption, Fact, Tone } from '@samhandling/report-model';
import { chartParagraph } from './docx-chart.ts';
import { FACT_INDENT } from './docx-styles.ts';
import { ACCENT, ACCENT_SOFT, LINE, LINE_STRONG, TONES } from './palette.ts';

/** Width of the text, in twentieths of a point: A4 less 2.4 cm on either side. */
export const TEXT_WIDTH = 9180;
/** A table of at most this many rows stays on one page; rows of figures are lower than rows of text. */
const KEPT_TOGETHER = 4;
const KEPT_TOGETHER_WITH_TOTAL = 14;
/** The first facts stand with their heading. */
const FACTS_TOGETHER = 3;
/** Longer than a line in the size of the text. */
const CHECKSUM = /^[0-9a-f]{64}$/;
const HEADINGS = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
  4: HeadingLevel.HEADING_4,
} as const;

export interface Place {
  readonly isAppendix: boolean;
  /** Right after a page break. */
  readonly startsPage: boolean;
  /** Facts follow, which the paragraph introduces. */
  readonly leadsFacts: boolean;
}

export function docxBlock(block: Block, place: Place): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [headingParagraph(block, place)];
    case 'paragraph':
      return [
        new Paragraph({
          ...(place.leadsFacts && { keepNext: true }),
          ...(block.emphasis !== 'normal' && { style: block.emphasis === 'lead' ? 'Lead' : 'Quiet' }),
          children: lines(block.text),
        }),
      ];
    case 'facts':
      return block.items.map((fact, index) =>
        factParagraph(fact, index < FACTS_TOGETHER && index < block.items.length - 1),
      );
    case 'list':
      return block.items.map((item) => new Paragraph({ bullet: { level: 0 }, children: lines(item) }));
    case 'table':
      return tableBlock(block);
    case 'chart':
      return [captionParagraph(block.caption), chartParagraph(block)];
    case 'callout':
      return [calloutParagraph(block)];
    case 'page_break':
      // Taken up by the heading that follows, so that no empty paragraph stands at the top of the page.
      return [];
  }
}

function headingParagraph({ level, text }: BlockOf<'heading'>, { isAppendix, startsPage }: Place): Paragraph {
  return new Paragraph({
    heading: HEADINGS[level],
    ...(startsPage && { pageBreakBefore: true }),
    ...(level < 4 && {
      numbering: { reference: isAppendix ? 'appendices' : 'chapters', level: level - 1, instance: 0, custom: true },
    }),
    children: [new TextRun(text)],
  });
}

/** Runs with the line ends kept. */
export function lines(
  text: string,
  run: { readonly bold?: boolean; readonly color?: string; readonly size?: number } = {},
): TextRun[] {
  return text.split(/\r?\n/).map((line, index) => new TextRun({ ...run, text: line, ...(index > 0 && { break: 1 }) }));
}

const inkOf = (tone: Tone | undefined): { color?: string; bold?: boolean } =>
  tone === undefined ? {} : { color: TONES[tone].ink, bold: true };

export function factParagraph({ label, value, tone }: Fact, keepNext: boolean): Paragraph {
  return new Paragraph({
    style: 'Fact',
    keepNext,
    tabStops: [{ type: TabStopType.LEFT, position: FACT_INDENT }],
    children: [
      new TextRun({ text: label, bold: true }),
      new TextRun({ text: '\t' }),
      ...lines(value, { ...inkOf(tone), ...(CHECKSUM.test(value) && { size: 17 }) }),
    ],
  });
}

/** "Tabell 3": the number is a field, so that Word counts on when somebody adds a table. */
function captionParagraph({ label, text }: Caption): Paragraph {
  const [word = '', number = ''] = label.split(' ');
  return new Paragraph({
    style: 'Caption',
    keepNext: true,
    children: [new TextRun(`${word} `), new SimpleField(`SEQ ${word} \\* ARABIC`, number), new TextRun(`. ${text}`)],
  });
}

function calloutParagraph({ tone, title, text }: BlockOf<'callout'>): Paragraph {
  const colours = tone === 'notice' ? { mark: ACCENT, soft: ACCENT_SOFT, ink: ACCENT } : TONES[tone];
  return new Paragraph({
    shading: { type: ShadingType.CLEAR, fill: colours.soft },
    border: {
      left: { style: BorderStyle.SINGLE, size: 24, color: colours.mark, space: 8 },
      top: { style: BorderStyle.SINGLE, size: 4, color: colours.soft, space: 4 },
      bottom: { style: BorderStyle.SINGLE, size: 4, color: colours.soft, space: 4 },
    },
    indent: { left: 200 },
    spacing: { before: 160, after: 200 },
    keepLines: true,
    keepNext: true,
    children: [
      new TextRun({ text: title, bold: true, color: colours.ink, size: 25 }),
      ...(text === '' ? [] : [new TextRun({ text, break: 1 })]),
    ],
  });
}

function tableBlock({ caption, columns, rows, hasTotal, note }: BlockOf<'table'>): (Paragraph | Table)[] {
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  const widths = columns.map(({ width }) => Math.floor((TEXT_WIDTH * width) / total));
  const thin = { style: BorderStyle.SINGLE, size: 4, color: LINE };
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  const strong = { style: BorderStyle.SINGLE, size: 8, color: LINE_STRONG };
  const alignment = (index: number) => (columns[index]?.align === 'end' ? AlignmentType.END : AlignmentType.START);
  const header = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(
      ({ header: text }, index) =>
        new TableCell({
          width: { size: widths[index] ?? 0, type: WidthType.DXA },
          shading: { type: ShadingType.CLEAR, fill: ACCENT_SOFT },
          borders: { bottom: strong },
          children: [
            new Paragraph({ style: 'CellHeader', alignment: alignment(index), children: [new TextRun(text)] }),
          ],
        }),
    ),
  });
  const body = rows.map((row, rowIndex) => {
    const isTotal = hasTotal && rowIndex === rows.length - 1;
    return new TableRow({
      cantSplit: true,
      keepNext: rows.length <= (hasTotal ? KEPT_TOGETHER_WITH_TOTAL : KEPT_TOGETHER) && rowIndex < rows.length - 1,
      children: row.map(
        (cell, index) =>
          new TableCell({
            width: { size: widths[index] ?? 0, type: WidthType.DXA },
            ...(isTotal && { borders: { top: strong } }),
            children: [
              new Paragraph({
                style: 'CellText',
                alignment: alignment(index),
                children: lines(cell.text, isTotal ? { bold: true } : inkOf(cell.tone)),
              }),
            ],
          }),
      ),
    });
  });
  const table = new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    tableLook: {
      firstRow: true,
      lastRow: hasTotal,
      firstColumn: false,
      lastColumn: false,
      noHBand: true,
      noVBand: true,
    },
    borders: { top: none, left: none, right: none, insideVertical: none, insideHorizontal: thin, bottom: thin },
    margins: { top: 45, bottom: 45, left: 60, right: 60 },
    rows: [header, ...body],
  });
  // Word joins two tables that touch, so something always stands between.
  const after =
    note === ''
      ? new Paragraph({ spacing: { before: 0, after: 0, line: 160, lineRule: 'exact' }, children: [] })
      : new Paragraph({ style: 'TableNote', children: [new TextRun(note)] });
  return [captionParagraph(caption), table, after];
}
