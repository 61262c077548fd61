import type { SourceErrorCode } from './source-error.ts';

export type SourceFormat = 'txt' | 'html' | 'docx';

const at = (bytes: Buffer, offset: number, signature: readonly number[]): boolean =>
  bytes.length >= offset + signature.length && signature.every((value, index) => bytes[offset + index] === value);
const ascii = (text: string): number[] => [...text].map((char) => char.charCodeAt(0));

/** First bytes of files that are not plans. Text formats have none, so what is not listed is tried as text. */
const REFUSED: readonly { code: SourceErrorCode; offset: number; signature: readonly number[] }[] = [
  { code: 'pdf', offset: 0, signature: ascii('%PDF-') },
  { code: 'rtf', offset: 0, signature: ascii('{\\rtf') },
  { code: 'image', offset: 0, signature: [0x89, ...ascii('PNG')] },
  { code: 'image', offset: 0, signature: [0xff, 0xd8, 0xff] },
  { code: 'image', offset: 0, signature: ascii('GIF8') },
  { code: 'image', offset: 0, signature: ascii('II*\0') },
  { code: 'image', offset: 0, signature: ascii('MM\0*') },
  { code: 'image', offset: 8, signature: ascii('WEBP') },
  { code: 'image', offset: 4, signature: ascii('ftyphei') },
  { code: 'image', offset: 4, signature: ascii('ftypavif') },
  { code: 'program', offset: 0, signature: [0x7f, ...ascii('ELF')] },
  { code: 'program', offset: 0, signature: [0xcf, 0xfa, 0xed, 0xfe] },
  { code: 'archive', offset: 0, signature: [0x1f, 0x8b] },
  { code: 'archive', offset: 0, signature: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c] },
  { code: 'archive', offset: 0, signature: ascii('Rar!') },
];
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/**
 * What a file is by its first bytes: a zip package, something that is refused, or (null) perhaps text.
 * A password-protected .docx lies in the same OLE container as an old .doc and is told from it by its stream name.
 */
export function sniff(bytes: Buffer): 'zip' | SourceErrorCode | null {
  if (at(bytes, 0, ascii('PK\x03\x04')) || at(bytes, 0, ascii('PK\x05\x06'))) return 'zip';
  if (at(bytes, 0, OLE)) return bytes.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'encrypted' : 'old_word';
  if (at(bytes, 0, ascii('MZ')) && bytes.subarray(0, 1024).includes(0)) return 'program';
  if (at(bytes, 0, ascii('BM')) && bytes.subarray(0, 64).includes(0)) return 'image';
  // A PDF may have some bytes before its signature.
  if (bytes.subarray(0, 1024).includes('%PDF-') && bytes.includes('%%EOF')) return 'pdf';
  return REFUSED.find(({ offset, signature }) => at(bytes, offset, signature))?.code ?? null;
}

/** A comment ends where it first can: otherwise forty of them could be divided in more ways than anybody waits for. */
const HTML_START =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[\s\S]){0,2000}-->\s*)*<(?:!doctype\s+html|html|head|body|main|article|section|div|table|h[1-6]|p|ul|ol)[\s>]/i;
const HTML_TAG = /<\/?(?:p|div|li|ul|ol|br|h[1-6]|table|tr|td|strong|span|section|article)(?:\s[^<>]{0,500})?\/?>/gi;

/** Whether a text is marked up as a web page: it begins so, or a pasted fragment has several tags. */
export function looksLikeHtml(text: string): boolean {
  if (HTML_START.test(text.slice(0, 5000))) return true;
  return (text.slice(0, 200_000).match(HTML_TAG) ?? []).length >= 3;
}

const BINARY_ENDINGS = new Set([
  'docx',
  'doc',
  'pdf',
  'xlsx',
  'xls',
  'odt',
  'rtf',
  'png',
  'jpg',
  'jpeg',
  'gif',
  'zip',
  'exe',
  'pptx',
  'ppt',
]);
const TEXT_ENDINGS = new Set(['txt', 'text', 'md', 'html', 'htm', 'csv']);

/** Whether the file's name promises something else than what its content is. A name without an ending promises nothing. */
export function nameContradicts(fileName: string, format: SourceFormat): boolean {
  const ending = /\.([a-z0-9]{1,5})$/i.exec(fileName)?.[1]?.toLowerCase() ?? '';
  return format === 'docx' ? TEXT_ENDINGS.has(ending) : BINARY_ENDINGS.has(ending);
}
