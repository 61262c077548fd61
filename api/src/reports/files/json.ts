import { REPORT_SOURCE_FORM, type ReportSource } from '@samhandling/report-model';
import { canonicalJson } from '../../platform/files/canonical.ts';

/** The facts as canonical JSON: `sha256sum` of the JSON file is the number on the title page. */
export function canonicalFacts(source: ReportSource): string {
  return canonicalJson(source);
}

/** The facts back from their canonical JSON; null when they are of another form than this program knows. */
export function readFacts(canonicalJson: string): ReportSource | null {
  const source = JSON.parse(canonicalJson) as ReportSource;
  return source.form === REPORT_SOURCE_FORM ? source : null;
}
