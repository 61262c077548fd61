import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import type { Problem, RecordCheck } from '@samhandling/contracts';
import { formatExact } from '@samhandling/domain';
import { Button, Disclosure, ProblemView, formatInstant, injectLocale } from '@samhandling/ui';
import { Callout } from '@samhandling/ui/work';
import { problemOf } from '../core/problem.ts';
import { RecordApi } from './data/record-api.ts';

/** When the chain was verified last, what came of it, and the end of the chain to write down. */
@Component({
  selector: 'sam-check-note',
  imports: [Button, Callout, Disclosure, ProblemView],
  template: `
    <div class="sam-stack" aria-live="polite">
      @if (problem(); as problem) {
        <sam-problem [problem]="problem" />
      }
      @if (latest(); as check) {
        @if (check.findingCount === 0) {
          <sam-callout kind="good" [heading]="labels.holds">
            <p>{{ counted(check) }}</p>
          </sam-callout>
        } @else {
          <sam-callout kind="warning" [heading]="failed(check)">
            <p>{{ counted(check) }}</p>
            <ul>
              @for (finding of check.findings; track $index) {
                <li>{{ finding }}</li>
              }
            </ul>
            <p i18n="@@record.check.next">
              Ändra inget mer. Kontakta den som sköter installationen, och jämför med en säkerhetskopia och en tidigare
              ankarfil.
            </p>
          </sam-callout>
        }
      } @else {
        <p class="sam-quiet" i18n="@@record.check.never">
          Loggen har inte kontrollerats än. Det görs av sig självt varje vecka.
        </p>
      }
    </div>
    <div class="sam-buttons after">
      <button samButton type="button" [busy]="busy()" (click)="run()" i18n="@@record.check.now">
        Kontrollera loggen nu
      </button>
    </div>
    @if (latest(); as check) {
      <sam-disclosure class="after" [summary]="labels.head">
        <p i18n="@@record.check.headText">
          Varje rad är hopkedjad med den före. Skriv ner numret och kontrollsumman någon annanstans: stämmer de vid en
          senare kontroll är inget fram till dit ändrat eller borttaget.
        </p>
        <p>
          <span i18n="@@record.check.seq">Nr {{ check.head.seq }}</span>
          <code class="hash">{{ check.head.hash }}</code>
        </p>
      </sam-disclosure>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    .after {
      display: block;
      margin-top: var(--sam-space-4);
    }
    .hash {
      display: block;
      overflow-wrap: anywhere;
    }
    ul {
      margin: var(--sam-space-2) 0;
      padding-left: var(--sam-space-5);
      overflow-wrap: anywhere;
    }
  `,
})
export class CheckNote {
  readonly check = input.required<RecordCheck | null>();

  private readonly api = inject(RecordApi);
  private readonly locale = injectLocale();
  protected readonly latest = linkedSignal(() => this.check());
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly labels = {
    holds: $localize`:@@record.check.holds:Loggen och rapporterna stämmer`,
    head: $localize`:@@record.check.head:Kedjans ände`,
  };
  private readonly number = computed(
    () =>
      (value: number): string =>
        formatExact(value, this.locale),
  );

  protected failed({ findingCount }: RecordCheck): string {
    return findingCount === 1
      ? $localize`:@@record.check.failedOne:Något i loggen eller rapporterna stämmer inte`
      : $localize`:@@record.check.failedMany:${findingCount}:count: saker i loggen eller rapporterna stämmer inte`;
  }

  /** "Kontrollerad 12 mars 2026 kl. 14:05: 3 412 rader, varav 12 gallrade, och 2 frysta rapporter med 8 filer." */
  protected counted({ at, events, disposed, reports, files }: RecordCheck): string {
    const number = this.number();
    const when = formatInstant(at, this.locale);
    return $localize`:@@record.check.counted:Kontrollerad ${when}:when:. Rader i loggen: ${number(events)}:rows:, varav gallrade: ${number(disposed)}:disposed:. Frysta rapporter: ${number(reports)}:reports:, filer: ${number(files)}:files:.`;
  }

  protected async run(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      this.latest.set(await this.api.check());
    } catch (error) {
      this.problem.set(problemOf(error));
    } finally {
      this.busy.set(false);
    }
  }
}
