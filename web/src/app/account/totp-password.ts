import { Component, booleanAttribute, computed, inject, input, output, signal } from '@angular/core';
import type { Problem, TotpSetup } from '@samhandling/contracts';
import { Button, Field, Input, ProblemView } from '@samhandling/ui';
import { problemOf } from '../core/problem.ts';
import { besideFields, reasonsAt } from '../session/field-reasons.ts';
import { AccountApi } from './data/account-api.ts';

/** The password once more before the second step is turned on; with a code before it is turned off. */
@Component({
  selector: 'sam-totp-password',
  imports: [Button, Field, Input, ProblemView],
  template: `
    <form class="sam-stack" novalidate (submit)="send($event)">
      @if (shown(); as problem) {
        <sam-problem [problem]="problem" />
      }
      <input hidden type="text" autocomplete="username" [value]="email()" />
      <sam-field [label]="labels.password" [hint]="labels.why" [error]="passwordErrors()">
        <input
          samInput
          type="password"
          autocomplete="current-password"
          [value]="password()"
          (input)="password.set(text($event))"
        />
      </sam-field>
      @if (removing()) {
        <sam-field [label]="labels.code" [hint]="labels.codeHint" [error]="codeErrors()">
          <input
            samInput
            type="text"
            autocomplete="one-time-code"
            autocapitalize="off"
            spellcheck="false"
            [value]="code()"
            (input)="code.set(text($event))"
          />
        </sam-field>
      }
      <div class="sam-buttons">
        @if (removing()) {
          <button samButton="danger" type="submit" [busy]="busy()" i18n="@@account.totp.off">
            Slå av tvåstegsinloggning
          </button>
        } @else {
          <button samButton="primary" type="submit" [busy]="busy()" i18n="@@account.totp.next">Fortsätt</button>
        }
        <button samButton type="button" (click)="cancelled.emit()" i18n="@@account.cancel">Avbryt</button>
      </div>
    </form>
  `,
  styles: ':host { display: block; } form { max-width: 30rem; }',
})
export class TotpPassword {
  readonly email = input.required<string>();
  readonly removing = input(false, { transform: booleanAttribute });
  readonly started = output<TotpSetup>();
  readonly removed = output<void>();
  readonly cancelled = output<void>();

  private readonly api = inject(AccountApi);
  protected readonly password = signal('');
  protected readonly code = signal('');
  protected readonly tried = signal(false);
  protected readonly busy = signal(false);
  private readonly problem = signal<Problem | null>(null);
  protected readonly shown = computed(() => besideFields(this.problem(), ['/password', '/code']));
  protected readonly labels = {
    password: $localize`:@@session.password:Lösenord`,
    why: $localize`:@@account.totp.why:Så att ingen annan ändrar det här medan du är borta från datorn.`,
    code: $localize`:@@session.code:Kod från din app`,
    codeHint: $localize`:@@account.totp.codeOrRecovery:Sex siffror, eller en återställningskod.`,
  };
  protected readonly passwordErrors = computed(() =>
    this.tried() && this.password() === ''
      ? [$localize`:@@session.password.missing:Skriv ditt lösenord.`]
      : reasonsAt(this.problem(), '/password'),
  );
  protected readonly codeErrors = computed(() =>
    this.tried() && this.code().trim() === ''
      ? [$localize`:@@session.code.missing:Skriv koden.`]
      : reasonsAt(this.problem(), '/code'),
  );

  protected text(event: Event): string {
    return event.target instanceof HTMLInputElement ? event.target.value : '';
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    const [password, code] = [this.password(), this.code().trim()];
    if (this.busy() || password === '' || (this.removing() && code === '')) return;
    this.problem.set(null);
    this.busy.set(true);
    try {
      if (this.removing()) {
        await this.api.removeTotp({ password, code });
        this.removed.emit();
      } else this.started.emit(await this.api.startTotp({ password }));
    } catch (error) {
      this.problem.set(problemOf(error));
    } finally {
      this.busy.set(false);
    }
  }
}
