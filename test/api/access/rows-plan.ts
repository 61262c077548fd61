import { paths } from '@samhandling/contracts';
import { v7 as newId } from 'uuid';
import type { AccessRow } from './row.ts';

const text = (words: string): { text: string } => ({ text: words });
const ROUND = { query: (): Record<string, string> => ({ round: '2025' }) };

/** The plan, its parts, organisations, imports and what is read of them. */
export const PLAN_ROWS: readonly AccessRow[] = [
  { route: 'GET /api/v1/plans' },
  {
    route: 'POST /api/v1/plans',
    body: () => ({ title: `Ny ${newId()}`, theme: 'T', firstYear: 2024, lastYear: 2027 }),
  },
  { route: 'GET /api/v1/plans/{slug}', path: ({ slug }) => ({ slug: slug ?? '' }) },
  {
    route: 'PATCH /api/v1/plans/{slug}',
    path: ({ draftSlug }) => ({ slug: draftSlug ?? '' }),
    body: () => ({ theme: 'Trygghet' }),
    version: ({ draftPlanId }) => ['plan', draftPlanId ?? ''],
  },
  {
    route: 'POST /api/v1/plans/{slug}/transitions',
    path: ({ draftSlug }) => ({ slug: draftSlug ?? '' }),
    body: () => ({ transition: 'adopt' }),
    version: ({ draftPlanId }) => ['plan', draftPlanId ?? ''],
  },
  {
    route: 'GET /api/v1/plans/{slug}/activities',
    path: ({ slug }) => ({ slug: slug ?? '' }),
    query: ({ responsibleId, partnerId, goalId }) => ({
      round: '2025',
      responsible: responsibleId ?? '',
      partner: partnerId ?? '',
      goal: goalId ?? '',
      q: 'träff',
    }),
    harmless: 'a filter',
  },
  {
    route: 'GET /api/v1/plans/{slug}/activities.csv',
    path: ({ slug }) => ({ slug: slug ?? '' }),
    query: ({ responsibleId, partnerId, goalId }) => ({
      round: '2025',
      responsible: responsibleId ?? '',
      partner: partnerId ?? '',
      goal: goalId ?? '',
    }),
    harmless: 'a filter',
  },
  {
    route: 'GET /api/v1/plans/{slug}/activities/{area}/{number}',
    path: ({ slug }) => ({ slug: slug ?? '', area: '1.1', number: '1' }),
    ...ROUND,
  },
  {
    route: 'GET /api/v1/plans/{slug}/diff',
    path: ({ slug }) => ({ slug: slug ?? '' }),
    query: () => ({ to: 'nu' }),
    answers: [404, 409, 422],
  },
  {
    route: 'POST /api/v1/plans/{slug}/goals',
    path: ({ draftSlug }) => ({ slug: draftSlug ?? '' }),
    body: () => ({ title: 'Nytt mål' }),
    without: { code: 'the printed code of the goal' },
  },
  {
    route: 'GET /api/v1/plans/{slug}/goals/{goalId}',
    path: ({ slug, goalId }) => ({ slug: slug ?? '', goalId: goalId ?? '' }),
    ...ROUND,
  },
  {
    route: 'POST /api/v1/plans/{slug}/order',
    path: ({ draftSlug }) => ({ slug: draftSlug ?? '' }),
    body: ({ draftActivityId, draftAreaId }) => ({
      kind: 'activity',
      id: draftActivityId,
      parentId: draftAreaId,
      index: 0,
    }),
    version: ({ draftSlug }) => ({ asRead: paths.planStructure(draftSlug ?? ''), field: 'orderVersion' }),
  },
  { route: 'GET /api/v1/plans/{slug}/overview', path: ({ slug }) => ({ slug: slug ?? '' }), ...ROUND },
  { route: 'GET /api/v1/plans/{slug}/rounds', path: ({ slug }) => ({ slug: slug ?? '' }) },
  {
    route: 'POST /api/v1/plans/{slug}/rounds',
    path: ({ slug }) => ({ slug: slug ?? '' }),
    body: () => ({
      label: `Ny ${newId()}`,
      from: '2027-01-01',
      to: '2027-12-31',
      opens: '2027-12-01',
      due: '2028-01-31',
    }),
  },
  { route: 'GET /api/v1/plans/{slug}/rounds/{label}', path: ({ slug }) => ({ slug: slug ?? '', label: '2025' }) },
  { route: 'GET /api/v1/plans/{slug}/rules', path: ({ slug }) => ({ slug: slug ?? '' }) },
  { route: 'GET /api/v1/plans/{slug}/structure', path: ({ draftSlug }) => ({ slug: draftSlug ?? '' }) },
  { route: 'GET /api/v1/plans/{slug}/summary', path: ({ slug }) => ({ slug: slug ?? '' }), ...ROUND },

  { route: 'GET /api/v1/goals/{id}', path: ({ draftGoalId }) => ({ id: draftGoalId ?? '' }) },
  {
    route: 'PATCH /api/v1/goals/{id}',
    path: ({ draftGoalId }) => ({ id: draftGoalId ?? '' }),
    body: () => ({ title: 'Mål' }),
    without: { code: 'the printed code of the goal' },
    version: ({ draftGoalId }) => ['goal', draftGoalId ?? ''],
  },
  {
    route: 'DELETE /api/v1/goals/{id}',
    path: ({ draftGoalId }) => ({ id: draftGoalId ?? '' }),
    version: ({ draftGoalId }) => ['goal', draftGoalId ?? ''],
  },
  { route: 'POST /api/v1/areas', body: ({ draftGoalId }) => ({ goalId: draftGoalId, title: 'Nytt område' }) },
  { route: 'GET /api/v1/areas/{id}', path: ({ draftAreaId }) => ({ id: draftAreaId ?? '' }) },
  {
    route: 'PATCH /api/v1/areas/{id}',
    path: ({ draftAreaId }) => ({ id: draftAreaId ?? '' }),
    body: () => ({ title: 'Område' }),
    version: ({ draftAreaId }) => ['area', draftAreaId ?? ''],
  },
  {
    route: 'DELETE /api/v1/areas/{id}',
    path: ({ draftAreaId }) => ({ id: draftAreaId ?? '' }),
    version: ({ draftAreaId }) => ['area', draftAreaId ?? ''],
  },
  { route: 'POST /api/v1/activities', body: ({ draftAreaId }) => ({ areaId: draftAreaId, ...text('Ny aktivitet') }) },
  { route: 'GET /api/v1/activities/{id}', path: ({ draftActivityId }) => ({ id: draftActivityId ?? '' }) },
  {
    route: 'PATCH /api/v1/activities/{id}',
    path: ({ draftActivityId }) => ({ id: draftActivityId ?? '' }),
    body: ({ responsibleId, otherOrganisationId, partnerId }) => ({
      ...text('Ändrad aktivitet'),
      responsibleIds: [responsibleId, otherOrganisationId],
      responsibleGroupId: partnerId,
      partnerIds: [partnerId],
    }),
    version: ({ draftActivityId }) => ['activity', draftActivityId ?? ''],
    answers: [422],
  },
  {
    route: 'DELETE /api/v1/activities/{id}',
    path: ({ draftActivityId }) => ({ id: draftActivityId ?? '' }),
    version: ({ draftActivityId }) => ['activity', draftActivityId ?? ''],
  },
  {
    route: 'POST /api/v1/indicators',
    body: ({ draftActivityId }) => ({ activityId: draftActivityId, ...text('Antal nya träffar.') }),
  },
  { route: 'GET /api/v1/indicators/{id}', path: ({ draftIndicatorId }) => ({ id: draftIndicatorId ?? '' }) },
  {
    route: 'PATCH /api/v1/indicators/{id}',
    path: ({ draftIndicatorId }) => ({ id: draftIndicatorId ?? '' }),
    body: () => text('Antal ändrade träffar.'),
    version: ({ draftIndicatorId }) => ['indicator', draftIndicatorId ?? ''],
  },
  {
    route: 'DELETE /api/v1/indicators/{id}',
    path: ({ draftIndicatorId }) => ({ id: draftIndicatorId ?? '' }),
    version: ({ draftIndicatorId }) => ['indicator', draftIndicatorId ?? ''],
  },

  { route: 'GET /api/v1/organisations' },
  {
    route: 'POST /api/v1/organisations',
    body: ({ memberId }) => ({
      name: `Kommuner ${newId()}`,
      kind: 'collective',
      members: [{ id: memberId, from: null, to: null }],
    }),
    without: { municipalityCode: 'only for a municipality', memberIds: 'the older form of members' },
  },
  { route: 'GET /api/v1/organisations/{id}', path: ({ spareId }) => ({ id: spareId ?? '' }) },
  {
    route: 'PATCH /api/v1/organisations/{id}',
    path: ({ collectiveId }) => ({ id: collectiveId ?? '' }),
    body: ({ memberId }) => ({ members: [{ id: memberId, from: null, to: null }] }),
    version: ({ collectiveId }) => ['organisation', collectiveId ?? ''],
    without: { municipalityCode: 'only for a municipality', memberIds: 'the older form of members' },
  },
  {
    route: 'DELETE /api/v1/organisations/{id}',
    path: ({ spareId }) => ({ id: spareId ?? '' }),
    version: ({ spareId }) => ['organisation', spareId ?? ''],
  },
  {
    route: 'GET /api/v1/organisations/{id}/commitment',
    path: ({ responsibleId }) => ({ id: responsibleId ?? '' }),
    ...ROUND,
  },
  { route: 'GET /api/v1/organisations/{id}/contact', path: ({ responsibleId }) => ({ id: responsibleId ?? '' }) },
  {
    route: 'PUT /api/v1/organisations/{id}/contact',
    path: ({ responsibleId }) => ({ id: responsibleId ?? '' }),
    body: ({ reporterId }) => ({ personId: reporterId }),
    version: ({ responsibleId }) => ({ asRead: paths.organisationContact(responsibleId ?? '') }),
  },

  { route: 'GET /api/v1/imports' },
  {
    route: 'POST /api/v1/imports',
    body: ({ draftPlanId }) => ({ ...text('1. Mål\n\n1.1 Område för samhandling: Skolan\n'), planId: draftPlanId }),
    answers: [409, 422],
  },
  {
    route: 'POST /api/v1/imports/file',
    body: ({ draftPlanId }) =>
      file('plan.txt', '1. Mål\n\n1.1 Område för samhandling: Skolan\n', { planId: draftPlanId }),
    answers: [409, 422],
  },
  { route: 'GET /api/v1/imports/{id}', path: ({ importId }) => ({ id: importId ?? '' }) },
  {
    route: 'PATCH /api/v1/imports/{id}',
    path: ({ importId }) => ({ id: importId ?? '' }),
    body: ({ spareId }) => ({
      actors: [{ name: 'Länsstyrelsen', decision: { use: 'existing', organisationId: spareId, rememberAlias: false } }],
    }),
    version: ({ importId }) => ['plan_import', importId ?? ''],
    without: { code: 'the code of a flag' },
  },
  {
    route: 'POST /api/v1/imports/{id}/complete',
    path: ({ importId }) => ({ id: importId ?? '' }),
    version: ({ importId }) => ['plan_import', importId ?? ''],
    answers: [409, 422],
  },
  {
    route: 'POST /api/v1/imports/{id}/discard',
    path: ({ importId }) => ({ id: importId ?? '' }),
    version: ({ importId }) => ['plan_import', importId ?? ''],
  },
  { route: 'GET /api/v1/search', query: ({ draftSlug }) => ({ q: draftSlug?.slice(0, 6) ?? 'utkast' }) },
  {
    route: 'GET /api/v1/to-do',
    query: ({ slug }) => ({ scope: 'plan', plan: slug ?? '' }),
    harmless: 'a filter',
    notTheirs: ['group_member', 'reader', 'reporter', 'municipal_coordinator'],
  },
];

/** A form with a file, as a page sends it. Fields are strings, so ids in them can be exchanged as anywhere else. */
export function file(name: string, content: string, fields: Record<string, string | undefined> = {}): unknown {
  return { multipart: { name, content }, fields };
}
