import type { CellValue } from 'hucre';

/** A text as it survives a spreadsheet: LF between lines, no space at the ends. */
export function tidy(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u200b\ufeff]/g, '')
    .trim();
}

/**
 * A number of a cell as a person would have typed it, for the one rule that reads numbers. A spreadsheet keeps 17 digits
 * of which 15 are meant (0.1 + 0.2). Three decimals get a zero after them: "1,234" typed is doubtful, a cell that holds
 * the number 1.234 is not.
 */
export function numberText(value: number): string {
  const meant = String(Number(value.toPrecision(15)));
  const text = meant.replace('.', ',');
  return /,\d{3}$/.test(text) ? `${text}0` : text;
}

export function dayCell(day: string | null): string {
  return day ?? '';
}

/** What stands in a cell, as typed. `isPercent`: the cell shows per cent, so that 0.2 is "20 %" to whom looks at it. */
export function cellText(value: CellValue | undefined, isPercent = false): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return isPercent ? `${numberText(value * 100)} %` : numberText(value);
  if (typeof value === 'boolean') return value ? 'ja' : 'nej';
  if (value instanceof Date) return dateText(value);
  return tidy(value);
}

/** The day; a time of day is kept, so that it is refused rather than cut off. */
function dateText(value: Date): string {
  if (Number.isNaN(value.getTime())) return '#';
  const [day = '', time = ''] = value.toISOString().split('T');
  return time.startsWith('00:00:00') ? day : `${day} ${time.slice(0, 5)}`;
}

/** "D7" of zero-based places. */
export function cellName(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`;
}

export function columnName(column: number): string {
  const first = Math.floor(column / 26);
  return (first > 0 ? columnName(first - 1) : '') + String.fromCharCode(65 + (column % 26));
}
