import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Button, Icon } from '@samhandling/ui';
import { writeListQuery } from '../data/list-query.ts';

/** Pages to offer: first, last, the current and its neighbours; null stands for a gap. */
export function pageNumbers(page: number, last: number): (number | null)[] {
  const wanted = [1, page - 1, page, page + 1, last].filter((one) => one >= 1 && one <= last);
  const numbers = [...new Set(wanted)].sort((a, b) => a - b);
  return numbers.flatMap((one, at) => {
    const before = numbers[at - 1] ?? 0;
    if (one - before === 2) return [one - 1, one];
    return at > 0 && one - before > 2 ? [null, one] : [one];
  });
}

/** Links to the other pages of a long list. Not shown when all fits on one. */
@Component({
  selector: 'sam-pager',
  imports: [Button, Icon, RouterLink],
  template: `
    @if (last() > 1) {
      <nav class="sam-row" [attr.aria-label]="label">
        @if (page() > 1) {
          <a
            samButton
            small
            [routerLink]="[]"
            [queryParams]="params(page() - 1)"
            queryParamsHandling="merge"
            rel="prev"
          >
            <sam-icon name="back" /><ng-container i18n="@@plans.pager.previous">Föregående</ng-container>
          </a>
        }
        @for (number of numbers(); track $index) {
          @if (number === null) {
            <span aria-hidden="true">…</span>
          } @else {
            <a
              [samButton]="number === page() ? 'secondary' : 'quiet'"
              small
              [routerLink]="[]"
              [queryParams]="params(number)"
              queryParamsHandling="merge"
              [attr.aria-current]="number === page() ? 'page' : null"
              [attr.aria-label]="pageLabel(number)"
              >{{ number }}</a
            >
          }
        }
        @if (page() < last()) {
          <a
            samButton
            small
            [routerLink]="[]"
            [queryParams]="params(page() + 1)"
            queryParamsHandling="merge"
            rel="next"
          >
            <ng-container i18n="@@plans.pager.next">Nästa</ng-container><sam-icon name="forward" />
          </a>
        }
      </nav>
    }
  `,
  styles: `
    :host {
      display: block;
      margin-top: var(--sam-space-6);
    }
  `,
})
export class Pager {
  readonly page = input.required<number>();
  readonly pageSize = input.required<number>();
  readonly total = input.required<number>();
  protected readonly label = $localize`:@@plans.pager.label:Sidor i listan`;
  protected readonly last = computed(() => Math.max(1, Math.ceil(this.total() / this.pageSize())));
  protected readonly numbers = computed(() => pageNumbers(this.page(), this.last()));

  protected params(page: number): Record<string, unknown> {
    return writeListQuery({ page });
  }

  protected pageLabel(page: number): string {
    return $localize`:@@plans.pager.page:Sida ${page}:page:`;
  }
}
