import { Component } from '@angular/core';

/** Where the page is. Project links from the top down; the page itself is not repeated. */
@Component({
  selector: 'sam-breadcrumb',
  template: `<nav [attr.aria-label]="label"><ng-content /></nav>`,
  styles: `
    :host {
      display: block;
      margin-bottom: var(--sam-space-3);
      color: var(--sam-ink-quiet);
      font-size: var(--sam-text-small);
    }
    nav {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--sam-space-2);
    }
    /* The links are projected, so they are reached from here. At least 24 px high also where the row has wrapped. */
    :host ::ng-deep nav > * {
      min-height: 1.5rem;
    }
    :host ::ng-deep nav > *:not(:last-child)::after {
      content: '/';
      display: inline-block;
      margin-left: var(--sam-space-2);
      color: var(--sam-line-strong);
    }
  `,
})
export class Breadcrumb {
  protected readonly label = $localize`:@@ui.breadcrumb.label:Här är du`;
}
