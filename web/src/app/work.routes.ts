import type { Routes } from '@angular/router';
import { permitted } from './core/guards.ts';
import { unsavedGuard } from './core/unsaved-changes.ts';

/** Pages for people who are signed in. One lazy line per feature; its own routes file names the rest. */
export const workRoutes: Routes = [
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
  {
    path: 'plan/:slug/grupper',
    loadChildren: () => import('./groups/groups.routes.ts').then((module) => module.groupListRoutes),
  },
  {
    path: 'grupp/:id/planering',
    loadChildren: () => import('./rotation/rotation.routes.ts').then((module) => module.rotationRoutes),
  },
  {
    path: 'grupp',
    loadChildren: () => import('./groups/groups.routes.ts').then((module) => module.groupRoutes),
  },
  {
    path: 'mote/:id/genomgang',
    loadChildren: () => import('./walk-through/walk-through.routes.ts').then((module) => module.walkThroughRoutes),
  },
  {
    path: 'mote/:id/protokoll',
    loadChildren: () => import('./minutes/minutes.routes.ts').then((module) => module.minutesRoutes),
  },
  {
    path: 'mote',
    loadChildren: () => import('./meetings/meetings.routes.ts').then((module) => module.meetingRoutes),
  },
  {
    path: 'underlag',
    loadChildren: () => import('./papers/papers.routes.ts').then((module) => module.paperRoutes),
  },
  {
    path: 'plan/:slug/beslut',
    loadChildren: () => import('./decisions/decisions.routes.ts').then((module) => module.registerRoutes),
  },
  {
    path: 'beslut',
    loadChildren: () => import('./decisions/decisions.routes.ts').then((module) => module.decisionRoutes),
  },
  {
    path: 'fraga',
    loadChildren: () => import('./decisions/decisions.routes.ts').then((module) => module.liftRoutes),
  },
  {
    path: 'plan/:slug/arshjul',
    loadChildren: () => import('./calendar/calendar.routes.ts').then((module) => module.calendarRoutes),
  },
  {
    path: 'samrad',
    loadChildren: () => import('./digests/digests.routes.ts').then((module) => module.digestRoutes),
  },
  {
    path: 'plan/:slug/behov',
    loadChildren: () => import('./needs/needs.routes.ts').then((module) => module.needsListRoutes),
  },
  {
    path: 'behov',
    loadChildren: () => import('./needs/needs.routes.ts').then((module) => module.needsRoutes),
  },
  {
    path: 'plan/:slug/verksamhetsplaner',
    loadChildren: () => import('./work-plans/work-plans.routes.ts').then((module) => module.workPlanListRoutes),
  },
  {
    path: 'verksamhetsplan',
    loadChildren: () => import('./work-plans/work-plans.routes.ts').then((module) => module.workPlanRoutes),
  },
  { path: 'plan/:slug', loadChildren: () => import('./plans/plans.routes.ts').then((module) => module.planRoutes) },
  {
    path: 'personer',
    canActivate: [permitted('person.read')],
    loadChildren: () => import('./people/people.routes.ts').then((module) => module.peopleRoutes),
  },
  {
    path: 'mitt-konto/uppgifter',
    loadComponent: () => import('./people/data-page/person-data-page.ts').then((module) => module.PersonDataPage),
  },
  {
    path: 'mitt-konto',
    pathMatch: 'full',
    canDeactivate: [unsavedGuard],
    title: $localize`:@@account.title:Mitt konto`,
    loadComponent: () => import('./account/account-page.ts').then((module) => module.AccountPage),
  },
  { path: '', loadChildren: () => import('./record/record.routes.ts').then((module) => module.recordRoutes) },
  { path: '', loadChildren: () => import('./mail/mail.routes.ts').then((module) => module.mailRoutes) },
  {
    path: '',
    loadChildren: () => import('./organisations/organisations.routes.ts').then((module) => module.organisationRoutes),
  },
];
