import { Component, booleanAttribute, input, output } from '@angular/core';
import { Icon } from '../icon/icon.ts';

/**
 * One filter. Off: a button with the number of hits it would leave. On: pressed, and with a cross that takes it away.
 * Both are real buttons with their own names.
 */
@Component({
  selector: 'sam-filter-chip',
  imports: [Icon],
  template: `
    <button type="button" class="main" [class.on]="on()" [attr.aria-pressed]="on()" (click)="toggled.emit(!on())">
      @if (on()) {
        <sam-icon name="check" />
      }
      <span>{{ label() }}</span>
      @if (count() !== undefined) {
        <span class="count"
          ><span aria-hidden="true">{{ count() }}</span
          ><span class="sam-visually-hidden">, {{ countWords() }}</span></span
        >
      }
    </button>
    @if (removable()) {
      <button type="button" class="remove" [attr.aria-label]="removeLabel()" (click)="removed.emit()">
        <sam-icon name="close" />
      </button>
    }
  `,
  styles: `
    :host {
      display: inline-flex;
      max-width: 100%;
    }
    button {
      display: inline-flex;
      gap: var(--sam-space-2);
      align-items: center;
      min-height: 2rem;
      padding: var(--sam-space-1) var(--sam-space-3);
      border: 1px solid var(--sam-line-strong);
      border-radius: var(--sam-radius-round);
      background: var(--sam-ground);
      color: var(--sam-ink);
      font: inherit;
      font-size: var(--sam-text-small);
      line-height: 1.3;
      text-align: left;
      overflow-wrap: anywhere;
      cursor: pointer;
    }
    button:hover {
      border-color: var(--sam-accent);
      background: var(--sam-accent-soft);
    }
    .on {
      border-color: var(--sam-accent);
      background: var(--sam-accent-soft);
      font-weight: 560;
    }
    .count {
      color: var(--sam-ink-quiet);
      font-weight: 400;
    }
    .on .count {
      color: inherit;
    }
    .main:has(+ .remove) {
      border-right: 0;
      border-radius: var(--sam-radius-round) 0 0 var(--sam-radius-round);
      padding-right: var(--sam-space-2);
    }
    .remove {
      border-color: var(--sam-accent);
      border-left: 0;
      border-radius: 0 var(--sam-radius-round) var(--sam-radius-round) 0;
      padding: var(--sam-space-1) var(--sam-space-2);
      background: var(--sam-accent-soft);
    }
    .remove:hover {
      background: var(--sam-accent);
      color: var(--sam-on-accent);
    }
  `,
})
export class FilterChip {
  readonly label = input.required<string>();
  /** Hits this filter leaves or would leave. */
  readonly count = input<number>();
  readonly on = input(false, { transform: booleanAttribute });
  readonly removable = input(false, { transform: booleanAttribute });
  /** The state the person asks for. */
  readonly toggled = output<boolean>();
  readonly removed = output<void>();

  protected countWords(): string {
    const count = this.count() ?? 0;
    return count === 1 ? $localize`:@@ui.filter.oneHit:1 träff` : $localize`:@@ui.filter.hits:${count}:count: träffar`;
  }

  protected removeLabel(): string {
    return $localize`:@@ui.filter.remove:Ta bort filtret ${this.label()}:label:`;
  }
}
