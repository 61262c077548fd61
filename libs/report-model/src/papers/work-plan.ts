import {
  capitalised,
  countOf,
  formatDay,
  kronorText,
  whenText,
  type Locale,
  type PlanWords,
} from '@samhandling/domain';
import { cell, heading, paragraph, table } from '../context.ts';
import type { Block } from '../model.ts';
import { HEAD_A4, type PaperContext, type PaperDefinition, type PaperFacts } from './frame.ts';

export const WORK_PLAN_FORM = 'samhandling.work-plan.1';

export interface WorkPlanFacts extends PaperFacts {
  readonly form: typeof WORK_PLAN_FORM;
  readonly plan: { readonly title: string; readonly words: Readonly<Record<Locale, PlanWords>> };
  readonly year: number;
  readonly title: string;
  readonly intro: string;
  /** "Samrådsgruppen § 4/2026" or the reference that was written; empty in a draft. */
  readonly decision: string;
  readonly decidedOn: string | null;
  /** In the plan's order. */
  readonly goals: readonly { readonly code: string; readonly title: string }[];
  /** In the work plan's order. */
  readonly items: readonly WorkPlanItemFacts[];
  readonly declined: readonly { readonly title: string; readonly reason: string }[];
}

export interface WorkPlanItemFacts {
  readonly title: string;
  readonly description: string;
  /** Place among the goals, from 0; null for what belongs to none. */
  readonly goal: number | null;
  /** "2.2/5"; empty for an item of its own. */
  readonly reference: string;
  /** The need it came from; empty for none. */
  readonly need: string;
  /** The year it goes on from; null for what is new. */
  readonly continuedFrom: number | null;
  readonly organisations: readonly string[];
  readonly responsibleName: string;
  readonly fromDay: string | null;
  readonly toDay: string | null;
  readonly isByMonth: boolean;
  readonly amountKronor: number | null;
  readonly funding: string;
}

type Context = PaperContext<WorkPlanFacts>;

/** The year's work plan (verksamhetsplan): what, who, when and with what money, goal by goal. */
export const WORK_PLAN: PaperDefinition<WorkPlanFacts> = {
  kind: 'work_plan',
  form: WORK_PLAN_FORM,
  layout: { ...HEAD_A4, isLandscape: true },
  title: { sv: 'Verksamhetsplan', en: 'Work plan' },
  frozen: { sv: 'Beslutad', en: 'Decided' },
  head: ({ facts, locale, label }) => ({
    eyebrow: facts.county.name,
    title: facts.title,
    subtitle: facts.plan.title,
    facts: [
      ...(facts.decision === '' ? [] : [{ label: label('decision'), value: facts.decision }]),
      { label: locale === 'sv' ? 'Insatser' : 'Items', value: String(facts.items.length) },
      { label: locale === 'sv' ? 'Pengar' : 'Money', value: moneyText(facts, locale) },
    ],
    name: `${facts.plan.title} ${facts.year}`,
    ...(facts.decidedOn !== null && {
      standing: `${locale === 'sv' ? 'Beslutad' : 'Decided'} ${formatDay(facts.decidedOn, locale)}`,
    }),
  }),
  sections: [
    { id: 'intro', purpose: { sv: 'Inledning', en: 'Introduction' }, build: intro },
    { id: 'items', purpose: { sv: 'Insatser, mål för mål', en: 'Items, goal by goal' }, build: items },
    { id: 'details', purpose: { sv: 'Närmare om insatserna', en: 'More about the items' }, build: details },
    { id: 'declined', purpose: { sv: 'Behov som inte kom med', en: 'Needs that were declined' }, build: declined },
  ],
};

/** "85 000 kr, belopp angivet för 6 av 14 insatser" */
function moneyText({ items: all }: WorkPlanFacts, locale: Locale): string {
  const amounts = all.flatMap(({ amountKronor }) => (amountKronor === null ? [] : [amountKronor]));
  const sum = kronorText(
    amounts.reduce((total, amount) => total + amount, 0),
    locale,
  );
  if (amounts.length === 0) return locale === 'sv' ? 'Inga belopp angivna' : 'No amounts stated';
  return locale === 'sv'
    ? `${sum}, belopp angivet för ${amounts.length} av ${all.length} insatser`
    : `${sum}, amount stated for ${amounts.length} of ${all.length} items`;
}

function intro({ facts }: Context): Block[] {
  return facts.intro === '' ? [] : [paragraph(facts.intro, 'lead')];
}

/** The items under their goals, in the plan's order of goals and, within each, the work plan's own. Numbered as they are printed. */
function grouped(facts: WorkPlanFacts, locale: Locale) {
  const groups = [
    ...facts.goals.map((goal, at) => ({
      title: `${capitalised(facts.plan.words[locale].goal.one)} ${goal.code}. ${goal.title}`,
      items: facts.items.filter((item) => item.goal === at),
    })),
    {
      title: locale === 'sv' ? 'Gemensamt för alla mål' : 'Common to all goals',
      items: facts.items.filter((item) => item.goal === null),
    },
  ].filter((group) => group.items.length > 0);
  return { groups, printed: groups.flatMap((group) => group.items) };
}

function items({ facts, locale, label }: Context): Block[] {
  if (facts.items.length === 0)
    return [paragraph(locale === 'sv' ? 'Inga insatser är valda än.' : 'No items have been chosen yet.', 'quiet')];
  const { groups, printed } = grouped(facts, locale);
  return groups.flatMap((group) => [
    heading(1, group.title),
    table(
      locale === 'sv'
        ? `${capitalised(countOf(ITEM_WORD.sv, group.items.length))}: vad, vem, när och pengar`
        : `${countOf(ITEM_WORD.en, group.items.length)}: what, who, when and money`,
      [
        { header: label('number'), align: 'end', width: 5 },
        { header: label('what'), align: 'start', width: 40 },
        { header: label('who'), align: 'start', width: 24 },
        { header: locale === 'sv' ? 'När' : 'When', align: 'start', width: 15 },
        { header: locale === 'sv' ? 'Pengar' : 'Money', align: 'start', width: 16 },
      ],
      group.items.map((item) => [
        cell(String(printed.indexOf(item) + 1)),
        cell([item.title, comesFrom(item, facts, locale)].filter((part) => part !== '').join('\n')),
        cell(who(item) || notSaid(locale)),
        cell(whenText(item, locale) || notSaid(locale)),
        cell(money(item, locale)),
      ]),
    ),
  ]);
}

const ITEM_WORD = {
  sv: { one: 'insats', theOne: 'insatsen', many: 'insatser', theMany: 'insatserna', gender: 'n' },
  en: { one: 'item', theOne: 'the item', many: 'items', theMany: 'the items', gender: 'n' },
} as const;

function notSaid(locale: Locale): string {
  return locale === 'sv' ? 'Inte angivet' : 'Not stated';
}

function who({ organisations, responsibleName }: WorkPlanItemFacts): string {
  return [organisations.join(', '), responsibleName].filter((part) => part !== '').join('\n');
}

function money({ amountKronor, funding }: WorkPlanItemFacts, locale: Locale): string {
  const amount = amountKronor === null ? notSaid(locale) : kronorText(amountKronor, locale);
  return [amount, funding].filter((part) => part !== '').join('\n');
}

function comesFrom(
  { title, reference, need, continuedFrom }: WorkPlanItemFacts,
  { plan }: WorkPlanFacts,
  locale: Locale,
) {
  const parts = [
    ...(reference === '' ? [] : [`${capitalised(plan.words[locale].activity.one)} ${reference}`]),
    ...(need === ''
      ? []
      : need === title
        ? [locale === 'sv' ? 'Ur behovsinventeringen' : 'From the needs inventory']
        : [locale === 'sv' ? `Behov: ${need}` : `Need: ${need}`]),
    ...(continuedFrom === null
      ? []
      : [locale === 'sv' ? `Fortsätter från ${continuedFrom}` : `Goes on from ${continuedFrom}`]),
  ];
  return parts.join('. ');
}

function details({ facts, locale }: Context): Block[] {
  const { printed } = grouped(facts, locale);
  const described = printed.filter(({ description }) => description !== '');
  if (described.length === 0) return [];
  return [
    heading(1, locale === 'sv' ? 'Närmare om insatserna' : 'More about the items'),
    ...described.flatMap((item) => [
      { ...heading(2, item.title), number: String(printed.indexOf(item) + 1) },
      paragraph(item.description),
    ]),
  ];
}

function declined({ facts, locale }: Context): Block[] {
  if (facts.declined.length === 0) return [];
  return [
    heading(1, locale === 'sv' ? 'Behov som inte kom med' : 'Needs that were declined'),
    table(
      locale === 'sv' ? 'Behov från inventeringen som avböjdes, och varför' : 'Needs that were declined, and why',
      [
        { header: locale === 'sv' ? 'Behov' : 'Need', align: 'start', width: 40 },
        { header: locale === 'sv' ? 'Varför' : 'Why', align: 'start', width: 60 },
      ],
      facts.declined.map(({ title, reason }) => [cell(title), cell(reason)]),
    ),
  ];
}
