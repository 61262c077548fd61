import { Component, computed, input, output, signal } from '@angular/core';
import type { Reporter, ReporterRow } from '@samhandling/contracts';
import { Button, Field, Input } from '@samhandling/ui';

/** What to do with the rows chosen. People who may report all of them come first. */
@Component({
  selector: 'sam-assign-bar',
  imports: [Button, Field, Input],
  template: `
    <p class="count" role="status">{{ words() }}</p>
    <div class="tools">
      <sam-field class="who" [label]="labels.who">
        <select samInput (change)="pick($event)">
          <option value="" [selected]="picked() === ''">{{ labels.choose }}</option>
          <option value="none" [selected]="picked() === 'none'" i18n="@@together.bar.nobody">Ingen</option>
          @if (groups().fitting.length > 0) {
            <optgroup [label]="labels.fitting">
              @for (person of groups().fitting; track person.id) {
                <option [value]="person.id" [selected]="picked() === person.id">{{ nameOf(person) }}</option>
              }
            </optgroup>
          }
          @if (groups().others.length > 0) {
            <optgroup [label]="labels.others">
              @for (person of groups().others; track person.id) {
                <option [value]="person.id" [selected]="picked() === person.id">{{ nameOf(person) }}</option>
              }
            </optgroup>
          }
        </select>
      </sam-field>
      <button samButton="primary" type="button" [busy]="busy()" (click)="send()" i18n="@@together.bar.assign">
        Sätt rapportör
      </button>
    </div>
    @if (tried() && picked() === '') {
      <p class="error" role="alert" i18n="@@together.bar.pickFirst">Välj en person först.</p>
    }
  `,
  styles: `
    :host {
      position: sticky;
      bottom: 0;
      z-index: 2;
      display: block;
      margin-top: var(--sam-space-4);
      padding: var(--sam-space-3) var(--sam-space-4) var(--sam-space-4);
      border-top: 2px solid var(--sam-accent);
      background: var(--sam-surface);
    }
    .count {
      margin: 0 0 var(--sam-space-2);
      font-weight: 560;
    }
    .tools {
      display: flex;
      flex-wrap: wrap;
      gap: var(--sam-space-3);
      align-items: end;
    }
    .who {
      flex: 0 1 26rem;
      min-width: 0;
    }
    .error {
      margin: var(--sam-space-2) 0 0;
      color: var(--sam-danger);
    }
  `,
})
export class AssignBar {
  readonly rows = input.required<readonly ReporterRow[]>();
  readonly people = input.required<readonly Reporter[]>();
  readonly busy = input(false);
  readonly assigned = output<string | null>();

  protected readonly picked = signal('');
  protected readonly tried = signal(false);
  protected readonly labels = {
    who: $localize`:@@together.bar.who:Rapportör för de valda`,
    choose: $localize`:@@together.bar.choose:Välj person`,
    fitting: $localize`:@@together.bar.fitting:Kan rapportera alla valda`,
    others: $localize`:@@together.bar.others:Kan inte rapportera alla valda`,
  };
  protected readonly words = computed(() => {
    const count = this.rows().length;
    return count === 1
      ? $localize`:@@together.bar.one:1 rad vald`
      : $localize`:@@together.bar.many:${count}:count: rader valda`;
  });
  protected readonly groups = computed(() => {
    const fits = ({ organisations }: Reporter): boolean =>
      organisations.length === 0 ||
      this.rows().every(({ responsible }) => responsible.some(({ id }) => organisations.some((own) => own.id === id)));
    const people = this.people();
    return { fitting: people.filter(fits), others: people.filter((person) => !fits(person)) };
  });

  protected nameOf(person: Reporter): string {
    const where = person.organisations.map(({ name }) => name).join(', ');
    const parts = [person.name, where === '' ? $localize`:@@together.bar.planner:planerare` : where];
    if (!person.hasAccount) parts.push($localize`:@@together.bar.byLink:svarar via länk`);
    return parts.join(' · ');
  }

  protected pick(event: Event): void {
    if (event.target instanceof HTMLSelectElement) this.picked.set(event.target.value);
  }

  protected send(): void {
    this.tried.set(true);
    const who = this.picked();
    if (who === '') return;
    this.assigned.emit(who === 'none' ? null : who);
  }
}
