import type { Routes } from '@angular/router';
import { unsavedGuard } from '../core/unsaved-changes.ts';

/** `/behovssvar#…`: a page for whoever has a letter, without a session. */
export const needsAnswerRoutes: Routes = [
  {
    path: '',
    title: $localize`:@@needsAnswer.title:Behovsinventering`,
    canDeactivate: [unsavedGuard],
    loadComponent: () => import('./needs-answer-page.ts').then((module) => module.NeedsAnswerPage),
  },
];
