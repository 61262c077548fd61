import { type Locale, formatExact, parseNumberText } from '@samhandling/domain';

/** Lists travel through a form as JSON, so that two versions compare as texts. */
export function listOf(text: string): readonly string[] {
  const read: unknown = text === '' ? [] : JSON.parse(text);
  return Array.isArray(read) ? read.map(String) : [];
}

export function listText(items: readonly string[]): string {
  return JSON.stringify(items);
}

/** Without the empty rows somebody left behind. */
export function cleanList(text: string): readonly string[] {
  return listOf(text)
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

export function numberText(value: number | null, locale: Locale): string {
  return value === null ? '' : formatExact(value, locale);
}

export type ReadNumber = { readonly value: number | null; readonly reason: string };

/** A typed number; empty is null. The reason is empty when it could be read. */
export function readNumber(text: string, locale: Locale): ReadNumber {
  if (text.trim() === '') return { value: null, reason: '' };
  const parsed = parseNumberText(text, { kind: 'measure' });
  if (parsed.state === 'value') return { value: parsed.value, reason: '' };
  return {
    value: null,
    reason:
      parsed.state === 'refused'
        ? parsed.reason[locale]
        : $localize`:@@editing.number.wrong:Skriv ett tal, eller lämna fältet tomt.`,
  };
}

/** A typed year with four digits; empty is null. */
export function readYear(text: string): ReadNumber {
  if (text.trim() === '') return { value: null, reason: '' };
  const year = Number(text.trim());
  return /^\d{4}$/.test(text.trim()) && year >= 1990 && year <= 2200
    ? { value: year, reason: '' }
    : { value: null, reason: $localize`:@@editing.year.wrong:Skriv ett årtal med fyra siffror.` };
}
