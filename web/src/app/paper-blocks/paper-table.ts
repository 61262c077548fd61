import { Component, computed, input } from '@angular/core';
import type { BlockOf } from '@samhandling/report-model';
import { Table } from '@samhandling/ui/work';
import { toneClass } from './tones.ts';

/** A table of a paper. The first column names the row; on a phone each row becomes a list. */
@Component({
  selector: 'sam-paper-table',
  imports: [Table],
  template: `
    <table samTable stacked compact>
      <caption>
        <strong>{{ block().caption.label }}</strong>
        {{
          block().caption.text
        }}
      </caption>
      <colgroup>
        @for (column of block().columns; track $index) {
          <col [style.width.%]="column.width" />
        }
      </colgroup>
      <thead>
        <tr>
          @for (column of block().columns; track $index) {
            <th scope="col" [class.sam-num]="column.align === 'end'">{{ column.header }}</th>
          }
        </tr>
      </thead>
      <tbody>
        @for (row of body(); track $index) {
          <tr>
            @for (cell of row; track $index) {
              @if ($first) {
                <th scope="row" [class.sam-num]="block().columns[0]?.align === 'end'">{{ cell.text }}</th>
              } @else {
                <td
                  class="{{ tone(cell.tone) }}"
                  [class.sam-num]="block().columns[$index]?.align === 'end'"
                  [attr.data-label]="block().columns[$index]?.header"
                >
                  <span class="value">{{ cell.text }}</span>
                </td>
              }
            }
          </tr>
        }
      </tbody>
      @if (total(); as row) {
        <tfoot>
          <tr>
            @for (cell of row; track $index) {
              @if ($first) {
                <th scope="row" [class.sam-num]="block().columns[0]?.align === 'end'">{{ cell.text }}</th>
              } @else {
                <td
                  [class.sam-num]="block().columns[$index]?.align === 'end'"
                  [attr.data-label]="block().columns[$index]?.header"
                >
                  <span class="value">{{ cell.text }}</span>
                </td>
              }
            }
          </tr>
        </tfoot>
      }
    </table>
    @if (block().note) {
      <p class="note">{{ block().note }}</p>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    caption strong {
      color: var(--sam-ink);
    }
    .value {
      white-space: pre-line;
      min-width: 0;
      overflow-wrap: anywhere;
      hyphens: auto;
    }
    td[class*='sam-judged--'] .value {
      color: var(--sam-judged);
      font-weight: 560;
    }
    th[scope='row'] {
      min-width: 4.5rem;
      font-weight: 400;
      white-space: pre-line;
    }
    .note {
      max-width: var(--sam-measure);
      margin-top: var(--sam-space-2);
      color: var(--sam-ink-quiet);
      font-size: var(--sam-text-small);
    }
    @media (max-width: 40rem) {
      th[scope='row'] {
        min-width: 0;
        font-weight: 560;
      }
      tfoot tr {
        display: block;
      }
    }
  `,
})
export class PaperTable {
  readonly block = input.required<BlockOf<'table'>>();
  protected readonly body = computed(() =>
    this.block().hasTotal ? this.block().rows.slice(0, -1) : this.block().rows,
  );
  protected readonly total = computed(() => (this.block().hasTotal ? this.block().rows.at(-1) : undefined));
  protected readonly tone = toneClass;
}
