import type { HistoryComparison, HistoryEntity, HistoryEntry } from '@samhandling/contracts';
import {
  dayOf,
  differingFields,
  EMPTY_LABELS,
  stateAtEndOf,
  type Channel,
  type Label,
  type Locale,
} from '@samhandling/domain';
import { actionWords, fieldOf, inReadingOrder, throughWords, type HistoryField } from './history-fields.ts';
import type { RecordedEntry } from './history.repository.ts';
import { valueWords, type Names } from './history-values.ts';

/** In whose eyes the record is put in words. */
export interface HistoryReader {
  readonly locale: Locale;
  readonly names: Names;
  /** False: a protected figure stands behind this, and no number or text of it is told. */
  readonly sees: boolean;
}

/** What a protected cell gives away nothing of: its note may well name the number in words. */
const PROTECTED = new Set(['value', 'denominator', 'day', 'text', 'note', 'keptReason']);

/** Where somebody had to say why: the field the reason stands in. */
const REASON_OF: Readonly<Record<string, string>> = { return: 'returnReason' };

const CHANNEL_WORDS: Readonly<Record<Channel, Label>> = {
  meeting: { sv: 'på möte', en: 'at a meeting' },
  phone: { sv: 'per telefon', en: 'by phone' },
  mail: { sv: 'via e-post', en: 'by mail' },
};

export function entryWords(
  entity: HistoryEntity,
  entry: RecordedEntry,
  channel: Channel | null,
  undo: HistoryEntry['undo'],
  reader: HistoryReader,
): HistoryEntry {
  const { locale } = reader;
  const reasonField = REASON_OF[entry.action] ?? ['reason', 'keptReason'].find((name) => name in entry.changes) ?? '';
  const given = entry.changes[reasonField]?.new;
  const isHidden = !reader.sees && PROTECTED.has(reasonField);
  const reason = typeof given === 'string' && !isHidden ? given : '';
  const through = [
    throughWords(entry.source)[locale],
    entry.onBehalfOf && channel ? CHANNEL_WORDS[channel][locale] : '',
  ];
  return {
    id: entry.id,
    at: entry.at,
    person: entry.person,
    onBehalfOf: entry.onBehalfOf,
    isDisposed: entry.isDisposed,
    through: through.filter((part) => part !== '').join(', '),
    action: actionWords(entity, entry.action)[locale],
    reason,
    fields: inReadingOrder(entity, Object.keys(entry.changes))
      .filter((name) => name !== reasonField || reason === '')
      .flatMap((name) => {
        const { old, new: now } = entry.changes[name] ?? {};
        const shown = shownField(entity, name, [old, now], reader);
        if (!shown || (shown.values[0] === shown.values[1] && !shown.isProtected)) return [];
        return [{ name, label: shown.label, isText: shown.isText, old: shown.values[0], new: shown.values[1] }];
      }),
    undo,
  };
}

/** How it read at the end of two days. Only what reads differently is named. */
export function comparisonWords(
  entity: HistoryEntity,
  newestFirst: readonly RecordedEntry[],
  days: { readonly from: string; readonly to: string },
  reader: HistoryReader,
): HistoryComparison {
  // Of what gallring has been through nothing is known, so it says nothing about how it read.
  const known = newestFirst.filter(({ isDisposed }) => !isDisposed);
  const recorded = known.map(({ at, changes }) => ({ day: dayOf(at), changes }));
  const [from, to] = [stateAtEndOf(days.from, recorded), stateAtEndOf(days.to, recorded)];
  return {
    ...days,
    fields: inReadingOrder(entity, differingFields(from, to)).flatMap((name) => {
      const shown = shownField(entity, name, [from[name], to[name]], reader);
      if (!shown || (shown.values[0] === shown.values[1] && !shown.isProtected)) return [];
      return [{ name, label: shown.label, isText: shown.isText, from: shown.values[0], to: shown.values[1] }];
    }),
  };
}

/** The channel that held when each entry was made, in the order given (newest first). */
export function channelsOf(newestFirst: readonly RecordedEntry[]): (Channel | null)[] {
  let channel: Channel | null = null;
  return newestFirst
    .toReversed()
    .map(({ changes }) => {
      const change = changes['channel'];
      if (change && 'new' in change) channel = isChannel(change.new) ? change.new : null;
      return channel;
    })
    .reverse();
}

function isChannel(value: unknown): value is Channel {
  return typeof value === 'string' && Object.hasOwn(CHANNEL_WORDS, value);
}

function shownField(
  entity: HistoryEntity,
  name: string,
  [before, after]: readonly [unknown, unknown],
  reader: HistoryReader,
): ShownField | null {
  const field = fieldOf(entity, name);
  return field && shownValues(field, name, [before, after], reader);
}

export interface ShownField {
  readonly label: string;
  readonly isText: boolean;
  readonly isProtected: boolean;
  readonly values: [string, string];
}

/** Before and after as people read them, or what stands there when the reader may not see them. */
export function shownValues(
  field: HistoryField,
  name: string,
  [before, after]: readonly [unknown, unknown],
  { locale, names, sees }: HistoryReader,
): ShownField {
  const isProtected = !sees && PROTECTED.has(name);
  const words = (value: unknown): string => {
    if (isProtected) return value === undefined || value === null || value === '' ? '' : EMPTY_LABELS.protected[locale];
    return valueWords(value, field, names, locale);
  };
  const values: [string, string] = [words(before), words(after)];
  return {
    label: field.label[locale],
    isText: (field.isText ?? false) && !isProtected,
    isProtected: isProtected && values.some((value) => value !== ''),
    values,
  };
}
