import type { Id } from '@samhandling/contracts';
import type { TargetLook } from '../data/target-look.ts';

/** What can be done with a fact: told how it came about, or its targets seen and changed. */
export interface SheetTool {
  readonly kind: 'explain' | 'targets';
  readonly roundId: Id;
  readonly indicatorId: Id;
  /** The round as people say it. */
  readonly round: string;
  /** The indicator's wording. */
  readonly text: string;
  /** Begins with the button's own words and says which figure. */
  readonly label: string;
}

/** A fact that is read only. */
export interface SheetFact {
  readonly kind: 'fact';
  readonly text: string;
  readonly note: string;
  readonly status?: TargetLook | null;
  readonly tool?: SheetTool | null;
}

/** A cell of a line: one that holds a value, or a fact that is read only. */
export type SheetCell = { readonly kind: 'value'; readonly key: string } | SheetFact;

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
