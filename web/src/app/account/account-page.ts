import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { pages } from '@samhandling/contracts';
import { Facts, PageHeader, ProblemView, Skeleton, formatDay, injectLocale } from '@samhandling/ui';
import { CalendarFeedSection } from '../calendar/feed/calendar-feed.ts';
import { problemOf } from '../core/problem.ts';
import { Session } from '../core/session.ts';
import { AccountApi } from './data/account-api.ts';
import { EventsSection } from './events-section.ts';
import { LetterLanguage } from './letter-language.ts';
import { PasswordSection } from './password-section.ts';
import { SessionsSection } from './sessions-section.ts';
import { TotpSection } from './totp-section.ts';

/** `/mitt-konto`: how I sign in, where I am signed in, and what has happened. Each part saves for itself and the page is read anew. */
@Component({
  selector: 'sam-account-page',
  imports: [
    CalendarFeedSection,
    EventsSection,
    Facts,
    LetterLanguage,
    PageHeader,
    PasswordSection,
    ProblemView,
    RouterLink,
    SessionsSection,
    Skeleton,
    TotpSection,
  ],
  providers: [AccountApi],
  template: `
    <div class="sam-page sam-page--narrow">
      <sam-page-header [heading]="heading" />
      @if (account.hasValue()) {
        @let mine = account.value();
        <dl samFacts>
          <dt i18n="@@account.name">Namn</dt>
          <dd>{{ mine.name }}</dd>
          <dt i18n="@@account.email">E-postadress</dt>
          <dd class="address">{{ mine.email }}</dd>
        </dl>
        <p class="sam-quiet note" i18n="@@account.whoChanges">
          Stämmer namnet inte? Länets planerare kan ändra det. Den som driver tjänsten kan byta adressen.
        </p>
        <p class="note">
          <a [routerLink]="pages.accountData()" i18n="@@account.data">Se alla uppgifter som finns om dig</a>
        </p>

        <sam-letter-language class="note" [account]="mine" (changed)="account.reload()" />

        <sam-password-section class="sam-section" [account]="mine" (changed)="account.reload()" />
        <sam-totp-section class="sam-section" [account]="mine" (changed)="account.reload()" />

        @if (mine.identities.length > 0) {
          <section class="sam-section">
            <h2 i18n="@@account.identities.heading">Inloggning genom organisation</h2>
            <ul class="sam-rows">
              @for (identity of mine.identities; track identity.id) {
                <li>
                  <strong>{{ identity.provider }}</strong><br />
                  <span class="sam-quiet">
                    @if (identity.lastUsedAt; as used) {
                      <ng-container i18n="@@account.identities.used"
                        >Kopplad {{ day(identity.since) }}, använd senast {{ day(used) }}</ng-container
                      >
                    } @else {
                      <ng-container i18n="@@account.identities.unused"
                        >Kopplad {{ day(identity.since) }}, inte använd än</ng-container
                      >
                    }
                  </span>
                </li>
              }
            </ul>
          </section>
        }

        @if (session.may('group.read')) {
          <sam-own-feed class="sam-section" />
        }
        <sam-sessions-section class="sam-section" [sessions]="mine.sessions" (changed)="account.reload()" />
        <sam-events-section class="sam-section" [events]="mine.events" />
      } @else if (problem(); as problem) {
        <sam-problem [problem]="problem" retryable (retry)="account.reload()" />
      } @else {
        <sam-skeleton shape="page" [lines]="8" />
      }
    </div>
  `,
  styles: `
    .sam-section {
      display: block;
    }
    .sam-rows > :first-child {
      padding-top: 0;
      border-top: 0;
    }
    .note {
      margin-top: var(--sam-space-3);
    }
    .address {
      overflow-wrap: anywhere;
    }
  `,
})
export class AccountPage {
  private readonly locale = injectLocale();
  protected readonly pages = pages;
  protected readonly session = inject(Session);
  protected readonly account = inject(AccountApi).account();
  protected readonly heading = $localize`:@@account.title:Mitt konto`;
  protected readonly problem = computed(() => {
    const error = this.account.error();
    return error ? problemOf(error) : null;
  });

  protected day(instant: string): string {
    return formatDay(instant, this.locale);
  }
}
