/**
 * Bytes to text. A byte order mark decides; without one, zero bytes at every other place mean UTF-16, valid UTF-8 is
 * UTF-8, and what is left is Windows-1252, which holds all of Latin-1's letters (older Swedish files). The mark itself is
 * not part of the text.
 */
export function decodeBytes(bytes: Buffer): string {
  return decode(bytes).replace(/^\uFEFF/u, '');
}

/** Control characters show that it is no text at all. */
export function looksLikeText(text: string): boolean {
  const control = text.match(/[^\P{Cc}\t\n\v\f\r\u0085]|\uFFFD/gu)?.length ?? 0;
  return !text.includes('\u0000') && control <= text.length / 200;
}

function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const wide = wideEncoding(bytes.subarray(0, 4096));
  if (wide) return new TextDecoder(wide).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Swedish text in UTF-16 has a zero in nearly every second byte, always on the same side. */
function wideEncoding(sample: Buffer): 'utf-16le' | 'utf-16be' | null {
  if (sample.length < 4) return null;
  let even = 0;
  let odd = 0;
  sample.forEach((value, index) => {
    if (value !== 0) return;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  });
  const half = sample.length / 2;
  if (odd > half * 0.7 && even < half * 0.05) return 'utf-16le';
  if (even > half * 0.7 && odd < half * 0.05) return 'utf-16be';
  return null;
}
