import type { Label } from './locale.ts';

/** Lists that views are saved of. */
export const VIEW_PAGES = ['activities', 'events', 'to-do'] as const;
export type ViewPage = (typeof VIEW_PAGES)[number];
export const VIEW_PAGE_LABELS: Readonly<Record<ViewPage, Label>> = {
  activities: { sv: 'Aktiviteter', en: 'Activities' },
  events: { sv: 'Händelser', en: 'Events' },
  'to-do': { sv: 'Att göra', en: 'To do' },
};
