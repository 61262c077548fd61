import { createServer, type IncomingMessage } from 'node:http';
import { json } from 'node:stream/consumers';
import pg from 'pg';
import { ACTIVITIES, OUTCOME, OVERVIEW, SUMMARY } from './bare-sql.ts';

/** The bare reference, in a process of its own: `node bare-server.ts`, with BENCH_DATABASE_URL. Tells its port over IPC. */
const pool = new pg.Pool({ connectionString: process.env['BENCH_DATABASE_URL'], max: 10 });

async function statementFor(request: IncomingMessage): Promise<[string, unknown[]]> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://bare');
  const county = searchParams.get('county');
  const slug = searchParams.get('slug');
  if (pathname === '/overview') return [OVERVIEW, [county, slug]];
  if (pathname === '/activities')
    return [ACTIVITIES, [county, slug, searchParams.getAll('judgement'), searchParams.getAll('goal')]];
  if (pathname === '/summary') return [SUMMARY, [county, slug]];
  const body = (await json(request)) as Record<string, unknown>;
  return [
    OUTCOME,
    [county, body['personId'], body['roundId'], body['indicatorId'], body['municipalityCode'], body['value']],
  ];
}

const server = createServer((request, response) => {
  statementFor(request)
    .then(([text, values]) => pool.query<{ body: string }>(text, values))
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
process.once('SIGTERM', () => server.close(() => void pool.end().then(() => process.exit(0))));
