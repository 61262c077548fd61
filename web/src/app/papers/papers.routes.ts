import type { Routes } from '@angular/router';

/** `/underlag/:kind/:subjectId` */
export const paperRoutes: Routes = [
  {
    path: ':kind/:subjectId',
    loadComponent: () => import('./paper-page.ts').then((module) => module.PaperPage),
  },
];
