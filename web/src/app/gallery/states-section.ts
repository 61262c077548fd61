import { Component } from '@angular/core';
import { countJudgements } from '@samhandling/domain';
import { Button, Empty, JudgementBar, JudgementChip, ProblemView, Skeleton } from '@samhandling/ui';

/** The same list as it loads, empty, full and failing: what every list in the product must be able to be. */
@Component({
  selector: 'sam-states-section',
  imports: [Button, Empty, JudgementBar, JudgementChip, ProblemView, Skeleton],
  template: `
    <div class="sam-columns sam-columns--even">
      <div>
        <h3>Hämtar</h3>
        <sam-skeleton shape="rows" [lines]="4" />
      </div>
      <div>
        <h3>Tomt</h3>
        <sam-empty heading="Inga aktiviteter stämmer med filtren">
          Ta bort ett filter, eller sök på ett annat ord.
          <ng-container actions><button samButton type="button">Ta bort alla filter</button></ng-container>
        </sam-empty>
      </div>
      <div>
        <h3>Fullt</h3>
        <ul class="sam-rows">
          @for (row of rows; track row.reference) {
            <li class="sam-row sam-row--apart">
              <span class="sam-row">
                <span class="sam-quiet">{{ row.reference }}</span> <a href="/galleri">{{ row.text }}</a>
              </span>
              <sam-judgement [judgement]="row.judgement" />
            </li>
          }
        </ul>
        <sam-judgement-bar class="bar" [counts]="counts" legend />
      </div>
      <div>
        <h3>Fel</h3>
        <sam-problem
          [problem]="{
            title: 'Ingen kontakt med tjänsten',
            detail: 'Kontrollera nätet och försök igen. Det du har skrivit finns kvar.',
          }"
          retryable
        />
      </div>
    </div>
  `,
  styles: `
    h3 {
      margin-bottom: var(--sam-space-3);
    }
    .bar {
      margin-top: var(--sam-space-4);
    }
  `,
})
export class StatesSection {
  protected readonly rows = [
    { reference: '1.1/1', text: 'Möta föräldrar på skolstartens möten', judgement: 'completed' },
    { reference: '1.1/2', text: 'Samordna tillsynen av folköl och tobak över kommungränserna', judgement: 'on_track' },
    { reference: '1.2/1', text: 'Erbjuda stöd till föreningar', judgement: null },
  ] as const;
  protected readonly counts = countJudgements(this.rows.map((row) => row.judgement));
}
