import { likeness } from './text.ts';

interface Entry {
  reference: string;
  text: string;
}

export interface Pairing<T> {
  pairs: [T, T][];
  added: T[];
  removed: T[];
}

/** With more left than this after the exact matches, two plans have so little in common that likeness is not sought. */
const MAX_COMPARISONS = 250_000;
const LIKE_AT_SAME_PLACE = 0.35;
const LIKE_ELSEWHERE = 0.6;

/**
 * Pairs the entries of two lists, in four passes that each take only what is left: same reference and text, same text,
 * same reference and somewhat alike, and the most alike of the rest. Each entry is paired at most once.
 */
export function pairUp<T extends Entry>(before: readonly T[], after: readonly T[]): Pairing<T> {
  const pairs: [T, T][] = [];
  let left = [...before];
  let right = [...after];
  const byKey = (key: (entry: T) => string, accept: (a: T, b: T) => boolean): void => {
    const waiting = new Map<string, T[]>();
    for (const entry of left) {
      const queue = waiting.get(key(entry));
      if (queue) queue.push(entry);
      else waiting.set(key(entry), [entry]);
    }
    const taken = new Set<T>();
    right = right.filter((entry) => {
      const queue = waiting.get(key(entry));
      const candidate = queue?.[0];
      if (!candidate || !accept(candidate, entry)) return true;
      queue.shift();
      taken.add(candidate);
      pairs.push([candidate, entry]);
      return false;
    });
    left = left.filter((entry) => !taken.has(entry));
  };
  byKey(
    (entry) => `${entry.reference}\n${entry.text}`,
    () => true,
  );
  byKey(
    (entry) => entry.text,
    () => true,
  );
  byKey(
    (entry) => entry.reference,
    (a, b) => a.reference !== '' && likeness(a.text, b.text) >= LIKE_AT_SAME_PLACE,
  );

  if (left.length * right.length <= MAX_COMPARISONS) {
    const scored = left.flatMap((a, i) =>
      right.map((b, j) => ({ a, b, order: i * right.length + j, like: likeness(a.text, b.text) })),
    );
    const takenLeft = new Set<T>();
    const takenRight = new Set<T>();
    for (const { a, b } of scored
      .filter((score) => score.like >= LIKE_ELSEWHERE)
      .sort((x, y) => y.like - x.like || x.order - y.order)) {
      if (takenLeft.has(a) || takenRight.has(b)) continue;
      takenLeft.add(a);
      takenRight.add(b);
      pairs.push([a, b]);
    }
    left = left.filter((entry) => !takenLeft.has(entry));
    right = right.filter((entry) => !takenRight.has(entry));
  }
  const place = new Map(after.map((entry, at) => [entry, at]));
  pairs.sort((x, y) => (place.get(x[1]) ?? 0) - (place.get(y[1]) ?? 0));
  return { pairs, added: right, removed: left };
}
