import type { Injector } from '@angular/core';
import type { StaleAnswer, StaleField } from './stale-dialog.ts';

/**
 * Compares what was loaded, what is written here and what is stored now, field by field. A field only one of them has
 * changed is proposed from that side; one both have changed, differently, is left for the person to choose.
 */
export function staleFields<Value extends object>(
  base: Value,
  mine: Value,
  theirs: Value,
  labels: Readonly<Record<keyof Value & string, string>>,
  shown: (name: keyof Value & string, value: Value) => string,
): StaleField[] {
  const names = Object.keys(labels) as (keyof Value & string)[];
  return names
    .filter((name) => mine[name] !== theirs[name])
    .map((name) => ({
      name,
      label: labels[name],
      mine: shown(name, mine),
      theirs: shown(name, theirs),
      proposed: mine[name] === base[name] ? 'theirs' : theirs[name] === base[name] ? 'mine' : null,
    }));
}

/** The stored version with my choices laid over it. */
export function mergedByChoice<Value extends object>(mine: Value, theirs: Value, answer: StaleAnswer): Value {
  const chosen = Object.entries(answer)
    .filter(([name, side]) => side === 'mine' && name in mine)
    .map(([name]) => [name, mine[name as keyof Value]]);
  return { ...theirs, ...Object.fromEntries(chosen) };
}

/** What a form, or a field that is saved by itself, says of its fields when somebody else has saved first. */
export interface StaleRules<Value extends object> {
  readonly labels: Readonly<Record<keyof Value & string, string>>;
  /** As a reader sees the field; empty for nothing. */
  readonly shown: (name: keyof Value & string, value: Value) => string;
  /** "Anna Ek sparade 12 mars 2026 kl. 14:05." */
  readonly who?: string | undefined;
}

export interface Versions<Value extends object> {
  /** What was loaded. */
  readonly base: Value;
  readonly mine: Value;
  readonly theirs: Value;
}

/** Asks where the versions differ, and lays what is chosen over theirs. Null when the person goes back without saving. */
export async function settled<Value extends object>(
  injector: Injector,
  { base, mine, theirs }: Versions<Value>,
  { labels, shown, who = '' }: StaleRules<Value>,
): Promise<Value | null> {
  const fields = staleFields(base, mine, theirs, labels, shown);
  if (fields.length === 0) return theirs;
  const { askAboutStale } = await import('./stale-dialog.ts');
  const answer = await askAboutStale(injector, { who, fields });
  return answer === null ? null : mergedByChoice(mine, theirs, answer);
}

/** A box that is ticked or not, in the words the dialog shows. */
export function yesOrNo(value: boolean): string {
  return value ? $localize`:@@core.stale.yes:Ja` : $localize`:@@core.stale.no:Nej`;
}
