import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { formatNumber } from '@samhandling/domain';
import type { Block, Paper } from '@samhandling/report-model';
import { fontFace } from './fonts.ts';
import { settable } from './font-coverage.ts';
import { ACCENT, ACCENT_SOFT, INK, LAST, LINE, NOW, QUIET, TONES } from './palette.ts';
import { packPdf } from './pdf-packer.ts';
import { PDF_TEMPLATE } from './pdf-template.ts';

const LANGUAGES = { sv: ['sv', 'SE'], en: ['en', 'GB'] } as const;
const STYLE = {
  ink: INK,
  quiet: QUIET,
  accent: ACCENT,
  accentSoft: ACCENT_SOFT,
  line: LINE,
  now: NOW,
  last: LAST,
  tones: TONES,
};

let compiler: NodeCompiler | undefined;

/**
 * A paper as a tagged PDF (PDF/UA-1) with language, title and outline, set by Typst inside the process: no browser, no
 * network, and no fonts but our own.
 */
export function renderPdf(paper: Paper): Buffer {
  compiler ??= NodeCompiler.create({
    fontArgs: [{ fontBlobs: (['regular', 'italic', 'semibold', 'bold'] as const).map(fontFace) }],
  });
  const input = JSON.stringify(dataOf(paper));
  const compiled = compiler.compile({ mainFileContent: PDF_TEMPLATE, inputs: { paper: input } });
  const document = compiled.result;
  if (!document) {
    const fault = compiled.takeDiagnostics();
    throw new Error(`The PDF could not be set: ${JSON.stringify(fault ? compiler.fetchDiagnostics(fault) : null)}`);
  }
  const bytes = compiler.pdf(document, {
    pdfStandard: 'ua-1',
    creationTimestamp: Math.floor(Date.parse(paper.madeAt) / 1000),
  });
  compiler.evictCache(0);
  return packPdf(bytes);
}

/** What the template reads: the paper with every text made settable, the labels of bars, and the colours. */
function dataOf(paper: Paper): Record<string, unknown> {
  const [lang, region] = LANGUAGES[paper.locale];
  const madeAt = new Date(paper.madeAt);
  const { titlePage, running, page, contentsTitle, author } = paper;
  const texts = settableIn({
    documentTitle: `${titlePage.title}, ${titlePage.subtitle}`,
    author,
    titlePage,
    running,
    page,
    contentsTitle,
    sections: paper.sections.map(({ blocks }) => ({ blocks: blocks.map((block) => withLabels(block, paper)) })),
  });
  return {
    ...(texts as Record<string, unknown>),
    lang,
    region,
    layout: paper.layout,
    style: STYLE,
    date: {
      year: madeAt.getUTCFullYear(),
      month: madeAt.getUTCMonth() + 1,
      day: madeAt.getUTCDate(),
      hour: madeAt.getUTCHours(),
      minute: madeAt.getUTCMinutes(),
      second: madeAt.getUTCSeconds(),
    },
  };
}

function withLabels(block: Block, { locale }: Paper): Block & { readonly labels?: readonly (readonly string[])[] } {
  if (block.kind !== 'chart' || block.form !== 'grouped') return block;
  return {
    ...block,
    labels: block.series.map(({ values }) =>
      values.map((value) => (value === null ? '' : formatNumber(value, block.decimals, locale))),
    ),
  };
}

function settableIn(value: unknown): unknown {
  if (typeof value === 'string') return settable(value);
  if (Array.isArray(value)) return value.map(settableIn);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, settableIn(one)]));
}
