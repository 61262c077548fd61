import type { Routes } from '@angular/router';
import { unsavedGuard } from '../core/unsaved-changes.ts';

/** `/plan/:slug/omgangar` */
export const roundListRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    canDeactivate: [unsavedGuard],
    loadComponent: () => import('./list/rounds-page.ts').then((module) => module.RoundsPage),
  },
];

/** `/plan/:slug/omgang/:label` */
export const roundRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    canDeactivate: [unsavedGuard],
    loadComponent: () => import('./round/round-page.ts').then((module) => module.RoundPageView),
  },
];
