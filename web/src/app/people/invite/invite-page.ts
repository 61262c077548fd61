import { Component, computed, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type Problem, pages } from '@samhandling/contracts';
import { LOCALES, type HeldRole, type Locale } from '@samhandling/domain';
import { Breadcrumb, Button, Field, Icon, Input, PageHeader, ProblemView, Skeleton } from '@samhandling/ui';
import { Messages } from '../../core/messages.ts';
import { problemOf } from '../../core/problem.ts';
import { UnsavedChanges } from '../../core/unsaved-changes.ts';
import { besideFields, reasonsAt } from '../../session/field-reasons.ts';
import { FIRST_WRONG, focusWithin } from '../../session/focus-within.ts';
import { PeopleApi } from '../data/people-api.ts';
import { NO_ROLE, RoleFields } from '../parts/role-fields.ts';

/** `/personer/bjud-in`: who, where the letter goes, and as what. */
@Component({
  selector: 'sam-invite-page',
  imports: [Breadcrumb, Button, Field, Icon, Input, PageHeader, ProblemView, RoleFields, RouterLink, Skeleton],
  template: `
    <div class="sam-page sam-page--narrow">
      <sam-page-header [heading]="heading">
        <sam-breadcrumb><a [routerLink]="pages.people()" i18n="@@people.title">Personer</a></sam-breadcrumb>
        <p i18n="@@people.invite.intro">
          Personen får ett brev med en länk som gäller i 14 dagar, och väljer själv hur inloggningen ska gå till.
        </p>
      </sam-page-header>
      @if (people.hasValue()) {
        <form class="sam-stack" novalidate (submit)="send($event)">
          @if (shown(); as problem) {
            <sam-problem [problem]="problem" />
          }
          <sam-field required [label]="labels.name" [error]="nameErrors()">
            <input
              samInput
              type="text"
              autocomplete="off"
              maxlength="200"
              [value]="name()"
              (input)="take(name, $event)"
            />
          </sam-field>
          <sam-field required [label]="labels.email" [hint]="labels.emailHint" [error]="emailErrors()">
            <input
              samInput
              type="email"
              autocomplete="off"
              maxlength="254"
              [value]="email()"
              (input)="take(email, $event)"
            />
          </sam-field>
          <sam-field [label]="labels.letters" [hint]="labels.lettersHint">
            <select samInput (change)="chooseLanguage($event)">
              @for (locale of locales; track locale) {
                <option [value]="locale" [selected]="locale === language()">{{ languages[locale] }}</option>
              }
            </select>
          </sam-field>
          <sam-role-fields
            [(roles)]="roles"
            [organisations]="people.value().organisations"
            [municipalities]="people.value().municipalities"
            [problem]="problem()"
          />
          <p class="sam-buttons">
            <button samButton="primary" type="submit" [busy]="busy()">
              <sam-icon name="send" /><ng-container i18n="@@people.invite.send">Skicka inbjudan</ng-container>
            </button>
            <a samButton [routerLink]="pages.people()" i18n="@@people.invite.cancel">Avbryt</a>
          </p>
        </form>
      } @else if (loadProblem(); as problem) {
        <sam-problem [problem]="problem" retryable (retry)="people.reload()" />
      } @else {
        <sam-skeleton shape="page" [lines]="6" />
      }
    </div>
  `,
})
export class InvitePage {
  private readonly api = inject(PeopleApi);
  private readonly focus = focusWithin();
  private readonly router = inject(Router);
  private readonly messages = inject(Messages);
  protected readonly pages = pages;
  protected readonly people = this.api.list();
  protected readonly loadProblem = computed(() => {
    const error = this.people.error();
    return error ? problemOf(error) : null;
  });
  protected readonly name = signal('');
  protected readonly email = signal('');
  protected readonly roles = signal<readonly HeldRole[]>([NO_ROLE]);
  protected readonly locales = LOCALES;
  protected readonly language = signal<Locale>('sv');
  protected readonly tried = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  private done = false;
  protected readonly shown = computed(() => {
    const problem = this.problem();
    const atRoles =
      problem?.errors?.map(({ pointer }) => pointer).filter((pointer) => pointer.startsWith('/roles')) ?? [];
    // A refusal that is about the address says it in full above as well: it tells what to do instead.
    return problem?.status === 409
      ? { ...problem, errors: [] }
      : besideFields(problem, ['/name', '/email', ...atRoles]);
  });
  protected readonly nameErrors = computed(() =>
    this.tried() && this.name().trim() === ''
      ? [$localize`:@@people.invite.nameMissing:Skriv personens namn.`]
      : reasonsAt(this.problem(), '/name'),
  );
  protected readonly emailErrors = computed(() =>
    this.tried() && this.email().trim() === ''
      ? [$localize`:@@people.invite.emailMissing:Skriv personens e-postadress.`]
      : reasonsAt(this.problem(), '/email'),
  );
  protected readonly heading = $localize`:@@people.invite.title:Bjud in en person`;
  protected readonly labels = {
    name: $localize`:@@people.name:Namn`,
    email: $localize`:@@people.email:E-postadress`,
    letters: $localize`:@@people.invite.letters:Språk i brevet`,
    lettersHint: $localize`:@@people.invite.lettersHint:Den som har ett konto väljer själv.`,
    emailHint: $localize`:@@people.invite.emailHint:Den som personen har i arbetet. Brevet går dit.`,
  };

  protected readonly languages: Readonly<Record<Locale, string>> = {
    sv: $localize`:@@people.invite.sv:Svenska`,
    en: $localize`:@@people.invite.en:Engelska`,
  };

  constructor() {
    inject(UnsavedChanges).watch(() => !this.done && (this.name() !== '' || this.email() !== ''));
  }

  protected take(into: typeof this.name, event: Event): void {
    if (event.target instanceof HTMLInputElement) into.set(event.target.value);
  }

  protected chooseLanguage(event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    this.language.set(LOCALES.find((one) => one === value) ?? 'sv');
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    this.problem.set(null);
    if (this.busy()) return;
    if (this.name().trim() === '' || this.email().trim() === '') return this.focus(FIRST_WRONG);
    this.busy.set(true);
    try {
      const person = await this.api.invite({
        name: this.name().trim(),
        email: this.email().trim(),
        roles: this.roles(),
        letterLocale: this.language(),
      });
      this.done = true;
      await this.router.navigateByUrl(pages.people());
      this.messages.say(
        $localize`:@@people.invite.sent:Inbjudan till ${person.name}:name: skickas till ${person.email}:email:`,
      );
    } catch (error) {
      this.problem.set(problemOf(error));
      this.focus(FIRST_WRONG);
    } finally {
      this.busy.set(false);
    }
  }
}
