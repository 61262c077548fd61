import { Component, computed, input, linkedSignal, output } from '@angular/core';
import { Button, Icon, type ShownProblem, nextId } from '@samhandling/ui';
import type { ChartTable } from '../frame/chart-data.ts';
import { ChartFrame, type ChartState } from '../frame/chart-frame.ts';
import { ChartStage } from '../plot/chart-stage.ts';
import {
  MUNICIPALITY_SORTS,
  type MunicipalityFigure,
  type MunicipalityRow,
  type MunicipalitySort,
  type MunicipalityWords,
  sortMunicipalities,
} from './municipality-layout.ts';
import { MunicipalityPlot } from './municipality-plot.ts';

/** The municipalities of the county side by side, for one indicator and one round. */
@Component({
  selector: 'sam-municipality-chart',
  imports: [Button, ChartFrame, ChartStage, Icon],
  template: `<sam-chart-frame
    [heading]="heading()"
    [note]="note()"
    [table]="table()"
    [state]="state()"
    [problem]="problem()"
    [empty]="empty()"
    (retry)="retry.emit()"
  >
    <div controls class="sorts" role="group" [attr.aria-labelledby]="id">
      <span class="word" [id]="id" i18n="@@charts.sort">Ordna efter</span>
      @for (choice of sorts; track choice) {
        <button samButton small type="button" [attr.aria-pressed]="by() === choice" (click)="by.set(choice)">
          @if (by() === choice) {
            <sam-icon name="check" />
          }
          {{ sortWords[choice] }}
        </button>
      }
    </div>
    @if (drawn()) {
      <sam-chart-stage
        [drawing]="plot"
        [bindings]="{ rows: sorted, target: target, preliminary: preliminary, words: words }"
      />
    }
  </sam-chart-frame>`,
  styles: `
    :host {
      display: block;
    }
    .sorts {
      display: flex;
      flex-wrap: wrap;
      gap: var(--sam-space-2);
      align-items: center;
      margin-bottom: var(--sam-space-4);
    }
    .word {
      color: var(--sam-ink-quiet);
      font-size: var(--sam-text-small);
    }
  `,
})
export class MunicipalityChart {
  readonly heading = input.required<string>();
  readonly rows = input.required<readonly MunicipalityRow[]>();
  /** "2025" */
  readonly round = input.required<string>();
  readonly lastRound = input<string | null>(null);
  /** The round is not adopted: figures may change. */
  readonly preliminary = input(false);
  /** A target for each municipality, not for their sum. Null: none. */
  readonly target = input<number | null>(null);
  /** The target with its unit, as it is to be read. */
  readonly targetText = input('');
  readonly note = input('');
  readonly sort = input<MunicipalitySort>('name');
  readonly state = input<ChartState>('ready');
  readonly problem = input<ShownProblem | null>(null);
  readonly retry = output<void>();

  protected readonly id = nextId('sort');
  protected readonly plot = MunicipalityPlot;
  protected readonly sorts = MUNICIPALITY_SORTS;
  protected readonly sortWords: Readonly<Record<MunicipalitySort, string>> = {
    name: $localize`:@@charts.sort.name:Namn`,
    value: $localize`:@@charts.sort.value:Värde`,
  };
  protected readonly by = linkedSignal(() => this.sort());
  protected readonly sorted = computed(() => sortMunicipalities(this.rows(), this.by()));
  protected readonly words = computed<MunicipalityWords>(() => ({
    now: this.preliminary() ? $localize`:@@charts.roundPreliminary:${this.round()}:round: (preliminärt)` : this.round(),
    last: this.lastRound() ?? '',
    target: $localize`:@@charts.target:Målvärde ${this.targetText()}:value:`,
  }));
  protected readonly empty = computed(() =>
    this.rows().length === 0 ? $localize`:@@charts.municipality.empty:Det finns inga kommuner att jämföra.` : '',
  );
  /** The drawing is made only when there is something to draw: projected content exists even where it is not shown. */
  protected readonly drawn = computed(() => this.state() === 'ready' && this.empty() === '');
  protected readonly table = computed<ChartTable>(() => {
    const last = this.lastRound();
    const cell = (figure: MunicipalityFigure | null) =>
      figure === null ? { text: '–' } : { text: figure.text, value: figure.value };
    return {
      columns: [
        { label: $localize`:@@charts.municipality:Kommun`, numeric: false },
        { label: this.words().now, numeric: true },
        ...(last === null ? [] : [{ label: last, numeric: true }]),
      ],
      rows: this.sorted().map((row) => [{ text: row.name }, cell(row.now), ...(last === null ? [] : [cell(row.last)])]),
    };
  });
}
