import type { AccessRow } from './row.ts';

const YEAR = '2090';

/** Which activity is up when, parkings, and the days of a year's meetings. */
export const ROTATION_ROWS: readonly AccessRow[] = [
  {
    route: 'GET /api/v1/groups/{id}/rotation/{year}',
    path: ({ rotationGroupId }) => ({ id: rotationGroupId ?? '', year: YEAR }),
  },
  {
    route: 'POST /api/v1/groups/{id}/rotation/{year}/proposal',
    path: ({ rotationGroupId }) => ({ id: rotationGroupId ?? '', year: YEAR }),
    body: () => ({ keep: false }),
  },
  {
    route: 'PUT /api/v1/groups/{id}/rotation/{year}',
    path: ({ rotationGroupId }) => ({ id: rotationGroupId ?? '', year: YEAR }),
    body: ({ rotationMeetingId, activityId }) => ({
      meetings: [{ meetingId: rotationMeetingId, version: 999_999, entries: [{ activityId, isPinned: true }] }],
    }),
    answers: [412],
  },
  {
    route: 'PUT /api/v1/meetings/{id}/rotation',
    path: ({ rotationMeetingId }) => ({ id: rotationMeetingId ?? '' }),
    body: ({ activityId }) => ({ entries: [{ activityId, isPinned: false }] }),
    version: ({ rotationMeetingId }) => ['meeting', rotationMeetingId ?? ''],
  },
  {
    route: 'PUT /api/v1/groups/{id}/parkings/{activityId}',
    path: ({ rotationGroupId, activityId }) => ({ id: rotationGroupId ?? '', activityId: activityId ?? '' }),
    body: () => ({ reason: 'Väntar på medel', until: '2090-08-31' }),
    version: ({ activityId }) => ['activity_parking', activityId ?? '', 'activity_id'],
  },
  {
    route: 'DELETE /api/v1/groups/{id}/parkings/{activityId}',
    path: ({ rotationGroupId, parkedActivityId }) => ({
      id: rotationGroupId ?? '',
      activityId: parkedActivityId ?? '',
    }),
    version: ({ parkedActivityId }) => ['activity_parking', parkedActivityId ?? '', 'activity_id'],
  },
  {
    route: 'POST /api/v1/groups/{id}/meetings/proposal',
    path: ({ rotationGroupId }) => ({ id: rotationGroupId ?? '' }),
    body: () => ({
      year: 2090,
      count: 10,
      rule: 'monthly',
      nth: 2,
      weekday: 4,
      startTime: '13:00',
      endTime: '15:00',
    }),
  },
];
