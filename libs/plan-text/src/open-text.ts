import type { Ledger } from './ledger.ts';
import type { Piece } from './pieces.ts';
import { isUnfinished, startsLower } from './text.ts';
import type { LineRole } from './types.ts';

/** What following lines may still add to. `close` puts the collected pieces where they belong. */
export interface OpenText {
  role: LineRole;
  /** Titles take on fewer lines than texts do; lists take new items after a blank line; a sink is not imported. */
  shape: 'title' | 'text' | 'list' | 'sink';
  label: string;
  pieces: Piece[];
  close: (pieces: readonly Piece[]) => void;
}

/** Whether a line without a label still belongs to the open text. `gap`: a blank line stands between them. */
export function continuesText(open: OpenText, line: string, gap: boolean): boolean {
  const last = open.pieces.at(-1);
  if (last === undefined) return open.shape !== 'sink' || !gap;
  const wraps = isUnfinished(last.text) || (startsLower(line) && !/[.!?]$/u.test(last.text));
  if (open.shape === 'title') return wraps && (!gap || isUnfinished(last.text));
  if (open.role === 'tips') return !gap || wraps || !last.bullet;
  if (open.shape === 'list' && open.role !== 'follow_up') return true;
  return !gap || wraps;
}

/** Whether the open text cannot end where it ends now. */
export function isHanging(open: OpenText | null): boolean {
  return open !== null && isUnfinished(open.pieces.at(-1)?.text ?? '');
}

/** A section of which only the heading has been read. */
export function isBareSection(open: OpenText): boolean {
  return open.shape === 'list' && open.role !== 'follow_up' && open.role !== 'tips' && open.pieces.length === 0;
}

interface LooseLine {
  at: number;
  text: string;
  gap: boolean;
}

/** A goal's heading is at most this long; a longer paragraph above an area is something else. */
const LONGEST_HEADING = 300;

/** Paragraphs that belong to nothing so far; the last may turn out to be a goal's heading without its number. */
export class LooseText {
  private lines: LooseLine[] = [];
  private readonly ledger: Ledger;

  constructor(ledger: Ledger) {
    this.ledger = ledger;
  }

  add(at: number, text: string, gap: boolean): void {
    this.ledger.mark(at, 'outside');
    this.lines.push({ at, text, gap });
  }

  /** Flags what turned out to belong nowhere. */
  flush(): void {
    for (const { at } of this.lines) this.ledger.flag(at, 'text_outside');
    this.lines = [];
  }

  /** Takes the last paragraph if it could be a heading, and flags the rest. */
  takeHeading(): { at: number; text: string } | null {
    const last = this.lines.at(-1);
    const heading = last?.gap && last.text.length <= LONGEST_HEADING ? last : null;
    if (heading) this.lines.pop();
    this.flush();
    return heading;
  }
}
