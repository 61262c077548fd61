/** What a person typed in the search field, in the parts the query needs. */
export interface SearchText {
  /** "2.2/5": that activity and no other. */
  readonly reference: { readonly area: string; readonly number: number } | null;
  /** All of it, for websearch_to_tsquery. */
  readonly whole: string;
  /** All but the word being typed, and that word; empty when the text does not end in a plain word. */
  readonly head: string;
  readonly last: string;
}

const REFERENCE = /^([\p{L}\p{N}]{1,8}(?:\.[\p{L}\p{N}]{1,8}){0,3})\s*\/\s*(\d{1,6})$/u;
const LAST_WORD = /(^|\s)([\p{L}\p{N}]+)$/u;

/**
 * The last word is searched by its beginning as well, since it may still be typed. Inside quotation marks, and after the
 * minus sign, the words stand as they are.
 */
export function readSearch(text: string): SearchText {
  const whole = text.trim();
  const reference = REFERENCE.exec(whole);
  const lastWord = (whole.match(/"/g)?.length ?? 0) % 2 === 0 ? LAST_WORD.exec(whole) : null;
  const last = lastWord?.[2] ?? '';
  return {
    reference: reference ? { area: reference[1] ?? '', number: Number(reference[2]) } : null,
    whole,
    head: last === '' ? '' : whole.slice(0, whole.length - last.length).trim(),
    last,
  };
}
