import { Component, inject, input, DOCUMENT } from '@angular/core';

export interface SkipLink {
  /** Id of the element to go to. It gets tabindex -1 if it cannot take focus. */
  readonly target: string;
  readonly label: string;
}

/** First in the page, unseen until they have focus. They move focus themselves, so the address stays. */
@Component({
  selector: 'sam-skip-links',
  template: `@for (link of links(); track link.target) {
    <a [href]="'#' + link.target" (click)="go($event, link.target)">{{ link.label }}</a>
  }`,
  styles: `
    a {
      position: absolute;
      top: var(--sam-space-2);
      left: var(--sam-space-2);
      z-index: 1000;
      padding: var(--sam-space-2) var(--sam-space-4);
      border-radius: var(--sam-radius);
      background: var(--sam-accent);
      color: var(--sam-on-accent);
    }
    a:not(:focus) {
      clip-path: inset(50%);
      width: 1px;
      height: 1px;
      overflow: hidden;
    }
  `,
})
export class SkipLinks {
  readonly links = input.required<readonly SkipLink[]>();
  private readonly document = inject(DOCUMENT);

  protected go(event: Event, target: string): void {
    event.preventDefault();
    const element = this.document.getElementById(target);
    if (!element) return;
    if (!element.hasAttribute('tabindex')) element.setAttribute('tabindex', '-1');
    element.focus();
  }
}
