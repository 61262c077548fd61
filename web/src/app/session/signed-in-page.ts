import { Component, DOCUMENT, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { pages } from '@samhandling/contracts';
import { PageHeader } from '@samhandling/ui';
import { Session } from '../core/session.ts';
import { announceSignedIn } from './signed-in-channel.ts';

/**
 * `/inloggad`: where a provider leads the window that was opened beside a page with unsaved text. Tells that page, which goes
 * on by itself, and closes. A browser that will not let it close shows what to do.
 */
@Component({
  selector: 'sam-signed-in-page',
  imports: [PageHeader, RouterLink],
  template: `
    <div class="sam-page sam-page--narrow">
      @if (inside()) {
        <sam-page-header [heading]="heading" />
        <div class="sam-stack">
          <p i18n="@@session.window.text">
            Stäng det här fönstret och fortsätt där du var. Det du har skrivit finns kvar.
          </p>
          <p><a [routerLink]="pages.toDo()" i18n="@@session.window.toDo">Gå till Att göra i det här fönstret</a></p>
        </div>
      }
    </div>
  `,
})
export class SignedInPage {
  protected readonly pages = pages;
  protected readonly heading = $localize`:@@session.window.title:Du är inloggad`;
  protected readonly inside = signal(false);

  constructor() {
    const session = inject(Session);
    const router = inject(Router);
    const window = inject(DOCUMENT).defaultView;
    void session
      .ready()
      .catch(() => false)
      .then((inside) => {
        if (!inside) return router.navigate([pages.signIn()], { queryParams: { till: pages.signedIn() } });
        this.inside.set(true);
        announceSignedIn();
        window?.close();
        return true;
      });
  }
}
