import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Button, PageHeader } from '@samhandling/ui';

@Component({
  selector: 'sam-no-right-page',
  imports: [Button, PageHeader, RouterLink],
  template: `
    <div class="sam-page sam-page--narrow">
      <sam-page-header [heading]="heading" />
      <div class="sam-prose">
        <p i18n="@@layout.noRight.text">
          Din roll ger inte tillgång till den här sidan. Fråga länets planerare om du tror att det är fel.
        </p>
        <p><a samButton="primary" routerLink="/" i18n="@@layout.notFound.start">Till startsidan</a></p>
      </div>
    </div>
  `,
})
export class NoRightPage {
  protected readonly heading = $localize`:@@layout.noRight.heading:Du har inte behörighet till sidan`;
}
