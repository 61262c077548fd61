import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type CountyPerson, type PersonTransition, type Problem, pages } from '@samhandling/contracts';
import { FORMER_COLLEAGUE, type PersonAction } from '@samhandling/domain';
import {
  Breadcrumb,
  Button,
  Facts,
  Icon,
  PageHeader,
  ProblemView,
  Skeleton,
  formatDay,
  injectLocale,
  injectSay,
} from '@samhandling/ui';
import { Confirm } from '../../core/confirm.ts';
import { titleFromData } from '../../core/data-title.ts';
import { Messages } from '../../core/messages.ts';
import { problemOf } from '../../core/problem.ts';
import { PeopleApi } from '../data/people-api.ts';
import { PersonStateChip } from '../parts/person-state.ts';
import { roleText } from '../parts/role-words.ts';
import { PersonForm } from './person-form.ts';
import { RemoveSection } from './remove-section.ts';

/** `/personer/:id`: one person in the county, and what may be done: the server says which buttons there are. */
@Component({
  selector: 'sam-person-page',
  imports: [
    Breadcrumb,
    Button,
    Facts,
    Icon,
    PageHeader,
    PersonForm,
    PersonStateChip,
    ProblemView,
    RemoveSection,
    RouterLink,
    Skeleton,
  ],
  templateUrl: './person-page.html',
  styles: `
    .address {
      overflow-wrap: anywhere;
    }
    .data {
      margin: var(--sam-space-5) 0;
    }
    p + .sam-buttons {
      margin-top: var(--sam-space-4);
    }
  `,
})
export class PersonPage {
  readonly id = input.required<string>();

  protected readonly pages = pages;
  private readonly api = inject(PeopleApi);
  private readonly router = inject(Router);
  private readonly confirm = inject(Confirm);
  private readonly messages = inject(Messages);
  private readonly locale = injectLocale();
  private readonly say = injectSay();
  private readonly resource = this.api.person(this.id);
  private readonly people = this.api.list();
  /** As loaded, and then as each change answered. */
  protected readonly person = linkedSignal(() => (this.resource.hasValue() ? this.resource.value() : undefined));
  protected readonly places = computed(() => (this.people.hasValue() ? this.people.value() : undefined));
  protected readonly loadProblem = computed(() => {
    const error = this.resource.error() ?? this.people.error();
    return error === undefined ? null : problemOf(error);
  });
  protected readonly problem = signal<Problem | null>(null);
  protected readonly busy = signal(false);
  protected readonly roleTexts = computed(() => {
    const person = this.person();
    const roles = person?.state === 'left' ? person.formerRoles : person?.roles;
    return (roles ?? []).map((role) => roleText(role, this.say));
  });
  protected readonly waitingText = computed(() => {
    const waiting = this.person()?.waiting ?? 0;
    return waiting === 1
      ? $localize`:@@people.waiting.one:1 svar väntar på personen.`
      : $localize`:@@people.waiting.many:${waiting}:waiting: svar väntar på personen.`;
  });
  protected readonly invitationText = computed(() => {
    const person = this.person();
    const invitation = person?.invitation;
    if (!invitation && person?.state === 'active')
      return $localize`:@@people.invitation.notSeen:Personen har ett konto men har inte varit inne i länet än. En inbjudan påminner.`;
    if (!invitation)
      return $localize`:@@people.invitation.none:Personen kan svara genom svarslänkar. En inbjudan ger ett eget konto.`;
    const until = invitation.expiresAt === null ? '' : formatDay(invitation.expiresAt, this.locale);
    if (invitation.letter === 'failed') return $localize`:@@people.invitation.failed:Brevet kunde inte skickas.`;
    if (invitation.letter === 'unknown')
      return $localize`:@@people.invitation.unknown:Det är osäkert om brevet kom fram. Fråga personen, eller skicka det igen.`;
    if (invitation.letter !== 'sent') return $localize`:@@people.invitation.waiting:Brevet är på väg.`;
    return invitation.isExpired
      ? $localize`:@@people.invitation.expired:Länken gick ut ${until}:day:. Skicka en ny.`
      : $localize`:@@people.invitation.sent:Brevet är skickat. Länken gäller till ${until}:day:.`;
  });
  protected readonly labels = {
    title: $localize`:@@people.person.title:Person`,
    email: $localize`:@@people.email:E-postadress`,
    lastSeen: $localize`:@@people.lastSeen:Senast inne`,
    neverSeen: $localize`:@@people.neverSeen:Inte än`,
    roles: $localize`:@@people.roles:Roller`,
    formerRoles: $localize`:@@people.formerRoles:Roller när personen slutade`,
    send: $localize`:@@people.invitation.send:Skicka en inbjudan`,
    sendAgain: $localize`:@@people.invitation.again:Skicka igen`,
  };

  constructor() {
    titleFromData(() => this.person()?.name);
  }

  protected may(action: PersonAction): boolean {
    return this.person()?.availableActions.includes(action) ?? false;
  }

  protected day(instant: string): string {
    return formatDay(instant, this.locale);
  }

  protected reload(): void {
    this.problem.set(null);
    this.resource.reload();
    this.people.reload();
  }

  protected saved(person: CountyPerson): void {
    this.person.set(person);
    this.messages.say($localize`:@@people.saved:Ändringarna är sparade`);
  }

  protected inviteAgain(): Promise<void> {
    return this.doing(async (person) => {
      this.person.set(await this.api.inviteAgain(person.id));
      this.messages.say($localize`:@@people.invitation.done:Inbjudan skickas. Tidigare länkar gäller inte längre.`);
    });
  }

  protected async leave(): Promise<void> {
    const name = this.person()?.name ?? '';
    const sure = await this.confirm.ask({
      heading: $localize`:@@people.leave.heading:Slutar ${name}:name: i länet?`,
      text: $localize`:@@people.leave.text:Personen loggas ut ur länet och förlorar sina roller, svarslänkar och inbjudningar. Historiken ändras inte, och den som kommer tillbaka får sina roller igen.`,
      yes: $localize`:@@people.leave.yes:Slutar i länet`,
    });
    if (sure) await this.change('leave', $localize`:@@people.leave.done:${name}:name: har slutat i länet`);
  }

  protected comeBack(): Promise<void> {
    const name = this.person()?.name ?? '';
    return this.change(
      'return',
      $localize`:@@people.return.done:${name}:name: är tillbaka, med samma roller som förut`,
    );
  }

  protected async setActive(isActive: boolean): Promise<void> {
    const name = this.person()?.name ?? '';
    if (isActive) return this.change('activate', $localize`:@@people.activate.done:${name}:name: kan logga in igen`);
    const sure = await this.confirm.ask({
      heading: $localize`:@@people.deactivate.heading:Stäng av ${name}:name:?`,
      text: $localize`:@@people.deactivate.text:Personen loggas ut överallt och kan inte logga in i något län förrän en driftansvarig öppnar kontot igen. Rollerna är kvar.`,
      yes: $localize`:@@people.deactivate.yes:Stäng av`,
      danger: true,
    });
    if (sure) await this.change('deactivate', $localize`:@@people.deactivate.done:${name}:name: är avstängd`);
  }

  protected async removed(person: CountyPerson): Promise<void> {
    await this.router.navigateByUrl(pages.people());
    this.messages.say(
      person.name === FORMER_COLLEAGUE
        ? $localize`:@@people.remove.done:Uppgifterna om personen är borttagna`
        : $localize`:@@people.remove.doneHere:Länets uppgifter om personen är borttagna. Namnet står kvar, eftersom det används på annat håll.`,
    );
  }

  private change(transition: PersonTransition, done: string): Promise<void> {
    return this.doing(async (person) => {
      this.person.set(await this.api.change(person, { transition }));
      this.messages.say(done);
    });
  }

  private async doing(work: (person: CountyPerson) => Promise<void>): Promise<void> {
    const person = this.person();
    if (!person || this.busy()) return;
    this.problem.set(null);
    this.busy.set(true);
    try {
      await work(person);
    } catch (error) {
      this.problem.set(problemOf(error));
    } finally {
      this.busy.set(false);
    }
  }
}
