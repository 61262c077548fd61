import { Component, DOCUMENT, inject, input, output, signal } from '@angular/core';
import { Button, Choice, Choices, Icon } from '@samhandling/ui';
import { Messages } from '../core/messages.ts';

/** The codes that open the account without the app. Shown once, so they are put away before anything else. */
@Component({
  selector: 'sam-recovery-codes',
  imports: [Button, Choice, Choices, Icon],
  template: `
    <div class="sam-stack">
      <h3 i18n="@@account.codes.heading">Spara dina återställningskoder</h3>
      <p i18n="@@account.codes.text">
        Tvåstegsinloggning är påslagen. Utan telefonen kommer du in med en av de här koderna. Varje kod går att använda
        en gång, och de visas bara nu.
      </p>
      <ul class="codes" [attr.aria-label]="labels.list">
        @for (code of codes(); track code) {
          <li>
            <code>{{ code }}</code>
          </li>
        }
      </ul>
      <div class="sam-buttons">
        <button samButton type="button" (click)="copy()">
          <sam-icon name="copy" /><ng-container i18n="@@account.codes.copy">Kopiera koderna</ng-container>
        </button>
        <button samButton type="button" (click)="download()">
          <sam-icon name="download" /><ng-container i18n="@@account.codes.download">Ladda ner som text</ng-container>
        </button>
      </div>
      <sam-choices [label]="labels.question" [error]="error()">
        <label samChoice>
          <input type="checkbox" [checked]="saved()" (change)="saved.set(!saved())" />
          <span i18n="@@account.codes.saved">Jag har sparat dem</span>
        </label>
      </sam-choices>
      <button samButton="primary" type="button" (click)="finish()" i18n="@@account.codes.done">Klar</button>
    </div>
  `,
  styles: `
    :host {
      display: block;
    }
    .codes {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(11rem, 1fr));
      gap: var(--sam-space-2) var(--sam-space-6);
      max-width: 32rem;
      margin: var(--sam-space-4) 0;
      padding: var(--sam-space-4) var(--sam-space-5);
      border-radius: var(--sam-radius);
      background: var(--sam-surface);
      list-style: none;
    }
    code {
      font-size: 1.0625rem;
    }
  `,
})
export class RecoveryCodesView {
  readonly codes = input.required<readonly string[]>();
  readonly done = output<void>();

  private readonly document = inject(DOCUMENT);
  private readonly messages = inject(Messages);
  protected readonly saved = signal(false);
  protected readonly error = signal('');
  protected readonly labels = {
    list: $localize`:@@account.codes.list:Återställningskoder`,
    question: $localize`:@@account.codes.question:Innan du går vidare`,
  };

  protected async copy(): Promise<void> {
    try {
      await this.document.defaultView?.navigator.clipboard.writeText(this.text());
      this.messages.say($localize`:@@account.codes.copied:Koderna är kopierade`);
    } catch {
      this.messages.fail($localize`:@@account.codes.notCopied:Det gick inte att kopiera. Ladda ner dem i stället.`);
    }
  }

  protected download(): void {
    const address = URL.createObjectURL(new Blob([this.text()], { type: 'text/plain;charset=utf-8' }));
    const link = this.document.createElement('a');
    link.href = address;
    link.download = $localize`:@@account.codes.file:samhandling-aterstallningskoder.txt`;
    link.click();
    URL.revokeObjectURL(address);
  }

  protected finish(): void {
    if (this.saved()) this.done.emit();
    else this.error.set($localize`:@@account.codes.notSaved:Kryssa i när du har sparat koderna. De visas inte igen.`);
  }

  private text(): string {
    return `${$localize`:@@account.codes.fileHeading:Återställningskoder för Samhandling. Varje kod går att använda en gång.`}\n\n${this.codes().join('\n')}\n`;
  }
}
