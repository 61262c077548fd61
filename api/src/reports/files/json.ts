import canonicalize from 'canonicalize';
import { REPORT_SOURCE_FORM, type ReportSource } from '@samhandling/report-model';
import { createHash } from 'node:crypto';

/**
 * The facts as canonical JSON (RFC 8785): one way to write them, so that anybody can compute the checksum again from the
 * file they were given. `sha256sum` of the JSON file is the number on the title page.
 */
export function canonicalFacts(source: ReportSource): string {
  const text = canonicalize(source);
  if (text === undefined) throw new Error('The facts cannot be written as JSON.');
  return text;
}

export function sha256(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The facts back from their canonical JSON; null when they are of another form than this program knows. */
export function readFacts(canonicalJson: string): ReportSource | null {
  const source = JSON.parse(canonicalJson) as ReportSource;
  return source.form === REPORT_SOURCE_FORM ? source : null;
}
