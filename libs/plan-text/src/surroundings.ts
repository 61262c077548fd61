import type { Recognised } from './recognise.ts';

type Numbered = Extract<Recognised, { kind: 'numbered' }>;

/** What stands around a line, worked out once so that reading stays linear. */
export interface Surroundings {
  readonly recognised: readonly Recognised[];
  /**
   * A numbered line is a goal's heading when an area of its number, or its first activity, comes next. Where it could
   * be an item of an open list, only the number that was expected, with its own area next, is enough.
   */
  isGoal(at: number, seen: Numbered, expected: number, inList: boolean): boolean;
  /** Whether an area or an activity comes next, before any other heading. */
  leadsToPlan(at: number): boolean;
  leadsToActivity(at: number): boolean;
  leadsToResponsible(at: number): boolean;
  /** An area in a list of contents: nothing of its own follows, and its number comes again. */
  repeatedLater(at: number): boolean;
}

export function surroundings(recognised: readonly Recognised[]): Surroundings {
  const count = recognised.length;
  /** The next line that is more than a blank, navigation or running text. */
  const next = new Int32Array(count).fill(-1);
  const lastOfArea = new Map<string, number>();
  let following = -1;
  for (let at = count - 1; at >= 0; at -= 1) {
    next[at] = following;
    const seen = recognised[at];
    if (seen && !['blank', 'navigation', 'prose', 'heading'].includes(seen.kind)) following = at;
    if (seen?.kind === 'area' && seen.number !== null && !lastOfArea.has(seen.number)) lastOfArea.set(seen.number, at);
  }
  const after = (at: number): { at: number; seen: Recognised } | null => {
    const index = next[at] ?? -1;
    const seen = recognised[index];
    return seen ? { at: index, seen } : null;
  };
  const repeatedLater = (at: number): boolean => {
    const seen = recognised[at];
    if (seen?.kind !== 'area' || seen.number === null) return false;
    if ((lastOfArea.get(seen.number) ?? at) <= at) return false;
    const follower = after(at)?.seen.kind;
    return follower === 'area' || follower === 'goal' || follower === 'numbered' || follower === 'section';
  };
  const leadsTo = (at: number, kinds: readonly Recognised['kind'][]): boolean => {
    const follower = after(at);
    return follower !== null && kinds.includes(follower.seen.kind) && !repeatedLater(follower.at);
  };
  return {
    recognised,
    repeatedLater,
    leadsToPlan: (at) => leadsTo(at, ['area', 'activity', 'tips']),
    leadsToActivity: (at) => leadsTo(at, ['activity', 'field']) || after(at)?.seen.kind === 'numbered',
    leadsToResponsible: (at) => {
      const follower = after(at)?.seen;
      return follower?.kind === 'field' && follower.field === 'responsible';
    },
    isGoal: (at, seen, expected, inList) => {
      const follower = after(at);
      if (follower === null || repeatedLater(follower.at)) return false;
      if (follower.seen.kind === 'activity')
        return !inList && seen.dotted && (seen.number === expected || seen.code !== null);
      if (follower.seen.kind !== 'area') return false;
      const prefix = follower.seen.number?.split('.')[0];
      if (inList) return seen.number === expected && prefix === `${expected}`;
      if (seen.number === null) return prefix === seen.code || prefix === `${expected}` || prefix === undefined;
      return prefix === undefined ? seen.number === expected : prefix === `${seen.number}` || seen.number === expected;
    },
  };
}
