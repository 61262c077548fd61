import { HttpClient, HttpContext } from '@angular/common/http';
import { Location } from '@angular/common';
import { Component, DOCUMENT, computed, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import {
  type Invitation,
  type Problem,
  type Session as SessionAnswer,
  type SignInWay,
  pages,
  paths,
} from '@samhandling/contracts';
import { Button, Icon, PageHeader, ProblemView, formatDay, injectLocale, injectSay } from '@samhandling/ui';
import { firstValueFrom } from 'rxjs';
import { problemOf } from '../core/problem.ts';
import { ASKS_ABOUT_SESSION, Session } from '../core/session.ts';
import { roleText } from '../people/parts/role-words.ts';
import { besideFields, reasonsAt } from '../session/field-reasons.ts';
import { focusWithin } from '../session/focus-within.ts';
import { NewPassword } from '../session/new-password.ts';
import { ProviderLink } from '../session/provider-link.ts';
import { SignInApi } from '../session/sign-in-api.ts';
import type { ProviderWay } from '../session/sign-in-steps.ts';

/**
 * `/inbjudan#…`: from the letter. The secret is in the part of the address that is never sent to a server, goes out of it at
 * once, and opens nothing until a person presses the button, so that a mail scanner that follows the address opens nothing.
 */
@Component({
  selector: 'sam-invitation-page',
  imports: [Button, Icon, NewPassword, PageHeader, ProblemView, ProviderLink, RouterLink],
  templateUrl: './invitation-page.html',
  styles: '.form { max-width: 30rem; margin-top: var(--sam-space-4); }',
})
export class InvitationPage {
  private readonly http = inject(HttpClient);
  private readonly api = inject(SignInApi);
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly locale = injectLocale();
  private readonly say = injectSay();
  private readonly moveTo = focusWithin();
  private readonly token = inject(DOCUMENT).location.hash.slice(1);
  protected readonly pages = pages;
  protected readonly door = signal<'closed' | 'opened' | 'unusable'>(this.token === '' ? 'unusable' : 'closed');
  protected readonly invitation = signal<Invitation | null>(null);
  protected readonly providers = signal<readonly ProviderWay[]>([]);
  protected readonly password = signal('');
  protected readonly tried = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly shown = computed(() => besideFields(this.problem(), ['/password']));
  protected readonly errors = computed(() =>
    this.tried() && this.password() === ''
      ? [$localize`:@@session.newPassword.missing:Skriv det lösenord du vill ha.`]
      : reasonsAt(this.problem(), '/password'),
  );
  protected readonly heading = computed(
    () => $localize`:@@people.invited.heading:Välkommen till ${this.invitation()?.county ?? ''}:county:`,
  );
  protected readonly roleTexts = computed(() =>
    (this.invitation()?.roles ?? []).map((role) => roleText(role, this.say)),
  );
  protected readonly whoText = computed(() => {
    const invitation = this.invitation();
    if (!invitation) return '';
    const until = formatDay(invitation.expiresAt, this.locale);
    return invitation.invitedBy === null
      ? $localize`:@@people.invited.by:Hej ${invitation.name}:name:! Du är inbjuden till länet. Inbjudan gäller till ${until}:day:. Du blir:`
      : $localize`:@@people.invited.byWhom:Hej ${invitation.name}:name:! ${invitation.invitedBy}:inviter: har bjudit in dig till länet. Inbjudan gäller till ${until}:day:. Du blir:`;
  });
  protected readonly closedHeading = $localize`:@@people.invited.closedHeading:Du är inbjuden`;
  protected readonly unusableHeading = $localize`:@@people.invited.unusableHeading:Inbjudan går inte att använda`;
  protected readonly choosePassword = $localize`:@@people.invited.choosePassword:Välj ett lösenord`;
  protected readonly orPassword = $localize`:@@people.invited.orPassword:Eller välj ett lösenord`;
  protected readonly passwordLabel = $localize`:@@session.password:Lösenord`;

  constructor() {
    const location = inject(Location);
    if (this.token !== '') location.replaceState(location.path());
  }

  protected async open(): Promise<void> {
    if (this.busy()) return;
    await this.doing(async () => {
      const invitation = await this.post<Invitation>(paths.invitationOpen(), { token: this.token });
      if (!invitation.hasAccount) this.providers.set(await this.waysOf(invitation.email));
      this.invitation.set(invitation);
      this.turnTo('opened');
    });
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    if (this.busy() || this.password() === '') return;
    await this.doing(async () => {
      this.session.take(
        await this.post<SessionAnswer>(paths.invitationAccept(), { token: this.token, password: this.password() }),
      );
      await this.router.navigateByUrl(pages.toDo());
    });
  }

  /** Where nobody can say how the address signs in, a password is always a way. */
  private async waysOf(email: string): Promise<readonly ProviderWay[]> {
    const ways = await this.api.ways(email).catch((): readonly SignInWay[] => []);
    return ways.filter((way): way is ProviderWay => way.kind === 'provider');
  }

  private async doing(work: () => Promise<void>): Promise<void> {
    this.problem.set(null);
    this.busy.set(true);
    try {
      await work();
    } catch (error) {
      const problem = problemOf(error);
      if (problem.status === 404) this.turnTo('unusable');
      else this.problem.set(problem);
    } finally {
      this.busy.set(false);
    }
  }

  private turnTo(door: 'opened' | 'unusable'): void {
    this.door.set(door);
    this.moveTo('h1');
  }

  private post<Answer>(path: string, body: object): Promise<Answer> {
    const context = new HttpContext().set(ASKS_ABOUT_SESSION, true);
    return firstValueFrom(this.http.post<Answer>(path, body, { context }));
  }
}
