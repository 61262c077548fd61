import type { OutcomeDisplay } from '@samhandling/contracts';
import {
  compareToTarget,
  formatDay,
  formatNumber,
  formatShare,
  NO_BREAK_SPACE,
  type Locale,
  type TargetCoverage,
  type TargetStatus,
} from '@samhandling/domain';
import type { ReportContext } from './context.ts';
import type { FigureCell } from './model.ts';
import { PHRASES } from './phrases.ts';
import type { ReportIndicator, ReportTerms } from './source.ts';

/** What a figure's words are made with. */
export type FigureContext = Pick<ReportContext, 'locale' | 'label'> & {
  readonly source: { readonly terms: Pick<ReportTerms, 'empty'> };
};
/** What an indicator's figures look like. */
export type FigureKind = Pick<ReportIndicator, 'kind' | 'unit' | 'decimals'>;

/**
 * A figure in words: "47", "83 % (9 av 12)", "Nådd 18 mars 2025", "Inte rapporterat". A percentage always stands with its
 * denominator, and a figure that only some municipalities stand behind says how many. `withUnit` where no column has it;
 * left out after 1, since units are given in the plural and the indicator says what is counted.
 */
export function figureText(
  context: FigureContext,
  indicator: FigureKind,
  figure: OutcomeDisplay,
  withUnit = false,
): string {
  const { locale } = context;
  if (figure.state !== 'value') return context.source.terms.empty[figure.state][locale];
  const counted =
    (indicator.kind === 'count' || indicator.kind === 'measure') &&
    indicator.unit !== '' &&
    withUnit &&
    figure.value !== 1;
  const main = `${valueText(context, indicator, figure)}${counted ? `${NO_BREAK_SPACE}${indicator.unit}` : ''}`;
  return isPartial(figure) && indicator.kind !== 'text' && indicator.kind !== 'milestone'
    ? `${main} (${PHRASES.partReported(figure.reported, figure.of, locale)})`
    : main;
}

/** True when not every municipality where the question applies stands behind the figure. */
export function isPartial(figure: OutcomeDisplay): boolean {
  return figure.state === 'value' && figure.reported < figure.of;
}

function valueText(
  context: FigureContext,
  { kind, decimals }: FigureKind,
  figure: Extract<OutcomeDisplay, { state: 'value' }>,
): string {
  const { locale, label } = context;
  const { value, denominator, of, reported } = figure;
  if (kind === 'text') return figure.text === '' && of > 1 ? PHRASES.placesAnswered(reported, of, locale) : figure.text;
  if (value === null) return context.source.terms.empty.not_reported[locale];
  if (kind === 'milestone') {
    if (denominator !== null || of > 1) return PHRASES.placesReached(value, denominator ?? of, locale);
    if (value === 0) return label('notReached');
    return figure.day === null ? label('reached') : `${label('reached')} ${formatDay(figure.day, locale)}`;
  }
  if (kind === 'share' && denominator !== null) return formatShare(value, denominator, locale);
  return formatNumber(value, decimals, locale);
}

/** The unit's column: "besök", "andel av elever". */
export function unitText({ locale, label }: ReportContext, indicator: ReportIndicator): string {
  if (indicator.kind === 'share') return PHRASES.shareOf(indicator.unit, locale);
  return indicator.unit === '' ? label('nothing') : indicator.unit;
}

const percentSign = (locale: Locale): string => (locale === 'sv' ? `${NO_BREAK_SPACE}%` : '%');

/** A target or baseline as a figure: shares in per cent, others with the indicator's decimals. */
export function plainValue(indicator: ReportIndicator, value: number, locale: Locale): string {
  const decimals = indicator.kind === 'share' && Number.isInteger(value) ? 0 : indicator.decimals;
  return `${formatNumber(value, decimals, locale)}${indicator.kind === 'share' ? percentSign(locale) : ''}`;
}

/** "minst 4", "högst 10 %": the direction of good in a word. A proposal nobody decided on is no target. */
export function targetText({ locale, label }: ReportContext, indicator: ReportIndicator): string {
  if (indicator.target === null || !indicator.settled) return label('nothing');
  const value = plainValue(indicator, indicator.target, locale);
  if (indicator.direction === 'none') return value;
  return indicator.direction === 'up' ? PHRASES.atLeast(value, locale) : PHRASES.atMost(value, locale);
}

/** "minst" or "högst" by itself. */
export function targetDirectionText(
  { locale }: ReportContext,
  { target, settled, direction }: ReportIndicator,
): string {
  if (target === null || !settled || direction === 'none') return '';
  return (direction === 'up' ? PHRASES.atLeast('', locale) : PHRASES.atMost('', locale)).trim();
}

/** Null when there is no target to stand against. */
export function targetStatus(indicator: ReportIndicator): TargetStatus | null {
  if (
    indicator.target === null ||
    !indicator.settled ||
    indicator.kind === 'text' ||
    (indicator.kind === 'milestone' && indicator.places.length === 0)
  )
    return null;
  return compareToTarget(
    comparable(indicator, indicator.now),
    indicator.target,
    indicator.direction,
    undefined,
    coverage(indicator),
  ).status;
}

function coverage({ now, combinePlaces, kind }: ReportIndicator): TargetCoverage {
  if (!isPartial(now)) return 'whole';
  return kind === 'milestone' || (kind !== 'share' && (combinePlaces === 'sum' || combinePlaces === 'count_yes'))
    ? 'part_of_sum'
    : 'part';
}

/** The number a figure is compared and drawn with: per cent for a share. Null for every kind of empty. */
export function comparable({ kind }: ReportIndicator, figure: OutcomeDisplay): number | null {
  if (figure.state !== 'value' || figure.value === null || kind === 'text') return null;
  if (kind !== 'share') return figure.value;
  return figure.denominator === null || figure.denominator <= 0 ? null : (figure.value / figure.denominator) * 100;
}

export function targetStatusText({ label }: ReportContext, status: TargetStatus | null): string {
  if (status === null) return label('nothing');
  return label(
    ({ reached: 'targetReached', near: 'targetNear', missed: 'targetMissed', unknown: 'targetUnknown' } as const)[
      status
    ],
  );
}

export function figureCell(context: ReportContext, indicator: ReportIndicator, figure: OutcomeDisplay): FigureCell {
  const text = figureText(context, indicator, figure);
  if (figure.state !== 'value') return { value: null, denominator: null, text, state: figure.state };
  return {
    value: indicator.kind === 'text' ? null : figure.value,
    denominator: figure.denominator,
    text,
    state: 'value',
  };
}
