import type { RoundtripWorkbook } from 'hucre/xlsx';
import { strFromU8, unzip, type Unzipped } from 'fflate';
import { guardZip, ZipFault } from '../platform/files/zip-guard.ts';
import { MOST_COLUMNS, MOST_ROWS, refuseFile } from './file-refusal.ts';

/** 5 MB of workbook is some ten times the largest county's; unpacked it is at most this. */
const LIMITS = { total: 60 * 1024 * 1024, part: 40 * 1024 * 1024, entries: 500 };
const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const SHEET = /^xl\/worksheets\/[^/]+\.xml$/i;

/**
 * Opens an uploaded workbook, or refuses it before anything large is built of it: what it is by its first bytes, what it
 * unpacks to, macros, links to other files, and how many rows and columns its sheets hold. Nothing in it is run, nothing
 * is fetched.
 * @throws ProblemException with words for the person who chose the file.
 */
export async function openWorkbook(bytes: Buffer): Promise<RoundtripWorkbook> {
  if (bytes.length === 0) throw refuseFile('empty');
  if (bytes.subarray(0, 8).equals(OLE))
    throw refuseFile(bytes.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'encrypted' : 'old_excel');
  if (bytes.toString('latin1', 0, 2) !== 'PK') throw refuseFile('not_workbook');
  const names = await entriesOf(bytes);
  refuseByNames(names);
  refuseBySize(await unpack(bytes));
  const { openXlsx } = await import('hucre/xlsx');
  try {
    return await openXlsx(bytes, { readStyles: true });
  } catch {
    throw refuseFile('broken');
  }
}

async function entriesOf(bytes: Buffer): Promise<string[]> {
  try {
    return await guardZip(bytes, LIMITS);
  } catch (fault) {
    if (!(fault instanceof ZipFault)) throw fault;
    throw refuseFile(fault.code);
  }
}

function refuseByNames(names: readonly string[]): void {
  const holds = (pattern: RegExp): boolean => names.some((name) => pattern.test(name));
  if (!holds(/^\[Content_Types\]\.xml$/i)) throw refuseFile(holds(/^mimetype$/) ? 'open_document' : 'not_workbook');
  if (!holds(/^xl\/workbook\.xml$/i)) throw refuseFile('not_workbook');
  if (holds(/(?:^|\/)vbaProject\.bin$/i) || holds(/^xl\/(?:macrosheets|dialogsheets)\//i)) throw refuseFile('macro');
  if (holds(/^xl\/externalLinks\//i)) throw refuseFile('external_links');
}

function unpack(bytes: Buffer): Promise<Unzipped> {
  return new Promise((resolve, reject) => {
    unzip(bytes, { filter: ({ name }) => SHEET.test(name) || name === '[Content_Types].xml' }, (fault, parts) => {
      if (fault) reject(refuseFile('broken'));
      else resolve(parts);
    });
  });
}

/** Counted in the text of the sheet, which costs little; the rows are built only after that. */
function refuseBySize(parts: Unzipped): void {
  for (const [name, part] of Object.entries(parts)) {
    const xml = strFromU8(part);
    if (!SHEET.test(name)) {
      if (/macroEnabled/i.test(xml)) throw refuseFile('macro');
      continue;
    }
    let rows = 0;
    for (let at = xml.indexOf('<row'); at >= 0; at = xml.indexOf('<row', at + 4)) {
      rows += 1;
      if (rows > MOST_ROWS) throw refuseFile('too_many_rows');
    }
    for (const [, column = '', row = ''] of xml.matchAll(/<c\b[^<>]*?\br="([A-Z]{1,3})(\d{1,7})"/g)) {
      if (column.length > 2 || columnNumber(column) > MOST_COLUMNS) throw refuseFile('too_many_columns');
      if (Number(row) > MOST_ROWS) throw refuseFile('too_many_rows');
    }
  }
}

function columnNumber(name: string): number {
  return [...name].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}
