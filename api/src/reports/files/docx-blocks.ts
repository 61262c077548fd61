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
import { docxPicture } from './docx-picture.ts';
import { CLAUSE_INDENT, FACT_INDENT } from './docx-styles.ts';
import { ACCENT, ACCENT_SOFT, INK, LINE, LINE_STRONG, QUIET, TONES } from './palette.ts';

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
  /** Word numbers the headings; without, a heading's number is part of its text. */
  readonly hasChapters: boolean;
  /** In twentieths of a point. */
  readonly textWidth: number;
  readonly pictureWidth: number;
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
      return tableBlock(block, place.textWidth);
    case 'chart':
      return [captionParagraph(block.caption), chartParagraph(block)];
    case 'callout':
      return [calloutParagraph(block)];
    case 'clause':
      return [clauseParagraph(block)];
    case 'signatures':
      return block.items.flatMap((item, index) =>
        signatureParagraphs(item, place.textWidth, index < block.items.length - 1),
      );
    case 'checklist':
      return block.items.map(
        ({ text, details }) =>
          new Paragraph({
            numbering: { reference: 'checklist', level: 0 },
            keepLines: true,
            children: [...lines(text), ...detailsRuns(details)],
          }),
      );
    case 'picture':
      return [docxPicture(block, place.pictureWidth)];
    case 'page_break':
      // Taken up by the heading that follows, so that no empty paragraph stands at the top of the page.
      return [];
  }
}

function headingParagraph(
  { level, number, text }: BlockOf<'heading'>,
  { isAppendix, hasChapters, startsPage }: Place,
): Paragraph {
  return new Paragraph({
    heading: HEADINGS[level],
    ...(startsPage && { pageBreakBefore: true }),
    ...(hasChapters &&
      level < 4 && {
        numbering: { reference: isAppendix ? 'appendices' : 'chapters', level: level - 1, instance: 0, custom: true },
      }),
    children: [new TextRun(hasChapters || number === '' ? text : `${number}\u2002${text}`)],
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
  if (label === '') return new Paragraph({ style: 'Caption', keepNext: true, children: [new TextRun(text)] });
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

/** The number hangs in the margin of the decision, who and when stand under it. */
function clauseParagraph({ mark, text, details }: BlockOf<'clause'>): Paragraph {
  return new Paragraph({
    style: 'Clause',
    border: { left: { style: BorderStyle.SINGLE, size: 18, color: ACCENT, space: 8 } },
    tabStops: [{ type: TabStopType.LEFT, position: CLAUSE_INDENT }],
    children: [
      new TextRun({ text: mark, bold: true, color: ACCENT }),
      new TextRun({ text: '\t' }),
      ...lines(text),
      ...detailsRuns(details),
    ],
  });
}

function detailsRuns(details: string): TextRun[] {
  if (details === '') return [];
  return [new TextRun({ break: 1 }), ...lines(details, { size: 19, color: QUIET })];
}

/** Half the width of the text to write on, and the name under it. What has been signed says how instead. All on one page. */
function signatureParagraphs(
  { name, role, signed }: BlockOf<'signatures'>['items'][number],
  textWidth: number,
  keepNext: boolean,
): Paragraph[] {
  const line = new Paragraph({
    keepNext: true,
    spacing: { before: 560, after: 0 },
    indent: { right: Math.floor(textWidth / 2) },
    border: { bottom: { style: BorderStyle.SINGLE, size: 6, color: INK, space: 1 } },
    children: [],
  });
  const words = new Paragraph({
    style: 'Signature',
    keepNext,
    children: [new TextRun({ text: name, bold: true }), ...detailsRuns([role, signed].filter(Boolean).join('\n'))],
  });
  return signed === '' ? [line, words] : [words];
}

function tableBlock(
  { caption, columns, rows, hasTotal, note }: BlockOf<'table'>,
  textWidth: number,
): (Paragraph | Table)[] {
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  const widths = columns.map(({ width }) => Math.floor((textWidth * width) / total));
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
    width: { size: textWidth, type: WidthType.DXA },
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
