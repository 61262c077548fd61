import { paths, type PlanStructure } from '@samhandling/contracts';
import { v7 as newId } from 'uuid';
import { startTestApp, type TestApp, type TestClient } from '../support/app.ts';
import { buildPlan, type BuiltPlan } from '../support/plan-builder.ts';

describe('the order of a plan', () => {
  let app: TestApp;
  let planner: TestClient;
  beforeAll(async () => {
    app = await startTestApp();
    planner = await app.person('Petra Planerare', [{ role: 'planner' }]);
  });
  afterAll(() => app.close());

  const structure = async (plan: BuiltPlan) => (await planner.get<PlanStructure>(paths.planStructure(plan.slug))).body;
  const printed = ({ goals }: PlanStructure) =>
    goals.map(
      (goal) =>
        `${goal.number} ${goal.title.replace('Mål nummer ', '')}: ${goal.areas.map((area) => `${area.number}[${area.activities.map((one) => `${one.number}${/\d+/.exec(one.text)?.[0] ?? one.text}`).join(' ')}]`).join(' ')}`,
    );
  const move = async (
    plan: BuiltPlan,
    kind: string,
    id: string | undefined,
    parentId: string | null | undefined,
    index: number,
    seen?: number,
  ) =>
    planner.post<PlanStructure>(
      paths.planOrder(plan.slug),
      { kind, id, parentId, index },
      { ifMatch: seen ?? (await structure(plan)).orderVersion },
    );

  it('moves activities within a goal, over to another and back, and prints only those goals anew', async () => {
    const plan = await buildPlan(app, { activities: 8 });
    expect(printed(await structure(plan))).toEqual(['1 1: 1.1[11 22] 1.2[33 44]', '2 2: 2.1[15 26] 2.2[37 48]']);
    const [first] = plan.activities;
    const within = await move(plan, 'activity', first?.id, plan.areas[0]?.id, 1);
    expect([within.status, printed(within.body)[0]]).toEqual([200, '1 1: 1.1[12 21] 1.2[33 44]']);
    const over = await move(plan, 'activity', first?.id, plan.areas[3]?.id, 0);
    expect(printed(over.body)).toEqual(['1 1: 1.1[12] 1.2[23 34]', '2 2: 2.1[15 26] 2.2[31 47 58]']);
    const moved = over.body.goals[1]?.areas[1]?.activities[0];
    expect([moved?.id, moved?.reference, moved?.version]).toEqual([first?.id, '2.2/3', 1]);
    const [row] = await app.db.query<{ goal_id: string }>('SELECT goal_id FROM activity WHERE id = $1', [first?.id]);
    expect(row?.goal_id).toBe(plan.goals[1]?.id);
    expect(printed((await move(plan, 'activity', first?.id, plan.areas[0]?.id, 99)).body)).toEqual([
      '1 1: 1.1[12 21] 1.2[33 44]',
      '2 2: 2.1[15 26] 2.2[37 48]',
    ]);
  });

  it('moves areas and goals with all that is in them', async () => {
    const plan = await buildPlan(app, { activities: 8 });
    const area = await move(plan, 'area', plan.areas[0]?.id, plan.goals[1]?.id, 1);
    expect(printed(area.body)).toEqual(['1 1: 1.1[13 24]', '2 2: 2.1[15 26] 2.2[31 42] 2.3[57 68]']);
    const goal = await move(plan, 'goal', plan.goals[1]?.id, null, 0);
    expect(printed(goal.body)).toEqual(['1 2: 1.1[15 26] 1.2[31 42] 1.3[57 68]', '2 1: 2.1[13 24]']);
    const [audit] = await app.db.query<{ changes: object }>(`SELECT changes FROM audit_event WHERE entity_id = $1`, [
      plan.goals[1]?.id,
    ]);
    expect(audit?.changes).toEqual({ index: { old: 1, new: 0 } });
  });

  it('keeps the numbers a plan was printed with where nothing moved', async () => {
    const plan = await buildPlan(app, { activities: 8 });
    await app.db.query(`UPDATE activity SET number = number + 20 WHERE goal_id = $1`, [plan.goals[0]?.id]);
    const moved = await move(plan, 'activity', plan.activities[4]?.id, plan.areas[2]?.id, 1);
    expect(printed(moved.body)).toEqual(['1 1: 1.1[211 222] 1.2[233 244]', '2 2: 2.1[16 25] 2.2[37 48]']);
  });

  it('moves indicators, but not one that activities share', async () => {
    const plan = await buildPlan(app);
    const [first, second, third] = plan.activities;
    const indicator = first?.indicatorIds[0];
    const moved = await move(plan, 'indicator', indicator, second?.id, 0);
    expect(
      moved.body.goals.flatMap((goal) =>
        goal.areas.flatMap((area) => area.activities.map((one) => one.indicators.length)),
      ),
    ).toEqual([0, 2, 1, 1]);
    await app.db.query(
      `INSERT INTO activity_indicator (id, county_id, plan_id, activity_id, indicator_id, position) VALUES ($1, $2, $3, $4, $5, 5)`,
      [newId(), app.countyId, plan.planId, third?.id, indicator],
    );
    const refusal = await move(plan, 'indicator', indicator, first?.id, 0);
    expect([refusal.status, refusal.problem.errors?.[0]?.code]).toEqual([422, 'shared']);
    expect((await move(plan, 'indicator', indicator, third?.id, 0)).status).toBe(200);
  });

  it('refuses moves to nowhere', async () => {
    const [plan, other] = [await buildPlan(app), await buildPlan(app)];
    expect((await move(plan, 'area', plan.areas[0]?.id, other.goals[0]?.id, 0)).problem.errors?.[0]?.pointer).toBe(
      '/parentId',
    );
    expect((await move(plan, 'area', plan.areas[0]?.id, null, 0)).problem.errors?.[0]?.pointer).toBe('/parentId');
    expect(
      (await move(plan, 'activity', other.activities[0]?.id, plan.areas[0]?.id, 0)).problem.errors?.[0]?.pointer,
    ).toBe('/id');
    expect((await move(plan, 'goal', plan.goals[0]?.id, null, -1)).problem.errors?.[0]?.pointer).toBe('/index');
    expect((await move(plan, 'plan', plan.planId, null, 0)).problem.errors?.[0]?.pointer).toBe('/kind');
  });

  it('keeps the order whole when two move at once', async () => {
    const plan = await buildPlan(app, { activities: 8 });
    const answers = await Promise.all(
      plan.activities.map((activity, index) => move(plan, 'activity', activity.id, plan.areas[index % 4]?.id, 0, 1)),
    );
    // One was first; the others had seen an order that no longer stood, and are told how it stands.
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const after = await structure(plan);
    const late = answers.filter(({ status }) => status !== 200);
    expect(late.map(({ status, problem }) => [status, problem.current])).toEqual(late.map(() => [412, after]));
    for (const goal of after.goals)
      expect(goal.areas.flatMap((area) => area.activities.map((one) => one.number))).toEqual(
        goal.areas.flatMap((area) => area.activities).map((_, index) => index + 1),
      );
  });
});
