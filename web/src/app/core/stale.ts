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
