import { Component, inject, output, signal } from '@angular/core';
import { FormField, form, required, submit } from '@angular/forms/signals';
import type { Problem } from '@samhandling/contracts';
import { Button, Field, Input, ProblemView } from '@samhandling/ui';
import { problemOf } from '../core/problem.ts';
import { Session } from '../core/session.ts';

/** E-mail and password. Used by the page and by the dialog that comes when a session has run out. */
@Component({
  selector: 'sam-sign-in-form',
  imports: [Button, Field, FormField, Input, ProblemView],
  template: `
    <form class="sam-stack" novalidate (submit)="send($event)">
      @if (problem(); as problem) {
        <sam-problem [problem]="problem" />
      }
      <sam-field [label]="labels.email" [error]="errors('email')">
        <input samInput type="email" autocomplete="username" [formField]="form.email" />
      </sam-field>
      <sam-field [label]="labels.password" [error]="errors('password')">
        <input samInput type="password" autocomplete="current-password" [formField]="form.password" />
      </sam-field>
      <button samButton="primary" type="submit" [busy]="busy()" i18n="@@session.signIn">Logga in</button>
    </form>
  `,
})
export class SignInForm {
  readonly done = output<void>();

  private readonly session = inject(Session);
  /** Whoever was signed in when the session ran out only has to give the password. */
  protected readonly model = signal({ email: this.session.current()?.person.email ?? '', password: '' });
  protected readonly form = form(this.model, (path) => {
    required(path.email, { message: $localize`:@@session.email.missing:Skriv din e-postadress.` });
    required(path.password, { message: $localize`:@@session.password.missing:Skriv ditt lösenord.` });
  });
  protected readonly problem = signal<Problem | null>(null);
  protected readonly busy = signal(false);
  protected readonly labels = {
    email: $localize`:@@session.email:E-postadress`,
    password: $localize`:@@session.password:Lösenord`,
  };

  /** Fills both fields: the demo sign-ins do. */
  fill(email: string, password: string): void {
    this.model.set({ email, password });
  }

  protected errors(name: 'email' | 'password'): string[] {
    const field = this.form[name]();
    return field.touched() ? field.errors().map((error) => error.message ?? '') : [];
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    if (this.busy()) return;
    this.problem.set(null);
    await submit(this.form, async () => {
      this.busy.set(true);
      try {
        await this.session.signIn(this.model());
        this.done.emit();
      } catch (error) {
        this.problem.set(problemOf(error));
      } finally {
        this.busy.set(false);
      }
      return undefined;
    });
  }
}
