import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { AccountSession, Problem } from '@samhandling/contracts';
import { Button, ProblemView, formatInstant, injectLocale } from '@samhandling/ui';
import { Confirm } from '../core/confirm.ts';
import { Messages } from '../core/messages.ts';
import { problemOf } from '../core/problem.ts';
import { focusWithin } from '../session/focus-within.ts';
import { AccountApi } from './data/account-api.ts';
import { METHOD_WORDS } from './data/account-words.ts';

/** Where somebody is signed in as me, and a way to end it. What is ended cannot be taken back, so it is asked about. */
@Component({
  selector: 'sam-sessions-section',
  imports: [Button, ProblemView],
  template: `
    <h2 i18n="@@account.sessions.heading">Här är du inloggad</h2>
    <div class="sam-stack">
      @if (problem(); as problem) {
        <sam-problem [problem]="problem" />
      }
      <ul class="sam-rows">
        @for (session of sorted(); track session.id) {
          <li class="row">
            <div>
              <p>
                <strong>{{ session.browser }}</strong>
                @if (session.isThis) {
                  <span class="this" i18n="@@account.sessions.this">Den här webbläsaren</span>
                }
              </p>
              <p class="sam-quiet sam-small" i18n="@@account.sessions.since">
                Inloggad {{ instant(session.since) }} {{ methods[session.method] }}. Senast använd
                {{ instant(session.lastSeenAt) }}.
              </p>
            </div>
            @if (!session.isThis) {
              <button samButton small type="button" (click)="end(session)">
                <ng-container i18n="@@account.sessions.end">Logga ut</ng-container
                ><span class="sam-visually-hidden"> {{ session.browser }}</span>
              </button>
            }
          </li>
        }
      </ul>
      @if (others() > 0) {
        <button samButton type="button" (click)="endOthers()" i18n="@@account.sessions.endOthers">
          Logga ut överallt utom här
        </button>
      }
    </div>
  `,
  styles: `
    /* The line under the heading is the first line of the list. */
    .sam-rows > :first-child {
      padding-top: 0;
      border-top: 0;
    }
    .row {
      display: flex;
      gap: var(--sam-space-3);
      justify-content: space-between;
      align-items: center;
    }
    .row button {
      flex: none;
    }
    .this {
      margin-left: var(--sam-space-2);
      color: var(--sam-accent);
      font-weight: 560;
    }
  `,
})
export class SessionsSection {
  readonly sessions = input.required<readonly AccountSession[]>();
  readonly changed = output<void>();

  private readonly api = inject(AccountApi);
  private readonly confirm = inject(Confirm);
  private readonly messages = inject(Messages);
  private readonly locale = injectLocale();
  private readonly moveTo = focusWithin();
  protected readonly methods = METHOD_WORDS;
  protected readonly problem = signal<Problem | null>(null);
  /** This one first, then as last used. */
  protected readonly sorted = computed(() =>
    [...this.sessions()].sort(
      (a, b) => Number(b.isThis) - Number(a.isThis) || b.lastSeenAt.localeCompare(a.lastSeenAt),
    ),
  );
  protected readonly others = computed(() => this.sessions().filter((session) => !session.isThis).length);

  protected instant(value: string): string {
    return formatInstant(value, this.locale);
  }

  protected async end(session: AccountSession): Promise<void> {
    const sure = await this.confirm.ask({
      heading: $localize`:@@account.sessions.endHeading:Logga ut ${session.browser}:browser:?`,
      text: $localize`:@@account.sessions.endText:Den som sitter där behöver logga in igen för att fortsätta. Känner du inte igen inloggningen bör du också byta lösenord.`,
      yes: $localize`:@@account.sessions.end:Logga ut`,
      danger: true,
    });
    if (sure)
      await this.run(() => this.api.revokeSession(session.id), $localize`:@@account.sessions.ended:Utloggad där`);
  }

  protected async endOthers(): Promise<void> {
    const sure = await this.confirm.ask({
      heading: $localize`:@@account.sessions.othersHeading:Logga ut överallt utom här?`,
      text: $localize`:@@account.sessions.othersText:I alla andra webbläsare behöver du logga in igen för att fortsätta.`,
      yes: $localize`:@@account.sessions.endOthers:Logga ut överallt utom här`,
      danger: true,
    });
    if (sure)
      await this.run(
        () => this.api.revokeOtherSessions(),
        $localize`:@@account.sessions.othersEnded:Du är nu inloggad bara här`,
      );
  }

  private async run(act: () => Promise<unknown>, done: string): Promise<void> {
    this.problem.set(null);
    try {
      await act();
      this.messages.say(done);
    } catch (error) {
      this.problem.set(problemOf(error));
    }
    // Also after a refusal: it may have ended by itself meanwhile.
    this.changed.emit();
    this.moveTo('h2');
  }
}
