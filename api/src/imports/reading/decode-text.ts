import { decodeBytes, looksLikeText } from '../../platform/files/decode-bytes.ts';
import { SourceError } from './source-error.ts';

/**
 * Bytes to the text of a plan.
 * @throws SourceError `not_text` when control characters show that it is no text at all.
 */
export function decodeText(bytes: Buffer): string {
  const text = decodeBytes(bytes);
  if (!looksLikeText(text)) throw new SourceError('not_text');
  return text;
}
