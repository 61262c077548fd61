/**
 * A rectangle copied from a spreadsheet: tabs between cells, line ends between rows. A cell with a line end or a tab in
 * it comes in quotation marks, with quotation marks inside doubled, as Excel, LibreOffice and Google Sheets write it.
 * The last line end closes the last row and makes no empty row of its own.
 */
export function readRectangle(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at <= text.length) {
    const { cell, next } = readOne(text, at);
    row.push(cell);
    const end = text[next];
    if (end === '\t') {
      at = next + 1;
      continue;
    }
    rows.push(row);
    row = [];
    at = end === '\r' && text[next + 1] === '\n' ? next + 2 : next + 1;
    if (at >= text.length) break;
  }
  return rows;
}

function readOne(text: string, from: number): { readonly cell: string; readonly next: number } {
  const quoted = text[from] === '"' ? /^"((?:[^"]|"")*)"(?=[\t\r\n]|$)/.exec(text.slice(from)) : null;
  if (quoted) return { cell: (quoted[1] ?? '').replaceAll('""', '"'), next: from + quoted[0].length };
  let next = from;
  while (next < text.length && !'\t\r\n'.includes(text.charAt(next))) next += 1;
  return { cell: text.slice(from, next), next };
}

/** True when the clipboard holds more than one cell. */
export function isRectangle(text: string): boolean {
  const rows = readRectangle(text);
  return rows.length > 1 || (rows[0]?.length ?? 0) > 1;
}
