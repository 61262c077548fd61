import {
  activitySentence,
  addDays,
  capitalised,
  dayOf,
  formatDay,
  formatNumber,
  countJudgements,
  FOLLOW_UP_STATE_LABELS,
  JUDGEMENTS,
  type Day,
  type FollowUpState,
  type Judgement,
  type Locale,
  type PlanWords,
} from '@samhandling/domain';
import { cell, heading, paragraph, table } from '../context.ts';
import { LABELS } from '../labels.ts';
import type { Block, BlockOf, Fact } from '../model.ts';
import { HEAD_A4, type PaperContext, type PaperDefinition, type PaperFacts } from './frame.ts';
import { shortened, type ActionPointFacts, type DecisionFacts } from './meeting-facts.ts';
import { judgedCell, openActionPoints, openDecisions } from './undertaking-blocks.ts';

export const ORGANISATION_SHEET_FORM = 'samhandling.organisation-sheet.1';

export interface OrganisationSheetFacts extends PaperFacts {
  readonly form: typeof ORGANISATION_SHEET_FORM;
  readonly organisation: { readonly name: string };
  readonly plans: readonly {
    readonly title: string;
    readonly words: Readonly<Record<Locale, PlanWords>>;
    readonly round: string | null;
    /** Day the round's answers are due; null without a round. */
    readonly due: string | null;
    readonly responsible: readonly PromiseFacts[];
    readonly throughCollective: readonly (PromiseFacts & { readonly collective: string })[];
    readonly partner: readonly PromiseFacts[];
  }[];
  readonly decisions: readonly DecisionFacts[];
  readonly actionPoints: readonly ActionPointFacts[];
}

export interface PromiseFacts {
  readonly reference: string;
  readonly text: string;
  readonly judgement: Judgement | null;
  readonly followUpState: FollowUpState | null;
  readonly reporter: string;
  readonly nextStepDate: string | null;
  readonly outcomesReported: number;
  readonly outcomesExpected: number;
}

type Context = PaperContext<OrganisationSheetFacts>;

/** More than so many, and each gets one line; of what others answer for, the calm is summed up. */
const MOST_LISTED = 10;
/** More of our own than this do not stand on the page beside the rest. */
const MOST_OWN_LISTED = 14;
const ONE_LINE = 55;
/** A step within so many days is near. */
const SOON = 30;

/** One organisation's promises on as little paper as they take: what, how it goes, what is late, what is owed. */
export const ORGANISATION_SHEET: PaperDefinition<OrganisationSheetFacts> = {
  kind: 'organisation_sheet',
  form: ORGANISATION_SHEET_FORM,
  layout: HEAD_A4,
  title: { sv: 'Vårt åtagande', en: 'Our commitment' },
  frozen: { sv: 'Fryst', en: 'Frozen' },
  head: ({ facts, locale }) => {
    const day = formatDay(todayOf(facts), locale);
    return {
      eyebrow: facts.county.name,
      title: facts.organisation.name,
      subtitle: locale === 'sv' ? `Vårt åtagande ${day}` : `Our commitment, ${day}`,
      facts: [],
      name: `${facts.organisation.name} ${todayOf(facts)}`,
      standing: '',
    };
  },
  sections: [
    { id: 'late', purpose: { sv: 'Vad som är sent', en: 'What is late' }, build: late },
    { id: 'promised', purpose: { sv: 'Vad vi har lovat', en: 'What we have promised' }, build: promised },
    { id: 'figures', purpose: { sv: 'Siffror vi är skyldiga', en: 'Figures we owe' }, build: owed },
    {
      id: 'open',
      purpose: { sv: 'Våra öppna beslut och att göra', en: 'Our open decisions and action points' },
      build: open,
    },
  ],
};

function todayOf({ standing }: OrganisationSheetFacts): string {
  return dayOf(standing.kind === 'draft' ? standing.madeAt : standing.frozenAt);
}

type Plan = OrganisationSheetFacts['plans'][number];
const answeredFor = (plan: Plan): readonly PromiseFacts[] => [...plan.responsible, ...plan.throughCollective];
const isOver = (judgement: Judgement | null): boolean => judgement === 'completed' || judgement === 'cancelled';

function late({ facts, locale }: Context): Block[] {
  const today = todayOf(facts);
  const sv = locale === 'sv';
  const lines = [
    ...facts.plans.flatMap((plan) =>
      plan.responsible.flatMap((one) => [
        ...(one.nextStepDate !== null && one.nextStepDate < today && !isOver(one.judgement)
          ? [
              sv
                ? `${one.reference}: nästa steg skulle ha varit klart ${formatDay(one.nextStepDate, locale)}.`
                : `${one.reference}: the next step was due on ${formatDay(one.nextStepDate, locale)}.`,
            ]
          : []),
        ...(plan.due !== null && plan.due < today && (one.followUpState === 'draft' || one.followUpState === 'returned')
          ? [
              sv
                ? `${one.reference}: svaret för ${plan.round ?? ''} skulle ha lämnats ${formatDay(plan.due, locale)}.`
                : `${one.reference}: the answer for ${plan.round ?? ''} was due on ${formatDay(plan.due, locale)}.`,
            ]
          : []),
      ]),
    ),
    ...facts.decisions
      .filter(({ due }) => due !== null && due < today)
      .map(({ number, year, due }) =>
        sv
          ? `§ ${number}/${year}: skulle ha varit genomfört ${formatDay(due ?? today, locale)}.`
          : `§ ${number}/${year}: was due on ${formatDay(due ?? today, locale)}.`,
      ),
    ...facts.actionPoints
      .filter(({ due }) => due !== null && due < today)
      .map(({ text, due }) =>
        sv
          ? `${shortened(text)} Skulle ha varit gjort ${formatDay(due ?? today, locale)}.`
          : `${shortened(text)} Was due on ${formatDay(due ?? today, locale)}.`,
      ),
  ];
  const title = heading(1, sv ? 'Det som är sent' : 'What is late');
  if (lines.length === 0) return [title, paragraph(sv ? 'Inget är sent.' : 'Nothing is late.', 'quiet')];
  return [title, { kind: 'list', items: lines }];
}

function promised({ facts, locale }: Context): Block[] {
  const sv = locale === 'sv';
  const title = heading(1, sv ? 'Det vi har lovat' : 'What we have promised');
  const isMuch = facts.plans.flatMap((plan) => [...answeredFor(plan), ...plan.partner]).length > MOST_LISTED;
  const blocks = facts.plans.flatMap((plan): Block[] => {
    const own = answeredFor(plan);
    if (own.length + plan.partner.length === 0) return [];
    const word = plan.words[locale].activity;
    const counts = countJudgements(own.map(({ judgement }) => judgement));
    const [ours, theirs] = sv ? ['Vi svarar för', 'Vi samverkar i'] : ['We answer for', 'We take part in'];
    // What is ours is listed as long as it is not too much; of the rest, what is calm is summed up.
    const isLong = isMuch && own.length > MOST_OWN_LISTED;
    return [
      ...(facts.plans.length > 1 ? [heading(2, plan.title)] : []),
      ...(own.length === 0 ? [] : [paragraph(activitySentence(counts, word, locale))]),
      ...promises(ours, own, { plan, locale, today: todayOf(facts), isMuch, isSummed: isLong }),
      ...promises(theirs, plan.partner, { plan, locale, today: todayOf(facts), isMuch, isSummed: isMuch }),
    ];
  });
  if (blocks.length === 0)
    return [
      title,
      paragraph(
        sv
          ? 'Organisationen står inte som ansvarig eller samverkanspartner i någon plan.'
          : 'The organisation stands as responsible or partner in no plan.',
        'quiet',
      ),
    ];
  return [title, ...blocks];
}

interface Listing {
  readonly plan: Plan;
  readonly locale: Locale;
  readonly today: Day;
  /** One line for each. */
  readonly isMuch: boolean;
  /** Only what asks for something is listed. */
  readonly isSummed: boolean;
}

function promises(caption: string, items: readonly PromiseFacts[], listing: Listing): Block[] {
  const { plan, locale, today, isSummed } = listing;
  if (items.length === 0) return [];
  const of = plan.round === null ? caption : `${caption}, ${plan.round}`;
  if (!isSummed) return [promiseTable(of, items, listing)];
  const listed = items.filter((one) => asksForSomething(one, today));
  const calm = items.filter((one) => !listed.includes(one));
  const sv = locale === 'sv';
  return [
    ...(listed.length === 0 ? [] : [promiseTable(`${of}: ${sv ? 'behöver oss nu' : 'needs us now'}`, listed, listing)]),
    ...(calm.length === 0
      ? []
      : [
          paragraph(
            listed.length === 0
              ? sv
                ? `${of}: inget behöver oss just nu.`
                : `${of}: nothing needs us right now.`
              : sv
                ? `${of}, i övrigt:`
                : `${of}, the rest:`,
            'quiet',
          ),
          { kind: 'facts' as const, items: calmFacts(calm, locale) },
        ]),
  ];
}

/** Asks for support, was sent back, or has a step that has passed or is near. */
function asksForSomething({ judgement, followUpState, nextStepDate }: PromiseFacts, today: Day): boolean {
  if (isOver(judgement)) return false;
  return (
    judgement === 'needs_support' ||
    followUpState === 'returned' ||
    (nextStepDate !== null && nextStepDate <= addDays(today, SOON))
  );
}

/** "→ Pågår enligt plan: 1.1/1, 1.1/2" */
function calmFacts(items: readonly PromiseFacts[], locale: Locale): readonly Fact[] {
  return [...JUDGEMENTS, null].flatMap((judgement) => {
    const own = items.filter((one) => one.judgement === judgement);
    if (own.length === 0) return [];
    const { text: label } = judgedCell(judgement, locale);
    return [{ label, value: own.map(({ reference }) => reference).join(', ') }];
  });
}

function promiseTable(
  caption: string,
  items: readonly PromiseFacts[],
  { plan, locale, isMuch }: Listing,
): BlockOf<'table'> {
  return table(
    caption,
    [
      { header: LABELS.number[locale], align: 'start', width: 8 },
      { header: capitalised(plan.words[locale].activity.one), align: 'start', width: 54 },
      { header: LABELS.judgement[locale], align: 'start', width: 20 },
      { header: LABELS.nextStep[locale], align: 'start', width: 18 },
    ],
    items.map((one) => [
      cell(one.reference),
      cell(wordingOf(one, isMuch ? ONE_LINE : undefined)),
      judgedCell(one.judgement, locale),
      cell(nextOf(one, locale)),
    ]),
  );
}

/** An answer that came back is what is next. */
function nextOf({ followUpState, nextStepDate }: PromiseFacts, locale: Locale): string {
  if (followUpState === 'returned') return FOLLOW_UP_STATE_LABELS.returned[locale];
  return nextStepDate === null ? LABELS.nothing[locale] : formatDay(nextStepDate, locale);
}

function wordingOf(one: PromiseFacts, letters: number | undefined): string {
  if (!('collective' in one)) return shortened(one.text, letters);
  const through = ` (${String(one.collective)})`;
  return `${shortened(one.text, letters === undefined ? undefined : letters - through.length)}${through}`;
}

function owed({ facts, locale }: Context): Block[] {
  const sv = locale === 'sv';
  const rows = facts.plans.flatMap((plan) =>
    plan.responsible.filter(({ outcomesExpected, outcomesReported }) => outcomesReported < outcomesExpected),
  );
  const asked = facts.plans.some((plan) => plan.responsible.some(({ outcomesExpected }) => outcomesExpected > 0));
  if (!asked) return [];
  const title = heading(1, sv ? 'Siffror vi är skyldiga' : 'Figures we owe');
  if (rows.length === 0)
    return [
      title,
      paragraph(sv ? 'Alla siffror vi ska lämna är lämnade.' : 'All figures asked of us have been given.', 'quiet'),
    ];
  return [
    title,
    // One running line: who answers for much would else get a third page.
    paragraph(
      `${sv ? 'Så här många av siffrorna är lämnade' : 'So many of the figures have been given'}: ${rows
        .map(({ reference, outcomesReported, outcomesExpected }) => {
          const [given, of] = [formatNumber(outcomesReported, 0, locale), formatNumber(outcomesExpected, 0, locale)];
          return `${reference} (${given} ${sv ? 'av' : 'of'} ${of})`;
        })
        .join(', ')}.`,
    ),
  ];
}

function open({ facts, locale }: Context): Block[] {
  const today = todayOf(facts);
  return [
    ...openDecisions(facts.decisions, today, locale, true),
    ...openActionPoints(facts.actionPoints, today, locale),
  ];
}
