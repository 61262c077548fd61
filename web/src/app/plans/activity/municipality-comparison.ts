import { Component, computed, input, signal } from '@angular/core';
import type { IndicatorSeries } from '@samhandling/contracts';
import { Disclosure, Skeleton } from '@samhandling/ui';
import { MunicipalityPanel } from './municipality-panel.ts';

/** The way to the municipalities side by side. What it leads to is fetched when somebody asks for it. */
@Component({
  selector: 'sam-municipality-comparison',
  imports: [Disclosure, MunicipalityPanel, Skeleton],
  template: `
    @if (comparable()) {
      <sam-disclosure class="sam-no-print" [summary]="label" [(open)]="open">
        @defer (when open()) {
          <sam-municipality-panel [series]="series()" [activityId]="activityId()" />
        } @placeholder {
          <sam-skeleton shape="rows" [lines]="6" />
        }
      </sam-disclosure>
    }
  `,
})
export class MunicipalityComparison {
  readonly series = input.required<IndicatorSeries>();
  readonly activityId = input.required<string>();

  protected readonly label = $localize`:@@report.compare.show:Jämför kommunerna`;
  protected readonly open = signal(false);
  protected readonly comparable = computed(() => {
    const { indicator, points } = this.series();
    const { breakdown, kind } = indicator;
    return breakdown === 'municipality' && kind !== 'text' && kind !== 'milestone' && points.length > 0;
  });
}
