import type { CellStyle, CellValue, WriteSheet } from 'hucre';
import { cellName } from './cell-text.ts';

/** Colours of paper and grey, readable in black on white print too. Red marks an error beside its comment. */
const GREY = 'EFEFEC';
const HEADER = '1F3A34';
const LINE = 'C9C9C2';
export const ERROR_FILL = 'FBD5CF';

const SIDE = { style: 'thin', color: { rgb: LINE } } as const;
const BORDER = { top: SIDE, right: SIDE, bottom: SIDE, left: SIDE };
const TOP = { vertical: 'top', wrapText: true } as const;

const fill = (rgb: string): CellStyle['fill'] => ({ type: 'pattern', pattern: 'solid', fgColor: { rgb } });
const FONT = { name: 'Calibri', size: 11 };

export const STYLES = {
  title: { font: { ...FONT, size: 18, bold: true }, alignment: { vertical: 'center' } },
  heading: { font: { ...FONT, size: 13, bold: true }, alignment: { vertical: 'bottom' } },
  prose: { font: FONT, alignment: TOP },
  header: {
    font: { ...FONT, bold: true, color: { rgb: 'FFFFFF' } },
    fill: fill(HEADER),
    border: BORDER,
    alignment: { vertical: 'center', wrapText: true },
  },
  locked: { font: FONT, fill: fill(GREY), border: BORDER, alignment: TOP },
  open: { font: FONT, border: BORDER, alignment: TOP, protection: { locked: false } },
  error: { font: FONT, border: BORDER, alignment: TOP, fill: fill(ERROR_FILL) },
  link: { font: { ...FONT, underline: true, color: { rgb: '0B5C86' } }, border: BORDER, alignment: TOP },
} as const satisfies Record<string, CellStyle>;

export interface SheetCell {
  readonly value: CellValue;
  readonly style: CellStyle;
}

/** A sheet of cells with their styles, as the library wants it. */
export function toSheet(
  name: string,
  rows: readonly (readonly SheetCell[])[],
  rest: Omit<WriteSheet, 'name' | 'rows' | 'cells'>,
): WriteSheet {
  const cells: NonNullable<WriteSheet['cells']> = new Map();
  for (const [row, each] of rows.entries())
    for (const [column, { value, style }] of each.entries()) cells.set(`${row},${column}`, { value, style });
  return { name, rows: rows.map((row) => row.map(({ value }) => value)), cells, ...rest };
}

const LINE_HEIGHT = 15;
/** Excel shows no higher row than 409 points. */
const MOST_LINES = 26;

/**
 * Rows as high as their longest text needs, since not every program works that out when it opens a file. `lines` is the least,
 * so that there is room to write.
 */
export function heightsOf(
  rows: readonly (readonly SheetCell[])[],
  widths: readonly number[],
  lines = 1,
): Map<number, { height: number }> {
  const needed = (cell: SheetCell, column: number): number =>
    typeof cell.value === 'string' && cell.style.alignment?.wrapText === true
      ? cell.value
          .split('\n')
          .reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * 1.05) / (widths[column] ?? 10))), 0)
      : 1;
  return new Map(
    rows.map((row, index) => {
      const most = Math.min(MOST_LINES, Math.max(index === 0 ? 1 : lines, ...row.map(needed)));
      return [index, { height: most * LINE_HEIGHT + 2 }];
    }),
  );
}

/** The cells of one column with the same rule are one range: "G2:G9 G12:G14". */
export function rangesOf(column: number, rows: readonly number[]): string {
  const ranges: { from: number; to: number }[] = [];
  for (const row of rows) {
    const last = ranges.at(-1);
    if (last?.to === row - 1) last.to = row;
    else ranges.push({ from: row, to: row });
  }
  return ranges.map(({ from, to }) => `${cellName(from, column)}:${cellName(to, column)}`).join(' ');
}
