import type { ActivityPage, IndicatorSeries } from '@samhandling/contracts';
import { isAllowed, seriesBreaks, type HeldRole } from '@samhandling/domain';
import { figureOf } from '../shared/figures.ts';
import { lockOf } from '../shared/locks.ts';
import type { PlanOfPage } from '../shared/page-head.ts';
import type { ActivityPageRow } from './activity-page.repository.ts';

type FoundRow = ActivityPageRow & {
  readonly plan: PlanOfPage;
  readonly activity: NonNullable<ActivityPageRow['activity']>;
};

export function toActivityPage(row: FoundRow, roles: readonly HeldRole[]): ActivityPage {
  const { plan, activity, goal, area, rounds, previous, next } = row;
  const showAll = mayEnterFigures(row.activity, roles);
  return {
    plan,
    activity: { ...activity, ...lockOf(plan.state) },
    goal,
    area,
    rounds,
    indicators: row.indicators.map((asked) => toSeries(asked, row.places, showAll)),
    previous,
    next,
  };
}

/** Who enters the activity's figures sees them all; a municipality's coordinator enters only its own, and so does not. */
function mayEnterFigures({ responsible }: FoundRow['activity'], roles: readonly HeldRole[]): boolean {
  if (isAllowed(roles, 'outcome.enter_any')) return true;
  return roles.some(
    (held) => isAllowed([held], 'outcome.enter_own') && responsible.some(({ id }) => id === held.organisationId),
  );
}

function toSeries(
  { indicator, points }: ActivityPageRow['indicators'][number],
  places: readonly string[],
  showAll: boolean,
): IndicatorSeries {
  const versions = points.map(({ round, figures }) => ({
    label: round.label,
    definitionVersion: figures.length === 0 ? null : Math.max(...figures.map((figure) => figure.definitionVersion)),
  }));
  const breaks = new Set(seriesBreaks(versions).map(({ before }) => before));
  return {
    indicator,
    points: points.map(({ round, target, figures, leftOut }, index) => ({
      round,
      target,
      display: figureOf(indicator, figures, places, showAll, leftOut),
      breaksBefore: breaks.has(index),
    })),
  };
}
