import type { SignInRefusal } from '@samhandling/contracts';

/** A provider's sign-in that led nowhere. `because` is for the log: a code, never what was answered. */
export class ProviderRefusal extends Error {
  constructor(
    readonly refusal: SignInRefusal,
    readonly because: string = refusal,
  ) {
    super(`${refusal} ${because}`);
  }
}
