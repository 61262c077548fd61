import { Component, Injector, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import type { CountyPerson, MunicipalityRef, OrganisationRef, Problem } from '@samhandling/contracts';
import { type HeldRole, roleKey, ROLE_LABELS } from '@samhandling/domain';
import { Button, Field, Input, ProblemView, injectSay } from '@samhandling/ui';
import { problemOf } from '../../core/problem.ts';
import { mergedByChoice, staleFields } from '../../core/stale.ts';
import { UnsavedChanges } from '../../core/unsaved-changes.ts';
import { besideFields, reasonsAt } from '../../session/field-reasons.ts';
import { FIRST_WRONG, focusWithin } from '../../session/focus-within.ts';
import { PeopleApi } from '../data/people-api.ts';
import { RoleFields } from '../parts/role-fields.ts';
import { heldOf, roleText } from '../parts/role-words.ts';

/** What can be compared with what is stored: roles as one text, in the order of their keys. */
interface Values {
  readonly name: string;
  readonly roles: string;
}

/** Name and roles, saved together. Roles that came with the sign-in are shown beside and stand. */
@Component({
  selector: 'sam-person-form',
  imports: [Button, Field, Input, ProblemView, RoleFields],
  template: `
    <form class="sam-stack" novalidate (submit)="send($event)">
      @if (shown(); as problem) {
        <sam-problem [problem]="problem" />
      }
      <sam-field required [label]="labels.name" [error]="nameErrors()">
        <input samInput type="text" autocomplete="off" maxlength="200" [value]="name()" (input)="setName($event)" />
      </sam-field>
      <sam-role-fields
        [(roles)]="roles"
        [organisations]="organisations()"
        [municipalities]="municipalities()"
        [mayBeEmpty]="fromProvider().length > 0"
        [problem]="problem()"
      />
      @if (fromProvider().length > 0) {
        <div>
          <p i18n="@@people.form.fromProvider">
            De här rollerna kommer med personens inloggning. De ändras i den egna organisationen, inte här.
          </p>
          <ul>
            @for (text of fromProvider(); track text) {
              <li>{{ text }}</li>
            }
          </ul>
        </div>
      }
      <p class="sam-buttons">
        <button samButton="primary" type="submit" [busy]="busy()" i18n="@@people.form.save">Spara ändringarna</button>
      </p>
    </form>
  `,
})
export class PersonForm {
  readonly person = input.required<CountyPerson>();
  readonly organisations = input.required<readonly OrganisationRef[]>();
  readonly municipalities = input.required<readonly MunicipalityRef[]>();
  readonly saved = output<CountyPerson>();

  private readonly api = inject(PeopleApi);
  private readonly focus = focusWithin();
  private readonly injector = inject(Injector);
  private readonly say = injectSay();
  /** What was loaded; moves on when somebody else has saved meanwhile. */
  private readonly base = linkedSignal(() => this.person());
  protected readonly name = linkedSignal(() => this.person().name);
  protected readonly roles = linkedSignal<readonly HeldRole[]>(() => editable(this.person()));
  protected readonly fromProvider = computed(() =>
    this.base()
      .roles.filter(({ isFromProvider }) => isFromProvider)
      .map((role) => roleText(role, this.say)),
  );
  protected readonly tried = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly shown = computed(() => {
    const atFields = this.problem()?.errors?.map(({ pointer }) => pointer) ?? [];
    return besideFields(this.problem(), atFields);
  });
  protected readonly nameErrors = computed(() =>
    this.tried() && this.name().trim() === ''
      ? [$localize`:@@people.invite.nameMissing:Skriv personens namn.`]
      : reasonsAt(this.problem(), '/name'),
  );
  protected readonly labels = {
    name: $localize`:@@people.name:Namn`,
    roles: $localize`:@@people.roles:Roller`,
  };

  constructor() {
    inject(UnsavedChanges).watch(() => {
      const [mine, stored] = [this.values(), valuesOf(this.base())];
      return mine.name !== stored.name || mine.roles !== stored.roles;
    });
  }

  protected setName(event: Event): void {
    if (event.target instanceof HTMLInputElement) this.name.set(event.target.value);
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    if (this.busy()) return;
    if (this.name().trim() === '') return this.focus(FIRST_WRONG);
    await this.save();
  }

  private async save(): Promise<void> {
    this.busy.set(true);
    this.problem.set(null);
    try {
      const saved = await this.api.update(this.base(), { name: this.name().trim(), roles: this.roles() });
      this.base.set(saved);
      this.name.set(saved.name);
      this.roles.set(editable(saved));
      this.saved.emit(saved);
    } catch (error) {
      const problem = problemOf(error);
      if (problem.code === 'stale' && isPerson(problem.current)) await this.choose(problem.current);
      else {
        this.problem.set(problem);
        this.focus(FIRST_WRONG);
      }
    } finally {
      this.busy.set(false);
    }
  }

  /** Somebody else saved first: the person chooses field by field, and then it is saved on top of theirs. */
  private async choose(theirs: CountyPerson): Promise<void> {
    const mine = this.values();
    const fields = staleFields(valuesOf(this.base()), mine, valuesOf(theirs), this.labels, (field, values) =>
      field === 'name' ? values.name : this.wordsOf(values.roles),
    );
    const { askAboutStale } = await import('../../core/stale-dialog.ts');
    const answer = fields.length > 0 ? await askAboutStale(this.injector, { who: '', fields }) : {};
    if (answer === null) return;
    const merged = mergedByChoice(mine, valuesOf(theirs), answer);
    this.base.set(theirs);
    this.name.set(merged.name);
    this.roles.set(JSON.parse(merged.roles) as HeldRole[]);
    await this.save();
  }

  private values(): Values {
    return { name: this.name().trim(), roles: asText(this.roles()) };
  }

  private wordsOf(roles: string): string {
    const organisations = new Map(this.organisations().map(({ id, name }) => [id, name]));
    const municipalities = new Map(this.municipalities().map(({ code, name }) => [code, name]));
    return (JSON.parse(roles) as HeldRole[])
      .map(({ role, organisationId, municipalityCode }) =>
        [
          this.say(ROLE_LABELS[role]),
          organisations.get(organisationId ?? '') ?? municipalities.get(municipalityCode ?? '') ?? '',
        ]
          .filter((part) => part !== '')
          .join(', '),
      )
      .join('\n');
  }
}

function editable(person: CountyPerson): readonly HeldRole[] {
  return person.roles.filter(({ isFromProvider }) => !isFromProvider).map(heldOf);
}

function valuesOf(person: CountyPerson): Values {
  return { name: person.name, roles: asText(editable(person)) };
}

function asText(roles: readonly HeldRole[]): string {
  return JSON.stringify([...roles].sort((one, other) => (roleKey(one) < roleKey(other) ? -1 : 1)));
}

function isPerson(value: unknown): value is CountyPerson {
  return typeof value === 'object' && value !== null && 'roles' in value && 'version' in value;
}
