import type { AccessRow } from './row.ts';

/** The year wheel, its dates, and the addresses calendar programs ask. */
export const CALENDAR_ROWS: readonly AccessRow[] = [
  {
    route: 'GET /api/v1/plans/{slug}/year/{year}/wheel.pdf',
    path: ({ slug }) => ({ slug: slug ?? '', year: '2026' }),
  },
  { route: 'GET /api/v1/plans/{slug}/year/{year}', path: ({ slug }) => ({ slug: slug ?? '', year: '2026' }) },
  {
    route: 'POST /api/v1/plans/{slug}/year-marks',
    path: ({ slug }) => ({ slug: slug ?? '' }),
    body: ({ activityId }) => ({ kind: 'other', title: 'Ett datum', from: '2026-05-04', activityIds: [activityId] }),
  },
  {
    route: 'PATCH /api/v1/year-marks/{id}',
    path: ({ yearMarkId }) => ({ id: yearMarkId ?? '' }),
    body: ({ activityId }) => ({ title: 'Ett annat namn', activityIds: [activityId] }),
    version: ({ yearMarkId }) => ['year_mark', yearMarkId ?? ''],
  },
  {
    route: 'DELETE /api/v1/year-marks/{id}',
    path: ({ yearMarkId }) => ({ id: yearMarkId ?? '' }),
    version: ({ yearMarkId }) => ['year_mark', yearMarkId ?? ''],
  },
  { route: 'GET /api/v1/account/calendar-feed' },
  { route: 'POST /api/v1/account/calendar-feed', answers: [409] },
  {
    route: 'POST /api/v1/account/calendar-feed/renew',
    body: ({ groupFeedId }) => ({ replaces: groupFeedId }),
    // One's own is what is renewed, and this is none of one's own.
    answers: [409],
  },
  { route: 'DELETE /api/v1/account/calendar-feed' },
  {
    route: 'GET /api/v1/groups/{groupId}/calendar-feed',
    path: ({ calendarGroupId }) => ({ groupId: calendarGroupId ?? '' }),
  },
  {
    route: 'POST /api/v1/groups/{groupId}/calendar-feed',
    path: ({ calendarGroupId }) => ({ groupId: calendarGroupId ?? '' }),
    answers: [409],
  },
  {
    route: 'POST /api/v1/groups/{groupId}/calendar-feed/renew',
    path: ({ calendarGroupId }) => ({ groupId: calendarGroupId ?? '' }),
    body: ({ groupFeedId }) => ({ replaces: groupFeedId }),
    answers: [409],
  },
  {
    route: 'DELETE /api/v1/groups/{groupId}/calendar-feed',
    path: ({ calendarGroupId }) => ({ groupId: calendarGroupId ?? '' }),
  },
  { route: 'GET /api/v1/calendar/{token}.ics', path: () => ({ token: 'ingen-sådan-kalender' }), answers: [404] },
];
