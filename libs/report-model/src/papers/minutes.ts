import {
  ADJUSTING_CHANNEL_LABELS,
  AGENDA_ITEM_STATE_LABELS,
  ATTENDANCE_LABELS,
  attended,
  dayOf,
  DECISION_WAY_LABELS,
  formatDay,
  formatInstant,
  type AdjustingChannel,
  type Attendance,
  type DecisionWay,
  type Judgement,
  type MinutesState,
} from '@samhandling/domain';
import { cell, heading, paragraph, paragraphs, table } from '../context.ts';
import type { Block, ClauseBlock, SignaturesBlock } from '../model.ts';
import { roleText } from './agenda.ts';
import { HEAD_A4, type PaperContext, type PaperDefinition, type PaperFacts } from './frame.ts';
import {
  decisionName,
  itemName,
  itemText,
  liftLinks,
  meetingName,
  whenAndWhere,
  whoAndWhen,
  type ActionPointFacts,
  type DecisionFacts,
  type ItemFacts,
  type MeetingFacts,
  type MemberFacts,
} from './meeting-facts.ts';
import { judgedCell } from './undertaking-blocks.ts';

export const MINUTES_FORM = 'samhandling.minutes.1';

export interface MinutesPaperFacts extends PaperFacts {
  readonly form: typeof MINUTES_FORM;
  readonly meeting: MeetingFacts;
  readonly calledAt: string | null;
  readonly state: MinutesState;
  readonly opening: string;
  readonly closing: string;
  readonly recordsNumber: string;
  readonly attendance: readonly AttendeeFacts[];
  /** In order; what was taken off the agenda is not among them. */
  readonly items: readonly MinutesItemFacts[];
  /** Made in the meeting and under no item. */
  readonly otherDecisions: readonly DecisionFacts[];
  readonly otherLifts: readonly LiftFacts[];
  /** By the group since its last meeting, for information. Minutes that were frozen before this was told have none. */
  readonly between?: readonly (DecisionFacts & { readonly way: DecisionWay | null })[];
  readonly actionPoints: readonly (ActionPointFacts & { readonly item: number | null })[];
  readonly next: { readonly startsAt: string; readonly endsAt: string; readonly place: string } | null;
  readonly adjusters: readonly AdjusterFacts[];
}

export interface AttendeeFacts extends Omit<MemberFacts, 'role'> {
  /** Null for a guest. */
  readonly role: MemberFacts['role'] | null;
  readonly status: Attendance;
}

export interface MinutesItemFacts extends ItemFacts {
  readonly note: string;
  /** Set in the meeting; null when it judged nothing. */
  readonly judgement: Judgement | null;
  readonly stateReason: string;
  readonly postponedTo: string | null;
  readonly decisions: readonly DecisionFacts[];
  readonly lifts: readonly LiftFacts[];
}

export interface LiftFacts {
  /** Papers that were frozen before the question had a page do not know it. */
  readonly id?: string;
  readonly toGroup: string;
  readonly question: string;
  readonly proposal: string;
}

export interface AdjusterFacts {
  readonly name: string;
  readonly organisation: string;
  readonly adjustedAt: string | null;
  readonly channel: AdjustingChannel | null;
  /** Who noted it, where somebody else did; empty otherwise. */
  readonly recordedBy: string;
}

type Context = PaperContext<MinutesPaperFacts>;

/** The minutes (protokoll), read straight from the rows the meeting was held with. */
export const MINUTES: PaperDefinition<MinutesPaperFacts> = {
  kind: 'minutes',
  form: MINUTES_FORM,
  layout: HEAD_A4,
  title: { sv: 'Protokoll', en: 'Minutes' },
  frozen: { sv: 'Justerat', en: 'Adjusted' },
  head: (context) => {
    const { facts, locale, label } = context;
    const { meeting, standing, state } = facts;
    return {
      eyebrow: facts.county.name,
      title: locale === 'sv' ? 'Protokoll' : 'Minutes',
      subtitle: meetingName(meeting, locale),
      facts: [
        ...whenAndWhere(meeting, locale),
        { label: label('plan'), value: meeting.plan.title },
        ...(facts.recordsNumber === '' ? [] : [{ label: label('recordsNumber'), value: facts.recordsNumber }]),
        ...(facts.calledAt === null
          ? [
              {
                label: locale === 'sv' ? 'Kallelse' : 'Calling',
                value: locale === 'sv' ? 'Ingen kallelse skickades' : 'No calling was sent',
              },
            ]
          : []),
      ],
      name: `${meeting.group.name} ${dayOf(meeting.startsAt)}`,
      ...(standing.kind === 'draft' && {
        notice:
          state === 'adjusting'
            ? locale === 'sv'
              ? 'Protokollet är skickat för justering och kan ändras tills alla har justerat.'
              : 'The minutes have been sent to be adjusted, and may change until everybody has done so.'
            : locale === 'sv'
              ? 'Det här är ett utkast som inte är justerat.'
              : 'This is a draft that has not been adjusted.',
      }),
    };
  },
  sections: [
    { id: 'attendance', purpose: { sv: 'Vilka som var med', en: 'Who was there' }, build: attendance },
    { id: 'items', purpose: { sv: 'Punkterna i ordning', en: 'The items in order' }, build: items },
    {
      id: 'between',
      purpose: { sv: 'Beslut mellan möten, som information', en: 'Decisions between meetings, for information' },
      build: between,
    },
    { id: 'action_points', purpose: { sv: 'Vem gör vad till när', en: 'Who does what by when' }, build: actionPoints },
    { id: 'closing', purpose: { sv: 'Nästa möte och avslutning', en: 'Next meeting and closing' }, build: closing },
    { id: 'adjusters', purpose: { sv: 'Vilka som justerar', en: 'Who adjusts' }, build: adjusters },
  ],
};

/** By organisation, those who were there first. */
function attendance({ facts, locale, label }: Context): Block[] {
  const title = heading(1, locale === 'sv' ? 'Deltagare' : 'Attendance');
  const here = facts.attendance.filter(({ status }) => attended(status));
  const away = facts.attendance.filter(({ status }) => !attended(status));
  if (facts.attendance.length === 0)
    return [
      title,
      paragraph(locale === 'sv' ? 'Ingen närvaro är antecknad.' : 'No attendance has been noted.', 'quiet'),
    ];
  const role = (one: AttendeeFacts): string =>
    one.role === null ? (locale === 'sv' ? 'Gäst' : 'Guest') : roleText({ ...one, role: one.role }, locale);
  return [
    title,
    table(
      // Those of whom nothing is noted are in neither number: it does not say "3 of 3".
      locale === 'sv'
        ? `${here.length} deltog${away.length === 0 ? '' : `, ${away.length} var frånvarande`}`
        : `${here.length} attended${away.length === 0 ? '' : `, ${away.length} were absent`}`,
      [
        { header: label('organisation'), align: 'start', width: 32 },
        { header: label('name'), align: 'start', width: 26 },
        { header: label('role'), align: 'start', width: 24 },
        { header: locale === 'sv' ? 'Närvaro' : 'Attendance', align: 'start', width: 18 },
      ],
      [...here, ...away].map((one) => [
        cell(one.organisation),
        cell(one.name),
        cell(role(one)),
        cell(ATTENDANCE_LABELS[one.status][locale]),
      ]),
    ),
  ];
}

function items(context: Context): Block[] {
  const { facts, locale } = context;
  const words = facts.meeting.plan.words[locale];
  const title = heading(1, locale === 'sv' ? 'Behandlade punkter' : 'Items');
  const blocks = facts.items.flatMap((item, index): Block[] => {
    const state = stateText(item, locale);
    return [
      { ...heading(2, itemName(item, words, locale)), number: String(index + 1) },
      ...(item.text === '' ? [] : [itemText(item, 'quiet')]),
      ...(state === '' ? [] : [paragraph(state)]),
      ...paragraphs(item.note),
      ...judged(item, context),
      ...item.decisions.map((decision) => clause(decision, locale)),
      ...item.lifts.map((lift) => lifted(lift, context)),
    ];
  });
  const other = facts.otherDecisions.map((decision) => clause(decision, locale));
  return [
    ...(facts.opening === ''
      ? []
      : [heading(1, locale === 'sv' ? 'Inledning' : 'Opening'), ...paragraphs(facts.opening)]),
    title,
    ...(blocks.length === 0
      ? [paragraph(locale === 'sv' ? 'Inga punkter stod på dagordningen.' : 'No items were on the agenda.', 'quiet')]
      : blocks),
    ...(other.length === 0 ? [] : [heading(2, locale === 'sv' ? 'Övriga beslut' : 'Other decisions'), ...other]),
    ...(facts.otherLifts.length === 0
      ? []
      : [
          heading(2, locale === 'sv' ? 'Lyfta frågor' : 'Lifted questions'),
          ...facts.otherLifts.map((lift) => lifted(lift, context)),
        ]),
  ];
}

/** "12 mars 2026, med e-post. Ansvarig: Region Älvmark" */
function between({ facts, locale }: Context): Block[] {
  const decisions = facts.between ?? [];
  if (decisions.length === 0) return [];
  return [
    heading(1, locale === 'sv' ? 'Beslut mellan möten' : 'Decisions between meetings'),
    paragraph(
      locale === 'sv'
        ? 'Besluten togs före mötet och redovisas här som information.'
        : 'These were decided before the meeting and are told here for information.',
      'quiet',
    ),
    ...decisions.map((decision): Block => {
      const how =
        decision.way === null ? '' : `, ${DECISION_WAY_LABELS[decision.way][locale].toLocaleLowerCase(locale)}`;
      const details = [`${formatDay(decision.decidedOn, locale)}${how}`, whoAndWhen(decision, locale)];
      return { ...clause(decision, locale), details: details.filter((part) => part !== '').join('. ') };
    }),
  ];
}

function judged({ judgement }: MinutesItemFacts, { locale }: Context): Block[] {
  if (judgement === null) return [];
  const { text: value } = judgedCell(judgement, locale);
  const label = locale === 'sv' ? 'Lägesbedömning' : 'Judgement';
  return [{ kind: 'facts', items: [{ label, value, tone: judgement }] }];
}

function lifted({ id, toGroup, question, proposal }: LiftFacts, { locale, label }: Context): Block {
  return {
    ...liftLinks([{ id, question }]),
    kind: 'callout',
    tone: 'notice',
    title: locale === 'sv' ? `Lyfts till ${toGroup}` : `Lifted to ${toGroup}`,
    text: proposal === '' ? question : `${question}\n${label('proposal')}: ${proposal}`,
  };
}

function clause(decision: DecisionFacts, locale: Context['locale']): ClauseBlock {
  return {
    kind: 'clause',
    mark: decisionName(decision),
    text: decision.text,
    details: whoAndWhen(decision, locale),
  };
}

/** What became of an item where its note does not say so; empty for one that was treated. */
function stateText({ state, stateReason, postponedTo }: MinutesItemFacts, locale: Context['locale']): string {
  if (state === 'treated') return '';
  const word = AGENDA_ITEM_STATE_LABELS[state][locale];
  const until =
    state === 'postponed' && postponedTo !== null
      ? ` ${locale === 'sv' ? 'till' : 'to'} ${formatDay(dayOf(postponedTo), locale)}`
      : '';
  return `${word}${until}.${stateReason === '' ? '' : ` ${stateReason}`}`;
}

function actionPoints({ facts, locale, label }: Context): Block[] {
  if (facts.actionPoints.length === 0) return [];
  return [
    heading(1, label('actionPoints')),
    table(
      locale === 'sv' ? 'Vem gör vad till när' : 'Who does what by when',
      [
        { header: label('item'), align: 'end', width: 8 },
        { header: label('what'), align: 'start', width: 46 },
        { header: label('who'), align: 'start', width: 26 },
        { header: label('due'), align: 'start', width: 20 },
      ],
      facts.actionPoints.map(({ item, text, who, due }) => [
        cell(item === null ? '–' : String(item)),
        cell(text),
        cell(who),
        cell(due === null ? label('noDay') : formatDay(due, locale)),
      ]),
    ),
  ];
}

function closing({ facts, locale }: Context): Block[] {
  const { next, closing: text } = facts;
  if (next === null && text === '') return [];
  const when =
    next === null
      ? []
      : [{ kind: 'facts' as const, items: whenAndWhere({ ...facts.meeting, ...next, link: '' }, locale) }];
  return [
    ...(next === null ? [] : [heading(1, locale === 'sv' ? 'Nästa möte' : 'Next meeting'), ...when]),
    ...(text === '' ? [] : [heading(1, locale === 'sv' ? 'Avslutning' : 'Closing'), ...paragraphs(text)]),
  ];
}

function adjusters({ facts, locale }: Context): Block[] {
  const title = heading(1, locale === 'sv' ? 'Justering' : 'Adjustment');
  if (facts.adjusters.length === 0)
    return [
      title,
      paragraph(locale === 'sv' ? 'Ingen är vald att justera än.' : 'Nobody is chosen to adjust yet.', 'quiet'),
    ];
  const block: SignaturesBlock = {
    kind: 'signatures',
    items: facts.adjusters.map((one) => ({ name: one.name, role: one.organisation, signed: signedText(one, locale) })),
  };
  return [title, block];
}

/** "Justerade 14 mars 2026 kl. 09:12, inloggad"; who noted it where it was told to somebody. Empty until then. */
function signedText({ adjustedAt, channel, recordedBy }: AdjusterFacts, locale: Context['locale']): string {
  if (adjustedAt === null || channel === null) return '';
  const sv = locale === 'sv';
  if (channel === 'self')
    return `${sv ? 'Justerade' : 'Adjusted'} ${formatInstant(adjustedAt, locale)}, ${sv ? 'inloggad' : 'signed in'}`;
  const how = ADJUSTING_CHANNEL_LABELS[channel][locale].toLocaleLowerCase(locale);
  const noted = recordedBy === '' ? '' : `\n${sv ? 'Antecknat av' : 'Noted by'} ${recordedBy}`;
  return `${sv ? 'Justerade' : 'Adjusted'} ${formatDay(dayOf(adjustedAt), locale)}, ${how}${noted}`;
}
