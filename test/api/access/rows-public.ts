import type { AccessRow } from './row.ts';
import type { Named } from './world.ts';

/** Nothing is published in the walk, so whoever is let through is told that. What is published: test/api/public.spec.ts. */
const NOTHING_PUBLISHED = { answers: [404] };
const plan = ({ slug }: Named): Readonly<Record<string, string>> => ({ county: 'kronobergs-lan', slug: slug ?? '' });

/** What planners show to the public, and what the public reads. */
export const PUBLIC_ROWS: readonly AccessRow[] = [
  { route: 'GET /api/v1/plans/{slug}/publication', path: ({ slug }) => ({ slug: slug ?? '' }) },
  {
    route: 'POST /api/v1/plans/{slug}/publication/transitions',
    path: ({ slug }) => ({ slug: slug ?? '' }),
    body: () => ({ transition: 'publish' }),
    version: ({ planId }) => ['publication', planId ?? '', 'plan_id'],
  },
  { route: 'GET /api/v1/rounds/{id}/publication', path: ({ roundId }) => ({ id: roundId ?? '' }) },
  {
    route: 'POST /api/v1/rounds/{id}/publication/transitions',
    path: ({ roundId }) => ({ id: roundId ?? '' }),
    body: () => ({ transition: 'publish' }),
    version: ({ roundId }) => ['publication', roundId ?? '', 'round_id'],
  },
  { route: 'GET /api/v1/public/counties' },
  {
    route: 'GET /api/v1/public/counties/{county}/plans',
    path: () => ({ county: 'kronobergs-lan' }),
    ...NOTHING_PUBLISHED,
  },
  { route: 'GET /api/v1/public/counties/{county}/plans/{slug}', path: plan, ...NOTHING_PUBLISHED },
  {
    route: 'GET /api/v1/public/counties/{county}/plans/{slug}/activities/{area}/{number}',
    path: (at) => ({ ...plan(at), area: '1.1', number: '1' }),
    ...NOTHING_PUBLISHED,
  },
  {
    route: 'GET /api/v1/public/counties/{county}/plans/{slug}/rounds/{label}',
    path: (at) => ({ ...plan(at), label: '2025' }),
    ...NOTHING_PUBLISHED,
  },
  {
    route: 'GET /api/v1/public/counties/{county}/plans/{slug}/rounds/{label}/report/{format}',
    path: (at) => ({ ...plan(at), label: '2025', format: 'pdf' }),
    ...NOTHING_PUBLISHED,
  },
  {
    route: 'GET /api/v1/public/counties/{county}/plans/{slug}/data/{file}',
    path: (at) => ({ ...plan(at), file: 'activities.csv' }),
    ...NOTHING_PUBLISHED,
  },
];
