import type { TransitionOffer } from '@samhandling/contracts';
import { takeTransition, type GuardAnswers, type Label, type Locale, type Transition } from '@samhandling/domain';

export interface Workflow<State extends string, Name extends string, Guard extends string> {
  readonly table: readonly Transition<State, Name, Guard>[];
  readonly labels: Readonly<Record<Name, Label>>;
  /** Why a guard refuses. More than one sentence when several things are missing. */
  readonly reasons: (guard: Guard) => readonly Label[];
}

/**
 * The transitions that lead somewhere from this state, each allowed or with the reasons why not. One whose guard in
 * `hidden` refuses is left out: it belongs to another role, and a button for it would only be in the way.
 */
export function offerTransitions<State extends string, Name extends string, Guard extends string>(
  workflow: Workflow<State, Name, Guard>,
  state: State,
  answers: GuardAnswers<Guard>,
  hidden: readonly Guard[],
  locale: Locale,
): TransitionOffer<Name>[] {
  return workflow.table
    .filter((row) => row.from.includes(state))
    .filter((row) => !row.guards.some((guard) => hidden.includes(guard) && answers[guard] !== true))
    .map((row) => {
      const result = takeTransition(workflow.table, state, row.name, answers);
      const failed = !result.allowed && result.reason === 'guard' ? result.failed : [];
      return {
        name: row.name,
        label: workflow.labels[row.name][locale],
        allowed: result.allowed,
        reasons: failed.flatMap((guard) => workflow.reasons(guard).map((reason) => reason[locale])),
      };
    });
}

/** Reasons one after the other, as the detail of a problem. */
export function joinReasons(reasons: readonly Label[]): Label {
  return { sv: reasons.map((reason) => reason.sv).join(' '), en: reasons.map((reason) => reason.en).join(' ') };
}
