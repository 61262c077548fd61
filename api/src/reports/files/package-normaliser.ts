import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';

export type PackageParts = Record<string, Uint8Array>;

/** The earliest moment a zip can tell. Every entry says this, so that a file's bytes do not depend on when it was made. */
const ZIP_EPOCH = new Date(1980, 0, 1, 0, 0, 0);

/**
 * Packs an Office file anew so that equal content is equal bytes: entries in a fixed order, without times, and the
 * report's own date in the document's properties. `change` may rewrite parts on the way.
 */
export function repack(
  file: Uint8Array,
  madeAt: string,
  change: (parts: PackageParts) => PackageParts = (parts) => parts,
): Buffer {
  const parts = change(unzipSync(file));
  const stamp = `${new Date(madeAt).toISOString().slice(0, 19)}Z`;
  const core = parts['docProps/core.xml'];
  if (core)
    parts['docProps/core.xml'] = editXml(core, (xml) =>
      xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${stamp}`),
    );
  const ordered: Zippable = {};
  // Office wants the content types first; the rest in the order of their names.
  const names = Object.keys(parts).sort(
    (a, b) => Number(b === '[Content_Types].xml') - Number(a === '[Content_Types].xml') || (a < b ? -1 : 1),
  );
  for (const name of names) ordered[name] = [parts[name] ?? new Uint8Array(), { mtime: ZIP_EPOCH }];
  return Buffer.from(zipSync(ordered, { level: 6 }));
}

export function editXml(part: Uint8Array, edit: (xml: string) => string): Uint8Array {
  return strToU8(edit(strFromU8(part)));
}

/** Gives each distinct match a number in the order of first meeting, across calls: for ids that are made at random. */
export function renumberer(pattern: RegExp, name: (index: number) => string): (xml: string) => string {
  const known = new Map<string, string>();
  return (xml) =>
    xml.replace(pattern, (found) => {
      const given = known.get(found) ?? name(known.size + 1);
      known.set(found, given);
      return given;
    });
}
