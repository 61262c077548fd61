import { Injectable } from '@nestjs/common';
import type { LoggedEvent } from '@samhandling/contracts';
import type {
  Breakdown,
  IndicatorKind,
  OutcomeSource,
  OutcomeState,
  PlaceCombination,
  RoundState,
  RuleMethod,
  Sex,
} from '@samhandling/domain';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { requestContext } from '../../platform/http/request-context.ts';
import { ADD_EVENT } from './add-event.sql.ts';
import { RECOMPUTE, takeTurn } from './recompute.sql.ts';

/** What changed. Nothing named: nothing is recomputed. */
export interface RecomputeScope {
  /** Activities of changed events, before and after, with the days of these events. */
  readonly activityIds?: readonly string[];
  readonly days?: readonly string[];
  /** Every rule of this round. */
  readonly roundId?: string;
  /** This indicator in the plan's open round. */
  readonly indicatorId?: string;
}

export interface StoredFigureRow {
  readonly id: string;
  readonly source: OutcomeSource;
  readonly keptAgainst: number | null;
  readonly municipalityCode: string | null;
  readonly sex: Sex;
  readonly state: OutcomeState;
  readonly value: number | null;
  readonly denominator: number | null;
  readonly day: string | null;
  readonly text: string;
}

/** One indicator in one round whose computed figures moved: what was stored before, and what was written. */
export interface MovedFigure {
  readonly round: { readonly id: string; readonly label: string; readonly state: RoundState; readonly opens: string };
  readonly indicatorId: string;
  readonly text: string;
  readonly references: readonly string[];
  readonly responsibleIds: readonly string[];
  readonly definition: {
    readonly kind: IndicatorKind;
    readonly breakdown: Breakdown;
    readonly bySex: boolean;
    readonly combinePlaces: PlaceCombination;
    readonly smallNumberThreshold: number | null;
  };
  readonly places: readonly string[];
  readonly leftOut: readonly string[];
  readonly stored: readonly StoredFigureRow[];
  readonly written: readonly {
    readonly id: string;
    readonly municipalityCode: string | null;
    readonly value: number;
  }[];
  /** Ids of outcomes that went. */
  readonly removed: readonly string[];
  readonly computed: readonly { readonly municipalityCode: string | null; readonly value: number }[];
  readonly overlapBefore: number;
  readonly overlapAfter: number;
}

export interface RecomputeAnswer {
  readonly moved: readonly MovedFigure[];
  /** Rules the event in question is asked for by but adds nothing to. */
  readonly skipped: readonly { readonly method: RuleMethod; readonly breakdown: Breakdown }[];
  readonly event: Omit<LoggedEvent, 'lockedReason'> | null;
}

@Injectable()
export class ComputingRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /** For changes that come without a statement of their own to take turns in. */
  async takeTurn(planIds: readonly string[]): Promise<void> {
    await this.uow.manager.query(`WITH ${takeTurn('$1')} SELECT rounds FROM turn`, [planIds]);
  }

  /** One statement. Whoever calls has taken a turn on the rounds before, in an earlier statement. */
  async recompute(scope: RecomputeScope, eventId: string | null, wantsMoved: boolean): Promise<RecomputeAnswer> {
    const rows = await this.uow.manager.query<{ answer: RecomputeAnswer }[]>(RECOMPUTE, [
      ...recorded(),
      wantsMoved,
      eventId,
      scope.activityIds ?? [],
      scope.days ?? [],
      scope.roundId ?? null,
      scope.indicatorId ?? null,
    ]);
    const [row] = rows;
    if (!row) throw new Error('Recomputing answers one row.');
    return row.answer;
  }

  /** As recompute, for an event that was not there before: from what stands, instead of from every event of the round. */
  async add(eventId: string): Promise<RecomputeAnswer> {
    const rows = await this.uow.manager.query<{ answer: RecomputeAnswer }[]>(ADD_EVENT, [...recorded(), true, eventId]);
    const [row] = rows;
    if (!row) throw new Error('Adding an event answers one row.');
    return row.answer;
  }
}

/** Where the change comes from and in which request, for its audit rows. */
function recorded(): [string, string | null] {
  const { session, source, requestId } = requestContext();
  return [session ? source : 'system', requestId || null];
}
