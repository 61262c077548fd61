import { Component, input } from '@angular/core';
import { Diff } from '@samhandling/ui/work';

/** Old and new of one field: a text word by word, anything else as a whole. Old struck, new marked, and both said in words. */
@Component({
  selector: 'sam-value-change',
  imports: [Diff],
  template: `
    @if (isText()) {
      <sam-diff lang="sv" [before]="before()" [after]="after()" />
    } @else {
      @if (before(); as old) {
        <del><span class="sam-visually-hidden" i18n="@@history.was">förut: </span>{{ old }}</del>
      }
      @if (before() && after()) {
        <span aria-hidden="true"> → </span>
      }
      @if (after(); as now) {
        <ins><span class="sam-visually-hidden" i18n="@@history.is">nu: </span>{{ now }}</ins>
      } @else {
        <span class="sam-quiet" i18n="@@history.emptied"> (tomt)</span>
      }
    }
  `,
  styles: `
    del {
      color: var(--sam-removed);
      background: var(--sam-removed-soft);
      text-decoration-thickness: 1px;
    }
    ins {
      color: var(--sam-added);
      background: var(--sam-added-soft);
      text-decoration: none;
      border-bottom: 2px solid currentcolor;
    }
  `,
})
export class ValueChange {
  readonly before = input.required<string>();
  readonly after = input.required<string>();
  readonly isText = input(false);
}
