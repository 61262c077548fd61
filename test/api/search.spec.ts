import { pages, paths, type SearchAnswer } from '@samhandling/contracts';
import { startTestApp, type TestApp, type TestClient } from '../support/app.ts';
import { buildOrganisation, buildPlan, type BuiltPlan } from '../support/plan-builder.ts';
import { countQueries } from '../support/query-counter.ts';

describe('the search', () => {
  let app: TestApp;
  let plan: BuiltPlan;
  let reader: TestClient;
  beforeAll(async () => {
    app = await startTestApp();
    plan = await buildPlan(app, {
      title: 'Plan mot spritsmuggling',
      state: 'adopted',
      activities: 8,
      activity: (index) => ({
        text: index === 3 ? 'Erbjuda krögarna kurser i ansvarsfull servering.' : `Träff nummer ${index}.`,
      }),
    });
    await buildOrganisation(app, 'Krögarföreningen', { kind: 'business' });
    reader = await app.person('Rakel Läsare', [{ role: 'reader' }]);
  });
  afterAll(() => app.close());

  const search = async (q: string): Promise<SearchAnswer> =>
    (await reader.get<SearchAnswer>(`${paths.search()}?q=${encodeURIComponent(q)}`)).body;
  const found = async (q: string): Promise<string[]> =>
    (await search(q)).groups.flatMap(({ kind, items }) => items.map(({ title }) => `${kind}: ${title}`));

  it('finds by stem, by the beginning of a word, by name and by reference', async () => {
    const text = 'Erbjuda krögarna kurser i ansvarsfull servering.';
    expect(await found('krögare')).toContain(`activity: ${text}`);
    expect(await found('kurser serv')).toContain(`activity: ${text}`);
    expect(await found('krögarför')).toEqual(['organisation: Krögarföreningen']);
    expect(await found('spritsmugg')).toEqual(['plan: Plan mot spritsmuggling']);
    const [activity] = plan.activities;
    const answer = await search(activity?.reference ?? '');
    expect(answer.groups[0]?.items[0]).toEqual({
      title: activity?.text,
      detail: activity?.reference,
      link: pages.activity(plan.slug, activity?.areaNumber ?? '', activity?.number ?? 0),
    });
  });

  it('finds nothing rather than everything, and stands whatever is typed', async () => {
    for (const q of ['', ' ', 'a', 'och', '%%', '__', '!!', ':*', `'; --`, '"', '-', '((', '\\']) {
      const answer = await reader.get<SearchAnswer>(`${paths.search()}?q=${encodeURIComponent(q)}`);
      expect([q, answer.status, answer.body.groups]).toEqual([q, 200, []]);
    }
    expect((await reader.get(`${paths.search()}?q=${'x'.repeat(201)}`)).status).toBe(400);
  });

  it('sees one county, in one statement', async () => {
    const [other] = await app.db.query<{ id: string }>(`SELECT id FROM county WHERE code = '12'`);
    await buildOrganisation(app, 'Krögarnas riksgille', { countyId: other?.id ?? '' });
    expect(await found('krögarnas riks')).toEqual([]);
    const few = await countQueries(app, () => search('träff'));
    expect(few).toBeLessThanOrEqual(4);
    expect((await app.anonymous().get(`${paths.search()}?q=träff`)).status).toBe(401);
  });
});
