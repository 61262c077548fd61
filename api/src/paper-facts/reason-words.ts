import { LOCALES, type Label } from '@samhandling/domain';

/** The words of a reason as an agenda item keeps it, in both languages; null for what this program does not know. */
export function reasonWords(stored: unknown): Label | null {
  if (typeof stored !== 'object' || stored === null || !('words' in stored)) return null;
  const { words } = stored;
  if (typeof words === 'string') return { sv: words, en: words };
  return isLabel(words) ? words : null;
}

function isLabel(value: unknown): value is Label {
  return (
    typeof value === 'object' &&
    value !== null &&
    LOCALES.every((locale) => typeof (value as Record<string, unknown>)[locale] === 'string')
  );
}
