import { beginsLikeIndicator } from './sentences.ts';
import { isUnfinished, joinWrapped, splitBullets, startsLower } from './text.ts';

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

interface RawItem {
  at: number;
  ats: number[];
  lines: string[];
  bullet: boolean;
  gap: boolean;
  /** A list mark ended the line: what follows is the next item. */
  closed: boolean;
}

/** Whether a line without a list mark continues the item above it. */
type Continues = (last: RawItem, lastLine: string, piece: Piece) => boolean;

function gather(pieces: readonly Piece[], continues: Continues): Item[] {
  const raw: RawItem[] = [];
  for (const piece of pieces) {
    const last = raw.at(-1);
    const lastLine = last?.lines.at(-1) ?? '';
    let texts = divide(piece.text, piece.bullet);
    const marked = piece.bullet || last?.closed === true || texts.length > 1 || /[•▪●]/u.test(piece.text);
    if (!piece.bullet && !/^[•▪●]/u.test(piece.text) && last && !last.closed && continues(last, lastLine, piece)) {
      last.lines.push(texts[0] ?? '');
      last.ats.push(piece.at);
      texts = texts.slice(1);
    }
    for (const text of texts)
      raw.push({ at: piece.at, ats: [piece.at], lines: [text], bullet: marked, gap: piece.gap, closed: false });
    const current = raw.at(-1);
    if (current) current.closed = /[•▪●]$/u.test(piece.text);
  }
  return raw.map(({ at, ats, lines, bullet, gap }) => ({ at, ats, bullet, gap, ...joinWrapped(lines) }));
}

/**
 * Items of a list: marks and numbers taken away, wrapped lines put back, several items on one line divided. A line
 * without a mark continues the item above, unless a blank line stands between or that item is a closed sentence.
 */
export function toItems(pieces: readonly Piece[]): Item[] {
  return gather(
    pieces,
    (last, lastLine, piece) =>
      !piece.gap &&
      (isUnfinished(lastLine) ||
        startsLower(piece.text) ||
        (last.bullet && (!/[.!?:]$/u.test(lastLine) || piece.text.includes('•')))),
  );
}

/** A follow-up text as paragraphs: list items and lines that begin a new sentence without the last one being closed. */
export function toParagraphs(pieces: readonly Piece[]): Item[] {
  return gather(
    pieces,
    (_, lastLine, piece) =>
      /[.!?,:;]$/u.test(lastLine) ||
      !beginsLikeIndicator(piece.text) ||
      startsLower(piece.text) ||
      isUnfinished(lastLine),
  );
}

/** The items on one line: by list marks, and by numbers that follow each other ("1. … 2. …"). */
function divide(text: string, bullet: boolean): string[] {
  return splitBullets(text).flatMap((part) => {
    const numbered = splitNumbers(part);
    return numbered.length > 1 || bullet ? numbered.map((item) => item.replace(/^\d{1,3}[.)]\s+/u, '')) : numbered;
  });
}

function splitNumbers(text: string): string[] {
  const first = /^(\d{1,2})[.)]\s/u.exec(text);
  if (!first) return [text];
  const items: string[] = [];
  let next = Number(first[1]) + 1;
  let start = 0;
  for (const mark of text.matchAll(/\s(\d{1,2})[.)]\s+(?=["”“]?\p{Lu})/gu)) {
    if (Number(mark[1]) !== next) continue;
    items.push(text.slice(start, mark.index).trim());
    start = mark.index + 1;
    next += 1;
  }
  items.push(text.slice(start).trim());
  return items;
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
