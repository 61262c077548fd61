import { Injectable } from '@nestjs/common';
import type { ChangedFigure, LoggedEvent } from '@samhandling/contracts';
import { FigureSightService } from '../../outcomes/figure-sight.service.ts';
import {
  ComputingRepository,
  type MovedFigure,
  type RecomputeAnswer,
  type RecomputeScope,
  type StoredFigureRow,
} from './computing.repository.ts';

export interface Recomputed {
  readonly changed: readonly ChangedFigure[];
  readonly skipped: RecomputeAnswer['skipped'];
  readonly event: Omit<LoggedEvent, 'lockedReason'> | null;
}

/** Keeps the figures in step with the events. Each call is one statement, however much depends on the change. */
@Injectable()
export class ComputingService {
  constructor(
    private readonly computing: ComputingRepository,
    private readonly figures: FigureSightService,
  ) {}

  /** For a change whose writing statement took turns on the rounds; `eventId` is the event to answer. */
  async recomputeAfter(scope: RecomputeScope, eventId: string | null): Promise<Recomputed> {
    return this.toRecomputed(await this.computing.recompute(scope, eventId, true));
  }

  /** For an event registered just now, by a statement that took turns on the rounds. */
  async recomputeWith(eventId: string): Promise<Recomputed> {
    return this.toRecomputed(await this.computing.add(eventId));
  }

  /**
   * Every rule of a round that opens or opens again. The caller holds the round's row, which keeps everybody else who
   * writes its figures waiting, so no turn is taken here.
   */
  async recomputeRound(roundId: string): Promise<void> {
    await this.computing.recompute({ roundId }, null, false);
  }

  /** One indicator whose rule, or whose place in the plan, changed. */
  async recomputeIndicator(planId: string, indicatorId: string): Promise<void> {
    await this.computing.takeTurn([planId]);
    await this.computing.recompute({ indicatorId }, null, false);
  }

  private toRecomputed({ moved, skipped, event }: RecomputeAnswer): Recomputed {
    return { changed: moved.map((figure) => this.toChanged(figure)), skipped, event };
  }

  private toChanged(figure: MovedFigure): ChangedFigure {
    const after = storedAfter(figure);
    const { indicatorId, text, references, round, leftOut } = figure;
    const combined = (stored: readonly StoredFigureRow[], overlap: number): ChangedFigure['before'] =>
      this.figures.combined(figure, stored, { leftOut, overlap });
    return {
      indicatorId,
      text,
      references,
      round: { id: round.id, label: round.label },
      before: combined(figure.stored, figure.overlapBefore),
      after: combined(after, figure.overlapAfter),
      differs: after.some((row) => differsFrom(figure, row)),
    };
  }
}

/** The rows as they stand after the statement, which itself still sees them as they were. */
function storedAfter({ stored, written, removed }: MovedFigure): readonly StoredFigureRow[] {
  const values = new Map(written.map(({ id, value }) => [id, value]));
  const known = new Set(stored.map(({ id }) => id));
  const kept = stored
    .filter(({ id }) => !removed.includes(id))
    .map((row) => ({ ...row, value: values.get(row.id) ?? row.value }));
  const added = written
    .filter(({ id }) => !known.has(id))
    .map(({ id, municipalityCode, value }): StoredFigureRow => ({
      ...EMPTY_ROW,
      id,
      municipalityCode,
      value,
    }));
  return [...kept, ...added];
}

const EMPTY_ROW = {
  source: 'events',
  keptAgainst: null,
  sex: 'total',
  state: 'value',
  denominator: null,
  day: null,
  text: '',
} as const;

/** A typed value stands in the way of another computed one, and nobody has chosen since. */
function differsFrom({ computed }: MovedFigure, row: StoredFigureRow): boolean {
  if (row.sex !== 'total' || row.source === 'events') return false;
  const figure = computed.find(({ municipalityCode }) => municipalityCode === row.municipalityCode);
  return figure !== undefined && figure.value !== row.value && figure.value !== row.keptAgainst;
}
