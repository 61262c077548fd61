import fc from 'fast-check';
import { paths } from '@samhandling/contracts';
import type { Visitor } from '@samhandling/domain';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { sampleOf, versionNow, type Sample } from '../access/request.ts';
import type { AccessRow } from '../access/row.ts';
import { ACCESS_ROWS } from '../access/rows.ts';
import { buildWorld, type World } from '../access/world.ts';
import { isForm, requestsTo, ROUTES, type FuzzRequest } from './requests.ts';

/** More and others by `FUZZ_RUNS=500 FUZZ_SEED=7`; a failure says seed and request. */
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 24);
const SEED = Number(process.env['FUZZ_SEED'] ?? 20_270_101);
/** Long enough for the slowest report on a busy machine; what takes longer does not end. */
const HANGS_AFTER_MS = 20_000;
/** After these somebody may not be signed in any more, so they come last. */
const ENDS_SESSIONS = /\/(?:session|account|people|invitations|password-resets)\b/;

const order = (route: string): number =>
  ENDS_SESSIONS.test(route) ? 3 : route.startsWith('GET') ? 0 : route.startsWith('DELETE') ? 2 : 1;
const ALL = [...ROUTES.keys()].sort((left, right) => order(left) - order(right));

describe(`every route, with anything at all (seed ${SEED}, ${RUNS} requests each)`, () => {
  let app: TestApp;
  let world: World;
  beforeAll(async () => {
    app = await startTestApp();
    world = await buildWorld(app, '07');
    // Nothing is slow here but the wrong thing.
    process.stdout.write(`fuzz: seed ${SEED}, ${RUNS} requests to each of ${ALL.length} routes\n`);
  });
  afterAll(() => app.close());

  it.each(ALL)(
    '%s',
    async (route) => {
      const row = ACCESS_ROWS.find((one) => one.route === route) ?? { route };
      const visitor = fc.constantFrom<Visitor | 'link'>(
        ...(row.byLink ? (['link', 'link', 'link'] as const) : []),
        'planner',
        'planner',
        'planner',
        'reporter',
        'anonymous',
        'operator',
      );
      const names = Object.values(world.at);
      await fc.assert(
        fc.asyncProperty(visitor, requestsTo(route, sampleOf(row, world.at), names), async (who, request) => {
          const seen = await ask(app, world, row, who, request);
          expect(seen).toEqual({ ...seen, isAnswered: true, isWellFormed: true });
        }),
        { numRuns: route.includes('{format}') ? Math.ceil(RUNS / 4) : RUNS, seed: SEED },
      );
      expect((await app.anonymous().get(paths.about())).status).toBe(200);
    },
    120_000,
  );
});

interface Seen {
  readonly status: number;
  /** Neither a fault of ours nor silence. */
  readonly isAnswered: boolean;
  /** What is refused is a problem, with nothing of the inside in it. */
  readonly isWellFormed: boolean;
  readonly text: string;
}

async function ask(
  app: TestApp,
  world: World,
  row: AccessRow,
  who: Visitor | 'link',
  request: FuzzRequest,
): Promise<Seen> {
  const sender = who === 'link' ? world.link : world.people[who];
  const [method = '', template = ''] = row.route.split(' ');
  const version = request.knowsVersion ? await versionNow(app, row, world) : row.version && 1;
  const answer = await sender.send<unknown>(method, addressOf(template, request), {
    ...(method !== 'GET' && { body: bodyOf(request) }),
    ...(version !== undefined && { ifMatch: version }),
    headers: request.headers,
    raw: true,
    signal: AbortSignal.timeout(HANGS_AFTER_MS),
  });
  const text = typeof answer.body === 'string' ? answer.body : '';
  const { status } = answer;
  return {
    status,
    isAnswered: status >= 200 && status < 500,
    isWellFormed: status < 400 || isProblem(answer.headers.get('content-type'), text, status),
    text: status < 400 ? '' : text.slice(0, 500),
  };
}

function addressOf(template: string, { path, query }: Sample): string {
  const filled = template.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent((path[name] ?? '').toWellFormed()),
  );
  const search = new URLSearchParams(query).toString();
  return search === '' ? filled : `${filled}?${search}`;
}

function bodyOf({ raw, body }: FuzzRequest): unknown {
  if (raw !== null) return raw;
  if (!isForm(body)) return body === undefined || typeof body === 'object' ? body : JSON.stringify(body);
  const { multipart, fields } = body as {
    multipart: { name: string; content: string };
    fields: Record<string, string | undefined>;
  };
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) form.append(name, value);
  form.append('file', new Blob([multipart.content]), multipart.name);
  return form;
}

const INSIDE =
  /\bat .+:\d+:\d+|node_modules|SELECT |INSERT |UPDATE |\/src\/|\/dist\/|127\.0\.0\.1:\d|QueryFailed|relation "|column "/;

function isProblem(type: string | null, text: string, status: number): boolean {
  if (!type?.startsWith('application/problem+json') || INSIDE.test(text)) return false;
  const problem = JSON.parse(text) as Record<string, unknown>;
  return problem['status'] === status && typeof problem['code'] === 'string' && typeof problem['detail'] === 'string';
}
