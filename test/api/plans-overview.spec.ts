import { paths, type PlanOverview } from '@samhandling/contracts';
import { startTestApp, type TestApp, type TestClient } from '../support/app.ts';
import { buildPlan, buildRound, type BuiltPlan } from '../support/plan-builder.ts';
import { queriesOf } from '../support/query-counter.ts';

describe('the overview of a plan', () => {
  let app: TestApp;
  let reader: TestClient;
  let plan: BuiltPlan;
  beforeAll(async () => {
    app = await startTestApp();
    reader = await app.person('Rakel Läsare', [{ role: 'reader' }]);
    plan = await buildPlan(app, { title: 'Trygga mötesplatser', activities: 8, state: 'adopted' });
    await buildRound(app, plan, {
      label: '2024',
      state: 'in_review',
      followUps: { 0: { judgement: 'on_track', state: 'submitted' } },
    });
  });
  afterAll(() => app.close());

  const get = (query = '') => reader.get<PlanOverview>(`${paths.planOverview(plan.slug)}${query}`);

  it('shows goals, areas and how they stand in the newest round that has begun', async () => {
    await buildRound(app, plan, { label: '2026', state: 'planned' });
    const { status, body } = await get();
    expect(status).toBe(200);
    expect(body.plan).toMatchObject({
      title: 'Trygga mötesplatser',
      theme: 'Trygghet',
      state: 'adopted',
      purposes: ['Samla länets arbete.'],
    });
    expect(body.plan.words.sv.goal.one).toBe('delmål');
    expect(body.round).toMatchObject({ label: '2024', state: 'in_review', versionNumber: 1 });
    expect(body.rounds.map((round) => round.label)).toEqual(['2026', '2024']);
    expect(body.counts).toEqual({
      not_started: 0,
      on_track: 1,
      needs_support: 0,
      completed: 0,
      cancelled: 0,
      notJudged: 7,
      total: 8,
    });
    expect(body.answers).toEqual({ draft: 7, submitted: 1, returned: 0, accepted: 0 });
    expect(body.goals.map((goal) => [goal.number, goal.counts.total, goal.judgement])).toEqual([
      [1, 4, null],
      [2, 4, null],
    ]);
    expect(body.goals[0]?.areas.map((area) => [area.number, area.counts.on_track, area.counts.total])).toEqual([
      ['1.1', 1, 2],
      ['1.2', 0, 2],
    ]);
  });

  it('shows the round asked for, and refuses one the plan does not have', async () => {
    expect((await get('?round=2026')).body.round?.label).toBe('2026');
    const unknown = await get('?round=1999');
    expect(unknown.status).toBe(404);
    expect(unknown.problem.detail).toBe('Planen har ingen uppföljningsomgång med det namnet.');
    const unreadable = await get('?round=%00');
    expect(unreadable.status).toBe(400);
    expect(unreadable.problem.errors?.[0]?.pointer).toMatch(/\/round$/);
  });

  it('is 304 for who has it, and never stale after any change it shows', async () => {
    const changes = [
      `UPDATE follow_up SET judgement = 'needs_support' WHERE activity_id = '${plan.activities[1]?.id}' AND round_id = (SELECT id FROM follow_up_round WHERE label = '2024')`,
      `UPDATE goal_judgement SET judgement = 'at_risk' WHERE goal_id = '${plan.goals[0]?.id}'`,
      `UPDATE follow_up_round SET state = 'open' WHERE label = '2024' AND plan_id = '${plan.planId}'`,
      `UPDATE plan SET words = jsonb_set(words, '{sv,goal,one}', '"insatsområde"') WHERE id = '${plan.planId}'`,
    ];
    for (const change of changes) {
      const first = await get();
      const etag = first.headers.get('etag') ?? '';
      expect(etag).toMatch(/^"[\w-]{22}"$/);
      const again = await reader.get(paths.planOverview(plan.slug), { headers: { 'if-none-match': etag } });
      expect([again.status, again.body]).toEqual([304, undefined]);
      await app.db.query(change);
      const after = await reader.get<PlanOverview>(paths.planOverview(plan.slug), {
        headers: { 'if-none-match': etag },
      });
      expect(after.status).toBe(200);
      expect(after.body).not.toEqual(first.body);
    }
    const { body } = await get();
    expect([
      body.counts.needs_support,
      body.goals[0]?.judgement,
      body.round?.state,
      body.plan.words.sv.goal.one,
    ]).toEqual([1, 'at_risk', 'open', 'insatsområde']);
  });

  it('asks as many questions for 60 activities as for 10, and only two when it remembers', async () => {
    const counts: number[] = [];
    for (const activities of [10, 60]) {
      const built = await buildPlan(app, { activities, state: 'adopted' });
      const first = await queriesOf(app, () => reader.get(paths.planOverview(built.slug)));
      const second = await queriesOf(app, () => reader.get(paths.planOverview(built.slug)));
      counts.push(first.length, second.length);
      expect(first.filter((sql) => sql.includes('FROM goal'))).toHaveLength(1);
    }
    expect(counts).toEqual([5, 2, 5, 2]);
  });

  it('is nowhere to be found for another county, and closed to nobody signed in', async () => {
    const [other] = await app.db.query<{ id: string }>(`SELECT id FROM county WHERE code = '12'`);
    const elsewhere = await app.person('Stina Skåning', [{ role: 'planner' }], other?.id);
    const answer = await elsewhere.get(paths.planOverview(plan.slug));
    expect([answer.status, answer.problem.detail]).toEqual([
      404,
      'Planen finns inte, eller så har du inte tillgång till den.',
    ]);
    expect((await app.anonymous().get(paths.planOverview(plan.slug))).status).toBe(401);
    for (const slug of ['finns-inte', '%00', 'A B', '../x'])
      expect((await reader.get(paths.planOverview(slug))).status).toBe(404);
  });
});
