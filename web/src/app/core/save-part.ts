import type { Injector } from '@angular/core';
import { problemOf } from './problem.ts';
import { type StaleRules, settled } from './stale.ts';

/** How a thing whose fields are saved one by one is sent, read and shown. */
export interface PartRules<Stored, Value extends object> extends Omit<StaleRules<Value>, 'who'> {
  readonly send: (stored: Stored, part: Partial<Value>) => Promise<Stored>;
  readonly isStored: (value: unknown) => value is Stored;
  readonly valueOf: (stored: Stored) => Value;
  /** "Anna Ek sparade 12 mars 2026 kl. 14:05." */
  readonly whoSaved?: (theirs: Stored) => string;
}

/**
 * Saves one or a few fields by themselves. Where somebody else has saved first, the rest is theirs; what both have changed
 * is asked about, and what only this person has changed is saved without a question. Answers what is stored then. Throws the
 * refusal when the person goes back without saving.
 */
export async function savePart<Stored, Value extends object>(
  injector: Injector,
  stored: Stored,
  part: NoInfer<Partial<Value>>,
  rules: PartRules<Stored, Value>,
): Promise<Stored> {
  try {
    return await rules.send(stored, part);
  } catch (error) {
    const { code, current } = problemOf(error);
    if (code !== 'stale' || !rules.isStored(current)) throw error;
    const [base, theirs] = [rules.valueOf(stored), rules.valueOf(current)];
    const names = Object.keys(part) as (keyof Value)[];
    const isClash = names.some((name) => theirs[name] !== base[name] && theirs[name] !== part[name]);
    const mine = { ...theirs, ...part };
    const who = rules.whoSaved?.(current);
    const chosen = isClash ? await settled(injector, { base, mine, theirs }, { ...rules, who }) : mine;
    if (chosen === null) throw error;
    const left = names.filter((name) => chosen[name] !== theirs[name]).map((name) => [name, chosen[name]]);
    return left.length === 0 ? current : savePart(injector, current, Object.fromEntries(left) as Partial<Value>, rules);
  }
}
