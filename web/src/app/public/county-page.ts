import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { pages } from '@samhandling/contracts';
import { Breadcrumb, PageHeader, StateChip, formatDay, injectLocale } from '@samhandling/ui';
import { titleFromData } from '../core/data-title.ts';
import { periodText } from '../plans/data/plan-words.ts';
import { PublicApi } from './data/public-api.ts';
import { PublicStates } from './public-states.ts';

/** `/offentligt/:lan`: the plans of a county. */
@Component({
  selector: 'sam-county-page',
  imports: [Breadcrumb, PageHeader, PublicStates, RouterLink, StateChip],
  template: `
    <div class="sam-page sam-page--narrow">
      @if (page(); as page) {
        <sam-page-header [heading]="page.county.name" headingLang="sv">
          <sam-breadcrumb class="sam-no-print"
            ><a [routerLink]="pages.publicCounties()" i18n="@@public.crumb">Publicerade planer</a></sam-breadcrumb
          >
        </sam-page-header>
        <ul class="sam-rows">
          @for (plan of plans(); track plan.slug) {
            <li>
              <div class="sam-row sam-row--apart">
                <h2>
                  <a class="sam-link--quiet" [routerLink]="plan.link" lang="sv">{{ plan.title }}</a>
                </h2>
                <sam-state [plan]="plan.state" />
              </div>
              <p class="sam-quiet">{{ plan.meta }}</p>
            </li>
          }
        </ul>
      } @else {
        <sam-public-states [error]="resource.error()" (retry)="resource.reload()" />
      }
    </div>
  `,
  styles: `
    h2 {
      font-size: var(--sam-text-h3);
    }
  `,
})
export class CountyPage {
  readonly lan = input.required<string>();
  protected readonly pages = pages;
  private readonly locale = injectLocale();
  protected readonly resource = inject(PublicApi).plans(this.lan);
  protected readonly page = computed(() => (this.resource.hasValue() ? this.resource.value() : undefined));
  protected readonly plans = computed(
    () =>
      this.page()?.plans.map((plan) => {
        const published = formatDay(plan.publishedAt.slice(0, 10), this.locale);
        const round = plan.latestRound;
        return {
          ...plan,
          link: pages.publicPlan(this.lan(), plan.slug),
          meta: [
            periodText(plan.firstYear, plan.lastYear),
            plan.theme,
            round === null
              ? $localize`:@@public.county.published:publicerad ${published}:when:`
              : $localize`:@@public.county.followed:följd upp ${round}:round:`,
          ]
            .filter((part) => part !== '')
            .join(' · '),
        };
      }) ?? [],
  );

  constructor() {
    titleFromData(() => this.page()?.county.name);
  }
}
