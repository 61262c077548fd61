import { Component, computed, input, model, signal } from '@angular/core';
import { PASSWORD_MAX, PASSWORD_MIN } from '@samhandling/domain';
import { Button, Field, type FieldErrors, Input } from '@samhandling/ui';

/** A password to choose: its rules are said before, and it can be seen while it is written, so it is written once. */
@Component({
  selector: 'sam-new-password',
  imports: [Button, Field, Input],
  template: `
    <sam-field [label]="label()" [hint]="hint" [error]="error()">
      <div class="line">
        <input
          samInput
          autocomplete="new-password"
          spellcheck="false"
          autocapitalize="off"
          [maxLength]="max"
          [type]="seen() ? 'text' : 'password'"
          [value]="value()"
          (input)="take($event)"
        />
        <button samButton type="button" [attr.aria-pressed]="seen()" (click)="seen.set(!seen())">
          <ng-container i18n="@@session.newPassword.show">Visa</ng-container
          ><span class="sam-visually-hidden" i18n="@@session.newPassword.showWhat"> lösenordet</span>
        </button>
      </div>
    </sam-field>
  `,
  styles: `
    :host {
      display: block;
    }
    .line {
      display: flex;
      gap: var(--sam-space-2);
    }
    input {
      flex: 1;
      min-width: 0;
    }
  `,
})
export class NewPassword {
  readonly value = model('');
  readonly error = input<FieldErrors>(null);
  readonly name = input('');
  protected readonly max = PASSWORD_MAX;
  protected readonly seen = signal(false);
  protected readonly label = computed(() => this.name() || $localize`:@@session.newPassword:Nytt lösenord`);
  protected readonly hint = $localize`:@@session.newPassword.rules:Minst ${PASSWORD_MIN}:least: tecken, gärna flera ord efter varandra. Inte din e-postadress, och inget som du använder någon annanstans.`;

  protected take(event: Event): void {
    if (event.target instanceof HTMLInputElement) this.value.set(event.target.value);
  }
}
