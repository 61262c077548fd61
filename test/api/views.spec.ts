import { paths, type SavedView } from '@samhandling/contracts';
import { startTestApp, type TestApp, type TestClient } from '../support/app.ts';
import { buildPlan, type BuiltPlan } from '../support/plan-builder.ts';

describe('saved views', () => {
  let app: TestApp;
  let plan: BuiltPlan;
  let planner: TestClient;
  let reader: TestClient;
  beforeAll(async () => {
    app = await startTestApp();
    plan = await buildPlan(app, { state: 'adopted' });
    planner = await app.person('Petra Planerare', [{ role: 'planner' }]);
    reader = await app.person('Rakel Läsare', [{ role: 'reader' }]);
  });
  afterAll(() => app.close());

  const input = (name: string, more: object = {}) => ({
    page: 'activities',
    planSlug: plan.slug,
    name,
    query: 'judgement=needs_support&sort=updated',
    ...more,
  });
  const list = async (client: TestClient): Promise<SavedView[]> =>
    (await client.get<SavedView[]>(`${paths.views()}?page=activities&plan=${plan.slug}`)).body;

  it('are one’s own until somebody who may shares them with the county', async () => {
    const mine = await reader.post<SavedView>(paths.views(), input(' Behöver stöd '));
    expect(mine.status).toBe(201);
    expect(mine.body).toMatchObject({ name: 'Behöver stöd', isShared: false, mayEdit: true, version: 1 });
    expect((await list(planner)).map(({ name }) => name)).toEqual([]);
    const refused = await reader.post<SavedView>(paths.views(), input('Till alla', { isShared: true }));
    expect([refused.status, refused.problem.detail]).toEqual([
      403,
      'Din roll ger inte rätt att spara vyer för hela länet.',
    ]);
    const shared = await planner.post<SavedView>(paths.views(), input('Allas', { isShared: true }));
    expect((await list(reader)).map(({ name, mayEdit }) => [name, mayEdit])).toEqual([
      ['Allas', false],
      ['Behöver stöd', true],
    ]);
    expect((await reader.delete(paths.view(shared.body.id), 1)).status).toBe(403);
    // Somebody else's own does not exist for me.
    expect((await planner.patch(paths.view(mine.body.id), { name: 'Min nu' }, 1)).status).toBe(404);
  });

  it('are changed from the version one has, and go away', async () => {
    const made = await reader.post<SavedView>(paths.views(), input('Under arbete'));
    const changed = await reader.patch<SavedView>(paths.view(made.body.id), { query: 'judgement=none' }, 1);
    expect(changed.body).toMatchObject({ query: 'judgement=none', version: 2 });
    const late = await reader.patch<SavedView>(paths.view(made.body.id), { name: 'För sent' }, 1);
    expect([late.status, (late.problem.current as SavedView).query]).toEqual([412, 'judgement=none']);
    expect((await reader.post(paths.views(), input('under ARBETE'))).problem.detail).toBe(
      'Du har redan en vy med det namnet.',
    );
    expect((await reader.delete(paths.view(made.body.id), 2)).status).toBe(204);
    expect((await list(reader)).some(({ id }) => id === made.body.id)).toBe(false);
  });

  it('open a list for the county or for me, one of each', async () => {
    const first = await planner.post<SavedView>(
      paths.views(),
      input('Först', { isShared: true, isCountyDefault: true }),
    );
    const second = await planner.post<SavedView>(
      paths.views(),
      input('Sen', { isShared: true, isCountyDefault: true }),
    );
    const defaults = (await list(reader)).filter(({ isCountyDefault }) => isCountyDefault);
    expect(defaults.map(({ id }) => id)).toEqual([second.body.id]);
    const put = (viewId: string | null, instead: string | null, page = 'activities') =>
      reader.put<SavedView[]>(paths.viewDefault(), { page, planSlug: plan.slug, viewId, instead });
    const mine = await put(first.body.id, null);
    expect(mine.body.filter(({ isMyDefault }) => isMyDefault)).toMatchObject([{ name: 'Först' }]);
    expect((await list(planner)).some(({ isMyDefault }) => isMyDefault)).toBe(false);
    const late = await put(second.body.id, null);
    expect([late.status, late.problem.current]).toEqual([412, await list(reader)]);
    expect((await put(null, first.body.id)).body.some(({ isMyDefault }) => isMyDefault)).toBe(false);
    const wrong = await put(first.body.id, null, 'events');
    expect([wrong.status, wrong.problem.errors?.[0]?.pointer]).toEqual([422, '/viewId']);
  });

  it('hold a query and nothing that leads elsewhere', async () => {
    for (const query of ['https://example.org"', '<script>', 'a b', 'x\ny', 'x'.repeat(2001)]) {
      const answer = await reader.post(paths.views(), input('Fel', { query }));
      expect([query.slice(0, 10), answer.status, answer.problem.errors?.[0]?.pointer]).toEqual([
        query.slice(0, 10),
        400,
        '/query',
      ]);
    }
    expect((await reader.post(paths.views(), input('Fel', { planSlug: 'finns-inte' }))).status).toBe(422);
  });
});
