import type { Group, GroupMember } from '@samhandling/contracts';
import { isAllowed, isMemberOn, turnoverOf, type Day } from '@samhandling/domain';
import type { RequestSession } from '../platform/http/request-context.ts';
import type { StoredGroup, StoredMember } from './groups.repository.ts';

/** The group with what this person may do in it. Whoever is in the group is listed before those who were. */
export function toGroup(stored: StoredGroup, session: RequestSession, today: Day): Group {
  const { toCancel, ...group } = stored;
  const members = stored.members.map((member) => toMember(member, today));
  const isIn = members.some(({ personId, isCurrent }) => isCurrent && personId === session.personId);
  return {
    ...group,
    ...(stored.closedOn === null && { toCancel: toCancel ?? 0 }),
    members: members.toSorted((a, b) => Number(b.isCurrent) - Number(a.isCurrent)),
    turnover: turnoverOf(stored.members, aYearBefore(today), today),
    mayContinueIn: isAllowed(session.roles, 'group.manage') ? stored.mayContinueIn : [],
    mayManage: isAllowed(session.roles, 'group.manage'),
    mayWrite: isAllowed(session.roles, 'meeting.write_any') || (isIn && isAllowed(session.roles, 'meeting.write_own')),
  };
}

export function toMember({ groupId: _, ...member }: StoredMember, today: Day): GroupMember {
  return { ...member, isCurrent: isMemberOn(member, today) };
}

/** The same day last year; the last of February where there is none. */
function aYearBefore(today: Day): Day {
  const before = `${String(Number(today.slice(0, 4)) - 1)}${today.slice(4)}`;
  return before.endsWith('02-29') ? before.replace('02-29', '02-28') : before;
}
