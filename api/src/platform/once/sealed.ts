import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * An answer may hold what is told once and never again (an answer link), or what people are called. It is therefore kept
 * so that only whoever sends the key again can read it: the database knows a hash of the key, which opens nothing.
 */
export function seal(key: string, text: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, secretOf(key), nonce);
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

export function unseal(key: string, sealed: Buffer): string {
  const decipher = createDecipheriv(CIPHER, secretOf(key), sealed.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  return decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
}

/** What the database looks the key up by. */
export function keyHash(key: string): string {
  return createHmac('sha256', key).update('samhandling key').digest('hex');
}

function secretOf(key: string): Buffer {
  return createHmac('sha256', key).update('samhandling answer').digest();
}
