import type { PlanBuilder } from './builder.ts';
import type { Ledger } from './ledger.ts';
import { toItems, type Item, type Piece } from './pieces.ts';
import type { Section } from './recognise.ts';
import { likeness, wordingKey } from './text.ts';
import type { LineRole } from './types.ts';

/** Above this many comparisons (hostile input) only equal wordings are matched, so that reading stays linear. */
const MAX_COMPARISONS = 20_000;
const LIKE_ENOUGH = 0.6;
/** A paragraph longer than this is an account, not a goal or a purpose. */
const LONGEST_ITEM = 400;

const ROLE: Readonly<Record<Section, LineRole>> = {
  introduction: 'outside',
  purposes: 'purpose',
  overarching: 'overarching_goal',
  specific: 'specific_goal',
  goal_list: 'overview',
};

export interface OverviewEntry {
  at: number;
  text: string;
}

/** A list of goals printed apart from the plan itself: its heading line and its entries in printed order. */
export interface Overview {
  headingAt: number;
  entries: OverviewEntry[];
}

/** The texts around the plan: purposes, overarching and specific goals, and overviews that repeat the goals. */
export class Sections {
  readonly purposes: string[] = [];
  readonly overarchingGoals: string[] = [];
  readonly specificGoals: string[] = [];
  private readonly overviews: Overview[] = [];
  private readonly ledger: Ledger;

  constructor(ledger: Ledger) {
    this.ledger = ledger;
  }

  addOverview(overview: Overview): void {
    if (overview.entries.length > 0) this.overviews.push(overview);
  }

  /**
   * Ends a section. Its list items are its content; where it has no list, its paragraphs are. Text before a list is a
   * lead-in, text after it belongs to nothing and is flagged.
   */
  close(section: Section, headingAt: number, pieces: readonly Piece[]): void {
    const items = toItems(pieces);
    const listed = items.some((item) => item.bullet);
    const kept: Item[] = [];
    for (const item of items) {
      if (!item.bullet && item.text.endsWith(':')) this.relabel(item, 'lead_in');
      else if (section === 'introduction' || item.text.length > LONGEST_ITEM || (listed && !item.bullet)) {
        this.relabel(item, 'outside');
      } else kept.push(item);
    }
    for (const item of kept)
      for (const word of item.joinedWords) this.ledger.flag(item.at, 'hyphen_joined', { text: word });
    const texts = kept.map((item) => item.text);
    if (section === 'purposes') this.purposes.push(...texts);
    else if (section === 'overarching') this.overarchingGoals.push(...texts);
    else if (section === 'specific') this.specificGoals.push(...texts);
    else if (section === 'goal_list')
      this.addOverview({ headingAt, entries: kept.map(({ at, text }) => ({ at, text })) });
  }

  static role(section: Section): LineRole {
    return ROLE[section];
  }

  private relabel(item: Item, role: 'lead_in' | 'outside'): void {
    for (const at of item.ats) {
      this.ledger.remark(at, role);
      if (role === 'outside') this.ledger.flag(at, 'text_outside');
    }
  }

  /** Compares every overview with the goals that were read; the plan's own text and order always win. */
  crossCheck(builder: PlanBuilder): void {
    const byKey = new Map(builder.goals.map((goal, index) => [wordingKey(goal.title), index]));
    for (const overview of this.overviews) {
      const found: number[] = [];
      const compare = overview.entries.length * builder.goals.length <= MAX_COMPARISONS;
      for (const entry of overview.entries) {
        const exact = byKey.get(wordingKey(entry.text));
        const index = exact ?? (compare ? closest(entry.text, builder) : undefined);
        if (index === undefined) {
          this.ledger.flag(entry.at, 'goal_only_in_overview');
          continue;
        }
        found.push(index);
        const goal = builder.goals[index];
        this.ledger.remark(entry.at, 'overview', { goal: index, area: null, activity: null });
        if (exact === undefined && goal)
          this.ledger.flag(entry.at, 'goal_wording_differs', {
            number: goal.code ?? `${goal.number}`,
            title: goal.title,
          });
      }
      if (found.length < 2) continue;
      if (found.some((index, at) => at > 0 && index < (found[at - 1] ?? 0)))
        this.ledger.flag(overview.headingAt, 'goal_order_differs', {
          order: found.map((index) => codeOf(builder, index)).join(', '),
        });
      const named = new Set(found);
      builder.goals.forEach((_, index) => {
        if (!named.has(index))
          this.ledger.flag(overview.headingAt, 'goal_not_in_overview', { number: codeOf(builder, index) });
      });
    }
  }
}

function codeOf(builder: PlanBuilder, index: number): string {
  const goal = builder.goals[index];
  return goal?.code ?? `${goal?.number ?? ''}`;
}

function closest(text: string, builder: PlanBuilder): number | undefined {
  let best: number | undefined;
  let score = LIKE_ENOUGH;
  builder.goals.forEach((goal, index) => {
    const like = likeness(text, goal.title);
    if (like > score) {
      best = index;
      score = like;
    }
  });
  return best;
}
