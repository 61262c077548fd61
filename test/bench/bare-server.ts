import { dayOf } from '@samhandling/domain';
import { createServer, type IncomingMessage } from 'node:http';
import { json } from 'node:stream/consumers';
import pg from 'pg';
import { WAITING } from '../../api/dist/follow-up/to-do/waiting.sql.js';
import { EVENT, EVENT_AND_FIGURES, EVENTS } from './bare-events.ts';
import { ACTIVITIES, OUTCOME, OVERVIEW, SUMMARY } from './bare-sql.ts';

/** The bare reference, in a process of its own: `node bare-server.ts`, with BENCH_DATABASE_URL. Tells its port over IPC. */
const connectionString = process.env['BENCH_DATABASE_URL'];
const pool = new pg.Pool({ connectionString, max: 10 });
let isolated: pg.Pool | null = null;

/** What waits is measured against its own statement, which knows its county by row-level security only: set for good here. */
function poolFor({ pathname, searchParams }: URL): pg.Pool {
  if (pathname !== '/to-do') return pool;
  const { county, person } = Object.fromEntries(searchParams);
  const options = `-c role=samhandling_app -c samhandling.county=${county} -c samhandling.person=${person}`;
  isolated ??= new pg.Pool({ connectionString, max: 10, options });
  return isolated;
}

async function statementFor(request: IncomingMessage, { pathname, searchParams }: URL): Promise<[string, unknown[]]> {
  const county = searchParams.get('county');
  const slug = searchParams.get('slug');
  if (pathname === '/overview') return [OVERVIEW, [county, slug]];
  if (pathname === '/activities')
    return [ACTIVITIES, [county, slug, searchParams.getAll('judgement'), searchParams.getAll('goal')]];
  if (pathname === '/summary') return [SUMMARY, [county, slug]];
  if (pathname === '/events') return [EVENTS, [county, slug]];
  if (pathname === '/to-do')
    return [`SELECT waiting::text AS body FROM (${WAITING}) w`, [true, [], [], null, null, dayOf(new Date())]];
  const body = (await json(request)) as Record<string, unknown>;
  if (pathname.startsWith('/event')) {
    const parts = ['personId', 'kind', 'day', 'title', 'participants', 'activities', 'municipalities', 'organisations'];
    return [pathname === '/event' ? EVENT : EVENT_AND_FIGURES, [county, ...parts.map((part) => body[part])]];
  }
  return [
    OUTCOME,
    [county, body['personId'], body['roundId'], body['indicatorId'], body['municipalityCode'], body['value']],
  ];
}

const server = createServer((request, response) => {
  const url = new URL(request.url ?? '/', 'http://bare');
  statementFor(request, url)
    .then(([text, values]) => poolFor(url).query<{ body: string }>(text, values))
    .then(({ rows }) => {
      const body = rows[0]?.body ?? '{}';
      response
        .writeHead(rows[0] ? 200 : 409, {
          'Content-Type': 'application/json',
          'Content-Length': Buffer.byteLength(body),
        })
        .end(body);
    })
    .catch((fault: unknown) => response.writeHead(500).end(String(fault)));
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.({ port: typeof address === 'object' && address ? address.port : 0 });
});
process.once('SIGTERM', () =>
  server.close(() => void Promise.all([pool.end(), isolated?.end()]).then(() => process.exit(0))),
);
