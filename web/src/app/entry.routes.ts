import type { Routes } from '@angular/router';
import { signedIn, signedOut } from './core/guards.ts';

/** Everything but what anybody may read: the ways in, the pages opened by a link, and the work. */
export const entryRoutes: Routes = [
  {
    path: 'logga-in',
    title: $localize`:@@core.title.signIn:Logga in`,
    canActivate: [signedOut],
    loadComponent: () => import('./session/sign-in-page.ts').then((module) => module.SignInPage),
  },
  {
    path: 'tillganglighet',
    title: $localize`:@@core.title.accessibility:Tillgänglighet`,
    loadComponent: () => import('./layout/accessibility-page.ts').then((module) => module.AccessibilityPage),
  },
  {
    path: 'ingen-behorighet',
    title: $localize`:@@core.title.noRight:Du har inte behörighet`,
    loadComponent: () => import('./layout/no-right-page.ts').then((module) => module.NoRightPage),
  },
  {
    path: 'fel',
    title: $localize`:@@core.title.problem:Sidan gick inte att öppna`,
    loadComponent: () => import('./layout/problem-page.ts').then((module) => module.ProblemPage),
  },
  {
    path: 'svara',
    loadChildren: () => import('./answer/answer.routes.ts').then((module) => module.answerRoutes),
  },
  {
    path: 'behovssvar',
    loadChildren: () => import('./needs-answer/needs-answer.routes.ts').then((module) => module.needsAnswerRoutes),
  },
  {
    path: 'inbjudan',
    title: $localize`:@@people.invited.title:Inbjudan`,
    loadComponent: () => import('./invitation/invitation-page.ts').then((module) => module.InvitationPage),
  },
  {
    path: 'avanmal',
    title: $localize`:@@mail.optOut.title:Sluta få utskick`,
    loadComponent: () => import('./mail/opt-out-page.ts').then((module) => module.OptOutPage),
  },
  {
    path: '',
    canActivate: [signedIn],
    loadChildren: () => import('./work.routes.ts').then((module) => module.workRoutes),
  },
  {
    path: '',
    loadChildren: () => import('./session/session.routes.ts').then((module) => module.sessionRoutes),
  },
  {
    path: '**',
    title: $localize`:@@core.title.notFound:Sidan finns inte`,
    loadComponent: () => import('./layout/not-found-page.ts').then((module) => module.NotFoundPage),
  },
];
