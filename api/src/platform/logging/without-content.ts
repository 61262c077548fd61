/** What the database and Node put in quotes is now and then what somebody wrote. Names of our own things may stay. */
const OUR_OWN = /(?:relation|table|column|constraint|index|function|type|role|policy|trigger|database|statement) $/;
const ADDRESS = /[^\s@"'<>()=]+@[^\s@"'<>()]+/g;

/**
 * The text of a fault without anything somebody may have written: e-mail addresses, quoted words and values in
 * parentheses go. The stack stays as it is, since it names our own files and functions only.
 */
export function withoutContent(text: string): string {
  const lines = text.split('\n');
  return lines.map((line) => (/^\s+at /.test(line) ? line : cleaned(line))).join('\n');
}

function cleaned(line: string): string {
  return line
    .replace(/"[^"]*"|(?<![\p{L}])'[^']*'|”[^”]*”/gu, (quoted, at: number) =>
      OUR_OWN.test(line.slice(0, at)) ? quoted : '"…"',
    )
    .replace(/=\([^)]*\)/g, '=(…)')
    .replace(ADDRESS, '…');
}
