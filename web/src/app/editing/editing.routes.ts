import type { Routes } from '@angular/router';
import { unsavedGuard } from '../core/unsaved-changes.ts';

/** `/plan/:slug/redigera`: the plan's content, settings and words. */
export const editingRoutes: Routes = [
  {
    path: '',
    canDeactivate: [unsavedGuard],
    loadComponent: () => import('./edit-page.ts').then((module) => module.EditPage),
  },
];
