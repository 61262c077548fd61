import type { OutcomeSource, OutcomeState, RoundState, Sex } from '@samhandling/domain';
import type { Day, Id, Instant, PersonRef } from './common.ts';
import type { ComputedOutcome } from './events.ts';
import type { Indicator, OutcomeDisplay } from './plans.ts';
import type { ProblemError } from './problem.ts';

/** One place of a grid: the county (`municipalityCode` null) or a municipality. */
export interface OutcomePlace {
  readonly municipalityCode: string | null;
  readonly name: string;
}

/** A stored or empty cell, as the person who may enter it sees it (unprotected for those who may enter). */
export interface OutcomeCell {
  /** Null: not reported, there is no row. */
  readonly id: Id | null;
  /** 0 for a cell without a row; send `If-Match: "0"` to claim that it is still empty. */
  readonly version: number;
  readonly municipalityCode: string | null;
  readonly sex: Sex;
  readonly state: OutcomeState | 'not_reported' | 'protected';
  readonly value: number | null;
  readonly denominator: number | null;
  readonly day: Day | null;
  readonly text: string;
  readonly note: string;
  readonly source: OutcomeSource | null;
  readonly reportedBy: PersonRef | null;
  readonly reportedAt: Instant | null;
  readonly mayEnter: boolean;
  /** Why not, in words. */
  readonly lockedReason: string;
  /** What the events give, where the indicator has a rule and something counts; null otherwise, and where it is protected. */
  readonly computed: ComputedOutcome | null;
  /** The round's own target for this place; null where the row's or none holds. */
  readonly target: number | null;
  /** The municipality declined or is no member: it is not asked, and not counted among those that should report. */
  readonly isLeftOut: boolean;
  /** The same cell in the round before. */
  readonly previous: OutcomeDisplay | null;
}

export interface OutcomeRow {
  readonly indicator: Indicator;
  /** References of the activities it serves. */
  readonly activities: readonly string[];
  readonly target: number | null;
  readonly cells: readonly OutcomeCell[];
  /** Combined over municipalities as defined. */
  readonly combined: OutcomeDisplay;
  readonly previousCombined: OutcomeDisplay | null;
}

/**
 * `GET /rounds/:id/outcomes?breakdown=none|municipality&goal=&organisation=&activity=` . Without `breakdown` the
 * indicators of the county as a whole; `goal`, `organisation` (as responsible) and `activity` narrow further.
 *
 * `protected=true` hides small numbers from everybody, those who may enter them too: for charts and other things that
 * travel further than their reader.
 */
export interface OutcomeGrid {
  readonly round: { readonly id: Id; readonly label: string; readonly state: RoundState };
  readonly previousRound: { readonly id: Id; readonly label: string } | null;
  readonly places: readonly OutcomePlace[];
  readonly rows: readonly OutcomeRow[];
}

/**
 * `PUT /rounds/:roundId/outcomes/:indicatorId` with If-Match = the cell's version. Raw text as typed: the server reads it with the
 * same rule as the page does. "" takes the value away (not reported).
 */
export interface PutOutcomeRequest {
  readonly municipalityCode: string | null;
  readonly sex: Sex;
  /** As typed: "12,5", "1 000", "e.t.", "". For shares the numerator. */
  readonly input: string;
  /** Shares only, as typed. */
  readonly denominatorInput?: string;
  /** Milestones only: when it was reached. */
  readonly day?: Day | null;
  readonly note?: string;
  /** Take what the events give instead of `input`. */
  readonly useComputed?: boolean;
  /** Why the typed value is kept although the events give another. */
  readonly keptReason?: string;
}

/** The cell as stored now; the row's combined figure beside it, so the page need not ask again. */
export interface PutOutcomeAnswer {
  readonly cell: OutcomeCell;
  readonly combined: OutcomeDisplay;
}

/** A pasted rectangle holds at most this many cells: 60 indicators for all municipalities of the largest county. */
export const MOST_PASTED_CELLS = 2000;

/**
 * `PUT /rounds/:id/outcomes`: many cells at once, as when a rectangle is pasted from a spreadsheet.
 *
 * Each cell is judged by itself, with its own version, and answered in the order sent. What can be saved is saved, in
 * one transaction; what cannot is left as it was and comes back with its reason, so that the page can mark the cell and
 * keep what was typed. People expect this of a paste: one bad cell in forty must not throw the other thirty-nine away,
 * and no cell may disappear in silence. If the transaction fails, nothing is saved and the answer is a Problem; the
 * same when the round is adopted. The same cell twice in one request: the first counts, the second is refused.
 */
export interface PutOutcomesRequest {
  readonly cells: readonly PutOutcomesCell[];
}

export interface PutOutcomesCell extends PutOutcomeRequest {
  readonly indicatorId: Id;
  /** 0 claims that the cell is empty, as `If-Match: "0"` does. */
  readonly version: number;
}

/** `unchanged`: the cell already held this. `stale`: somebody else was first, `cell` is what is stored now. */
export type PutOutcomesResult = {
  readonly indicatorId: Id;
  readonly municipalityCode: string | null;
  readonly sex: Sex;
} & (
  | { readonly result: 'saved' | 'unchanged' | 'stale'; readonly cell: OutcomeCell }
  /** Pointers are within the sent cell: "/input", "/denominatorInput", "/day"; "" for the cell as a whole. */
  | { readonly result: 'refused'; readonly errors: readonly ProblemError[] }
);

export interface PutOutcomesAnswer {
  readonly cells: readonly PutOutcomesResult[];
  readonly saved: number;
  readonly refused: number;
  readonly stale: number;
  /** The combined figure of every indicator that was touched. */
  readonly rows: readonly { readonly indicatorId: Id; readonly combined: OutcomeDisplay }[];
}
