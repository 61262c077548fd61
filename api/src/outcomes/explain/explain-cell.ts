import { pages, type Explanation, type OutcomeDisplay } from '@samhandling/contracts';
import {
  capitalised,
  computeFromEvents,
  explainEvents,
  explainPlaces,
  formatDay,
  formatNumber,
  LEFT_OUT_LABELS,
  OUTCOME_SOURCE_LABELS,
  type Label,
  type Locale,
} from '@samhandling/domain';
import type { Sheet, SheetIndicator, StoredOutcome } from '../outcomes.repository.ts';
import type { Asked } from './explain.mapper.ts';
import type { ExplainedLoggedEvent, ExplainFacts } from './explain.repository.ts';
import { cellSource, storedCell, type Source } from './explain-sources.ts';
import { figureWords } from './figure-words.ts';

const EVENT: Label = { sv: 'Händelse', en: 'Event' };
const DELETED: Label = {
  sv: 'Händelsen har tagits bort sedan omgången fastställdes.',
  en: 'The event has been removed since the round was adopted.',
};
const CHANGED: Label = {
  sv: 'Händelsen har ändrats sedan omgången fastställdes.',
  en: 'The event has been changed since the round was adopted.',
};
const NOTHING: Label = { sv: 'Inget värde är rapporterat än.', en: 'No value has been reported yet.' };
const NOT_APPLICABLE: Label = {
  sv: 'Svaret är att det inte är tillämpligt. Det räknas inte med någonstans.',
  en: 'The answer is that it is not applicable. It counts nowhere.',
};

/** One value: who gave it, and where events stand behind it or beside it, which they are. */
export function explainCell(
  sheet: Sheet,
  indicator: SheetIndicator,
  facts: ExplainFacts,
  { municipalityCode, sex, locale }: Asked,
  display: OutcomeDisplay,
): Pick<Explanation, 'formula' | 'sources' | 'leftOut'> {
  const stored = storedCell(indicator, municipalityCode, sex);
  const name =
    municipalityCode === null
      ? sheet.county
      : (sheet.municipalities.find(({ code }) => code === municipalityCode)?.name ?? municipalityCode);
  const link = `${pages.outcomes(facts.planSlug, facts.round.label)}${municipalityCode === null ? '' : '?indelning=kommun'}`;
  const own = stored ? [cellSource(indicator, municipalityCode, sex, name, display, link, locale)] : [];
  const counted =
    sex === 'total' ? facts.computed.find((each) => each.municipalityCode === municipalityCode) : undefined;
  const events = counted ? facts.events.filter(({ id }) => counted.eventIds.includes(id)) : [];
  return {
    formula: formulaOf(facts, stored, counted, events, municipalityCode, display, indicator, locale),
    sources: [...own, ...events.map((event) => eventSource(event, facts, municipalityCode, locale))],
    leftOut: [
      ...(municipalityCode === null
        ? []
        : placeLeftOut(name, municipalityCode, indicator, facts, display, link, locale)),
      ...(sex === 'total' ? eventsLeftOut(sheet, indicator, facts, municipalityCode, locale) : []),
    ],
  };
}

function formulaOf(
  { rule }: ExplainFacts,
  stored: StoredOutcome | undefined,
  counted: ExplainFacts['computed'][number] | undefined,
  events: readonly ExplainedLoggedEvent[],
  municipalityCode: string | null,
  display: OutcomeDisplay,
  { definition }: SheetIndicator,
  locale: Locale,
): string {
  const fromEvents =
    rule && counted
      ? explainEvents(
          rule.method,
          events.map((event) => ({
            participants: participantsIn(event, municipalityCode),
            municipalities: municipalityCode === null ? event.places : placesNamed(event, municipalityCode),
            organisations: event.organisations,
          })),
          counted.value,
        ).formula[locale]
      : '';
  if (!stored) return fromEvents === '' ? NOTHING[locale] : `${NOTHING[locale]} ${fromEvents}`;
  if (stored.state === 'not_applicable') return NOT_APPLICABLE[locale];
  if (stored.source === 'events' && fromEvents !== '') return fromEvents;
  const own = `${OUTCOME_SOURCE_LABELS[stored.source][locale]}: ${figureWords(display, definition, locale)}.`;
  if (!counted || counted.value === stored.value) return fromEvents === '' ? own : `${own} ${fromEvents}`;
  const number = formatNumber(counted.value, 0, locale);
  const other =
    locale === 'sv' ? `Händelserna ger ett annat tal, ${number}.` : `The events give another number, ${number}.`;
  return `${own} ${other} ${fromEvents}`;
}

function eventSource(
  event: ExplainedLoggedEvent,
  facts: ExplainFacts,
  municipalityCode: string | null,
  locale: Locale,
): Source {
  const title = event.title === '' ? '' : `: ${event.title}`;
  return {
    label: `${formatDay(event.day, locale)}, ${event.kind.toLocaleLowerCase('sv')}${title}`,
    value: broughtBy(event, facts, municipalityCode, locale),
    source: EVENT[locale],
    person: event.createdBy,
    at: event.createdAt,
    note: changedSince(event, facts)?.[locale] ?? '',
    link: event.isDeleted ? '' : pages.event(facts.planSlug, event.id),
  };
}

function changedSince({ isDeleted, updatedAt }: ExplainedLoggedEvent, { frozenAt }: ExplainFacts): Label | null {
  if (frozenAt === null) return null;
  if (isDeleted) return DELETED;
  return updatedAt > frozenAt ? CHANGED : null;
}

/** What the event adds, in the terms of the rule. */
function broughtBy(
  event: ExplainedLoggedEvent,
  { rule }: ExplainFacts,
  municipalityCode: string | null,
  locale: Locale,
): string {
  switch (rule?.method) {
    case 'sum_participants': {
      const participants = participantsIn(event, municipalityCode);
      return participants === null ? '–' : formatNumber(participants, 0, locale);
    }
    case 'distinct_municipalities':
      return event.places.join(', ');
    case 'distinct_organisations':
      return event.organisations.join(', ');
    default:
      return '1';
  }
}

function participantsIn(event: ExplainedLoggedEvent, municipalityCode: string | null): number | null {
  if (municipalityCode === null) return event.participants;
  const part = event.municipalities.find(({ code }) => code === municipalityCode)?.participants ?? null;
  return part ?? (event.municipalities.length === 1 ? event.participants : null);
}

function placesNamed(event: ExplainedLoggedEvent, code: string): string[] {
  return event.places.filter((_name, index) => event.municipalities[index]?.code === code);
}

function placeLeftOut(
  name: string,
  code: string,
  indicator: SheetIndicator,
  facts: ExplainFacts,
  display: OutcomeDisplay,
  link: string,
  locale: Locale,
): Explanation['leftOut'] {
  if (!indicator.leftOut.includes(code) || display.state !== 'not_reported') return [];
  const place = {
    name,
    state: 'not_reported' as const,
    value: null,
    denominator: null,
    isAsked: false,
    declined: facts.declined.includes(code),
  };
  return explainPlaces(indicator.definition, [place], 0, false).leftOut.map(({ reason }) => ({
    label: name,
    reason: reason[locale],
    link,
  }));
}

/** Events the rule asks for that add nothing, each with why. In an adopted round they are as they were frozen: not asked. */
function eventsLeftOut(
  sheet: Sheet,
  { definition }: SheetIndicator,
  facts: ExplainFacts,
  municipalityCode: string | null,
  locale: Locale,
): Explanation['leftOut'] {
  if (!facts.rule || facts.frozenAt !== null) return [];
  const alive = facts.events.filter(({ isDeleted }) => !isDeleted);
  const { leftOut } = computeFromEvents(
    alive.filter(
      ({ municipalities }) =>
        municipalityCode === null ||
        municipalities.length === 0 ||
        municipalities.some(({ code }) => code === municipalityCode),
    ),
    {
      ...facts.rule,
      activityIds: facts.activityIds,
      breakdown: definition.breakdown,
      from: facts.round.from,
      to: facts.round.to,
    },
    sheet.municipalities.map(({ code }) => code),
  );
  return leftOut.flatMap(({ eventId, reason }) => {
    const event = alive.find(({ id }) => id === eventId);
    return event
      ? [
          {
            label: `${capitalised(event.kind)} ${formatDay(event.day, locale)}${event.title === '' ? '' : `: ${event.title}`}`,
            reason: LEFT_OUT_LABELS[reason][locale],
            link: pages.event(facts.planSlug, event.id),
          },
        ]
      : [];
  });
}
