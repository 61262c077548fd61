import { createHash, randomBytes } from 'node:crypto';

/** 256 bits: nobody guesses one, so what is limited is not guessing but how often a known link is tried. */
const SECRET_BYTES = 32;

/** A new secret, fit for an address and a cookie. It is told once and never stored. */
export function newSecret(): string {
  return randomBytes(SECRET_BYTES).toString('base64url');
}

/** What is stored instead. A plain hash is enough for a secret that is random and long. */
export function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
