/** Abbreviations that never end a sentence, lower case, without their last full stop. */
const NEVER_ENDS = new Set([
  't.ex',
  'tex',
  't. ex',
  'ex',
  'bl.a',
  'bla',
  's.k',
  'sk',
  'inkl',
  'exkl',
  'ca',
  'dvs',
  'd.v.s',
  'resp',
  'f.d',
  'fr.o.m',
  't.o.m',
  'p.g.a',
  'pga',
  'jfr',
  'ev',
  'kl',
  'nr',
  'tel',
  'tfn',
  'm.a.o',
  'f.n',
  'kap',
  'avd',
  'sid',
  'prop',
  'alt',
  'max',
  'min',
  'fom',
  'tom',
  'a',
  'd',
  'e',
  'fr',
  'bl',
  'd.v',
  'fr.o',
  't.o',
  'm.a',
  'p.g',
  'o.s',
]);
/** Abbreviations that end a sentence only when a capital follows. */
const MAY_END = new Set(['m.fl', 'mfl', 'm. fl', 'm.m', 'mm', 'etc', 'osv', 'o.s.v', 'o.d', 'st', 'm', 'fl']);
/** Words a follow-up sentence begins with; they mark a beginning even in lower case and without a space. */
const BEGINNINGS =
  /^(?:antal|antalet|andel|andelen|genomförd|genomförda|genomfört|framtagen|framtaget|framtagna|årlig|årligt|följa|uppföljning|sammanställning|redovisning|dialogmöte|enkät)(?!\p{L})/iu;

export type SentenceHabit = 'space_missing' | 'lower_case_start';

export interface SentenceReading {
  sentences: string[];
  habits: { code: SentenceHabit; text: string }[];
}

/** Whether a sentence begins as follow-up sentences use to. */
export function beginsLikeIndicator(text: string): boolean {
  return BEGINNINGS.test(text);
}

/**
 * Divides a follow-up text into its sentences, verbatim with their full stops. A sentence ends at `.`, `!` or `?`; also
 * where the space after it is missing ("lagen.Antal") or a small letter follows ("huset. antal"). Abbreviations,
 * decimals, ordinals at the beginning, web addresses and anything inside parentheses do not end one.
 */
export function splitSentences(text: string): SentenceReading {
  const sentences: string[] = [];
  const habits: { code: SentenceHabit; text: string }[] = [];
  let start = 0;
  let depth = 0;
  let balance = closingBalance(text);
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at] ?? '';
    if (char === '(' && balance > 0) depth += 1;
    else if (char === ')') {
      balance -= 1;
      depth = Math.max(0, depth - 1);
    }
    if (depth > 0 || !'.!?'.includes(char)) continue;
    let end = at + 1;
    while (end < text.length && /[.!?”"’')\]]/u.test(text[end] ?? '')) {
      if (text[end] === ')') {
        balance -= 1;
      }
      end += 1;
    }
    const habit = boundary(text, start, at, end);
    if (habit === null) continue;
    if (habit !== 'plain') habits.push({ code: habit, text: around(text, start, end) });
    push(sentences, text.slice(start, end));
    start = end;
    at = end - 1;
  }
  push(sentences, text.slice(start));
  return { sentences, habits };
}

function push(sentences: string[], raw: string): void {
  const sentence = raw.trim();
  if (/[\p{L}\p{N}]/u.test(sentence)) sentences.push(sentence);
}

function closingBalance(text: string): number {
  let closing = 0;
  for (const char of text) if (char === ')') closing += 1;
  return closing;
}

function boundary(text: string, start: number, at: number, end: number): SentenceHabit | 'plain' | null {
  // A window keeps the work per full stop constant, however long the text.
  const window = text.slice(Math.max(start, at - 40), at);
  const after = text.slice(end, end + 60);
  if (after.trim() === '') return end >= text.trimEnd().length ? 'plain' : null;
  const spaced = /^\s/u.test(after);
  const next = after.trimStart();
  const capital = /^["”“’'(]?(?:\p{Lu}|\d)/u.test(next);
  const word = (/[\p{L}\p{N}.]+$/u.exec(window)?.[0] ?? '').toLocaleLowerCase('sv');
  if (text[at] === '.' && end === at + 1) {
    if (NEVER_ENDS.has(word) || /^\p{L}$/u.test(word)) {
      if (!(spaced && /^\p{L}$/u.test(word) && /^\p{Lu}/u.test(next) && beginsLikeIndicator(next))) return null;
    }
    if (MAY_END.has(word)) return spaced && /^["”“]?\p{Lu}/u.test(next) ? 'plain' : null;
    if (/^\d{1,2}$/u.test(word) && window.trim() === word && text.slice(start, at).trim() === word) return null;
  }
  if (spaced) {
    if (capital) return 'plain';
    return /^["”“’'(]?\p{Ll}/u.test(next) ? (/^\d{1,2}$/u.test(word) ? null : 'lower_case_start') : 'plain';
  }
  // Without a space: "alkohollagen.Antal", but not "lansstyrelsen.se", "2.0" or "t.ex".
  const afterWord = /[\p{Ll}\d)”"%]$/u.test(text.slice(at - 1, at)) && word.length > 2;
  if (!afterWord || /^www|https?/u.test(word)) return null;
  if (/^\p{Lu}\p{Ll}/u.test(next)) return 'space_missing';
  return /\p{L}/u.test(word) && beginsLikeIndicator(next) ? 'space_missing' : null;
}

function around(text: string, start: number, end: number): string {
  const before =
    text
      .slice(Math.max(start, end - 30), end)
      .split(' ')
      .at(-1) ?? '';
  const tail = text.slice(end, end + 30);
  const gap = /^\s/u.test(tail) ? ' ' : '';
  return `${before}${gap}${tail.trim().split(' ')[0] ?? ''}`;
}
