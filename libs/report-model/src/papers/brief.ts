import type { OutcomeDisplay } from '@samhandling/contracts';
import {
  capitalised,
  dayOf,
  EMPTY_LABELS,
  formatDay,
  formatNumber,
  type Judgement,
  type Label,
} from '@samhandling/domain';
import { cell, heading, paragraph, table } from '../context.ts';
import { figureText, type FigureKind } from '../figure-text.ts';
import { LABELS } from '../labels.ts';
import type { Block } from '../model.ts';
import { HEAD_A4, type PaperContext, type PaperDefinition, type PaperFacts } from './frame.ts';
import {
  meetingName,
  shortened,
  whenAndWhere,
  type ActionPointFacts,
  type DecisionFacts,
  type MeetingFacts,
} from './meeting-facts.ts';
import { judgedCell, openActionPoints, openDecisions } from './undertaking-blocks.ts';

export const BRIEF_FORM = 'samhandling.brief.1';

export interface BriefFacts extends PaperFacts {
  readonly form: typeof BRIEF_FORM;
  readonly meeting: MeetingFacts;
  /** The day of the group's meeting before, from which what is new is counted; null when it has not met. */
  readonly since: string | null;
  /** The meeting after this one; null when none is planned. */
  readonly nextOn: string | null;
  readonly round: { readonly label: string; readonly lastLabel: string | null; readonly due: string } | null;
  /** Answers handed in or accepted since. */
  readonly answers: readonly {
    readonly reference: string;
    readonly text: string;
    readonly judgement: Judgement | null;
    readonly nothingNew: boolean;
    readonly who: string;
    readonly on: string;
  }[];
  readonly events: {
    readonly count: number;
    readonly kinds: readonly { readonly name: string; readonly count: number }[];
  };
  readonly attention: readonly {
    readonly reference: string;
    readonly text: string;
    readonly judgement: Judgement | null;
    readonly reasons: readonly Label[];
  }[];
  /** Figures somebody has entered since, with the round before beside them. Protected as for any reader. */
  readonly moved: readonly (FigureKind & {
    readonly text: string;
    readonly references: readonly string[];
    readonly now: OutcomeDisplay;
    readonly last: OutcomeDisplay | null;
  })[];
  readonly steps: readonly {
    readonly reference: string;
    readonly text: string;
    readonly on: string;
    readonly who: string;
  }[];
  readonly decisions: readonly DecisionFacts[];
  readonly actionPoints: readonly ActionPointFacts[];
}

type Context = PaperContext<BriefFacts>;

/** Letters that name an activity beside why it is there, which is what the table is for. */
const NAMED = 75;

/** The brief (beredningsunderlag): what has happened since the group last met, and what needs it now. */
export const BRIEF: PaperDefinition<BriefFacts> = {
  kind: 'brief',
  form: BRIEF_FORM,
  layout: HEAD_A4,
  title: { sv: 'Beredningsunderlag', en: 'Brief' },
  frozen: { sv: 'Fryst', en: 'Frozen' },
  head: ({ facts, locale, label }) => ({
    eyebrow: facts.county.name,
    title: locale === 'sv' ? 'Beredningsunderlag' : 'Brief',
    subtitle: meetingName(facts.meeting, locale),
    facts: [
      ...whenAndWhere(facts.meeting, locale),
      { label: label('plan'), value: facts.meeting.plan.title },
      ...(facts.round === null ? [] : [{ label: locale === 'sv' ? 'Omgång' : 'Round', value: facts.round.label }]),
      {
        label: locale === 'sv' ? 'Räknat från' : 'Counted from',
        value:
          facts.since === null
            ? locale === 'sv'
              ? 'gruppens första möte: allt räknas'
              : 'the group’s first meeting: everything counts'
            : formatDay(facts.since, locale),
      },
    ],
    name: `${facts.meeting.group.name} ${dayOf(facts.meeting.startsAt)}`,
    standing:
      facts.standing.kind === 'draft'
        ? `${locale === 'sv' ? 'Framtaget' : 'Made'} ${formatDay(dayOf(facts.standing.madeAt), locale)}`
        : formatDay(dayOf(facts.standing.frozenAt), locale),
  }),
  sections: [
    { id: 'short', purpose: { sv: 'Läget i korthet', en: 'In short' }, build: short },
    { id: 'attention', purpose: { sv: 'Vad som behöver gruppen', en: 'What needs the group' }, build: attention },
    { id: 'due', purpose: { sv: 'Vad som ska vara klart', en: 'What is due' }, build: due },
    { id: 'open', purpose: { sv: 'Öppna beslut och att göra', en: 'Open decisions and action points' }, build: open },
    { id: 'moved', purpose: { sv: 'Siffror som ändrats', en: 'Figures that moved' }, build: moved },
    { id: 'answers', purpose: { sv: 'Vad som kommit in', en: 'What has come in' }, build: answers },
  ],
};

const number = (value: number, locale: Context['locale']): string => formatNumber(value, 0, locale);

function short({ facts, locale }: Context): Block[] {
  const { answers: came, events, moved: figures, attention: needing, decisions, actionPoints } = facts;
  const today = dayOf(facts.meeting.startsAt);
  const late = [...decisions, ...actionPoints].filter(({ due: day }) => day !== null && day < today).length;
  const sv = locale === 'sv';
  const kinds = events.kinds.map(({ name, count }) => `${name} ${number(count, locale)}`).join(', ');
  const told = kinds === '' ? '' : `: ${kinds}`;
  const left = decisions.length + actionPoints.length;
  const lateSv =
    left === 0
      ? ''
      : `; ${number(late, locale)} av ${number(left, locale)} är ${late === 1 ? 'försenat' : 'försenade'}`;
  const lateEn =
    left === 0 ? '' : `; ${number(late, locale)} of ${number(left, locale)} ${late === 1 ? 'is' : 'are'} late`;
  const of = (count: number, one: string, many: string): string =>
    `${number(count, locale)} ${count === 1 ? one : many}`;
  const { activity } = facts.meeting.plan.words[locale];
  return [
    heading(1, sv ? 'I korthet' : 'In short'),
    {
      kind: 'list',
      items: sv
        ? [
            `${of(came.length, 'svar', 'svar')} har kommit in, och ${of(figures.length, 'siffra', 'siffror')} har fyllts i eller ändrats.`,
            `${of(events.count, 'händelse har registrerats', 'händelser har registrerats')}${told}.`,
            `${of(needing.length, activity.one, activity.many)} behöver uppmärksamhet.`,
            `${of(decisions.length, 'beslut är öppet', 'beslut är öppna')} och ${of(actionPoints.length, 'sak', 'saker')} återstår att göra${lateSv}.`,
          ]
        : [
            `${of(came.length, 'answer has', 'answers have')} come in, and ${of(figures.length, 'figure has', 'figures have')} been entered or changed.`,
            `${of(events.count, 'event has been registered', 'events have been registered')}${told}.`,
            `${of(needing.length, `${activity.one} needs`, `${activity.many} need`)} attention.`,
            `${of(decisions.length, 'decision is', 'decisions are')} open and ${of(actionPoints.length, 'thing remains', 'things remain')} to be done${lateEn}.`,
          ],
    },
  ];
}

function attention({ facts, locale, label }: Context): Block[] {
  const title = heading(1, locale === 'sv' ? 'Behöver uppmärksamhet' : 'Needs attention');
  if (facts.attention.length === 0)
    return [
      title,
      paragraph(
        locale === 'sv' ? 'Inget behöver uppmärksamhet just nu.' : 'Nothing needs attention right now.',
        'quiet',
      ),
    ];
  return [
    title,
    table(
      locale === 'sv' ? 'Det mest angelägna först' : 'The most pressing first',
      [
        { header: label('number'), align: 'start', width: 8 },
        { header: capitalised(facts.meeting.plan.words[locale].activity.one), align: 'start', width: 27 },
        { header: LABELS.judgement[locale], align: 'start', width: 19 },
        { header: label('why'), align: 'start', width: 46 },
      ],
      facts.attention.map(({ reference, text, judgement, reasons }) => [
        cell(reference),
        cell(shortened(text, NAMED)),
        judgedCell(judgement, locale),
        cell(reasons.map((reason) => reason[locale]).join('\n')),
      ]),
    ),
  ];
}

function due({ facts, locale, label }: Context): Block[] {
  const until = facts.nextOn === null ? null : formatDay(facts.nextOn, locale);
  const sv = locale === 'sv';
  const title = heading(1, sv ? 'Ska vara klart före nästa möte' : 'Due before the next meeting');
  const rounds =
    facts.round === null
      ? []
      : [
          paragraph(
            sv
              ? `Omgång ${facts.round.label} ska vara besvarad ${formatDay(facts.round.due, locale)}.`
              : `Round ${facts.round.label} is to be answered by ${formatDay(facts.round.due, locale)}.`,
          ),
        ];
  if (facts.steps.length === 0)
    return [
      title,
      ...rounds,
      paragraph(
        until === null
          ? sv
            ? 'Inget nästa steg har en dag, och inget möte är planerat efter det här.'
            : 'No next step has a day, and no meeting is planned after this one.'
          : sv
            ? `Inget nästa steg har en dag före ${until}.`
            : `No next step has a day before ${until}.`,
        'quiet',
      ),
    ];
  return [
    title,
    ...rounds,
    table(
      until === null
        ? sv
          ? 'Nästa steg'
          : 'Next steps'
        : sv
          ? `Nästa steg till och med ${until}`
          : `Next steps up to ${until}`,
      [
        { header: label('due'), align: 'start', width: 20 },
        { header: label('number'), align: 'start', width: 9 },
        { header: label('what'), align: 'start', width: 45 },
        { header: label('who'), align: 'start', width: 26 },
      ],
      facts.steps.map(({ on, reference, text, who }) => [
        cell(formatDay(on, locale)),
        cell(reference),
        cell(shortened(text)),
        cell(who),
      ]),
    ),
  ];
}

function open({ facts, locale, label }: Context): Block[] {
  const today = dayOf(facts.meeting.startsAt);
  if (facts.decisions.length + facts.actionPoints.length === 0)
    return [
      heading(1, label('openDecisions')),
      paragraph(
        locale === 'sv'
          ? 'Gruppen har inga öppna beslut och inget kvar att göra.'
          : 'The group has no open decisions and nothing left to do.',
        'quiet',
      ),
    ];
  return [...openDecisions(facts.decisions, today, locale), ...openActionPoints(facts.actionPoints, today, locale)];
}

function moved({ facts, locale }: Context): Block[] {
  if (facts.moved.length === 0) return [];
  const words = {
    locale,
    label: (key: keyof typeof LABELS) => LABELS[key][locale],
    source: { terms: { empty: EMPTY_LABELS } },
  };
  return [
    heading(1, locale === 'sv' ? 'Siffror som ändrats' : 'Figures that moved'),
    table(
      locale === 'sv' ? 'Ifyllda eller ändrade sedan förra mötet' : 'Entered or changed since the last meeting',
      [
        { header: LABELS.indicator[locale], align: 'start', width: 46 },
        { header: LABELS.number[locale], align: 'start', width: 14 },
        { header: facts.round?.label ?? LABELS.now[locale], align: 'end', width: 20 },
        { header: facts.round?.lastLabel ?? LABELS.lastRound[locale], align: 'end', width: 20 },
      ],
      facts.moved.map((figure) => [
        cell(figure.text),
        cell(figure.references.join(', ')),
        cell(figureText(words, figure, figure.now, true)),
        cell(figure.last === null ? LABELS.nothing[locale] : figureText(words, figure, figure.last, true)),
      ]),
      {
        note:
          locale === 'sv' ? 'Små tal är skyddade som i rapporterna.' : 'Small numbers are protected as in the reports.',
      },
    ),
  ];
}

function answers({ facts, locale, label }: Context): Block[] {
  if (facts.answers.length === 0) return [];
  const sv = locale === 'sv';
  return [
    heading(1, sv ? 'Svar som kommit in' : 'Answers that have come in'),
    table(
      sv ? 'Inlämnade eller godkända sedan förra mötet' : 'Handed in or accepted since the last meeting',
      [
        { header: label('number'), align: 'start', width: 9 },
        { header: capitalised(facts.meeting.plan.words[locale].activity.one), align: 'start', width: 35 },
        { header: LABELS.judgement[locale], align: 'start', width: 18 },
        { header: label('who'), align: 'start', width: 20 },
        { header: sv ? 'Dag' : 'Day', align: 'start', width: 18 },
      ],
      facts.answers.map(({ reference, text, judgement, nothingNew, who, on }) => [
        cell(reference),
        cell(`${shortened(text)}${nothingNew ? `\n${LABELS.nothingNew[locale]}` : ''}`),
        judgedCell(judgement, locale),
        cell(who),
        cell(formatDay(on, locale)),
      ]),
    ),
  ];
}
