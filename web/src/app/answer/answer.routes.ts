import type { Routes } from '@angular/router';
import { unsavedGuard } from '../core/unsaved-changes.ts';

/** `/svara#…`: for people who answer by a link, without an account. */
export const answerRoutes: Routes = [
  {
    path: '',
    title: $localize`:@@answer.title:Svara`,
    canDeactivate: [unsavedGuard],
    loadComponent: () => import('./answer-page.ts').then((module) => module.AnswerPage),
  },
];
