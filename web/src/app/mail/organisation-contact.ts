import { httpResource } from '@angular/common/http';
import { Component, Injector, computed, inject, input, signal } from '@angular/core';
import { type OrganisationContact, type Problem, paths } from '@samhandling/contracts';
import { Field, Input, ProblemView } from '@samhandling/ui';
import { Messages } from '../core/messages.ts';
import { problemOf } from '../core/problem.ts';
import { MailApi } from './data/mail-api.ts';

/** Whom to turn to when nobody at the organisation answers; for whoever manages mail. Saved as it is chosen. */
@Component({
  selector: 'sam-organisation-contact',
  imports: [Field, Input, ProblemView],
  template: `
    @if (resource.hasValue()) {
      <section class="sam-section sam-no-print" aria-labelledby="huvudkontakt">
        <h2 id="huvudkontakt" i18n="@@mail.contact.heading">Huvudkontakt</h2>
        <p class="sam-quiet" i18n="@@mail.contact.text">
          Får ett brev när ingen i organisationen har svarat, där länet har valt det.
        </p>
        @if (problem(); as problem) {
          <sam-problem [problem]="problem" />
        }
        @if (people().length > 0) {
          <sam-field class="person" [label]="labels.person">
            <select samInput (change)="choose($event)">
              <option value="" [selected]="resource.value().person === null" i18n="@@mail.contact.none">Ingen</option>
              @for (person of people(); track person.id) {
                <option [value]="person.id" [selected]="person.id === resource.value().person?.id">
                  {{ person.name }}
                </option>
              }
            </select>
          </sam-field>
        } @else {
          <p i18n="@@mail.contact.noChoices">Ingen rapporterar för organisationen än.</p>
        }
      </section>
    }
  `,
  styles: `
    .person {
      max-width: 24rem;
    }
  `,
})
export class OrganisationContactPart {
  readonly organisationId = input.required<string>();

  private readonly api = inject(MailApi);
  private readonly messages = inject(Messages);
  private readonly injector = inject(Injector);
  protected readonly resource = httpResource<OrganisationContact>(() =>
    paths.organisationContact(this.organisationId()),
  );
  protected readonly problem = signal<Problem | null>(null);
  protected readonly labels = { person: $localize`:@@mail.contact.choose:Person` };
  /** Also somebody chosen earlier who no longer reports for the organisation. */
  protected readonly people = computed(() => {
    if (!this.resource.hasValue()) return [];
    const { person, choices } = this.resource.value();
    return person === null || choices.some(({ id }) => id === person.id) ? choices : [person, ...choices];
  });

  protected async choose(event: Event): Promise<void> {
    if (!(event.target instanceof HTMLSelectElement) || !this.resource.hasValue()) return;
    this.problem.set(null);
    try {
      await this.put(this.resource.value().version, event.target.value || null);
    } catch (error) {
      this.problem.set(problemOf(error));
      this.resource.reload();
    }
  }

  private async put(version: number, personId: string | null): Promise<void> {
    try {
      this.resource.set(await this.api.putContact(this.organisationId(), version, personId));
      this.messages.say($localize`:@@mail.contact.saved:Huvudkontakten är sparad`);
    } catch (error) {
      const { code, current } = problemOf(error);
      if (code !== 'stale' || !isContact(current)) throw error;
      await this.ask(current, personId);
    }
  }

  /** Somebody else chose first: the person says which of the two it shall be. */
  private async ask(theirs: OrganisationContact, personId: string | null): Promise<void> {
    const { askAboutStale } = await import('../core/stale-dialog.ts');
    const mine = this.people().find(({ id }) => id === personId)?.name ?? '';
    const answer =
      theirs.person?.id === (personId ?? undefined)
        ? null
        : await askAboutStale(this.injector, {
            who: '',
            fields: [
              { name: 'person', label: this.labels.person, mine, theirs: theirs.person?.name ?? '', proposed: null },
            ],
          });
    // A new one each time, so that the choice in the list follows it.
    this.resource.set({ ...theirs });
    if (answer?.['person'] === 'mine') await this.put(theirs.version, personId);
  }
}

function isContact(value: unknown): value is OrganisationContact {
  return typeof value === 'object' && value !== null && 'version' in value && 'choices' in value;
}
