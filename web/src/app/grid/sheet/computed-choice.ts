import { Component, ElementRef, computed, inject, input, linkedSignal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { pages } from '@samhandling/contracts';
import { formatNumber } from '@samhandling/domain';
import { Button, Field, Icon, Input, injectLocale } from '@samhandling/ui';
import { Session } from '../../core/session.ts';
import { type EventsBehind, computedSide, countedFrom } from '../data/computed-words.ts';
import { spokenCell } from '../data/cell-text.ts';
import { OutcomeCells } from '../data/outcome-cells.ts';

/**
 * What the events give for the chosen cell, and where it differs from what was entered, the choice between the two. The
 * entered value is kept only with a reason: without one nobody can tell next year which of them was right.
 */
@Component({
  selector: 'sam-computed-choice',
  imports: [Button, Field, Icon, Input, RouterLink],
  template: `
    @if (computed(); as computed) {
      <div class="box" [class.differs]="side() === 'differs'">
        <p class="words">
          <sam-icon [name]="side() === 'differs' ? 'warning' : 'calendar'" />
          <span>{{ words() }}</span>
        </p>
        @if (computed.keptReason) {
          <p>
            <strong i18n="@@events.cell.reasonWas">Skäl:</strong> <span lang="sv"> {{ computed.keptReason }}</span>
          </p>
        }
        @if (events(); as events) {
          @if (session.signedIn()) {
            <p>
              <a [routerLink]="pages.events(events.slug)" [queryParams]="query()" i18n="@@events.cell.show"
                >Visa händelserna</a
              >
            </p>
          }
        }
        @if (view()?.stored?.mayEnter && (side() === 'differs' || side() === 'kept')) {
          <div class="sam-buttons">
            <button samButton small type="button" [busy]="busy() === 'computed'" (click)="take()">
              {{ takeWords() }}
            </button>
            @if (side() === 'differs') {
              <button samButton small type="button" [attr.aria-expanded]="explaining()" (click)="explain()">
                {{ keepWords() }}
              </button>
            }
          </div>
          @if (explaining() && side() === 'differs') {
            <form class="sam-stack sam-stack--small" novalidate (submit)="keep($event)">
              <sam-field required [label]="labels.reason" [hint]="labels.reasonHint" [error]="missing()">
                <input
                  samInput
                  type="text"
                  autocomplete="off"
                  maxlength="2000"
                  [value]="reason()"
                  (input)="typed($event)"
                />
              </sam-field>
              <button samButton small type="submit" [busy]="busy() === 'kept'" i18n="@@events.cell.save">
                Spara valet
              </button>
            </form>
          }
          <p class="failed" role="status">{{ failed() }}</p>
        }
      </div>
    }
  `,
  styles: `
    .box {
      max-width: var(--sam-measure);
      margin-top: var(--sam-space-3);
      padding-left: var(--sam-space-4);
      border-left: 3px solid var(--sam-accent);
    }
    .differs {
      border-color: var(--sam-warning);
    }
    .words {
      display: flex;
      gap: var(--sam-space-2);
      font-weight: 560;
    }
    .words sam-icon {
      margin-top: 0.2em;
    }
    .differs .words sam-icon {
      color: var(--sam-warning);
    }
    .sam-buttons,
    form {
      margin-top: var(--sam-space-2);
    }
    .failed {
      color: var(--sam-danger);
      font-weight: 560;
    }
    .failed:empty {
      display: none;
    }
  `,
})
export class ComputedChoice {
  readonly key = input.required<string>();
  /** Where the events are found; null where nobody can follow a link to them. */
  readonly events = input<EventsBehind | null>(null);

  protected readonly pages = pages;
  protected readonly session = inject(Session);
  private readonly cells = inject(OutcomeCells);
  private readonly locale = injectLocale();
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly view = computed(() => this.cells.view(this.key())?.());
  protected readonly computed = computed(() => this.view()?.stored.computed ?? null);
  protected readonly side = computed(() => {
    const stored = this.view()?.stored;
    return stored ? computedSide(stored) : null;
  });
  private readonly figure = computed(() => formatNumber(this.computed()?.value ?? 0, 0, this.locale));
  private readonly entered = computed(() => {
    const view = this.view();
    return view ? spokenCell(view.stored, view.indicator, this.locale) : '';
  });
  protected readonly words = computed(() => {
    const counted = countedFrom(this.computed()?.events ?? 0, this.locale);
    switch (this.side()) {
      case 'differs':
        return $localize`:@@events.cell.differsLong:Inskrivet är ${this.entered()}:entered:, men händelserna ger ${this.figure()}:figure: (${counted}:counted:). Välj vilket som gäller.`;
      case 'kept':
        return $localize`:@@events.cell.keptLong:Händelserna ger ${this.figure()}:figure: (${counted}:counted:). Det inskrivna har behållits.`;
      case 'agrees':
        return $localize`:@@events.cell.agrees:Händelserna ger samma värde, ${counted}:counted:.`;
      default:
        return $localize`:@@events.cell.shown:Värdet är ${counted}:counted:. Det ändras när händelserna gör det.`;
    }
  });
  protected readonly takeWords = computed(
    () => $localize`:@@events.cell.take:Använd det uträknade (${this.figure()}:figure:)`,
  );
  protected readonly keepWords = computed(
    () => $localize`:@@events.cell.keep:Behåll det inskrivna (${this.entered()}:entered:)`,
  );
  protected readonly query = computed(() => {
    const events = this.events();
    const [, code = ''] = this.key().split('|');
    if (!events) return {};
    return {
      aktivitet: events.references,
      fran: events.from,
      till: events.to,
      ...(code === '' ? {} : { kommun: code }),
    };
  });
  protected readonly labels = {
    reason: $localize`:@@events.cell.reason:Varför gäller det inskrivna?`,
    reasonHint: $localize`:@@events.cell.reasonHint:Till exempel att två träffar inte är registrerade. Inget om enskilda personer.`,
  };
  /** Another cell starts anew. */
  protected readonly explaining = linkedSignal<string, boolean>({ source: this.key, computation: () => false });
  protected readonly reason = linkedSignal<string, string>({ source: this.key, computation: () => '' });
  protected readonly missing = linkedSignal<string, string | null>({ source: this.key, computation: () => null });
  protected readonly failed = linkedSignal<string, string>({ source: this.key, computation: () => '' });
  protected readonly busy = linkedSignal<string, 'computed' | 'kept' | null>({
    source: this.key,
    computation: () => null,
  });

  protected async take(): Promise<void> {
    this.busy.set('computed');
    this.failed.set((await this.cells.weigh(this.key(), { useComputed: true })) ?? '');
    this.busy.set(null);
  }

  protected explain(): void {
    this.explaining.set(!this.explaining());
    if (this.explaining()) setTimeout(() => this.host.querySelector<HTMLElement>('form input')?.focus());
  }

  protected typed(event: Event): void {
    if (event.target instanceof HTMLInputElement) this.reason.set(event.target.value);
    this.missing.set(null);
  }

  protected async keep(event: Event): Promise<void> {
    event.preventDefault();
    const keptReason = this.reason().trim();
    if (keptReason === '') {
      this.missing.set($localize`:@@events.cell.reasonMissing:Skriv varför, så att den som läser förstår.`);
      return;
    }
    this.busy.set('kept');
    this.failed.set((await this.cells.weigh(this.key(), { keptReason })) ?? '');
    this.busy.set(null);
  }
}
