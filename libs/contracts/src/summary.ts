import type { GoalJudgement, JudgementCounts } from '@samhandling/domain';
import type { Id } from './common.ts';
import type { RoundRef } from './rounds.ts';

/** `GET /plans/:slug/summary?round=` : the year in figures, per goal and per municipality. One query. */
export interface YearSummary {
  readonly round: RoundRef | null;
  readonly counts: JudgementCounts;
  readonly goals: readonly {
    readonly id: Id;
    readonly number: number;
    readonly code: string | null;
    readonly title: string;
    readonly judgement: GoalJudgement | null;
    readonly counts: JudgementCounts;
    /** Cells that should hold a value in the round, and those that do. */
    readonly outcomesExpected: number;
    readonly outcomesReported: number;
  }[];
  readonly municipalities: readonly {
    readonly code: string;
    readonly name: string;
    readonly outcomesExpected: number;
    readonly outcomesReported: number;
    readonly notApplicable: number;
  }[];
}
