import type { Indicator, IndicatorSeries, OutcomeDisplay, SeriesPoint } from '@samhandling/contracts';
import {
  EMPTY_LABELS,
  type Locale,
  NO_BREAK_SPACE,
  capitalised,
  figureStatus,
  formatExact,
  formatNumber,
  formatOf,
  formatShare,
  formatWithUnit,
  nearBand,
  seriesBreaks,
  targetStatusWords,
  DEFAULT_TARGET_MARGIN,
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
  /** Where the baseline comes from; said in the table. */
  readonly source: string;
  readonly target: number | null;
  /** From where to where counts as near the target, least first. */
  readonly near: readonly [number, number] | null;
  /** How the figure stands to the target, in words; empty where nothing can be said. */
  readonly against: string;
  readonly breaksBefore: boolean;
  /** Where it all began, and no round. */
  readonly isBaseline: boolean;
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

/** Oldest first, as time goes: the baseline, where there is one, and the rounds. */
export function indicatorPoints(series: IndicatorSeries, locale: Locale): IndicatorPoint[] {
  return [...baselinePoint(series.indicator, locale), ...roundPoints(series, locale)];
}

/**
 * One number, whatever the indicator combines. A share is given in per cent, and what it is of is then not known: that is
 * said beside it.
 */
function baselinePoint(indicator: Indicator, locale: Locale): IndicatorPoint[] {
  const { baselineValue: value, baselineYear, baselineSource, kind } = indicator;
  if (value === null) return [];
  const word = $localize`:@@charts.baseline:Baslinje`;
  const isShare = kind === 'share';
  const label = `${formatExact(value, locale)}${isShare ? (locale === 'sv' ? `${NO_BREAK_SPACE}%` : '%') : ''}`;
  const unit = isShare || indicator.unit === '' ? '' : `${NO_BREAK_SPACE}${indicator.unit}`;
  const ofUnknown = isShare ? [$localize`:@@charts.baseline.of:nämnaren är inte angiven`] : [];
  return [
    {
      id: 'baseline',
      round: baselineYear === null ? word : String(baselineYear),
      value,
      label: [label],
      text: label + unit,
      preliminary: false,
      notes: [...(baselineYear === null ? [] : [word.toLocaleLowerCase(locale)]), ...ofUnknown],
      source: baselineSource,
      target: null,
      near: null,
      against: '',
      breaksBefore: false,
      isBaseline: true,
    },
  ];
}

function roundPoints(series: IndicatorSeries, locale: Locale): IndicatorPoint[] {
  const margin = series.indicator.targetMargin ?? DEFAULT_TARGET_MARGIN;
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
      source: '',
      target: point.target,
      near: nearBand(point.target, series.indicator.direction, margin),
      against: capitalised(targetStatusWords(figureStatus(display, point.target, series.indicator), margin)[locale]),
      breaksBefore: point.breaksBefore,
      isBaseline: false,
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
  const rounds = points
    .filter(({ isBaseline }) => !isBaseline)
    .map((point) => ({
      label: point.round,
      definitionVersion: (version += point.breaksBefore ? 1 : 0),
    }));
  return seriesBreaks(rounds).map((change) => change.words[locale]);
}
