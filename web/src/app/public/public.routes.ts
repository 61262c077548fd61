import type { Routes } from '@angular/router';

/** Pages anybody may read. Nothing here asks who is there. */
export const publicRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: $localize`:@@public.counties.title:Publicerade planer`,
    loadComponent: () => import('./counties-page.ts').then((module) => module.CountiesPage),
  },
  { path: ':lan', loadComponent: () => import('./county-page.ts').then((module) => module.CountyPage) },
  { path: ':lan/:slug', loadComponent: () => import('./plan-page.ts').then((module) => module.PublicPlan) },
  {
    path: ':lan/:slug/aktivitet/:area/:number',
    loadComponent: () => import('./activity-page.ts').then((module) => module.PublicActivity),
  },
];
