import type { Day } from './date-text.ts';
import type { Label } from './locale.ts';

/** Kinds of groups (product, section 6). What a county calls its groups is their names; the kind says what they are for. */
export const GROUP_KINDS = ['steering', 'preparatory', 'consultation', 'thematic'] as const;
export type GroupKind = (typeof GROUP_KINDS)[number];
export const GROUP_KIND_LABELS: Readonly<Record<GroupKind, Label>> = {
  steering: { sv: 'Ledningsgrupp', en: 'Steering group' },
  preparatory: { sv: 'Beredningsgrupp', en: 'Preparatory group' },
  consultation: { sv: 'Samrådsgrupp', en: 'Consultation group' },
  thematic: { sv: 'Temagrupp', en: 'Thematic group' },
};

export const MEMBER_ROLES = ['chair', 'secretary', 'member', 'substitute', 'co_opted'] as const;
export type MemberRole = (typeof MEMBER_ROLES)[number];
export const MEMBER_ROLE_LABELS: Readonly<Record<MemberRole, Label>> = {
  chair: { sv: 'Ordförande', en: 'Chair' },
  secretary: { sv: 'Sekreterare', en: 'Secretary' },
  member: { sv: 'Ledamot', en: 'Member' },
  substitute: { sv: 'Ersättare', en: 'Substitute' },
  co_opted: { sv: 'Adjungerad', en: 'Co-opted' },
};

/** Belongs to the group on that day: from the first to the last day, both included. */
export function isMemberOn(member: { readonly fromDay: Day; readonly toDay: Day | null }, day: Day): boolean {
  return member.fromDay <= day && (member.toDay === null || member.toDay >= day);
}

/** How the group has changed between two days: how many were there, and how many have come and gone since. */
export interface Turnover {
  readonly at: number;
  readonly came: number;
  readonly left: number;
}

/** Of those who belonged to the group at any time from `from` to `to`, both included. */
export function turnoverOf(
  members: readonly { readonly fromDay: Day; readonly toDay: Day | null }[],
  from: Day,
  to: Day,
): Turnover {
  return {
    at: members.filter((member) => isMemberOn(member, to)).length,
    came: members.filter(({ fromDay }) => fromDay > from && fromDay <= to).length,
    left: members.filter(({ toDay }) => toDay !== null && toDay >= from && toDay < to).length,
  };
}
