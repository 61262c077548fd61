import { effect, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router } from '@angular/router';
import { filter } from 'rxjs';
import { PageTitle } from './page-title.ts';

/**
 * The title of a page whose name comes with its data; call in an injection context. Every navigation sets the title of
 * the route anew, also when only a filter changed, so it is said again after each.
 */
export function titleFromData(title: () => string | undefined): void {
  const titles = inject(PageTitle);
  const arrived = toSignal(inject(Router).events.pipe(filter((event) => event instanceof NavigationEnd)));
  effect(() => {
    arrived();
    const name = title();
    if (name !== undefined && name !== '') titles.set(name);
  });
}
