import type { ActivityListItem, Id, RoundRef } from '@samhandling/contracts';
import { followUpAccess, type HeldRole } from '@samhandling/domain';

/** The follow-ups of a list that somebody may write in now, so that the list offers only what will be let through. */
export function editableIn(
  round: RoundRef | null,
  items: readonly ActivityListItem[],
  roles: readonly HeldRole[],
): Id[] {
  if (round === null) return [];
  return items.flatMap(({ followUpId, followUpState, responsible }) => {
    if (followUpId === null || followUpState === null) return [];
    const responsibleIds = responsible.map(({ id }) => id);
    const { mayEdit } = followUpAccess({ roundState: round.state, state: followUpState, responsibleIds }, roles);
    return mayEdit ? [followUpId] : [];
  });
}
