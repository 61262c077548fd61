import { Component, inject, signal } from '@angular/core';
import { FormField, form, required, submit } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { type Problem, pages } from '@samhandling/contracts';
import { Button, Field, Input, PageHeader, ProblemView } from '@samhandling/ui';

import { problemOf } from '../core/problem.ts';
import { besideFields, reasonsAt } from './field-reasons.ts';
import { focusWithin } from './focus-within.ts';
import { SignInApi } from './sign-in-api.ts';

/** `/glomt-losenord`: a letter with a link. The words afterwards are the same whoever asks, and say nothing of who has an account. */
@Component({
  selector: 'sam-forgot-password-page',
  imports: [Button, Field, FormField, Input, PageHeader, ProblemView, RouterLink],
  template: `
    <div class="sam-page sam-page--narrow">
      @if (sentTo(); as address) {
        <sam-page-header [heading]="sentHeading" />
        <div class="sam-stack">
          <p i18n="@@session.forgot.sent">
            Om {{ address }} hör till ett konto här har vi skickat ett brev dit. Öppna länken i brevet och välj ett nytt
            lösenord. Länken gäller i en timme.
          </p>
          <p i18n="@@session.forgot.wait">
            Det brukar ta någon minut. Titta också i skräpposten. Kommer inget brev kan du ha skrivit en annan adress än
            den du är inbjuden med. Fråga länets planerare om du är osäker.
          </p>
          <p class="sam-buttons">
            <button samButton type="button" (click)="again()" i18n="@@session.forgot.again">
              Skriv en annan adress
            </button>
            <a [routerLink]="pages.signIn()" i18n="@@session.forgot.back">Till inloggningen</a>
          </p>
        </div>
      } @else {
        <sam-page-header [heading]="heading" />
        <form class="sam-stack form" novalidate (submit)="send($event)">
          <p i18n="@@session.forgot.text">
            Skriv din e-postadress, så skickar vi en länk för att välja ett nytt lösenord. Loggar du in genom din
            organisation byter du lösenord där.
          </p>
          @if (shown(); as problem) {
            <sam-problem [problem]="problem" />
          }
          <sam-field [label]="label" [error]="errors()">
            <input samInput type="email" autocomplete="username" [formField]="form.email" />
          </sam-field>
          <p class="sam-buttons">
            <button samButton="primary" type="submit" [busy]="busy()" i18n="@@session.forgot.send">
              Skicka länken
            </button>
            <a [routerLink]="pages.signIn()" i18n="@@session.forgot.back">Till inloggningen</a>
          </p>
        </form>
      }
    </div>
  `,
  styles: '.form { max-width: 30rem; }',
})
export class ForgotPasswordPage {
  private readonly api = inject(SignInApi);
  private readonly moveTo = focusWithin();
  protected readonly pages = pages;
  protected readonly heading = $localize`:@@session.forgot.title:Glömt lösenord`;
  protected readonly sentHeading = $localize`:@@session.forgot.sentHeading:Titta i din inkorg`;
  protected readonly label = $localize`:@@session.email:E-postadress`;
  protected readonly model = signal({ email: '' });
  protected readonly form = form(this.model, (path) => {
    required(path.email, { message: $localize`:@@session.email.missing:Skriv din e-postadress.` });
  });
  protected readonly sentTo = signal('');
  protected readonly busy = signal(false);
  private readonly problem = signal<Problem | null>(null);

  protected shown(): Problem | null {
    return besideFields(this.problem(), ['/email']);
  }

  protected errors(): string[] {
    const field = this.form.email();
    const missing = field.touched() ? field.errors().map((error) => error.message ?? '') : [];
    return missing.length > 0 ? missing : reasonsAt(this.problem(), '/email');
  }

  protected again(): void {
    this.sentTo.set('');
    this.moveTo('h1');
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    if (this.busy()) return;
    this.problem.set(null);
    await submit(this.form, async () => {
      const email = this.model().email.trim();
      this.busy.set(true);
      try {
        await this.api.askReset(email);
        this.sentTo.set(email);
        this.moveTo('h1');
      } catch (error) {
        this.problem.set(problemOf(error));
      } finally {
        this.busy.set(false);
      }
      return undefined;
    });
  }
}
