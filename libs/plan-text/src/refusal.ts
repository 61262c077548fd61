import type { Label } from '@samhandling/domain';

export const MAX_LINES = 50_000;
export const MAX_CHARACTERS = 5_000_000;

export const PLAN_TEXT_ERROR_CODES = ['empty', 'too_long', 'not_text', 'no_plan', 'no_activities'] as const;
export type PlanTextErrorCode = (typeof PLAN_TEXT_ERROR_CODES)[number];

/** A text that cannot be read as a plan: what was looked for and what was found, in every interface language. */
export class PlanTextError extends Error {
  readonly code: PlanTextErrorCode;
  readonly label: Label;

  constructor(code: PlanTextErrorCode, label: Label) {
    super(label.sv);
    this.name = 'PlanTextError';
    this.code = code;
    this.label = label;
  }
}
