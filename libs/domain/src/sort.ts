/**
 * Swedish order: å, ä and ö last, letter case and accents only as a tie-break. A locale is always given, so that the
 * order does not follow the machine.
 */
const SWEDISH = new Intl.Collator('sv');
const SWEDISH_NATURAL = new Intl.Collator('sv', { numeric: true });

function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Compares names in Swedish order. Total: different texts never compare as equal, so that lists are stable. */
export function compareSwedish(a: string, b: string): number {
  return SWEDISH.compare(a, b) || byCodePoint(a, b);
}

/**
 * Compares numbers and codes as printed: "1.10" after "1.9", "2.2/5" before "2.2/10", and a lettered goal ("F") after
 * the numbered ones.
 */
export function compareNatural(a: string, b: string): number {
  const [left, right] = [a.split(/[./]/), b.split(/[./]/)];
  for (let index = 0; index < Math.min(left.length, right.length); index += 1) {
    const order = SWEDISH_NATURAL.compare(left[index] ?? '', right[index] ?? '');
    if (order !== 0) return order;
  }
  return left.length - right.length || byCodePoint(a, b);
}

/** A copy in Swedish order of what `key` gives. */
export function sortedSwedish<Item>(items: readonly Item[], key: (item: Item) => string): Item[] {
  return [...items].sort((a, b) => compareSwedish(key(a), key(b)));
}

/** A copy in natural order of what `key` gives. */
export function sortedNatural<Item>(items: readonly Item[], key: (item: Item) => string): Item[] {
  return [...items].sort((a, b) => compareNatural(key(a), key(b)));
}
