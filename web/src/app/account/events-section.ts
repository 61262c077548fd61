import { Component, computed, input, signal } from '@angular/core';
import type { AccountEvent } from '@samhandling/contracts';
import { Button, formatInstant, injectLocale } from '@samhandling/ui';
import { EVENT_WORDS } from './data/account-words.ts';

const FIRST = 8;

/** What has happened with the account, newest first, so that one can see what one did not do oneself. */
@Component({
  selector: 'sam-events-section',
  imports: [Button],
  template: `
    <h2 i18n="@@account.events.heading">Senaste händelserna</h2>
    <div class="sam-stack">
      <p class="sam-quiet" i18n="@@account.events.text">
        Ser du något som du inte har gjort själv? Byt lösenord och logga ut överallt utom här.
      </p>
      <ul class="sam-rows">
        @for (event of shown(); track $index) {
          <li class="row">
            <p>
              <strong>{{ words[event.kind] }}</strong>
              @if (event.detail) {
                <br />{{ event.detail }}
              }
            </p>
            <p class="sam-quiet sam-small">
              {{ instant(event.at) }}
              @if (event.browser) {
                <br />{{ event.browser }}
              }
            </p>
          </li>
        } @empty {
          <li i18n="@@account.events.none">Inget har hänt än.</li>
        }
      </ul>
      @if (events().length > shown().length) {
        <button samButton type="button" (click)="all.set(true)">{{ moreLabel() }}</button>
      }
    </div>
  `,
  styles: `
    .sam-rows {
      margin-top: var(--sam-space-4);
    }
    .row {
      display: flex;
      flex-wrap: wrap;
      gap: var(--sam-space-1) var(--sam-space-6);
      justify-content: space-between;
      padding: var(--sam-space-3) 0;
    }
    .row > :first-child {
      flex: 1 1 16rem;
    }
  `,
})
export class EventsSection {
  readonly events = input.required<readonly AccountEvent[]>();
  private readonly locale = injectLocale();
  protected readonly words = EVENT_WORDS;
  protected readonly all = signal(false);
  protected readonly shown = computed(() => (this.all() ? this.events() : this.events().slice(0, FIRST)));
  protected readonly moreLabel = computed(
    () => $localize`:@@account.events.more:Visa alla (${this.events().length}:count:)`,
  );

  protected instant(value: string): string {
    return formatInstant(value, this.locale);
  }
}
