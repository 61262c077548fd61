import type { ParamMap, Params } from '@angular/router';
import type { Id, YearEntry } from '@samhandling/contracts';
import { YEAR_ENTRY_KINDS, type YearEntryKind } from '@samhandling/domain';

/** What a reader has chosen to see of the year. The address holds it. Nothing chosen: everything. */
export interface YearQuery {
  readonly kinds: readonly YearEntryKind[];
  readonly groups: readonly Id[];
}

export function readYearQuery(params: ParamMap): YearQuery {
  return {
    kinds: YEAR_ENTRY_KINDS.filter((kind) => params.getAll('slag').includes(kind)),
    groups: [...new Set(params.getAll('grupp').filter((id) => id !== ''))],
  };
}

export function writeYearQuery({ kinds, groups }: YearQuery): Params {
  return { slag: kinds.length > 0 ? kinds : null, grupp: groups.length > 0 ? groups : null };
}

/** A choice in, or out again. */
export function flipped<Value>(chosen: readonly Value[], value: Value): readonly Value[] {
  return chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value];
}

/** What has no group is of the whole plan, and stands whatever group is chosen. */
export function isChosen({ kind, group }: YearEntry, { kinds, groups }: YearQuery): boolean {
  return (
    (kinds.length === 0 || kinds.includes(kind)) && (groups.length === 0 || group === null || groups.includes(group.id))
  );
}
