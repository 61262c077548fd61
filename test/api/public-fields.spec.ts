import { PUBLIC_FIELDS, type PublicView } from '../../api/src/public/public-fields.ts';
import { startTestApp, type TestApp } from '../support/app.ts';

/** What the tables behind the views hold that the public does not read. A new column stands in one of the two lists, or the test fails. */
const KEPT: Partial<Record<PublicView, readonly string[]>> = {
  county: [],
  plan: ['county_id', 'order_version', 'predecessor_id', 'version'],
  goal: ['county_id', 'tips', 'version'],
  area: ['county_id', 'version'],
  activity: ['county_id', 'responsible_group_id', 'search', 'version'],
  activity_actor: ['id', 'county_id', 'organisation_id'],
  activity_indicator: ['id', 'county_id'],
};
/** What a view adds to its table: counted, joined or said in other words. */
const ADDED: Partial<Record<PublicView, readonly string[]>> = {
  county: ['plans', 'edition'],
  plan: ['published_at'],
  activity: ['responsible_group'],
  activity_actor: ['name'],
  activity_indicator: ['text'],
};

describe('the list of public fields', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  const columnsOf = async (schema: string, table: string): Promise<string[]> => {
    const rows = await app.db.query<{ name: string }>(
      `SELECT column_name AS name FROM information_schema.columns WHERE table_schema = $1 AND table_name = $2`,
      [schema, table],
    );
    return rows.map(({ name }) => name).sort();
  };

  it.each(Object.keys(PUBLIC_FIELDS) as PublicView[])('says what the view %s shows, and nothing else', async (view) => {
    expect(await columnsOf('published', view)).toEqual([...PUBLIC_FIELDS[view]].sort());
  });

  it.each(Object.keys(KEPT) as PublicView[])('has decided on every column of the table %s', async (view) => {
    const added = ADDED[view] ?? [];
    const shown = PUBLIC_FIELDS[view].filter((column) => !added.includes(column));
    expect(await columnsOf('public', view)).toEqual([...shown, ...(KEPT[view] ?? [])].sort());
  });

  it('is of views behind a barrier, each made of columns by name', async () => {
    const views = await app.db.query<{ name: string; barrier: boolean }>(
      `SELECT c.relname AS name, coalesce('security_barrier=true' = ANY (c.reloptions), false) AS barrier
       FROM pg_class c WHERE c.relnamespace = 'published'::regnamespace AND c.relkind = 'v'`,
    );
    expect(views).toHaveLength(Object.keys(PUBLIC_FIELDS).length);
    expect(views.filter(({ barrier }) => !barrier)).toEqual([]);
  });
});
