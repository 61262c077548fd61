import {
  capitalised,
  dayOf,
  formatDay,
  formatNumber,
  formatTime,
  itemTimes,
  minutesBetween,
  MEMBER_ROLE_LABELS,
  type Label,
} from '@samhandling/domain';
import { cell, heading, paragraph, table } from '../context.ts';
import type { Block, Fact } from '../model.ts';
import { HEAD_A4, type PaperContext, type PaperDefinition, type PaperFacts } from './frame.ts';
import {
  decisionName,
  dueText,
  itemName,
  itemText,
  meetingName,
  shortened,
  whenAndWhere,
  whoAndWhen,
  type ActionPointFacts,
  type DecisionFacts,
  type ItemFacts,
  type MeetingFacts,
  type MemberFacts,
} from './meeting-facts.ts';

export const AGENDA_FORM = 'samhandling.agenda.1';

export interface AgendaFacts extends PaperFacts {
  readonly form: typeof AGENDA_FORM;
  readonly meeting: MeetingFacts;
  /** Null until somebody has been called. */
  readonly calling: { readonly calledAt: string; readonly calledBy: string; readonly sequence: number } | null;
  /** In order, without what has been removed, parked or put off. */
  readonly items: readonly AgendaItemFacts[];
  readonly members: readonly MemberFacts[];
  /** The meeting before this one, with what it decided and what is left of it. */
  readonly previous: {
    readonly heldOn: string;
    readonly decisions: readonly DecisionFacts[];
    readonly actionPoints: readonly ActionPointFacts[];
  } | null;
}

export interface AgendaItemFacts extends ItemFacts {
  readonly minutes: number;
  readonly responsible: readonly string[];
  /** Why it is up, in words. */
  readonly reasons: readonly Label[];
  readonly lastUpOn: string | null;
  readonly lastDecision: DecisionFacts | null;
}

type Context = PaperContext<AgendaFacts>;

/** The calling (kallelse): what is up, when, and why, with what those who come need to have read. */
export const AGENDA: PaperDefinition<AgendaFacts> = {
  kind: 'agenda',
  form: AGENDA_FORM,
  layout: HEAD_A4,
  title: { sv: 'Kallelse', en: 'Calling' },
  frozen: { sv: 'Skickad', en: 'Sent' },
  head: (context) => {
    const { facts, locale } = context;
    const { meeting } = facts;
    return {
      eyebrow: facts.county.name,
      title: locale === 'sv' ? 'Kallelse' : 'Calling',
      subtitle: meetingName(meeting, locale),
      facts: [...whenAndWhere(meeting, locale), { label: context.label('plan'), value: meeting.plan.title }],
      name: `${meeting.group.name} ${dayOf(meeting.startsAt)}`,
      standing: standing(context),
    };
  },
  sections: [
    { id: 'order', purpose: { sv: 'Dagordning med tider', en: 'The agenda with times' }, build: order },
    {
      id: 'previous',
      purpose: { sv: 'Vad förra mötet beslutade', en: 'What the last meeting decided' },
      build: previous,
    },
    { id: 'material', purpose: { sv: 'Varje punkt för sig', en: 'Each item by itself' }, build: material },
    { id: 'called', purpose: { sv: 'Vilka som är kallade', en: 'Who is called' }, build: called },
  ],
};

/** "Skickad 3 mars 2026 av Maria Sandell"; a changed calling says so. */
function standing({ facts, locale }: Context): string {
  const { meeting, calling } = facts;
  if (meeting.state === 'cancelled') return locale === 'sv' ? 'Mötet är inställt' : 'The meeting is cancelled';
  if (!calling) return locale === 'sv' ? 'Förslag, inte skickat' : 'Proposal, not sent';
  const day = formatDay(dayOf(calling.calledAt), locale);
  if (calling.sequence > 0) return locale === 'sv' ? `Ändrad kallelse ${day}` : `Changed calling, ${day}`;
  return locale === 'sv' ? `Skickad ${day} av ${calling.calledBy}` : `Sent ${day} by ${calling.calledBy}`;
}

function order({ facts, locale, label }: Context): Block[] {
  const { items, meeting } = facts;
  const title = heading(1, locale === 'sv' ? 'Dagordning' : 'Agenda');
  if (items.length === 0)
    return [
      title,
      paragraph(
        locale === 'sv' ? 'Inga punkter är satta på dagordningen än.' : 'No items have been put on the agenda yet.',
        'quiet',
      ),
    ];
  const times = itemTimes(
    meeting.startsAt,
    items.map(({ minutes }) => minutes),
  );
  const rows = items.map((item, index) => {
    const begins = formatTime(times[index]?.startsAt ?? meeting.startsAt);
    const text = item.kind === 'free' ? item.title : shortened(item.text);
    const name = item.kind === 'free' ? text : `${itemName(item, meeting.plan.words[locale], locale)}. ${text}`;
    return [cell(String(index + 1)), cell(begins), cell(name), cell(formatNumber(item.minutes, 0, locale))];
  });
  const sum = items.reduce((total, { minutes }) => total + minutes, 0);
  return [
    title,
    table(
      locale === 'sv' ? 'Punkter i ordning' : 'Items in order',
      [
        { header: label('number'), align: 'end', width: 6 },
        { header: locale === 'sv' ? 'Börjar' : 'Begins', align: 'end', width: 10 },
        { header: label('item'), align: 'start', width: 72 },
        { header: label('minutes'), align: 'end', width: 12 },
      ],
      rows,
      { note: timeNote(sum, minutesBetween(meeting.startsAt, meeting.endsAt), locale) },
    ),
  ];
}

function timeNote(sum: number, long: number, locale: Context['locale']): string {
  const [items, meeting] = [sum, long].map((minutes) => formatNumber(minutes, 0, locale));
  if (sum <= long)
    return locale === 'sv'
      ? `Punkterna tar ${items} av mötets ${meeting} minuter.`
      : `The items take ${items} of the meeting’s ${meeting} minutes.`;
  return locale === 'sv'
    ? `Punkterna tar ${items} minuter, mötet är ${meeting} minuter långt. Allt hinns inte med.`
    : `The items take ${items} minutes, the meeting is ${meeting} minutes long. There is not time for everything.`;
}

function previous({ facts, locale, label }: Context): Block[] {
  const { previous: before, meeting } = facts;
  if (!before || before.decisions.length + before.actionPoints.length === 0) return [];
  const today = dayOf(meeting.startsAt);
  const day = formatDay(before.heldOn, locale);
  return [
    heading(1, locale === 'sv' ? 'Från förra mötet' : 'From the last meeting'),
    paragraph(locale === 'sv' ? `Gruppen möttes senast ${day}.` : `The group last met on ${day}.`),
    ...before.decisions.map((decision) => ({
      kind: 'clause' as const,
      mark: decisionName(decision),
      text: decision.text,
      details: whoAndWhen(decision, locale),
    })),
    ...(before.actionPoints.length === 0
      ? []
      : [
          table(
            locale === 'sv' ? 'Kvar att göra sedan förra mötet' : 'Still to do since the last meeting',
            [
              { header: label('what'), align: 'start', width: 50 },
              { header: label('who'), align: 'start', width: 26 },
              { header: label('due'), align: 'start', width: 24 },
            ],
            before.actionPoints.map((point) => [
              cell(point.text),
              cell(point.who),
              cell(dueText({ state: 'open', due: point.due }, today, locale)),
            ]),
          ),
        ]),
  ];
}

function material({ facts, locale, label }: Context): Block[] {
  const { items, meeting } = facts;
  const words = meeting.plan.words[locale];
  const blocks = items.flatMap((item, index): Block[] => {
    const about: Fact[] = [
      ...(item.responsible.length === 0 ? [] : [{ label: label('responsible'), value: item.responsible.join(', ') }]),
      ...(item.reasons.length === 0
        ? []
        : [{ label: label('why'), value: item.reasons.map((reason) => reason[locale]).join('\n') }]),
      ...(item.kind !== 'activity'
        ? []
        : [
            {
              label: label('lastUp'),
              value: item.lastUpOn === null ? label('neverUp') : formatDay(item.lastUpOn, locale),
            },
          ]),
      ...(item.lastDecision === null
        ? []
        : [{ label: label('lastDecision'), value: decided(item.lastDecision, locale) }]),
    ];
    if (item.kind === 'free' && about.length === 0) return [];
    return [
      { ...heading(2, itemName(item, words, locale)), number: String(index + 1) },
      ...(item.text === '' ? [] : [itemText(item)]),
      ...(about.length === 0 ? [] : [{ kind: 'facts' as const, items: about }]),
    ];
  });
  if (blocks.length === 0) return [];
  return [heading(1, locale === 'sv' ? 'Underlag' : 'Background'), ...blocks];
}

function decided(decision: DecisionFacts, locale: Context['locale']): string {
  const when = whoAndWhen(decision, locale);
  return `${decisionName(decision)} ${decision.text}${when === '' ? '' : `\n${when}`}`;
}

function called({ facts, locale, label }: Context): Block[] {
  const { members } = facts;
  const title = heading(1, locale === 'sv' ? 'Kallade' : 'Called');
  if (members.length === 0)
    return [
      title,
      paragraph(locale === 'sv' ? 'Ingen är med i gruppen den dagen.' : 'Nobody is in the group on that day.', 'quiet'),
    ];
  return [
    title,
    table(
      locale === 'sv' ? 'De som är kallade' : 'Those who are called',
      [
        { header: label('name'), align: 'start', width: 34 },
        { header: label('organisation'), align: 'start', width: 36 },
        { header: label('role'), align: 'start', width: 30 },
      ],
      members.map((member) => [cell(member.name), cell(member.organisation), cell(roleText(member, locale))]),
    ),
  ];
}

/** "Ersättare för Anna Berg" */
export function roleText({ role, substituteFor }: MemberFacts, locale: Context['locale']): string {
  const word = capitalised(MEMBER_ROLE_LABELS[role][locale]);
  if (substituteFor === null) return word;
  return `${word} ${locale === 'sv' ? 'för' : 'for'} ${substituteFor}`;
}
