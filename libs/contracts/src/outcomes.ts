import type { OutcomeSource, OutcomeState, RoundState, Sex } from '@samhandling/domain';
import type { Day, Id, Instant, PersonRef } from './common.ts';
import type { Indicator, OutcomeDisplay } from './plans.ts';

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

/** `GET /rounds/:id/outcomes?breakdown=none|municipality&goal=&organisation=` */
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
}

/** The cell as stored now; the row's combined figure beside it, so the page need not ask again. */
export interface PutOutcomeAnswer {
  readonly cell: OutcomeCell;
  readonly combined: OutcomeDisplay;
}
