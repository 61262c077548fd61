import canonicalize from 'canonicalize';
import { createHash } from 'node:crypto';

/**
 * Facts as canonical JSON (RFC 8785): one way to write them, so that anybody can compute the checksum again from the file
 * they were given.
 */
export function canonicalJson(facts: object): string {
  const text = canonicalize(facts);
  if (text === undefined) throw new Error('The facts cannot be written as JSON.');
  return text;
}

export function sha256(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
