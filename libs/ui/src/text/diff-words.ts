/** One stretch of text that was kept, taken away or put in. */
export interface DiffPart {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Beyond this many word pairs the table of the comparison gets large; then the whole text is shown as old and new. */
const MOST_PAIRS = 4_000_000;

/** A word takes the space after it along, so that a changed phrase is one stretch and not a comb of words and spaces. */
function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+\s*|[^\s\p{L}\p{N}]\s*|\s+/gu) ?? [];
}

/**
 * What changed between two texts, word by word (longest common subsequence). Exact: the same and removed parts spell
 * `before`, the same and added parts spell `after`, character for character.
 */
export function diffWords(before: string, after: string): DiffPart[] {
  const old = wordsOf(before);
  const now = wordsOf(after);
  if (old.length * now.length > MOST_PAIRS) return merge([part('removed', before), part('added', after)]);
  const width = now.length + 1;
  const longest = new Uint32Array((old.length + 1) * width);
  const at = (row: number, column: number): number => longest[row * width + column] ?? 0;
  for (let row = old.length - 1; row >= 0; row -= 1) {
    for (let column = now.length - 1; column >= 0; column -= 1) {
      longest[row * width + column] =
        old[row] === now[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const parts: DiffPart[] = [];
  let row = 0;
  let column = 0;
  while (row < old.length || column < now.length) {
    const was = old[row];
    const is = now[column];
    if (was !== undefined && was === is) {
      parts.push(part('same', was));
      row += 1;
      column += 1;
    } else if (was !== undefined && (is === undefined || at(row + 1, column) >= at(row, column + 1))) {
      parts.push(part('removed', was));
      row += 1;
    } else {
      parts.push(part('added', is ?? ''));
      column += 1;
    }
  }
  return merge(parts);
}

function part(kind: DiffPart['kind'], text: string): DiffPart {
  return { kind, text };
}

function merge(parts: readonly DiffPart[]): DiffPart[] {
  const merged: DiffPart[] = [];
  for (const next of parts) {
    if (next.text === '') continue;
    const last = merged.at(-1);
    if (last?.kind === next.kind) merged[merged.length - 1] = part(last.kind, last.text + next.text);
    else merged.push(next);
  }
  return merged;
}
