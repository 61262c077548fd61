import type { FollowUp } from '@samhandling/contracts';
import { dayOf } from '@samhandling/domain';
import { formatDay } from '@samhandling/ui';

/** "Kontrollerat av Anna 12 mars 2026: inget nytt": that somebody looked, and when, is the whole answer. */
export function checkedWords({ updatedAt, updatedBy }: FollowUp, locale: 'sv' | 'en'): string {
  const day = formatDay(dayOf(updatedAt), locale);
  return updatedBy
    ? $localize`:@@together.checked.by:Kontrollerat av ${updatedBy.name}:name: ${day}:day:: inget nytt.`
    : $localize`:@@together.checked:Kontrollerat ${day}:day:: inget nytt.`;
}
