import type { Label } from '@samhandling/domain';
import type { FieldProblem } from '../platform/http/problem-exception.ts';
import { isFixed, meetingWords } from './rotation.mapper.ts';
import type { PutMeeting, StoredRotation } from './rotation.repository.ts';

const UNKNOWN_MEETING: Label = {
  sv: 'Mötet är inte gruppens, eller inte av det året.',
  en: 'The meeting is not the group’s, or not of that year.',
};
const MEETING_TWICE: Label = {
  sv: 'Mötet finns två gånger i samma ändring.',
  en: 'The meeting is there twice in the same change.',
};
const UNKNOWN_ACTIVITY: Label = {
  sv: 'Aktiviteten finns inte i gruppens plan.',
  en: 'The activity is not in the plan of the group.',
};
const ACTIVITY_TWICE: Label = {
  sv: 'Aktiviteten finns två gånger på samma möte.',
  en: 'The activity is there twice in the same meeting.',
};

/** What is wrong with what was sent, whoever sends it and whatever version it starts from. */
export function putProblems(stored: StoredRotation, meetings: readonly PutMeeting[]): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const say = (pointer: string, code: string, reason: Label): void => void problems.push({ pointer, code, reason });
  const known = new Set(stored.meetings.filter(({ isOfYear }) => isOfYear).map(({ id }) => id));
  const activities = new Set(stored.activities.map(({ id }) => id));
  const seen = new Set<string>();
  meetings.forEach(({ meetingId, entries }, at) => {
    if (!known.has(meetingId)) say(`/meetings/${at}/meetingId`, 'unknown', UNKNOWN_MEETING);
    if (seen.has(meetingId)) say(`/meetings/${at}/meetingId`, 'twice', MEETING_TWICE);
    seen.add(meetingId);
    const there = new Set<string>();
    entries.forEach(({ activityId }, index) => {
      const pointer = `/meetings/${at}/entries/${index}/activityId`;
      if (!activities.has(activityId)) say(pointer, 'unknown', UNKNOWN_ACTIVITY);
      if (there.has(activityId)) say(pointer, 'twice', ACTIVITY_TWICE);
      there.add(activityId);
    });
  });
  return problems;
}

/** A held, called or passed meeting takes no planning. Null when none of them is. */
export function fixedMeeting(stored: StoredRotation, meetings: readonly PutMeeting[], now: Date): Label | null {
  const fixed = stored.meetings.find(
    (meeting) => isFixed(meeting, now) && meetings.some(({ meetingId }) => meetingId === meeting.id),
  );
  if (!fixed) return null;
  const { sv, en } = meetingWords(fixed);
  return {
    sv: `Det går inte att planera ${sv}: det är redan kallat, genomfört eller har passerat.`,
    en: `You cannot plan ${en}: it has been called or held, or has passed.`,
  };
}

const CLOSED: Label = {
  sv: 'Gruppen är avslutad. Öppna den igen om dess möten ska planeras.',
  en: 'The group is closed. Reopen it if its meetings are to be planned.',
};

export function closedGroup({ closedOn }: Pick<StoredRotation, 'closedOn'>): Label | null {
  return closedOn === null ? null : CLOSED;
}
