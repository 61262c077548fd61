import type { Day, EventColumn } from '@samhandling/contracts';
import { dayWithin } from '@samhandling/domain';

/** Days of a table that say no year, and the table as it reads when they are days of one round. */
export interface YearlessDays {
  readonly count: number;
  readonly rows: readonly (readonly string[])[];
}

/**
 * What can be offered when days say no year ("12/3"): to read them as days of a round. Null when there is nothing to offer:
 * no column of days, no such day, or one that the round has no day for, or two.
 */
export function yearlessDays(
  rows: readonly (readonly string[])[],
  columns: readonly (EventColumn | null)[],
  round: { readonly from: Day; readonly to: Day },
): YearlessDays | null {
  const at = columns.indexOf('day');
  if (at === -1) return null;
  const without = rows.filter((row) => isYearless(row[at] ?? ''));
  if (without.length === 0) return null;
  const read = rows.map((row) => {
    const text = row[at] ?? '';
    return isYearless(text) ? row.with(at, dayWithin(text, round.from, round.to) ?? '') : row;
  });
  return read.some((row, index) => row[at] === '' && rows[index]?.[at] !== '')
    ? null
    : { count: without.length, rows: read };
}

/** A year that is no leap year would not know 29 February. */
function isYearless(text: string): boolean {
  return dayWithin(text, '2024-01-01', '2024-12-31') !== null;
}
