import { Component, ViewEncapsulation, computed, input } from '@angular/core';
import { ChartCommonModule, LineChartModule } from '@swimlane/ngx-charts';
import { injectWidth } from '../plot/measure.ts';
import { LEGEND_MARK, type IndicatorWords, layoutIndicator } from './indicator-layout.ts';
import type { IndicatorPoint } from './indicator-points.ts';

/** Draws an indicator over the rounds: solid is confirmed, dotted preliminary, dashed target, a diamond the baseline. */
@Component({
  selector: 'sam-indicator-plot',
  imports: [ChartCommonModule, LineChartModule],
  templateUrl: './indicator-plot.html',
  styleUrl: '../plot/plot.scss',
  encapsulation: ViewEncapsulation.None,
  host: { class: 'sam-plot-host' },
})
export class IndicatorPlot {
  readonly points = input.required<readonly IndicatorPoint[]>();
  readonly words = input.required<IndicatorWords>();

  private readonly width = injectWidth();
  protected readonly mark = LEGEND_MARK;
  protected readonly diamond = 'M0,-7L7,0L0,7L-7,0Z';
  protected readonly layout = computed(() => layoutIndicator(this.points(), this.width(), this.words()));
}
