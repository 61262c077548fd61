import { v7 as newId } from 'uuid';
import type { AccessRow } from './row.ts';

/** The same time is not free twice: each request is about another day. */
let day = 0;
const nextTime = (): { readonly startsAt: string; readonly endsAt: string } => {
  day += 1;
  const at = new Date(Date.UTC(2031, 0, day, 12));
  return { startsAt: at.toISOString(), endsAt: new Date(at.getTime() + 3_600_000).toISOString() };
};

/** Groups, their members, meetings, agendas and attendance. */
export const MEETING_ROWS: readonly AccessRow[] = [
  { route: 'GET /api/v1/plans/{slug}/groups', path: ({ slug }) => ({ slug: slug ?? '' }) },
  {
    route: 'POST /api/v1/plans/{slug}/groups',
    path: ({ slug }) => ({ slug: slug ?? '' }),
    body: ({ responsibleId, aboveId, kindId, activityId }) => ({
      name: `Grupp ${newId()}`,
      kind: 'thematic',
      organisationId: responsibleId,
      reportsToId: aboveId,
      countingKindId: kindId,
      countingActivityIds: [activityId],
    }),
  },
  { route: 'GET /api/v1/groups/choices', query: ({ slug }) => ({ plan: slug ?? '' }) },
  { route: 'GET /api/v1/groups/{id}', path: ({ groupId }) => ({ id: groupId ?? '' }) },
  {
    route: 'PATCH /api/v1/groups/{id}',
    path: ({ groupId }) => ({ id: groupId ?? '' }),
    body: ({ responsibleId, aboveId, kindId, activityId }) => ({
      purpose: 'Bereder ärenden',
      organisationId: responsibleId,
      reportsToId: aboveId,
      countingKindId: kindId,
      countingActivityIds: [activityId],
    }),
    version: ({ groupId }) => ['work_group', groupId ?? ''],
  },
  {
    route: 'POST /api/v1/groups/{id}/transitions',
    path: ({ closingGroupId }) => ({ id: closingGroupId ?? '' }),
    body: () => ({ transition: 'close', result: 'Allt blev klart.' }),
    version: ({ closingGroupId }) => ['work_group', closingGroupId ?? ''],
  },
  {
    route: 'POST /api/v1/groups/{id}/continuations',
    path: ({ groupId }) => ({ id: groupId ?? '' }),
    body: ({ planId }) => ({ planId }),
    answers: [422],
  },
  {
    route: 'POST /api/v1/groups/{id}/members',
    path: ({ groupId }) => ({ id: groupId ?? '' }),
    body: ({ responsibleId, groupMemberId }) => ({
      name: 'Nils Ny',
      email: `${newId()}@example.org`,
      organisationId: responsibleId,
      role: 'substitute',
      substituteForId: groupMemberId,
      fromDay: '2026-01-01',
    }),
    without: { personId: 'somebody is in a group once; the change of a member names a person' },
  },
  {
    route: 'PATCH /api/v1/group-members/{id}',
    path: ({ groupMemberId }) => ({ id: groupMemberId ?? '' }),
    body: ({ secondId, responsibleId, looseMemberId }) => ({
      personId: secondId,
      organisationId: responsibleId,
      role: 'substitute',
      substituteForId: looseMemberId,
    }),
    version: ({ groupMemberId }) => ['group_member', groupMemberId ?? ''],
  },
  {
    route: 'DELETE /api/v1/group-members/{id}',
    path: ({ mistakenMemberId }) => ({ id: mistakenMemberId ?? '' }),
    version: ({ mistakenMemberId }) => ['group_member', mistakenMemberId ?? ''],
  },
  {
    route: 'POST /api/v1/groups/{id}/meetings',
    path: ({ groupId }) => ({ id: groupId ?? '' }),
    body: () => ({ meetings: [nextTime()] }),
  },
  { route: 'GET /api/v1/meetings/{id}', path: ({ comingMeetingId }) => ({ id: comingMeetingId ?? '' }) },
  {
    route: 'PATCH /api/v1/meetings/{id}',
    path: ({ comingMeetingId }) => ({ id: comingMeetingId ?? '' }),
    body: () => ({ place: 'Rådhuset' }),
    version: ({ comingMeetingId }) => ['meeting', comingMeetingId ?? ''],
  },
  {
    route: 'POST /api/v1/meetings/{id}/transitions',
    path: ({ spareMeetingId }) => ({ id: spareMeetingId ?? '' }),
    body: () => ({ transition: 'cancel', reason: 'Sportlov' }),
    version: ({ spareMeetingId }) => ['meeting', spareMeetingId ?? ''],
  },
  { route: 'GET /api/v1/meetings/{id}/invitation.ics', path: ({ comingMeetingId }) => ({ id: comingMeetingId ?? '' }) },
  {
    route: 'GET /api/v1/meetings/{id}/agenda/proposal',
    path: ({ comingMeetingId }) => ({ id: comingMeetingId ?? '' }),
  },
  {
    route: 'POST /api/v1/meetings/{id}/agenda',
    path: ({ comingMeetingId }) => ({ id: comingMeetingId ?? '' }),
    body: ({ activityId, decisionId, actionPointId }) => ({
      items: [
        { kind: 'activity', activityId },
        { kind: 'decision', decisionId },
        { kind: 'action_point', actionPointId },
      ],
    }),
    answers: [422],
    without: { liftId: 'a question is on the agenda of the group it was lifted to, which is another' },
  },
  {
    route: 'POST /api/v1/meetings/{id}/agenda/order',
    path: ({ orderedMeetingId }) => ({ id: orderedMeetingId ?? '' }),
    body: ({ orderedOneId, orderedTwoId }) => ({ ids: [orderedTwoId, orderedOneId] }),
    version: ({ orderedMeetingId }) => ['meeting', orderedMeetingId ?? ''],
  },
  {
    route: 'PATCH /api/v1/agenda-items/{id}',
    path: ({ agendaOneId }) => ({ id: agendaOneId ?? '' }),
    body: () => ({ note: `Sagt ${newId()}`, minutes: 10 }),
    version: ({ agendaOneId }) => ['agenda_item', agendaOneId ?? ''],
  },
  {
    route: 'POST /api/v1/agenda-items/{id}/transitions',
    path: ({ agendaTwoId }) => ({ id: agendaTwoId ?? '' }),
    body: ({ comingMeetingId }) => ({ transition: 'postpone', postponeToId: comingMeetingId }),
    version: ({ agendaTwoId }) => ['agenda_item', agendaTwoId ?? ''],
  },
  {
    route: 'PUT /api/v1/meetings/{id}/attendance',
    path: ({ comingMeetingId }) => ({ id: comingMeetingId ?? '' }),
    body: ({ groupMemberId, responsibleId }) => ({
      rows: [
        { memberId: groupMemberId, version: 999_999, status: 'present' },
        { name: 'Gun Gäst', organisationId: responsibleId, version: 999_999, status: 'present' },
      ],
    }),
    harmless: 'each row is answered for itself, with why it was refused',
  },
];
