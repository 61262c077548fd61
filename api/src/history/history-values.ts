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

/** A municipality, organisation or audience, with its participants where they were stated. "Lessebo (12)" */
function objectWords(value: object, field: HistoryField, names: Names, locale: Locale): string {
  const of = value as Readonly<Record<string, unknown>>;
  const what = of['name'] ?? of['code'] ?? of['municipalityCode'] ?? of['id'] ?? null;
  const many = of['participants'] ?? of['target'] ?? of['value'] ?? null;
  const [name, count] = [valueWords(what, field, names, locale), valueWords(many, field, names, locale)];
  return count === '' ? name : `${name} (${count})`;
}
