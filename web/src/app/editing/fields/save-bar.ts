import { Component, input } from '@angular/core';
import { Button, ProblemView } from '@samhandling/ui';
import { SaveState } from '@samhandling/ui/work';
import type { Versioned } from '@samhandling/contracts';
import type { EditSession } from '../edit-session.ts';

/** The foot of every form of the editor: save, take back, how it went, and why it did not. */
@Component({
  selector: 'sam-save-bar',
  imports: [Button, ProblemView, SaveState],
  template: `
    @if (session().restoredFrom()) {
      <p class="sam-small" i18n="@@editing.restored">
        Här finns ändringar som du inte hann spara förra gången. Spara dem eller ångra.
      </p>
    }
    @if (session().problem(); as problem) {
      <sam-problem [problem]="problem" [labels]="labels()" />
    }
    <div class="sam-row">
      <button samButton="primary" type="submit" [busy]="session().busy()">{{ label() }}</button>
      @if (session().dirty()) {
        <button samButton="quiet" type="button" (click)="session().discard()" i18n="@@editing.discard">
          Ångra ändringarna
        </button>
      }
      <sam-save-state [status]="session().status()" [savedAt]="session().savedAt()" (retry)="retry()" />
    </div>
  `,
  styles: `
    :host {
      display: block;
      margin-top: var(--sam-space-5);
    }
    sam-problem {
      margin-bottom: var(--sam-space-3);
    }
  `,
})
export class SaveBar<Stored extends Versioned> {
  readonly session = input.required<EditSession<Stored>>();
  /** Verb and thing: "Spara delmålet". */
  readonly label = input.required<string>();
  /** Pointer of the API → label on the page. */
  readonly labels = input<Readonly<Record<string, string>>>({});

  protected retry(): void {
    void this.session().save();
  }
}
