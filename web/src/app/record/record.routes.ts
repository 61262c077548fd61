import type { Routes } from '@angular/router';
import { permitted } from '../core/guards.ts';
import { unsavedGuard } from '../core/unsaved-changes.ts';

/** `/logg` and `/bevarande`. */
export const recordRoutes: Routes = [
  {
    path: 'logg',
    title: $localize`:@@record.title:Logg`,
    canActivate: [permitted('audit.read')],
    loadComponent: () => import('./log-page.ts').then((module) => module.LogPage),
  },
  {
    path: 'bevarande',
    title: $localize`:@@record.retention.title:Bevarande och gallring`,
    canActivate: [permitted('record.manage')],
    canDeactivate: [unsavedGuard],
    loadComponent: () => import('./retention-page.ts').then((module) => module.RetentionPage),
  },
];
