import { buildCountyReport, type Paper, type ReportSource } from '@samhandling/report-model';
import type { ReportFormat } from '@samhandling/contracts';
import type { Locale } from '@samhandling/domain';
import { renderDocx } from './docx.ts';
import { canonicalFacts } from './json.ts';
import { renderPdf } from './pdf.ts';
import { renderXlsx } from './xlsx.ts';

/** One path to every format: facts, model, bytes. The same facts give the same bytes, whenever and wherever it is done. */
export async function renderReport(
  source: ReportSource,
  format: ReportFormat,
  locale: Locale,
  sha256: string | null,
): Promise<Buffer> {
  if (format === 'json') return Buffer.from(canonicalFacts(source), 'utf8');
  const report = buildCountyReport(source, locale, sha256);
  switch (format) {
    case 'docx':
      return renderDocx(report);
    case 'pdf':
      return renderPdf(report);
    case 'xlsx':
      return renderXlsx(report);
  }
}

/** Any paper as a file to read or to go on writing in. */
export function renderPaper(paper: Paper, format: 'docx' | 'pdf'): Promise<Buffer> {
  return format === 'docx' ? renderDocx(paper) : Promise.resolve(renderPdf(paper));
}
