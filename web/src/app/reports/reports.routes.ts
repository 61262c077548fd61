import type { Routes } from '@angular/router';

/** `/plan/:slug/omgang/:label/rapport` */
export const reportRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    loadComponent: () => import('./report-page.ts').then((module) => module.ReportPage),
  },
];
