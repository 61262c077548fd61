/** A place in the sheet, both 0-based; headers are not places. */
export interface Place {
  readonly row: number;
  readonly column: number;
}
export interface Size {
  readonly rows: number;
  readonly columns: number;
}
export interface Keys {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/** Rows a page key moves. */
const PAGE = 10;

/**
 * Where a key leads from a cell, or null when the key is not ours. At an edge arrows and Enter stay. Tab goes along the
 * row and, at its end, is not ours: the focus then leaves the sheet, so that nobody is caught in it.
 */
export function placeAfter(from: Place, size: Size, keys: Keys): Place | null {
  const far = keys.ctrlKey || keys.metaKey;
  const lastRow = size.rows - 1;
  const lastColumn = size.columns - 1;
  switch (keys.key) {
    case 'ArrowUp':
      return { ...from, row: far ? 0 : Math.max(0, from.row - 1) };
    case 'ArrowDown':
      return { ...from, row: far ? lastRow : Math.min(lastRow, from.row + 1) };
    case 'ArrowLeft':
      return { ...from, column: far ? 0 : Math.max(0, from.column - 1) };
    case 'ArrowRight':
      return { ...from, column: far ? lastColumn : Math.min(lastColumn, from.column + 1) };
    case 'Enter':
      return placeAfter(from, size, {
        ...keys,
        key: keys.shiftKey ? 'ArrowUp' : 'ArrowDown',
        ctrlKey: false,
        metaKey: false,
      });
    case 'Tab': {
      const column = from.column + (keys.shiftKey ? -1 : 1);
      return column < 0 || column > lastColumn ? null : { ...from, column };
    }
    case 'Home':
      return { row: far ? 0 : from.row, column: 0 };
    case 'End':
      return { row: far ? lastRow : from.row, column: lastColumn };
    case 'PageUp':
      return { ...from, row: Math.max(0, from.row - PAGE) };
    case 'PageDown':
      return { ...from, row: Math.min(lastRow, from.row + PAGE) };
    default:
      return null;
  }
}

/** True for a key that writes something: it starts writing over the cell, as in a spreadsheet. */
export function writes(keys: Keys & { readonly altKey: boolean }): boolean {
  return [...keys.key].length === 1 && keys.key !== ' ' && !keys.ctrlKey && !keys.metaKey;
}
