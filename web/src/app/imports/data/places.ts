import type { ImportReview, ImportSourceLine, LineUse } from '@samhandling/contracts';

/** Which part of the proposal a line became. The same string is the `data-place` of that part on the page. */
export function placeOf(line: ImportSourceLine | undefined): string | null {
  if (!line) return null;
  switch (line.role) {
    case 'purpose':
      return 'purposes';
    case 'overarching_goal':
      return 'overarching';
    case 'specific_goal':
      return 'specific';
    case 'tips':
      return line.reference === null ? null : `tips:${(line.reference.split('.')[0] ?? '').split('/')[0] ?? ''}`;
    default:
      return line.reference === null ? null : `at:${line.reference}`;
  }
}

/** First line of each place, so that a part of the proposal can show where it comes from. */
export function firstLines(source: readonly ImportSourceLine[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const line of source) {
    if (line.use === 'ignored') continue;
    const place = placeOf(line);
    if (place !== null && !found.has(place)) found.set(place, line.line);
  }
  return found;
}

export const SOURCE_FILTERS = ['alla', 'flaggade', 'anvanda', 'bortsedda'] as const;
export type SourceFilter = (typeof SOURCE_FILTERS)[number];
const USE: Readonly<Record<Exclude<SourceFilter, 'alla'>, LineUse>> = {
  flaggade: 'flagged',
  anvanda: 'used',
  bortsedda: 'ignored',
};

export function readSourceFilter(text: string | undefined): SourceFilter {
  return SOURCE_FILTERS.find((filter) => filter === text) ?? 'alla';
}

export function filterSource(source: readonly ImportSourceLine[], filter: SourceFilter): readonly ImportSourceLine[] {
  return filter === 'alla' ? source : source.filter((line) => line.use === USE[filter]);
}

export function countSource(lines: ImportReview['lines'], filter: SourceFilter): number {
  return filter === 'alla' ? lines.total : lines[USE[filter]];
}

/** A long text in pieces the browser can leave undrawn until they come near. */
export function chunksOf<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  const chunks: Item[][] = [];
  for (let from = 0; from < items.length; from += size) chunks.push(items.slice(from, from + size));
  return chunks;
}

export const STEPS = ['forslag', 'plan', 'flaggor', 'aktorer', 'uppfoljning', 'jamforelse', 'skapa'] as const;
export type Step = (typeof STEPS)[number];

export function readStep(text: string | undefined): Step {
  return STEPS.find((step) => step === text) ?? 'forslag';
}

/** What is left in each step: nothing of it stops the import but the plan's name and years, and the actors. */
export interface Left {
  readonly plan: number;
  readonly flags: number;
  readonly actors: number;
  readonly indicators: number;
}

export function leftOf(review: ImportReview): Left {
  const { title, firstYear, lastYear } = review.settings;
  const yearsWrong = firstYear === null || lastYear === null || lastYear < firstYear;
  return {
    plan: Number(title.trim() === '') + Number(yearsWrong),
    flags: review.flags.filter((flag) => !flag.settled).length,
    actors: review.actors.filter((actor) => actor.decision === null).length,
    indicators: review.indicators.filter((indicator) => indicator.decision === null).length,
  };
}
