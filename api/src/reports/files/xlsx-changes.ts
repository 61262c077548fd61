import type { BlockOf, CountyReport } from '@samhandling/report-model';
import type { CellObject, Row, Sheet } from 'write-excel-file/node';

type Written = Pick<CellObject, 'value'>;

/** How the workbook writes a heading and a text: handed in, so that all its sheets look alike. */
export interface CellMakers {
  readonly head: (value: string) => Written & CellObject;
  readonly text: (value: string) => Written & CellObject;
}

const WIDTHS = [34, 48, 48, 22];

/** What has changed since last round, table by table under its caption; null when the report has no such section. */
export function changesSheet(report: CountyReport, name: string, { head, text }: CellMakers): Sheet<Buffer> | null {
  const section = report.sections.find(({ id }) => id === 'changes');
  if (!section) return null;
  const rows = section.blocks.flatMap((block): Row[] => {
    if (block.kind === 'paragraph') return [[text(block.text)], [null]];
    return block.kind === 'table' ? tableRows(block, { head, text }) : [];
  });
  return { sheet: name, data: rows, columns: WIDTHS.map((width) => ({ width })), orientation: 'landscape' };
}

function tableRows({ caption, columns, rows, note }: BlockOf<'table'>, { head, text }: CellMakers): Row[] {
  return [
    [head(`${caption.label}. ${caption.text}`)],
    columns.map(({ header }) => head(header)),
    ...rows.map((row) => row.map((cell) => text(cell.text))),
    ...(note === '' ? [] : [[text(note)]]),
    [null],
  ];
}
