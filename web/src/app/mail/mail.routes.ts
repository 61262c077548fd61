import type { Routes } from '@angular/router';
import { permitted } from '../core/guards.ts';
import { unsavedGuard } from '../core/unsaved-changes.ts';

/** `/utskick` and `/mina-utskick`. */
export const mailRoutes: Routes = [
  {
    path: 'utskick',
    title: $localize`:@@mail.title:Utskick`,
    canActivate: [permitted('mail.manage')],
    canDeactivate: [unsavedGuard],
    loadComponent: () => import('./mail-page.ts').then((module) => module.MailPage),
  },
  {
    path: 'mina-utskick',
    title: $localize`:@@mail.own.title:Mina utskick`,
    loadComponent: () => import('./preference-page.ts').then((module) => module.PreferencePage),
  },
];
