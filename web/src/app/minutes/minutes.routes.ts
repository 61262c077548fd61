import type { Routes } from '@angular/router';
import { unsavedGuard } from '../core/unsaved-changes.ts';

/** `/mote/:id/protokoll` */
export const minutesRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    canDeactivate: [unsavedGuard],
    loadComponent: () => import('./minutes-page.ts').then((module) => module.MinutesPage),
  },
];
