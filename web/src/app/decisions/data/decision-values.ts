import type { Decision, UpdateDecisionRequest } from '@samhandling/contracts';

export type DecisionText = 'text' | 'number' | 'organisationId' | 'personId' | 'due' | 'recordsNumber';

/** The fields of a decision as a form holds them; an empty text is nobody and no day. */
export type DecisionValues = Readonly<Record<DecisionText, string> & { isOpen: boolean }>;

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

/** Wording and number as stored where minutes have closed them since the draft was written. */
export function withinLock(values: DecisionValues, decision: Decision): DecisionValues {
  if (decision.lockedReason === '') return values;
  const { text, number } = valuesOf(decision);
  return { ...values, text, number };
}
