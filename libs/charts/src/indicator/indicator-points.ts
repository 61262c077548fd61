import type { Indicator, IndicatorSeries, OutcomeDisplay, SeriesPoint } from '@samhandling/contracts';
import {
  EMPTY_LABELS,
  type Locale,
  NO_BREAK_SPACE,
  formatNumber,
  formatOf,
  formatShare,
  formatWithUnit,
  seriesBreaks,
} from '@samhandling/domain';

type Format = Pick<Indicator, 'kind' | 'unit' | 'decimals' | 'breakdown'>;

/** One round of an indicator, ready to be drawn and said. */
export interface IndicatorPoint {
  readonly id: string;
  readonly round: string;
  /** Height in the drawing: per cent for a share. Null where there is nothing that may be drawn. */
  readonly value: number | null;
  /** The figure as people read it; for a share the percentage and its denominator in two lines. */
  readonly label: readonly string[];
  readonly text: string;
  /** The round is not adopted, so the figure may change. */
  readonly preliminary: boolean;
  /** Said under the round: preliminary, kind of empty, how many municipalities. */
  readonly notes: readonly string[];
  readonly target: number | null;
  readonly breaksBefore: boolean;
}

/** Numbers can be drawn; texts, and milestones of the county (reached or not), can not. */
export function drawable(indicator: Pick<Indicator, 'kind' | 'breakdown'>): boolean {
  if (indicator.kind === 'text') return false;
  return indicator.kind !== 'milestone' || indicator.breakdown === 'municipality';
}

/** Decimals that the indicator's values have: counts and milestones are whole. */
export function decimalsOf(indicator: Pick<Indicator, 'kind' | 'decimals'>): number {
  return indicator.kind === 'measure' ? indicator.decimals : 0;
}

/** Height in the drawing. Only what may be shown as a number has one: protected, not reported and not applicable have none. */
export function heightOf(display: OutcomeDisplay, indicator: Pick<Indicator, 'kind'>): number | null {
  if (display.state !== 'value' || display.value === null) return null;
  if (indicator.kind !== 'share') return display.value;
  return display.denominator === null || display.denominator <= 0 ? null : (display.value / display.denominator) * 100;
}

function figure(display: OutcomeDisplay, indicator: Format, locale: Locale): readonly string[] {
  if (display.state !== 'value' || display.value === null) return [];
  if (indicator.kind === 'share') {
    if (display.denominator === null) return [];
    const of = formatOf(display.value, display.denominator, locale);
    const [share = ''] = formatShare(display.value, display.denominator, locale).split(' (');
    return share === of ? [of] : [share, of];
  }
  const value = formatNumber(display.value, decimalsOf(indicator), locale);
  if (indicator.kind === 'milestone') return [formatOf(display.value, display.of, locale)];
  return [value];
}

/** A target as the axis counts. */
export function targetText(target: number, indicator: Format, locale: Locale): string {
  if (indicator.kind === 'share')
    return `${formatNumber(target, indicator.decimals, locale)}${locale === 'sv' ? NO_BREAK_SPACE : ''}%`;
  return formatWithUnit(target, decimalsOf(indicator), indicator.unit, locale);
}

/** Oldest first, as time goes. */
export function indicatorPoints(series: IndicatorSeries, locale: Locale): IndicatorPoint[] {
  return series.points.map((point) => {
    const { display, round } = point;
    const label = figure(display, series.indicator, locale);
    const preliminary = round.state !== 'adopted';
    const [first = '', second] = label;
    const unit =
      series.indicator.kind === 'share' || series.indicator.unit === ''
        ? ''
        : `${NO_BREAK_SPACE}${series.indicator.unit}`;
    const text =
      label.length === 0 ? emptyText(display, locale) : second === undefined ? first + unit : `${first} (${second})`;
    return {
      id: round.id,
      round: round.label,
      value: heightOf(display, series.indicator),
      label,
      text,
      preliminary,
      notes: notesOf(point, label.length === 0, preliminary, locale),
      target: point.target,
      breaksBefore: point.breaksBefore,
    };
  });
}

function emptyText(display: OutcomeDisplay, locale: Locale): string {
  return EMPTY_LABELS[display.state === 'value' ? 'not_reported' : display.state][locale];
}

function notesOf(point: SeriesPoint, empty: boolean, preliminary: boolean, locale: Locale): string[] {
  const { display } = point;
  const notes: string[] = [];
  if (empty) notes.push(emptyText(display, locale).toLocaleLowerCase(locale));
  else if (display.of > 1 && display.reported < display.of) {
    notes.push($localize`:@@charts.municipalities:${formatOf(display.reported, display.of, locale)}:of: kommuner`);
  }
  if (preliminary) notes.push($localize`:@@charts.preliminary:preliminärt`);
  return notes;
}

/** What must be read before figures on both sides of a change are compared; empty when nothing changed. */
export function breakNotes(points: readonly IndicatorPoint[], locale: Locale): string[] {
  let version = 1;
  const rounds = points.map((point) => ({
    label: point.round,
    definitionVersion: (version += point.breaksBefore ? 1 : 0),
  }));
  return seriesBreaks(rounds).map((change) => change.words[locale]);
}
