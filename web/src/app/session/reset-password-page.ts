import { Location } from '@angular/common';
import { Component, DOCUMENT, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type Problem, pages } from '@samhandling/contracts';
import { Button, PageHeader, ProblemView } from '@samhandling/ui';
import { problemOf } from '../core/problem.ts';
import { Session } from '../core/session.ts';
import { besideFields, reasonsAt } from './field-reasons.ts';
import { focusWithin } from './focus-within.ts';
import { NewPassword } from './new-password.ts';
import { SignInApi } from './sign-in-api.ts';

/**
 * `/nytt-losenord#…`: from the letter. The secret is in the part of the address that is never sent to a server, and goes out of
 * the address at once; it is used when a person has chosen a password, so a mail scanner that follows the link uses nothing up.
 */
@Component({
  selector: 'sam-reset-password-page',
  imports: [Button, NewPassword, PageHeader, ProblemView, RouterLink],
  template: `
    <div class="sam-page sam-page--narrow">
      @switch (face()) {
        @case ('done') {
          <sam-page-header [heading]="doneHeading" />
          <div class="sam-stack">
            <p i18n="@@session.reset.done">
              Alla som var inloggade på ditt konto är utloggade, också du själv. Logga in med det nya lösenordet.
            </p>
            <p><a samButton="primary" [routerLink]="pages.signIn()" i18n="@@session.signIn">Logga in</a></p>
          </div>
        }
        @case ('unusable') {
          <sam-page-header [heading]="unusableHeading" />
          <div class="sam-stack">
            <p i18n="@@session.reset.unusable">
              Den har redan använts, har blivit för gammal eller följde inte med hela vägen från brevet. Ditt lösenord
              är som förut. Öppna det senaste brevet igen, eller be om ett nytt.
            </p>
            <p>
              <a samButton="primary" [routerLink]="pages.forgotPassword()" i18n="@@session.reset.askAgain"
                >Be om ett nytt brev</a
              >
            </p>
          </div>
        }
        @default {
          <sam-page-header [heading]="heading" />
          <form class="sam-stack form" novalidate (submit)="send($event)">
            @if (shown(); as problem) {
              <sam-problem [problem]="problem" />
            }
            <sam-new-password [(value)]="password" [error]="errors()" />
            <button samButton="primary" type="submit" [busy]="busy()" i18n="@@session.reset.save">
              Spara lösenordet
            </button>
          </form>
        }
      }
    </div>
  `,
  styles: '.form { max-width: 30rem; }',
})
export class ResetPasswordPage {
  private readonly api = inject(SignInApi);
  private readonly session = inject(Session);
  private readonly moveTo = focusWithin();
  private readonly token = inject(DOCUMENT).location.hash.slice(1);
  protected readonly pages = pages;
  protected readonly heading = $localize`:@@session.reset.heading:Välj ett nytt lösenord`;
  protected readonly doneHeading = $localize`:@@session.reset.doneHeading:Ditt lösenord är bytt`;
  protected readonly unusableHeading = $localize`:@@session.reset.unusableHeading:Länken går inte att använda`;
  protected readonly face = signal<'asking' | 'done' | 'unusable'>(this.token === '' ? 'unusable' : 'asking');
  protected readonly password = signal('');
  protected readonly tried = signal(false);
  protected readonly busy = signal(false);
  private readonly problem = signal<Problem | null>(null);
  protected readonly shown = computed(() => besideFields(this.problem(), ['/password']));
  protected readonly errors = computed(() =>
    this.tried() && this.password() === ''
      ? [$localize`:@@session.newPassword.missing:Skriv det lösenord du vill ha.`]
      : reasonsAt(this.problem(), '/password'),
  );

  constructor() {
    const location = inject(Location);
    if (this.token !== '') location.replaceState(location.path());
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    if (this.busy() || this.password() === '') return;
    this.problem.set(null);
    this.busy.set(true);
    try {
      await this.api.completeReset(this.token, this.password());
      // Whoever was signed in here is so no longer.
      this.session.forget();
      this.turnTo('done');
    } catch (error) {
      const problem = problemOf(error);
      if (problem.status === 404) this.turnTo('unusable');
      else this.problem.set(problem);
    } finally {
      this.busy.set(false);
    }
  }

  private turnTo(face: 'done' | 'unusable'): void {
    this.face.set(face);
    this.moveTo('h1');
  }
}
