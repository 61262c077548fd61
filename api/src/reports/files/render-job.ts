import type { ReportFormat } from '@samhandling/contracts';
import type { Locale } from '@samhandling/domain';
import type { Paper, ReportSource } from '@samhandling/report-model';

/** A county report from its facts, or another paper as it is to be drawn. */
export type RenderWork =
  | {
      readonly of: 'report';
      readonly source: ReportSource;
      readonly format: ReportFormat;
      readonly locale: Locale;
      readonly sha256: string | null;
    }
  | { readonly of: 'paper'; readonly paper: Paper; readonly format: 'docx' | 'pdf' };

/** What goes to the rendering process, and what comes back under the same id. */
export interface RenderJob {
  readonly id: number;
  readonly work: RenderWork;
}

export type RenderAnswer =
  { readonly id: number; readonly bytes: Uint8Array } | { readonly id: number; readonly fault: string };
