import { hash, verify } from '@node-rs/argon2';

/** Argon2id with the parameters OWASP recommends for servers (19 MiB, two passes, one lane). */
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export function hashPassword(password: string): Promise<string> {
  return hash(password, OPTIONS);
}

/** Compared when the address is unknown, so that the answer takes as long as for a known one. */
let decoy: Promise<string> | undefined;

export async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword('nobody-has-this-password');
  const matches = await verify(stored ?? (await decoy), password);
  return stored !== null && matches;
}
