import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TableOfContents,
  TabStopType,
  TextRun,
} from 'docx';
import { estimatePageNumbersWith } from 'docx/layout';
import type { Paper, PaperLayout } from '@samhandling/report-model';
import { docxBlock, factParagraph, lines } from './docx-blocks.ts';
import { docxNumbering, docxStyles, SIDE_MARGIN } from './docx-styles.ts';
import { fontFace } from './fonts.ts';
import { editXml, renumberer, repack, type PackageParts } from './package-normaliser.ts';
import { ACCENT, ACCENT_SOFT, FONT, LINE, QUIET } from './palette.ts';

const LANGUAGES = { sv: 'sv-SE', en: 'en-GB' } as const;

/**
 * A paper as a Word document made to be edited: real heading styles numbered by Word, a contents field, repeated
 * header rows, captions that count themselves, native charts, alt texts. The typeface travels inside the file.
 */
export async function renderDocx(paper: Paper): Promise<Buffer> {
  const language = LANGUAGES[paper.locale];
  const { layout } = paper;
  const hasTitlePage = layout.title === 'page';
  const empty = {
    header: new Header({ children: [new Paragraph({})] }),
    footer: new Footer({ children: [new Paragraph({})] }),
  };
  const document = new Document({
    title: `${paper.titlePage.title}, ${paper.titlePage.subtitle}`,
    subject: paper.titlePage.standing,
    creator: paper.author,
    lastModifiedBy: paper.author,
    description: paper.titlePage.standing,
    styles: docxStyles(language, paper),
    numbering: docxNumbering(paper),
    fonts: [{ name: FONT, data: fontFace('regular'), bold: fontFace('bold') }],
    theme: { fonts: { headings: FONT, body: FONT } },
    hyphenation: { autoHyphenation: true, consecutiveHyphenLimit: 2, doNotHyphenateCaps: true },
    ...(layout.hasContents && isEasyToLayOut(paper) && { pageNumbers: estimatePageNumbersWith({ guess: true }) }),
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: pageSize(layout),
            margin: {
              top: hasTitlePage ? 1500 : 1250,
              bottom: hasTitlePage ? 1300 : 1150,
              left: SIDE_MARGIN,
              right: SIDE_MARGIN,
              header: 680,
              footer: 600,
            },
          },
        },
        headers: { default: runningHeader(paper), first: empty.header },
        footers: { default: pageFooter(paper), first: hasTitlePage ? empty.footer : pageFooter(paper) },
        children: [...titlePage(paper), ...(layout.hasContents ? contents(paper) : []), ...body(paper)],
      },
    ],
  });
  return repack(await Packer.toBuffer(document), paper.madeAt, (parts) => settle(parts, language, paper.madeAt));
}

const LONGEST_WORD = 100;
const MOST_TEXT = 600_000;

/**
 * Page numbers in the contents are estimated, since only Word knows its own pages; the field is Word's own, so one click
 * sets them right. Laying out takes long for words without end and for very long reports: then Word is left to fill in
 * the numbers when the document is opened.
 */
function isEasyToLayOut({ sections }: Paper): boolean {
  const text = JSON.stringify(sections);
  return text.length <= MOST_TEXT && !new RegExp(`[^\\s"]{${LONGEST_WORD}}`).test(text);
}

/** A4 and A3 in twentieths of a point; landscape swaps the two when Word is told that it is. */
const SIZES = { a4: { width: 11906, height: 16838 }, a3: { width: 16838, height: 23811 } } as const;

function pageSize({ size, isLandscape }: PaperLayout) {
  return { ...SIZES[size], ...(isLandscape && { orientation: PageOrientation.LANDSCAPE }) };
}

function textWidth({ size, isLandscape }: PaperLayout): number {
  return SIZES[size][isLandscape ? 'height' : 'width'] - 2 * SIDE_MARGIN;
}

function body(paper: Paper) {
  return paper.sections.flatMap(({ isAppendix, blocks }) =>
    blocks.flatMap((block, index) =>
      docxBlock(block, {
        isAppendix,
        hasChapters: paper.layout.hasChapters,
        textWidth: textWidth(paper.layout),
        pictureWidth: (textWidth(paper.layout) * (paper.layout.firstBeside ?? 100)) / 100,
        startsPage: blocks[index - 1]?.kind === 'page_break',
        leadsFacts: blocks[index + 1]?.kind === 'facts',
      }),
    ),
  );
}

function titlePage({ titlePage: page, isDraft }: Paper): Paragraph[] {
  return [
    new Paragraph({ style: 'Eyebrow', children: [new TextRun(page.eyebrow)] }),
    new Paragraph({ style: 'Title', children: [new TextRun(page.title)] }),
    new Paragraph({ style: 'SubtitleText', children: lines(page.subtitle) }),
    new Paragraph({
      style: 'Standing',
      // Nothing but its line where nothing is said.
      ...(page.standing === '' && { spacing: { before: 0, after: 0, line: 120, lineRule: LineRuleType.EXACT } }),
      border: { top: { style: BorderStyle.SINGLE, size: 18, color: ACCENT, space: 14 } },
      children: page.standing === '' ? [] : [new TextRun(page.standing)],
    }),
    ...(page.notice === null
      ? []
      : [
          new Paragraph({
            shading: { fill: ACCENT_SOFT },
            spacing: { after: 240 },
            children: [new TextRun({ text: page.notice, bold: isDraft })],
          }),
        ]),
    ...page.facts.map((fact) => factParagraph(fact, false)),
  ];
}

function contents(paper: Paper) {
  return [
    new Paragraph({ style: 'ContentsTitle', pageBreakBefore: true, children: [new TextRun(paper.contentsTitle)] }),
    new TableOfContents(paper.contentsTitle, { hyperlink: true, headingStyleRange: '1-2' }),
  ];
}

function runningHeader({ running, layout }: Paper): Header {
  const run = { size: 18, color: QUIET };
  return new Header({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: textWidth(layout) }],
        border: { bottom: { style: BorderStyle.SINGLE, size: 4, color: LINE, space: 6 } },
        children: [
          new TextRun({ ...run, text: running.left }),
          new TextRun({ ...run, text: '\t' }),
          new TextRun({ ...run, text: running.right, bold: true }),
        ],
      }),
    ],
  });
}

function pageFooter({ page }: Paper): Footer {
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.END,
        children: [
          new TextRun({
            size: 18,
            color: QUIET,
            children: [`${page.page} `, PageNumber.CURRENT, ` ${page.of} `, PageNumber.TOTAL_PAGES],
          }),
        ],
      }),
    ],
  });
}

/** A GUID whose bytes are all alike, so that the order in which readers take them does not matter. */
const FONT_KEY = '{5A5A5A5A-5A5A-5A5A-5A5A-5A5A5A5A5A5A}';
const FONT_KEY_BYTE = 0x5a;

/** docx writes a page reference as one run; other programs than Word only read it as five. */
const PAGE_REFERENCE =
  /<w:r>(<w:fldChar w:fldCharType="begin"\/>)(<w:instrText[^>]*>PAGEREF [^<]*<\/w:instrText>)(<w:fldChar w:fldCharType="separate"\/>)(<w:t[^>]*>[^<]*<\/w:t>)(<w:fldChar w:fldCharType="end"\/>)<\/w:r>/g;

/** Takes away all that docx makes at random or counts across documents, and sets the language of the charts. */
function settle(parts: PackageParts, language: string, madeAt: string): PackageParts {
  const relations = renumberer(/rId[A-Za-z0-9_-]{20,}/g, (index) => `rIdR${index}`);
  const bookmarks = renumberer(/_Toc\d+/g, (index) => `_Toc${100000 + index}`);
  const settled: PackageParts = {};
  let drawings = 0;
  let starts = 0;
  let ends = 0;
  for (const name of Object.keys(parts).sort()) {
    const part = parts[name] ?? new Uint8Array();
    if (/^word\/fonts\/font\d+\.odttf$/.test(name)) {
      settled[name] = obfuscated(fontFace(name.endsWith('font1.odttf') ? 'regular' : 'bold'));
    } else if (name.endsWith('.xlsx')) {
      settled[name] = repack(part, madeAt);
    } else if (!/\.(xml|rels)$/.test(name)) {
      settled[name] = part;
    } else {
      settled[name] = editXml(part, (xml) =>
        bookmarks(relations(xml))
          .replace(PAGE_REFERENCE, '<w:r>$1</w:r><w:r>$2</w:r><w:r>$3</w:r><w:r>$4</w:r><w:r>$5</w:r>')
          .replace(/w:fontKey="\{[^}]*\}"/g, `w:fontKey="${FONT_KEY}"`)
          .replace(/<a:endParaRPr lang="en-US"|<a:defRPr lang="en-US"|<a:rPr lang="en-US"/g, (found) =>
            found.replace('en-US', language),
          )
          .replace(
            /(<wp:docPr\b[^>]*?\bid=")\d+(")/g,
            (_, before: string, after: string) => `${before}${(drawings += 1)}${after}`,
          )
          .replace(/<w:bookmarkStart\b[^>]*>/g, (found) => found.replace(/w:id="\d+"/, `w:id="${(starts += 1)}"`))
          .replace(/<w:bookmarkEnd\b[^>]*>/g, (found) => found.replace(/w:id="\d+"/, `w:id="${(ends += 1)}"`)),
      );
    }
  }
  return settled;
}

/** Fonts in Word files are XORed with their key over the first 32 bytes (ECMA-376 part 4, 4.3.2). */
function obfuscated(font: Buffer): Uint8Array {
  const bytes = Uint8Array.from(font);
  for (let index = 0; index < 32; index += 1) bytes[index] = (bytes[index] ?? 0) ^ FONT_KEY_BYTE;
  return bytes;
}
