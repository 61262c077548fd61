import {
  paths,
  type CompleteImportAnswer,
  type ImportReview,
  type Plan,
  type ActivityList,
  type Round,
} from '@samhandling/contracts';
import { startTestApp, type TestApp, type TestClient } from '../support/app.ts';

const GOALS = 4;
const PER_GOAL = 50;
const ALL = GOALS * PER_GOAL;

const TEXT = Array.from({ length: GOALS }, (_, goal) =>
  [
    `${goal + 1}. Mål nummer ${goal + 1} för trygga vatten`,
    `${goal + 1}.1 Område för samhandling: Gemensamt arbete ${goal + 1}`,
    ...Array.from({ length: PER_GOAL }, (__, at) =>
      [
        `Aktivitet: ${at + 1}. Märka ut badplats ${goal * PER_GOAL + at + 1} tillsammans med dem som bor där.`,
        'Ansvarig: Länsstyrelsen',
        'Samverkanspartner: -',
        'Uppföljning: Antal märkta badplatser.',
      ].join('\n'),
    ),
  ].join('\n\n'),
).join('\n\n');

/** What the database believes of a table: how many rows, and whether it knows anything of what is in them. */
async function known(app: TestApp, table: string): Promise<{ rows: number; columns: number }> {
  const [row] = await app.db.query<{ rows: number; columns: number }>(
    `SELECT c.reltuples::int AS rows, (SELECT count(*)::int FROM pg_stats s WHERE s.schemaname = 'public' AND s.tablename = c.relname) AS columns
     FROM pg_class c WHERE c.oid = $1::regclass`,
    [table],
  );
  return row ?? { rows: -1, columns: 0 };
}

describe('what the database knows of its own tables', () => {
  let app: TestApp;
  let planner: TestClient;
  let slug = '';
  beforeAll(async () => {
    app = await startTestApp();
    planner = await app.person('Petra', [{ role: 'planner' }]);
  });
  afterAll(() => app.close());

  it('is taken when a plan has come in, and when its round has opened', async () => {
    const { body: review } = await planner.post<ImportReview>(paths.imports(), { text: TEXT });
    const { body: decided } = await planner.patch<ImportReview>(
      paths.import(review.id),
      {
        settings: { title: 'Alla badplatser', theme: 'Vatten', firstYear: 2024, lastYear: 2049 },
        actors: review.actors.map(({ name, proposedKind }) => ({
          name,
          decision: { use: 'new', name, kind: proposedKind },
        })),
        indicators: review.indicators.map(({ key, proposal: { reason: _, ...settings } }) => ({
          key,
          decision: { answer: 'accepted', ...settings },
        })),
      },
      review.version,
    );
    const done = await planner.post<CompleteImportAnswer>(paths.importComplete(review.id), undefined, {
      ifMatch: decided.version,
    });
    slug = done.body.slug;
    expect(await known(app, 'activity')).toMatchObject({ rows: ALL });
    expect((await known(app, 'indicator')).columns).toBeGreaterThan(0);

    const { body: plan } = await planner.get<Plan>(paths.plan(slug));
    const { body: ready } = await planner.patch<Plan>(
      paths.plan(slug),
      { decisionReference: 'Beslut 12' },
      plan.version,
    );
    await planner.post(paths.planTransitions(slug), { transition: 'adopt' }, { ifMatch: ready.version });
    const { body: round } = await planner.post<Round>(paths.planRounds(slug), {
      label: '2025',
      from: '2025-01-01',
      to: '2025-12-31',
      opens: '2025-12-01',
      due: '2026-01-31',
    });
    const opened = await planner.post<Round>(
      paths.roundTransitions(round.id),
      { transition: 'open' },
      { ifMatch: round.version },
    );
    expect(opened.status).toBe(200);
    expect(await known(app, 'follow_up')).toMatchObject({ rows: ALL });
  });

  it('is enough to list all of it at once, straight away', async () => {
    const { status, body } = await planner.get<ActivityList>(`${paths.planActivities(slug)}?pageSize=${ALL}`);
    expect([status, body.items.length]).toEqual([200, ALL]);
  });

  it('is not taken again where nothing has grown, and by nobody but the application', async () => {
    expect(await app.db.query('SELECT refresh_statistics() AS many')).toEqual([{ many: 0 }]);
    expect(
      await app.db.query(
        `SELECT has_function_privilege('samhandling_app', 'refresh_statistics()', 'EXECUTE') AS app,
           has_function_privilege('samhandling_public', 'refresh_statistics()', 'EXECUTE') AS public`,
      ),
    ).toEqual([{ app: true, public: false }]);
  });
});
