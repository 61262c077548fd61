import { createHash } from 'node:crypto';
import type { StoredTargets } from './targets.repository.ts';

/** Nine digits: what fits in an If-Match. */
const VERSIONS = 1_000_000_000;

/**
 * The version of a round's targets: a fingerprint of what they say. They are rows without a common one that could hold a
 * counter, and all are replaced at once, so what matters is that nobody replaces anything they have not seen. Targets that
 * were changed and changed back are the same again, and a save on top of them loses nothing.
 */
export function targetsVersion({ county, municipalities }: Pick<StoredTargets, 'county' | 'municipalities'>): number {
  const own = municipalities
    .flatMap(({ code, target }) => (target === null ? [] : [`${code}=${String(target)}`]))
    .sort();
  const content = [String(county), ...own].join(';');
  return createHash('sha256').update(content).digest().readUInt32BE() % VERSIONS;
}
