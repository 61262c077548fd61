import type { Decision, UpdateDecisionRequest } from '@samhandling/contracts';

/** The fields of a decision as a form holds them; an empty text is nobody and no day. */
export interface DecisionValues {
  readonly text: string;
  readonly number: string;
  readonly organisationId: string;
  readonly personId: string;
  readonly due: string;
  readonly recordsNumber: string;
  readonly isOpen: boolean;
}

/** What the writing began from. Kept with a draft, so that what somebody else has saved since is met and not written over. */
export interface DecisionBase {
  readonly version: number;
  readonly values: DecisionValues;
}

export interface DecisionDraft {
  readonly base: DecisionBase;
  readonly values: DecisionValues;
}

const TEXTS = ['text', 'number', 'organisationId', 'personId', 'due', 'recordsNumber'] as const;
export type DecisionText = (typeof TEXTS)[number];

export function valuesOf(decision: Decision): DecisionValues {
  return {
    text: decision.text,
    number: String(decision.number),
    organisationId: decision.organisation?.id ?? '',
    personId: decision.person?.id ?? '',
    due: decision.due ?? '',
    recordsNumber: decision.recordsNumber,
    isOpen: decision.state !== 'standing',
  };
}

export function baseOf(decision: Decision): DecisionBase {
  return { version: decision.version, values: valuesOf(decision) };
}

/** Only what has changed: what minutes have closed must not be named. */
export function changesIn(before: DecisionValues, now: DecisionValues): UpdateDecisionRequest {
  return {
    ...(now.text.trim() !== before.text && { text: now.text.trim() }),
    ...(now.number !== before.number && { number: Number(now.number) }),
    ...(now.organisationId !== before.organisationId && { organisationId: now.organisationId || null }),
    ...(now.personId !== before.personId && { personId: now.personId || null }),
    ...(now.due !== before.due && { due: now.due || null }),
    ...(now.recordsNumber.trim() !== before.recordsNumber && { recordsNumber: now.recordsNumber.trim() }),
    ...(now.isOpen !== before.isOpen && { isOpen: now.isOpen }),
  };
}

export function isChanged(before: DecisionValues, now: DecisionValues): boolean {
  return Object.keys(changesIn(before, now)).length > 0;
}

/** Wording and number as stored where minutes have closed them since the draft was written. */
export function withinLock(values: DecisionValues, decision: Decision): DecisionValues {
  if (decision.lockedReason === '') return values;
  const { text, number } = valuesOf(decision);
  return { ...values, text, number };
}

type Unknown = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Unknown => typeof value === 'object' && value !== null;

function isDecisionValues(value: unknown): value is DecisionValues {
  if (!isObject(value)) return false;
  return TEXTS.every((name) => typeof value[name] === 'string') && typeof value['isOpen'] === 'boolean';
}

export function isDecisionDraft(value: unknown): value is DecisionDraft {
  if (!isObject(value) || !isDecisionValues(value['values'])) return false;
  const { base } = value;
  return isObject(base) && typeof base['version'] === 'number' && isDecisionValues(base['values']);
}

/** The decision as stored, in a refusal. */
export function isDecision(value: unknown): value is Decision {
  return isObject(value) && typeof value['planSlug'] === 'string' && typeof value['number'] === 'number';
}
