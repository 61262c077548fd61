import { paths } from '@samhandling/contracts';
import { v7 as newId } from 'uuid';
import type { AccessRow } from './row.ts';

/** Answer links, saved views, mail, history, and the session itself. */
export const AROUND_ROWS: readonly AccessRow[] = [
  { route: 'GET /api/v1/rounds/{roundId}/answer-links', path: ({ roundId }) => ({ roundId: roundId ?? '' }) },
  {
    route: 'POST /api/v1/rounds/{roundId}/answer-links',
    path: ({ roundId }) => ({ roundId: roundId ?? '' }),
    body: ({ takingId }) => ({ personId: takingId }),
    answers: [409, 422],
  },
  { route: 'GET /api/v1/answer-links/{id}/uses', path: ({ linkId }) => ({ id: linkId ?? '' }) },
  {
    route: 'POST /api/v1/answer-links/{id}/revoke',
    path: ({ revocableLinkId }) => ({ id: revocableLinkId ?? '' }),
    body: () => ({ reason: 'Prov' }),
  },
  { route: 'POST /api/v1/answer/open', body: () => ({ token: 'ingen-sådan-länk' }), answers: [404] },
  { route: 'POST /api/v1/answer/renew', body: () => ({ token: 'ingen-sådan-länk' }), answers: [404] },
  { route: 'GET /api/v1/answer', byLink: true },
  {
    route: 'PATCH /api/v1/answer/follow-ups/{id}',
    byLink: true,
    path: ({ secondFollowUpId }) => ({ id: secondFollowUpId ?? '' }),
    body: () => ({ done: 'Svar genom länk' }),
    version: ({ secondFollowUpId }) => ['follow_up', secondFollowUpId ?? ''],
  },
  {
    route: 'POST /api/v1/answer/follow-ups/{id}/transitions',
    byLink: true,
    path: ({ secondFollowUpId }) => ({ id: secondFollowUpId ?? '' }),
    body: () => ({ transition: 'submit' }),
    version: ({ secondFollowUpId }) => ['follow_up', secondFollowUpId ?? ''],
    answers: [409, 422],
  },
  {
    route: 'PUT /api/v1/answer/outcomes/{indicatorId}',
    byLink: true,
    path: ({ indicatorId }) => ({ indicatorId: indicatorId ?? '' }),
    body: ({ municipalityCode }) => ({ municipalityCode, sex: 'total', input: '3' }),
    version: ({ indicatorId }) => ['outcome', indicatorId ?? '', 'indicator_id'],
    answers: [404],
  },
  { route: 'POST /api/v1/answer/finish', byLink: true, answers: [409, 422] },

  {
    route: 'GET /api/v1/views',
    query: ({ slug }) => ({ page: 'activities', plan: slug ?? '' }),
    harmless: 'a filter',
  },
  {
    route: 'POST /api/v1/views',
    body: ({ slug }) => ({ page: 'activities', planSlug: slug, name: `Vy ${newId()}`, query: '' }),
  },
  {
    route: 'PUT /api/v1/views/default',
    body: ({ slug, viewId }) => ({ page: 'activities', planSlug: slug, viewId, instead: null }),
    answers: [404],
  },
  {
    route: 'PATCH /api/v1/views/{id}',
    path: ({ viewId }) => ({ id: viewId ?? '' }),
    body: () => ({ name: 'Annat namn' }),
    version: ({ viewId }) => ['saved_view', viewId ?? ''],
    notTheirs: ['group_member', 'reporter', 'municipal_coordinator', 'reader'],
  },
  {
    route: 'DELETE /api/v1/views/{id}',
    path: ({ viewId }) => ({ id: viewId ?? '' }),
    version: ({ viewId }) => ['saved_view', viewId ?? ''],
    notTheirs: ['group_member', 'reporter', 'municipal_coordinator', 'reader'],
  },

  { route: 'GET /api/v1/mail/settings' },
  {
    route: 'PATCH /api/v1/mail/settings',
    body: () => ({ isOn: false }),
    version: () => ({ asRead: paths.mailSettings() }),
  },
  {
    route: 'GET /api/v1/mail/log',
    query: ({ plannerId }) => ({ person: plannerId ?? '' }),
    harmless: 'a filter',
  },
  { route: 'GET /api/v1/mail/outbox' },
  { route: 'GET /api/v1/mail/preview' },
  { route: 'POST /api/v1/mail/send' },
  { route: 'GET /api/v1/mail/preference' },
  {
    route: 'PATCH /api/v1/mail/preference',
    body: () => ({ digest: 'daily' }),
    version: () => ({ asRead: paths.mailPreference() }),
  },
  { route: 'POST /api/v1/mail/opt-out', body: () => ({ token: 'ingen-sådan' }), answers: [404] },
  {
    route: 'POST /api/v1/mail/{id}/opened',
    path: ({ mailId }) => ({ id: mailId ?? '' }),
    notTheirs: ['group_member', 'reporter', 'municipal_coordinator', 'reader', 'operator'],
  },

  {
    route: 'GET /api/v1/history/{entity}/{id}',
    path: ({ followUpId }) => ({ entity: 'follow_up', id: followUpId ?? '' }),
  },
  {
    route: 'GET /api/v1/history/{entity}/{id}/compare',
    path: ({ eventId }) => ({ entity: 'event', id: eventId ?? '' }),
    query: () => ({ from: '2025-01-01', to: '2025-12-31' }),
  },
  {
    route: 'POST /api/v1/changes/{id}/undo',
    path: ({ changeId }) => ({ id: changeId ?? '' }),
    answers: [409],
    notTheirs: ['group_member', 'municipal_coordinator', 'reader', 'reporter'],
  },

  { route: 'GET /api/v1/about' },
  { route: 'GET /api/v1/session' },
  {
    route: 'POST /api/v1/session',
    body: () => ({ email: 'ingen@example.org', password: 'fel lösenord' }),
    answers: [401, 429],
    without: { code: 'six digits from an app, which name nothing' },
  },
  { route: 'POST /api/v1/session/county', body: ({ countyId }) => ({ countyId }) },
];
