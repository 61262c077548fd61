import { paths, type WorkbookAnswer } from '@samhandling/contracts';
import type { Cell, CellValue, Sheet } from 'hucre';
import { openXlsx, saveXlsx, type RoundtripWorkbook } from 'hucre/xlsx';
import type { Answer, TestClient } from './app.ts';

/** A workbook as a person has it open: changed cell by cell, and saved again by a program that is not ours. */
export class OpenFile {
  private constructor(readonly workbook: RoundtripWorkbook) {}

  static async of(bytes: Uint8Array): Promise<OpenFile> {
    return new OpenFile(await openXlsx(bytes, { readStyles: true }));
  }

  sheet(name: string): Sheet {
    const sheet = this.workbook.sheets.find((each) => each.name === name);
    if (!sheet) throw new Error(`No sheet ${name}: ${this.workbook.sheets.map((each) => each.name).join(', ')}`);
    return sheet;
  }

  /** Where a header stands, from 0. */
  column(sheet: string, header: string): number {
    const column = this.sheet(sheet).rows[0]?.indexOf(header) ?? -1;
    if (column < 0) throw new Error(`No column ${header}: ${String(this.sheet(sheet).rows[0])}`);
    return column;
  }

  /** The row of a sheet whose cell under a header says this. */
  row(sheet: string, header: string, value: string): number {
    const column = this.column(sheet, header);
    const row = this.sheet(sheet).rows.findIndex((cells) => cells[column] === value);
    if (row < 0) throw new Error(`No row with ${header} = ${value}`);
    return row;
  }

  get(sheet: string, row: number, header: string): CellValue {
    return this.sheet(sheet).rows[row]?.[this.column(sheet, header)] ?? null;
  }

  cell(sheet: string, row: number, header: string): Cell | undefined {
    return this.sheet(sheet).cells?.get(`${row},${this.column(sheet, header)}`);
  }

  set(sheet: string, row: number, header: string, value: CellValue, more: Partial<Cell> = {}): this {
    const column = this.column(sheet, header);
    const { rows, cells = new Map<string, Cell>() } = this.sheet(sheet);
    const line = rows[row] ?? [];
    while (line.length <= column) line.push(null);
    line[column] = value;
    rows[row] = line;
    const type = typeof value === 'number' ? 'number' : value instanceof Date ? 'date' : 'string';
    cells.set(`${row},${column}`, { ...cells.get(`${row},${column}`), value, type, ...more });
    this.sheet(sheet).cells = cells;
    return this;
  }

  /** The same rows in another order of columns or rows, with what belongs to each cell. */
  rearrange(name: string, columns: (count: number) => number[], rows: (count: number) => number[]): this {
    const sheet = this.sheet(name);
    const width = Math.max(...sheet.rows.map((row) => row.length));
    const [fromColumn, fromRow] = [columns(width), rows(sheet.rows.length)];
    const cells = new Map<string, Cell>();
    const moved = fromRow.map((from, row) =>
      fromColumn.map((origin, column) => {
        const cell = sheet.cells?.get(`${from},${origin}`);
        if (cell) cells.set(`${row},${column}`, cell);
        return sheet.rows[from]?.[origin] ?? null;
      }),
    );
    const defs = fromColumn.map((origin) => sheet.columns?.[origin] ?? {});
    Object.assign(sheet, { rows: moved, cells, columns: defs, dataValidations: [] });
    return this;
  }

  save(): Promise<Uint8Array> {
    return saveXlsx(this.workbook);
  }
}

export async function downloadWorkbook(client: TestClient, roundId: string, organisationId: string): Promise<OpenFile> {
  const { status, bytes } = await client.bytes(`${paths.roundWorkbook(roundId)}?organisation=${organisationId}`);
  if (status !== 200) throw new Error(`The workbook answered ${status}: ${bytes.toString('utf8').slice(0, 500)}`);
  return OpenFile.of(bytes);
}

export function uploadBytes(
  client: TestClient,
  roundId: string,
  bytes: Uint8Array,
  { dryRun = false, name = 'arbetsbok.xlsx' }: { readonly dryRun?: boolean; readonly name?: string } = {},
): Promise<Answer<WorkbookAnswer>> {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(bytes)]), name);
  return client.post<WorkbookAnswer>(`${paths.roundWorkbook(roundId)}${dryRun ? '?dryRun=true' : ''}`, form);
}

export async function uploadFile(
  client: TestClient,
  roundId: string,
  file: OpenFile,
  more: { readonly dryRun?: boolean } = {},
): Promise<Answer<WorkbookAnswer>> {
  return uploadBytes(client, roundId, await file.save(), more);
}
