import { exactSum } from './combine.ts';
import type { RuleMethod } from './event.ts';
import type { Label, Locale } from './locale.ts';
import { formatNumber } from './number-format.ts';
import { joinList } from './prose.ts';

/** What one event brings to one figure, as it stands now. */
export interface ExplainedEvent {
  /** Participants it brings to this place; null where nobody counted. */
  readonly participants: number | null;
  readonly municipalities: readonly string[];
  readonly organisations: readonly string[];
}

export interface EventsExplanation {
  readonly formula: Label;
  /** The parts give the number. False when an event has changed since the number was frozen. */
  readonly holds: boolean;
}

/**
 * How events give a figure, with the parts: "4 händelser räknas en gång var", "12 + 8 = 20 deltagare i 2 händelser". Where
 * the events as they stand no longer give the number that was kept, the words say so instead of showing parts that
 * do not add up.
 */
export function explainEvents(method: RuleMethod, events: readonly ExplainedEvent[], value: number): EventsExplanation {
  const parts = partsOf(method, events);
  if (parts.value !== value) return { formula: changedWords(events.length, value), holds: false };
  return { formula: parts.formula, holds: true };
}

function partsOf(method: RuleMethod, events: readonly ExplainedEvent[]): { value: number; formula: Label } {
  switch (method) {
    case 'count_events':
      return {
        value: events.length,
        formula:
          events.length === 1
            ? { sv: 'En händelse räknas.', en: 'One event counts.' }
            : both(
                (locale) =>
                  `${eventsWords(events.length, locale)} ${locale === 'sv' ? 'räknas en gång var' : 'count once each'}.`,
              ),
      };
    case 'sum_participants':
      return participants(events);
    case 'distinct_municipalities':
      return distinct(events, ({ municipalities }) => municipalities, {
        sv: 'Olika kommuner',
        en: 'Different municipalities',
      });
    case 'distinct_organisations':
      return distinct(events, ({ organisations }) => organisations, {
        sv: 'Olika organisationer',
        en: 'Different organisations',
      });
  }
}

function participants(events: readonly ExplainedEvent[]): { value: number; formula: Label } {
  const counted = events.flatMap((event) => (event.participants === null ? [] : [event.participants]));
  const value = exactSum(counted);
  const formula = both((locale) => {
    const terms = counted.map((each) => formatNumber(each, 0, locale)).join(' + ');
    const sum = counted.length === 1 ? '' : ` = ${formatNumber(value, 0, locale)}`;
    return locale === 'sv'
      ? `Deltagarna i ${eventsWords(counted.length, locale)}: ${terms}${sum}.`
      : `The participants of ${eventsWords(counted.length, locale)}: ${terms}${sum}.`;
  });
  return { value, formula };
}

function distinct(
  events: readonly ExplainedEvent[],
  namesOf: (event: ExplainedEvent) => readonly string[],
  what: Label,
): { value: number; formula: Label } {
  const names = [...new Set(events.flatMap((event) => namesOf(event)))];
  const formula = both((locale) => {
    const among = locale === 'sv' ? 'i' : 'in';
    return `${what[locale]} ${among} ${eventsWords(events.length, locale)}: ${joinList(names, locale)} (${formatNumber(names.length, 0, locale)}).`;
  });
  return { value: names.length, formula };
}

function changedWords(events: number, value: number): Label {
  return {
    sv: `${eventsWords(events, 'sv')} gav ${formatNumber(value, 0, 'sv')} när talet räknades. Händelserna har ändrats sedan dess och ger inte längre samma tal.`,
    en: `${eventsWords(events, 'en')} gave ${formatNumber(value, 0, 'en')} when the number was counted. The events have changed since and no longer give the same number.`,
  };
}

function eventsWords(count: number, locale: Locale): string {
  const number = formatNumber(count, 0, locale);
  return locale === 'sv'
    ? `${number} ${count === 1 ? 'händelse' : 'händelser'}`
    : `${number} ${count === 1 ? 'event' : 'events'}`;
}

function both(say: (locale: Locale) => string): Label {
  return { sv: say('sv'), en: say('en') };
}
