import { Component, ViewEncapsulation, computed, input } from '@angular/core';
import { JUDGEMENT_LOOKS, NOT_JUDGED_LOOK, injectSay, nextId } from '@samhandling/ui';
import { BarChartModule, BarOrientation } from '@swimlane/ngx-charts';
import { injectWidth } from '../plot/measure.ts';
import {
  JUDGEMENT_ORDER,
  type JudgementKey,
  type JudgementsBar,
  SWATCH,
  layoutJudgements,
} from './judgements-layout.ts';

/** Draws the bars. Each judgement has its own pattern besides its colour. */
@Component({
  selector: 'sam-judgements-plot',
  imports: [BarChartModule],
  templateUrl: './judgements-plot.html',
  styleUrl: '../plot/plot.scss',
  encapsulation: ViewEncapsulation.None,
  host: { class: 'sam-plot-host' },
})
export class JudgementsPlot {
  readonly bars = input.required<readonly JudgementsBar[]>();
  readonly total = input.required<(count: number) => string>();

  private readonly say = injectSay();
  private readonly width = injectWidth();
  protected readonly id = nextId('pattern');
  protected readonly horizontal = BarOrientation.Horizontal;
  protected readonly swatch = SWATCH;
  protected readonly patterns = JUDGEMENT_ORDER;
  protected readonly layout = computed(() =>
    layoutJudgements(this.bars(), this.width(), {
      judgement: (key) => this.say(look(key).label),
      total: this.total(),
    }),
  );

  protected css(key: JudgementKey): string {
    return look(key).css;
  }

  protected fill(key: JudgementKey): string {
    return `url(#${this.id}-${key})`;
  }
}

function look(key: JudgementKey): (typeof JUDGEMENT_LOOKS)['completed'] {
  return key === 'not_judged' ? NOT_JUDGED_LOOK : JUDGEMENT_LOOKS[key];
}
