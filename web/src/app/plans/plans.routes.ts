import type { Routes } from '@angular/router';
import { unsavedGuard } from '../core/unsaved-changes.ts';

/** Pages under `/plan/:slug` that read the plan. The address of each is built by `pages` of the contracts. */
export const planRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    loadComponent: () => import('./overview/overview-page.ts').then((module) => module.OverviewPage),
  },
  { path: 'mal/:goalId', loadComponent: () => import('./goal/goal-page.ts').then((module) => module.GoalPageView) },
  {
    path: 'aktiviteter',
    canDeactivate: [unsavedGuard],
    loadComponent: () => import('./activities/activities-page.ts').then((module) => module.ActivitiesPage),
  },
  {
    path: 'aktivitet/:area/:number',
    loadComponent: () => import('./activity/activity-page.ts').then((module) => module.ActivityPageView),
  },
];
