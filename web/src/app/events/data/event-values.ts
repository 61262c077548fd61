import type { Day, EventInput, Id, LoggedEvent } from '@samhandling/contracts';
import { type Locale, MOST_PARTICIPANTS, parseDayNear, parseNumberText } from '@samhandling/domain';

/** The form as it is typed. Figures and days are texts until they are sent. */
export interface EventValues {
  readonly kindId: Id;
  readonly day: string;
  readonly activityIds: readonly Id[];
  readonly municipalities: readonly string[];
  readonly organisationIds: readonly Id[];
  readonly participants: string;
  readonly byMunicipality: Readonly<Record<string, string>>;
  readonly byOrganisation: Readonly<Record<Id, string>>;
  /** By target group, as offered: the name of the group, and how many. */
  readonly byAudience: Readonly<Record<string, string>>;
  readonly title: string;
  readonly note: string;
}

export const NO_VALUES: EventValues = {
  kindId: '',
  day: '',
  activityIds: [],
  municipalities: [],
  organisationIds: [],
  participants: '',
  byMunicipality: {},
  byOrganisation: {},
  byAudience: {},
  title: '',
  note: '',
};

/** A draft kept in this browser: an older version of the page may have written something else. */
export function isEventValues(value: unknown): value is EventValues {
  if (typeof value !== 'object' || value === null) return false;
  const fields = Object.entries(NO_VALUES);
  const read: Partial<Record<string, unknown>> = { ...value };
  return fields.every(([name, empty]) => {
    const found = read[name];
    if (Array.isArray(empty)) return Array.isArray(found) && found.every((one) => typeof one === 'string');
    if (typeof empty === 'string') return typeof found === 'string';
    return typeof found === 'object' && found !== null && Object.values(found).every((one) => typeof one === 'string');
  });
}

/** The form of a stored event. */
export function valuesOf(event: LoggedEvent): EventValues {
  const figures = (entries: readonly (readonly [string, number | null])[]): Record<string, string> =>
    Object.fromEntries(entries.flatMap(([key, count]) => (count === null ? [] : [[key, String(count)]])));
  return {
    kindId: event.kind.id,
    day: event.day,
    activityIds: event.activities.map(({ id }) => id),
    municipalities: event.municipalities.map(({ code }) => code),
    organisationIds: event.organisations.map(({ id }) => id),
    participants: event.participants === null ? '' : String(event.participants),
    byMunicipality: figures(event.municipalities.map((one) => [one.code, one.participants])),
    byOrganisation: figures(event.organisations.map((one) => [one.id, one.participants])),
    byAudience: figures(event.audiences.map((one) => [one.name, one.participants])),
    title: event.title,
    note: event.note,
  };
}

/** The form with somebody's last registration in it; the day is kept, since it is another day now. */
export function repeated(last: EventInput, day: string): EventValues {
  const figures = (entries: readonly (readonly [string, string | undefined])[]): Record<string, string> =>
    Object.fromEntries(entries.flatMap(([key, text]) => (text === undefined || text === '' ? [] : [[key, text]])));
  return {
    kindId: last.kindId,
    day,
    activityIds: last.activityIds,
    municipalities: (last.municipalities ?? []).map(({ code }) => code),
    organisationIds: (last.organisations ?? []).map(({ id }) => id),
    participants: last.participants ?? '',
    byMunicipality: figures((last.municipalities ?? []).map((one) => [one.code, one.participants])),
    byOrganisation: figures((last.organisations ?? []).map((one) => [one.id, one.participants])),
    byAudience: figures((last.audiences ?? []).map((one) => [one.name, one.participants])),
    title: last.title ?? '',
    note: last.note ?? '',
  };
}

/** The next of the same sort: kind and activities stay, what differs from time to time is empty. */
export function another(values: EventValues, day: string): EventValues {
  return { ...NO_VALUES, kindId: values.kindId, activityIds: values.activityIds, day };
}

/** What is sent. Figures go as typed: the server reads them by the same rule as this page. */
export function inputOf(values: EventValues, today: Day): EventInput {
  return {
    kindId: values.kindId,
    day: parseDayNear(values.day, today) ?? values.day,
    title: values.title.trim(),
    activityIds: values.activityIds,
    municipalities: values.municipalities.map((code) => ({ code, participants: values.byMunicipality[code] ?? '' })),
    organisations: values.organisationIds.map((id) => ({ id, participants: values.byOrganisation[id] ?? '' })),
    audiences: Object.entries(values.byAudience)
      .filter(([, text]) => text.trim() !== '')
      .map(([name, participants]) => ({ name, participants })),
    participants: values.participants,
    note: values.note.trim(),
  };
}

/** What a field says, and a figure to offer with one press. */
export interface FieldSlip {
  readonly reason: string;
  readonly proposal: string | null;
}

/** Why a number of participants cannot be taken, or null when it can (also when it is empty: nobody counted). */
export function participantsSlip(text: string, locale: Locale): FieldSlip | null {
  const read = parseNumberText(text, { kind: 'count' });
  if (read.state === 'not_reported') return null;
  if (read.state === 'refused') {
    const offered = read.suggestion !== null && fits(read.suggestion) ? String(read.suggestion) : null;
    return { reason: read.reason[locale], proposal: offered };
  }
  if (read.state === 'value' && fits(read.value)) return null;
  return {
    reason: $localize`:@@events.form.participantsWrong:Skriv ett heltal, eller låt fältet vara tomt om ingen har räknat.`,
    proposal: null,
  };
}

function fits(value: number): boolean {
  return value >= 0 && value <= MOST_PARTICIPANTS;
}

/** Why a day cannot be taken; null when it can. */
export function daySlip(text: string, today: Day): string | null {
  const day = parseDayNear(text, today);
  if (day === null) {
    return $localize`:@@events.form.dayWrong:Skriv dagen som 12/3, 12 mars 2026, 2026-03-12 eller igår.`;
  }
  return day > today
    ? $localize`:@@events.form.dayFuture:Dagen har inte varit än. Händelser registreras när de har ägt rum.`
    : null;
}

/** The sum of what is typed by part, to offer as the number in all; null when nothing or something unreadable is typed. */
export function sumOfParts(parts: Readonly<Record<string, string>>): number | null {
  let sum: number | null = null;
  for (const text of Object.values(parts)) {
    const read = parseNumberText(text, { kind: 'count' });
    if (read.state === 'refused') return null;
    if (read.state === 'value') sum = (sum ?? 0) + read.value;
  }
  return sum;
}

/** Those used last first, otherwise in the order given. */
export function usedFirst<Item extends { readonly id: Id }>(items: readonly Item[], used: readonly Id[]): Item[] {
  const place = (item: Item): number => (used.includes(item.id) ? used.indexOf(item.id) : used.length);
  return items.toSorted((a, b) => place(a) - place(b));
}
