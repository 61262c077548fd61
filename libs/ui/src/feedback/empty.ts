import { Component, input } from '@angular/core';

/** Nothing here yet: what this place is for, and the next step. Text inside, buttons or links in the `actions` slot. */
@Component({
  selector: 'sam-empty',
  template: `
    <p class="heading">{{ heading() }}</p>
    <div class="text"><ng-content /></div>
    <div class="sam-buttons actions"><ng-content select="[actions]" /></div>
  `,
  styles: `
    :host {
      display: block;
      max-width: var(--sam-measure);
      padding: var(--sam-space-6) 0 var(--sam-space-6) var(--sam-space-5);
      border-left: 3px solid var(--sam-line);
    }
    .heading {
      font-size: var(--sam-text-h3);
      font-weight: 620;
    }
    .text {
      margin-top: var(--sam-space-2);
      color: var(--sam-ink-quiet);
    }
    .actions {
      margin-top: var(--sam-space-4);
    }
    .actions:empty {
      display: none;
    }
  `,
})
export class Empty {
  readonly heading = input.required<string>();
}
