import { Injectable, computed, inject, signal } from '@angular/core';
import type { SignInWay } from '@samhandling/contracts';
import { About } from '../core/about.ts';
import { SignInApi } from './sign-in-api.ts';

export type ProviderWay = Extract<SignInWay, { kind: 'provider' }>;

/** `address`: how it signs in is not known yet. Otherwise what is offered first. */
export type SignInStep = 'address' | 'password' | 'provider';

/**
 * Which of the ways in one address has, as far as it is known. What was said of one address is forgotten as soon as another is
 * typed. Where no county has a provider nothing is asked, and the password is the way. One for each form.
 */
@Injectable()
export class SignInSteps {
  private readonly about = inject(About);
  private readonly api = inject(SignInApi);
  private readonly email = signal('');
  private readonly told = signal<{ readonly email: string; readonly ways: readonly SignInWay[] } | null>(null);
  private readonly passwordFor = signal<string | null>(null);

  private readonly ways = computed(() => {
    const told = this.told();
    return told?.email === this.email() ? told.ways : null;
  });
  readonly providers = computed(() => this.ways()?.filter((way): way is ProviderWay => way.kind === 'provider') ?? []);
  readonly step = computed<SignInStep>(() => {
    if (!this.about.signInProviders() || this.passwordFor() === this.email()) return 'password';
    const first = this.ways()?.[0];
    return first === undefined ? 'address' : first.kind;
  });
  /** Both ways are open, and the provider is offered first. */
  readonly mayUsePassword = computed(
    () => this.step() === 'provider' && this.ways()?.some((way) => way.kind === 'password') === true,
  );

  /** Called with every change of the field. */
  follow(email: string): void {
    this.email.set(email.trim().toLowerCase());
  }

  async ask(): Promise<void> {
    const email = this.email();
    this.told.set({ email, ways: await this.api.ways(email) });
  }

  choosePassword(): void {
    this.passwordFor.set(this.email());
  }
}
