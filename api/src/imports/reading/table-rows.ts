const LABEL = /^(?:aktivitet|insats|åtgärd|ansvar|samverkan|samarbet|uppföljning|indikator)/iu;
const NUMBER_COLUMN = /^(?:nr|nummer|#)\.?$/iu;

/**
 * Turns table rows into labelled lines, as plans are read. A first row that names at least two fields labels every
 * cell below it; in a table of two columns a label in the first belongs to the text in the second; any other row
 * gives its cells in order.
 */
export class TableRows {
  private headers: string[] | null = null;
  private first = true;

  lines(cells: readonly (readonly string[])[]): string[] {
    if (cells.every((cell) => cell.length === 0)) return [];
    const single = cells.map((cell) => cell.join(' ').trim());
    if (this.first) {
      this.first = false;
      if (
        single.filter((text) => text.length < 60 && LABEL.test(text)).length >= 2 &&
        single.every((text) => text.length < 60)
      ) {
        this.headers = single.map((text) => text.replace(/\s*:\s*$/u, ''));
        return [];
      }
    }
    if (this.headers !== null && cells.length === this.headers.length) return this.labelled(this.headers, cells);
    const [label = '', text] = single;
    if (cells.length === 2 && text !== undefined && LABEL.test(label) && label.length < 40 && !label.includes(':'))
      return [`${label}: ${text}`.trimEnd()];
    if (cells.length === 2 && /^[^:]{3,40}:$/u.test(label)) return [`${label} ${text ?? ''}`.trimEnd()];
    return cells.flat();
  }

  private labelled(headers: readonly string[], cells: readonly (readonly string[])[]): string[] {
    const lines: string[] = [];
    let number = '';
    headers.forEach((header, column) => {
      const cell = cells[column] ?? [];
      if (NUMBER_COLUMN.test(header)) {
        number = (cell[0] ?? '').replace(/\.$/u, '');
        return;
      }
      const [first = '', ...rest] = cell;
      const activity = /^(?:aktivitet|insats|åtgärd)/iu.test(header);
      const prefix = activity && number !== '' ? `${number}. ` : '';
      const label = activity ? 'Aktivitet' : header;
      lines.push(label === '' ? first : `${label}: ${prefix}${first}`.trimEnd(), ...rest);
    });
    return lines;
  }
}
