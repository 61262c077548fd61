import type { Locale, PlanWords } from '@samhandling/domain';
import type { Day, Id, OrganisationRef } from './common.ts';
import type { PlanRef } from './plans.ts';
import type { RoundRef } from './rounds.ts';

/** `GET /rounds/:id/workbook/organisations` : for whom this person may take out and hand in a workbook. */
export interface WorkbookChoices {
  readonly plan: PlanRef & { readonly words: Readonly<Record<Locale, PlanWords>> };
  readonly round: RoundRef & { readonly due: Day };
  /** In Swedish order. `answers` is how many follow-ups are asked of it; `own` those the person reports or coordinates for. */
  readonly organisations: readonly (OrganisationRef & { readonly answers: number; readonly own: boolean })[];
  /** Why no workbook is given now; empty when it is. */
  readonly lockedReason: string;
}

/**
 * `GET /rounds/:id/workbook?organisation=` : an Excel file with exactly what the organisation owes.
 * `POST /rounds/:id/workbook?dryRun=` (multipart `file`): checked cell by cell. With one error nothing is written, and the
 * same file comes back with the errors as comments. Saved cells have the source `import`.
 */
export interface WorkbookAnswer {
  readonly saved: boolean;
  readonly organisation: { readonly id: Id; readonly name: string };
  readonly answers: number;
  readonly values: number;
  readonly unchanged: number;
  /** What would change, or did: to read before saying yes. */
  readonly changes: readonly {
    readonly sheet: string;
    readonly cell: string;
    readonly label: string;
    readonly before: string;
    readonly after: string;
  }[];
  readonly errors: readonly WorkbookError[];
  /** Worth knowing, in words: a sheet was renamed, a column moved, a hidden row was read. */
  readonly remarks: readonly string[];
  /** The file with comments at the errors, base64; null when there are none. */
  readonly annotated: { readonly name: string; readonly base64: string } | null;
}
export interface WorkbookError {
  readonly sheet: string;
  /** "D7" ; empty for the sheet as a whole. */
  readonly cell: string;
  readonly value: string;
  readonly code: string;
  readonly reason: string;
}
