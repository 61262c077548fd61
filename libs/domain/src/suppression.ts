import type { Cell } from './combine.ts';
import { DEFAULT_SMALL_NUMBER_THRESHOLD } from './indicator.ts';
import { cheapestCycle, type Arc } from './suppression-cycle.ts';

/**
 * A table as it is to be shown: rows (say municipalities) by columns (say women, men). With `totalRow` the last row is
 * the sum of the rows above it; with `totalColumn` the last column is the sum of those before it. All rows have the
 * same length. Values are counts of at least 0.
 */
export interface ProtectableTable {
  readonly rows: readonly (readonly Cell[])[];
  readonly totalRow: boolean;
  readonly totalColumn: boolean;
}

export interface ProtectedTable {
  readonly rows: Cell[][];
  /** Cells protected because they are small. */
  readonly primary: number;
  /** Further cells, protected because a small one could otherwise be worked out. */
  readonly secondary: number;
}

/** True for a value that is small by itself: above 0 and below the threshold. Zero is a value and is shown. */
export function isSmall(cell: Cell, threshold: number = DEFAULT_SMALL_NUMBER_THRESHOLD): boolean {
  return cell.state === 'value' && cell.value > 0 && cell.value < threshold;
}

/** Protects one value that stands alone. Where totals stand beside it, use `protectTable`. */
export function protectCell(cell: Cell, threshold: number = DEFAULT_SMALL_NUMBER_THRESHOLD): Cell {
  return isSmall(cell, threshold) ? { state: 'protected' } : cell;
}

interface Node {
  readonly row: number;
  readonly column: number;
  readonly cell: Cell;
  /** Arc direction: from the column's node to the row's, or the other way for a total (and back for the grand total). */
  readonly forward: boolean;
  readonly isTotal: number;
}

/**
 * Protects small numbers in a table with totals, and as few further cells as needed so that no protected cell can be
 * worked out from what is shown (product, section 4, "small numbers").
 *
 * What a reader knows: the shown cells, that rows and columns add up, and that a protected cell is at least 1, since a
 * zero is always shown. A protected cell is safe when another table agrees with all this and has another number there.
 * Rows and columns that add up form a network, and such another table exists exactly when there is a cycle of
 * protected cells through the cell; so the cheapest cycle names the cells to protect as well. Ones that turn out not
 * to be needed are shown again. Inner cells go before totals, small values before large, upper left first: the same
 * table always gives the same answer.
 *
 * A cell without a value counts as contributing nothing when it stands inside, and as not published when it is a
 * total. A table without small values is returned as it came. Throws RangeError if rows differ in length.
 *
 * `alsoHidden` names cells that another table they stand in as well has already taken along: they are hidden here too,
 * with their value still known to this rule, so that no more is hidden than needed.
 */
export function protectTable(
  table: ProtectableTable,
  threshold: number = DEFAULT_SMALL_NUMBER_THRESHOLD,
  alsoHidden: (row: number, column: number) => boolean = () => false,
): ProtectedTable {
  const nodes = nodesOf(table);
  const hidden = new Set<Node>(
    nodes.filter(
      (node) => isSmall(node.cell, threshold) || node.cell.state === 'protected' || alsoHidden(node.row, node.column),
    ),
  );
  const primary = [...hidden];
  const candidates = nodes
    .filter((node) => node.cell.state === 'value' && node.cell.value > 0 && !hidden.has(node))
    .sort((a, b) => a.isTotal - b.isTotal || sizeOf(a) - sizeOf(b) || a.row - b.row || a.column - b.column);
  const added: Node[] = [];
  for (const node of primary) {
    const cycle = cheapestCycle(arcsOf(nodes, hidden, candidates, table), node) ?? [];
    for (const extra of cycle.filter((member) => member.cell.state === 'value' && !hidden.has(member))) {
      hidden.add(extra);
      added.push(extra);
    }
  }
  showAgain(
    added.sort((a, b) => candidates.indexOf(b) - candidates.indexOf(a)),
    nodes,
    hidden,
    table,
  );
  const rows = table.rows.map((row) => [...row]);
  for (const node of hidden) {
    const row = rows[node.row];
    if (row) row[node.column] = { state: 'protected' };
  }
  return { rows, primary: primary.length, secondary: hidden.size - primary.length };
}

/** Protected cells that could be worked out from what is shown and the totals. For checks: `protectTable` leaves none. */
export function workedOutCells(
  table: ProtectableTable,
  isHidden: (row: number, column: number) => boolean,
): { readonly row: number; readonly column: number }[] {
  const nodes = nodesOf(table);
  const hidden = new Set(nodes.filter((node) => isHidden(node.row, node.column)));
  return [...hidden]
    .filter((node) => witnessFor(node, nodes, hidden, table) === null)
    .map(({ row, column }) => ({ row, column }));
}

function nodesOf(table: ProtectableTable): Node[] {
  const width = table.rows[0]?.length ?? 0;
  const lastRow = table.rows.length - 1;
  return table.rows.flatMap((cells, row) => {
    if (cells.length !== width) throw new RangeError('The rows of a table must have the same length.');
    return cells.map((cell, column) => {
      const inTotalRow = table.totalRow && row === lastRow;
      const inTotalColumn = table.totalColumn && column === width - 1;
      return {
        row,
        column,
        cell,
        forward: inTotalRow === inTotalColumn,
        isTotal: (inTotalRow ? 1 : 0) + (inTotalColumn ? 1 : 0),
      };
    });
  });
}

function sizeOf(node: Node): number {
  return node.cell.state === 'value' ? node.cell.value : 0;
}

/** May the number be lower by one in another table that agrees? Counts stop at 1, other numbers just above 0. */
function mayShrink(node: Node): boolean {
  if (node.cell.state !== 'value') return false;
  return Number.isInteger(node.cell.value) ? node.cell.value > 1 : node.cell.value > 0;
}

/**
 * The network: one node for each row that adds up and each column that adds up, and node 0 for all that need not.
 * A hidden cell costs nothing, a candidate costs its place in the order of preference plus so much that fewer cells
 * always win over better ones.
 */
function arcsOf(
  nodes: readonly Node[],
  hidden: ReadonlySet<Node>,
  candidates: readonly Node[],
  table: ProtectableTable,
): Arc<Node>[] {
  const perCell = candidates.length * candidates.length + 1;
  const preference = new Map(candidates.map((node, index) => [node, perCell + index]));
  return nodes.flatMap((node) => {
    const row = table.totalColumn ? node.row + 1 : 0;
    const column = table.totalRow ? table.rows.length + node.column + 1 : 0;
    const [from, to] = node.forward ? [column, row] : [row, column];
    const arc = { item: node, from, to };
    if (hidden.has(node)) return [{ ...arc, cost: 0, grows: true, shrinks: mayShrink(node) }];
    if (node.isTotal > 0 && node.cell.state !== 'value') return [{ ...arc, cost: 0, grows: true, shrinks: true }];
    const cost = preference.get(node);
    return cost === undefined ? [] : [{ ...arc, cost, grows: true, shrinks: mayShrink(node) }];
  });
}

/** A cycle of hidden cells that shows the cell to be safe, or null when the cell can be worked out. */
function witnessFor(
  node: Node,
  nodes: readonly Node[],
  hidden: ReadonlySet<Node>,
  table: ProtectableTable,
): Node[] | null {
  return cheapestCycle(arcsOf(nodes, hidden, [], table), node);
}

/**
 * Takes back, least wanted first, every added cell without which all the others are still safe. Only cells whose
 * witness runs through the one taken back need a new look, which keeps a county of many municipalities quick.
 */
function showAgain(added: readonly Node[], nodes: readonly Node[], hidden: Set<Node>, table: ProtectableTable): void {
  if (added.length < 2) return;
  const witnesses = new Map([...hidden].map((node) => [node, witnessFor(node, nodes, hidden, table)]));
  for (const node of added) {
    hidden.delete(node);
    const renewed = new Map<Node, Node[]>();
    const needed = [...hidden].some((other) => {
      if (!witnesses.get(other)?.includes(node)) return false;
      const witness = witnessFor(other, nodes, hidden, table);
      if (witness) renewed.set(other, witness);
      return witness === null;
    });
    if (needed) hidden.add(node);
    else for (const [other, witness] of renewed) witnesses.set(other, witness);
  }
}
