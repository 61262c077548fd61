import { Component, computed, inject, input } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';
import { MunicipalityChart } from '@samhandling/charts';
import type { IndicatorSeries } from '@samhandling/contracts';
import { injectLocale } from '@samhandling/ui';
import { map } from 'rxjs';
import { problemOf } from '../../core/problem.ts';
import { PlansApi } from '../data/plans-api.ts';
import { RoundSelect } from '../shared/round-select.ts';
import { municipalityFigures } from './municipality-figures.ts';
import { targetWords } from './outcome-words.ts';

/** The municipalities side by side for one indicator, in the round of the address (`omgang`) or else the newest. */
@Component({
  selector: 'sam-municipality-panel',
  imports: [MunicipalityChart, RoundSelect],
  template: `
    @if (round(); as round) {
      <sam-round-select class="rounds" [rounds]="rounds()" [current]="round" />
      <sam-municipality-chart
        [heading]="heading()"
        [rows]="rows()"
        [round]="round.label"
        [lastRound]="lastRound()"
        [preliminary]="round.state !== 'adopted'"
        [target]="target()"
        [targetText]="targetText()"
        [state]="state()"
        [problem]="problem()"
        (retry)="grid.reload()"
      />
    }
  `,
  styles: `
    .rounds {
      display: block;
      margin-bottom: var(--sam-space-4);
    }
  `,
})
export class MunicipalityPanel {
  readonly series = input.required<IndicatorSeries>();
  readonly activityId = input.required<string>();

  private readonly locale = injectLocale();
  private readonly chosen = toSignal(inject(ActivatedRoute).queryParamMap.pipe(map((params) => params.get('omgang'))));
  /** Newest first, as in every list of rounds. */
  protected readonly rounds = computed(() =>
    this.series()
      .points.map((point) => point.round)
      .reverse(),
  );
  protected readonly round = computed(() => {
    const rounds = this.rounds();
    return rounds.find((round) => round.label === this.chosen()) ?? rounds[0] ?? null;
  });
  protected readonly grid = inject(PlansApi).municipalities(() => this.round()?.id ?? null, this.activityId);
  private readonly row = computed(() => {
    if (!this.grid.hasValue()) return null;
    const { id } = this.series().indicator;
    return this.grid.value().rows.find((row) => row.indicator.id === id) ?? null;
  });
  protected readonly rows = computed(() => {
    const row = this.row();
    return row && this.grid.hasValue() ? municipalityFigures(row, this.grid.value().places, this.locale) : [];
  });
  protected readonly lastRound = computed(() => {
    const compared = this.rows().some((row) => row.last !== null);
    return compared && this.grid.hasValue() ? (this.grid.value().previousRound?.label ?? null) : null;
  });
  /** A target for the sum of the county says nothing about one municipality: only means and shares have it in common. */
  protected readonly target = computed(() => {
    const { kind, combinePlaces } = this.series().indicator;
    return kind === 'share' || combinePlaces === 'mean' ? (this.row()?.target ?? null) : null;
  });
  protected readonly targetText = computed(() => targetWords(this.target(), this.series().indicator, this.locale));
  protected readonly heading = computed(() => {
    const { text, unit, kind } = this.series().indicator;
    const plain = text.replace(/\.\s*$/, '');
    const what = unit === '' || kind === 'share' ? plain : `${plain} (${unit})`;
    return $localize`:@@report.compare.heading:${what}:indicator:, kommunerna ${this.round()?.label ?? ''}:round:`;
  });
  protected readonly state = computed(() =>
    this.grid.error() ? 'failed' : this.grid.hasValue() ? 'ready' : 'loading',
  );
  protected readonly problem = computed(() => {
    const error = this.grid.error();
    return error ? problemOf(error) : null;
  });
}
