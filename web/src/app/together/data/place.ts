/** A cell of a grid, both 0-based; heads are not cells. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** Where a key leads from a cell, or null when the key is not ours. At an edge it stays; Tab leaves the grid. */
export function placeAfter(
  from: Place,
  size: { readonly rows: number; readonly columns: number },
  keys: { readonly key: string; readonly ctrlKey: boolean; readonly metaKey: boolean; readonly shiftKey: boolean },
): Place | null {
  const far = keys.ctrlKey || keys.metaKey;
  const [lastRow, lastColumn] = [size.rows - 1, size.columns - 1];
  const up = { ...from, row: far ? 0 : Math.max(0, from.row - 1) };
  const down = { ...from, row: far ? lastRow : Math.min(lastRow, from.row + 1) };
  switch (keys.key) {
    case 'ArrowUp':
      return up;
    case 'ArrowDown':
      return down;
    case 'Enter':
      return keys.shiftKey ? up : down;
    case 'ArrowLeft':
      return { ...from, column: far ? 0 : Math.max(0, from.column - 1) };
    case 'ArrowRight':
      return { ...from, column: far ? lastColumn : Math.min(lastColumn, from.column + 1) };
    case 'Home':
      return { row: far ? 0 : from.row, column: 0 };
    case 'End':
      return { row: far ? lastRow : from.row, column: lastColumn };
    default:
      return null;
  }
}
