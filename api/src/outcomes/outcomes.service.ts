import { Injectable } from '@nestjs/common';
import type {
  Indicator,
  IndicatorSeries,
  OutcomeCell,
  OutcomeDisplay,
  OutcomeGrid,
  OutcomeRow,
  SeriesPoint,
} from '@samhandling/contracts';
import { isAllowed, type Breakdown, type HeldRole, type RoundState, type Sex } from '@samhandling/domain';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import { notFound } from '../platform/http/problem-exception.ts';
import { currentSession, requestContext } from '../platform/http/request-context.ts';
import { entryRight } from './entry-right.ts';
import { toRow, type Reader } from './outcomes.mapper.ts';
import {
  OutcomesRepository,
  type SeriesRound,
  type Sheet,
  type SheetFilter,
  type SheetIndicator,
} from './outcomes.repository.ts';
import { NOBODY_SEES, placesOf, sexesOf, visibleFigures } from './visible-figures.ts';

export interface GridFilter {
  readonly breakdown?: Breakdown;
  readonly goal?: string;
  readonly organisation?: string;
  readonly activity?: string;
  /** `true`: small numbers are hidden also from those who may enter them. */
  readonly protected?: 'true' | 'false';
}

/** The cell whose past is asked for. */
export interface PastCell {
  readonly roundId: string;
  readonly indicatorId: string;
  readonly municipalityCode: string | null;
}

/** One indicator in one round as anybody may see it: protection always applied, whoever asks. */
export interface RoundFigure {
  readonly indicator: Indicator;
  readonly activityIds: readonly string[];
  /** References of the activities it serves, in reading order. */
  readonly activities: readonly string[];
  readonly target: number | null;
  readonly combined: OutcomeDisplay;
  /** Null when there was no round before. */
  readonly previousCombined: OutcomeDisplay | null;
  /** Per place and sex; `municipalityCode` null is the county. Places in Swedish order. */
  readonly cells: readonly {
    readonly municipalityCode: string | null;
    readonly name: string;
    readonly sex: Sex;
    readonly display: OutcomeDisplay;
    readonly previous: OutcomeDisplay | null;
  }[];
}

export interface RoundFigures {
  readonly round: { readonly id: string; readonly label: string };
  readonly previousRound: { readonly id: string; readonly label: string } | null;
  /** In the plan's reading order. */
  readonly figures: readonly RoundFigure[];
}

/** What an organisation is asked for in a round, as the reader may enter it. */
export interface OwedOutcomes {
  readonly round: { readonly id: string; readonly label: string; readonly state: RoundState; readonly opens: string };
  readonly previousRound: { readonly id: string; readonly label: string } | null;
  readonly rows: readonly (Omit<OutcomeRow, 'cells'> & {
    readonly cells: readonly (OutcomeCell & { readonly place: string })[];
  })[];
}

/** Reading outcomes. What may be seen is decided in `visible-figures.ts`, for the grid, the charts and the reports alike. */
@Injectable()
export class OutcomesService {
  constructor(
    private readonly outcomes: OutcomesRepository,
    private readonly uow: UnitOfWork,
  ) {}

  /** 404 when the round does not exist. */
  async getGrid(roundId: string, filter: GridFilter): Promise<OutcomeGrid> {
    const breakdown = filter.breakdown ?? 'none';
    const sheet = await this.load(roundId, {
      breakdown,
      ...(filter.goal && { goalId: filter.goal }),
      ...(filter.organisation && { organisationId: filter.organisation }),
      ...(filter.activity && { activityId: filter.activity }),
    });
    const { id, label, state } = sheet.round;
    return {
      round: { id, label, state },
      previousRound: sheet.previousRound,
      places: placesOf(breakdown, sheet.municipalities).map((municipalityCode) => ({
        municipalityCode,
        name: nameOf(sheet, municipalityCode),
      })),
      rows: rowsOf(sheet, filter.protected === 'true'),
    };
  }

  /** The activity's rows in the round, each with the places of its own breakdown. */
  async findRowsForActivity(roundId: string, activityId: string): Promise<readonly OutcomeRow[]> {
    return rowsOf(await this.load(roundId, { activityId }));
  }

  /**
   * What is asked of somebody with these roles, in the plan's reading order: the outcomes their organisation is
   * responsible for, and those of their municipality, without the places that are left out. Of those, the ones the reader
   * may enter. 404 when the round does not exist.
   */
  async findOwed(roundId: string, asked: readonly HeldRole[]): Promise<OwedOutcomes> {
    const sheet = await this.load(roundId, {});
    const { id, label, state, opens } = sheet.round;
    const open = { state: 'open' as const, opens };
    const rows = sheet.indicators.map((indicator) => {
      const row = toRow(sheet, indicator, readerOf(false));
      const cells = row.cells
        .filter(
          (cell) =>
            cell.mayEnter &&
            !(cell.isLeftOut && cell.state === 'not_reported') &&
            entryRight(asked, open, indicator.responsibleIds, cell.municipalityCode).mayEnter,
        )
        .map((cell) => ({ ...cell, place: nameOf(sheet, cell.municipalityCode) }));
      return { ...row, cells };
    });
    return {
      round: { id, label, state, opens },
      previousRound: sheet.previousRound,
      rows: rows.filter(({ cells }) => cells.length > 0),
    };
  }

  /** The activity's indicators over the rounds, oldest first. Always protected: a chart travels further than its reader. */
  async findSeriesForActivity(activityId: string): Promise<readonly IndicatorSeries[]> {
    return (await this.findSeriesForActivities([activityId])).get(activityId) ?? [];
  }

  /** The same of several at once, by activity. */
  async findSeriesForActivities(
    activityIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly IndicatorSeries[]>> {
    const { activities, municipalities } = await this.uow.read(() => this.outcomes.findSeries(activityIds));
    return new Map(
      Object.entries(activities).map(([id, indicators]) => [
        id,
        indicators.map(({ definition, rounds }) => ({
          indicator: definition,
          points: rounds.map((round, index) => toPoint(round, rounds.slice(0, index), definition, municipalities)),
        })),
      ]),
    );
  }

  /** Every indicator of the round's plan, for reports. 404 when the round does not exist. */
  async findFiguresForRound(roundId: string): Promise<RoundFigures> {
    const sheet = await this.load(roundId, {});
    const { id, label } = sheet.round;
    return {
      round: { id, label },
      previousRound: sheet.previousRound,
      figures: sheet.indicators.map((indicator) => toFigure(sheet, indicator)),
    };
  }

  /**
   * Whether this reader may be told what has stood in a cell. Stricter than what stands there now: where small numbers are
   * protected, only those who may enter the value see its past, since an earlier one was perhaps small. Null, a cell of an
   * indicator that is gone: whoever may enter any.
   */
  async seesPast(cell: PastCell | null): Promise<boolean> {
    const { roles } = currentSession();
    const sheet = cell && (await this.outcomes.findSheet(cell.roundId, { indicatorIds: [cell.indicatorId] }));
    const [indicator] = sheet?.indicators ?? [];
    if (!cell || !sheet || !indicator) return isAllowed(roles, 'outcome.enter_any');
    if (indicator.definition.smallNumberThreshold === null) return true;
    return entryRight(roles, sheet.round, indicator.responsibleIds, cell.municipalityCode).sees;
  }

  private async load(roundId: string, filter: SheetFilter): Promise<Sheet> {
    const sheet = await this.uow.read(() => this.outcomes.findSheet(roundId, filter));
    if (!sheet) throw notFound();
    return sheet;
  }
}

function rowsOf(sheet: Sheet, protectAll = false): OutcomeRow[] {
  const reader = readerOf(protectAll);
  return sheet.indicators.map((indicator) => toRow(sheet, indicator, reader));
}

function readerOf(protectAll: boolean): Reader {
  return { roles: currentSession().roles, locale: requestContext().locale, protectAll };
}

function nameOf(sheet: Sheet, municipalityCode: string | null): string {
  if (municipalityCode === null) return sheet.county;
  return sheet.municipalities.find(({ code }) => code === municipalityCode)?.name ?? municipalityCode;
}

function toFigure(sheet: Sheet, indicator: SheetIndicator): RoundFigure {
  const { definition, activities, activityIds, target } = indicator;
  const places = placesOf(definition.breakdown, sheet.municipalities);
  const now = visibleFigures(definition, places, indicator.outcomes, NOBODY_SEES, indicator);
  const before = sheet.previousRound
    ? visibleFigures(definition, places, indicator.previous, NOBODY_SEES, { overlap: indicator.previousOverlap })
    : null;
  return {
    indicator: definition,
    activityIds,
    activities,
    target,
    combined: now.combined,
    previousCombined: before?.combined ?? null,
    cells: places.flatMap((municipalityCode) =>
      sexesOf(definition.bySex).map((sex) => ({
        municipalityCode,
        name: nameOf(sheet, municipalityCode),
        sex,
        display: now.cell(municipalityCode, sex),
        previous: before?.cell(municipalityCode, sex) ?? null,
      })),
    ),
  };
}

/** The line breaks where the definition in force when the values were entered is another than at the last values. */
function toPoint(
  round: SeriesRound,
  earlier: readonly SeriesRound[],
  definition: Indicator,
  municipalities: readonly { readonly code: string }[],
): SeriesPoint {
  const { id, label, state, versionNumber, target, definitionVersion, outcomes } = round;
  const last = earlier.findLast((each) => each.definitionVersion !== null)?.definitionVersion ?? null;
  return {
    round: { id, label, state, versionNumber },
    display: visibleFigures(definition, placesOf(definition.breakdown, municipalities), outcomes, NOBODY_SEES, round)
      .combined,
    target,
    breaksBefore: definitionVersion !== null && last !== null && definitionVersion !== last,
  };
}
