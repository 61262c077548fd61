import { Component, computed, input, signal } from '@angular/core';
import { IndicatorChart } from '@samhandling/charts';
import type { IndicatorSeries } from '@samhandling/contracts';
import { BREAKDOWN_LABELS, DIRECTION_LABELS, INDICATOR_KIND_LABELS } from '@samhandling/domain';
import { Disclosure, Skeleton, Table, injectLocale, nextId } from '@samhandling/ui';
import { roundName } from '../data/plan-words.ts';
import { coverageWords, outcomeWords, targetWords } from './outcome-words.ts';

/** One indicator over the rounds: what it says, how it is counted, and its figures with the target beside. */
@Component({
  selector: 'sam-indicator-figures',
  imports: [Disclosure, IndicatorChart, Skeleton, Table],
  templateUrl: './indicator-figures.html',
  styleUrl: './indicator-figures.scss',
})
export class IndicatorFigures {
  readonly series = input.required<IndicatorSeries>();
  protected readonly headingId = nextId('indikator');
  private readonly locale = injectLocale();
  /** The chart is fetched when somebody asks for it: the table says the same. */
  protected readonly charted = signal(false);
  protected readonly labels = {
    round: $localize`:@@plans.round.label:Omgång`,
    outcome: $localize`:@@plans.outcome:Utfall`,
    target: $localize`:@@plans.target:Målvärde`,
    chart: $localize`:@@plans.indicator.chart:Visa som diagram`,
  };

  /** How it is counted, in a line. A proposal says so: its kind and target are nobody's decision yet. */
  protected readonly how = computed(() => {
    const { kind, breakdown, direction, settled } = this.series().indicator;
    const parts = [
      INDICATOR_KIND_LABELS[kind][this.locale],
      BREAKDOWN_LABELS[breakdown][this.locale].toLocaleLowerCase('sv'),
    ];
    if (direction !== 'none') parts.push(DIRECTION_LABELS[direction][this.locale].toLocaleLowerCase('sv'));
    if (!settled) parts.push($localize`:@@plans.indicator.proposal:förslag, inte bestämt än`);
    return parts.join(', ');
  });
  protected readonly baseline = computed(() => {
    const { indicator } = this.series();
    if (indicator.baselineValue === null) return '';
    const value = outcomeWords(
      { state: 'value', value: indicator.baselineValue, denominator: null, day: null, text: '', of: 1, reported: 1 },
      // A baseline is one number, whatever the indicator combines.
      { ...indicator, kind: indicator.kind === 'count' ? 'count' : 'measure' },
      this.locale,
    );
    const year = indicator.baselineYear === null ? '' : ` ${String(indicator.baselineYear)}`;
    const source = indicator.baselineSource === '' ? '' : ` (${indicator.baselineSource})`;
    return $localize`:@@plans.indicator.baseline:Baslinje${year}:year:: ${value}:value:${source}:source:`;
  });
  /** One figure alone makes no line, and words none at all. */
  protected readonly drawable = computed(() => {
    const { indicator, points } = this.series();
    if (indicator.kind === 'text' || (indicator.kind === 'milestone' && indicator.breakdown === 'none')) return false;
    return points.filter(({ display }) => display.state === 'value' && display.value !== null).length > 1;
  });
  /** Newest first, as the history above it. */
  protected readonly rows = computed(() => {
    const { indicator, points } = this.series();
    return [...points].reverse().map((point) => ({
      id: point.round.id,
      round: roundName(point.round),
      outcome: outcomeWords(point.display, indicator, this.locale),
      empty: point.display.state !== 'value',
      coverage: coverageWords(point.display, this.locale),
      target: targetWords(point.target, indicator, this.locale),
      breaks: point.breaksBefore,
    }));
  });
}
