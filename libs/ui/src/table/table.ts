import { Component, Directive, booleanAttribute, input } from '@angular/core';

/**
 * The look of a data table. Numbers in `class="sam-num"` cells. `stacked` turns each row into a list on a phone; give the
 * cells `data-label` then.
 */
@Directive({
  selector: 'table[samTable]',
  host: {
    class: 'sam-table',
    '[class.sam-table--stacked]': 'stacked()',
    '[attr.data-density]': "compact() ? 'compact' : null",
  },
})
export class Table {
  readonly stacked = input(false, { transform: booleanAttribute });
  readonly compact = input(false, { transform: booleanAttribute });
}

/** Room for a wide table: scrolls by itself, with the keyboard too, and keeps the column heads in sight. */
@Component({
  selector: 'sam-table-scroll',
  template: `<div
    class="sam-table-scroll"
    role="region"
    tabindex="0"
    [attr.aria-label]="label()"
    [style.max-height]="maxHeight()"
  >
    <ng-content />
  </div>`,
  styles: ':host { display: block; }',
})
export class TableScroll {
  /** What the table shows, for those who reach it with the keyboard. */
  readonly label = input.required<string>();
  readonly maxHeight = input<string>('none');
}
