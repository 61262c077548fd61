import { Component, computed, inject, input, output } from '@angular/core';
import type { ImportFlag } from '@samhandling/contracts';
import { Button, Icon } from '@samhandling/ui';
import { ReviewStore } from './review-store.ts';

/** Everything the reader wants somebody to look at, each explained and one press from its line. */
@Component({
  selector: 'sam-flags-step',
  imports: [Button, Icon],
  template: `
    @if (flags().length === 0) {
      <p class="sam-quiet" i18n="@@imports.flags.none">
        Texten lästes utan frågetecken. Det finns inget att titta på här.
      </p>
    } @else {
      <p class="sam-quiet" i18n="@@imports.flags.text">
        Flaggor hindrar inte att planen skapas. Titta på raden och markera att du har sett den.
      </p>
      @if (left() > 1 && store.open()) {
        <p class="all">
          <button samButton small type="button" (click)="settleAll()">{{ allLabel() }}</button>
        </p>
      }
      <ul class="sam-rows">
        @for (flag of flags(); track flag.line + flag.code) {
          <li class="flag" [class.chosen]="flag.line === chosen()" [class.settled]="flag.settled">
            <div class="text">
              <button samButton="quiet" small type="button" (click)="choose.emit(flag.line)">
                {{ lineName(flag) }}
              </button>
              <p>{{ flag.message }}</p>
            </div>
            <button
              samButton
              small
              type="button"
              [attr.aria-pressed]="flag.settled"
              [attr.aria-label]="settleLabel(flag)"
              [disabled]="!store.open()"
              (click)="settle(flag, !flag.settled)"
            >
              @if (flag.settled) {
                <sam-icon name="check" />
              }
              <ng-container i18n="@@imports.flag.seen">Sedd</ng-container>
            </button>
          </li>
        }
      </ul>
    }
  `,
  styles: `
    .flag {
      display: flex;
      gap: var(--sam-space-3);
      justify-content: space-between;
      align-items: flex-start;
      border-left: 3px solid transparent;
      padding-left: var(--sam-space-2);
      content-visibility: auto;
      contain-intrinsic-block-size: auto 5rem;
    }
    .text {
      min-width: 0;
      max-width: var(--sam-measure);
    }
    .settled p {
      color: var(--sam-ink-quiet);
    }
    .chosen {
      border-left-color: var(--sam-accent);
      background: var(--sam-accent-soft);
    }
    .all {
      margin: var(--sam-space-3) 0;
    }
  `,
})
export class FlagsStep {
  readonly chosen = input.required<number | null>();
  readonly choose = output<number>();
  protected readonly store = inject(ReviewStore);
  protected readonly flags = computed(() => this.store.review()?.flags ?? []);
  protected readonly left = computed(() => this.flags().filter((flag) => !flag.settled).length);
  protected readonly allLabel = computed(
    () => $localize`:@@imports.flags.settleAll:Markera alla ${this.left()}:count: som sedda`,
  );

  protected lineName(flag: ImportFlag): string {
    return $localize`:@@imports.proposal.line:Rad ${flag.line}:line:`;
  }

  protected settleLabel(flag: ImportFlag): string {
    return $localize`:@@imports.flag.settle:Sedd, flaggan på rad ${flag.line}:line:`;
  }

  protected settle(flag: ImportFlag, settled: boolean): void {
    this.store.change({ settledFlags: [{ line: flag.line, code: flag.code, settled }] });
  }

  protected settleAll(): void {
    const settledFlags = this.flags()
      .filter((flag) => !flag.settled)
      .map(({ line, code }) => ({ line, code, settled: true }));
    this.store.change({ settledFlags });
  }
}
