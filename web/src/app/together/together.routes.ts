import type { Routes } from '@angular/router';
import { unsavedGuard } from '../core/unsaved-changes.ts';

/** `/plan/:slug/omgang/:label/rapportorer` */
export const reporterRoutes: Routes = [
  {
    path: '',
    canDeactivate: [unsavedGuard],
    loadComponent: () => import('./reporters/reporters-page.ts').then((module) => module.ReportersPage),
  },
];

/** `/plan/:slug/omgang/:label/medverkan` */
export const participationRoutes: Routes = [
  {
    path: '',
    loadComponent: () => import('./participation/participation-page.ts').then((module) => module.ParticipationPage),
  },
];

/** `/overlamning` */
export const handoverRoutes: Routes = [
  { path: '', loadComponent: () => import('./handover/handover-page.ts').then((module) => module.HandoverPage) },
];
