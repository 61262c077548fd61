import type { Label } from './locale.ts';

/** How an indicator is computed from events (product, section 4). */
export const RULE_METHODS = [
  'count_events',
  'sum_participants',
  'distinct_municipalities',
  'distinct_organisations',
] as const;
export type RuleMethod = (typeof RULE_METHODS)[number];

export const RULE_METHOD_LABELS: Readonly<Record<RuleMethod, Label>> = {
  count_events: { sv: 'Antal händelser', en: 'Number of events' },
  sum_participants: { sv: 'Antal deltagare', en: 'Number of participants' },
  distinct_municipalities: { sv: 'Antal kommuner som nåtts', en: 'Number of municipalities reached' },
  distinct_organisations: { sv: 'Antal organisationer som deltagit', en: 'Number of organisations taking part' },
};

/** The largest number of participants one event may have. */
export const MOST_PARTICIPANTS = 1_000_000;
