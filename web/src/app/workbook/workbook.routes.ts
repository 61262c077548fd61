import type { Routes } from '@angular/router';
import { unsavedGuard } from '../core/unsaved-changes.ts';

/** `/plan/:slug/omgang/:label/arbetsbok` */
export const workbookRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    canDeactivate: [unsavedGuard],
    loadComponent: () => import('./workbook-page.ts').then((module) => module.WorkbookPage),
  },
];
