/**
 * Workflows are tables, evaluated on the server only. An unknown transition, a wrong starting state or a failed guard
 * refuses: there is no default that lets something through.
 */
export interface Transition<State extends string, Name extends string, Guard extends string> {
  readonly name: Name;
  readonly from: readonly State[];
  readonly to: State;
  /** Every guard must have been answered `true` by the caller; a guard without an answer counts as failed. */
  readonly guards: readonly Guard[];
}

export type GuardAnswers<Guard extends string> = Partial<Record<Guard, boolean>>;

export type TransitionResult<State extends string, Guard extends string> =
  | { readonly allowed: true; readonly to: State }
  | { readonly allowed: false; readonly reason: 'unknown' | 'wrong_state' }
  | { readonly allowed: false; readonly reason: 'guard'; readonly failed: readonly Guard[] };

export function takeTransition<State extends string, Name extends string, Guard extends string>(
  table: readonly Transition<State, Name, Guard>[],
  state: State,
  name: Name,
  answers: GuardAnswers<Guard>,
): TransitionResult<State, Guard> {
  const transition = table.find((row) => row.name === name);
  if (!transition) return { allowed: false, reason: 'unknown' };
  if (!transition.from.includes(state)) return { allowed: false, reason: 'wrong_state' };
  const failed = transition.guards.filter((guard) => answers[guard] !== true);
  if (failed.length > 0) return { allowed: false, reason: 'guard', failed };
  return { allowed: true, to: transition.to };
}

/** The transitions that would succeed now. Sent with the resource, so interface and API cannot disagree. */
export function availableTransitions<State extends string, Name extends string, Guard extends string>(
  table: readonly Transition<State, Name, Guard>[],
  state: State,
  answers: GuardAnswers<Guard>,
): Name[] {
  return table.filter((row) => takeTransition(table, state, row.name, answers).allowed).map((row) => row.name);
}

/** States no path leads to from `start`. A workflow with any is a mistake; a test keeps this empty. */
export function unreachableStates<State extends string>(
  table: readonly Transition<State, string, string>[],
  states: readonly State[],
  start: State,
): State[] {
  const reached = new Set<State>([start]);
  let grew = true;
  while (grew) {
    grew = false;
    for (const row of table) {
      if (row.from.some((state) => reached.has(state)) && !reached.has(row.to)) {
        reached.add(row.to);
        grew = true;
      }
    }
  }
  return states.filter((state) => !reached.has(state));
}
