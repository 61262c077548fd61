import { Component, computed, input, output } from '@angular/core';
import type { EventChoices, Problem } from '@samhandling/contracts';
import { Field, Input, injectLocale } from '@samhandling/ui';
import { type EventValues, participantsSlip } from '../data/event-values.ts';

type Part = 'byMunicipality' | 'byOrganisation' | 'byAudience';

interface PartField {
  readonly key: string;
  readonly name: string;
  readonly text: string;
  readonly error: string | null;
}

/** How many took part from each chosen municipality and organisation, and from each target group, for those who know. */
@Component({
  selector: 'sam-participant-parts',
  imports: [Field, Input],
  template: `
    @for (group of groups(); track group.part) {
      <fieldset>
        <legend>{{ group.legend }}</legend>
        @for (field of group.fields; track field.key) {
          <sam-field [label]="field.name" [error]="field.error">
            <input
              samInput
              type="text"
              inputmode="numeric"
              autocomplete="off"
              maxlength="80"
              [value]="field.text"
              (input)="typed(group.part, field.key, $event)"
            />
          </sam-field>
        } @empty {
          <p class="sam-quiet">{{ group.none }}</p>
        }
      </fieldset>
    }
  `,
  styles: `
    fieldset {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(10rem, 1fr));
      gap: var(--sam-space-3) var(--sam-space-4);
      margin: 0 0 var(--sam-space-4);
      padding: 0;
      border: 0;
    }
    legend {
      padding: 0;
      margin-bottom: var(--sam-space-2);
      font-weight: 620;
    }
    p {
      grid-column: 1 / -1;
    }
  `,
})
export class ParticipantParts {
  readonly choices = input.required<EventChoices>();
  readonly values = input.required<EventValues>();
  readonly problem = input<Problem | null>(null);
  readonly changed = output<Partial<EventValues>>();

  private readonly locale = injectLocale();
  protected readonly groups = computed(() => {
    const { municipalities, organisations, audiences } = this.choices();
    const values = this.values();
    const places = municipalities.filter(({ code }) => values.municipalities.includes(code));
    const bodies = organisations.filter(({ id }) => values.organisationIds.includes(id));
    const names = [...new Set([...audiences, ...Object.keys(values.byAudience)])];
    return [
      {
        part: 'byMunicipality' as const,
        legend: $localize`:@@events.parts.municipality:Per kommun`,
        none: $localize`:@@events.parts.municipalityNone:Välj kommuner först.`,
        fields: places.map(({ code, name }) => this.field('byMunicipality', code, name)),
      },
      {
        part: 'byOrganisation' as const,
        legend: $localize`:@@events.parts.organisation:Per organisation`,
        none: $localize`:@@events.parts.organisationNone:Välj organisationer först.`,
        fields: bodies.map(({ id, name }) => this.field('byOrganisation', id, name)),
      },
      {
        part: 'byAudience' as const,
        legend: $localize`:@@events.parts.audience:Per målgrupp`,
        none: $localize`:@@events.parts.audienceNone:Planen anger inga målgrupper.`,
        fields: names.map((name) => this.field('byAudience', name, name)),
      },
    ];
  });

  protected typed(part: Part, key: string, event: Event): void {
    if (!(event.target instanceof HTMLInputElement)) return;
    this.changed.emit({ [part]: { ...this.values()[part], [key]: event.target.value } });
  }

  private field(part: Part, key: string, name: string): PartField {
    const text = this.values()[part][key] ?? '';
    return { key, name, text, error: participantsSlip(text, this.locale)?.reason ?? this.refused(part, key) };
  }

  /** The server names a part by its place in what was sent. */
  private refused(part: Part, key: string): string | null {
    const { municipalities, organisationIds, byAudience } = this.values();
    const sent = {
      byMunicipality: { path: '/municipalities', keys: municipalities },
      byOrganisation: { path: '/organisations', keys: organisationIds },
      byAudience: { path: '/audiences', keys: Object.keys(byAudience).filter((one) => byAudience[one]?.trim()) },
    }[part];
    const pointer = `${sent.path}/${String(sent.keys.indexOf(key))}/participants`;
    return this.problem()?.errors?.find((one) => one.pointer === pointer)?.reason ?? null;
  }
}
