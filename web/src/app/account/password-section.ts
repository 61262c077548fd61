import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { Account, Problem } from '@samhandling/contracts';
import { Button, Field, Input, ProblemView, formatDay, injectLocale } from '@samhandling/ui';
import { Messages } from '../core/messages.ts';
import { problemOf } from '../core/problem.ts';
import { Session } from '../core/session.ts';
import { besideFields, reasonsAt } from '../session/field-reasons.ts';
import { focusWithin } from '../session/focus-within.ts';
import { NewPassword } from '../session/new-password.ts';
import { AccountApi } from './data/account-api.ts';

/** Change the password, or choose a first one where only a provider opens the account. */
@Component({
  selector: 'sam-password-section',
  imports: [Button, Field, Input, NewPassword, ProblemView],
  template: `
    <h2 i18n="@@account.password.heading">Lösenord</h2>
    <div class="sam-stack">
      <p>{{ state() }}</p>
      @if (open()) {
        <form class="sam-stack form" novalidate (submit)="send($event)">
          @if (shown(); as problem) {
            <sam-problem [problem]="problem" />
          }
          <!-- Password managers want to know whose it is. -->
          <input hidden type="text" autocomplete="username" [value]="account().email" />
          @if (account().password) {
            <sam-field [label]="labels.current" [error]="currentErrors()">
              <input
                samInput
                type="password"
                autocomplete="current-password"
                [value]="current()"
                (input)="current.set(text($event))"
              />
            </sam-field>
          }
          <sam-new-password [(value)]="password" [error]="errors()" />
          <p class="sam-quiet" i18n="@@account.password.others">
            När lösenordet är bytt loggas du ut i andra webbläsare. Här är du kvar.
          </p>
          <div class="sam-buttons">
            <button samButton="primary" type="submit" [busy]="busy()" i18n="@@account.password.save">
              Spara lösenordet
            </button>
            <button samButton type="button" (click)="close()" i18n="@@account.cancel">Avbryt</button>
          </div>
        </form>
      } @else {
        <button samButton type="button" class="opener" (click)="show()">{{ openLabel() }}</button>
      }
    </div>
  `,
  styles: '.form { max-width: 30rem; }',
})
export class PasswordSection {
  readonly account = input.required<Account>();
  readonly changed = output<void>();

  private readonly api = inject(AccountApi);
  private readonly session = inject(Session);
  private readonly messages = inject(Messages);
  private readonly locale = injectLocale();
  private readonly moveTo = focusWithin();
  protected readonly open = signal(false);
  protected readonly current = signal('');
  protected readonly password = signal('');
  protected readonly tried = signal(false);
  protected readonly busy = signal(false);
  private readonly problem = signal<Problem | null>(null);
  protected readonly shown = computed(() => besideFields(this.problem(), ['/current', '/password']));
  protected readonly labels = { current: $localize`:@@account.password.current:Lösenordet du har nu` };
  protected readonly state = computed(() => {
    const set = this.account().password;
    return set === null
      ? $localize`:@@account.password.none:Du har inget lösenord här, utan loggar in genom din organisation.`
      : $localize`:@@account.password.since:Valt ${formatDay(set.setAt, this.locale)}:day:.`;
  });
  protected readonly openLabel = computed(() =>
    this.account().password === null
      ? $localize`:@@account.password.choose:Välj ett lösenord`
      : $localize`:@@account.password.change:Byt lösenord`,
  );
  protected readonly currentErrors = computed(() =>
    this.tried() && this.current() === ''
      ? [$localize`:@@account.password.currentMissing:Skriv lösenordet du har nu.`]
      : reasonsAt(this.problem(), '/current'),
  );
  protected readonly errors = computed(() =>
    this.tried() && this.password() === ''
      ? [$localize`:@@session.newPassword.missing:Skriv det lösenord du vill ha.`]
      : reasonsAt(this.problem(), '/password'),
  );

  protected text(event: Event): string {
    return event.target instanceof HTMLInputElement ? event.target.value : '';
  }

  protected show(): void {
    this.open.set(true);
    this.moveTo('input:not([hidden])');
  }

  protected close(): void {
    this.open.set(false);
    this.current.set('');
    this.password.set('');
    this.tried.set(false);
    this.problem.set(null);
    this.moveTo('.opener');
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    const hasOne = this.account().password !== null;
    if (this.busy() || this.password() === '' || (hasOne && this.current() === '')) return;
    this.problem.set(null);
    this.busy.set(true);
    try {
      await this.api.putPassword({ current: hasOne ? this.current() : '', password: this.password() });
      // The session may be a new one, with a new token.
      await this.session.refresh();
      this.close();
      this.messages.say($localize`:@@account.password.saved:Lösenordet är sparat`);
      this.changed.emit();
    } catch (error) {
      this.problem.set(problemOf(error));
    } finally {
      this.busy.set(false);
    }
  }
}
