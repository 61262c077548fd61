import type { Routes } from '@angular/router';
import { galleryRoutes } from './gallery.routes.ts';

export const appRoutes: Routes = [
  {
    path: 'offentligt',
    loadChildren: () => import('./public/public.routes.ts').then((module) => module.publicRoutes),
  },
  ...galleryRoutes,
  {
    path: '',
    // Apart, so that whoever reads in public does not load the list of all that is there for others.
    loadChildren: () => import('./entry.routes.ts').then((module) => module.entryRoutes),
  },
];
