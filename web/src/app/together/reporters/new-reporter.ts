import {
  Component,
  type ElementRef,
  afterNextRender,
  computed,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import type { OrganisationRef, Problem, Reporter } from '@samhandling/contracts';
import { Button, Field, Input, ProblemView } from '@samhandling/ui';
import { problemOf } from '../../core/problem.ts';
import { UnsavedChanges } from '../../core/unsaved-changes.ts';
import { TogetherApi } from '../data/together-api.ts';

/** Somebody who answers by a personal link: a name, an address and an organisation, and no password. */
@Component({
  selector: 'sam-new-reporter',
  imports: [Button, Field, Input, ProblemView],
  template: `
    <form class="sam-stack sam-aside" novalidate (submit)="send($event)">
      <h2 i18n="@@together.new.heading">Lägg till någon som svarar via länk</h2>
      <p class="sam-prose" i18n="@@together.new.text">
        Personen får inget konto. Du skickar en personlig svarslänk när det är dags att svara.
      </p>
      @if (problem(); as problem) {
        <sam-problem [problem]="problem" [labels]="pointers" />
      }
      <sam-field required [label]="labels.name" [error]="errorOf('/name', name())">
        <input
          #first
          samInput
          type="text"
          autocomplete="off"
          maxlength="200"
          [value]="name()"
          (input)="set(name, $event)"
        />
      </sam-field>
      <sam-field required [label]="labels.email" [error]="errorOf('/email', email())">
        <input
          samInput
          type="email"
          autocomplete="off"
          maxlength="254"
          [value]="email()"
          (input)="set(email, $event)"
        />
      </sam-field>
      <sam-field required [label]="labels.organisation" [error]="errorOf('/organisationId', organisation())">
        <select samInput (change)="set(organisation, $event)">
          <option value="" [selected]="organisation() === ''">{{ labels.choose }}</option>
          @for (one of organisations(); track one.id) {
            <option [value]="one.id" [selected]="organisation() === one.id">{{ one.name }}</option>
          }
        </select>
      </sam-field>
      <div class="sam-buttons">
        <button samButton="primary" type="submit" [busy]="busy()" i18n="@@together.new.save">Lägg till personen</button>
        <button samButton type="button" (click)="cancelled.emit()" i18n="@@together.cancel">Avbryt</button>
      </div>
    </form>
  `,
  styles: `
    :host {
      display: block;
      margin-bottom: var(--sam-space-6);
    }
    form {
      max-width: 40rem;
    }
  `,
})
export class NewReporter {
  readonly organisations = input.required<readonly OrganisationRef[]>();
  readonly added = output<Reporter>();
  readonly cancelled = output<void>();

  private readonly api = inject(TogetherApi);
  private readonly first = viewChild.required<ElementRef<HTMLInputElement>>('first');
  protected readonly name = signal('');
  protected readonly email = signal('');
  protected readonly organisation = signal('');
  protected readonly busy = signal(false);
  protected readonly tried = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly labels = {
    name: $localize`:@@together.new.name:Namn`,
    email: $localize`:@@together.new.email:E-postadress`,
    organisation: $localize`:@@together.new.organisation:Organisation`,
    choose: $localize`:@@together.new.choose:Välj organisation`,
  };
  private readonly missing = {
    '/name': $localize`:@@together.new.nameMissing:Skriv personens namn.`,
    '/email': $localize`:@@together.new.emailMissing:Skriv personens e-postadress.`,
    '/organisationId': $localize`:@@together.new.organisationMissing:Välj vilken organisation personen rapporterar för.`,
  };
  protected readonly pointers = {
    '/name': this.labels.name,
    '/email': this.labels.email,
    '/organisationId': this.labels.organisation,
  };
  private readonly complete = computed(
    () => this.name().trim() !== '' && this.email().trim() !== '' && this.organisation() !== '',
  );

  constructor() {
    afterNextRender(() => this.first().nativeElement.focus());
    inject(UnsavedChanges).watch(() => this.name() + this.email() + this.organisation() !== '');
  }

  protected errorOf(pointer: keyof NewReporter['missing'], value: string): string | null {
    if (this.tried() && value.trim() === '') return this.missing[pointer];
    return this.problem()?.errors?.find((one) => one.pointer === pointer)?.reason ?? null;
  }

  protected set(field: { set: (value: string) => void }, event: Event): void {
    const { target } = event;
    if (target instanceof HTMLInputElement || target instanceof HTMLSelectElement) field.set(target.value);
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    this.problem.set(null);
    if (!this.complete() || this.busy()) return;
    this.busy.set(true);
    try {
      const request = { name: this.name(), email: this.email(), organisationId: this.organisation() };
      this.added.emit(await this.api.createReporter(request));
    } catch (error) {
      this.problem.set(problemOf(error));
    } finally {
      this.busy.set(false);
    }
  }
}
