import { Component, computed, input, output } from '@angular/core';
import type { WorkbookAnswer } from '@samhandling/contracts';
import { Button, Icon } from '@samhandling/ui';
import { Callout, Table, TableScroll } from '@samhandling/ui/work';

/** What reading the file came to: what is wrong, what is worth knowing, and each cell before and after. */
@Component({
  selector: 'sam-workbook-result',
  imports: [Button, Callout, Icon, Table, TableScroll],
  templateUrl: './workbook-result.html',
  styles: `
    :host {
      display: grid;
      gap: var(--sam-space-4);
    }
    .remark {
      display: flex;
      gap: var(--sam-space-2);
      align-items: baseline;
      max-width: 44rem;
    }
    th[scope='row'] {
      font-weight: 400;
      white-space: nowrap;
    }
    td {
      white-space: pre-line;
    }
    del {
      color: var(--sam-ink-quiet);
    }
    del.sam-quiet {
      text-decoration: none;
    }
    ins {
      text-decoration: none;
      font-weight: 600;
    }
    ins.sam-quiet {
      font-weight: 400;
    }
  `,
})
export class WorkbookResult {
  readonly answer = input.required<WorkbookAnswer>();
  readonly annotated = output();

  protected readonly says = $localize`:@@workbook.column.says:Det står`;
  protected readonly wrong = $localize`:@@workbook.column.wrong:Vad som är fel`;
  protected readonly what = $localize`:@@workbook.column.what:Gäller`;
  protected readonly before = $localize`:@@workbook.column.before:Före`;
  protected readonly after = $localize`:@@workbook.column.after:Efter`;
  protected readonly none = $localize`:@@workbook.none:tomt`;

  protected readonly errorsHeading = computed(() => {
    const count = this.answer().errors.length;
    return count === 1
      ? $localize`:@@workbook.errors.one:1 fel i filen`
      : $localize`:@@workbook.errors.many:${count}:count: fel i filen`;
  });
  protected readonly changesHeading = computed(() => {
    const { changes, errors, saved } = this.answer();
    const count = changes.length;
    if (errors.length > 0)
      return count === 1
        ? $localize`:@@workbook.would.one:1 annan ruta skulle ändras`
        : $localize`:@@workbook.would.many:${count}:count: andra rutor skulle ändras`;
    if (saved)
      return count === 1
        ? $localize`:@@workbook.changed.one:1 ruta har ändrats`
        : $localize`:@@workbook.changed.many:${count}:count: rutor har ändrats`;
    return count === 1
      ? $localize`:@@workbook.changes.one:1 ruta ändras`
      : $localize`:@@workbook.changes.many:${count}:count: rutor ändras`;
  });
}
