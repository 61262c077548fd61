import type { Label } from '@samhandling/domain';

export const MOST_DEPTH = 32;
const LONGEST_POINTER = 200;

/** Names that reach the prototype of an object wherever one is copied key by key. */
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

export interface JsonFault {
  readonly code: keyof typeof JSON_FAULT_WORDS;
  /** RFC 6901, cut where it would grow long. */
  readonly pointer: string;
}

export const JSON_FAULT_WORDS = {
  too_deep: {
    sv: `Är inbäddat djupare än ${MOST_DEPTH} nivåer.`,
    en: `Is nested deeper than ${MOST_DEPTH} levels.`,
  },
  duplicate_key: { sv: 'Står två gånger i samma objekt.', en: 'Stands twice in the same object.' },
  forbidden_key: { sv: 'Får inte heta så.', en: 'Must not be called that.' },
  out_of_range: { sv: 'Talet är för stort för att läsas.', en: 'The number is too large to read.' },
  hasNoControlCharacters: {
    sv: 'Innehåller tecken som inte går att spara.',
    en: 'Contains characters that cannot be stored.',
  },
} as const satisfies Readonly<Record<string, Label>>;

/** An object or list that has been opened and not closed: where in it we are, and which names have stood there. */
interface Level {
  readonly keys: Set<string> | null;
  at: string | number;
}

/**
 * The first thing in a JSON text that `JSON.parse` lets through and we do not: depth, a name given twice (of which the parser
 * keeps the last, and whoever looked before us perhaps the first), names of prototypes, characters PostgreSQL cannot hold, and
 * numbers that become infinite. One pass over the text, without recursion, whatever it holds.
 * @param text JSON that `JSON.parse` has accepted: what is not JSON at all is not looked for here.
 */
export function findJsonFault(text: string): JsonFault | null {
  const levels: Level[] = [];
  let expectsKey = false;
  for (let index = 0; index < text.length; index += 1) {
    const sign = text.charCodeAt(index);
    const level = levels.at(-1);
    if (sign === QUOTE) {
      const end = endOfString(text, index);
      const raw = text.slice(index + 1, end);
      const isPlain = !raw.includes('\\');
      const value = isPlain ? raw : (JSON.parse(`"${raw}"`) as string);
      index = end;
      if (expectsKey && level?.keys) {
        level.at = value;
        expectsKey = false;
        if (FORBIDDEN.has(value)) return faultAt('forbidden_key', levels);
        if (level.keys.has(value)) return faultAt('duplicate_key', levels);
        level.keys.add(value);
      }
      if (!isPlain && (value.includes('\u0000') || !value.isWellFormed()))
        return faultAt('hasNoControlCharacters', levels);
    } else if (sign === OPEN_OBJECT || sign === OPEN_LIST) {
      if (levels.length === MOST_DEPTH) return faultAt('too_deep', levels);
      expectsKey = sign === OPEN_OBJECT;
      levels.push(expectsKey ? { keys: new Set(), at: '' } : { keys: null, at: 0 });
    } else if (sign === CLOSE_OBJECT || sign === CLOSE_LIST) {
      levels.pop();
      expectsKey = false;
    } else if (sign === COMMA && level) {
      if (level.keys) expectsKey = true;
      else level.at = Number(level.at) + 1;
    } else if (sign === MINUS || (sign >= ZERO && sign <= NINE)) {
      const end = endOfNumber(text, index);
      if (!Number.isFinite(Number(text.slice(index, end)))) return faultAt('out_of_range', levels);
      index = end - 1;
    }
  }
  return null;
}

const [QUOTE, BACKSLASH, COMMA, MINUS, ZERO, NINE] = [0x22, 0x5c, 0x2c, 0x2d, 0x30, 0x39];
const [OPEN_OBJECT, CLOSE_OBJECT, OPEN_LIST, CLOSE_LIST] = [0x7b, 0x7d, 0x5b, 0x5d];

/** The place of the quotation mark that ends the string which begins at `start`. */
function endOfString(text: string, start: number): number {
  let index = start + 1;
  while (index < text.length && text.charCodeAt(index) !== QUOTE) index += text.charCodeAt(index) === BACKSLASH ? 2 : 1;
  return index;
}

function endOfNumber(text: string, start: number): number {
  let index = start;
  while (index < text.length && '+-.0123456789eE'.includes(text.charAt(index))) index += 1;
  return index;
}

function faultAt(code: JsonFault['code'], levels: readonly Level[]): JsonFault {
  let pointer = '';
  for (const { at } of levels) {
    pointer += `/${String(at).slice(0, LONGEST_POINTER).replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (pointer.length > LONGEST_POINTER)
      return { code, pointer: `${pointer.slice(0, LONGEST_POINTER).toWellFormed()}…` };
  }
  return { code, pointer: pointer.toWellFormed() };
}
