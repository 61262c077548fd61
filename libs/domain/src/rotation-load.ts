import type { PlannedMeeting, RotatedActivity } from './rotation.ts';

export interface RotationLoad {
  readonly meetingId: string;
  readonly activities: number;
  readonly minutes: number;
  readonly room: number;
}

/** What each meeting has on it, against the time it has. */
export function rotationLoad(
  meetings: readonly PlannedMeeting[],
  activities: readonly Pick<RotatedActivity, 'id' | 'minutes'>[],
): RotationLoad[] {
  const minutes = new Map(activities.map((activity) => [activity.id, activity.minutes]));
  return meetings.map(({ id, room, entries }) => ({
    meetingId: id,
    activities: entries.length,
    minutes: entries.reduce((sum, { activityId }) => sum + (minutes.get(activityId) ?? 0), 0),
    room,
  }));
}
