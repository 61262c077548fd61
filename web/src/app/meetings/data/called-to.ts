import type { GroupMember, Instant } from '@samhandling/contracts';
import { dayOf, isMemberOn } from '@samhandling/domain';

/** Who is called: those who belong to the group on the day of the meeting. Without an address nobody can be reached. */
export function calledTo(
  members: readonly GroupMember[],
  startsAt: Instant,
): { readonly reached: readonly GroupMember[]; readonly without: readonly GroupMember[] } {
  const day = dayOf(startsAt);
  const there = members.filter((member) => isMemberOn(member, day));
  return {
    reached: there.filter(({ email }) => email !== ''),
    without: there.filter(({ email }) => email === ''),
  };
}
