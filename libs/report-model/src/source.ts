import type { OutcomeDisplay } from '@samhandling/contracts';
import type {
  Breakdown,
  Direction,
  EMPTY_LABELS,
  FollowUpState,
  GoalJudgement,
  GOAL_JUDGEMENT_LABELS,
  IndicatorKind,
  Judgement,
  JUDGEMENT_LABELS,
  Label,
  Locale,
  OutcomeSource,
  PlanWords,
  PlaceCombination,
  RoundState,
} from '@samhandling/domain';

/** Form of the frozen facts. A change of form takes a new name, and old reports keep theirs. */
export const REPORT_SOURCE_FORM = 'samhandling.county-report.1';

/**
 * Everything a county report is made of, as plain data: texts and figures, no layout. What is frozen when a round is
 * adopted is exactly this, so it holds names and words and not only ids. Protection is already applied: a small number
 * is not in here, so nothing made from it can show one.
 */
export interface ReportSource {
  readonly form: typeof REPORT_SOURCE_FORM;
  readonly county: { readonly code: string; readonly name: string };
  readonly plan: ReportPlan;
  readonly terms: ReportTerms;
  readonly round: ReportRound;
  readonly standing: ReportStanding;
  /** Earlier versions that were opened again, oldest first. */
  readonly reopenings: readonly { readonly versionNumber: number; readonly reason: string; readonly day: string }[];
  /** The latest adopted round before this one; null when this is the first. */
  readonly lastRound: { readonly label: string; readonly from: string; readonly to: string } | null;
  readonly municipalities: readonly { readonly code: string; readonly name: string }[];
  readonly goals: readonly ReportGoal[];
  readonly indicators: readonly ReportIndicator[];
  /** Where the round's values came from, with how many each. */
  readonly valueSources: readonly { readonly source: OutcomeSource; readonly values: number }[];
  /**
   * The latest adopted round before this one as it was frozen, for telling what has changed since. Missing in reports
   * frozen before it was kept, and when there is no such round.
   */
  readonly earlier?: ReportEarlier;
}

/** Of an earlier round, what can be compared. */
export interface ReportEarlier {
  readonly label: string;
  readonly versionNumber: number;
  readonly goals: readonly {
    readonly id: string;
    readonly number: number;
    readonly code: string | null;
    readonly title: string;
    readonly judgement: GoalJudgement | null;
    readonly activities: readonly {
      readonly id: string;
      readonly reference: string;
      readonly text: string;
      readonly judgement: Judgement | null;
    }[];
  }[];
  /** Combined figures only. */
  readonly indicators: readonly ReportIndicator[];
}

export interface ReportPlan {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly theme: string;
  readonly firstYear: number;
  readonly lastYear: number;
  readonly recordsNumber: string;
  readonly decisionReference: string;
  readonly overarchingGoals: readonly string[];
  readonly words: Readonly<Record<Locale, PlanWords>>;
}

/** The words judgements and kinds of empty had when the report was made. */
export interface ReportTerms {
  readonly judgement: typeof JUDGEMENT_LABELS;
  readonly goalJudgement: typeof GOAL_JUDGEMENT_LABELS;
  readonly notJudged: Label;
  readonly empty: typeof EMPTY_LABELS;
}

export interface ReportRound {
  readonly id: string;
  readonly label: string;
  readonly from: string;
  readonly to: string;
  readonly due: string;
  readonly state: RoundState;
}

/** A draft says when it was made; an adopted report who proposed and adopted it. Instants are ISO 8601 in UTC. */
export type ReportStanding =
  | { readonly kind: 'draft'; readonly versionNumber: number; readonly madeAt: string }
  | {
      readonly kind: 'adopted';
      readonly versionNumber: number;
      readonly adoptedAt: string;
      readonly adoptedBy: string;
      readonly proposedBy: string;
    };

export interface ReportGoal {
  readonly id: string;
  readonly number: number;
  readonly code: string | null;
  readonly title: string;
  readonly judgement: GoalJudgement | null;
  readonly text: string;
  readonly last: { readonly judgement: GoalJudgement | null; readonly text: string } | null;
  readonly areas: readonly {
    readonly id: string;
    readonly number: string;
    readonly title: string;
    readonly activities: readonly ReportActivity[];
  }[];
}

export interface ReportActivity {
  readonly id: string;
  /** "2.2/5" */
  readonly reference: string;
  readonly text: string;
  readonly responsible: readonly string[];
  readonly responsibleGroup: string | null;
  readonly partners: readonly string[];
  /** The published list of partners ended with "m.fl.". */
  readonly openEnded: boolean;
  /** Null: the activity was not followed up in the round. */
  readonly followUp: ReportFollowUp | null;
  readonly last: ReportFollowUp | null;
}

export interface ReportFollowUp {
  readonly state: FollowUpState;
  readonly judgement: Judgement | null;
  readonly nothingNew: boolean;
  readonly done: string;
  readonly results: string;
  readonly obstacles: string;
  readonly nextStep: string;
  readonly nextStepDate: string | null;
  readonly supportNeeded: string;
  readonly cancelReason: string;
  readonly cancelDecision: string;
}

export interface ReportIndicator {
  readonly id: string;
  readonly text: string;
  readonly kind: IndicatorKind;
  readonly unit: string;
  readonly decimals: number;
  readonly direction: Direction;
  readonly breakdown: Breakdown;
  readonly combinePlaces: PlaceCombination;
  /** False while kind, unit and target are only a proposal that nobody has decided on. */
  readonly settled: boolean;
  /** For shares in per cent. */
  readonly target: number | null;
  readonly baseline: { readonly value: number; readonly year: number; readonly source: string } | null;
  /** Null: no protection of small numbers. */
  readonly smallNumberThreshold: number | null;
  /** True when it was measured in another way in the last round. */
  readonly changedSinceLast: boolean;
  /** Missing in older reports. */
  readonly definitionVersion?: number;
  /** References of the activities it serves, in reading order. It is reported once, under the goal of the first. */
  readonly activities: readonly string[];
  readonly now: OutcomeDisplay;
  readonly last: OutcomeDisplay | null;
  /** Women and men, combined over municipalities; empty when not asked for. */
  readonly sexes: readonly {
    readonly sex: 'women' | 'men';
    readonly now: OutcomeDisplay;
    readonly last: OutcomeDisplay | null;
  }[];
  /** One per municipality when broken down, in the order of `municipalities`. */
  readonly places: readonly {
    readonly code: string;
    readonly now: OutcomeDisplay;
    readonly last: OutcomeDisplay | null;
  }[];
}
