import type { Routes } from '@angular/router';
import { unsavedGuard } from '../core/unsaved-changes.ts';

/** `/plan/:slug/verksamhetsplaner`. */
export const workPlanListRoutes: Routes = [
  {
    path: '',
    title: $localize`:@@workPlans.title:Verksamhetsplaner`,
    loadComponent: () => import('./list/work-plans-page.ts').then((module) => module.WorkPlansPage),
  },
];

/** `/verksamhetsplan/:id`. */
export const workPlanRoutes: Routes = [
  {
    path: ':id',
    title: $localize`:@@workPlans.one.title:Verksamhetsplan`,
    canDeactivate: [unsavedGuard],
    loadComponent: () => import('./plan/work-plan-page.ts').then((module) => module.WorkPlanPage),
  },
];
