import { Component, computed, inject, input } from '@angular/core';
import { JudgementsChart, MunicipalityChart } from '@samhandling/charts';
import type { BlockOf, FigureTable } from '@samhandling/report-model';
import { Skeleton, injectLocale } from '@samhandling/ui';
import { Words } from '../core/words.ts';
import { barsOf, municipalityRowsOf } from './charts.ts';

/** A chart of a paper. Loaded when the page has come to rest, so that printing finds all of them drawn. */
@Component({
  selector: 'sam-paper-chart',
  imports: [JudgementsChart, MunicipalityChart, Skeleton],
  template: `
    @defer (on idle) {
      @if (block().form === 'stacked') {
        <sam-judgements-chart [heading]="heading()" [bars]="bars()" [word]="word()" [rowWord]="rowWord" />
      } @else {
        <sam-municipality-chart
          [heading]="heading()"
          [rows]="municipalities()"
          [round]="rounds()[0] ?? ''"
          [lastRound]="rounds()[1] ?? null"
          [preliminary]="isDraft()"
        />
      }
    } @placeholder {
      <sam-skeleton shape="rows" [lines]="4" />
    }
  `,
  styles: ':host { display: block; }',
})
export class PaperChart {
  readonly block = input.required<BlockOf<'chart'>>();
  /** The figures behind it in words, where the paper has them. */
  readonly figures = input.required<FigureTable | null>();
  readonly isDraft = input.required<boolean>();

  private readonly locale = injectLocale();
  private readonly words = inject(Words);
  protected readonly rowWord = $localize`:@@report.chart.rows:Avser`;
  protected readonly word = computed(() => this.words.current().activity);
  protected readonly heading = computed(() => `${this.block().caption.label} ${this.block().caption.text}`.trim());
  protected readonly bars = computed(() => barsOf(this.block()));
  protected readonly rounds = computed(() => this.block().series.map((series) => series.name));
  protected readonly municipalities = computed(() => municipalityRowsOf(this.block(), this.figures(), this.locale));
}
