import type { Routes } from '@angular/router';
import { unsavedGuard } from '../core/unsaved-changes.ts';

/** `/organisationer` and `/organisation/:id`. */
export const organisationRoutes: Routes = [
  {
    path: 'organisationer',
    title: $localize`:@@organisations.title:Organisationer`,
    canDeactivate: [unsavedGuard],
    loadComponent: () =>
      import('./organisation-list/organisation-list-page.ts').then((module) => module.OrganisationListPage),
  },
  {
    path: 'organisation/:id',
    canDeactivate: [unsavedGuard],
    loadComponent: () => import('./organisation/organisation-page.ts').then((module) => module.OrganisationPage),
  },
];
