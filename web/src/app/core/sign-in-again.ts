import { Injector, Service, inject } from '@angular/core';
import { Messages } from './messages.ts';
import { Session } from './session.ts';

/** `lost`: the server no longer knows us. `ending`: it will soon not, whatever happens, and the person wants to go on. */
export type SignInReason = 'lost' | 'ending';

/** Asks to sign in again, in a dialog. Several requests that fail at once share one question. */
@Service()
export class SignInAgain {
  private readonly injector = inject(Injector);
  private readonly session = inject(Session);
  private readonly messages = inject(Messages);
  private asking: Promise<boolean> | null = null;

  /** True when the same person is signed in again. The dialog is loaded when first needed. */
  ask(reason: SignInReason = 'lost'): Promise<boolean> {
    this.asking ??= this.question(reason).finally(() => {
      this.asking = null;
    });
    return this.asking;
  }

  private async question(reason: SignInReason): Promise<boolean> {
    const before = this.session.current()?.person.id;
    const { openSignInDialog } = await import('../session/sign-in-dialog.ts');
    if (!(await openSignInDialog(this.injector, reason))) return false;
    if (this.session.current()?.person.id === before) return true;
    // What is on the page was written by somebody else: it may not be sent in this person's name.
    this.messages.fail(
      $localize`:@@core.again.other:Du är inloggad som någon annan än den som skrev på sidan. Ladda om sidan för att fortsätta.`,
    );
    return false;
  }
}
