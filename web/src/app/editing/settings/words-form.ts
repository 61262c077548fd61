import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import type { Plan } from '@samhandling/contracts';
import { LOCALES, type Locale, WORD_KEYS, type WordKey } from '@samhandling/domain';
import { Button, Choice, Choices, Field, Input } from '@samhandling/ui';
import { EditingApi } from '../data/editing-api.ts';
import { EditSession, type FieldErrors, type FormValue } from '../edit-session.ts';
import { EditStore } from '../edit-store.ts';
import { SaveBar } from '../fields/save-bar.ts';
import {
  WORD_FORMS,
  WORD_PRESETS,
  type WordForm,
  type WordPreset,
  exampleSentences,
  fieldOfWords,
  planWordsOf,
  valueOfWords,
  wordField,
  wordsOfValue,
} from './word-values.ts';

const CODES = LOCALES.flatMap((locale) =>
  WORD_KEYS.flatMap((key) => [...WORD_FORMS, 'gender' as const].map((form) => ({ locale, key, form }))),
);

/** The plan's own words for itself and its levels, with sentences that show how they sound. */
@Component({
  selector: 'sam-words-form',
  imports: [Button, Choice, Choices, Field, Input, SaveBar],
  providers: [EditSession],
  templateUrl: './words-form.html',
  styles: `
    .word {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr));
      gap: var(--sam-space-3) var(--sam-space-4);
      align-items: start;
    }
    h3,
    h4 {
      margin-bottom: var(--sam-space-2);
    }
    .beside {
      display: grid;
      gap: var(--sam-space-8);
      align-items: start;
    }
    @media (min-width: 62rem) {
      .beside {
        grid-template-columns: minmax(0, 1fr) 20rem;
      }
      .sounds {
        position: sticky;
        top: var(--sam-space-4);
      }
    }
    .examples + .examples {
      margin-top: var(--sam-space-4);
    }
    .examples p + p {
      margin-top: var(--sam-space-1);
    }
  `,
})
export class WordsForm {
  readonly plan = input.required<Plan>();
  protected readonly store = inject(EditStore);
  protected readonly session = inject<EditSession<Plan>>(EditSession);
  protected readonly locales = LOCALES;
  protected readonly keys = WORD_KEYS;
  protected readonly forms = WORD_FORMS;
  protected readonly presets = WORD_PRESETS;
  protected readonly saveLabel = $localize`:@@editing.words.save:Spara orden`;
  protected readonly genderLabel = $localize`:@@editing.words.gender:En eller ett`;
  protected readonly field = wordField;
  protected readonly examples = computed(() =>
    LOCALES.map((locale) => ({
      locale,
      heading: this.localeName(locale),
      sentences: exampleSentences(planWordsOf(this.session.value(), locale), locale),
    })),
  );

  constructor() {
    const api = inject(EditingApi);
    this.session.begin(
      {
        name: 'plan-words',
        labels: Object.fromEntries(
          CODES.map(({ locale, key, form }) => [
            wordField(locale, key, form),
            `${this.localeName(locale)}, ${this.keyName(key)}: ${form === 'gender' ? this.genderLabel : this.formName(form)}`,
          ]),
        ),
        valueOf: (plan) => valueOfWords(plan.words),
        shown: (field, value) => String(value[field]),
        check: missingWords,
        fieldOf: fieldOfWords,
        save: (plan, version, value) => api.updatePlan(plan.slug, version, { words: wordsOfValue(value) }),
      },
      (plan) => this.store.setPlan(plan),
    );
    effect(() => {
      const plan = this.plan();
      untracked(() => this.session.load(plan));
    });
  }

  protected use(preset: WordPreset): void {
    this.session.setAll(valueOfWords(preset.words));
  }

  protected save(event: Event): void {
    event.preventDefault();
    void this.session.save();
  }

  protected localeName(locale: Locale): string {
    return locale === 'sv' ? $localize`:@@editing.words.sv:Svenska` : $localize`:@@editing.words.en:Engelska`;
  }

  protected keyName(key: WordKey): string {
    switch (key) {
      case 'plan':
        return $localize`:@@editing.words.plan:Planen`;
      case 'goal':
        return $localize`:@@editing.words.goal:Första nivån (mål)`;
      case 'area':
        return $localize`:@@editing.words.area:Andra nivån (område)`;
      case 'activity':
        return $localize`:@@editing.words.activity:Tredje nivån (aktivitet)`;
    }
  }

  protected formName(form: WordForm): string {
    switch (form) {
      case 'one':
        return $localize`:@@editing.words.one:En, ett`;
      case 'theOne':
        return $localize`:@@editing.words.theOne:Den, det`;
      case 'many':
        return $localize`:@@editing.words.many:Flera`;
      case 'theMany':
        return $localize`:@@editing.words.theMany:Alla de`;
    }
  }
}

function missingWords(value: FormValue): FieldErrors {
  const missing = $localize`:@@editing.words.missing:Skriv ordet i den här formen.`;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, text]) => String(text).trim() === '')
      .map(([field]) => [field, [missing]]),
  );
}
