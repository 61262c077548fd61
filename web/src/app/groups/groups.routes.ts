import type { Routes } from '@angular/router';
import { permitted } from '../core/guards.ts';
import { unsavedGuard } from '../core/unsaved-changes.ts';

/** `/plan/:slug/grupper` and what lies under it. */
export const groupListRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: $localize`:@@groups.title:Grupper`,
    loadComponent: () => import('./list/groups-page.ts').then((module) => module.GroupsPage),
  },
  {
    path: 'ny',
    title: $localize`:@@groups.new.title:Ny grupp`,
    canActivate: [permitted('group.manage')],
    canDeactivate: [unsavedGuard],
    loadComponent: () => import('./form/new-group-page.ts').then((module) => module.NewGroupPage),
  },
];

/** `/grupp/:id`. */
export const groupRoutes: Routes = [
  {
    path: ':id',
    title: $localize`:@@groups.one.title:Grupp`,
    canDeactivate: [unsavedGuard],
    loadComponent: () => import('./group/group-page.ts').then((module) => module.GroupPage),
  },
];
