import { v7 as newId } from 'uuid';
import type { AccessRow } from './row.ts';
import type { Named } from './world.ts';

const one = ({ secondId }: Named) => ({ id: secondId ?? '' });
const versionOf = ({ secondId }: Named) => ['county_person', secondId ?? '', 'person_id'] as const;
const roles = ({ responsibleId, municipalityCode }: Named) => [
  { role: 'reporter', organisationId: responsibleId, municipalityCode: null },
  { role: 'municipal_coordinator', organisationId: null, municipalityCode },
];
/** What is held about somebody is the county's record, which is none of the operator's business. */
const RECORD = ['operator'] as const;

/** Who is in the county, invitations, and what is held about each. */
export const PEOPLE_ROWS: readonly AccessRow[] = [
  { route: 'GET /api/v1/people' },
  {
    route: 'POST /api/v1/people',
    body: (at) => ({ email: `${newId()}@example.org`, name: 'Inbjuden Prov', roles: roles(at) }),
  },
  { route: 'GET /api/v1/people/{id}', path: one },
  {
    route: 'PATCH /api/v1/people/{id}',
    path: one,
    body: (at) => ({ name: 'Sam Svarande', roles: roles(at) }),
    version: versionOf,
  },
  {
    route: 'POST /api/v1/people/{id}/transitions',
    path: one,
    body: () => ({ transition: 'leave' }),
    version: versionOf,
  },
  // Whoever has come in already is not invited again.
  { route: 'POST /api/v1/people/{id}/invitation', path: one, answers: [409] },
  { route: 'GET /api/v1/people/{id}/data', path: one, notTheirs: RECORD },
  {
    route: 'GET /api/v1/people/{id}/data/{format}',
    path: (at) => ({ ...one(at), format: 'csv' }),
    notTheirs: RECORD,
  },
  { route: 'GET /api/v1/account/data' },
  { route: 'GET /api/v1/account/data/{format}', path: () => ({ format: 'json' }) },
  // A secret that opens nothing.
  { route: 'POST /api/v1/invitations/open', body: () => ({ token: 'ingen' }), answers: [404] },
  {
    route: 'POST /api/v1/invitations/accept',
    body: () => ({ token: 'ingen', password: 'ett-nytt-lösenord-här' }),
    answers: [404],
  },
];
