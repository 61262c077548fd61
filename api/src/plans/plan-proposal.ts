import type { Breakdown, Direction, IndicatorKind } from '@samhandling/domain';

/**
 * A whole plan to be written at once: what the importer has read and a person has said yes to. Organisations are named
 * by id, so they exist before the plan does. Lists are in reading order, and texts are stored verbatim.
 */
export interface PlanProposal {
  readonly title: string;
  readonly theme: string;
  readonly firstYear: number;
  readonly lastYear: number;
  readonly purposes: readonly string[];
  readonly overarchingGoals: readonly string[];
  readonly specificGoals: readonly string[];
  readonly goals: readonly ProposedGoal[];
}

export interface ProposedGoal {
  readonly number: number;
  /** As printed, "F"; null when the number is what is printed. */
  readonly code: string | null;
  readonly title: string;
  readonly tips: readonly string[];
  readonly areas: readonly ProposedArea[];
}

export interface ProposedArea {
  /** As printed, "2.2"; unique in the plan. */
  readonly number: string;
  readonly title: string;
  readonly activities: readonly ProposedActivity[];
}

export interface ProposedActivity {
  /** As printed; unique in the area. */
  readonly number: number;
  readonly text: string;
  readonly responsibleIds: readonly string[];
  readonly responsibleGroupId: string | null;
  readonly partnerIds: readonly string[];
  /** The printed list of partners ends in "m.fl.". */
  readonly openEnded: boolean;
  readonly indicators: readonly ProposedIndicator[];
}

export interface ProposedIndicator {
  readonly text: string;
  readonly kind: IndicatorKind;
  readonly unit: string;
  readonly decimals: number;
  readonly breakdown: Breakdown;
  readonly direction: Direction;
  readonly target: number | null;
  /** False while kind, unit and target are only a proposal nobody has said yes to. */
  readonly settled: boolean;
}

export interface CreatedPlan {
  readonly planId: string;
  readonly slug: string;
}
