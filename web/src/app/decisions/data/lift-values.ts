import type { Lift, UpdateLiftRequest } from '@samhandling/contracts';

/** The fields of a lifted question as a form holds them. */
export interface LiftValues {
  readonly question: string;
  readonly proposal: string;
}

/** What the writing began from is kept with what is written, so that what somebody else has saved since is met. */
export interface LiftDraft {
  readonly base: LiftValues & { readonly version: number };
  readonly values: LiftValues;
}

export function liftValues({ question, proposal }: LiftValues): LiftValues {
  return { question, proposal };
}

export function liftChanges(before: LiftValues, now: LiftValues): UpdateLiftRequest {
  const [question, proposal] = [now.question.trim(), now.proposal.trim()];
  return {
    ...(question !== before.question && { question }),
    ...(proposal !== before.proposal && { proposal }),
  };
}

type Unknown = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Unknown => typeof value === 'object' && value !== null;
const isValues = (value: unknown): value is Unknown =>
  isObject(value) && typeof value['question'] === 'string' && typeof value['proposal'] === 'string';

export function isLiftDraft(value: unknown): value is LiftDraft {
  if (!isObject(value)) return false;
  const { base } = value;
  return isValues(value['values']) && isValues(base) && typeof base['version'] === 'number';
}

/** The question as stored, in a refusal. */
export function isLift(value: unknown): value is Lift {
  return isValues(value) && isObject(value['fromGroup']) && typeof value['version'] === 'number';
}
