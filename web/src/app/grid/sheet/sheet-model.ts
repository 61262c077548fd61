/** A cell of a line: one that holds a value, or a fact that is read only. */
export type SheetCell =
  | { readonly kind: 'value'; readonly key: string }
  | { readonly kind: 'fact'; readonly text: string; readonly note: string };

export interface SheetColumn {
  readonly key: string;
  readonly heading: string;
  readonly kind: SheetCell['kind'];
}

export interface SheetLine {
  readonly key: string;
  readonly heading: string;
  /** "1.2/3 · antal" under the heading. */
  readonly note: string;
  /** The same heading as the line above, as for women and men: said to those who listen, not shown again. */
  readonly continues: boolean;
  /** As many as there are columns. */
  readonly cells: readonly SheetCell[];
}

/** Keys of the cells that hold values, in reading order. */
export function valueKeys(line: SheetLine): string[] {
  return line.cells.flatMap((cell) => (cell.kind === 'value' ? [cell.key] : []));
}
