import type { Routes } from '@angular/router';
import { unsavedGuard } from '../core/unsaved-changes.ts';

/** `/uppfoljning/:id`: one activity in one round. */
export const followUpRoutes: Routes = [
  {
    path: ':id',
    canDeactivate: [unsavedGuard],
    loadComponent: () => import('./follow-up-page.ts').then((module) => module.FollowUpPageView),
  },
];
