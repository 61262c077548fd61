import { Injector, Service, inject } from '@angular/core';

/** Asks for the password again in a dialog. Several requests that fail at once share one question. */
@Service()
export class SignInAgain {
  private readonly injector = inject(Injector);
  private asking: Promise<boolean> | null = null;

  /** True when the same person is signed in again. The dialog is loaded when first needed. */
  ask(): Promise<boolean> {
    this.asking ??= import('../session/sign-in-dialog.ts')
      .then((module) => module.openSignInDialog(this.injector))
      .finally(() => {
        this.asking = null;
      });
    return this.asking;
  }
}
