import { Component, inject, input, output, signal } from '@angular/core';
import type { Account, Problem } from '@samhandling/contracts';
import { LOCALES, type Locale } from '@samhandling/domain';
import { Field, Input, ProblemView } from '@samhandling/ui';
import { Messages } from '../core/messages.ts';
import { problemOf } from '../core/problem.ts';
import { AccountApi } from './data/account-api.ts';

/** In which language letters come. The language of the pages is chosen on the page, at the top of it. */
@Component({
  selector: 'sam-letter-language',
  imports: [Field, Input, ProblemView],
  template: `
    @if (problem(); as problem) {
      <sam-problem [problem]="problem" />
    }
    <sam-field [label]="labels.language" [hint]="labels.hint">
      <select samInput (change)="choose($event)">
        @for (locale of locales; track locale) {
          <option [value]="locale" [selected]="locale === account().letterLocale">{{ names[locale] }}</option>
        }
      </select>
    </sam-field>
  `,
  styles: ':host { display: block; max-width: 20rem; }',
})
export class LetterLanguage {
  readonly account = input.required<Account>();
  readonly changed = output<void>();

  private readonly api = inject(AccountApi);
  private readonly messages = inject(Messages);
  protected readonly locales = LOCALES;
  protected readonly problem = signal<Problem | null>(null);
  protected readonly names: Readonly<Record<Locale, string>> = {
    sv: $localize`:@@account.letters.sv:Svenska`,
    en: $localize`:@@account.letters.en:Engelska`,
  };
  protected readonly labels = {
    language: $localize`:@@account.letters.language:Språk i brev`,
    hint: $localize`:@@account.letters.hint:Gäller kallelser, påminnelser och andra brev till dig. Fastställda dokument är på svenska.`,
  };

  protected async choose(event: Event): Promise<void> {
    const select = event.target as HTMLSelectElement;
    const locale = LOCALES.find((one) => one === select.value);
    if (locale === undefined) return;
    this.problem.set(null);
    try {
      await this.api.putLetterLocale(locale);
      this.messages.say(
        locale === 'sv'
          ? $localize`:@@account.letters.nowSv:Brev till dig kommer på svenska.`
          : $localize`:@@account.letters.nowEn:Brev till dig kommer på engelska.`,
      );
      this.changed.emit();
    } catch (error) {
      select.value = this.account().letterLocale;
      this.problem.set(problemOf(error));
    }
  }
}
