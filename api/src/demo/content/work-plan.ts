import type { ItemOutcome } from '@samhandling/domain';

export interface DemoWorkPlanItem {
  /** Where it comes from: a need, or an activity of the plan; neither for what was added by hand. */
  readonly need?: string;
  readonly activity?: string;
  /** Left out where its origin says it. */
  readonly title?: string;
  readonly description?: string;
  /** Left out where its origin says it. */
  readonly goal?: number;
  readonly organisations: readonly string[];
  readonly responsible: string;
  /** First and last month of the year; one for a single month. */
  readonly months: readonly [number, number?];
  /** Whole kronor; null where nothing was said. */
  readonly kronor: number | null;
  readonly funding: string;
  /** What became of it, once its time has passed. */
  readonly outcome?: { readonly is: ItemOutcome; readonly text: string };
}

export const DEMO_WORK_PLAN_INTRO =
  'Årets arbete bygger på handlingsplanen och på behovsinventeringen i höstas, där 13 av 15 svarade. Det vi inte hinner i år står kvar som behov.';

/** This year's work plan, as it was decided. */
export const DEMO_WORK_PLAN: readonly DemoWorkPlanItem[] = [
  {
    need: 'tillsyn',
    organisations: ['lansstyrelsen', 'kommunerna'],
    responsible: 'Anna Forsell',
    months: [2, 3],
    kronor: 45_000,
    funding: 'Länsstyrelsens medel för samordning',
    outcome: { is: 'done', text: 'Två dagar med 31 deltagare från alla åtta kommuner.' },
  },
  {
    need: 'vagar',
    organisations: ['lansstyrelsen'],
    responsible: 'Maria Sandell',
    months: [1, 2],
    kronor: 0,
    funding: '',
    outcome: { is: 'done', text: '' },
  },
  {
    need: 'foraldrar',
    organisations: ['region', 'kommunerna', 'foreningsradet'],
    responsible: 'Peter Nyholm',
    months: [3, 10],
    kronor: 120_000,
    funding: 'Regionens folkhälsomedel',
    outcome: {
      is: 'partly',
      text: 'Grupperna har startat i två föreningar. Utbildningen av nya ledare flyttas till nästa år.',
    },
  },
  {
    need: 'snus',
    organisations: ['region'],
    responsible: 'Peter Nyholm',
    months: [4, 8],
    kronor: 60_000,
    funding: 'Regionens folkhälsomedel',
    outcome: { is: 'done', text: 'Affisch och blad finns på sex språk.' },
  },
  {
    need: 'mall',
    organisations: ['region', 'kommunerna'],
    responsible: 'Eva Lundgren',
    months: [5, 12],
    kronor: null,
    funding: '',
  },
  {
    activity: '1.1/5',
    organisations: ['lansstyrelsen', 'kommunerna'],
    responsible: 'Anna Forsell',
    months: [1, 12],
    kronor: 80_000,
    funding: 'Kommunerna delar kostnaden efter invånarantal',
  },
  {
    activity: '1.2/8',
    organisations: ['lansstyrelsen', 'polisen'],
    responsible: 'Sara Holmkvist',
    months: [2, 6],
    kronor: 0,
    funding: '',
    outcome: { is: 'not_done', text: 'Två kommuner hann inte lämna underlag. Kartläggningen görs klar till samrådet.' },
  },
  {
    activity: '2.1/4',
    organisations: ['lansstyrelsen', 'kommunerna'],
    responsible: 'Johan Ekdahl',
    months: [10, 11],
    kronor: 150_000,
    funding: 'Länsstyrelsen och regionen, hälften var',
  },
  {
    title: 'Temadag om spel om pengar',
    description: 'För skola, föreningar och socialtjänst. Spelfri i Älvmark medverkar.',
    goal: 3,
    organisations: ['lansstyrelsen', 'spelfri'],
    responsible: 'Maria Sandell',
    months: [9],
    kronor: 25_000,
    funding: 'Länsstyrelsens medel för samordning',
    outcome: { is: 'done', text: '74 deltagare. De flesta vill ha en ny dag nästa år.' },
  },
];
