import { Component, computed, input, output } from '@angular/core';
import { type Word, countOf, formatNumber } from '@samhandling/domain';
import { JUDGEMENT_LOOKS, NOT_JUDGED_LOOK, type ShownProblem, injectLocale, injectSay } from '@samhandling/ui';
import type { ChartTable } from '../frame/chart-data.ts';
import { ChartFrame, type ChartState } from '../frame/chart-frame.ts';
import { ChartStage } from '../plot/chart-stage.ts';
import { type JudgementsBar, countIn, keysIn } from './judgements-layout.ts';
import { JudgementsPlot } from './judgements-plot.ts';

/** How the activities stand, one stacked bar for each goal. Counts, never percentages. */
@Component({
  selector: 'sam-judgements-chart',
  imports: [ChartFrame, ChartStage],
  template: `<sam-chart-frame
    [heading]="heading()"
    [note]="note()"
    [table]="table()"
    [state]="state()"
    [problem]="problem()"
    [empty]="empty()"
    (retry)="retry.emit()"
  >
    @if (drawn()) {
      <sam-chart-stage [drawing]="plot" [bindings]="{ bars: bars, total: total }" />
    }
  </sam-chart-frame>`,
  styles: ':host { display: block; }',
})
export class JudgementsChart {
  readonly heading = input.required<string>();
  readonly bars = input.required<readonly JudgementsBar[]>();
  /** What is counted, in the plan's own word. */
  readonly word = input.required<Word>();
  /** What the rows are: "Delmål". Heads the first column of the table. */
  readonly rowWord = input.required<string>();
  readonly note = input('');
  readonly state = input<ChartState>('ready');
  readonly problem = input<ShownProblem | null>(null);
  readonly retry = output<void>();

  private readonly say = injectSay();
  private readonly locale = injectLocale();
  protected readonly plot = JudgementsPlot;
  protected readonly total = computed(() => {
    const word = this.word();
    return (count: number) => countOf(word, count);
  });
  protected readonly empty = computed(() => {
    if (this.bars().some((bar) => bar.counts.total > 0)) return '';
    const word = this.word();
    return $localize`:@@charts.judgements.empty:Det finns inga ${word.many}:activities: att visa än.`;
  });
  /** The drawing is made only when there is something to draw: projected content exists even where it is not shown. */
  protected readonly drawn = computed(() => this.state() === 'ready' && this.empty() === '');
  protected readonly table = computed<ChartTable>(() => {
    const keys = keysIn(this.bars());
    const label = (key: (typeof keys)[number]): string =>
      this.say((key === 'not_judged' ? NOT_JUDGED_LOOK : JUDGEMENT_LOOKS[key]).label);
    const cell = (value: number) => ({ text: formatNumber(value, 0, this.locale), value });
    return {
      columns: [
        { label: this.rowWord(), numeric: false },
        ...keys.map((key) => ({ label: label(key), numeric: true })),
        { label: $localize`:@@charts.total:Totalt`, numeric: true },
      ],
      rows: this.bars().map((bar) => [
        { text: bar.name },
        ...keys.map((key) => cell(countIn(bar.counts, key))),
        cell(bar.counts.total),
      ]),
    };
  });
}
