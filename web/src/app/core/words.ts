import { Service, signal } from '@angular/core';
import { DEFAULT_WORDS, type Locale, type PlanWords } from '@samhandling/domain';
import { injectLocale } from '@samhandling/ui';

/** The words of the plan on screen: a county may say insatsområde for delmål. The default until a plan says otherwise. */
@Service()
export class Words {
  private readonly locale = injectLocale();
  private readonly words = signal<PlanWords>(DEFAULT_WORDS[this.locale]);
  readonly current = this.words.asReadonly();

  /** The `words` of any plan answer. */
  use(words: Readonly<Record<Locale, PlanWords>>): void {
    this.words.set(words[this.locale]);
  }

  reset(): void {
    this.words.set(DEFAULT_WORDS[this.locale]);
  }
}
