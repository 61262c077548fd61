import type { Routes } from '@angular/router';
import { permitted } from '../core/guards.ts';
import { unsavedGuard } from '../core/unsaved-changes.ts';

/** `/plan/:slug/behov`. */
export const needsListRoutes: Routes = [
  {
    path: '',
    title: $localize`:@@needs.title:Behov`,
    canActivate: [permitted('needs.read')],
    canDeactivate: [unsavedGuard],
    loadComponent: () => import('./list/needs-page.ts').then((module) => module.NeedsPage),
  },
];

/** `/behov/:id`. */
export const needsRoutes: Routes = [
  {
    path: ':id',
    title: $localize`:@@needs.one.title:Behovsinventering`,
    canActivate: [permitted('needs.read')],
    canDeactivate: [unsavedGuard],
    loadComponent: () => import('./inventory/inventory-page.ts').then((module) => module.InventoryPage),
  },
];
