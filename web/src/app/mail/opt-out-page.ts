import { Component, computed, inject, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';
import type { Problem } from '@samhandling/contracts';
import { Button, PageHeader, ProblemView } from '@samhandling/ui';
import { Callout } from '@samhandling/ui/work';
import { problemOf } from '../core/problem.ts';
import { MailApi } from './data/mail-api.ts';

/**
 * `/avanmal#…`: out of the mails, without signing in. A press is asked for, since mail programs look at links by
 * themselves.
 */
@Component({
  selector: 'sam-opt-out-page',
  imports: [Button, Callout, PageHeader, ProblemView],
  template: `
    <div class="sam-page sam-page--narrow">
      <sam-page-header [heading]="labels.heading" />
      <div class="sam-stack">
        @if (done(); as address) {
          <sam-callout kind="good" [heading]="labels.done">
            <p role="status">{{ doneText(address) }}</p>
          </sam-callout>
          <p i18n="@@mail.optOut.back">
            Ångrar du dig: logga in och välj Mina utskick, eller be länets planerare om hjälp. Det du har att svara på
            finns kvar.
          </p>
        } @else if (token() === '') {
          <p i18n="@@mail.optOut.noToken">
            Länken är inte hel. Öppna den från brevet igen, eller kopiera hela adressen därifrån.
          </p>
        } @else {
          <p i18n="@@mail.optOut.text">
            Du får då inga fler brev om vad som väntar på dig. Du kan fortfarande logga in och svara.
          </p>
          @if (problem(); as problem) {
            <sam-problem [problem]="problem" />
          }
          <div class="sam-buttons">
            <button samButton="primary" type="button" [busy]="busy()" (click)="optOut()" i18n="@@mail.optOut.do">
              Sluta få utskick
            </button>
          </div>
        }
      </div>
    </div>
  `,
})
export class OptOutPage {
  private readonly api = inject(MailApi);
  private readonly fragment = toSignal(inject(ActivatedRoute).fragment);
  protected readonly token = computed(() => this.fragment() ?? '');
  protected readonly busy = signal(false);
  protected readonly done = signal<string | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly labels = {
    heading: $localize`:@@mail.optOut.heading:Vill du sluta få utskick?`,
    done: $localize`:@@mail.optOut.done:Du får inga fler utskick`,
  };

  protected doneText(address: string): string {
    return $localize`:@@mail.optOut.doneText:Inga fler brev skickas till ${address}:address:.`;
  }

  protected async optOut(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      this.done.set((await this.api.optOut(this.token())).address);
    } catch (error) {
      this.problem.set(problemOf(error));
    } finally {
      this.busy.set(false);
    }
  }
}
