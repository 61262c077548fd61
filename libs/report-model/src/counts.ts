import type { OutcomeDisplay } from '@samhandling/contracts';
import { targetStatus } from './figure-text.ts';
import type { ReportingCounts, TargetCounts } from './phrases.ts';
import type { ReportGoal, ReportIndicator, ReportSource } from './source.ts';
import { activitiesOf } from './context.ts';

/**
 * The cells somebody was asked to fill: one per municipality when broken down, else one. A municipality that was not asked,
 * and is silent, is none of them ("of" is 0). Sexes are parts, not cells.
 */
export function cellsOf(indicator: ReportIndicator): readonly OutcomeDisplay[] {
  if (indicator.places.length === 0) return [indicator.now];
  return indicator.places.map(({ now }) => now).filter((cell) => cell.state !== 'not_reported' || cell.of > 0);
}

export function reportingCounts(indicators: readonly ReportIndicator[]): ReportingCounts {
  const cells = indicators.flatMap(cellsOf);
  const of = (state: OutcomeDisplay['state']): number => cells.filter((cell) => cell.state === state).length;
  const isProtected = of('protected');
  const reported = of('value') + isProtected;
  return {
    asked: cells.length - of('not_applicable'),
    reported,
    notReported: of('not_reported'),
    notApplicable: of('not_applicable'),
    protected: isProtected,
    zero: indicators
      .filter(({ kind }) => kind !== 'text' && kind !== 'milestone')
      .flatMap(cellsOf)
      .filter((cell) => cell.state === 'value' && cell.value === 0).length,
  };
}

export function targetCounts(indicators: readonly ReportIndicator[]): TargetCounts {
  const statuses = indicators.map(targetStatus).filter((status) => status !== null);
  const of = (status: string): number => statuses.filter((one) => one === status).length;
  return {
    total: statuses.length,
    reached: of('reached'),
    near: of('near'),
    missed: of('missed'),
    unknown: of('unknown'),
  };
}

/** The indicators reported under a goal: those whose first activity stands there, so that none is counted twice. */
export function indicatorsOf(source: ReportSource, goal: ReportGoal): ReportIndicator[] {
  const references = new Set(activitiesOf(goal).map(({ reference }) => reference));
  return source.indicators.filter(({ activities }) => references.has(activities[0] ?? ''));
}
