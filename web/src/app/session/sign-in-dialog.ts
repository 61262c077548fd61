import { DIALOG_DATA, Dialog, DialogRef } from '@angular/cdk/dialog';
import { Component, type Injector, inject } from '@angular/core';
import { DIALOG_OPTIONS, DialogShell } from '@samhandling/ui/work';
import { firstValueFrom } from 'rxjs';
import type { SignInReason } from '../core/sign-in-again.ts';
import { SignInForm } from './sign-in-form.ts';

/** Sign in again on top of the page: the session ran out, or soon will. What is typed under it stays. */
@Component({
  selector: 'sam-sign-in-dialog',
  imports: [DialogShell, SignInForm],
  template: `
    <sam-dialog [heading]="heading" (closed)="ref.close(false)">
      @if (reason === 'lost') {
        <p class="text" i18n="@@session.again.text">
          Din inloggning har gått ut. Logga in igen, så fortsätter du där du var. Det du har skrivit finns kvar.
        </p>
      } @else {
        <p class="text" i18n="@@session.again.ending">
          Logga in på nytt, så fortsätter du där du är. Det du har skrivit finns kvar.
        </p>
      }
      <sam-sign-in-form onTop (done)="ref.close(true)" />
    </sam-dialog>
  `,
  styles: '.text { margin-bottom: var(--sam-space-4); }',
})
export class SignInDialog {
  protected readonly ref = inject<DialogRef<boolean>>(DialogRef);
  protected readonly reason = inject<SignInReason>(DIALOG_DATA);
  protected readonly heading = $localize`:@@session.again.heading:Logga in igen`;
}

export async function openSignInDialog(injector: Injector, reason: SignInReason): Promise<boolean> {
  const ref = injector.get(Dialog).open<boolean, SignInReason>(SignInDialog, {
    ...DIALOG_OPTIONS,
    data: reason,
    // Without a password to give, the form moves the focus when it knows what is offered.
    autoFocus: 'input[type=password]',
    ariaLabel: $localize`:@@session.again.heading:Logga in igen`,
  });
  return (await firstValueFrom(ref.closed)) === true;
}
