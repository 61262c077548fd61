import type { Day, Group, GroupMember } from '@samhandling/contracts';
import { type Locale, type Turnover, formatNumber } from '@samhandling/domain';
import { formatDay } from '@samhandling/ui';

/** "7 av 10 träffar i år": never more than the target is said to be out of it. */
export function tallyWords(held: number, target: number | null, locale: Locale): string {
  const count = formatNumber(held, 0, locale);
  if (target === null) {
    if (held === 0) return $localize`:@@groups.tally.none:Ingen träff än i år`;
    return held === 1
      ? $localize`:@@groups.tally.one:1 träff i år`
      : $localize`:@@groups.tally.many:${count}:count: träffar i år`;
  }
  const goal = formatNumber(target, 0, locale);
  return held > target
    ? $localize`:@@groups.tally.over:${count}:count: träffar i år, ${goal}:target: var planerade`
    : $localize`:@@groups.tally.of:${count}:count: av ${goal}:target: träffar i år`;
}

/** How the group has changed in twelve months, in words that say who came and who left. */
export function turnoverWords({ at, came, left }: Turnover, locale: Locale): string {
  const now =
    at === 1
      ? $localize`:@@groups.members.one:1 medlem`
      : $localize`:@@groups.members.many:${formatNumber(at, 0, locale)}:count: medlemmar`;
  const arrived =
    came === 1
      ? $localize`:@@groups.turnover.cameOne:1 ny`
      : $localize`:@@groups.turnover.came:${formatNumber(came, 0, locale)}:count: nya`;
  const gone = formatNumber(left, 0, locale);
  if (came === 0 && left === 0) return $localize`:@@groups.turnover.same:${now}:now:. Samma som för ett år sedan.`;
  if (left === 0)
    return $localize`:@@groups.turnover.onlyCame:${now}:now:, varav ${arrived}:came: det senaste året. Ingen har slutat.`;
  if (came === 0)
    return $localize`:@@groups.turnover.onlyLeft:${now}:now:. ${gone}:left: har slutat det senaste året, ingen ny har kommit.`;
  return $localize`:@@groups.turnover.both:${now}:now:. ${arrived}:came: och ${gone}:left: som slutat det senaste året.`;
}

/** "sedan 12 mars 2026", "12 mars 2024 – 1 juni 2026", or when it has not begun yet. */
export function periodWords(from: Day, to: Day | null, today: Day, locale: Locale): string {
  const first = formatDay(from, locale);
  if (to !== null) return `${first} – ${formatDay(to, locale)}`;
  return from > today
    ? $localize`:@@groups.period.will:från ${first}:day:`
    : $localize`:@@groups.period.since:sedan ${first}:day:`;
}

/** "8 av 10"; a member who has had no meeting yet has no share of any. */
export function attendedWords(member: Pick<GroupMember, 'attended' | 'attendedOf'>): string {
  const { attended, attendedOf } = member;
  return attendedOf === 0
    ? $localize`:@@groups.attended.none:Inget möte än`
    : $localize`:@@groups.attended.of:${attended}:count: av ${attendedOf}:total:`;
}

/** What a held meeting counts for, or that it counts for nothing and so nobody need wonder why the figure stands still. */
export function countingWords(counting: Group['counting']): string {
  const references = counting.activities.map(({ reference }) => reference);
  if (counting.kind === null || references.length === 0)
    return $localize`:@@groups.counting.none:Mötena räknas inte i någon aktivitet.`;
  const { name } = counting.kind;
  return references.length === 1
    ? $localize`:@@groups.counting.one:Mötena räknas i aktiviteten ${references[0]}:reference:, som ”${name}:kind:”.`
    : $localize`:@@groups.counting.many:Mötena räknas i aktiviteterna ${listed(references)}:references:, som ”${name}:kind:”.`;
}

function listed(names: readonly string[]): string {
  const last = names[names.length - 1] ?? '';
  return $localize`:@@groups.listed:${names.slice(0, -1).join(', ')}:first: och ${last}:last:`;
}
