import { beginsLikeIndicator } from './sentences.ts';
import { isUnfinished, joinWrapped, splitBullets, startsLower, bulletText } from './text.ts';

/** One source line of an open text. `gap`: a blank line stood before it. */
export interface Piece {
  at: number;
  text: string;
  bullet: boolean;
  gap: boolean;
}

export interface Item {
  at: number;
  /** Every source line the item was read from. */
  ats: number[];
  text: string;
  bullet: boolean;
  gap: boolean;
  joinedWords: string[];
}

/** Items of a list: marks and numbers taken away, wrapped lines put back, several items on one line divided. */
export function toItems(pieces: readonly Piece[]): Item[] {
  const raw: { at: number; ats: number[]; lines: string[]; bullet: boolean; gap: boolean }[] = [];
  for (const piece of pieces) {
    const last = raw.at(-1);
    const lastLine = last?.lines.at(-1) ?? '';
    if (!piece.bullet && last && !piece.gap && (isUnfinished(lastLine) || startsLower(piece.text))) {
      last.lines.push(piece.text);
      last.ats.push(piece.at);
      continue;
    }
    const inner = piece.bullet ? splitBullets(stripNumber(piece.text)) : splitBullets(piece.text);
    const divided = piece.bullet || inner.length > 1;
    for (const text of inner)
      raw.push({ at: piece.at, ats: [piece.at], lines: [text], bullet: divided, gap: piece.gap });
  }
  return raw.map(({ at, ats, lines, bullet, gap }) => ({ at, ats, bullet, gap, ...joinWrapped(lines) }));
}

/** A follow-up text as paragraphs: list items and lines that begin a new sentence without the last one being closed. */
export function toParagraphs(pieces: readonly Piece[]): Item[] {
  const raw: { at: number; ats: number[]; lines: string[]; bullet: boolean; gap: boolean }[] = [];
  for (const piece of pieces) {
    const last = raw.at(-1);
    const lastLine = last?.lines.at(-1) ?? '';
    const begins =
      piece.bullet ||
      (!/[.!?,:;]$/u.test(lastLine) &&
        beginsLikeIndicator(piece.text) &&
        /^\p{Lu}/u.test(piece.text) &&
        !isUnfinished(lastLine));
    if (last && !begins) {
      last.lines.push(piece.text);
      last.ats.push(piece.at);
      continue;
    }
    const texts = piece.bullet || piece.text.includes('•') ? splitBullets(stripNumber(piece.text)) : [piece.text];
    for (const text of texts)
      raw.push({ at: piece.at, ats: [piece.at], lines: [text], bullet: piece.bullet, gap: piece.gap });
  }
  return raw.map(({ at, ats, lines, bullet, gap }) => ({ at, ats, bullet, gap, ...joinWrapped(lines) }));
}

/** A list of actors: every list item is a name of its own, and so is a line that cannot continue the one before. */
export function toNameText(pieces: readonly Piece[]): string {
  let text = '';
  for (const piece of pieces) {
    const part = piece.bullet ? splitBullets(piece.text).join(', ') : piece.text;
    if (text === '') text = part;
    else if (!piece.bullet && (isUnfinished(text) || startsLower(part) || part.startsWith('(')))
      text = `${text} ${part}`;
    else text = `${text.replace(/[,.]$/u, '')}, ${part}`;
  }
  return text;
}

function stripNumber(text: string): string {
  const bare = bulletText(text) ?? text;
  return bare.replace(/^\d{1,3}[.)]\s+/u, '');
}
