import { formatDay, formatExact, isDay, joinList, type Locale } from '@samhandling/domain';
import type { HistoryField } from './history-fields.ts';

/** Names by id, and of municipalities by code. */
export type Names = ReadonlyMap<string, string>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const SOMETHING_GONE = { sv: 'något som inte finns kvar', en: 'something that is gone' } as const;

/** Every id and municipality code in a recorded value, so that all names can be asked for at once. */
export function idsIn(value: unknown): string[] {
  if (typeof value === 'string') return UUID.test(value) || /^\d{4}$/.test(value) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap(idsIn);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(idsIn) : [];
}

/** A recorded value as people read it: names for ids, labels for codes, numbers and days as they are written. */
export function valueWords(value: unknown, field: HistoryField, names: Names, locale: Locale): string {
  if (value === null || value === undefined) return field.none?.[locale] ?? '';
  if (typeof value === 'boolean') return value ? { sv: 'Ja', en: 'Yes' }[locale] : { sv: 'Nej', en: 'No' }[locale];
  if (typeof value === 'number') return field.isPlain ? String(value) : formatExact(value, locale);
  if (typeof value === 'string') return stringWords(value, field, names, locale);
  if (Array.isArray(value)) {
    const parts = value.map((part) => valueWords(part, field, names, locale)).filter((part) => part !== '');
    return parts.length === 0 ? '' : joinList(parts, locale);
  }
  return objectWords(value, field, names, locale);
}

function stringWords(value: string, field: HistoryField, names: Names, locale: Locale): string {
  const label = field.codes && Object.hasOwn(field.codes, value) ? field.codes[value] : undefined;
  if (label) return label[locale];
  if (field.isText) return value;
  if (UUID.test(value)) return names.get(value) ?? SOMETHING_GONE[locale];
  if (/^\d{4}$/.test(value)) return names.get(value) ?? value;
  return isDay(value) ? formatDay(value, locale) : value;
}

const NAMING = ['name', 'code', 'municipalityCode', 'organisation', 'round', 'id'];
const COUNTY = { sv: 'länet', en: 'the county' } as const;

/** What is made of parts: "Lessebo (12)", "Regionen: Deltog, Kom med tre.", "2026: länet 12, Lessebo 3". */
function objectWords(value: object, field: HistoryField, names: Names, locale: Locale): string {
  const of = value as Readonly<Record<string, unknown>>;
  const words = (part: unknown): string => valueWords(part, field, names, locale);
  const naming = NAMING.find((key) => words(of[key]) !== '') ?? '';
  const rest = Object.entries(of).flatMap(([key, part]) => {
    if (NAMING.includes(key)) return [];
    if (isPlainObject(part)) return Object.entries(part).map(([place, one]) => `${place} ${words(one)}`);
    const said = words(part);
    return said === '' ? [] : [key === 'county' ? `${COUNTY[locale]} ${said}` : said];
  });
  const name = words(of[naming]);
  if (rest.length === 0) return name;
  return 'participants' in of ? `${name} (${rest.join(', ')})` : `${name}: ${rest.join(', ')}`;
}

function isPlainObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
