import type { Routes } from '@angular/router';

/** The ways in beside the sign-in page itself. */
export const sessionRoutes: Routes = [
  {
    path: 'glomt-losenord',
    title: $localize`:@@session.forgot.title:Glömt lösenord`,
    loadComponent: () => import('./forgot-password-page.ts').then((module) => module.ForgotPasswordPage),
  },
  {
    path: 'nytt-losenord',
    title: $localize`:@@session.reset.title:Nytt lösenord`,
    loadComponent: () => import('./reset-password-page.ts').then((module) => module.ResetPasswordPage),
  },
  {
    path: 'inloggad',
    title: $localize`:@@session.window.title:Du är inloggad`,
    loadComponent: () => import('./signed-in-page.ts').then((module) => module.SignedInPage),
  },
];
