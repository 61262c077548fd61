import { paths } from '@samhandling/contracts';
import type { AccessRow } from './row.ts';

/** Papers of every kind, and the minutes that become one. */
export const PAPER_ROWS: readonly AccessRow[] = [
  {
    route: 'GET /api/v1/papers/{kind}/{subjectId}',
    path: ({ heldMeetingId }) => ({ kind: 'agenda', subjectId: heldMeetingId ?? '' }),
  },
  {
    route: 'GET /api/v1/papers/{kind}/{subjectId}/{format}',
    path: ({ heldMeetingId }) => ({ kind: 'agenda', subjectId: heldMeetingId ?? '', format: 'json' }),
  },
  { route: 'GET /api/v1/meetings/{id}/minutes', path: ({ heldMeetingId }) => ({ id: heldMeetingId ?? '' }) },
  {
    route: 'PATCH /api/v1/meetings/{id}/minutes',
    path: ({ heldMeetingId }) => ({ id: heldMeetingId ?? '' }),
    body: () => ({ opening: 'Mötet öppnades.' }),
    version: ({ heldMeetingId }) => ({ asRead: paths.meetingMinutes(heldMeetingId ?? '') }),
    notTheirs: ['group_member'],
  },
  {
    route: 'PUT /api/v1/meetings/{id}/minutes/adjusters',
    path: ({ heldMeetingId }) => ({ id: heldMeetingId ?? '' }),
    body: ({ minutesMemberId }) => ({ adjusters: [{ memberId: minutesMemberId }] }),
    version: ({ heldMeetingId }) => ({ asRead: paths.meetingMinutes(heldMeetingId ?? '') }),
    notTheirs: ['group_member'],
  },
  {
    route: 'POST /api/v1/meetings/{id}/minutes/transitions',
    path: ({ sentMeetingId }) => ({ id: sentMeetingId ?? '' }),
    body: () => ({ transition: 'take_back' }),
    version: ({ sentMeetingId }) => ({ asRead: paths.meetingMinutes(sentMeetingId ?? '') }),
    notTheirs: ['group_member'],
  },
  {
    route: 'POST /api/v1/minutes-adjusters/{id}/adjust',
    path: ({ adjusterId }) => ({ id: adjusterId ?? '' }),
    body: () => ({ minutesVersion: 1, channel: 'mail' }),
    version: ({ adjusterId }) => ['minutes_adjuster', adjusterId ?? ''],
    notTheirs: ['group_member', 'reporter', 'municipal_coordinator', 'reader'],
  },
  {
    route: 'POST /api/v1/minutes-adjusters/{id}/letter',
    path: ({ mailedAdjusterId }) => ({ id: mailedAdjusterId ?? '' }),
    notTheirs: ['group_member'],
    // The walk comes here with several who may, and after the first the letter is on its way.
    answers: [409],
  },
  {
    route: 'PUT /api/v1/lost-letters/{kind}/{id}',
    path: ({ sentDigestId }) => ({ kind: 'digest', id: sentDigestId ?? '' }),
    body: ({ digestMemberId }) => ({ letterIds: [digestMemberId], isSetAside: true }),
    // Whoever sent a letter may set it aside, whatever the role.
    answers: [409],
  },
  {
    route: 'GET /api/v1/meetings/{id}/digest',
    path: ({ digestedMeetingId }) => ({ id: digestedMeetingId ?? '' }),
  },
  {
    route: 'POST /api/v1/meetings/{id}/digest',
    path: ({ undigestedMeetingId }) => ({ id: undigestedMeetingId ?? '' }),
    // The walk comes here with several who may, and the meeting has its digest after the first.
    answers: [409],
  },
  { route: 'GET /api/v1/digests/{id}', path: ({ digestId }) => ({ id: digestId ?? '' }) },
  {
    route: 'PATCH /api/v1/digests/{id}',
    path: ({ digestId }) => ({ id: digestId ?? '' }),
    body: () => ({ from: '2025-01-01' }),
    version: ({ digestId }) => ['digest', digestId ?? ''],
  },
  {
    route: 'PUT /api/v1/digests/{id}/texts/{key}',
    path: ({ digestId, goalId }) => ({ id: digestId ?? '', key: `${goalId ?? ''}.moved` }),
    body: () => ({ text: 'Mycket har hänt.', proposal: '' }),
    version: ({ digestId }) => ['digest_text', digestId ?? '', 'digest_id'],
  },
  {
    route: 'POST /api/v1/digests/{id}/letters/{memberId}',
    path: ({ sentDigestId, digestMemberId }) => ({ id: sentDigestId ?? '', memberId: digestMemberId ?? '' }),
  },
  {
    route: 'POST /api/v1/digests/{id}/transitions',
    path: ({ digestId }) => ({ id: digestId ?? '' }),
    body: () => ({ transition: 'send' }),
    version: ({ digestId }) => ['digest', digestId ?? ''],
    answers: [409],
  },
];
