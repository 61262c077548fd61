import { DOCUMENT, Component, ElementRef, computed, inject, signal } from '@angular/core';
import type { NeedsAnswerSheet, Problem } from '@samhandling/contracts';
import { NEEDS_ANONYMITY_WORDS, type NeedsAnswerValue } from '@samhandling/domain';
import { Button, Icon, PageHeader, ProblemView, Skeleton, formatDay, injectLocale, injectSay } from '@samhandling/ui';
import { Callout, SaveState } from '@samhandling/ui/work';
import { PageTitle } from '../core/page-title.ts';
import { problemOf } from '../core/problem.ts';
import { AnswerKeeper } from './answer-keeper.ts';
import { answeredOf, partsOf } from './answer-sheet.ts';
import { NeedsAnswerApi } from './needs-answer-api.ts';
import { QuestionField } from './question-field.ts';

/** So that a page that is reloaded finds its way, in this tab and for as long as it is open. */
const TOKEN_KEY = 'sam.needsLink';

/** `/behovssvar#…`: what works, where it hurts, and what one needs. On a phone, in five minutes, without an account. */
@Component({
  selector: 'sam-needs-answer-page',
  imports: [Button, Callout, Icon, PageHeader, ProblemView, QuestionField, SaveState, Skeleton],
  providers: [AnswerKeeper],
  templateUrl: './needs-answer-page.html',
  styleUrl: './needs-answer-page.scss',
})
export class NeedsAnswerPage {
  private readonly api = inject(NeedsAnswerApi);
  protected readonly keeper = inject(AnswerKeeper);
  private readonly document = inject(DOCUMENT);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly pageTitle = inject(PageTitle);
  private readonly locale = injectLocale();
  private readonly say = injectSay();
  private readonly token = this.takeToken();

  protected readonly sheet = signal<NeedsAnswerSheet | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly face = signal<'start' | 'answer' | 'done'>('start');
  protected readonly parts = computed(() => partsOf(this.sheet()?.questions ?? [], this.sheet()?.goals ?? []));
  protected readonly answered = computed(() => answeredOf(this.parts(), this.keeper.answers()));
  protected readonly promise = computed(() =>
    this.say(NEEDS_ANONYMITY_WORDS[(this.sheet()?.isAnonymous ?? true) ? 'anonymous' : 'named']),
  );
  protected readonly lastDay = computed(() => formatDay(this.sheet()?.due ?? '2000-01-01', this.locale));
  protected readonly hasBegun = computed(() => (this.sheet()?.version ?? 0) > 0 || this.answered() > 0);
  protected readonly mayRetry = computed(() => {
    const status = this.problem()?.status ?? 0;
    return status === 0 || status >= 500;
  });
  protected readonly labels = {
    heading: $localize`:@@needsAnswer.title:Behovsinventering`,
    anonymous: $localize`:@@needsAnswer.anonymous:Du svarar anonymt`,
    named: $localize`:@@needsAnswer.named:Du svarar med ditt namn`,
    thanks: $localize`:@@needsAnswer.thanks:Tack, ditt svar är sparat`,
    lost: $localize`:@@needsAnswer.lost:Öppna länken i brevet`,
  };

  constructor() {
    void this.load();
  }

  protected async load(): Promise<void> {
    this.problem.set(null);
    if (this.token === '') {
      this.problem.set({
        type: 'about:blank',
        code: 'not_signed_in',
        status: 401,
        title: this.labels.lost,
        detail: $localize`:@@needsAnswer.lostText:Du kom hit utan länken. Öppna den i brevet igen. Det du har skrivit finns kvar.`,
        errors: [],
      });
      return;
    }
    try {
      const sheet = await this.api.sheet(this.token);
      this.keeper.begin(this.token, sheet);
      this.pageTitle.set(sheet.title);
      this.sheet.set(sheet);
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }

  protected show(face: 'start' | 'answer' | 'done'): void {
    this.face.set(face);
    setTimeout(() => {
      const heading = this.host.querySelector('h1');
      heading?.setAttribute('tabindex', '-1');
      heading?.focus();
    });
  }

  protected async finish(): Promise<void> {
    if (await this.keeper.flush()) this.show('done');
  }

  protected answerAt(place: string, blank: NeedsAnswerValue): NeedsAnswerValue {
    return this.keeper.answers()[place] ?? blank;
  }

  protected give(
    place: string,
    blank: NeedsAnswerValue,
    given: Pick<NeedsAnswerValue, 'text' | 'chosen' | 'scale'>,
  ): void {
    this.keeper.set(place, { ...blank, ...given });
  }

  /** Out of the address at once, so that it is in no history and on no shared screen. */
  private takeToken(): string {
    const view = this.document.defaultView;
    const given = this.document.location.hash.slice(1);
    try {
      if (given !== '') view?.sessionStorage.setItem(TOKEN_KEY, given);
      if (given !== '') view?.history.replaceState(view.history.state, '', this.document.location.pathname);
      return given !== '' ? given : (view?.sessionStorage.getItem(TOKEN_KEY) ?? '');
    } catch {
      return given;
    }
  }
}
