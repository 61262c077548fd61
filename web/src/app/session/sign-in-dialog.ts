import { Dialog, DialogRef } from '@angular/cdk/dialog';
import { Component, type Injector, inject } from '@angular/core';
import { DIALOG_OPTIONS, DialogShell } from '@samhandling/ui/work';
import { firstValueFrom } from 'rxjs';
import { SignInForm } from './sign-in-form.ts';

/** The session ran out: sign in again on top of the page. What is typed under it stays. */
@Component({
  selector: 'sam-sign-in-dialog',
  imports: [DialogShell, SignInForm],
  template: `
    <sam-dialog [heading]="heading" (closed)="ref.close(false)">
      <p class="text" i18n="@@session.again.text">
        Du har varit borta ett tag. Logga in för att fortsätta där du var. Det du har skrivit finns kvar.
      </p>
      <sam-sign-in-form (done)="ref.close(true)" />
    </sam-dialog>
  `,
  styles: '.text { margin-bottom: var(--sam-space-4); }',
})
export class SignInDialog {
  protected readonly ref = inject<DialogRef<boolean>>(DialogRef);
  protected readonly heading = $localize`:@@session.again.heading:Logga in igen`;
}

export async function openSignInDialog(injector: Injector): Promise<boolean> {
  const ref = injector.get(Dialog).open<boolean>(SignInDialog, {
    ...DIALOG_OPTIONS,
    autoFocus: 'input[type=password]',
    ariaLabel: $localize`:@@session.again.heading:Logga in igen`,
  });
  return (await firstValueFrom(ref.closed)) === true;
}
