import { Component, computed, input, output } from '@angular/core';
import { Button } from '../button/button.ts';
import { formatTime } from '../format.ts';
import { Icon } from '../icon/icon.ts';
import type { IconName } from '../icon/icons.ts';

/** `idle`: nothing to say. `changed`: written but not saved. */
export type SaveStatus = 'idle' | 'changed' | 'saving' | 'saved' | 'failed' | 'locked';

const ICON: Readonly<Record<Exclude<SaveStatus, 'idle'>, IconName>> = {
  changed: 'edit',
  saving: 'time',
  saved: 'check',
  failed: 'error',
  locked: 'lock',
};

/** Sparat, sparar, gick inte att spara, låst: said in words and to screen readers. A failed save offers a new try. */
@Component({
  selector: 'sam-save-state',
  imports: [Button, Icon],
  template: `
    <span class="state" role="status" [class]="'state--' + status()">
      @if (icon(); as icon) {
        <sam-icon [name]="icon" />
      }
      <span>{{ words() }}</span>
    </span>
    @if (status() === 'failed') {
      <button samButton="quiet" small type="button" (click)="retry.emit()" i18n="@@ui.save.retry">Försök igen</button>
    }
  `,
  styles: `
    :host {
      display: inline-flex;
      gap: var(--sam-space-2);
      align-items: center;
      min-height: 1.75rem;
      color: var(--sam-ink-quiet);
      font-size: var(--sam-text-small);
    }
    .state {
      display: inline-flex;
      gap: var(--sam-space-2);
      align-items: center;
    }
    .state--saved {
      color: var(--sam-good);
    }
    .state--failed {
      color: var(--sam-danger);
      font-weight: 560;
    }
  `,
})
export class SaveState {
  readonly status = input.required<SaveStatus>();
  /** ISO instant of the last save. */
  readonly savedAt = input<string>();
  /** Why it failed or is locked, in a few words. */
  readonly reason = input('');
  readonly retry = output<void>();

  protected readonly icon = computed(() => {
    const status = this.status();
    return status === 'idle' ? null : ICON[status];
  });

  protected readonly words = computed(() => {
    const savedAt = this.savedAt();
    const because = this.reason() ? `: ${this.reason()}` : '';
    switch (this.status()) {
      case 'idle':
        return '';
      case 'changed':
        return $localize`:@@ui.save.changed:Inte sparat än`;
      case 'saving':
        return $localize`:@@ui.save.saving:Sparar…`;
      case 'saved':
        return savedAt
          ? $localize`:@@ui.save.savedAt:Sparat ${formatTime(savedAt)}:time:`
          : $localize`:@@ui.save.saved:Sparat`;
      case 'failed':
        return $localize`:@@ui.save.failed:Gick inte att spara` + because;
      case 'locked':
        return $localize`:@@ui.save.locked:Låst` + because;
    }
  });
}
