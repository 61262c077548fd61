import { Component, input, output } from '@angular/core';
import { Button } from '../button/button.ts';
import { Icon } from '../icon/icon.ts';

/**
 * A short word about something just done, at the foot of the window. It has no clock: the page decides when it goes, and
 * an undo must not run away from a slow reader. The undo button or link goes inside.
 */
@Component({
  selector: 'sam-toast',
  imports: [Button, Icon],
  template: `
    <div class="toast" [class]="'toast--' + tone()">
      <sam-icon [name]="icons[tone()]" />
      <p [attr.role]="tone() === 'error' ? 'alert' : 'status'">{{ message() }}</p>
      <ng-content />
      <button samButton="quiet" small iconOnly type="button" (click)="closed.emit()">
        <sam-icon name="close" [label]="closeLabel" />
      </button>
    </div>
  `,
  styles: `
    :host {
      position: fixed;
      inset: auto var(--sam-space-4) var(--sam-space-5);
      z-index: 900;
      display: flex;
      justify-content: center;
      pointer-events: none;
    }
    .toast {
      display: flex;
      gap: var(--sam-space-3);
      align-items: center;
      max-width: 40rem;
      padding: var(--sam-space-2) var(--sam-space-2) var(--sam-space-2) var(--sam-space-4);
      border: 1px solid var(--sam-line-strong);
      border-left: 3px solid var(--sam-good);
      border-radius: var(--sam-radius);
      background: var(--sam-raised);
      pointer-events: auto;
    }
    .toast > sam-icon {
      color: var(--sam-good);
    }
    .toast--error {
      border-left-color: var(--sam-danger);
    }
    .toast--error > sam-icon {
      color: var(--sam-danger);
    }
    .toast--note {
      border-left-color: var(--sam-accent);
    }
    .toast--note > sam-icon {
      color: var(--sam-accent);
    }
    p {
      flex: 1;
    }
  `,
})
export class Toast {
  readonly message = input.required<string>();
  /** `note`: something to know, and nothing that was done or went wrong. */
  readonly tone = input<'done' | 'note' | 'error'>('done');
  readonly closed = output<void>();
  protected readonly icons = { done: 'check', note: 'time', error: 'error' } as const;
  protected readonly closeLabel = $localize`:@@ui.toast.close:Stäng meddelandet`;
}
