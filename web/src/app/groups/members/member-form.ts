import { Component, Injector, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import type { GroupChoices, GroupMember, Id, Problem } from '@samhandling/contracts';
import { MEMBER_ROLES, MEMBER_ROLE_LABELS, dayOf } from '@samhandling/domain';
import {
  Button,
  Choice,
  Choices,
  Field,
  Input,
  ProblemView,
  formatDay,
  injectLocale,
  injectSay,
} from '@samhandling/ui';
import { Combobox } from '@samhandling/ui/choosing';
import { problemOf } from '../../core/problem.ts';
import { mergedByChoice, staleFields } from '../../core/stale.ts';
import { UnsavedChanges } from '../../core/unsaved-changes.ts';
import { besideFields, reasonsAt } from '../../session/field-reasons.ts';
import { FIRST_WRONG, focusWithin } from '../../session/focus-within.ts';
import { GroupsApi } from '../data/groups-api.ts';
import {
  type MemberValues,
  isMember,
  memberInput,
  memberSlips,
  memberValues,
  newMember,
  roleOf,
} from '../data/member-values.ts';

/** A new member, or changes to one there is. Whoever leaves gets a last day, and stays in the meetings they were in. */
@Component({
  selector: 'sam-member-form',
  imports: [Button, Choice, Choices, Combobox, Field, Input, ProblemView],
  templateUrl: './member-form.html',
  styles: `
    :host {
      display: block;
    }
    .days {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(12rem, 1fr));
      gap: var(--sam-space-4);
    }
    form {
      max-width: 46rem;
    }
  `,
})
export class MemberForm {
  readonly groupId = input.required<Id>();
  readonly choices = input.required<GroupChoices>();
  /** Null for a new one. */
  readonly member = input.required<GroupMember | null>();
  /** Those one can be a substitute for. */
  readonly others = input.required<readonly GroupMember[]>();
  readonly saved = output<string>();
  readonly cancelled = output<void>();

  private readonly api = inject(GroupsApi);
  private readonly injector = inject(Injector);
  private readonly locale = injectLocale();
  private readonly say = injectSay();
  private readonly focus = focusWithin();
  /** What was loaded; moves on when somebody else has saved meanwhile. */
  private readonly base = linkedSignal(() => this.member());
  private readonly start = computed(() => {
    const base = this.base();
    return base ? memberValues(base) : newMember(dayOf(new Date()));
  });
  protected readonly values = linkedSignal<MemberValues>(() => {
    const member = this.member();
    return member ? memberValues(member) : newMember(dayOf(new Date()));
  });
  protected readonly problem = signal<Problem | null>(null);
  protected readonly busy = signal(false);
  protected readonly tried = signal(false);
  private done = false;

  protected readonly roles = MEMBER_ROLES.map((role) => ({ role, label: this.say(MEMBER_ROLE_LABELS[role]) }));
  protected readonly people = computed(() =>
    this.choices().people.map(({ id, name, email }) => ({ id, label: `${name}, ${email}` })),
  );
  protected readonly organisations = computed(() =>
    this.choices().organisations.map(({ id, name }) => ({ id, label: name })),
  );
  protected readonly candidates = computed(() =>
    this.others().filter(({ id, role }) => id !== this.member()?.id && role !== 'substitute'),
  );
  protected readonly errors = computed(() => {
    const slips = this.tried() ? memberSlips(this.values()) : {};
    const at = (name: keyof MemberValues): readonly string[] => {
      const slip = name in slips ? slips[name as keyof typeof slips] : undefined;
      return slip === undefined ? reasonsAt(this.problem(), `/${name}`) : [slip];
    };
    return {
      personId: at('personId'),
      name: at('name'),
      email: at('email'),
      organisationId: at('organisationId'),
      role: at('role'),
      substituteForId: at('substituteForId'),
      fromDay: at('fromDay'),
      toDay: at('toDay'),
    };
  });
  protected readonly shown = computed(() =>
    besideFields(
      this.problem(),
      Object.keys(this.errors()).map((name) => `/${name}`),
    ),
  );
  protected readonly labels = {
    account: $localize`:@@groups.member.account:Konto i Samhandling`,
    person: $localize`:@@groups.member.person:Person`,
    personHint: $localize`:@@groups.member.personHint:Sök på namn eller e-postadress.`,
    name: $localize`:@@groups.member.name:Namn`,
    email: $localize`:@@groups.member.email:E-postadress i arbetet`,
    emailHint: $localize`:@@groups.member.emailHint:Dit kallelsen går. Utan adress får personen ingen kallelse.`,
    organisation: $localize`:@@groups.member.organisation:Organisation`,
    role: $localize`:@@groups.member.role:Roll i gruppen`,
    substitute: $localize`:@@groups.member.substitute:Ersätter`,
    fromDay: $localize`:@@groups.member.fromDay:Med från och med`,
    toDay: $localize`:@@groups.member.toDay:Sista dag`,
    toDayHint: $localize`:@@groups.member.toDayHint:Tomt så länge personen är med.`,
  };

  constructor() {
    inject(UnsavedChanges).watch(() => !this.done && JSON.stringify(this.values()) !== JSON.stringify(this.start()));
    this.focus('input, select');
  }

  protected has(hasAccount: boolean): void {
    this.change({ hasAccount });
  }

  protected pickPerson(ids: readonly string[]): void {
    const personId = ids.at(-1) ?? '';
    const person = this.choices().people.find(({ id }) => id === personId);
    this.change({ personId, ...(person?.organisationId && { organisationId: person.organisationId }) });
  }

  protected pickOrganisation(ids: readonly string[]): void {
    this.change({ organisationId: ids.at(-1) ?? '' });
  }

  protected pickRole(event: Event): void {
    const role = event.target instanceof HTMLSelectElement ? roleOf(event.target.value) : undefined;
    if (role) this.change({ role });
  }

  protected typed(name: 'name' | 'email' | 'substituteForId' | 'fromDay' | 'toDay', event: Event): void {
    const { target } = event;
    if (target instanceof HTMLInputElement || target instanceof HTMLSelectElement)
      this.change({ [name]: target.value });
  }

  protected one(id: string): readonly string[] {
    return id === '' ? [] : [id];
  }

  protected cancel(): void {
    this.done = true;
    this.cancelled.emit();
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    this.problem.set(null);
    if (this.busy()) return;
    if (Object.keys(memberSlips(this.values())).length > 0) return this.focus(FIRST_WRONG);
    await this.save();
  }

  private change(part: Partial<MemberValues>): void {
    this.values.update((values) => ({ ...values, ...part }));
  }

  private async save(): Promise<void> {
    this.busy.set(true);
    this.problem.set(null);
    const base = this.base();
    try {
      if (base) await this.api.updateMember(base, memberInput(this.values()));
      else await this.api.addMember(this.groupId(), memberInput(this.values()));
      this.done = true;
      this.saved.emit(this.nameOf(this.values()));
    } catch (error) {
      const problem = problemOf(error);
      if (problem.code === 'stale' && isMember(problem.current)) await this.choose(problem.current);
      else {
        this.problem.set(problem);
        this.focus(FIRST_WRONG);
      }
    } finally {
      this.busy.set(false);
    }
  }

  /** Somebody else saved first: the person chooses field by field, and then it is saved on top of theirs. */
  private async choose(theirs: GroupMember): Promise<void> {
    const stored = memberValues(theirs);
    const { account, person, name, email, organisation, role, substitute, fromDay, toDay } = this.labels;
    const labels = {
      ...{ hasAccount: account, personId: person, name, email, organisationId: organisation, role },
      ...{ substituteForId: substitute, fromDay, toDay },
    };
    const fields = staleFields(this.start(), this.values(), stored, labels, (field, side) => this.wordsOf(field, side));
    const { askAboutStale } = await import('../../core/stale-dialog.ts');
    const answer = fields.length > 0 ? await askAboutStale(this.injector, { who: '', fields }) : {};
    if (answer === null) return;
    this.values.set(mergedByChoice(this.values(), stored, answer));
    this.base.set(theirs);
    await this.save();
  }

  private wordsOf(field: keyof MemberValues, side: MemberValues): string {
    const { people, organisations } = this.choices();
    switch (field) {
      case 'hasAccount':
        return side.hasAccount
          ? $localize`:@@groups.member.hasAccount:Har konto`
          : $localize`:@@groups.member.noAccount:Har inget konto`;
      case 'personId':
        return people.find(({ id }) => id === side.personId)?.name ?? '';
      case 'organisationId':
        return organisations.find(({ id }) => id === side.organisationId)?.name ?? '';
      case 'role':
        return this.say(MEMBER_ROLE_LABELS[side.role]);
      case 'substituteForId':
        return this.others().find(({ id }) => id === side.substituteForId)?.name ?? '';
      case 'fromDay':
      case 'toDay':
        return side[field] === '' ? '' : formatDay(side[field], this.locale);
      default:
        return side[field];
    }
  }

  private nameOf(values: MemberValues): string {
    if (!values.hasAccount) return values.name.trim();
    return this.choices().people.find(({ id }) => id === values.personId)?.name ?? values.name;
  }
}
