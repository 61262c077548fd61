import type { UpdateLiftRequest } from '@samhandling/contracts';

/** The fields of a lifted question as a form holds them. */
export type LiftValues = Readonly<Record<'question' | 'proposal', string>>;

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
