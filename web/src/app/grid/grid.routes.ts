import type { Routes } from '@angular/router';
import { unsavedGuard } from '../core/unsaved-changes.ts';

/** `/plan/:slug/omgang/:label/utfall` */
export const gridRoutes: Routes = [
  {
    path: '',
    canDeactivate: [unsavedGuard],
    loadComponent: () => import('./grid-page.ts').then((module) => module.GridPage),
  },
];
