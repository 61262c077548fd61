import { Component, computed, inject, linkedSignal } from '@angular/core';
import { Field, Input } from '@samhandling/ui';
import { settingLabel } from './decision-words.ts';
import { ReviewStore } from './review-store.ts';

const EARLIEST = 1990;
const LATEST = 2200;

/** The plan's name, theme and years: proposed from the text, saved when a field is left. */
@Component({
  selector: 'sam-settings-step',
  imports: [Field, Input],
  template: `
    <div class="sam-stack">
      <p class="sam-quiet" i18n="@@imports.settings.text">Förslagen kommer från texten. Ändra det som inte stämmer.</p>
      <sam-field required [label]="labels.title" [error]="errors().title">
        <input
          samInput
          type="text"
          autocomplete="off"
          maxlength="300"
          [value]="settings().title"
          [readOnly]="!store.open()"
          (change)="saveText('title', $any($event.target).value)"
        />
      </sam-field>
      <sam-field [label]="labels.theme" [hint]="themeHint">
        <input
          samInput
          type="text"
          autocomplete="off"
          maxlength="100"
          [value]="settings().theme"
          [readOnly]="!store.open()"
          (change)="saveText('theme', $any($event.target).value)"
        />
      </sam-field>
      <div class="years">
        @for (name of years; track name) {
          <sam-field required [label]="labels[name]" [error]="errors()[name]">
            <input
              samInput
              type="text"
              inputmode="numeric"
              autocomplete="off"
              maxlength="4"
              [value]="typed()[name]"
              [readOnly]="!store.open()"
              (change)="saveYear(name, $any($event.target).value)"
            />
          </sam-field>
        }
      </div>
    </div>
  `,
  styles: `
    .years {
      display: flex;
      flex-wrap: wrap;
      gap: var(--sam-space-4);
    }
    .years sam-field {
      flex: 0 1 9rem;
    }
  `,
})
export class SettingsStep {
  protected readonly store = inject(ReviewStore);
  protected readonly years = ['firstYear', 'lastYear'] as const;
  protected readonly labels = {
    title: settingLabel('title'),
    theme: settingLabel('theme'),
    firstYear: settingLabel('firstYear'),
    lastYear: settingLabel('lastYear'),
  };
  protected readonly themeHint = $localize`:@@imports.settings.themeHint:Vad planen handlar om, till exempel ANDTS eller brottsförebyggande arbete`;
  protected readonly settings = computed(
    () => this.store.review()?.settings ?? { title: '', theme: '', firstYear: null, lastYear: null },
  );
  /** Kept as typed also when it is no year, so that the person sees what to mend. */
  protected readonly typed = linkedSignal(() => ({
    firstYear: String(this.settings().firstYear ?? ''),
    lastYear: String(this.settings().lastYear ?? ''),
  }));
  protected readonly errors = computed(() => {
    const { title, firstYear, lastYear } = this.settings();
    const typed = this.typed();
    const year = $localize`:@@imports.settings.yearWrong:Skriv ett årtal med fyra siffror.`;
    const wrong = (text: string): string | null => (text === '' || asYear(text) !== null ? null : year);
    const backwards =
      firstYear !== null && lastYear !== null && lastYear < firstYear
        ? $localize`:@@imports.settings.backwards:Det sista året ligger före det första.`
        : null;
    return {
      title: title.trim() === '' ? $localize`:@@imports.settings.titleMissing:Skriv planens namn.` : null,
      firstYear: wrong(typed.firstYear),
      lastYear: wrong(typed.lastYear) ?? backwards,
    };
  });

  protected saveText(name: 'title' | 'theme', value: string): void {
    if (value !== this.settings()[name]) this.store.change({ settings: { [name]: value } });
  }

  protected saveYear(name: 'firstYear' | 'lastYear', value: string): void {
    this.typed.update((typed) => ({ ...typed, [name]: value.trim() }));
    const year = value.trim() === '' ? null : asYear(value);
    if (value.trim() !== '' && year === null) return;
    if (year !== this.settings()[name]) this.store.change({ settings: { [name]: year } });
  }
}

/** "2024" → 2024; anything that is no plausible year is null. */
export function asYear(text: string): number | null {
  const year = /^\s*\d{4}\s*$/.test(text) ? Number(text) : Number.NaN;
  return year >= EARLIEST && year <= LATEST ? year : null;
}
