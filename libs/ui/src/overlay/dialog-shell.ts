import { Component, input, output } from '@angular/core';
import { Button } from '../button/button.ts';
import { nextId } from '../field/field.ts';
import { Icon } from '../icon/icon.ts';

/**
 * The inside of a dialog opened with `Dialog` of `@angular/cdk/dialog`: heading, text, and the `actions` slot at the foot
 * with the main choice first. Open with `ariaLabel` set to the heading.
 */
@Component({
  selector: 'sam-dialog',
  imports: [Button, Icon],
  template: `
    <div class="head">
      <h2 [id]="headingId">{{ heading() }}</h2>
      @if (closable()) {
        <button samButton="quiet" small iconOnly type="button" (click)="closed.emit()">
          <sam-icon name="close" [label]="closeLabel" />
        </button>
      }
    </div>
    <div class="body"><ng-content /></div>
    <div class="sam-buttons foot"><ng-content select="[actions]" /></div>
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      /* Of the window itself: what a component between lets through is no height at all, and a long list then ran out of it. */
      max-height: calc(100dvh - 2rem);
      border: 1px solid var(--sam-line-strong);
      border-radius: var(--sam-radius-large);
      background: var(--sam-raised);
      color: var(--sam-ink);
    }
    .head {
      display: flex;
      gap: var(--sam-space-4);
      justify-content: space-between;
      align-items: flex-start;
      padding: var(--sam-space-5) var(--sam-space-6) 0;
    }
    h2 {
      font-size: var(--sam-text-h3);
    }
    .body {
      padding: var(--sam-space-3) var(--sam-space-6) var(--sam-space-5);
      overflow: auto;
    }
    .foot {
      padding: var(--sam-space-4) var(--sam-space-6);
      border-top: var(--sam-hairline);
    }
    .foot:not(:has(*)) {
      display: none;
    }
  `,
})
export class DialogShell {
  readonly heading = input.required<string>();
  readonly closable = input(true);
  readonly closed = output<void>();
  readonly headingId = nextId('sam-dialog');
  protected readonly closeLabel = $localize`:@@ui.dialog.close:Stäng`;
}

/** Options every dialog is opened with: `inject(Dialog).open(MyDialog, { ...DIALOG_OPTIONS, ariaLabel: '…', data })`. */
export const DIALOG_OPTIONS = { panelClass: 'sam-dialog-panel', backdropClass: 'sam-veil', hasBackdrop: true } as const;
