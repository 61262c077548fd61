import { Component, computed, input } from '@angular/core';
import { formatDay } from '../format.ts';
import { Icon } from '../icon/icon.ts';
import { injectLocale } from '../locale.ts';

/** A field or page that cannot be changed says why, until when, and who can open it. */
@Component({
  selector: 'sam-locked-note',
  imports: [Icon],
  template: `
    <sam-icon name="lock" />
    <p>
      {{ why() }}
      @if (untilWords()) {
        {{ untilWords() }}
      }
      @if (whoWords()) {
        {{ whoWords() }}
      }
    </p>
  `,
  styles: `
    :host {
      display: flex;
      gap: var(--sam-space-3);
      align-items: flex-start;
      max-width: var(--sam-measure);
      padding: var(--sam-space-3) var(--sam-space-4);
      border: 1px solid var(--sam-line);
      border-radius: var(--sam-radius);
      background: var(--sam-surface);
      color: var(--sam-ink);
    }
    sam-icon {
      margin-top: 0.2em;
      color: var(--sam-ink-quiet);
    }
  `,
})
export class LockedNote {
  /** A whole sentence: "Omgången 2025 är fastställd." */
  readonly why = input.required<string>();
  /** Day or instant when it opens by itself, if it does. */
  readonly until = input<string>();
  /** Who can open it: "en planerare i länet". */
  readonly who = input('');
  private readonly locale = injectLocale();
  protected readonly untilWords = computed(() => {
    const until = this.until();
    return until ? $localize`:@@ui.locked.until:Låst till och med ${formatDay(until, this.locale)}:day:.` : '';
  });
  protected readonly whoWords = computed(() =>
    this.who() ? $localize`:@@ui.locked.who:Kan öppnas av ${this.who()}:who:.` : '',
  );
}
