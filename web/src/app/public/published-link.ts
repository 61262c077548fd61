import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { pages } from '@samhandling/contracts';
import { PublicApi } from './data/public-api.ts';

/** The way from the sign-in page to what needs no account; nothing where nothing is published. */
@Component({
  selector: 'sam-published-link',
  imports: [RouterLink],
  template: `
    @if (isShown()) {
      <p>
        <ng-container i18n="@@public.link.lead">Vill du bara läsa?</ng-container>&ngsp;<a
          [routerLink]="counties"
          i18n="@@public.link"
          >Publicerade planer</a
        >
      </p>
    }
  `,
  styles: `
    p {
      margin-top: var(--sam-space-8);
    }
    a {
      display: inline-block;
      min-height: 1.5rem;
    }
  `,
})
export class PublishedLink {
  protected readonly counties = pages.publicCounties();
  private readonly resource = inject(PublicApi).counties();
  protected readonly isShown = computed(() => this.resource.hasValue() && this.resource.value().length > 0);
}
