import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { CountyPerson, Problem } from '@samhandling/contracts';
import { Button, Disclosure, Field, Input, ProblemView } from '@samhandling/ui';
import { problemOf } from '../../core/problem.ts';
import { besideFields, reasonsAt } from '../../session/field-reasons.ts';
import { FIRST_WRONG, focusWithin } from '../../session/focus-within.ts';
import { PeopleApi } from '../data/people-api.ts';

/** Taking away what identifies somebody who has left. It says what goes and what stays, and asks for a reason and the name. */
@Component({
  selector: 'sam-remove-section',
  imports: [Button, Disclosure, Field, Input, ProblemView],
  template: `
    <sam-disclosure [summary]="summary">
      <div class="sam-stack">
        <p i18n="@@people.remove.goes">
          Namn, e-postadress, konto, inloggningar, svarslänkar, inbjudningar, egna vyer och val, och adresserna i gamla
          brev tas bort. Personen heter sedan ”Tidigare medarbetare”.
        </p>
        <p i18n="@@people.remove.stays">
          Det personen har gjort står kvar i uppföljningen och i fastställda rapporter, utan namnet men så att det går
          att se att det var en och samma person. Det namn som står i loggen gallras enligt länets beslut om gallring.
          Arbetar personen också på annat håll tas bara länets uppgifter bort, och namnet står kvar.
        </p>
        <p><strong i18n="@@people.remove.forGood">Det går inte att ångra.</strong></p>
        <form class="sam-stack" novalidate (submit)="send($event)">
          @if (shown(); as problem) {
            <sam-problem [problem]="problem" />
          }
          <sam-field required [label]="labels.reason" [error]="errors('/reason')">
            <input
              samInput
              type="text"
              autocomplete="off"
              maxlength="2000"
              [value]="reason()"
              (input)="take(reason, $event)"
            />
          </sam-field>
          <sam-field required [label]="labels.name" [hint]="hint()" [error]="errors('/confirmName')">
            <input
              samInput
              type="text"
              autocomplete="off"
              maxlength="200"
              [value]="name()"
              (input)="take(name, $event)"
            />
          </sam-field>
          <p>
            <button samButton="danger" type="submit" [busy]="busy()" i18n="@@people.remove.do">
              Ta bort uppgifterna om personen
            </button>
          </p>
        </form>
      </div>
    </sam-disclosure>
  `,
})
export class RemoveSection {
  readonly person = input.required<CountyPerson>();
  readonly removed = output<CountyPerson>();

  private readonly api = inject(PeopleApi);
  private readonly focus = focusWithin();
  protected readonly reason = signal('');
  protected readonly name = signal('');
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly shown = computed(() => besideFields(this.problem(), ['/reason', '/confirmName']));
  protected readonly summary = $localize`:@@people.remove.heading:Ta bort uppgifterna om personen`;
  protected readonly labels = {
    reason: $localize`:@@people.remove.reason:Varför tas uppgifterna bort?`,
    name: $localize`:@@people.remove.name:Skriv personens namn för att bekräfta`,
  };
  protected readonly hint = computed(() => this.person().name);

  protected errors(pointer: string): string[] {
    return reasonsAt(this.problem(), pointer);
  }

  protected take(into: typeof this.reason, event: Event): void {
    if (event.target instanceof HTMLInputElement) into.set(event.target.value);
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    if (this.busy()) return;
    this.problem.set(null);
    this.busy.set(true);
    try {
      const request = { transition: 'remove', reason: this.reason(), confirmName: this.name() } as const;
      this.removed.emit(await this.api.change(this.person(), request));
    } catch (error) {
      this.problem.set(problemOf(error));
      this.focus(FIRST_WRONG);
    } finally {
      this.busy.set(false);
    }
  }
}
