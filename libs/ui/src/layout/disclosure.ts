import { Component, input, model } from '@angular/core';
import { Icon } from '../icon/icon.ts';

/** Something more that most readers can do without: a native details element, findable with the browser's own search. */
@Component({
  selector: 'sam-disclosure',
  imports: [Icon],
  template: `
    <details [open]="open()" (toggle)="onToggle($event)">
      <summary>
        <sam-icon name="next" /><span>{{ summary() }}</span>
        @if (note()) {
          <span class="note">{{ note() }}</span>
        }
      </summary>
      <div class="body"><ng-content /></div>
    </details>
  `,
  styles: `
    :host {
      display: block;
    }
    summary {
      display: inline-flex;
      gap: var(--sam-space-2);
      align-items: baseline;
      padding: var(--sam-space-1) 0;
      color: var(--sam-accent);
      font-weight: 560;
      cursor: pointer;
      list-style: none;
    }
    summary::-webkit-details-marker {
      display: none;
    }
    summary:hover {
      color: var(--sam-accent-strong);
    }
    summary sam-icon {
      align-self: center;
      transition: transform var(--sam-quick);
    }
    details[open] > summary sam-icon {
      transform: rotate(90deg);
    }
    .note {
      color: var(--sam-ink-quiet);
      font-weight: 400;
    }
    .body {
      padding: var(--sam-space-2) 0 var(--sam-space-4) 1.7rem;
    }
    /* On paper there is nothing to open: what is open is printed under its heading, the rest is left out. */
    @media print {
      details:not([open]),
      summary sam-icon {
        display: none;
      }
      summary {
        color: inherit;
      }
    }
  `,
})
export class Disclosure {
  readonly summary = input.required<string>();
  /** Beside the summary, quieter: a count, a date. */
  readonly note = input('');
  readonly open = model(false);

  protected onToggle(event: Event): void {
    if (event.target instanceof HTMLDetailsElement) this.open.set(event.target.open);
  }
}
