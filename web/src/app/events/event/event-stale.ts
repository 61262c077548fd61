import { type EventValues, NO_VALUES } from '../data/event-values.ts';

/** The fields of an event as texts that can be compared one by one. */
export type FlatEvent = Readonly<Record<keyof EventValues, string>>;

export function flat(values: EventValues): FlatEvent {
  const { kindId, day, participants, title, note } = values;
  return {
    kindId,
    day,
    participants,
    title,
    note,
    activityIds: JSON.stringify(values.activityIds.toSorted()),
    municipalities: JSON.stringify(values.municipalities.toSorted()),
    organisationIds: JSON.stringify(values.organisationIds.toSorted()),
    byMunicipality: figures(values.byMunicipality),
    byOrganisation: figures(values.byOrganisation),
    byAudience: figures(values.byAudience),
  };
}

/** Back from the comparison; a field that says what neither side said is empty. */
export function unflat(texts: FlatEvent): EventValues {
  const { kindId, day, participants, title, note } = texts;
  return {
    ...NO_VALUES,
    kindId,
    day,
    participants,
    title,
    note,
    activityIds: list(texts.activityIds),
    municipalities: list(texts.municipalities),
    organisationIds: list(texts.organisationIds),
    byMunicipality: record(texts.byMunicipality),
    byOrganisation: record(texts.byOrganisation),
    byAudience: record(texts.byAudience),
  };
}

/** "12, 3" for people: the figures by part, named. */
export function figureWords(text: string, name: (key: string) => string): string {
  return Object.entries(record(text))
    .map(([key, figure]) => `${name(key)}: ${figure}`)
    .join(', ');
}

export function listWords(text: string, name: (key: string) => string): string {
  return list(text).map(name).join(', ');
}

/** Figures nobody wrote are not there, and their order says nothing. */
function figures(values: Readonly<Record<string, string>>): string {
  const written = Object.entries(values).filter(([, text]) => text.trim() !== '');
  return JSON.stringify(Object.fromEntries(written.toSorted(([a], [b]) => (a < b ? -1 : 1))));
}

function list(text: string): string[] {
  const read: unknown = JSON.parse(text);
  return Array.isArray(read) ? read.filter((one): one is string => typeof one === 'string') : [];
}

function record(text: string): Record<string, string> {
  const read: unknown = JSON.parse(text);
  if (typeof read !== 'object' || read === null) return {};
  return Object.fromEntries(Object.entries(read).filter((one): one is [string, string] => typeof one[1] === 'string'));
}
