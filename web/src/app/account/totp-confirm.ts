import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { Problem, TotpSetup } from '@samhandling/contracts';
import { Button, Field, Input, ProblemView } from '@samhandling/ui';
import { problemOf } from '../core/problem.ts';
import { besideFields, reasonsAt } from '../session/field-reasons.ts';
import { AccountApi } from './data/account-api.ts';

/** The secret as a square to photograph and as text to type, and the first code of it. Nothing counts before that code is right. */
@Component({
  selector: 'sam-totp-confirm',
  imports: [Button, Field, Input, ProblemView],
  template: `
    <form class="sam-stack" novalidate (submit)="send($event)">
      @if (shown(); as problem) {
        <sam-problem [problem]="problem" />
      }
      <ol class="sam-stack steps">
        <li>
          <p i18n="@@account.totp.scan">
            Öppna en app för engångskoder i telefonen, till exempel den som din organisation brukar använda, och läs av
            rutan.
          </p>
          <img class="square" width="200" height="200" [src]="image()" [alt]="labels.square" />
          <p i18n="@@account.totp.type">Går det inte att läsa av rutan? Skriv in nyckeln i appen i stället:</p>
          <p class="key">
            <code>{{ setup().secret }}</code>
          </p>
        </li>
        <li>
          <sam-field [label]="labels.code" [hint]="labels.hint" [error]="errors()">
            <input
              samInput
              class="code"
              type="text"
              inputmode="numeric"
              autocomplete="one-time-code"
              [value]="code()"
              (input)="code.set(text($event))"
            />
          </sam-field>
        </li>
      </ol>
      <div class="sam-buttons">
        <button samButton="primary" type="submit" [busy]="busy()" i18n="@@account.totp.confirm">
          Slå på tvåstegsinloggning
        </button>
        <button samButton type="button" (click)="cancelled.emit()" i18n="@@account.cancel">Avbryt</button>
      </div>
    </form>
  `,
  styles: `
    :host {
      display: block;
    }
    .steps {
      margin: 0;
      padding-left: 1.4em;
    }
    /* Cameras want dark on light, whatever the page looks like. */
    .square {
      display: block;
      margin: var(--sam-space-3) 0;
      padding: var(--sam-space-3);
      border: var(--sam-hairline);
      border-radius: var(--sam-radius);
      background: #fff;
    }
    .key {
      margin-top: var(--sam-space-2);
      overflow-wrap: anywhere;
    }
    code {
      font-size: 1.125rem;
      letter-spacing: 0.04em;
    }
    .code {
      max-width: 12rem;
    }
  `,
})
export class TotpConfirm {
  readonly setup = input.required<TotpSetup>();
  readonly confirmed = output<readonly string[]>();
  readonly cancelled = output<void>();

  private readonly api = inject(AccountApi);
  protected readonly image = computed(() => `data:image/svg+xml,${encodeURIComponent(this.setup().svg)}`);
  protected readonly code = signal('');
  protected readonly tried = signal(false);
  protected readonly busy = signal(false);
  private readonly problem = signal<Problem | null>(null);
  protected readonly shown = computed(() => besideFields(this.problem(), ['/code']));
  protected readonly labels = {
    square: $localize`:@@account.totp.square:Nyckeln som en ruta att läsa av. Samma nyckel står som text under.`,
    code: $localize`:@@session.code:Kod från din app`,
    hint: $localize`:@@account.totp.firstCode:De sex siffror som appen visar nu.`,
  };
  protected readonly errors = computed(() =>
    this.tried() && this.code().trim() === ''
      ? [$localize`:@@session.code.missing:Skriv koden.`]
      : reasonsAt(this.problem(), '/code'),
  );

  protected text(event: Event): string {
    return event.target instanceof HTMLInputElement ? event.target.value : '';
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    const code = this.code().replace(/\s/g, '');
    if (this.busy() || code === '') return;
    this.problem.set(null);
    this.busy.set(true);
    try {
      this.confirmed.emit((await this.api.confirmTotp({ code })).codes);
    } catch (error) {
      this.problem.set(problemOf(error));
    } finally {
      this.busy.set(false);
    }
  }
}
