import { Component, computed, input, output } from '@angular/core';
import type { RecordLog } from '@samhandling/contracts';
import { Button, Field, Input } from '@samhandling/ui';
import { type LogAddress, type LogAddressName, filterOf } from './data/log-query.ts';

/** Who, what, how, when and words. Each choice goes into the address at once. */
@Component({
  selector: 'sam-log-filters',
  imports: [Button, Field, Input],
  template: `
    <form role="search" [attr.aria-label]="labels.form" (submit)="$event.preventDefault()">
      <sam-field class="wide" [label]="labels.search" [hint]="labels.searchHint">
        <input
          samInput
          type="search"
          autocomplete="off"
          maxlength="200"
          [value]="address().sok ?? ''"
          (change)="choose('sok', $event)"
        />
      </sam-field>
      <sam-field [label]="labels.person">
        <select samInput (change)="choose('person', $event)">
          <option value="" [selected]="!address().person" i18n="@@record.filter.anyone">Vem som helst</option>
          @for (person of choices().people; track person.id) {
            <option [value]="person.id" [selected]="person.id === address().person">{{ person.name }}</option>
          }
        </select>
      </sam-field>
      @for (list of lists(); track list.name) {
        <sam-field [label]="list.label">
          <select samInput (change)="choose(list.name, $event)">
            <option value="" [selected]="!address()[list.name]">{{ list.any }}</option>
            @for (option of list.options; track option.value) {
              <option [value]="option.value" [selected]="option.value === address()[list.name]">
                {{ option.label }}
              </option>
            }
          </select>
        </sam-field>
      }
      <sam-field [label]="labels.from">
        <input
          samInput
          type="date"
          min="1900-01-01"
          max="2199-12-31"
          [value]="address().fran ?? ''"
          (change)="choose('fran', $event)"
        />
      </sam-field>
      <sam-field [label]="labels.to">
        <input
          samInput
          type="date"
          min="1900-01-01"
          max="2199-12-31"
          [value]="address().till ?? ''"
          (change)="choose('till', $event)"
        />
      </sam-field>
    </form>
    @if (narrowed()) {
      <div class="sam-buttons clear">
        <button samButton small type="button" (click)="cleared.emit()" i18n="@@record.filter.clear">
          Rensa filtren
        </button>
      </div>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    form {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 16rem), 1fr));
      gap: var(--sam-space-3) var(--sam-space-4);
      align-items: start;
    }
    .wide {
      grid-column: 1 / -1;
      max-width: 40rem;
    }
    .clear {
      margin-top: var(--sam-space-4);
    }
    @media print {
      :host {
        display: none;
      }
    }
  `,
})
export class LogFilters {
  readonly address = input.required<LogAddress>();
  readonly choices = input.required<Pick<RecordLog, 'people' | 'kinds' | 'actions' | 'sources'>>();
  readonly changed = output<Partial<Record<LogAddressName, string | null>>>();
  readonly cleared = output();

  protected readonly labels = {
    form: $localize`:@@record.filter.form:Filtrera loggen`,
    search: $localize`:@@record.filter.search:Sök`,
    searchHint: $localize`:@@record.filter.searchHint:Ord i det som ändrades, eller ett helt id.`,
    person: $localize`:@@record.filter.person:Vem`,
    from: $localize`:@@record.filter.from:Från och med`,
    to: $localize`:@@record.filter.to:Till och med`,
  };
  protected readonly lists = computed(() => {
    const { kinds, actions, sources } = this.choices();
    return [
      {
        name: 'slag' as const,
        label: $localize`:@@record.filter.kind:Slag av sak`,
        any: $localize`:@@record.filter.anyKind:Alla slag`,
        options: kinds,
      },
      {
        name: 'vad' as const,
        label: $localize`:@@record.filter.action:Vad som gjordes`,
        any: $localize`:@@record.filter.anyAction:Vad som helst`,
        options: actions,
      },
      {
        name: 'vag' as const,
        label: $localize`:@@record.filter.source:Hur det gjordes`,
        any: $localize`:@@record.filter.anySource:Hur som helst`,
        options: sources,
      },
    ];
  });
  protected readonly narrowed = computed(() => Object.keys(filterOf(this.address())).length > 0);

  protected choose(name: LogAddressName, event: Event): void {
    const { target } = event;
    if (target instanceof HTMLInputElement || target instanceof HTMLSelectElement)
      this.changed.emit({ [name]: target.value.trim() || null });
  }
}
