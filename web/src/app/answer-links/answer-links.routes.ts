import type { Routes } from '@angular/router';

/** `/plan/:slug/omgang/:label/svarslankar`: whom a planner has asked by a link. */
export const answerLinksRoutes: Routes = [
  {
    path: '',
    loadComponent: () => import('./answer-links-page.ts').then((module) => module.AnswerLinksPage),
  },
];
