import { Component, computed, inject, input } from '@angular/core';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { type CountyPerson, pages } from '@samhandling/contracts';
import { type CountyRole, PERSON_STATE_LABELS, type PersonState, ROLE_LABELS } from '@samhandling/domain';
import {
  Button,
  Empty,
  Field,
  Icon,
  Input,
  PageHeader,
  ProblemView,
  Skeleton,
  formatDay,
  injectLocale,
  injectSay,
} from '@samhandling/ui';
import { FilterChip, Table } from '@samhandling/ui/work';
import { problemOf } from '../../core/problem.ts';
import { Session } from '../../core/session.ts';
import { PeopleApi } from '../data/people-api.ts';
import { findPeople, roleWords, rolesOf, stateWords, statesOf } from '../data/people-list.ts';
import { PersonStateChip } from '../parts/person-state.ts';
import { roleText } from '../parts/role-words.ts';

/** `/personer`: who is in the county, as what, and when they were last here. */
@Component({
  selector: 'sam-people-page',
  imports: [
    Button,
    Empty,
    Field,
    FilterChip,
    Icon,
    Input,
    PageHeader,
    PersonStateChip,
    ProblemView,
    RouterLink,
    Skeleton,
    Table,
  ],
  templateUrl: './people-page.html',
  styleUrl: './people-page.scss',
})
export class PeoplePage {
  /** Search text, states and roles, from the address. */
  readonly sok = input<string>();
  readonly lage = input<string | string[]>();
  readonly roll = input<string | string[]>();

  protected readonly pages = pages;
  protected readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly locale = injectLocale();
  protected readonly say = injectSay();
  protected readonly stateLabels = PERSON_STATE_LABELS;
  protected readonly roleLabels = ROLE_LABELS;
  protected readonly resource = inject(PeopleApi).list();
  protected readonly problem = computed(() => {
    const error = this.resource.error();
    return error ? problemOf(error) : null;
  });
  protected readonly states = computed(() => statesOf(this.lage()));
  protected readonly roles = computed(() => rolesOf(this.roll()));
  protected readonly found = computed(() =>
    findPeople(this.resource.hasValue() ? this.resource.value().items : [], {
      text: this.sok() ?? '',
      states: this.states(),
      roles: this.roles(),
    }),
  );
  protected readonly narrowed = computed(
    () => (this.sok() ?? '') !== '' || this.states().length > 0 || this.roles().length > 0,
  );
  protected readonly result = computed(() => {
    const count = this.found().items.length;
    return count === 1 ? $localize`:@@people.one:1 person` : $localize`:@@people.many:${count}:count: personer`;
  });
  protected readonly labels = {
    heading: $localize`:@@people.title:Personer`,
    search: $localize`:@@people.search:Sök på namn, e-postadress eller organisation`,
    states: $localize`:@@people.states:Läge`,
    state: $localize`:@@people.state:Läge`,
    roles: $localize`:@@people.roles:Roller`,
    lastSeen: $localize`:@@people.lastSeen:Senast inne`,
    empty: $localize`:@@people.empty:Här finns ingen än`,
    emptyFound: $localize`:@@people.emptyFound:Ingen person passar in`,
  };

  protected roleTexts(person: CountyPerson): readonly string[] {
    return (person.state === 'left' ? person.formerRoles : person.roles).map((role) => roleText(role, this.say));
  }

  protected lastSeen({ lastSeenAt }: CountyPerson): string {
    return lastSeenAt === null ? $localize`:@@people.neverSeen:Inte än` : formatDay(lastSeenAt, this.locale);
  }

  /** What needs a look: a letter that did not arrive or has run out, and answers left behind. */
  protected noteOf({ state, invitation, waiting, leftAt }: CountyPerson): string {
    if (state === 'left' && waiting > 0)
      return waiting === 1
        ? $localize`:@@people.note.leftOne:1 svar väntar på att lämnas över`
        : $localize`:@@people.note.left:${waiting}:waiting: svar väntar på att lämnas över`;
    if (state === 'left' && leftAt !== null)
      return $localize`:@@people.note.leftAt:Sedan ${formatDay(leftAt, this.locale)}:day:`;
    if (state !== 'invited' || invitation === null) return '';
    if (invitation.letter === 'failed') return $localize`:@@people.note.failed:Brevet kunde inte skickas`;
    if (invitation.letter === 'unknown') return $localize`:@@people.note.unknown:Osäkert om brevet kom fram`;
    return invitation.isExpired ? $localize`:@@people.note.expired:Länken har gått ut` : '';
  }

  protected search(event: Event): void {
    if (event.target instanceof HTMLInputElement) this.go({ sok: event.target.value || null }, true);
  }

  protected toggleState(state: PersonState, on: boolean): void {
    const states = this.states().filter((one) => one !== state);
    this.go({ lage: stateWords(on ? [...states, state] : states) }, false);
  }

  protected toggleRole(role: CountyRole, on: boolean): void {
    const roles = this.roles().filter((one) => one !== role);
    this.go({ roll: roleWords(on ? [...roles, role] : roles) }, false);
  }

  protected clear(): void {
    this.go({ sok: null, lage: null, roll: null }, false);
  }

  private go(queryParams: Record<string, string | string[] | null>, replaceUrl: boolean): void {
    void this.router.navigate([], {
      relativeTo: this.route,
      queryParams,
      queryParamsHandling: 'merge',
      replaceUrl,
      scroll: 'manual',
    });
  }
}
