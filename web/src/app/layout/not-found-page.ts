import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Button, PageHeader } from '@samhandling/ui';

@Component({
  selector: 'sam-not-found-page',
  imports: [Button, PageHeader, RouterLink],
  template: `
    <div class="sam-page sam-page--narrow">
      <sam-page-header [heading]="heading" />
      <div class="sam-prose">
        <p i18n="@@layout.notFound.text">
          Adressen kan vara felskriven, eller så har sidan flyttat. Det du har sparat finns kvar.
        </p>
        <p><a samButton="primary" routerLink="/" i18n="@@layout.notFound.start">Till startsidan</a></p>
      </div>
    </div>
  `,
})
export class NotFoundPage {
  protected readonly heading = $localize`:@@layout.notFound.heading:Sidan finns inte`;
}
