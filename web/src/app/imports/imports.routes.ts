import type { Routes } from '@angular/router';
import { unsavedGuard } from '../core/unsaved-changes.ts';

/** `/importera`: a published text comes in; `/importera/:id`: it is looked through and becomes a plan. */
export const importRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: $localize`:@@imports.title:Läs in en plan`,
    canDeactivate: [unsavedGuard],
    loadComponent: () => import('./start/imports-page.ts').then((module) => module.ImportsPage),
  },
  {
    path: ':id',
    title: $localize`:@@imports.review.title:Granska inläsningen`,
    canDeactivate: [unsavedGuard],
    loadComponent: () => import('./review/review-page.ts').then((module) => module.ReviewPage),
  },
];
