import { Component, signal } from '@angular/core';
import { Combobox, MonthGrid } from '@samhandling/ui/choosing';

@Component({
  selector: 'sam-choosing-section',
  imports: [Combobox, MonthGrid],
  template: `
    <div class="sam-stack sam-stack--large">
      <sam-combobox
        label="Aktiviteter"
        hint="Sök på nummer eller ord."
        [options]="options"
        [(chosen)]="chosen"
        [error]="chosen().length === 0 ? 'Välj minst en.' : null"
      />
      <sam-month-grid today="2026-03-12" [(day)]="day" [entries]="entries" [countWords]="words" />
    </div>
  `,
})
export class ChoosingSection {
  protected readonly options = [
    { id: 'a', reference: '1.1/2', label: 'Besöka alla serveringsställen' },
    { id: 'b', reference: '2.2/5', label: 'Träffar med föräldrar inför sommaren' },
    { id: 'c', reference: '3.1/1', label: 'Utbilda ledare i föreningar' },
  ];
  protected readonly chosen = signal<readonly string[]>(['b']);
  protected readonly day = signal('2026-03-12');
  protected readonly entries = new Map([
    ['2026-03-04', ['Utbildning']],
    ['2026-03-12', ['Träff', 'Kommunbesök', 'Kampanj', 'Konferens']],
  ]);
  protected readonly words = (count: number): string => `${String(count)} händelser`;
}
