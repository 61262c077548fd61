import {
  Component,
  afterNextRender,
  booleanAttribute,
  computed,
  effect,
  inject,
  input,
  output,
  signal,
} from '@angular/core';
import { FormField, form, required, submit } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { type Problem, pages } from '@samhandling/contracts';
import { Button, Field, Input, ProblemView } from '@samhandling/ui';
import { problemOf } from '../core/problem.ts';
import { Session } from '../core/session.ts';
import { besideFields, reasonsAt } from './field-reasons.ts';
import { focusWithin } from './focus-within.ts';
import { ProviderLink } from './provider-link.ts';
import { SignInSteps } from './sign-in-steps.ts';

/**
 * The address, and then what it signs in with: a password (and a code, when the account has one), or a provider. Used by the
 * page and by the dialog that comes when a session has run out, where nothing may lead away.
 */
@Component({
  selector: 'sam-sign-in-form',
  imports: [Button, Field, FormField, Input, ProblemView, ProviderLink],
  providers: [SignInSteps],
  templateUrl: './sign-in-form.html',
  styles: `
    .beside {
      margin-top: var(--sam-space-2);
    }
    /* A bare button begins where the fields do. */
    .beside button {
      margin-left: calc(-1 * var(--sam-space-3));
    }
    .ways > button {
      margin-left: calc(-1 * var(--sam-space-4));
    }
    .ways {
      display: flex;
      flex-direction: column;
      gap: var(--sam-space-3);
      align-items: flex-start;
    }
  `,
})
export class SignInForm {
  /** The page a provider leads back to. */
  readonly target = input('/');
  /** On top of a page that must not be left: a provider opens in a window of its own. */
  readonly onTop = input(false, { transform: booleanAttribute });
  readonly done = output<void>();

  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly moveTo = focusWithin();
  protected readonly steps = inject(SignInSteps);
  protected readonly pages = pages;
  /** Whoever was signed in when the session ran out only has to give the password. */
  protected readonly model = signal({ email: this.session.current()?.person.email ?? '', password: '', code: '' });
  protected readonly asksCode = signal(false);
  protected readonly byRecoveryCode = signal(false);
  protected readonly form = form(this.model, (path) => {
    const byPassword = (): boolean => this.steps.step() === 'password';
    required(path.email, { message: $localize`:@@session.email.missing:Skriv din e-postadress.` });
    required(path.password, {
      when: byPassword,
      message: $localize`:@@session.password.missing:Skriv ditt lösenord.`,
    });
    required(path.code, {
      when: () => byPassword() && this.asksCode(),
      message: $localize`:@@session.code.missing:Skriv koden.`,
    });
  });
  private readonly problem = signal<Problem | null>(null);
  /** What does not stand at a field. */
  protected readonly shown = computed(() => besideFields(this.problem(), ['/email', '/password', '/code']));
  private readonly codeRefused = signal('');
  protected readonly busy = signal(false);
  protected readonly labels = {
    email: $localize`:@@session.email:E-postadress`,
    password: $localize`:@@session.password:Lösenord`,
  };
  protected readonly code = computed(() =>
    this.byRecoveryCode()
      ? {
          label: $localize`:@@session.code.recovery:Återställningskod`,
          hint: $localize`:@@session.code.recoveryHint:En av koderna du sparade när du slog på tvåstegsinloggningen. Varje kod går att använda en gång.`,
          other: $localize`:@@session.code.useApp:Använd koden från appen i stället`,
        }
      : {
          label: $localize`:@@session.code:Kod från din app`,
          hint: $localize`:@@session.code.hint:Sex siffror. Har du inte appen till hands går det bra med en återställningskod.`,
          other: $localize`:@@session.code.useRecovery:Använd en återställningskod i stället`,
        },
  );

  constructor() {
    effect(() => this.steps.follow(this.model().email));
    // On top of a page the address is known, and so what it signs in with can be.
    afterNextRender(() => {
      if (this.onTop() && this.model().email !== '' && this.steps.step() === 'address') void this.askWays();
    });
  }

  /** Fills both fields: the demo sign-ins do. */
  fill(email: string, password: string): void {
    this.model.update(({ code }) => ({ email, password, code }));
    this.steps.follow(email);
    this.steps.choosePassword();
  }

  protected errors(name: 'email' | 'password' | 'code'): string[] {
    const field = this.form[name]();
    const missing = field.touched() ? field.errors().map((error) => error.message ?? '') : [];
    if (missing.length > 0) return missing;
    const said = reasonsAt(this.problem(), `/${name}`);
    return name === 'code' && said.length === 0 && this.codeRefused() !== '' ? [this.codeRefused()] : said;
  }

  /** A window of its own on top of a page that must not be left. */
  protected toForgotten(event: Event): void {
    if (this.onTop()) return;
    event.preventDefault();
    void this.router.navigateByUrl(pages.forgotPassword());
  }

  protected usePassword(): void {
    this.steps.choosePassword();
    this.form.password().reset();
    this.moveTo('input[type=password]');
  }

  protected switchCode(): void {
    this.byRecoveryCode.update((on) => !on);
    this.codeRefused.set('');
    this.model.update((values) => ({ ...values, code: '' }));
    this.form.code().reset();
    this.moveTo('.code input');
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    if (this.busy()) return;
    this.problem.set(null);
    this.codeRefused.set('');
    await submit(this.form, async () => {
      await (this.steps.step() === 'password' ? this.signIn() : this.askWays());
      return undefined;
    });
  }

  private async askWays(): Promise<void> {
    await this.trying(async () => {
      await this.steps.ask();
      // Nobody has left empty what was not there to fill in.
      this.form.password().reset();
      this.moveTo(this.steps.step() === 'provider' ? '.provider' : 'input[type=password]');
    });
  }

  private signIn(): Promise<void> {
    const { email, password, code } = this.model();
    return this.trying(async () => {
      await this.session.signIn(this.asksCode() ? { email, password, code: code.trim() } : { email, password });
      this.done.emit();
    });
  }

  private async trying(run: () => Promise<void>): Promise<void> {
    this.busy.set(true);
    try {
      await run();
    } catch (error) {
      this.refuse(problemOf(error));
    } finally {
      this.busy.set(false);
    }
  }

  /** That a code is wanted is no refusal until one was sent. */
  private refuse(problem: Problem): void {
    if (problem.code !== 'second_factor') {
      this.problem.set(problem);
      return;
    }
    if (this.asksCode()) this.codeRefused.set(problem.detail);
    else this.form.code().reset();
    this.asksCode.set(true);
    this.moveTo('.code input');
  }
}
