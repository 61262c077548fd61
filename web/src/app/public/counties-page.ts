import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { pages } from '@samhandling/contracts';
import { Empty, PageHeader } from '@samhandling/ui';
import { PublicApi } from './data/public-api.ts';
import { PublicStates } from './public-states.ts';

/** `/offentligt`: the counties that have published a plan. */
@Component({
  selector: 'sam-counties-page',
  imports: [Empty, PageHeader, PublicStates, RouterLink],
  template: `
    <div class="sam-page sam-page--narrow">
      @if (resource.hasValue()) {
        <sam-page-header [heading]="heading">
          <p class="sam-prose" i18n="@@public.counties.lead">
            Länens handlingsplaner, vem som ansvarar för vad, och hur det går. Allt här är antaget eller fastställt.
          </p>
        </sam-page-header>
        @if (resource.value().length === 0) {
          <sam-empty [heading]="empty">
            <p i18n="@@public.counties.emptyText">När ett län publicerar sin plan kan du läsa den här.</p>
          </sam-empty>
        } @else {
          <ul class="sam-rows">
            @for (county of resource.value(); track county.slug) {
              <li class="sam-row sam-row--apart">
                <a [routerLink]="pages.publicCounty(county.slug)" lang="sv">{{ county.name }}</a>
                <span class="sam-quiet">{{ plans(county.plans) }}</span>
              </li>
            }
          </ul>
        }
      } @else {
        <sam-public-states [error]="resource.error()" (retry)="resource.reload()" />
      }
    </div>
  `,
})
export class CountiesPage {
  protected readonly pages = pages;
  protected readonly resource = inject(PublicApi).counties();
  protected readonly heading = $localize`:@@public.counties.title:Publicerade planer`;
  protected readonly empty = $localize`:@@public.counties.empty:Inget är publicerat än`;

  protected plans(count: number): string {
    return count === 1
      ? $localize`:@@public.counties.one:1 plan`
      : $localize`:@@public.counties.many:${count}:count: planer`;
  }
}
