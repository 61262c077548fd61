import type { Routes } from '@angular/router';
import { unsavedGuard } from '../core/unsaved-changes.ts';

/** `/grupp/:id/planering/:year`: a year's meetings, and what is up when. */
export const rotationRoutes: Routes = [
  {
    path: ':year',
    title: $localize`:@@rotation.title:Planering`,
    canDeactivate: [unsavedGuard],
    loadComponent: () => import('./board/rotation-page.ts').then((module) => module.RotationPage),
  },
];
