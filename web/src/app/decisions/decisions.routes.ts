import type { Routes } from '@angular/router';
import { unsavedGuard } from '../core/unsaved-changes.ts';

/** `/plan/:slug/beslut` and what lies under it. */
export const registerRoutes: Routes = [
  {
    path: '',
    title: $localize`:@@decisions.title:Beslut`,
    pathMatch: 'full',
    loadComponent: () => import('./register/register-page.ts').then((module) => module.RegisterPage),
  },
  {
    path: 'nytt',
    title: $localize`:@@decisions.new.title:Nytt beslut mellan möten`,
    canDeactivate: [unsavedGuard],
    loadComponent: () => import('./new/new-decision-page.ts').then((module) => module.NewDecisionPage),
  },
];

/** `/fraga/:id`. */
export const liftRoutes: Routes = [
  {
    path: ':id',
    title: $localize`:@@decisions.lift.title:Lyft fråga`,
    canDeactivate: [unsavedGuard],
    loadComponent: () => import('./lift/lift-page.ts').then((module) => module.LiftPage),
  },
];

/** `/beslut/:id`. */
export const decisionRoutes: Routes = [
  {
    path: ':id',
    title: $localize`:@@decisions.one.title:Beslut`,
    canDeactivate: [unsavedGuard],
    loadComponent: () => import('./decision/decision-page.ts').then((module) => module.DecisionPage),
  },
];
