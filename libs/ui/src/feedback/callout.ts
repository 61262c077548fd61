import { Component, computed, input } from '@angular/core';
import { Icon } from '../icon/icon.ts';
import type { IconName } from '../icon/icons.ts';

export type CalloutKind = 'info' | 'warning' | 'good';
const ICON: Readonly<Record<CalloutKind, IconName>> = { info: 'info', warning: 'warning', good: 'completed' };

/** Something the reader should know before going on. Not for errors: those are `sam-problem`. */
@Component({
  selector: 'sam-callout',
  imports: [Icon],
  template: `
    <div class="box" [class]="'box--' + kind()">
      <sam-icon class="mark" [name]="icon()" />
      <div class="body">
        @if (heading()) {
          <p class="heading">{{ heading() }}</p>
        }
        <ng-content />
      </div>
    </div>
  `,
  styles: `
    :host {
      display: block;
    }
    .box {
      --edge: var(--sam-accent);
      display: flex;
      gap: var(--sam-space-3);
      max-width: calc(var(--sam-measure) + 4rem);
      padding: var(--sam-space-3) var(--sam-space-5) var(--sam-space-3) var(--sam-space-4);
      border-left: 3px solid var(--edge);
      border-radius: var(--sam-radius);
      background: var(--sam-surface);
    }
    .box--warning {
      --edge: var(--sam-warning);
      background: var(--sam-warning-soft);
    }
    .box--good {
      --edge: var(--sam-good);
      background: var(--sam-good-soft);
    }
    .mark {
      margin-top: 0.22em;
      color: var(--edge);
    }
    .body {
      min-width: 0;
      flex: 1;
    }
    .heading {
      font-weight: 620;
    }
  `,
})
export class Callout {
  readonly kind = input<CalloutKind>('info');
  readonly heading = input('');
  protected readonly icon = computed(() => ICON[this.kind()]);
}
