import type { RoundInput } from '@samhandling/contracts';

/**
 * A round to begin with: the calendar year after the latest there is, otherwise the year it is. It opens in December of
 * the year it is about and is answered by the end of January after, as the county report is written then (product,
 * section 1). Only a proposal: a person sets the days.
 */
export function proposeRound(labels: readonly string[], today: string): RoundInput {
  const years = labels.flatMap((label) => (/^\d{4}$/.test(label) ? [Number(label)] : []));
  const year = years.length > 0 ? Math.max(...years) + 1 : Number(today.slice(0, 4));
  return {
    label: String(year),
    from: `${String(year)}-01-01`,
    to: `${String(year)}-12-31`,
    opens: `${String(year)}-12-01`,
    due: `${String(year + 1)}-01-31`,
  };
}
