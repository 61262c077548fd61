import type { Routes } from '@angular/router';
import { unsavedGuard } from '../core/unsaved-changes.ts';

/** `/personer` and what lies under it. */
export const peopleRoutes: Routes = [
  {
    path: '',
    title: $localize`:@@people.title:Personer`,
    loadComponent: () => import('./list/people-page.ts').then((module) => module.PeoplePage),
  },
  {
    path: 'bjud-in',
    title: $localize`:@@people.invite.title:Bjud in en person`,
    canDeactivate: [unsavedGuard],
    loadComponent: () => import('./invite/invite-page.ts').then((module) => module.InvitePage),
  },
  {
    path: ':id',
    canDeactivate: [unsavedGuard],
    loadComponent: () => import('./person/person-page.ts').then((module) => module.PersonPage),
  },
  {
    path: ':id/uppgifter',
    loadComponent: () => import('./data-page/person-data-page.ts').then((module) => module.PersonDataPage),
  },
];
