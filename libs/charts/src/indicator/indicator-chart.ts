import { Component, computed, input, output } from '@angular/core';
import type { IndicatorSeries } from '@samhandling/contracts';
import { DEFAULT_TARGET_MARGIN, NO_BREAK_SPACE, formatNumber, marginWords } from '@samhandling/domain';
import { type ShownProblem, injectLocale } from '@samhandling/ui';
import type { ChartTable } from '../frame/chart-data.ts';
import { ChartFrame, type ChartState } from '../frame/chart-frame.ts';
import { ChartStage } from '../plot/chart-stage.ts';
import type { IndicatorWords } from './indicator-layout.ts';
import { IndicatorPlot } from './indicator-plot.ts';
import {
  type IndicatorPoint,
  breakNotes,
  decimalsOf,
  drawable,
  indicatorPoints,
  targetText,
} from './indicator-points.ts';

/** One indicator over the rounds, with its target, its breaks and its kinds of empty. */
@Component({
  selector: 'sam-indicator-chart',
  imports: [ChartFrame, ChartStage],
  template: `<sam-chart-frame
    [heading]="title()"
    [note]="note()"
    [table]="table()"
    [state]="state()"
    [problem]="problem()"
    [empty]="empty()"
    (retry)="retry.emit()"
  >
    @if (drawn()) {
      <sam-chart-stage [drawing]="plot" [bindings]="{ points: points, words: words }" />
    }
  </sam-chart-frame>`,
  styles: ':host { display: block; }',
})
export class IndicatorChart {
  readonly series = input.required<IndicatorSeries>();
  /** Without it the indicator's own text and unit. */
  readonly heading = input('');
  readonly state = input<ChartState>('ready');
  readonly problem = input<ShownProblem | null>(null);
  readonly retry = output<void>();

  private readonly locale = injectLocale();
  protected readonly plot = IndicatorPlot;
  protected readonly points = computed(() => indicatorPoints(this.series(), this.locale));
  protected readonly title = computed(() => {
    const { text, unit } = this.series().indicator;
    const plain = text.replace(/\.\s*$/, '');
    return this.heading() || (unit === '' ? plain : `${plain} (${unit})`);
  });
  protected readonly note = computed(() =>
    [...breakNotes(this.points(), this.locale), ...this.nearWords()].filter((sentence) => sentence !== '').join(' '),
  );
  private readonly nearWords = computed(() => {
    if (!this.points().some(({ near }) => near !== null)) return [];
    const margin = marginWords(this.series().indicator.targetMargin ?? DEFAULT_TARGET_MARGIN)[this.locale];
    return [$localize`:@@charts.near:Nära räknas ${margin}:margin:.`];
  });
  protected readonly words = computed<IndicatorWords>(() => {
    const { indicator } = this.series();
    const percent = this.locale === 'sv' ? `${NO_BREAK_SPACE}%` : '%';
    const target = (value: number): string => targetText(value, indicator, this.locale);
    return {
      tick: (value) => {
        const decimals = Number.isInteger(value) ? 0 : Math.max(1, decimalsOf(indicator));
        return formatNumber(value, decimals, this.locale) + (indicator.kind === 'share' ? percent : '');
      },
      target: (value) => $localize`:@@charts.target:Målvärde ${target(value)}:value:`,
      legend: {
        confirmed: $localize`:@@charts.legend.confirmed:Fastställt`,
        preliminary: $localize`:@@charts.legend.preliminary:Preliminärt`,
        baseline: $localize`:@@charts.baseline:Baslinje`,
        target: $localize`:@@charts.legend.target:Målvärde`,
        near: $localize`:@@charts.legend.near:Nära målet`,
      },
      newDefinition: $localize`:@@charts.newDefinition:nytt mätsätt`,
    };
  });
  protected readonly empty = computed(() => {
    if (!drawable(this.series().indicator)) {
      return $localize`:@@charts.indicator.noNumbers:Indikatorn följs upp i ord och kan inte visas som diagram.`;
    }
    if (this.points().some((point) => point.value !== null && !point.isBaseline)) return '';
    return $localize`:@@charts.indicator.empty:Det finns inga värden att visa än.`;
  });
  /** The drawing is made only when there is something to draw: projected content exists even where it is not shown. */
  protected readonly drawn = computed(() => this.state() === 'ready' && this.empty() === '');
  protected readonly table = computed<ChartTable>(() => {
    const { indicator } = this.series();
    const target = (value: number | null) =>
      value === null ? { text: '–' } : { text: targetText(value, indicator, this.locale), value };
    return {
      columns: [
        { label: $localize`:@@charts.round:Omgång`, numeric: false },
        { label: $localize`:@@charts.outcome:Utfall`, numeric: true },
        { label: $localize`:@@charts.legend.target:Målvärde`, numeric: true },
        { label: $localize`:@@charts.against:Mot målet`, numeric: false },
        { label: $localize`:@@charts.about:Att veta`, numeric: false },
      ],
      rows: this.points().map((point) => [
        { text: point.round },
        { text: point.text, value: indicator.kind === 'share' ? null : point.value },
        target(point.target),
        { text: point.against || '–' },
        { text: aboutOf(point, this.words().newDefinition) },
      ]),
    };
  });
}

/** What must be known to read the figure right: kind of empty, preliminary, a new definition, where a baseline comes from. */
function aboutOf({ notes, source, breaksBefore }: IndicatorPoint, newDefinition: string): string {
  return [...notes, source, breaksBefore ? newDefinition : ''].filter((note) => note !== '').join(', ');
}
