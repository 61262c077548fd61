import type { AccessRow } from './row.ts';

const NOT_A_NAME = { code: 'six digits from an app, which name nothing' };
const UNKNOWN = '01890000-0000-7000-8000-000000000000';

/** Signing in and one's own account: nothing here names anything of a county. */
export const ACCOUNT_ROWS: readonly AccessRow[] = [
  { route: 'POST /api/v1/sign-in/ways', body: () => ({ email: 'ingen@example.org' }) },
  {
    route: 'GET /api/v1/sign-in/providers/{id}',
    path: () => ({ id: 'finns-inte' }),
    query: () => ({ return: '/att-gora' }),
  },
  { route: 'GET /api/v1/sign-in/callback', query: () => ({ state: 'gissat', code: 'gissat' }) },
  { route: 'POST /api/v1/password-resets', body: () => ({ email: 'ingen@example.org' }) },
  {
    route: 'POST /api/v1/password-resets/complete',
    body: () => ({ token: 'öppnar-ingenting', password: 'fyra små ord tillsammans' }),
    answers: [404],
  },
  { route: 'GET /api/v1/account' },
  {
    route: 'PUT /api/v1/account/password',
    body: () => ({ current: 'fel lösenord', password: 'fyra små ord tillsammans' }),
    answers: [422],
  },
  { route: 'PUT /api/v1/account/letter-locale', body: () => ({ locale: 'sv' }) },
  { route: 'POST /api/v1/account/totp', body: () => ({ password: 'fel lösenord' }), answers: [422] },
  {
    route: 'POST /api/v1/account/totp/confirm',
    body: () => ({ code: '000000' }),
    answers: [409],
    without: NOT_A_NAME,
  },
  {
    route: 'POST /api/v1/account/totp/remove',
    body: () => ({ password: 'fel lösenord', code: '000000' }),
    answers: [422],
    without: NOT_A_NAME,
  },
  { route: 'DELETE /api/v1/account/sessions/{id}', path: () => ({ id: UNKNOWN }), answers: [404] },
  { route: 'POST /api/v1/account/sessions/revoke-others' },
];
