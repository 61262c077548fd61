import type { ToDoItem } from '@samhandling/contracts';

type NamedDecision = NonNullable<ToDoItem['decisions']>[number];

/** A reason cut where it names a decision, so that the name can lead there. */
export interface ReasonParts {
  readonly before: string;
  readonly decision: NamedDecision | null;
  readonly after: string;
}

/** Two groups may each have a § 12/2026: the reasons name the decisions in their order, so each is taken once. */
export function reasonParts({ reasons, decisions = [] }: Pick<ToDoItem, 'reasons' | 'decisions'>): ReasonParts[] {
  const left = [...decisions];
  return reasons.map((reason) => {
    const index = left.findIndex(({ reference }) => reason.includes(reference));
    const [decision] = index < 0 ? [] : left.splice(index, 1);
    if (!decision) return { before: reason, decision: null, after: '' };
    const at = reason.indexOf(decision.reference);
    return { before: reason.slice(0, at), decision, after: reason.slice(at + decision.reference.length) };
  });
}
