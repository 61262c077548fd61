import type { Routes } from '@angular/router';
import { permitted, signedIn, signedOut } from './core/guards.ts';
import { unsavedGuard } from './core/unsaved-changes.ts';
import { galleryRoutes } from './gallery.routes.ts';

/** Pages for people who are signed in. One lazy line per feature; its own routes file names the rest. */
const work: Routes = [
  { path: '', pathMatch: 'full', redirectTo: 'att-gora' },
  { path: 'att-gora', loadChildren: () => import('./to-do/to-do.routes.ts').then((module) => module.toDoRoutes) },
  {
    path: 'uppfoljning',
    loadChildren: () => import('./follow-up/follow-up.routes.ts').then((module) => module.followUpRoutes),
  },
  {
    path: 'planer',
    title: $localize`:@@plans.list.title:Planer`,
    canDeactivate: [unsavedGuard],
    loadComponent: () => import('./plans/plan-list/plan-list-page.ts').then((module) => module.PlanListPage),
  },
  {
    path: 'plan/:slug/omgangar',
    loadChildren: () => import('./rounds/rounds.routes.ts').then((module) => module.roundListRoutes),
  },
  {
    path: 'plan/:slug/omgang/:label',
    loadChildren: () => import('./rounds/rounds.routes.ts').then((module) => module.roundRoutes),
  },
  {
    path: 'plan/:slug/omgang/:label/rapport',
    loadChildren: () => import('./reports/reports.routes.ts').then((module) => module.reportRoutes),
  },
  {
    path: 'plan/:slug/omgang/:label/utfall',
    loadChildren: () => import('./grid/grid.routes.ts').then((module) => module.gridRoutes),
  },
  {
    path: 'plan/:slug/omgang/:label/arbetsbok',
    loadChildren: () => import('./workbook/workbook.routes.ts').then((module) => module.workbookRoutes),
  },
  {
    path: 'plan/:slug/omgang/:label/svarslankar',
    canActivate: [permitted('link.manage')],
    loadChildren: () => import('./answer-links/answer-links.routes.ts').then((module) => module.answerLinksRoutes),
  },
  {
    path: 'plan/:slug/forandringar',
    loadComponent: () => import('./diff/diff-page.ts').then((module) => module.DiffPage),
  },
  {
    path: 'historik/:entity/:id',
    loadComponent: () => import('./history/history-page.ts').then((module) => module.HistoryPage),
  },
  {
    path: 'plan/:slug/omgang/:label/rapportorer',
    loadChildren: () => import('./together/together.routes.ts').then((module) => module.reporterRoutes),
  },
  {
    path: 'plan/:slug/omgang/:label/medverkan',
    loadChildren: () => import('./together/together.routes.ts').then((module) => module.participationRoutes),
  },
  {
    path: 'overlamning',
    loadChildren: () => import('./together/together.routes.ts').then((module) => module.handoverRoutes),
  },
  {
    path: 'importera',
    canActivate: [permitted('plan.import')],
    loadChildren: () => import('./imports/imports.routes.ts').then((module) => module.importRoutes),
  },
  {
    path: 'plan/:slug/redigera',
    canActivate: [permitted('plan.edit')],
    loadChildren: () => import('./editing/editing.routes.ts').then((module) => module.editingRoutes),
  },
  {
    path: 'plan/:slug/handelser',
    loadChildren: () => import('./events/events.routes.ts').then((module) => module.eventRoutes),
  },
  {
    path: 'plan/:slug/handelse/:id',
    loadChildren: () => import('./events/events.routes.ts').then((module) => module.oneEventRoutes),
  },
  {
    path: 'plan/:slug/berakningar',
    loadChildren: () => import('./events/events.routes.ts').then((module) => module.ruleRoutes),
  },
  {
    path: 'handelsetyper',
    loadChildren: () => import('./events/events.routes.ts').then((module) => module.eventKindRoutes),
  },
  { path: 'plan/:slug', loadChildren: () => import('./plans/plans.routes.ts').then((module) => module.planRoutes) },
  { path: '', loadChildren: () => import('./mail/mail.routes.ts').then((module) => module.mailRoutes) },
  {
    path: '',
    loadChildren: () => import('./organisations/organisations.routes.ts').then((module) => module.organisationRoutes),
  },
];

export const appRoutes: Routes = [
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
    path: 'avanmal',
    title: $localize`:@@mail.optOut.title:Sluta få utskick`,
    loadComponent: () => import('./mail/opt-out-page.ts').then((module) => module.OptOutPage),
  },
  ...galleryRoutes,
  { path: '', canActivate: [signedIn], children: work },
  {
    path: '**',
    title: $localize`:@@core.title.notFound:Sidan finns inte`,
    loadComponent: () => import('./layout/not-found-page.ts').then((module) => module.NotFoundPage),
  },
];
