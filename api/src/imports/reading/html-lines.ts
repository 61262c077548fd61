import { Parser } from 'htmlparser2';
import { SourceError } from './source-error.ts';
import { TableRows } from './table-rows.ts';

/** Elements whose text is no part of what a reader sees as the page's content. */
const DROPPED = new Set([
  'head',
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'nav',
  'button',
  'select',
  'textarea',
  'iframe',
  'object',
]);
/** Elements that stand apart with air around them. */
const APART = new Set([
  'p',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'table',
  'blockquote',
  'section',
  'article',
  'main',
  'header',
  'footer',
  'aside',
  'hr',
]);
/** Elements that begin a line of their own. */
const BLOCK = new Set([
  'div',
  'ul',
  'ol',
  'li',
  'dl',
  'dt',
  'dd',
  'tr',
  'td',
  'th',
  'caption',
  'figure',
  'figcaption',
  'address',
  'pre',
  'form',
  'fieldset',
  'details',
  'summary',
  'body',
]);

/** Far above what an editor makes that wraps a word in element after element. */
const MOST_NESTED = 50_000;

/** Gathers text into lines, or into the cell of a table row while one is open. */
class LineWriter {
  private lines: string[] = [];
  private current = '';
  /** Kept beside, since asking a long text how it ends would copy it for each piece that is added. */
  private endsInSpace = false;

  text(text: string, keepBreaks: boolean): void {
    if (keepBreaks) {
      const [first = '', ...rest] = text.split(/\r\n|\r|\n/u);
      this.current += first;
      for (const line of rest) {
        this.breakLine(true);
        this.current = line;
      }
      this.endsInSpace = text.endsWith(' ');
    } else {
      const flat = text.replace(/[ \t\r\n\f]+/gu, ' ');
      const added = this.current === '' || this.endsInSpace ? flat.trimStart() : flat;
      if (added === '') return;
      this.current += added;
      this.endsInSpace = added.endsWith(' ');
    }
  }

  breakLine(evenIfEmpty = false): void {
    const line = this.current.trimEnd();
    if (line !== '' || evenIfEmpty) this.lines.push(line);
    this.current = '';
  }

  blank(): void {
    this.breakLine();
    if (this.lines.length > 0 && this.lines.at(-1) !== '') this.lines.push('');
  }

  /** A list mark that keeps the rest of the item on its line. */
  mark(mark: string): void {
    this.breakLine();
    this.current = mark;
    this.endsInSpace = mark.endsWith(' ');
  }

  take(): string[] {
    this.breakLine();
    const taken = this.lines;
    this.lines = [];
    while (taken.at(-1) === '') taken.pop();
    return taken;
  }

  append(lines: readonly string[]): void {
    this.breakLine();
    for (const line of lines) this.lines.push(line);
  }
}

interface TableState {
  rows: TableRows;
  outer: LineWriter;
  cells: string[][];
}

/**
 * A web page as the lines a reader would see: one line per block, list items with their mark, tables row by row with
 * the column's label before each cell where the first row names the fields.
 * @throws SourceError `too_nested`: the parser's work grows with the square of the depth.
 */
export function htmlToLines(html: string): string {
  let writer = new LineWriter();
  const tables: TableState[] = [];
  const lists: { ordered: boolean; count: number }[] = [];
  let dropped = 0;
  let pre = 0;
  let depth = 0;

  const endCell = (): void => {
    const table = tables.at(-1);
    const lines = writer.take();
    if (table && lines.length > 0) {
      if (table.cells.length === 0) table.cells.push([]);
      table.cells.at(-1)?.push(...lines);
    }
  };
  const endRow = (): void => {
    const table = tables.at(-1);
    if (!table) return;
    endCell();
    table.outer.append(table.rows.lines(table.cells));
    table.cells = [];
  };

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth += 1;
        if (depth > MOST_NESTED) throw new SourceError('too_nested');
        if (DROPPED.has(name)) dropped += 1;
        if (dropped > 0) return;
        if (name === 'br') writer.breakLine(pre > 0);
        else if (name === 'table') {
          writer.blank();
          tables.push({ rows: new TableRows(), outer: writer, cells: [] });
          writer = new LineWriter();
        } else if (name === 'tr') endRow();
        else if ((name === 'td' || name === 'th') && tables.length > 0) {
          endCell();
          tables.at(-1)?.cells.push([]);
        } else if (name === 'ul' || name === 'ol') {
          writer.breakLine();
          lists.push({ ordered: name === 'ol', count: Number(attributes['start'] ?? '1') - 1 || 0 });
        } else if (name === 'li') {
          const list = lists.at(-1);
          if (list) list.count += 1;
          writer.mark(list?.ordered ? `${list.count}. ` : '• ');
        } else if (APART.has(name)) {
          // A paragraph inside a list item stays on the item's line.
          if (lists.length === 0) writer.blank();
        } else if (BLOCK.has(name)) writer.breakLine();
        if (name === 'pre') pre += 1;
      },
      ontext(text) {
        if (dropped === 0) writer.text(text, pre > 0);
      },
      onclosetag(name) {
        depth -= 1;
        if (DROPPED.has(name)) {
          dropped = Math.max(0, dropped - 1);
          return;
        }
        if (dropped > 0) return;
        if (name === 'pre') pre = Math.max(0, pre - 1);
        if (name === 'table') {
          endRow();
          const table = tables.pop();
          if (table) writer = table.outer;
          writer.blank();
        } else if (name === 'tr') endRow();
        else if (name === 'ul' || name === 'ol') {
          lists.pop();
          writer.breakLine();
        } else if (APART.has(name)) {
          if (lists.length === 0) writer.blank();
          else writer.breakLine();
        } else if (BLOCK.has(name) && name !== 'td' && name !== 'th') writer.breakLine();
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.write(html);
  parser.end();
  return writer.take().join('\n');
}
