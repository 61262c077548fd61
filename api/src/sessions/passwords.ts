import { hash, verify } from '@node-rs/argon2';

/** Argon2id with the parameters OWASP recommends for servers (19 MiB, two passes, one lane). */
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const CURRENT = `$argon2id$v=19$m=${OPTIONS.memoryCost},t=${OPTIONS.timeCost},p=${OPTIONS.parallelism}$`;

export function hashPassword(password: string): Promise<string> {
  return hash(password, OPTIONS);
}

/** Made with other parameters than today's: to be made anew the next time the password is at hand. */
export function needsRehash(stored: string): boolean {
  return !stored.startsWith(CURRENT);
}

/** Compared when the address is unknown, so that the answer takes as long as for a known one. */
let decoy: Promise<string> | undefined;

export async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword('nobody-has-this-password');
  const matches = await verify(stored ?? (await decoy), password);
  return stored !== null && matches;
}
