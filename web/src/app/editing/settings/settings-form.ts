import { Component, effect, inject, input, untracked } from '@angular/core';
import type { Plan, UpdatePlanRequest } from '@samhandling/contracts';
import { Field, Input } from '@samhandling/ui';
import { EditingApi } from '../data/editing-api.ts';
import { cleanList, listOf, listText, readYear } from '../data/form-values.ts';
import { EditSession, type FieldErrors, type FormValue, changedFields } from '../edit-session.ts';
import { EditStore } from '../edit-store.ts';
import { SaveBar } from '../fields/save-bar.ts';
import { TextList } from '../fields/text-list.ts';

const LISTS = ['purposes', 'overarchingGoals', 'specificGoals'] as const;

/** What is said of the plan as a whole. */
@Component({
  selector: 'sam-settings-form',
  imports: [Field, Input, SaveBar, TextList],
  providers: [EditSession],
  template: `
    <form class="sam-stack sam-stack--large" novalidate (submit)="save($event)">
      <div class="sam-stack">
        @for (name of texts; track name) {
          <sam-field
            [required]="name !== 'theme' && name !== 'recordsNumber' && name !== 'decisionReference'"
            [label]="labels[name]"
            [hint]="hints[name] ?? ''"
            [error]="session.errors()[name]"
            [class.year]="name === 'firstYear' || name === 'lastYear'"
          >
            <input
              samInput
              type="text"
              autocomplete="off"
              maxlength="500"
              [attr.inputmode]="name === 'firstYear' || name === 'lastYear' ? 'numeric' : null"
              [value]="session.text(name)"
              [readOnly]="!store.draft()"
              (input)="session.set(name, $any($event.target).value)"
            />
          </sam-field>
        }
      </div>
      @for (name of lists; track name) {
        <sam-text-list
          [label]="labels[name]"
          [value]="session.text(name)"
          [locked]="!store.draft()"
          (valueChange)="session.set(name, $event)"
        />
      }
      @if (store.draft()) {
        <sam-save-bar [session]="session" [label]="saveLabel" />
      }
    </form>
  `,
  styles: `
    .year {
      max-width: 9rem;
    }
  `,
})
export class SettingsForm {
  readonly plan = input.required<Plan>();
  protected readonly store = inject(EditStore);
  protected readonly session = inject<EditSession<Plan>>(EditSession);
  protected readonly texts = ['title', 'theme', 'firstYear', 'lastYear', 'recordsNumber', 'decisionReference'] as const;
  protected readonly lists = LISTS;
  protected readonly saveLabel = $localize`:@@editing.settings.save:Spara inställningarna`;
  protected readonly labels = {
    title: $localize`:@@editing.settings.title:Planens namn`,
    theme: $localize`:@@editing.settings.theme:Tema`,
    firstYear: $localize`:@@editing.activity.firstYear:Första år`,
    lastYear: $localize`:@@editing.activity.lastYear:Sista år`,
    recordsNumber: $localize`:@@editing.settings.recordsNumber:Diarienummer`,
    decisionReference: $localize`:@@editing.settings.decision:Beslut som antar planen`,
    purposes: $localize`:@@plans.purposes:Syften`,
    overarchingGoals: $localize`:@@plans.overarchingGoals:Övergripande mål`,
    specificGoals: $localize`:@@plans.specificGoals:Särskilda mål`,
  };
  protected readonly hints: Readonly<Record<string, string>> = {
    decisionReference: $localize`:@@editing.settings.decisionHint:Vem som beslutade och när. Behövs innan planen kan antas.`,
  };

  constructor() {
    const api = inject(EditingApi);
    this.session.begin(
      {
        name: 'plan-settings',
        labels: this.labels,
        valueOf: (plan) => ({
          title: plan.title,
          theme: plan.theme,
          firstYear: String(plan.firstYear),
          lastYear: String(plan.lastYear),
          recordsNumber: plan.recordsNumber,
          decisionReference: plan.decisionReference,
          purposes: listText(plan.purposes),
          overarchingGoals: listText(plan.overarchingGoals),
          specificGoals: listText(plan.specificGoals),
        }),
        shown: (field, value) =>
          LISTS.some((name) => name === field) ? listOf(String(value[field])).join('\n') : String(value[field]),
        check,
        save: (plan, version, value, base) => api.updatePlan(plan.slug, version, requestOf(value, base)),
      },
      (plan) => this.store.setPlan(plan),
    );
    effect(() => {
      const plan = this.plan();
      untracked(() => this.session.load(plan));
    });
  }

  protected save(event: Event): void {
    event.preventDefault();
    void this.session.save();
  }
}

function check(value: FormValue): FieldErrors {
  const errors: Record<string, string[]> = {};
  if (String(value['title']).trim() === '')
    errors['title'] = [$localize`:@@editing.settings.titleMissing:Skriv planens namn.`];
  for (const name of ['firstYear', 'lastYear']) {
    const year = readYear(String(value[name]));
    if (year.reason !== '') errors[name] = [year.reason];
    else if (year.value === null) errors[name] = [$localize`:@@editing.year.wrong:Skriv ett årtal med fyra siffror.`];
  }
  const [first, last] = [readYear(String(value['firstYear'])).value, readYear(String(value['lastYear'])).value];
  if (first !== null && last !== null && last < first)
    errors['lastYear'] = [$localize`:@@editing.year.backwards:Det sista året ligger före det första.`];
  return errors;
}

function requestOf(value: FormValue, base: FormValue): UpdatePlanRequest {
  const year = (name: string): number => readYear(String(value[name])).value ?? 0;
  const all: UpdatePlanRequest = {
    title: String(value['title']),
    theme: String(value['theme']),
    firstYear: year('firstYear'),
    lastYear: year('lastYear'),
    recordsNumber: String(value['recordsNumber']),
    decisionReference: String(value['decisionReference']),
    purposes: cleanList(String(value['purposes'])),
    overarchingGoals: cleanList(String(value['overarchingGoals'])),
    specificGoals: cleanList(String(value['specificGoals'])),
  };
  const changed = new Set(changedFields(value, base));
  return Object.fromEntries(Object.entries(all).filter(([name]) => changed.has(name)));
}
