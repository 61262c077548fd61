import type { RetentionClass, UpdateRetentionClassRequest } from '@samhandling/contracts';

/** A retention class as its form holds it. */
export interface ClassValues {
  readonly name: string;
  readonly appliesTo: string;
  readonly isKept: boolean;
  /** As typed. */
  readonly years: string;
  readonly decisionReference: string;
}

/** What stands in the field when somebody first chooses that a thing is disposed. */
const FIRST_YEARS = '10';

export function classValues({ name, appliesTo, years, decisionReference }: RetentionClass): ClassValues {
  return {
    name,
    appliesTo,
    isKept: years === null,
    years: years === null ? FIRST_YEARS : String(years),
    decisionReference,
  };
}

export function isYears(text: string): boolean {
  return /^\d{1,3}$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= 100;
}

export function classRequest({ isKept, years, ...rest }: ClassValues): UpdateRetentionClassRequest {
  return { ...rest, years: isKept ? null : Number(years) };
}
