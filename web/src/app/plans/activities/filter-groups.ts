import type { ActivityFacets, Facet } from '@samhandling/contracts';
import {
  FOLLOW_UP_STATES,
  FOLLOW_UP_STATE_LABELS,
  JUDGEMENT_LABELS,
  type Locale,
  NOT_JUDGED_LABEL,
  type PlanWords,
  capitalised,
} from '@samhandling/domain';
import type { JudgementFilter, ListQuery } from '../data/list-query.ts';

/** The filters of the list, in the order they are shown. */
export type GroupKey = 'judgement' | 'state' | 'goal' | 'responsible' | 'partner';

export interface FilterOption {
  readonly value: string;
  readonly label: string;
  readonly count: number;
  readonly on: boolean;
}

export interface FilterGroup {
  readonly key: GroupKey;
  readonly label: string;
  readonly options: readonly FilterOption[];
  readonly chosen: number;
}

/** One choice taken in or out; the order of the others is kept. */
function toggled<Value extends string>(values: readonly Value[], value: Value): readonly Value[] {
  return values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
}

const JUDGEMENT_FILTERS: readonly JudgementFilter[] = [
  'completed',
  'on_track',
  'needs_support',
  'not_started',
  'cancelled',
  'none',
];

/** The query after one choice of a group was taken in or out. A value the group does not know changes nothing. */
export function toggle(query: ListQuery, key: GroupKey, value: string): Partial<ListQuery> {
  switch (key) {
    case 'judgement': {
      const known = JUDGEMENT_FILTERS.find((one) => one === value);
      return known ? { judgement: toggled(query.judgement, known) } : {};
    }
    case 'state': {
      const known = FOLLOW_UP_STATES.find((one) => one === value);
      return known ? { state: toggled(query.state, known) } : {};
    }
    case 'goal':
      return { goal: toggled(query.goal, value) };
    case 'responsible':
      return { responsible: toggled(query.responsible, value) };
    case 'partner':
      return { partner: toggled(query.partner, value) };
  }
}

/** Options of the facets, and those chosen that the facets no longer name (they give no hits, but must be seen to be undone). */
function named(facets: readonly Facet[], chosen: readonly string[], unknown: string): FilterOption[] {
  const options = facets
    .filter((facet) => facet.count > 0 || chosen.includes(facet.value))
    .map((facet) => ({ value: facet.value, label: facet.label, count: facet.count, on: chosen.includes(facet.value) }));
  const missing = chosen.filter((value) => !facets.some((facet) => facet.value === value));
  return [...options, ...missing.map((value) => ({ value, label: unknown, count: 0, on: true }))];
}

function coded<Code extends string>(
  codes: readonly Code[],
  facets: readonly Facet[],
  chosen: readonly Code[],
  label: (code: Code) => string,
): FilterOption[] {
  return codes
    .map((code) => ({
      value: code,
      label: label(code),
      count: facets.find((facet) => facet.value === code)?.count ?? 0,
      on: chosen.includes(code),
    }))
    .filter((option) => option.count > 0 || option.on);
}

/** Everything the filter bar shows. `followed` is false before the first round: there is no state to filter by then. */
export function filterGroups(
  query: ListQuery,
  facets: ActivityFacets,
  words: PlanWords,
  locale: Locale,
  followed: boolean,
): FilterGroup[] {
  const unknown = $localize`:@@plans.filter.unknown:Okänt val`;
  const judgementLabel = (code: JudgementFilter): string =>
    (code === 'none' ? NOT_JUDGED_LABEL : JUDGEMENT_LABELS[code])[locale];
  const groups: Omit<FilterGroup, 'chosen'>[] = [
    {
      key: 'judgement',
      label: $localize`:@@plans.judgement:Läge`,
      options:
        followed || query.judgement.length > 0
          ? coded(JUDGEMENT_FILTERS, facets.judgement, query.judgement, judgementLabel)
          : [],
    },
    {
      key: 'state',
      label: $localize`:@@plans.answer:Svar`,
      options: coded(
        FOLLOW_UP_STATES,
        facets.followUpState,
        query.state,
        (code) => FOLLOW_UP_STATE_LABELS[code][locale],
      ),
    },
    { key: 'goal', label: capitalised(words.goal.one), options: named(facets.goal, query.goal, unknown) },
    {
      key: 'responsible',
      label: $localize`:@@plans.responsible:Ansvarig`,
      options: named(facets.responsible, query.responsible, unknown),
    },
    {
      key: 'partner',
      label: $localize`:@@plans.partner:Samverkanspartner`,
      options: named(facets.partner, query.partner, unknown),
    },
  ];
  return groups
    .map((group) => ({ ...group, chosen: group.options.filter((option) => option.on).length }))
    .filter((group) => group.options.length > 0);
}
