import type { Routes } from '@angular/router';
import { unsavedGuard } from '../core/unsaved-changes.ts';

/** `/mote/:id`. */
export const meetingRoutes: Routes = [
  {
    path: ':id',
    title: $localize`:@@meetings.one.title:Möte`,
    canDeactivate: [unsavedGuard],
    loadComponent: () => import('./meeting/meeting-page.ts').then((module) => module.MeetingPage),
  },
];
