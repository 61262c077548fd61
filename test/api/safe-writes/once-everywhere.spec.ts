import {
  paths,
  type BulkAnswer,
  type CalendarFeedAnswer,
  type CountyPerson,
  type ImportReview,
  type SavedView,
} from '@samhandling/contracts';
import { randomUUID } from 'node:crypto';
import { startTestApp, type TestApp, type TestClient } from '../../support/app.ts';
import { downloadWorkbook } from '../../support/workbooks.ts';
import type { AccessRow } from '../access/row.ts';
import { sampleOf, sendSample, versionNow, type Sample } from '../access/request.ts';
import { ACCESS_ROWS } from '../access/rows.ts';
import { buildWorld, type World } from '../access/world.ts';
import { file } from '../access/rows-plan.ts';
import { CREATES } from './kinds.ts';

const PLAN_TEXT = `Regional plan 2024–2027

1. Färre unga ska börja röka

1.1 Område för samhandling: Rökfria skolgårdar

Aktivitet: 1. Besöka länets skolor.
Ansvarig: Länsstyrelsen
Samverkanspartner: -
Uppföljning: Antal besökta skolor.
`;

/** Where the sample of the table of access would be refused, or only asks: one that does what the route is for. */
const THAT_DOES_IT: Readonly<Record<string, (world: World) => Promise<Partial<Sample>> | Partial<Sample>>> = {
  'POST /api/v1/imports': () => ({ body: { text: PLAN_TEXT } }),
  'POST /api/v1/imports/file': () => ({ body: file('plan.txt', PLAN_TEXT) }),
  'POST /api/v1/imports/{id}/complete': decided,
  'POST /api/v1/events/import': ({ at }) => ({
    body: {
      plan: at['slug'],
      columns: ['kind', 'day', 'activities'],
      rows: [['Nätverksträff', '2025-04-02', '1.1/1']],
      dryRun: false,
    },
  }),
  'POST /api/v1/changes/{id}/undo': async (world) => ({ path: { id: await changed(world) } }),
  'POST /api/v1/rounds/{roundId}/answer-links': ({ at }) => ({ body: { personId: at['reporterId'] } }),
  'POST /api/v1/rounds/{roundId}/workbook': filledIn,
  'POST /api/v1/people/{id}/invitation': async (world) => ({ path: { id: await invited(world) } }),
  'POST /api/v1/account/calendar-feed/renew': async ({ people }) => ({
    body: { replaces: await feedOf(people.planner, paths.accountFeed()) },
  }),
  'POST /api/v1/groups/{groupId}/calendar-feed': async ({ people, at }) => {
    await people.planner.delete(paths.groupFeed(at['calendarGroupId'] ?? ''));
    return {};
  },
  'POST /api/v1/groups/{groupId}/calendar-feed/renew': async ({ people, at }) => ({
    body: { replaces: await feedOf(people.planner, paths.groupFeed(at['calendarGroupId'] ?? '')) },
  }),
  'POST /api/v1/groups/{id}/continuations': async ({ people }) => {
    const next = { title: 'Planen därefter', theme: 'T', firstYear: 2090, lastYear: 2093 };
    return { body: { planId: (await people.planner.post<{ id: string }>(paths.plans(), next)).body.id } };
  },
  'POST /api/v1/rounds/{id}/bulk': expected,
  'POST /api/v1/rounds/{id}/reporters': async (world) => ({
    body: {
      assignments: [{ ...(await followUp(world)), reporterId: world.at['secondId'] }],
    },
  }),
};

async function followUp({ people, at }: World): Promise<{ followUpId: string; version: number }> {
  const followUpId = at['followUpId'] ?? '';
  const { body } = await people.planner.get<{ followUp: { version: number } }>(paths.followUp(followUpId));
  return { followUpId, version: body.followUp.version };
}

/** The address in force, made first where there is none. */
async function feedOf(client: TestClient, path: string): Promise<string> {
  await client.post(path);
  return (await client.get<CalendarFeedAnswer>(path)).body.feed?.id ?? '';
}

/** Somebody who has not come in yet. */
async function invited({ people, at }: World): Promise<string> {
  const { body } = await people.planner.post<CountyPerson>(paths.people(), {
    name: 'Inga Inbjuden',
    email: 'inga.inbjuden@example.org',
    roles: [{ role: 'reporter', organisationId: at['responsibleId'], municipalityCode: null }],
  });
  return body.id;
}

/** A change that can be taken back with one press. */
async function changed({ people }: World): Promise<string> {
  const view = await people.planner.post<SavedView>(paths.views(), {
    page: 'to-do',
    planSlug: null,
    name: 'Vy',
    query: '',
  });
  const gone = await people.planner.delete(paths.view(view.body.id), view.body.version);
  return gone.headers.get('change-id') ?? '';
}

async function filledIn({ people, at }: World): Promise<Partial<Sample>> {
  const workbook = await downloadWorkbook(people.planner, at['roundId'] ?? '', at['responsibleId'] ?? '');
  const row = workbook.row('Svar', 'Nummer', '1.1/1');
  const content = await workbook.set('Svar', row, 'Vad har gjorts?', 'Träffen är hållen.').save();
  return { query: {}, body: { multipart: { name: 'arbetsbok.xlsx', content }, fields: {} } };
}

/** Everything decided that an import asks about. */
async function decided({ people, at }: World): Promise<Partial<Sample>> {
  const path = paths.import(at['importId'] ?? '');
  const { body } = await people.planner.get<ImportReview>(path);
  const actors = body.actors.map(({ name }) => ({
    name,
    decision: { use: 'existing', organisationId: at['responsibleId'], rememberAlias: false },
  }));
  const settings = { title: 'Inläst plan', theme: 'T', firstYear: 2024, lastYear: 2027 };
  await people.planner.patch(path, { actors, settings }, body.version);
  return {};
}

async function expected({ people, at }: World): Promise<Partial<Sample>> {
  const body = { filter: {}, change: { kind: 'next_step_date', day: '2025-11-03' } };
  const preview = await people.planner.post<BulkAnswer>(paths.roundBulk(at['roundId'] ?? ''), body);
  return {
    body: { ...body, expected: preview.body.items.map(({ followUpId, version }) => ({ followUpId, version })) },
  };
}

describe('every route that creates', () => {
  let app: TestApp;
  let world: World;
  beforeAll(async () => {
    app = await startTestApp();
    world = await buildWorld(app, '07');
  });
  afterAll(() => app.close());

  const rowOf = (route: string): AccessRow => {
    const row = ACCESS_ROWS.find((one) => one.route === route);
    if (!row) throw new Error(`${route} has no row in the table of access.`);
    return row;
  };
  /** All that the county has stored, by table, but for the keys themselves and what every look leaves behind. */
  const stored = async (): Promise<Record<string, string>> => {
    const tables = await app.db.query<{ name: string }>(
      `SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'county_id' AND NOT a.attisdropped
       WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relname NOT IN ('session', 'idempotency_key') ORDER BY 1`,
    );
    const found: Record<string, string> = {};
    for (const { name } of tables) {
      const [row] = await app.db.query<{ digest: string }>(
        `SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') AS digest FROM ${name} t`,
      );
      found[name] = row?.digest ?? '';
    }
    return found;
  };

  it.each(CREATES)('%s', async (route) => {
    const row = rowOf(route);
    const sample = { ...sampleOf(row, world.at), ...(await THAT_DOES_IT[route]?.(world)) };
    const version = await versionNow(app, row, world);
    const { planner } = world.people;
    const before = await stored();

    const without = await sendSample(planner, row, sample, version, null);
    expect([route, without.status, without.code]).toEqual([route, 400, 'key_required']);
    expect(await stored()).toEqual(before);

    const key = randomUUID();
    const [one, other] = await Promise.all([
      sendSample(planner, row, sample, version, key),
      sendSample(planner, row, sample, version, key),
    ]);
    expect([route, one.status < 300, one.text]).toEqual([route, true, one.text]);
    expect([other.status, other.text]).toEqual([one.status, one.text]);
    for (const name of ['etag', 'change-id']) expect(other.headers.get(name)).toBe(one.headers.get(name));
    expect([one, other].filter(({ headers }) => headers.get('idempotent-replay') === 'true')).toHaveLength(1);
    const requests = [one, other].map(({ headers }) => headers.get('x-request-id'));
    const audited = await app.db.query(
      'SELECT DISTINCT request_id FROM audit_event WHERE request_id::text = ANY($1::text[])',
      [requests],
    );
    expect(audited.length).toBeLessThanOrEqual(1);

    const after = await stored();
    const third = await sendSample(planner, row, sample, version, key);
    expect([third.text, third.headers.get('idempotent-replay')]).toEqual([one.text, 'true']);
    const query = { ...sample.query, ...(route.endsWith('/workbook') ? { dryRun: 'false' } : { annat: 'ja' }) };
    const reused = await sendSample(planner, row, { ...sample, query }, version, key);
    expect([route, reused.status, reused.code]).toEqual([route, 422, 'key_reused']);
    expect(await stored()).toEqual(after);
  });
});
