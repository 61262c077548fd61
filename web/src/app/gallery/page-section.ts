import { Component } from '@angular/core';
import { Breadcrumb, Button, Disclosure, Icon, PageHeader, StateChip, Tabs } from '@samhandling/ui';
import { Diff } from '@samhandling/ui/work';

@Component({
  selector: 'sam-page-section',
  imports: [Breadcrumb, Button, Diff, Disclosure, Icon, PageHeader, StateChip, Tabs],
  template: `
    <div class="sam-stack sam-stack--large">
      <sam-page-header
        heading="Utbilda serveringspersonal i ansvarsfull alkoholservering tillsammans med besöksnäringen"
        reference="Aktivitet 2.2/5"
        meta="Uppdaterad 12 mars 2026 av Berit Exempel"
      >
        <sam-breadcrumb
          ><a href="/galleri">Planen</a><a href="/galleri">Delmål 2</a><a href="/galleri">Område 2.2</a></sam-breadcrumb
        >
        <ng-container chips><sam-state plan="adopted" /></ng-container>
        <ng-container actions
          ><button samButton="primary" type="button"><sam-icon name="edit" />Svara</button></ng-container
        >
      </sam-page-header>
      <nav samTabs aria-label="Delar av aktiviteten">
        <a href="/galleri" aria-current="page">Översikt</a><a href="/galleri">Utfall</a><a href="/galleri">Historik</a>
      </nav>
      <sam-disclosure summary="Visa tidigare lydelse" note="ändrad 3 maj 2025">
        <sam-diff [before]="before" [after]="after" />
      </sam-disclosure>
      <sam-disclosure summary="Jämför" [open]="true"><sam-diff [before]="before" [after]="after" /></sam-disclosure>
      <div class="sam-aside">
        <p class="sam-small sam-quiet">Förra omgångens svar</p>
        <p>Sex utbildningar hölls, två av dem på distans.</p>
      </div>
    </div>
  `,
})
export class PageSection {
  protected readonly before = 'Utbilda serveringspersonal två gånger per år.';
  protected readonly after = 'Utbilda serveringspersonal och ordningsvakter fyra gånger per år.';
}
