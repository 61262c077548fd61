import type { Routes } from '@angular/router';

/** `/att-gora`: what waits for the one who is signed in. The page after sign-in. */
export const toDoRoutes: Routes = [
  {
    path: '',
    title: $localize`:@@toDo.title:Att göra`,
    loadComponent: () => import('./to-do-page.ts').then((module) => module.ToDoPage),
  },
];
