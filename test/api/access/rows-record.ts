import type { AccessRow } from './row.ts';

/** The record, how long things are kept, and that it all holds. */
export const RECORD_ROWS: readonly AccessRow[] = [
  {
    route: 'GET /api/v1/record',
    query: ({ plannerId, followUpId }) => ({ person: plannerId ?? '', kind: 'follow_up', q: followUpId ?? '' }),
    harmless: 'a filter',
  },
  {
    route: 'GET /api/v1/record.csv',
    query: ({ plannerId, followUpId }) => ({ person: plannerId ?? '', kind: 'follow_up', q: followUpId ?? '' }),
    harmless: 'a filter',
  },
  {
    route: 'GET /api/v1/record.json',
    query: ({ plannerId, followUpId }) => ({ person: plannerId ?? '', kind: 'follow_up', q: followUpId ?? '' }),
    harmless: 'a filter',
  },
  { route: 'POST /api/v1/record/checks' },
  { route: 'GET /api/v1/retention' },
  {
    route: 'PATCH /api/v1/retention/classes/{id}',
    path: ({ retentionClassId }) => ({ id: retentionClassId ?? '' }),
    body: () => ({ decisionReference: 'Beslut' }),
    version: ({ retentionClassId }) => ['retention_class', retentionClassId ?? ''],
  },
  {
    route: 'PUT /api/v1/retention/rounds/{roundId}',
    path: ({ roundId }) => ({ roundId: roundId ?? '' }),
    body: () => ({ recordsNumber: '1-2026' }),
    version: ({ roundId }) => ['round_registration', roundId ?? '', 'round_id'],
  },
];
