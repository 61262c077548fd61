/**
 * The source lines as an editor would number them. A final line break ends the last line and begins no new one.
 */
export function splitLines(text: string): string[] {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/);
  if (lines.length > 1 && lines.at(-1) === '') lines.pop();
  return lines;
}

/**
 * One line without what nobody meant to write: byte order marks, zero-width characters, soft hyphens and control
 * characters go; every kind of space becomes one plain space. Quotation marks, dashes and spelling stay as printed.
 */
export function cleanLine(line: string): string {
  return line
    .replace(/[\u00AD\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/g, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .normalize('NFC');
}

/** Words that leave a line hanging: what follows on the next line belongs to the same phrase. */
const DANGLING =
  /(?:^|\s)(?:och|samt|eller|i|av|för|till|med|om|på|inom|mot|vid|hos|från|enligt|mellan|kring|den|det|de|en|ett|att|som|region|länsstyrelsen i|&)$/iu;

/** Whether a line cannot be the end of what it says. */
export function isUnfinished(line: string): boolean {
  return /[,\-–/(]$/u.test(line) || DANGLING.test(line);
}

export function startsLower(text: string): boolean {
  return /^["”“’'(]?\p{Ll}/u.test(text);
}

export interface Joined {
  text: string;
  /** Words put together over a hyphen at a line end. */
  joinedWords: string[];
}

/**
 * Puts wrapped lines together. A lower-case word broken by a hyphen is closed up (and reported), a hanging compound
 * ("alkohol-" / "och tobak") keeps its hyphen and gets a space, an abbreviation keeps its hyphen ("ANDT-" / "arbete").
 */
export function joinWrapped(lines: readonly string[]): Joined {
  const joinedWords: string[] = [];
  const parts: string[] = [];
  let last = '';
  for (const line of lines) {
    if (line === '') continue;
    if (last === '') {
      parts.push(line);
    } else if (
      /\p{L}-$/u.test(last) &&
      /^\p{Ll}/u.test(line) &&
      !/^(?:och|eller|samt|respektive|till|resp)(?!\p{L})/u.test(line)
    ) {
      const left = /[\p{L}\p{M}-]+-$/u.exec(last)?.[0] ?? '';
      const right = /^[\p{L}\p{M}-]+/u.exec(line)?.[0] ?? '';
      if (/^\p{Ll}+-$/u.test(left)) {
        parts[parts.length - 1] = (parts.at(-1) ?? '').slice(0, -1);
        joinedWords.push(left.slice(0, -1) + right);
      }
      parts.push(line);
    } else {
      parts.push(' ', line);
    }
    last = line;
  }
  return { text: parts.join(''), joinedWords };
}

const BULLET = /^(?:[•▪●◦‣∙·*–—-]|\uF0B7|o(?=\s))\s*(?=\S)/u;
const STRICT_BULLET = /^(?:[•▪●◦‣∙·\uF0B7]\s*|[*–—-]\s+)(?=\S)/u;

/** The text after a list mark, or null. A dash or an asterisk is a mark only with a space after it. */
export function bulletText(line: string): string | null {
  return STRICT_BULLET.test(line) ? line.replace(BULLET, '') : null;
}

/** Items printed on one line: "• A. • B." or "- A. - B." A dash divides only after the end of a sentence. */
export function splitBullets(line: string): string[] {
  const first = line.trim();
  const dashed = /^[*–—-]\s/u.test(first);
  const pieces = dashed ? first.split(/(?<=[.!?”"])\s+[*–—-]\s+(?=\S)/u) : first.split(/\s*[•▪●◦‣\uF0B7]\s*/u);
  return pieces.map((piece) => (bulletText(piece) ?? piece).trim()).filter((piece) => piece !== '');
}

/** A key for comparing wordings: case, punctuation and letter codes in parentheses do not count. */
export function wordingKey(text: string): string {
  return text
    .replace(/\(\p{Lu}{1,2}\)/gu, ' ')
    .toLocaleLowerCase('sv')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** How alike two wordings are, 0–1, by the words they share. */
export function likeness(left: string, right: string): number {
  const a = new Set(wordingKey(left).split(' '));
  const b = new Set(wordingKey(right).split(' '));
  let shared = 0;
  for (const word of a) if (b.has(word)) shared += 1;
  return (2 * shared) / (a.size + b.size);
}
