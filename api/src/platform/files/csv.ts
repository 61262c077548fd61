/**
 * CSV as a Swedish Excel opens it by a double click: semicolon between fields, decimal comma, CRLF between lines, and
 * UTF-8 with a byte order mark, without which Excel reads å, ä and ö as other signs.
 */
export type CsvValue = string | number | null;

/**
 * A spreadsheet runs a cell that begins with one of these, in some versions also after it was quoted. OWASP, "CSV
 * injection".
 */
const RUNS = /^[=+\-@\t\r]/;
const PLAIN_NUMBER = /^-?\d+(?:,\d+)?$/;

/** Everything as one file. Rows may differ in length; nothing is added to the shorter. */
export function toCsv(rows: readonly (readonly CsvValue[])[]): Buffer {
  return Buffer.from(`\uFEFF${rows.map((row) => `${row.map(csvField).join(';')}\r\n`).join('')}`, 'utf8');
}

/**
 * One field. A text that a spreadsheet would run gets an apostrophe before it, which every spreadsheet reads as "this is
 * text"; whoever reads the file by program takes one leading apostrophe away where such a sign follows it. A number is a
 * number, also a negative one. Line ends within a text become LF, so that CRLF only ever parts lines.
 */
export function csvField(value: CsvValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value).replace('.', ',');
  const lines = value.replace(/\r\n?/g, '\n');
  const isHarmless = !RUNS.test(value) || PLAIN_NUMBER.test(lines);
  const text = isHarmless ? lines : `'${value.startsWith('\r') ? `\n${lines.slice(1)}` : lines}`;
  return /[;"\n\t]/.test(text) || /^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
