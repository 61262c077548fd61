import type { Routes } from '@angular/router';
import { unsavedGuard } from '../core/unsaved-changes.ts';

/** `/plan/:slug/handelser` and what lies under it. */
export const eventRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: $localize`:@@events.title:Händelser`,
    loadComponent: () => import('./list/events-page.ts').then((module) => module.EventsPage),
  },
  {
    path: 'ny',
    title: $localize`:@@events.new.title:Registrera en händelse`,
    canDeactivate: [unsavedGuard],
    loadComponent: () => import('./form/new-event-page.ts').then((module) => module.NewEventPage),
  },
  {
    path: 'importera',
    title: $localize`:@@events.import.title:Registrera många händelser`,
    canDeactivate: [unsavedGuard],
    loadComponent: () => import('./import/import-events-page.ts').then((module) => module.ImportEventsPage),
  },
];

/** `/plan/:slug/handelse/:id`. */
export const oneEventRoutes: Routes = [
  {
    path: '',
    title: $localize`:@@events.one.title:Händelse`,
    canDeactivate: [unsavedGuard],
    loadComponent: () => import('./event/event-page.ts').then((module) => module.EventPage),
  },
];

/** `/plan/:slug/berakningar`. */
export const ruleRoutes: Routes = [
  {
    path: '',
    title: $localize`:@@events.rules.title:Beräkningar`,
    loadComponent: () => import('./rules/rules-page.ts').then((module) => module.RulesPage),
  },
];

/** `/handelsetyper`. */
export const eventKindRoutes: Routes = [
  {
    path: '',
    title: $localize`:@@events.kinds.title:Händelsetyper`,
    loadComponent: () => import('./kinds/event-kinds-page.ts').then((module) => module.EventKindsPage),
  },
];
