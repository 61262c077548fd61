import type { Routes } from '@angular/router';

export const routes: Routes = [
  { path: '', loadComponent: () => import('./gallery-page.ts').then((module) => module.GalleryPage) },
];
