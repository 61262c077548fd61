import type { Routes } from '@angular/router';
import { unsavedGuard } from '../core/unsaved-changes.ts';

/** `/samrad/:id`. */
export const digestRoutes: Routes = [
  {
    path: ':id',
    title: $localize`:@@digests.title:Underlag till samråd`,
    canDeactivate: [unsavedGuard],
    loadComponent: () => import('./digest-page.ts').then((module) => module.DigestPage),
  },
];
