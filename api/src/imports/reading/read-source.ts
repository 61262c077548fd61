import { decodeText } from './decode-text.ts';
import { htmlToLines } from './html-lines.ts';
import { looksLikeHtml, nameContradicts, sniff, type SourceFormat } from './sniff.ts';
import { MAX_FILE_BYTES, SourceError } from './source-error.ts';
import { guardZip } from './zip-guard.ts';

export interface Source {
  text: string;
  format: SourceFormat;
}

/**
 * Reads an uploaded file into the text of a plan. What it is, is told by its content; a name that promises something
 * else is refused, since then the wrong file was probably chosen. Nothing is fetched and nothing is run.
 * @throws SourceError with a stable code and words for the person who chose the file.
 */
export async function readSource(bytes: Buffer, fileName: string): Promise<Source> {
  if (bytes.length > MAX_FILE_BYTES) throw new SourceError('too_large');
  if (bytes.length === 0) throw new SourceError('empty');
  const kind = sniff(bytes);
  const source = kind === 'zip' ? await readDocx(bytes) : readText(bytes, kind);
  if (nameContradicts(fileName, source.format)) throw new SourceError('type_mismatch');
  if (source.text.trim() === '') throw new SourceError('empty');
  return source;
}

function readText(bytes: Buffer, refused: Exclude<ReturnType<typeof sniff>, 'zip'>): Source {
  if (refused !== null) throw new SourceError(refused);
  const text = decodeText(bytes);
  return looksLikeHtml(text) ? { text: htmlToLines(text), format: 'html' } : { text, format: 'txt' };
}

async function readDocx(bytes: Buffer): Promise<Source> {
  const names = await guardZip(bytes);
  const holds = (prefix: string): boolean => names.some((name) => name.startsWith(prefix));
  if (!holds('[Content_Types].xml')) throw new SourceError(holds('mimetype') ? 'open_document' : 'archive');
  if (holds('xl/')) throw new SourceError('spreadsheet');
  if (!holds('word/')) throw new SourceError('archive');
  // Loaded when a Word file comes: reading text needs none of it.
  const { default: mammoth } = await import('mammoth');
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: bytes },
      { convertImage: mammoth.images.imgElement(async () => ({ src: '' })), externalFileAccess: false },
    );
    return { text: htmlToLines(value), format: 'docx' };
  } catch (cause) {
    throw new SourceError('broken', { cause });
  }
}
