import { Component, input } from '@angular/core';
import { Icon } from '@samhandling/ui';
import type { TargetLook } from '../data/target-look.ts';

/** Under a figure, quietly: the target and how the figure stands to it, by icon and word. */
@Component({
  selector: 'sam-target-status',
  imports: [Icon],
  template: `
    <span class="sam-visually-hidden">{{ look().spoken }}</span>
    <span aria-hidden="true">
      @if (look().target) {
        <span class="target">{{ look().target }}</span>
      }
      @if (look().icon; as icon) {
        <span class="status" [attr.data-status]="look().status"><sam-icon [name]="icon" /> {{ look().word }}</span>
      }
    </span>
  `,
  styles: `
    :host {
      display: block;
      color: var(--sam-ink-quiet);
      font-size: var(--sam-text-small);
      line-height: 1.3;
    }
    .target,
    .status {
      display: block;
    }
    sam-icon {
      font-size: 0.9em;
      vertical-align: -0.1em;
    }
    .status[data-status='reached'] {
      color: var(--sam-good);
    }
  `,
})
export class TargetStatusLine {
  readonly look = input.required<TargetLook>();
}
