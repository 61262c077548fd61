import type { Day, Id, Instant, PersonRef } from './common.ts';
import type { OutcomeDisplay, PlanRef } from './plans.ts';
import type { RoundRef } from './rounds.ts';

export const HISTORY_ENTITIES = [
  'follow_up',
  'outcome',
  'goal_judgement',
  'event',
  'indicator',
  'organisation',
  'round',
  'participation',
  'decision',
  'action_point',
  'lift',
] as const;
export type HistoryEntity = (typeof HISTORY_ENTITIES)[number];

/**
 * `GET /history/:entity/:id?page=` , newest first, in words: ids have become names, codes labels. For an outcome that was taken
 * away the id still answers. `GET /rounds/:roundId/outcomes/:indicatorId/history?municipality=&sex=` finds a cell's.
 */
export interface History {
  readonly title: string;
  readonly link: string;
  readonly entries: readonly HistoryEntry[];
  readonly total: number;
}
export interface HistoryEntry {
  readonly id: Id;
  readonly at: Instant;
  readonly person: PersonRef | null;
  readonly onBehalfOf: PersonRef | null;
  /** Gallring has taken who did it and the values. */
  readonly isDisposed: boolean;
  /** "via svarslänk", "via Excel", "av systemet"; empty on the web. */
  readonly through: string;
  /** In words: "Lämnade in", "Ändrade", "Skickade tillbaka". */
  readonly action: string;
  /** Where one is demanded. */
  readonly reason: string;
  readonly fields: readonly {
    readonly name: string;
    readonly label: string;
    /** Long texts are compared word by word in the page. */
    readonly isText: boolean;
    readonly old: string;
    readonly new: string;
  }[];
  readonly undo: { readonly allowed: boolean; readonly reason: string };
}
/** `GET /history/:entity/:id/compare?from=&to=` : how it read at the end of two days. */
export interface HistoryComparison {
  readonly from: Day;
  readonly to: Day;
  readonly fields: readonly {
    readonly name: string;
    readonly label: string;
    readonly isText: boolean;
    readonly from: string;
    readonly to: string;
  }[];
}
/**
 * `POST /changes/:id/undo` : takes one change back, if nobody has changed the same since. Every answer that changed something
 * carries the header `Change-Id`. Undone are judgements, states, assignments and deletes; texts are restored by comparing.
 */
export interface UndoAnswer {
  readonly words: string;
  readonly link: string;
}

/** `GET /plans/:slug/diff?from=2025&to=2026` : labels of rounds, or "nu" for the plan as it stands. */
export interface RoundDiff {
  readonly plan: PlanRef;
  readonly from: RoundRef;
  readonly to: RoundRef;
  readonly rounds: readonly RoundRef[];
  readonly added: readonly DiffActivity[];
  readonly removed: readonly DiffActivity[];
  readonly reworded: readonly (DiffActivity & { readonly before: string; readonly after: string })[];
  readonly judgements: readonly (DiffActivity & { readonly before: string | null; readonly after: string | null })[];
  readonly goalJudgements: readonly {
    readonly code: string;
    readonly title: string;
    readonly before: string | null;
    readonly after: string | null;
  }[];
  readonly targets: readonly DiffFigure[];
  readonly outcomes: readonly DiffFigure[];
  /** What the later round does not say yet, out of what it is to say. It is not listed among the changes. */
  readonly awaited: {
    readonly judgements: number;
    readonly ofJudgements: number;
    readonly goals: number;
    readonly ofGoals: number;
    readonly outcomes: number;
    readonly ofOutcomes: number;
  };
  /** How many activities there were to compare, so that no figure stands without its denominator. */
  readonly of: number;
}
export interface DiffActivity {
  readonly reference: string;
  readonly text: string;
}
export interface DiffFigure {
  readonly indicator: string;
  readonly references: readonly string[];
  readonly before: string;
  readonly after: string;
  /** The definition changed between: not comparable. */
  readonly breaks: boolean;
}

/** `GET /rounds/:roundId/outcomes/:indicatorId/explain?municipality=&sex=` : explain this number. */
export interface Explanation {
  readonly indicator: string;
  readonly place: string;
  readonly round: RoundRef;
  readonly display: OutcomeDisplay;
  /** In words: "Summan av 6 av 8 kommuner: 3 + 4 + …". */
  readonly formula: string;
  readonly target: string;
  readonly baseline: string;
  readonly sources: readonly {
    readonly label: string;
    readonly value: string;
    readonly source: string;
    readonly person: PersonRef | null;
    readonly at: Instant | null;
    readonly note: string;
    /** Page of the event or the cell; empty when it has none. */
    readonly link: string;
  }[];
  readonly leftOut: readonly { readonly label: string; readonly reason: string; readonly link: string }[];
}

/**
 * `GET/PUT /rounds/:id/targets/:indicatorId` : the round's own targets, for the county and per municipality. PUT replaces all,
 * with If-Match = the version; 412 with the stored ones when somebody else was first.
 */
export interface RoundTargets {
  readonly indicatorId: Id;
  /** Says which targets these are: the same number for the same targets, another when any of them has changed. */
  readonly version: number;
  /** The indicator's own, which holds where the round says nothing. */
  readonly standing: number | null;
  readonly county: number | null;
  readonly municipalities: readonly { readonly code: string; readonly name: string; readonly target: number | null }[];
  readonly margin: number;
  readonly mayEdit: boolean;
  readonly lockedReason: string;
}
export interface PutRoundTargetsRequest {
  /** As typed: "12,5"; "" for none. */
  readonly county: string;
  readonly municipalities: readonly { readonly code: string; readonly input: string }[];
}
