import { guardZip as guardPackage, ZipFault } from '../../platform/files/zip-guard.ts';
import { MAX_INFLATED_BYTES, MAX_PART_BYTES, MAX_ZIP_ENTRIES, SourceError } from './source-error.ts';

const LIMITS = { total: MAX_INFLATED_BYTES, part: MAX_PART_BYTES, entries: MAX_ZIP_ENTRIES };

/**
 * The names of the entries of a package that is reasonable to unpack.
 * @throws SourceError `broken`, `encrypted` or `inflates_too_much`.
 */
export async function guardZip(bytes: Buffer): Promise<string[]> {
  try {
    return await guardPackage(bytes, LIMITS);
  } catch (cause) {
    if (!(cause instanceof ZipFault)) throw cause;
    throw new SourceError(cause.code, { cause });
  }
}
