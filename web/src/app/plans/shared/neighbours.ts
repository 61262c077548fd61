import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon } from '@samhandling/ui';

export interface Neighbour {
  readonly link: string;
  /** What it is called: "2.2/5", "Delmål 3". */
  readonly name: string;
  readonly text: string;
}

/** Backward and forward in the plan's own order. The round in the address goes along. */
@Component({
  selector: 'sam-neighbours',
  imports: [Icon, RouterLink],
  template: `
    <nav class="sam-no-print" [attr.aria-label]="label()">
      @if (previous(); as previous) {
        <a class="sam-link--quiet" rel="prev" [routerLink]="previous.link" queryParamsHandling="preserve">
          <sam-icon name="back" /><span
            ><span class="way"><ng-container i18n="@@plans.previous">Föregående</ng-container> {{ previous.name }}</span
            ><span lang="sv">{{ previous.text }}</span></span
          >
        </a>
      }
      @if (next(); as next) {
        <a class="next sam-link--quiet" rel="next" [routerLink]="next.link" queryParamsHandling="preserve">
          <span
            ><span class="way"><ng-container i18n="@@plans.next">Nästa</ng-container> {{ next.name }}</span
            ><span lang="sv">{{ next.text }}</span></span
          ><sam-icon name="forward" />
        </a>
      }
    </nav>
  `,
  styles: `
    nav {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(18rem, 100%), 1fr));
      gap: var(--sam-space-4) var(--sam-space-8);
      margin-top: var(--sam-space-12);
      padding-top: var(--sam-space-5);
      border-top: var(--sam-hairline);
    }
    a {
      display: flex;
      gap: var(--sam-space-3);
      align-items: flex-start;
    }
    a > span {
      max-width: 44ch;
    }
    sam-icon {
      margin-top: 0.25em;
      flex: none;
    }
    .next {
      justify-content: flex-end;
      text-align: right;
    }
    .way {
      display: block;
      color: var(--sam-ink-quiet);
      font-size: var(--sam-text-small);
    }
    @media (max-width: 40rem) {
      .next {
        justify-content: space-between;
        text-align: left;
      }
    }
  `,
})
export class Neighbours {
  readonly label = input.required<string>();
  readonly previous = input.required<Neighbour | null>();
  readonly next = input.required<Neighbour | null>();
}
