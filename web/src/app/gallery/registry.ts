import type { Type } from '@angular/core';

/** One part of the gallery. A library that wants to be shown adds a line here; the part is loaded when the gallery opens. */
export interface GallerySection {
  /** Anchor and address: `/galleri?del=falt` shows this part alone, for photographs. */
  readonly id: string;
  readonly title: string;
  readonly load: () => Promise<Type<unknown>>;
}

export const gallerySections: readonly GallerySection[] = [
  {
    id: 'farger',
    title: 'Färger och text',
    load: () => import('./colour-section.ts').then((module) => module.ColourSection),
  },
  {
    id: 'lagen',
    title: 'En lista i fyra lägen',
    load: () => import('./states-section.ts').then((module) => module.StatesSection),
  },
  {
    id: 'knappar',
    title: 'Knappar, länkar och ikoner',
    load: () => import('./button-section.ts').then((module) => module.ButtonSection),
  },
  {
    id: 'marken',
    title: 'Bedömningar, tillstånd och filter',
    load: () => import('./chip-section.ts').then((module) => module.ChipSection),
  },
  {
    id: 'valja',
    title: 'Välja flera, och en månad av dagar',
    load: () => import('./choosing-section.ts').then((module) => module.ChoosingSection),
  },
  { id: 'falt', title: 'Fält', load: () => import('./field-section.ts').then((module) => module.FieldSection) },
  {
    id: 'besked',
    title: 'Tomt, hämtar, fel och besked',
    load: () => import('./feedback-section.ts').then((module) => module.FeedbackSection),
  },
  {
    id: 'tabeller',
    title: 'Tabeller och fakta',
    load: () => import('./table-section.ts').then((module) => module.TableSection),
  },
  { id: 'diagram', title: 'Diagram', load: () => import('./charts-section.ts').then((module) => module.ChartsSection) },
  { id: 'sida', title: 'Sidans delar', load: () => import('./page-section.ts').then((module) => module.PageSection) },
];
