import { paths } from '@samhandling/contracts';
import { v7 as newId } from 'uuid';
import { file } from './rows-plan.ts';
import type { AccessRow } from './row.ts';

const OWN_ORGANISATION = ['municipal_coordinator'] as const;

/** Rounds, answers, outcomes, targets, workbooks and events. */
export const WORK_ROWS: readonly AccessRow[] = [
  {
    route: 'PATCH /api/v1/rounds/{id}',
    path: ({ plannedRoundId }) => ({ id: plannedRoundId ?? '' }),
    body: () => ({ due: '2027-02-28' }),
    version: ({ plannedRoundId }) => ['follow_up_round', plannedRoundId ?? ''],
  },
  {
    route: 'POST /api/v1/rounds/{id}/transitions',
    path: ({ roundId }) => ({ id: roundId ?? '' }),
    body: () => ({ transition: 'review' }),
    version: ({ roundId }) => ['follow_up_round', roundId ?? ''],
    answers: [400, 409],
  },
  {
    route: 'POST /api/v1/rounds/{id}/bulk',
    path: ({ roundId }) => ({ id: roundId ?? '' }),
    body: ({ responsibleId, partnerId, goalId, reporterId }) => ({
      filter: { responsible: [responsibleId], partner: [partnerId], goal: [goalId] },
      change: { kind: 'reporter', reporterId },
    }),
    without: { followUpId: 'only when the change is made, not when it is previewed' },
    harmless: 'a filter; without what was shown nothing is written',
    notTheirs: OWN_ORGANISATION,
  },
  {
    route: 'GET /api/v1/rounds/{id}/participation',
    path: ({ roundId }) => ({ id: roundId ?? '' }),
    query: ({ activityId }) => ({ activity: activityId ?? '' }),
    harmless: 'a filter',
  },
  {
    route: 'PUT /api/v1/rounds/{id}/participation',
    path: ({ roundId }) => ({ id: roundId ?? '' }),
    body: ({ activityId, partnerId }) => ({
      rows: [{ activityId, organisationId: partnerId, version: 0, state: 'confirmed', note: '' }],
    }),
    harmless: 'each row is answered for itself, with why it was refused',
    notTheirs: ['reporter', 'municipal_coordinator'],
  },
  { route: 'GET /api/v1/rounds/{id}/report', path: ({ roundId }) => ({ id: roundId ?? '' }) },
  { route: 'GET /api/v1/rounds/{id}/report/{format}', path: ({ roundId }) => ({ id: roundId ?? '', format: 'json' }) },
  { route: 'GET /api/v1/rounds/{id}/reporters', path: ({ roundId }) => ({ id: roundId ?? '' }) },
  {
    route: 'POST /api/v1/rounds/{id}/reporters',
    path: ({ roundId }) => ({ id: roundId ?? '' }),
    body: ({ followUpId, reporterId }) => ({ assignments: [{ followUpId, version: 999_999, reporterId }] }),
    harmless: 'each row is answered for itself, with why it was refused',
    notTheirs: OWN_ORGANISATION,
  },
  { route: 'GET /api/v1/reporters' },
  {
    route: 'POST /api/v1/reporters',
    body: ({ responsibleId }) => ({
      name: 'Nina Ny',
      email: `${newId()}@example.org`,
      organisationId: responsibleId,
    }),
  },
  { route: 'GET /api/v1/follow-ups/{id}', path: ({ followUpId }) => ({ id: followUpId ?? '' }) },
  {
    route: 'PATCH /api/v1/follow-ups/{id}',
    path: ({ followUpId }) => ({ id: followUpId ?? '' }),
    body: ({ reporterId, secondId }) => ({
      done: 'Nytt',
      reporterId,
      onBehalfOfId: secondId,
      channel: 'phone',
    }),
    version: ({ followUpId }) => ['follow_up', followUpId ?? ''],
    notTheirs: OWN_ORGANISATION,
  },
  {
    route: 'POST /api/v1/follow-ups/{id}/transitions',
    path: ({ followUpId }) => ({ id: followUpId ?? '' }),
    body: () => ({ transition: 'submit' }),
    version: ({ followUpId }) => ['follow_up', followUpId ?? ''],
    answers: [409, 422],
    notTheirs: OWN_ORGANISATION,
  },
  {
    route: 'PUT /api/v1/follow-ups/{id}/responses/{organisationId}',
    path: ({ followUpId, otherOrganisationId }) => ({
      id: followUpId ?? '',
      organisationId: otherOrganisationId ?? '',
    }),
    body: () => ({ kind: 'agree' }),
    version: ({ followUpId }) => ['follow_up_response', followUpId ?? '', 'follow_up_id'],
    answers: [409, 422],
    notTheirs: ['reporter', ...OWN_ORGANISATION],
  },
  {
    route: 'DELETE /api/v1/follow-ups/{id}/responses/{organisationId}',
    path: ({ followUpId, otherOrganisationId }) => ({
      id: followUpId ?? '',
      organisationId: otherOrganisationId ?? '',
    }),
    version: ({ followUpId }) => ['follow_up_response', followUpId ?? '', 'follow_up_id'],
    answers: [404, 409],
    notTheirs: ['reporter', ...OWN_ORGANISATION],
  },
  {
    route: 'PATCH /api/v1/goal-judgements/{id}',
    path: ({ goalJudgementId }) => ({ id: goalJudgementId ?? '' }),
    body: () => ({ judgement: 'secured', text: 'Klart' }),
    version: ({ goalJudgementId }) => ['goal_judgement', goalJudgementId ?? ''],
  },
  { route: 'GET /api/v1/handovers' },
  {
    route: 'POST /api/v1/handovers',
    body: ({ takingId, leavingId }) => ({ fromPersonId: takingId, toPersonId: leavingId, reason: '' }),
    answers: [409, 422],
    notTheirs: ['reporter'],
  },
  {
    route: 'POST /api/v1/handovers/preview',
    body: ({ secondId, reporterId }) => ({ fromPersonId: secondId, toPersonId: reporterId }),
    notTheirs: ['reporter'],
  },
  {
    route: 'POST /api/v1/handovers/{id}/undo',
    path: ({ handoverId }) => ({ id: handoverId ?? '' }),
    version: ({ handoverId }) => ['handover', handoverId ?? ''],
    answers: [409],
    notTheirs: ['reporter'],
  },
  {
    route: 'GET /api/v1/rounds/{roundId}/outcomes',
    path: ({ roundId }) => ({ roundId: roundId ?? '' }),
    query: ({ goalId, responsibleId, activityId }) => ({
      breakdown: 'municipality',
      goal: goalId ?? '',
      organisation: responsibleId ?? '',
      activity: activityId ?? '',
    }),
    harmless: 'a filter',
  },
  {
    route: 'PUT /api/v1/rounds/{roundId}/outcomes',
    path: ({ roundId }) => ({ roundId: roundId ?? '' }),
    body: ({ indicatorId, municipalityCode }) => ({
      cells: [{ indicatorId, municipalityCode, sex: 'total', input: '7', version: 999_999 }],
    }),
    harmless: 'each cell is answered for itself, with why it was refused',
  },
  { route: 'GET /api/v1/rounds/{roundId}/outcomes.csv', path: ({ roundId }) => ({ roundId: roundId ?? '' }) },
  {
    route: 'PUT /api/v1/rounds/{roundId}/outcomes/{indicatorId}',
    path: ({ roundId, indicatorId }) => ({ roundId: roundId ?? '', indicatorId: indicatorId ?? '' }),
    body: ({ municipalityCode }) => ({ municipalityCode, sex: 'total', input: '7' }),
    version: ({ indicatorId }) => ['outcome', indicatorId ?? '', 'indicator_id'],
  },
  {
    route: 'GET /api/v1/rounds/{roundId}/outcomes/{indicatorId}/explain',
    path: ({ roundId, indicatorId }) => ({ roundId: roundId ?? '', indicatorId: indicatorId ?? '' }),
    query: ({ municipalityCode }) => ({ municipality: municipalityCode ?? '' }),
  },
  {
    route: 'GET /api/v1/rounds/{roundId}/outcomes/{indicatorId}/history',
    path: ({ roundId, countyIndicatorId }) => ({ roundId: roundId ?? '', indicatorId: countyIndicatorId ?? '' }),
    query: ({ municipalityCode }) => ({ municipality: municipalityCode ?? '' }),
    harmless: 'a cell without a value has an empty history',
    answers: [404],
  },
  {
    route: 'GET /api/v1/rounds/{roundId}/targets/{indicatorId}',
    path: ({ roundId, indicatorId }) => ({ roundId: roundId ?? '', indicatorId: indicatorId ?? '' }),
  },
  {
    route: 'PUT /api/v1/rounds/{roundId}/targets/{indicatorId}',
    path: ({ roundId, indicatorId }) => ({ roundId: roundId ?? '', indicatorId: indicatorId ?? '' }),
    body: ({ municipalityCode }) => ({ county: '10', municipalities: [{ code: municipalityCode, input: '5' }] }),
    version: ({ roundId, indicatorId }) => ({ asRead: paths.roundTargets(roundId ?? '', indicatorId ?? '') }),
  },
  {
    route: 'GET /api/v1/rounds/{roundId}/workbook',
    path: ({ roundId }) => ({ roundId: roundId ?? '' }),
    query: ({ responsibleId }) => ({ organisation: responsibleId ?? '' }),
    notTheirs: OWN_ORGANISATION,
  },
  {
    route: 'POST /api/v1/rounds/{roundId}/workbook',
    path: ({ roundId }) => ({ roundId: roundId ?? '' }),
    query: () => ({ dryRun: 'true' }),
    body: () => file('arbetsbok.xlsx', 'inte en arbetsbok'),
    answers: [415, 422],
  },
  {
    route: 'GET /api/v1/rounds/{roundId}/workbook/organisations',
    path: ({ roundId }) => ({ roundId: roundId ?? '' }),
  },

  { route: 'GET /api/v1/event-kinds' },
  { route: 'POST /api/v1/event-kinds', body: () => ({ name: `Slag ${newId()}` }) },
  {
    route: 'PATCH /api/v1/event-kinds/{id}',
    path: ({ ownKindId }) => ({ id: ownKindId ?? '' }),
    body: () => ({ isActive: true }),
    version: ({ ownKindId }) => ['event_kind', ownKindId ?? ''],
  },
  {
    route: 'GET /api/v1/events',
    query: ({ slug, activityId, kindId, municipalityCode, responsibleId }) => ({
      plan: slug ?? '',
      activity: activityId ?? '',
      kind: kindId ?? '',
      municipality: municipalityCode ?? '',
      organisation: responsibleId ?? '',
    }),
    harmless: 'a filter',
  },
  {
    route: 'GET /api/v1/events.csv',
    query: ({ slug, activityId, kindId, municipalityCode, responsibleId }) => ({
      plan: slug ?? '',
      activity: activityId ?? '',
      kind: kindId ?? '',
      municipality: municipalityCode ?? '',
      organisation: responsibleId ?? '',
    }),
    harmless: 'a filter',
  },
  { route: 'GET /api/v1/events/choices', query: ({ slug }) => ({ plan: slug ?? '' }) },
  {
    route: 'POST /api/v1/events',
    body: ({ kindId, activityId, municipalityCode, responsibleId }) => ({
      registrationKey: newId(),
      kindId,
      day: '2025-04-01',
      activityIds: [activityId],
      municipalities: [{ code: municipalityCode, participants: null }],
      organisations: [{ id: responsibleId, participants: null }],
    }),
  },
  {
    route: 'POST /api/v1/events/import',
    body: ({ slug }) => ({
      plan: slug,
      columns: ['kind', 'day', 'activities'],
      rows: [['Nätverksträff', '2025-04-02', '1.1/1']],
      dryRun: true,
    }),
    answers: [422],
  },
  { route: 'POST /api/v1/events/read-file', body: () => file('handelser.csv', 'slag;datum\nTräff;2025-04-02\n') },
  { route: 'GET /api/v1/events/{id}', path: ({ eventId }) => ({ id: eventId ?? '' }) },
  {
    route: 'PATCH /api/v1/events/{id}',
    path: ({ eventId }) => ({ id: eventId ?? '' }),
    body: ({ kindId, activityId, municipalityCode, responsibleId }) => ({
      kindId,
      activityIds: [activityId],
      municipalities: [{ code: municipalityCode, participants: null }],
      organisations: [{ id: responsibleId, participants: null }],
    }),
    version: ({ eventId }) => ['logged_event', eventId ?? ''],
  },
  {
    route: 'DELETE /api/v1/events/{id}',
    path: ({ eventId }) => ({ id: eventId ?? '' }),
    version: ({ eventId }) => ['logged_event', eventId ?? ''],
  },
  { route: 'GET /api/v1/indicators/{id}/rule', path: ({ indicatorId }) => ({ id: indicatorId ?? '' }) },
  {
    route: 'PUT /api/v1/indicators/{id}/rule',
    path: ({ indicatorId }) => ({ id: indicatorId ?? '' }),
    body: ({ kindId }) => ({ method: 'count_events', kindIds: [kindId] }),
    version: ({ indicatorId }) => ['indicator_rule', indicatorId ?? '', 'indicator_id'],
  },
  {
    route: 'DELETE /api/v1/indicators/{id}/rule',
    path: ({ indicatorId }) => ({ id: indicatorId ?? '' }),
    version: ({ indicatorId }) => ['indicator_rule', indicatorId ?? '', 'indicator_id'],
    answers: [404],
  },
];
