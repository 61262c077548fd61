const LONGEST = 80;

/**
 * A name in addresses: "Handlingsplan mot våld 2025" becomes "handlingsplan-mot-vald-2025". Letters lose their
 * marks (å and ä become a, ö becomes o), everything else becomes a hyphen. A title without letters or digits gives "plan".
 */
export function slugOf(title: string): string {
  const plain = title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/æ/g, 'ae')
    .replace(/ø/g, 'o')
    .replace(/[^a-z0-9]+/g, '-');
  return plain.slice(0, LONGEST).replace(/^-+|-+$/g, '') || 'plan';
}

/** The slug itself when it is free, else with the lowest number from 2 that is. */
export function freeSlug(slug: string, taken: readonly string[]): string {
  const used = new Set(taken);
  if (!used.has(slug)) return slug;
  let number = 2;
  while (used.has(`${slug}-${number}`)) number += 1;
  return `${slug}-${number}`;
}
