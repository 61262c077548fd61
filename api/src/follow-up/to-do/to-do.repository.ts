import { Injectable } from '@nestjs/common';
import type { Id, Instant, OrganisationRef, PersonRef, PlanRef, RoundRef } from '@samhandling/contracts';
import type { Day, Direction, Discussable, FollowUpState, Judgement, Locale, PlanWords } from '@samhandling/domain';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import type { FigureDefinition, StoredFigure } from '../../outcomes/visible-figures.ts';
import { WAITING } from './waiting.sql.ts';

/** A follow-up of a round that is not adopted, with what its reasons are made of. */
export interface WaitingFollowUp {
  readonly id: Id;
  readonly activityId: Id;
  readonly title: string;
  readonly reference: string;
  readonly roundId: Id;
  readonly version: number;
  readonly state: FollowUpState;
  readonly judgement: Judgement | null;
  /** In the round before. */
  readonly lastJudgement: Judgement | null;
  /** Somebody has begun to write the answer. */
  readonly isWritten: boolean;
  readonly reporter: PersonRef | null;
  readonly responsibleIds: readonly Id[];
  /** The responsible organisation the reporter reports for, else the first responsible. */
  readonly asked: OrganisationRef | null;
  /** Responsible organisations that have said that they agree, or added something. */
  readonly respondedIds: readonly Id[];
  /** Partners, and members of collectives, that are invited and have not answered; and how many are invited or have. */
  readonly invited: readonly string[];
  readonly partners: number;
  /** Open decisions about the activity, the one that is due first first. */
  readonly openDecisions: readonly WaitingDecision[];
  /** What meetings say of it; null where the plan's groups have held none here. */
  readonly discussed: (Discussable & { readonly lastOn: Day | null }) | null;
  readonly lastAnswerOn: string | null;
  readonly returnedOn: string | null;
  readonly updatedAt: Instant;
}

export interface WaitingDecision {
  readonly id: Id;
  readonly number: number;
  readonly year: number;
  readonly dueOn: Day | null;
}

/** One indicator in one round, as stored: what may be seen of it is decided when its reasons are worked out. */
export interface WaitingFigure {
  readonly roundId: Id;
  readonly indicatorId: Id;
  readonly activityIds: readonly Id[];
  readonly responsibleIds: readonly Id[];
  readonly definition: FigureDefinition & {
    readonly text: string;
    readonly unit: string;
    readonly decimals: number;
    readonly direction: Direction;
    readonly targetMargin: number | null;
    readonly settled: boolean;
  };
  readonly target: number | null;
  /** In the round before. */
  readonly previousTarget: number | null;
  readonly targets: readonly { readonly code: string; readonly value: number }[];
  readonly outcomes: readonly (StoredFigure & { readonly source: string; readonly keptAgainst: number | null })[];
  readonly previous: readonly StoredFigure[];
  readonly computed: readonly { readonly code: string | null; readonly value: number }[];
  readonly leftOut: readonly string[];
  readonly overlap: number;
  readonly previousOverlap: number;
}

/** A goal of an open round that nobody has judged. */
export interface WaitingGoal {
  readonly id: Id;
  readonly title: string;
  readonly reference: string;
  readonly roundId: Id;
  readonly answered: number;
  readonly total: number;
}

/** A round that is not adopted, with what its next step depends on. */
export interface WaitingRound {
  readonly id: Id;
  readonly plan: PlanRef & { readonly words: Readonly<Record<Locale, PlanWords>> };
  readonly round: RoundRef;
  readonly opens: string;
  readonly due: string;
  /** A planned round that could not be opened anyway waits for nobody. */
  readonly mayOpen: boolean;
  readonly answered: number;
  readonly total: number;
  readonly withoutReporter: number;
  /** In review: what blocks adoption is asked of these. The state of each answer, null where there is none. */
  readonly states: readonly (FollowUpState | null)[];
  readonly goalsJudged: readonly boolean[];
  readonly proposedBy: PersonRef | null;
  readonly proposedOn: string | null;
}

/** Everything that waits in the county, for one person or in all. */
export interface Waiting {
  readonly municipalities: readonly { readonly code: string; readonly name: string }[];
  readonly rounds: readonly WaitingRound[];
  readonly goals: readonly WaitingGoal[];
  readonly followUps: readonly WaitingFollowUp[];
  readonly figures: readonly WaitingFigure[];
}

/** Whose things to look for. What nobody is to see is not read. */
export interface WaitingFor {
  /** Every follow-up, goals and rounds: for planners. */
  readonly all: boolean;
  /** The organisations the person reports for. */
  readonly organisationIds: readonly string[];
  /** The municipalities the person coordinates: figures that events give another value there. */
  readonly municipalityCodes: readonly string[];
  /** One follow-up only, whatever round it is of. */
  readonly followUpId?: string;
  /** All of one round only, whatever its state; with `all`. */
  readonly roundId?: string;
}

@Injectable()
export class ToDoRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /** One statement, whatever the number of rounds, activities and values. Each list in the order it is shown. */
  async find(
    { all, organisationIds, municipalityCodes, followUpId, roundId }: WaitingFor,
    today: Day,
  ): Promise<Waiting> {
    const rows = await this.uow.manager.query<{ waiting: Waiting }[]>(WAITING, [
      all,
      organisationIds,
      municipalityCodes,
      followUpId ?? null,
      roundId ?? null,
      today,
    ]);
    return rows[0]?.waiting ?? { municipalities: [], rounds: [], goals: [], followUps: [], figures: [] };
  }
}
