import {
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  viewChild,
} from '@angular/core';
import type { Organisation, OrganisationInput, Problem } from '@samhandling/contracts';
import {
  ORGANISATION_KINDS,
  ORGANISATION_KIND_LABELS,
  type OrganisationKind,
  dayOf,
  isMunicipalityCode,
  sortedSwedish,
} from '@samhandling/domain';
import { Button, Choice, Choices, Disclosure, Field, Input, ProblemView, injectSay } from '@samhandling/ui';
import { Autosize } from '@samhandling/ui/work';
import { problemOf } from '../../core/problem.ts';
import { mergedByChoice, staleFields } from '../../core/stale.ts';
import { UnsavedChanges } from '../../core/unsaved-changes.ts';
import { OrganisationsApi } from '../data/organisations-api.ts';
import {
  EMPTY_FORM,
  type OrganisationValues,
  formOf,
  inputOf,
  isOrganisation,
  memberDay,
  membersOf,
  toggledMember,
} from './organisation-values.ts';

/** Name, other names, kind and members of an organisation: a new one, or changes to one there is. */
@Component({
  selector: 'sam-organisation-form',
  imports: [Autosize, Button, Choice, Choices, Disclosure, Field, Input, ProblemView],
  templateUrl: './organisation-form.html',
  styles: `
    form {
      max-width: 46rem;
    }
    .members {
      max-height: 22rem;
      overflow: auto;
    }
    .days {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr));
      gap: var(--sam-space-2) var(--sam-space-4);
      align-items: end;
      max-width: 40rem;
      margin: 0;
      padding: var(--sam-space-2) 0;
      border: 0;
      border-bottom: var(--sam-hairline);
    }
    .days legend {
      padding: 0;
    }
    .members ::ng-deep .choices {
      margin-left: 0;
    }
  `,
})
export class OrganisationForm {
  /** Null for a new one. */
  readonly organisation = input.required<Organisation | null>();
  readonly saved = output<Organisation>();
  readonly cancelled = output<void>();

  private readonly api = inject(OrganisationsApi);
  private readonly injector = inject(Injector);
  private readonly say = injectSay();
  private readonly first = viewChild.required<string, ElementRef<HTMLElement>>('first', { read: ElementRef });
  private readonly others = this.api.list();

  /** What was loaded, with its version; moves on when somebody else has saved meanwhile. */
  private readonly base = linkedSignal(() => this.organisation());
  protected readonly values = linkedSignal<OrganisationValues>(() => {
    const organisation = this.organisation();
    return organisation ? formOf(organisation) : EMPTY_FORM;
  });
  protected readonly problem = signal<Problem | null>(null);
  protected readonly busy = signal(false);
  protected readonly tried = signal(false);
  private done = false;

  protected readonly kinds = ORGANISATION_KINDS.map((kind) => ({
    kind,
    label: this.say(ORGANISATION_KIND_LABELS[kind]),
  }));
  protected readonly candidates = computed(() => {
    const all = this.others.hasValue() ? this.others.value() : [];
    const possible = all.filter((one) => one.kind !== 'collective' && one.id !== this.organisation()?.id);
    const named = sortedSwedish(possible, (one) => one.name);
    // The county's municipalities are what a collective most often is made of.
    return [
      ...named.filter((one) => one.kind === 'municipality'),
      ...named.filter((one) => one.kind !== 'municipality'),
    ];
  });
  protected readonly nameError = computed(() =>
    this.tried() && this.values().name.trim() === ''
      ? $localize`:@@organisations.form.nameMissing:Skriv organisationens namn.`
      : this.refused('/name'),
  );
  protected readonly codeError = computed(() => {
    const { kind, municipalityCode } = this.values();
    const code = municipalityCode.trim();
    return this.tried() && kind === 'municipality' && code !== '' && !isMunicipalityCode(code)
      ? $localize`:@@organisations.form.codeWrong:En kommunkod är fyra siffror, till exempel 0123.`
      : this.refused('/municipalityCode');
  });
  protected readonly aliasesError = computed(() => this.refused('/aliases'));
  protected readonly membersError = computed(() => this.refused('/members'));
  /** The members chosen, with their days, in the order of their names. */
  protected readonly members = computed(() => {
    const names = new Map(this.candidates().map((one) => [one.id, one.name]));
    const chosen = membersOf(this.values().members).map((member) => ({ ...member, name: names.get(member.id) ?? '' }));
    return sortedSwedish(chosen, ({ name }) => name);
  });
  protected readonly labels = {
    name: $localize`:@@organisations.form.name:Namn`,
    aliases: $localize`:@@organisations.form.aliases:Andra namn`,
    aliasesHint: $localize`:@@organisations.form.aliasesHint:Ett på varje rad. De känns igen när en plan läses in.`,
    kind: $localize`:@@organisations.form.kind:Slag`,
    code: $localize`:@@organisations.form.code:Kommunkod`,
    members: $localize`:@@organisations.form.members:Medlemmar`,
    membersHint: $localize`:@@organisations.form.membersHint:Det de lovar tillsammans syns hos var och en. Den som läggs till eller tas bort blir eller slutar vara medlem i dag.`,
    days: $localize`:@@together.members.days:Dagar för medlemskap`,
    from: $localize`:@@together.members.from:Från och med`,
    to: $localize`:@@together.members.to:Till och med`,
  };
  protected readonly pointers = {
    '/name': this.labels.name,
    '/aliases': this.labels.aliases,
    '/aliases/*': this.labels.aliases,
    '/kind': this.labels.kind,
    '/municipalityCode': this.labels.code,
    '/members': this.labels.members,
    '/members/*': this.labels.members,
  };

  constructor() {
    inject(UnsavedChanges).watch(() => !this.done && this.dirty());
    afterNextRender(() => this.first().nativeElement.focus());
  }

  protected set(name: 'name' | 'aliases' | 'municipalityCode', event: Event): void {
    const { target } = event;
    if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return;
    this.values.update((values) => ({ ...values, [name]: target.value }));
  }

  protected setKind(event: Event): void {
    if (!(event.target instanceof HTMLSelectElement)) return;
    const { value } = event.target;
    const kind = ORGANISATION_KINDS.find((known: OrganisationKind) => known === value);
    if (kind) this.values.update((values) => ({ ...values, kind }));
  }

  protected isMember(id: string): boolean {
    return membersOf(this.values().members).some((member) => member.id === id);
  }

  protected setMember(id: string, event: Event): void {
    if (!(event.target instanceof HTMLInputElement)) return;
    const { checked } = event.target;
    this.values.update((values) => ({
      ...values,
      members: toggledMember(values.members, id, checked, dayOf(new Date())),
    }));
  }

  protected setDay(id: string, name: 'from' | 'to', event: Event): void {
    if (!(event.target instanceof HTMLInputElement)) return;
    const { value } = event.target;
    this.values.update((values) => ({ ...values, members: memberDay(values.members, id, name, value) }));
  }

  protected cancel(): void {
    this.done = true;
    this.cancelled.emit();
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    this.problem.set(null);
    if (this.busy() || this.nameError() || this.codeError()) return;
    await this.save();
  }

  /** What the server said about a field or its parts. */
  private refused(pointer: string): readonly string[] | null {
    const errors = this.problem()?.errors?.filter(
      (one) => one.pointer === pointer || one.pointer.startsWith(`${pointer}/`),
    );
    return errors && errors.length > 0 ? errors.map((one) => one.reason) : null;
  }

  private dirty(): boolean {
    const base = this.base();
    return JSON.stringify(this.values()) !== JSON.stringify(base ? formOf(base) : EMPTY_FORM);
  }

  private async save(): Promise<void> {
    this.busy.set(true);
    this.problem.set(null);
    try {
      const saved = await this.store(inputOf(this.values()));
      this.done = true;
      this.saved.emit(saved);
    } catch (error) {
      const problem = problemOf(error);
      if (problem.code === 'stale' && isOrganisation(problem.current)) await this.choose(problem.current);
      else this.problem.set(problem);
    } finally {
      this.busy.set(false);
    }
  }

  private store(input: OrganisationInput): Promise<Organisation> {
    const base = this.base();
    return base ? this.api.update(base.id, base.version, input) : this.api.create(input);
  }

  /** Somebody else saved first: the person chooses field by field, and then it is saved on top of theirs. */
  private async choose(theirs: Organisation): Promise<void> {
    const base = this.base();
    if (!base) return;
    const { name, aliases, kind, code, members } = this.labels;
    const labels = { name, aliases, kind, municipalityCode: code, members };
    const fields = staleFields(formOf(base), this.values(), formOf(theirs), labels, (field, values) =>
      this.shown(field, values, theirs),
    );
    const { askAboutStale } = await import('../../core/stale-dialog.ts');
    const answer = fields.length > 0 ? await askAboutStale(this.injector, { who: '', fields }) : {};
    if (answer === null) return;
    this.values.set(mergedByChoice(this.values(), formOf(theirs), answer));
    this.base.set(theirs);
    await this.save();
  }

  private shown(field: keyof OrganisationValues, values: OrganisationValues, theirs: Organisation): string {
    if (field === 'kind') return this.say(ORGANISATION_KIND_LABELS[values.kind]);
    if (field !== 'members') return values[field];
    const names = new Map([...theirs.members, ...this.candidates()].map((one) => [one.id, one.name]));
    return membersOf(values.members)
      .map(({ id, from, to }) => [names.get(id) ?? '', from, to].filter((part) => part).join(' '))
      .filter((one) => one !== '')
      .join(', ');
  }
}
