import { paths } from '@samhandling/contracts';
import type { AccessRow } from './row.ts';

const PLAN = ({ slug }: Readonly<Record<string, string>>) => ({ slug: slug ?? '' });
const id = (key: string) => (at: Readonly<Record<string, string>>) => ({ id: at[key] ?? '' });

/** The needs inventory, answering it, and the work plan. */
export const NEEDS_ROWS: readonly AccessRow[] = [
  { route: 'GET /api/v1/plans/{slug}/needs-inventories', path: PLAN },
  {
    route: 'POST /api/v1/plans/{slug}/needs-inventories',
    path: PLAN,
    body: ({ needsGroupId }) => ({ groupId: needsGroupId, year: 2031, due: '2031-02-01', from: 'standard' }),
  },
  { route: 'GET /api/v1/needs-inventories/{id}', path: id('inventoryId') },
  {
    route: 'PATCH /api/v1/needs-inventories/{id}',
    path: id('inventoryId'),
    body: () => ({ title: 'Ny rubrik' }),
    version: ({ inventoryId }) => ['needs_inventory', inventoryId ?? ''],
  },
  {
    route: 'PUT /api/v1/needs-inventories/{id}/questions',
    path: id('inventoryId'),
    body: ({ needsQuestionId }) => ({
      questions: [
        {
          id: needsQuestionId,
          kind: 'text',
          isPerGoal: false,
          text: 'Vad behövs?',
          hint: '',
          options: [],
          lowLabel: '',
          highLabel: '',
        },
      ],
    }),
    version: ({ inventoryId }) => ['needs_inventory', inventoryId ?? ''],
    harmless: 'an id of a question that is not the inventory’s own is not taken over',
  },
  {
    route: 'POST /api/v1/needs-inventories/{id}/transitions',
    path: id('inventoryId'),
    body: () => ({ transition: 'close' }),
    version: ({ inventoryId }) => ['needs_inventory', inventoryId ?? ''],
    answers: [409],
  },
  { route: 'GET /api/v1/needs-inventories/{id}/invitations', path: id('openInventoryId') },
  {
    route: 'POST /api/v1/needs-inventories/{id}/reminders',
    path: id('openInventoryId'),
    body: ({ spareInvitationId }) => ({ invitationIds: [spareInvitationId] }),
  },
  { route: 'POST /api/v1/needs-invitations/{id}/link', path: id('spareInvitationId') },
  {
    route: 'POST /api/v1/needs-invitations/{id}/revoke',
    path: id('spareInvitationId'),
    body: () => ({ reason: 'Prov' }),
    version: ({ spareInvitationId }) => ['needs_invitation', spareInvitationId ?? ''],
    answers: [409],
  },
  { route: 'GET /api/v1/needs-invitations/{id}/uses', path: id('needsInvitationId') },
  { route: 'GET /api/v1/needs-inventories/{id}/results', path: id('openInventoryId') },
  {
    route: 'POST /api/v1/needs-inventories/{id}/needs',
    path: id('openInventoryId'),
    body: ({ goalId, needsTextId }) => ({ title: 'Ett behov', goalId, textIds: [needsTextId] }),
  },
  {
    route: 'PATCH /api/v1/needs/{id}',
    path: id('needId'),
    body: ({ goalId, needsTextId }) => ({ title: 'Ett annat behov', goalId, textIds: [needsTextId] }),
    version: ({ needId }) => ['need', needId ?? ''],
  },
  {
    route: 'POST /api/v1/needs/{id}/transitions',
    path: id('needId'),
    body: () => ({ transition: 'decline', reason: 'Ryms inte i år.' }),
    version: ({ needId }) => ['need', needId ?? ''],
    answers: [409],
  },
  {
    route: 'DELETE /api/v1/needs/{id}',
    path: id('spareNeedId'),
    version: ({ spareNeedId }) => ['need', spareNeedId ?? ''],
    answers: [409],
  },
  { route: 'GET /api/v1/needs-answer', byLink: true },
  {
    route: 'PUT /api/v1/needs-answer',
    byLink: true,
    body: ({ openQuestionId }) => ({
      answers: [{ questionId: openQuestionId, goalId: null, text: 'Svar', chosen: null, scale: null }],
    }),
    version: ({ needsInvitationId }) => ['needs_named_answer', needsInvitationId ?? '', 'invitation_id'],
    without: { goalId: 'null here: the question is not asked per goal' },
  },

  { route: 'GET /api/v1/plans/{slug}/work-plans', path: PLAN },
  { route: 'POST /api/v1/plans/{slug}/work-plans', path: PLAN, body: () => ({ year: 2025 }), answers: [422] },
  { route: 'GET /api/v1/work-plans/{id}', path: id('workPlanId') },
  {
    route: 'PATCH /api/v1/work-plans/{id}',
    path: id('workPlanId'),
    body: () => ({ intro: 'Inledning' }),
    version: ({ workPlanId }) => ({ asRead: paths.workPlan(workPlanId ?? '') }),
  },
  { route: 'GET /api/v1/work-plans/{id}/material', path: id('workPlanId') },
  {
    route: 'POST /api/v1/work-plans/{id}/items',
    path: id('workPlanId'),
    body: ({ goalId, responsibleId, activityId }) => ({
      title: 'En insats',
      goalId,
      organisationIds: [responsibleId],
      activityId,
    }),
    without: { needId: 'one origin at a time', cameFromId: 'one origin at a time' },
  },
  {
    route: 'PUT /api/v1/work-plans/{id}/order',
    path: id('workPlanId'),
    body: ({ workPlanItemId }) => ({ itemIds: [workPlanItemId] }),
    version: ({ workPlanId }) => ({ asRead: paths.workPlan(workPlanId ?? '') }),
  },
  {
    route: 'PATCH /api/v1/work-plan-items/{id}',
    path: id('workPlanItemId'),
    body: ({ goalId, responsibleId }) => ({ funding: 'Eget', goalId, organisationIds: [responsibleId] }),
    version: ({ workPlanItemId }) => ['work_plan_item', workPlanItemId ?? ''],
  },
  {
    route: 'DELETE /api/v1/work-plan-items/{id}',
    path: id('spareItemId'),
    version: ({ spareItemId }) => ['work_plan_item', spareItemId ?? ''],
  },
  {
    route: 'POST /api/v1/work-plans/{id}/transitions',
    path: id('workPlanId'),
    body: ({ needsDecisionId }) => ({ transition: 'decide', decisionId: needsDecisionId }),
    version: ({ workPlanId }) => ({ asRead: paths.workPlan(workPlanId ?? '') }),
    answers: [409],
  },
  {
    route: 'DELETE /api/v1/work-plans/{id}',
    path: id('spareWorkPlanId'),
    version: ({ spareWorkPlanId }) => ({ asRead: paths.workPlan(spareWorkPlanId ?? '') }),
    answers: [404, 409],
  },
  {
    route: 'DELETE /api/v1/needs-inventories/{id}',
    path: id('spareInventoryId'),
    version: ({ spareInventoryId }) => ['needs_inventory', spareInventoryId ?? ''],
    answers: [404, 409],
  },
];
