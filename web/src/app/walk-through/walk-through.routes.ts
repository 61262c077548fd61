import type { Routes } from '@angular/router';

export const walkThroughRoutes: Routes = [
  {
    path: '',
    title: $localize`:@@walk.title:Genomgång`,
    loadComponent: () => import('./walk-page.ts').then((module) => module.WalkPage),
  },
];
