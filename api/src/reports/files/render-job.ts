import type { ReportFormat } from '@samhandling/contracts';
import type { Locale } from '@samhandling/domain';
import type { ReportSource } from '@samhandling/report-model';

/** What goes to the rendering process, and what comes back under the same id. */
export interface RenderJob {
  readonly id: number;
  readonly source: ReportSource;
  readonly format: ReportFormat;
  readonly locale: Locale;
  readonly sha256: string | null;
}

export type RenderAnswer =
  { readonly id: number; readonly bytes: Uint8Array } | { readonly id: number; readonly fault: string };
