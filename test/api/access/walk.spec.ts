import { ROLES, routeAccess, type Visitor } from '@samhandling/domain';
import { readFileSync } from 'node:fs';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { keysOf, sampleOf, sendSample, versionNow, withForeignNames } from './request.ts';
import type { AccessRow } from './row.ts';
import { ACCESS_ROWS } from './rows.ts';
import { buildWorld, type World } from './world.ts';

interface Described {
  readonly 'x-access'?: readonly string[];
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly schema: { readonly $ref?: string } }>>;
  };
}
interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
}

const { paths, components } = JSON.parse(
  readFileSync(new URL('../../../libs/contracts/openapi.json', import.meta.url), 'utf8'),
) as { paths: Record<string, Record<string, Described>>; components: { schemas: Record<string, Schema> } };
const ROUTES = new Map<string, Described>(
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => [`${method.toUpperCase()} ${path}`, described] as const),
  ),
);
/** From least to most, so that nobody who is let through has changed anything when the others try. */
const VISITORS: readonly Visitor[] = ['anonymous', ...[...ROLES].reverse()];
/** A version nobody has: whoever is let through is told 412 and has changed nothing. */
const NOBODYS_VERSION = 999_999;

/** Names of fields that name something: an id, a municipality, a plan. */
const NAMES_SOMETHING = /^(?:id|code)$|Ids?$|Codes?$|Slug$/;
const QUERY_NAMES = [
  'plan',
  'activity',
  'kind',
  'municipality',
  'organisation',
  'responsible',
  'partner',
  'goal',
  'person',
];

describe('every route, for every role', () => {
  let app: TestApp;
  let ours: World;
  beforeAll(async () => {
    app = await startTestApp();
    ours = await buildWorld(app, '07');
  });
  afterAll(() => app.close());

  it('has a row, and each row a route', () => {
    const rows = ACCESS_ROWS.map(({ route }) => route);
    expect(rows.filter((route, at) => rows.indexOf(route) !== at)).toEqual([]);
    expect([...ROUTES.keys()].filter((route) => !rows.includes(route))).toEqual([]);
    expect(rows.filter((route) => !ROUTES.has(route))).toEqual([]);
    expect([...ROUTES].filter(([, { 'x-access': access }]) => !access?.length).map(([route]) => route)).toEqual([]);
  });

  it('has a row that names everything the route can name', () => {
    const missing = ACCESS_ROWS.flatMap((row) => {
      const sample = sampleOf(row, ours.at);
      const named = [...keysOf(sample.path), ...keysOf(sample.query), ...keysOf(sample.body)];
      return namesOf(ROUTES.get(row.route))
        .filter((name) => !named.includes(name) && !(name in (row.without ?? {})))
        .map((name) => `${row.route}: ${name}`);
    });
    expect(missing).toEqual([]);
  });

  it.each(ACCESS_ROWS.map((row) => [row.route, row] as const))('%s', async (route, row) => {
    const declared = ROUTES.get(route)?.['x-access'] ?? [];
    for (const visitor of VISITORS) {
      const answer = await sendSample(
        ours.people[visitor],
        row,
        sampleOf(row, ours.at),
        row.version && NOBODYS_VERSION,
      );
      const seen = { route, visitor, answer: `${answer.status} ${answer.code}`.trim() };
      const access = routeAccess(visitor, declared);
      if (access === 'link' || (access === 'no' && visitor === 'anonymous'))
        expect(seen).toEqual({ route, visitor, answer: '401 not_signed_in' });
      else if (access === 'no') expect(seen).toEqual({ route, visitor, answer: '403 not_allowed' });
      else if (row.notTheirs?.includes(visitor))
        expect({ ...seen, refused: [403, 404, 409, 422].includes(answer.status) || isRowByRow(row) }).toEqual({
          ...seen,
          refused: true,
        });
      else expect({ ...seen, letThrough: letsThrough(row, answer.status) }).toEqual({ ...seen, letThrough: true });
    }
    if (row.byLink) {
      const answer = await sendSample(ours.link, row, sampleOf(row, ours.at), row.version && NOBODYS_VERSION);
      expect({ route, status: answer.status, letThrough: letsThrough(row, answer.status) }).toMatchObject({
        letThrough: true,
      });
    }
  });
});

describe('another county’s names, in every place one can stand', () => {
  let app: TestApp;
  let ours: World;
  let theirs: World;
  beforeAll(async () => {
    app = await startTestApp();
    ours = await buildWorld(app, '07');
    theirs = await buildWorld(app, '13');
  });
  afterAll(() => app.close());

  it('are refused, tell nothing and change nothing', async () => {
    const before = await digestOf(app, theirs.countyId);
    const faults: string[] = [];
    let tried = 0;
    for (const row of ACCESS_ROWS) {
      for (const { place, sample } of withForeignNames(sampleOf(row, ours.at), ours.at, theirs.at)) {
        const sender = row.byLink ? ours.link : ours.people.planner;
        const answer = await sendSample(sender, row, sample, await versionNow(app, row, ours));
        tried += 1;
        const told = answer.text.includes(theirs.marker);
        const isRefused = [400, 403, 404, 409, 410, 422].includes(answer.status);
        if (told || answer.status >= 500 || !(isRefused || (row.harmless !== undefined && answer.status < 300)))
          faults.push(`${row.route} ${place}: ${answer.status} ${answer.code}${told ? ' TELLS' : ''}`);
      }
    }
    expect(faults).toEqual([]);
    expect(tried).toBeGreaterThan(120);
    expect(await digestOf(app, theirs.countyId)).toEqual(before);
  });

  it('are not in anything that is read at home', async () => {
    const told: string[] = [];
    for (const row of ACCESS_ROWS.filter(({ route }) => route.startsWith('GET '))) {
      const answer = await sendSample(
        row.byLink ? ours.link : ours.people.planner,
        row,
        sampleOf(row, ours.at),
        undefined,
      );
      if (answer.text.includes(theirs.marker) || answer.text.includes(theirs.countyId)) told.push(row.route);
    }
    expect(told).toEqual([]);
  });
});

function letsThrough(row: AccessRow, status: number): boolean {
  return (status >= 200 && status < 400) || (row.version && status === 412) || (row.answers ?? []).includes(status);
}

/** Answers 200 and says for each row why it was refused. */
function isRowByRow(row: AccessRow): boolean {
  return row.harmless !== undefined;
}

function namesOf(described: Described | undefined): string[] {
  const query = (described?.parameters ?? [])
    .filter(({ name, in: where }) => where === 'query' && QUERY_NAMES.includes(name))
    .map(({ name }) => name);
  const bodies = Object.values(described?.requestBody?.content ?? {}).map(({ schema }) => schema);
  return [...query, ...bodies.flatMap((schema) => propertiesOf(schema)).filter((name) => NAMES_SOMETHING.test(name))];
}

function propertiesOf(schema: Schema, depth = 0): string[] {
  if (depth > 6) return [];
  const parts = [schema, ...(schema.allOf ?? [])].map((part) =>
    part.$ref ? (components.schemas[part.$ref.split('/').at(-1) ?? ''] ?? {}) : part,
  );
  return parts.flatMap((part) => [
    ...Object.keys(part.properties ?? {}),
    ...Object.values(part.properties ?? {}).flatMap((inner) => propertiesOf(inner, depth + 1)),
    ...(part.items ? propertiesOf(part.items, depth + 1) : []),
  ]);
}

/** One value for everything the county has stored. */
async function digestOf(app: TestApp, countyId: string): Promise<Record<string, string>> {
  const tables = await app.db.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'county_id' AND NOT a.attisdropped
     WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relname <> 'session' ORDER BY 1`,
  );
  const digests: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = await app.db.query<{ digest: string }>(
      `SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') AS digest FROM ${name} t WHERE county_id = $1`,
      [countyId],
    );
    digests[name] = row?.digest ?? '';
  }
  return digests;
}
