import type { Routes } from '@angular/router';

/** Set by the Angular build: false in a release, so that the branch and the gallery's chunk are left out of it. */
declare const ngDevMode: unknown;

/** The gallery of components, for development only. */
export const galleryRoutes: Routes = ngDevMode
  ? [
      {
        path: 'galleri',
        title: 'Galleri',
        loadChildren: () => import('./gallery/gallery.routes.ts').then((module) => module.routes),
      },
    ]
  : [];
