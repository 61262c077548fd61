import type { AccessRow } from './row.ts';

/** The coarse right is there, and nothing here is asked of their organisation. */
const NOT_NAMED = ['reporter', 'municipal_coordinator'] as const;

/** Decisions, action points, lifted questions, and the register. */
export const DECISION_ROWS: readonly AccessRow[] = [
  {
    route: 'POST /api/v1/agenda-items/{id}/decisions',
    path: ({ agendaItemId }) => ({ id: agendaItemId ?? '' }),
    body: ({ responsibleId, plannerId, goalId, activityId }) => ({
      text: 'Inbjudan skickas.',
      organisationId: responsibleId,
      personId: plannerId,
      goalId,
      activityId,
    }),
  },
  {
    route: 'POST /api/v1/groups/{id}/decisions',
    path: ({ groupId }) => ({ id: groupId ?? '' }),
    body: ({ activityId, goalId, responsibleId, plannerId }) => ({
      text: 'Inbjudan skickas.',
      decidedOn: '2025-02-01',
      way: 'mail',
      activityId,
      goalId,
      organisationId: responsibleId,
      personId: plannerId,
    }),
  },
  { route: 'GET /api/v1/decisions/{id}', path: ({ decisionId }) => ({ id: decisionId ?? '' }) },
  {
    route: 'PATCH /api/v1/decisions/{id}',
    path: ({ decisionId }) => ({ id: decisionId ?? '' }),
    body: ({ responsibleId, plannerId, goalId, activityId }) => ({
      due: '2026-06-01',
      organisationId: responsibleId,
      personId: plannerId,
      goalId,
      activityId,
    }),
    version: ({ decisionId }) => ['decision', decisionId ?? ''],
  },
  {
    route: 'POST /api/v1/decisions/{id}/transitions',
    path: ({ decisionId }) => ({ id: decisionId ?? '' }),
    body: () => ({ transition: 'complete', doneText: 'Skickat.' }),
    version: ({ decisionId }) => ['decision', decisionId ?? ''],
    notTheirs: NOT_NAMED,
  },
  {
    route: 'POST /api/v1/agenda-items/{id}/action-points',
    path: ({ agendaItemId }) => ({ id: agendaItemId ?? '' }),
    body: ({ responsibleId, plannerId, decisionId, activityId }) => ({
      text: 'Ringa.',
      activityId,
      organisationId: responsibleId,
      personId: plannerId,
      decisionId,
    }),
  },
  {
    route: 'POST /api/v1/groups/{id}/action-points',
    path: ({ groupId }) => ({ id: groupId ?? '' }),
    body: ({ activityId, responsibleId, plannerId, decisionId }) => ({
      text: 'Ringa.',
      activityId,
      organisationId: responsibleId,
      personId: plannerId,
      decisionId,
    }),
  },
  { route: 'GET /api/v1/action-points/{id}', path: ({ actionPointId }) => ({ id: actionPointId ?? '' }) },
  {
    route: 'PATCH /api/v1/action-points/{id}',
    path: ({ actionPointId }) => ({ id: actionPointId ?? '' }),
    body: ({ responsibleId, plannerId, decisionId, activityId }) => ({
      due: '2026-06-01',
      organisationId: responsibleId,
      personId: plannerId,
      decisionId,
      activityId,
    }),
    version: ({ actionPointId }) => ['action_point', actionPointId ?? ''],
  },
  {
    route: 'POST /api/v1/action-points/{id}/transitions',
    path: ({ actionPointId }) => ({ id: actionPointId ?? '' }),
    body: () => ({ transition: 'complete', doneText: 'Ringt.' }),
    version: ({ actionPointId }) => ['action_point', actionPointId ?? ''],
    notTheirs: NOT_NAMED,
  },
  {
    route: 'POST /api/v1/agenda-items/{id}/lifts',
    path: ({ agendaItemId }) => ({ id: agendaItemId ?? '' }),
    body: ({ aboveId }) => ({ question: 'Vem betalar?', toGroupId: aboveId }),
  },
  { route: 'GET /api/v1/lifts/{id}', path: ({ liftId }) => ({ id: liftId ?? '' }) },
  {
    route: 'PATCH /api/v1/lifts/{id}',
    path: ({ liftId }) => ({ id: liftId ?? '' }),
    body: () => ({ question: 'Vem betalar bussarna?' }),
    version: ({ liftId }) => ['lift', liftId ?? ''],
  },
  {
    route: 'POST /api/v1/lifts/{id}/transitions',
    path: ({ liftId }) => ({ id: liftId ?? '' }),
    body: ({ otherAgendaItemId, responsibleId, plannerId, goalId, activityId }) => ({
      transition: 'answer',
      answer: 'Regionen betalar.',
      agendaItemId: otherAgendaItemId,
      decision: { text: 'Regionen betalar.', organisationId: responsibleId, personId: plannerId, goalId, activityId },
    }),
    version: ({ liftId }) => ['lift', liftId ?? ''],
    notTheirs: ['group_member'],
  },
  {
    route: 'GET /api/v1/decisions',
    query: ({ slug, groupId, responsibleId, plannerId, activityId }) => ({
      plan: slug ?? '',
      kind: 'decision',
      group: groupId ?? '',
      organisation: responsibleId ?? '',
      person: plannerId ?? '',
      activity: activityId ?? '',
    }),
    harmless: 'filters',
  },
  {
    route: 'GET /api/v1/decisions.csv',
    query: ({ slug, groupId, responsibleId, plannerId, activityId }) => ({
      plan: slug ?? '',
      kind: 'decision',
      group: groupId ?? '',
      organisation: responsibleId ?? '',
      person: plannerId ?? '',
      activity: activityId ?? '',
    }),
    harmless: 'filters',
  },
  { route: 'GET /api/v1/activities/{id}/meetings', path: ({ activityId }) => ({ id: activityId ?? '' }) },
  { route: 'GET /api/v1/organisations/{id}/undertakings', path: ({ responsibleId }) => ({ id: responsibleId ?? '' }) },
  { route: 'GET /api/v1/undertakings' },
  { route: 'GET /api/v1/meetings/{id}/walk-through', path: ({ meetingId }) => ({ id: meetingId ?? '' }) },
  { route: 'GET /api/v1/meetings/{id}/live', path: ({ meetingId }) => ({ id: meetingId ?? '' }) },
  {
    route: 'PUT /api/v1/meetings/{id}/current',
    path: ({ meetingId }) => ({ id: meetingId ?? '' }),
    body: ({ agendaItemId }) => ({ itemId: agendaItemId }),
  },
  {
    route: 'POST /api/v1/meetings/{id}/writer',
    path: ({ meetingId }) => ({ id: meetingId ?? '' }),
    body: () => ({ take: true, force: true }),
  },
];
