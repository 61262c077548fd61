import { Component, computed, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Rehearsal, RoundOrganisation } from '@samhandling/contracts';
import { type RoundState, formatOf } from '@samhandling/domain';
import { Disclosure, Field, Icon, Input, injectLocale } from '@samhandling/ui';
import { Callout } from '@samhandling/ui/work';
import { linkParts } from '../../core/link-parts.ts';

/** What would be missing if the round were locked today, per organisation, each with a link to where it is mended. */
@Component({
  selector: 'sam-rehearsal-list',
  imports: [Callout, Disclosure, Field, Icon, Input, RouterLink],
  template: `
    <sam-callout [kind]="rehearsal().blocking > 0 ? 'warning' : 'good'" [heading]="summary()" />
    @if (choices().length > MANY) {
      <sam-field class="group pick sam-no-print" [label]="pickLabel">
        <select samInput (change)="pick($event)">
          <option value="" i18n="@@rounds.rehearsal.everybody">Alla</option>
          @for (choice of choices(); track choice) {
            <option [value]="choice" [selected]="choice === picked()">{{ choice }}</option>
          }
        </select>
      </sam-field>
    }
    @for (group of groups(); track group.name) {
      <sam-disclosure class="group" [summary]="group.name" [note]="group.note" [open]="group.open">
        <ul class="items">
          @for (item of group.items; track $index) {
            <li [class.blocking]="item.blocking">
              <sam-icon [name]="item.blocking ? 'error' : 'warning'" [label]="item.blocking ? blocks : warns" />
              <a [routerLink]="item.path" [queryParams]="item.query" [fragment]="item.fragment">{{ item.words }}</a>
            </li>
          }
        </ul>
      </sam-disclosure>
    }
  `,
  styles: `
    .group {
      margin-top: var(--sam-space-3);
    }
    .pick {
      max-width: 24rem;
    }
    .items {
      max-width: var(--sam-measure);
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      gap: var(--sam-space-3);
      padding: var(--sam-space-1) 0;
    }
    sam-icon {
      flex: none;
      margin-top: 0.22em;
      color: var(--sam-warning);
    }
    .blocking sam-icon {
      color: var(--sam-danger);
    }
  `,
})
export class RehearsalList {
  readonly rehearsal = input.required<Rehearsal>();
  readonly state = input.required<RoundState>();
  /** How many answers each organisation has been asked for, so that no figure stands without its denominator. */
  readonly organisations = input<readonly RoundOrganisation[]>([]);
  private readonly locale = injectLocale();
  protected readonly MANY = 2;
  /** Name of the organisation shown alone; empty for all. */
  protected readonly picked = signal('');
  protected readonly pickLabel = $localize`:@@rounds.rehearsal.pick:Organisation`;
  protected readonly blocks = $localize`:@@rounds.rehearsal.blocks:Hindrar`;
  protected readonly warns = $localize`:@@rounds.rehearsal.warns:Påpekande`;

  protected readonly summary = computed(() => {
    const { blocking, warnings } = this.rehearsal();
    const noted =
      warnings === 0
        ? ''
        : warnings === 1
          ? $localize`:@@rounds.rehearsal.warning:1 påpekande hindrar inte.`
          : $localize`:@@rounds.rehearsal.warnings:${warnings}:count: påpekanden hindrar inte.`;
    const main =
      blocking === 0
        ? $localize`:@@rounds.rehearsal.ready:Inget hindrar att omgången fastställs.`
        : blocking === 1
          ? $localize`:@@rounds.rehearsal.one:1 sak saknas innan omgången kan fastställas.`
          : $localize`:@@rounds.rehearsal.many:${blocking}:count: saker saknas innan omgången kan fastställas.`;
    return `${main} ${noted}`.trim();
  });
  private readonly all = computed(() =>
    this.rehearsal()
      .groups.filter((group) => group.items.length > 0)
      .map((group) => {
        const blocking = group.items.filter((item) => item.blocking).length;
        return {
          name: group.organisation?.name ?? $localize`:@@rounds.rehearsal.nobody:Utan organisation`,
          note: [this.answersOf(group.organisation?.id), noteOf(blocking, group.items.length - blocking)]
            .filter((part) => part !== '')
            .join(', '),
          open: this.state() === 'in_review' && blocking > 0,
          items: [...group.items]
            .sort((one, other) => Number(other.blocking) - Number(one.blocking))
            .map((item) => ({ ...item, ...linkParts(item.link) })),
        };
      }),
  );
  protected readonly choices = computed(() => this.all().map(({ name }) => name));
  protected readonly groups = computed(() => {
    const all = this.all();
    const picked = this.picked();
    // Whoever asks for one organisation wants to see what it lacks.
    return picked === '' ? all : all.filter(({ name }) => name === picked).map((group) => ({ ...group, open: true }));
  });

  protected pick(event: Event): void {
    if (event.target instanceof HTMLSelectElement) this.picked.set(event.target.value);
  }

  /** "3 av 12 svar godkända" */
  private answersOf(id: string | undefined): string {
    const asked = this.organisations().find(({ organisation }) => organisation.id === id);
    if (!asked) return '';
    const of = formatOf(asked.answers.accepted, asked.total, this.locale);
    return $localize`:@@rounds.rehearsal.accepted:${of}:of: svar godkända`;
  }
}

function noteOf(blocking: number, warnings: number): string {
  const parts: string[] = [];
  if (blocking > 0) parts.push($localize`:@@rounds.rehearsal.noteBlocking:${blocking}:count: hindrar`);
  if (warnings > 0) parts.push($localize`:@@rounds.rehearsal.noteWarnings:${warnings}:count: att se över`);
  return parts.join(', ');
}
