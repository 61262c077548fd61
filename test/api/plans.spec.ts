import { paths, type Plan, type PlanListItem } from '@samhandling/contracts';
import { DEFAULT_WORDS } from '@samhandling/domain';
import { startTestApp, type TestApp, type TestClient } from '../support/app.ts';
import { buildPlan, buildRound } from '../support/plan-builder.ts';
import { countQueries } from '../support/query-counter.ts';

describe('plans and their settings', () => {
  let app: TestApp;
  let planner: TestClient;
  let reader: TestClient;
  beforeAll(async () => {
    app = await startTestApp();
    planner = await app.person('Petra Planerare', [{ role: 'planner' }]);
    reader = await app.person('Rakel Läsare', [{ role: 'reader' }]);
  });
  afterAll(() => app.close());

  const transition = (client: TestClient, slug: string, name: string, version: number) =>
    client.post<Plan>(paths.planTransitions(slug), { transition: name }, { ifMatch: version });

  it('begins as a draft with the default words', async () => {
    const { status, body } = await planner.post<Plan>(paths.plans(), {
      title: 'Åtgärder för äldre',
      theme: 'Äldre',
      firstYear: 2026,
      lastYear: 2029,
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      slug: 'atgarder-for-aldre',
      state: 'draft',
      version: 1,
      purposes: [],
      recordsNumber: '',
      mayEdit: true,
    });
    expect(body.words).toEqual(DEFAULT_WORDS);
    expect(body.transitions).toEqual([
      {
        name: 'adopt',
        label: 'Anta planen',
        allowed: false,
        reasons: ['Ange vilket beslut som antar planen.', 'Planen har inga aktiviteter än.'],
      },
    ]);
    const backwards = await planner.post(paths.plans(), { title: 'Fel', theme: '', firstYear: 2029, lastYear: 2026 });
    expect([backwards.status, backwards.problem.errors?.[0]?.pointer]).toEqual([422, '/lastYear']);
    const unreadable = await planner.post(paths.plans(), {
      title: ' ',
      theme: 'a\u0001',
      firstYear: '2026',
      lastYear: 99999,
    });
    expect(unreadable.status).toBe(400);
    expect(unreadable.problem.errors?.map((error) => error.pointer)).toEqual([
      '/title',
      '/theme',
      '/firstYear',
      '/firstYear',
      '/firstYear',
      '/lastYear',
    ]);
  });

  it('changes its settings, words included, one version at a time', async () => {
    const { slug } = await buildPlan(app, { title: 'Inställningar' });
    const words = {
      ...DEFAULT_WORDS,
      sv: {
        ...DEFAULT_WORDS.sv,
        activity: { one: 'insats', theOne: 'insatsen', many: 'insatser', theMany: 'insatserna', gender: 'n' },
      },
    };
    const changed = await planner.patch<Plan>(
      paths.plan(slug),
      { title: 'Nya inställningar', purposes: ['Ett', 'Två'], words },
      1,
    );
    expect(changed.body).toMatchObject({
      title: 'Nya inställningar',
      purposes: ['Ett', 'Två'],
      slug,
      version: 2,
      overarchingGoals: ['Ett tryggare län.'],
    });
    expect(changed.body.words.sv.activity.many).toBe('insatser');
    const late = await planner.patch<Plan>(paths.plan(slug), { theme: 'Annat' }, 1);
    expect([late.status, late.problem.current]).toEqual([412, changed.body]);
    const halfWords = await planner.patch(paths.plan(slug), { words: { sv: DEFAULT_WORDS.sv } }, 2);
    expect([halfWords.status, halfWords.problem.errors?.[0]?.pointer]).toEqual([400, '/words/en']);
    const nameless = await planner.patch(
      paths.plan(slug),
      { words: { ...words, en: { ...words.en, goal: { ...words.en.goal, many: '' } } } },
      2,
    );
    expect(nameless.problem.errors?.map((error) => error.pointer)).toEqual(['/words/en/goal/many']);
    const [audit] = await app.db.query<{ changes: object }>(
      `SELECT changes FROM audit_event WHERE entity = 'plan' AND action = 'update'`,
    );
    expect(Object.keys(audit?.changes ?? {}).sort()).toEqual(['purposes', 'title', 'words']);
  });

  it('is adopted when nothing is missing, is read-only then, and closes when no round is open', async () => {
    const plan = await buildPlan(app, { title: 'Antas', activities: 4 });
    expect((await transition(planner, plan.slug, 'close', 1)).problem.detail).toBe(
      '”Avsluta planen” går inte: planen är utkast.',
    );
    const early = await transition(planner, plan.slug, 'adopt', 1);
    expect([early.status, early.problem.detail]).toEqual([409, 'Ange vilket beslut som antar planen.']);
    await planner.patch(paths.plan(plan.slug), { decisionReference: 'Beslut 12' }, 1);
    expect((await transition(planner, plan.slug, 'adopt', 1)).status).toBe(412);
    const adopted = await transition(planner, plan.slug, 'adopt', 2);
    expect(adopted.body).toMatchObject({
      state: 'adopted',
      version: 3,
      mayEdit: false,
      transitions: [{ name: 'close', allowed: true, reasons: [] }],
    });
    const refusal = await planner.patch(paths.plan(plan.slug), { title: 'Nytt namn' }, 3);
    expect([refusal.status, refusal.problem.detail]).toEqual([
      409,
      'Planen är antagen, så dess text kan inte ändras. Ändringar görs genom ett nytt beslut.',
    ]);
    expect((await planner.patch<Plan>(paths.plan(plan.slug), { words: DEFAULT_WORDS }, 3)).body.version).toBe(4);
    await buildRound(app, plan);
    expect((await transition(planner, plan.slug, 'close', 4)).problem.detail).toBe(
      'En uppföljningsomgång är öppen. Fastställ den först.',
    );
    await app.db.query(`UPDATE follow_up_round SET state = 'planned' WHERE plan_id = $1`, [plan.planId]);
    const closed = await transition(planner, plan.slug, 'close', 4);
    expect(closed.body).toMatchObject({ state: 'closed', transitions: [] });
    expect((await planner.patch(paths.plan(plan.slug), { words: DEFAULT_WORDS }, 5)).problem.detail).toBe(
      'Planen är avslutad och kan inte ändras.',
    );
    expect(
      (await planner.post(paths.planTransitions(plan.slug), { transition: 'vanish' }, { ifMatch: 5 })).problem
        .errors?.[0]?.pointer,
    ).toBe('/transition');
  });

  it('does not adopt a plan where an activity has nobody responsible', async () => {
    const plan = await buildPlan(app, { activity: (index) => (index === 2 ? { responsibleIds: [] } : {}) });
    await app.db.query(`UPDATE plan SET decision_reference = 'Beslut 3' WHERE id = $1`, [plan.planId]);
    expect((await planner.get<Plan>(paths.plan(plan.slug))).body.transitions[0]?.reasons).toEqual([
      'Minst en aktivitet saknar ansvarig.',
    ]);
    expect((await transition(planner, plan.slug, 'adopt', 1)).status).toBe(409);
  });

  it('is listed with its size and its round, adopted ones first, in as many questions however many they are', async () => {
    const before = await countQueries(app, () => reader.get(paths.plans()));
    const plan = await buildPlan(app, { title: 'Listad', activities: 7, state: 'adopted' });
    await buildRound(app, plan, { label: '2024' });
    await app.db.query(`UPDATE follow_up_round SET state = 'in_review' WHERE plan_id = $1`, [plan.planId]);
    await buildRound(app, plan, { label: '2025', state: 'planned' });
    const { body } = await reader.get<PlanListItem[]>(paths.plans());
    expect(body.find((item) => item.slug === plan.slug)).toMatchObject({
      title: 'Listad',
      goals: 2,
      activities: 7,
      currentRound: { label: '2024', state: 'in_review' },
    });
    expect(body.map((item) => item.state)).toEqual(
      [...body.map((item) => item.state)].sort(
        (a, b) => ['adopted', 'draft', 'closed'].indexOf(a) - ['adopted', 'draft', 'closed'].indexOf(b),
      ),
    );
    expect(await countQueries(app, () => reader.get(paths.plans()))).toBe(before);
  });

  it('lets readers read and tells them what they lack, and hides from another county', async () => {
    const { slug } = await buildPlan(app);
    const seen = await reader.get<Plan>(paths.plan(slug));
    expect(seen.body).toMatchObject({ mayEdit: false, transitions: [{ name: 'adopt', allowed: false }] });
    expect(seen.body.transitions[0]?.reasons).toContain('Bara en planerare i länet kan göra detta.');
    expect((await reader.patch(paths.plan(slug), { title: 'x' }, 1)).problem.detail).toBe(
      'Din roll ger inte rätt att ändra planen.',
    );
    expect((await transition(reader, slug, 'adopt', 1)).problem.detail).toBe('Din roll ger inte rätt att anta planen.');
    const english = await reader.send<unknown>('PATCH', paths.plan(slug), {
      body: { title: 'x' },
      ifMatch: 1,
      headers: { 'accept-language': 'en' },
    });
    expect(english.problem.detail).toBe('Your role does not give you the right to edit the plan.');
    const [county] = await app.db.query<{ id: string }>(`SELECT id FROM county WHERE code = '12'`);
    const elsewhere = await app.person('Stina', [{ role: 'planner' }], county?.id);
    for (const path of [
      paths.plan(slug),
      paths.planStructure(slug),
      paths.planSummary(slug),
      paths.planActivities(slug),
      paths.planActivity(slug, '1.1', 1),
    ])
      expect([path, (await elsewhere.get(path)).status]).toEqual([path, 404]);
    expect((await elsewhere.patch(paths.plan(slug), { title: 'Stulen' }, 1)).status).toBe(404);
    expect((await elsewhere.get<PlanListItem[]>(paths.plans())).body).toEqual([]);
  });
});
