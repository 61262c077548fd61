import {
  capitalised,
  countJudgements,
  DIGEST_GOAL_SECTIONS,
  DIGEST_SECTION_LABELS,
  digestPoints,
  formatDayRange,
  generalPoints,
  GOAL_JUDGEMENT_LABELS,
  JUDGEMENT_LABELS,
  JUDGEMENTS,
  NO_BREAK_SPACE,
  type DigestSection,
  type GoalJudgement,
  type HalfYearFacts,
} from '@samhandling/domain';
import { heading, paragraph, paragraphs, SYMBOLS } from '../context.ts';
import type { Block } from '../model.ts';
import { HEAD_A4, type PaperContext, type PaperDefinition, type PaperFacts } from './frame.ts';
import { liftLinks, meetingName, whenAndWhere, type MeetingFacts } from './meeting-facts.ts';

export const DIGEST_FORM = 'samhandling.digest.1';

/** What a half-year left behind, goal by goal, and what a person has written over it. */
export interface DigestPaperFacts extends PaperFacts {
  readonly form: typeof DIGEST_FORM;
  readonly meeting: MeetingFacts;
  readonly from: string;
  readonly to: string;
  /** The day that "late" is counted from. */
  readonly today: string;
  /** What belongs to no goal. */
  readonly general: HalfYearFacts;
  /** Written in place of the introduction; null while it is as computed. */
  readonly lead: string | null;
  readonly goals: readonly DigestGoalFacts[];
}
export interface DigestGoalFacts {
  /** As printed: "2", "F". */
  readonly mark: string;
  readonly title: string;
  readonly judgement: GoalJudgement | null;
  readonly facts: HalfYearFacts;
  /** Sections that a person has written. */
  readonly written: Readonly<Partial<Record<DigestSection, string>>>;
}

type Context = PaperContext<DigestPaperFacts>;

/** The half-year digest (samrådsunderlag): a page per goal, and what did not fit at the end. */
export const DIGEST: PaperDefinition<DigestPaperFacts> = {
  kind: 'digest',
  form: DIGEST_FORM,
  layout: HEAD_A4,
  title: { sv: 'Underlag till samråd', en: 'Digest for consultation' },
  frozen: { sv: 'Skickat', en: 'Sent' },
  head: ({ facts, locale, label }) => {
    const { meeting } = facts;
    const period = formatDayRange(facts.from, facts.to, locale);
    return {
      eyebrow: facts.county.name,
      title: locale === 'sv' ? 'Underlag till samråd' : 'Digest for consultation',
      subtitle: meetingName(meeting, locale),
      facts: [
        { label: locale === 'sv' ? 'Perioden' : 'The period', value: period },
        ...whenAndWhere(meeting, locale),
        { label: label('plan'), value: meeting.plan.title },
      ],
      name: `${meeting.group.name} ${facts.to}`,
    };
  },
  sections: [
    { id: 'lead', purpose: { sv: 'Inledning', en: 'Introduction' }, build: lead },
    { id: 'goals', purpose: { sv: 'En sida för varje mål', en: 'A page for each goal' }, build: goals },
    {
      id: 'more',
      purpose: { sv: 'Det som inte fick plats på målens sidor', en: 'What did not fit on the pages of the goals' },
      isAppendix: true,
      startsPage: true,
      build: appendix,
    },
  ],
};

function lead({ facts, locale }: Context): Block[] {
  const blocks = textBlocks(facts.lead, generalPoints(facts.general, facts.today, locale).shown, facts.general);
  if (blocks.length === 0) return [];
  return [heading(1, DIGEST_SECTION_LABELS.lead[locale]), ...blocks];
}

function goals(context: Context): Block[] {
  return context.facts.goals.flatMap((goal, index) => [
    ...(index === 0 && lead(context).length === 0 ? [] : [{ kind: 'page_break' as const }]),
    ...goalPage(goal, context),
  ]);
}

function goalPage(goal: DigestGoalFacts, { facts, locale }: Context): Block[] {
  return [
    heading(1, goalTitle(goal, facts, locale)),
    {
      kind: 'facts',
      items: [
        {
          label: locale === 'sv' ? 'Bedömning' : 'Judgement',
          value: judgementText(goal.judgement, locale),
          tone: goal.judgement ?? 'not_judged',
        },
        { label: capitalised(facts.meeting.plan.words[locale].activity.many), value: countsText(goal.facts, locale) },
      ],
    },
    ...DIGEST_GOAL_SECTIONS.flatMap((section) => [
      heading(2, DIGEST_SECTION_LABELS[section][locale]),
      ...sectionBlocks(goal, section, facts.today, locale),
    ]),
  ];
}

/** A section with nothing to tell says so: an empty heading would look like something forgotten. */
function sectionBlocks(
  goal: DigestGoalFacts,
  section: (typeof DIGEST_GOAL_SECTIONS)[number],
  today: string,
  locale: Context['locale'],
): Block[] {
  const { shown, overflow } = digestPoints(section, goal.facts, today, locale);
  const blocks = textBlocks(goal.written[section] ?? null, shown, goal.facts);
  if (blocks.length === 0) return [paragraph(NOTHING[section][locale], 'quiet')];
  return overflow.length === 0 ? blocks : [...blocks, paragraph(moreText(overflow.length, locale), 'quiet')];
}

const NOTHING = {
  moved: { sv: 'Inget har rört sig framåt under perioden.', en: 'Nothing has moved forward in the period.' },
  stopped: { sv: 'Inget har stannat.', en: 'Nothing has stopped.' },
  promised: { sv: 'Inget är lovat.', en: 'Nothing has been promised.' },
  needed: { sv: 'Vi behöver inget av er just nu.', en: 'We need nothing from you right now.' },
} as const;

function appendix({ facts, locale }: Context): Block[] {
  const general = generalPoints(facts.general, facts.today, locale).overflow;
  const blocks = [
    ...points(DIGEST_SECTION_LABELS.lead[locale], 2, general, facts.general),
    ...facts.goals.flatMap((goal) => {
      const more = DIGEST_GOAL_SECTIONS.flatMap((section) =>
        points(
          DIGEST_SECTION_LABELS[section][locale],
          3,
          digestPoints(section, goal.facts, facts.today, locale).overflow,
          goal.facts,
        ),
      );
      return more.length === 0 ? [] : [heading(2, goalTitle(goal, facts, locale)), ...more];
    }),
  ];
  if (blocks.length === 0) return [];
  return [heading(1, locale === 'sv' ? 'Bilaga: mer om målen' : 'Appendix: more about the goals'), ...blocks];
}

function points(title: string, level: 2 | 3, items: readonly string[], { lifts }: HalfYearFacts): Block[] {
  return items.length === 0 ? [] : [heading(level, title), { kind: 'list', items, ...liftLinks(lifts) }];
}

/** What a person has written, as paragraphs; else the points as a list. An emptied text is a choice: nothing stands there. */
function textBlocks(written: string | null, shown: readonly string[], { lifts }: HalfYearFacts): Block[] {
  const links = liftLinks(lifts);
  if (written !== null) return paragraphs(written).map((block) => ({ ...block, ...links }));
  return shown.length === 0 ? [] : [{ kind: 'list', items: shown, ...links }];
}

function goalTitle(goal: DigestGoalFacts, { meeting }: DigestPaperFacts, locale: Context['locale']): string {
  return `${capitalised(meeting.plan.words[locale].goal.one)} ${goal.mark}. ${goal.title}`;
}

function judgementText(judgement: GoalJudgement | null, locale: Context['locale']): string {
  if (judgement === null)
    return `${SYMBOLS.not_judged}${NO_BREAK_SPACE}${{ sv: 'Inte bedömt', en: 'Not judged' }[locale]}`;
  return `${SYMBOLS[judgement]}${NO_BREAK_SPACE}${GOAL_JUDGEMENT_LABELS[judgement][locale]}`;
}

/** "12, varav 2 genomförd, 5 pågår enligt plan, 1 inte bedömd": each with its number, none as a share. */
function countsText({ activities }: HalfYearFacts, locale: Context['locale']): string {
  const counts = countJudgements(activities.map(({ judgement }) => judgement));
  const judged = JUDGEMENTS.flatMap((judgement) =>
    counts[judgement] === 0
      ? []
      : [`${counts[judgement]} ${JUDGEMENT_LABELS[judgement][locale].toLocaleLowerCase(locale)}`],
  );
  const rest = activities.filter(({ judgement }) => judgement === null).length;
  const words = rest === 0 ? judged : [...judged, `${rest} ${{ sv: 'inte bedömda', en: 'not judged' }[locale]}`];
  return words.length === 0
    ? String(activities.length)
    : `${activities.length}, ${{ sv: 'varav', en: 'of which' }[locale]} ${words.join(', ')}`;
}

function moreText(count: number, locale: Context['locale']): string {
  if (locale === 'sv') return count === 1 ? 'En punkt till står i bilagan.' : `${count} punkter till står i bilagan.`;
  return count === 1 ? 'One more point is in the appendix.' : `${count} more points are in the appendix.`;
}
