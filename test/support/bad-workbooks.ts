import { unzipSync, zipSync, strToU8, strFromU8 } from 'fflate';
import type { OpenFile } from './workbooks.ts';

/** Files somebody might send instead of a workbook of ours, made here so that nothing harmful lies in the repository. */
export interface BadFile {
  readonly what: string;
  readonly bytes: Uint8Array;
  readonly name?: string;
  readonly status: number;
  readonly code: string;
}

const bytes = (text: string): Uint8Array => strToU8(text);
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** The zoo, bred from a good workbook. */
export async function badFiles(good: OpenFile): Promise<BadFile[]> {
  const whole = await good.save();
  const parts = unzipSync(whole);
  const refused = (what: string, code: string, status: number, file: Uint8Array, name?: string): BadFile => ({
    what,
    code,
    status,
    bytes: file,
    ...(name !== undefined && { name }),
  });
  const sheetName = Object.keys(parts).find((name) => name.startsWith('xl/worksheets/sheet')) ?? '';
  const sheet = strFromU8(parts[sheetName] ?? new Uint8Array());
  const withRows = (rows: string): Uint8Array =>
    zipSync({ ...parts, [sheetName]: strToU8(sheet.replace('</sheetData>', `${rows}</sheetData>`)) });
  return [
    refused('an empty file', 'empty', 422, new Uint8Array()),
    refused('CSV named .xlsx', 'not_workbook', 415, bytes('Nummer;Värde\r\n1.1/1;7\r\n')),
    refused('a picture named .xlsx', 'not_workbook', 415, new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0])),
    refused(
      'a Word file',
      'not_workbook',
      415,
      zipSync({ '[Content_Types].xml': bytes('<Types/>'), 'word/document.xml': bytes('<a/>') }),
    ),
    refused(
      'an OpenDocument sheet',
      'open_document',
      415,
      zipSync({ mimetype: bytes('application/vnd.oasis.opendocument.spreadsheet') }),
    ),
    refused('an old .xls', 'old_excel', 415, new Uint8Array([...OLE, ...new Array<number>(600).fill(0)])),
    refused(
      'a password',
      'encrypted',
      415,
      Buffer.concat([Buffer.from(OLE), Buffer.alloc(504), Buffer.from('EncryptedPackage', 'utf16le')]),
    ),
    refused('half a file', 'broken', 415, whole.slice(0, Math.floor(whole.length / 2))),
    refused(
      'a macro',
      'macro',
      415,
      zipSync({ ...parts, 'xl/vbaProject.bin': bytes('Sub AutoOpen()') }),
      'arbetsbok.xlsm',
    ),
    refused(
      'a link to another file',
      'external_links',
      415,
      zipSync({ ...parts, 'xl/externalLinks/externalLink1.xml': bytes('<externalLink/>') }),
    ),
    refused(
      'a zip bomb',
      'inflates_too_much',
      413,
      zipSync({ ...parts, 'xl/media/bomb.bin': new Uint8Array(70 * 1024 * 1024) }),
    ),
    refused('6 000 rows', 'too_many_rows', 413, withRows(manyRows(6000))),
    refused('a far column', 'too_many_columns', 413, withRows('<row r="900"><c r="XFD900"><v>1</v></c></row>')),
    refused('a far row', 'too_many_rows', 413, withRows('<row r="1048576"><c r="A1048576"><v>1</v></c></row>')),
  ];
}

/** 100 000 rows as a spreadsheet writes them. */
export function manyRows(count: number): string {
  return Array.from(
    { length: count },
    (_, index) => `<row r="${index + 500}"><c r="A${index + 500}"><v>${index}</v></c></row>`,
  ).join('');
}

export async function withManyRows(good: OpenFile, count: number): Promise<Uint8Array> {
  const parts = unzipSync(await good.save());
  const name = Object.keys(parts).find((each) => each.startsWith('xl/worksheets/sheet')) ?? '';
  const sheet = strFromU8(parts[name] ?? new Uint8Array());
  return zipSync({ ...parts, [name]: strToU8(sheet.replace('</sheetData>', `${manyRows(count)}</sheetData>`)) });
}
