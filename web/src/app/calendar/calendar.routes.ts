import { inject } from '@angular/core';
import { type Routes, Router } from '@angular/router';
import { pages } from '@samhandling/contracts';
import { dayOf } from '@samhandling/domain';
import { unsavedGuard } from '../core/unsaved-changes.ts';

/** `/plan/:slug/arshjul` and a year of it. */
export const calendarRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    canActivate: [
      (route) =>
        inject(Router).parseUrl(pages.yearWheel(String(route.params['slug']), Number(dayOf(new Date()).slice(0, 4)))),
    ],
    children: [],
  },
  {
    path: ':year',
    title: $localize`:@@calendar.title:Årshjul`,
    canDeactivate: [unsavedGuard],
    loadComponent: () => import('./year-page.ts').then((module) => module.YearPage),
  },
];
