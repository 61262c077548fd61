import type { Problem } from '@samhandling/contracts';

/** What a problem says at one field, by its JSON pointer ("/password"). */
export function reasonsAt(problem: Problem | null, pointer: string): string[] {
  return (problem?.errors ?? []).filter((error) => error.pointer === pointer).map((error) => error.reason);
}

/** The problem, unless everything it says stands at a field already. */
export function besideFields(problem: Problem | null, pointers: readonly string[]): Problem | null {
  const errors = problem?.errors ?? [];
  if (problem === null || errors.length === 0) return problem;
  const left = errors.filter((error) => !pointers.includes(error.pointer));
  return left.length > 0 ? { ...problem, errors: left } : null;
}
