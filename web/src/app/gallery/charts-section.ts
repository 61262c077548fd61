import { Component, inject } from '@angular/core';
import { IndicatorChart, JudgementsChart, MunicipalityChart } from '@samhandling/charts';
import { Words } from '../core/words.ts';
import { CHART_BARS, CHART_MUNICIPALITIES, CHART_SERIES, CHART_SHARES, CHART_WORDS } from './charts-data.ts';

/** The charts full, empty, loading and failing. */
@Component({
  selector: 'sam-charts-section',
  imports: [IndicatorChart, JudgementsChart, MunicipalityChart],
  template: `
    <div class="sam-stack sam-stack--large">
      <sam-judgements-chart heading="Aktiviteterna per delmål, 2025" rowWord="Delmål" [bars]="bars" [word]="word" />
      <sam-indicator-chart [series]="series" />
      <sam-indicator-chart [series]="shares" />
      <sam-municipality-chart
        heading="Antal dialogmöten med föräldrar, 2025"
        round="2025"
        lastRound="2024"
        [preliminary]="true"
        targetText="10"
        [rows]="municipalities"
        [target]="10"
      />
      <sam-indicator-chart [series]="inWords" />
      <sam-judgements-chart heading="Tomt: aktiviteterna per delmål" rowWord="Delmål" [bars]="[]" [word]="word" />
      <sam-municipality-chart heading="Hämtar: antal dialogmöten" round="2025" state="loading" [rows]="[]" />
      <sam-municipality-chart
        heading="Fel: antal dialogmöten"
        round="2025"
        state="failed"
        [rows]="[]"
        [problem]="{ title: 'Ingen kontakt med tjänsten', detail: 'Kontrollera nätet och försök igen.' }"
      />
    </div>
  `,
})
export class ChartsSection {
  protected readonly word = inject(Words).current().activity;
  protected readonly bars = CHART_BARS;
  protected readonly series = CHART_SERIES;
  protected readonly shares = CHART_SHARES;
  protected readonly inWords = CHART_WORDS;
  protected readonly municipalities = CHART_MUNICIPALITIES;
}
