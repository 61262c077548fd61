import { Component, computed, input, output, signal } from '@angular/core';
import { EVENT_COLUMNS, type EventColumn, type ImportEventsAnswer } from '@samhandling/contracts';
import { Icon, Input } from '@samhandling/ui';
import { TableScroll } from '@samhandling/ui/work';

/** So many rows are drawn at first; a long table would take its time, and the errors come first anyway. */
const DRAWN = 60;

/** What was pasted, with a choice of what each column is, and after a check what is wrong with each row and cell. */
@Component({
  selector: 'sam-import-table',
  imports: [Icon, Input, TableScroll],
  templateUrl: './import-table.html',
  styleUrl: './import-table.scss',
})
export class ImportTable {
  readonly headings = input.required<readonly string[]>();
  readonly columns = input.required<readonly (EventColumn | null)[]>();
  readonly rows = input.required<readonly (readonly string[])[]>();
  readonly checked = input<ImportEventsAnswer | null>(null);
  readonly activityWord = input.required<string>();
  readonly columnChange = output<{ readonly at: number; readonly column: EventColumn | null }>();

  protected readonly all = signal(false);
  protected readonly label = $localize`:@@events.import.table:Raderna som de lästes`;
  protected readonly options = computed(() => {
    const names: Readonly<Record<EventColumn, string>> = {
      day: $localize`:@@events.table.day:Dag`,
      kind: $localize`:@@events.filter.kind:Händelsetyp`,
      title: $localize`:@@events.form.title:Rubrik`,
      activities: this.activityWord(),
      municipalities: $localize`:@@events.form.municipalities:Kommuner`,
      organisations: $localize`:@@events.table.organisations:Organisationer`,
      participants: $localize`:@@events.form.participants:Antal deltagare`,
      note: $localize`:@@events.form.note:Anteckning`,
    };
    return EVENT_COLUMNS.map((column) => ({ column, name: names[column] }));
  });
  protected readonly heads = computed(() =>
    this.columns().map((column, at) => ({
      at,
      column,
      heading: this.headings()[at] ?? '',
      label: $localize`:@@events.import.columnIs:Kolumn ${at + 1}:number: är`,
    })),
  );
  protected readonly lines = computed(() => {
    const results = new Map(this.checked()?.rows.map((row) => [row.row, row]));
    const lines = this.rows().map((cells, at) => {
      const result = results.get(at + 1);
      const errors = result?.errors ?? [];
      const columns = this.columns();
      return {
        number: at + 1,
        result: result?.result ?? null,
        cells: cells.map((text, cell) => {
          const column = columns[cell];
          const reasons = column ? errors.filter(({ pointer }) => belongs(pointer, column)) : [];
          return { text, reason: reasons.map(({ reason }) => reason).join(' ') };
        }),
        others: errors
          .filter(({ pointer }) => !columns.some((column) => column !== null && belongs(pointer, column)))
          .map(({ reason }) => reason),
      };
    });
    // What needs mending comes first after a check.
    const sorted = this.checked()
      ? lines.toSorted((a, b) => Number(b.result === 'refused') - Number(a.result === 'refused'))
      : lines;
    return this.all() ? sorted : sorted.slice(0, DRAWN);
  });
  protected readonly more = computed(() => this.rows().length - this.lines().length);

  protected pick(at: number, event: Event): void {
    if (!(event.target instanceof HTMLSelectElement)) return;
    const { value } = event.target;
    this.columnChange.emit({ at, column: EVENT_COLUMNS.find((column) => column === value) ?? null });
  }
}

function belongs(pointer: string, column: EventColumn): boolean {
  return pointer === `/${column}` || pointer.startsWith(`/${column}/`);
}
