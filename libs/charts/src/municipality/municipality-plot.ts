import { Component, ViewEncapsulation, computed, input } from '@angular/core';
import { BarChartModule, BarOrientation } from '@swimlane/ngx-charts';
import { injectWidth } from '../plot/measure.ts';
import { MARK, type MunicipalityRow, type MunicipalityWords, layoutMunicipalities } from './municipality-layout.ts';

/** Draws the municipalities. Words stand where a figure may not be shown. */
@Component({
  selector: 'sam-municipality-plot',
  imports: [BarChartModule],
  templateUrl: './municipality-plot.html',
  styleUrl: '../plot/plot.scss',
  encapsulation: ViewEncapsulation.None,
  host: { class: 'sam-plot-host' },
})
export class MunicipalityPlot {
  readonly rows = input.required<readonly MunicipalityRow[]>();
  readonly target = input.required<number | null>();
  readonly preliminary = input.required<boolean>();
  readonly words = input.required<MunicipalityWords>();

  private readonly width = injectWidth();
  protected readonly mark = MARK;
  protected readonly horizontal = BarOrientation.Horizontal;
  protected readonly layout = computed(() =>
    layoutMunicipalities(this.rows(), this.width(), this.target(), this.words()),
  );
}
