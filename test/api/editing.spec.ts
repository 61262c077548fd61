import {
  paths,
  type Indicator,
  type PlanOverview,
  type PlanStructure,
  type StructureActivity,
  type StructureArea,
  type StructureGoal,
} from '@samhandling/contracts';
import { v7 as newId } from 'uuid';
import { startTestApp, type TestApp, type TestClient } from '../support/app.ts';
import { buildOrganisation, buildPlan, type BuiltPlan } from '../support/plan-builder.ts';
import { countQueries } from '../support/query-counter.ts';

describe('editing a plan', () => {
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
  ) =>
    planner.post<PlanStructure>(
      paths.planOrder(plan.slug),
      { kind, id, parentId, index },
      { ifMatch: (await structure(plan)).orderVersion },
    );

  it('builds a plan from nothing', async () => {
    await planner.post(paths.plans(), { title: 'Från grunden', theme: '', firstYear: 2026, lastYear: 2027 });
    const goal = await planner.post<StructureGoal>(paths.planGoals('fran-grunden'), {
      title: 'Trygga barn',
      code: 'F',
      tips: ['Öppna förskolan'],
    });
    expect([goal.status, goal.body]).toEqual([
      201,
      {
        id: expect.any(String) as unknown,
        version: 1,
        number: 1,
        code: 'F',
        title: 'Trygga barn',
        tips: ['Öppna förskolan'],
        areas: [],
      },
    ]);
    const first = await planner.post<StructureArea>(paths.areas(), { goalId: goal.body.id, title: 'Skolan' });
    const second = await planner.post<StructureArea>(paths.areas(), { goalId: goal.body.id, title: 'Fritiden' });
    expect([first.body.number, second.body.number]).toEqual(['1.1', '1.2']);
    const later = await planner.post<StructureActivity>(paths.activities(), {
      areaId: second.body.id,
      text: 'Ordna läger.',
    });
    const earlier = await planner.post<StructureActivity>(paths.activities(), {
      areaId: first.body.id,
      text: 'Besök skolor.',
    });
    expect([later.body.reference, earlier.body.reference]).toEqual(['1.2/1', '1.1/1']);
    expect((await planner.get<StructureActivity>(paths.activity(later.body.id))).body.reference).toBe('1.2/2');
    const indicator = await planner.post<Indicator>(paths.indicators(), {
      activityId: earlier.body.id,
      text: 'Antal besökta skolor per kommun.',
    });
    expect(indicator.body).toMatchObject({ kind: 'count', settled: false, definitionVersion: 1, combinePlaces: 'sum' });
    const built = (await planner.get<PlanStructure>(paths.planStructure('fran-grunden'))).body;
    expect(built.goals[0]?.areas.map((area) => area.activities.map((one) => one.indicators.length))).toEqual([
      [1],
      [0],
    ]);
    expect(built.goals[0]?.areas[0]?.activities[0]).toMatchObject({ mayEdit: true, lockedReason: '' });
  });

  it('changes titles, texts and actors, refuses the stale with what stands, and audits', async () => {
    const plan = await buildPlan(app);
    const [activity] = plan.activities;
    const id = activity?.id ?? '';
    const group = await buildOrganisation(app, 'Beredningsgruppen', { kind: 'group' });
    const changed = await planner.patch<StructureActivity>(
      paths.activity(id),
      {
        text: 'Ny text\nmed rader ',
        responsibleIds: [plan.partner.id, plan.responsible.id, plan.partner.id],
        partnerIds: [],
        responsibleGroupId: group.id,
        openEnded: true,
        recurrence: 'once',
        firstYear: 2025,
        lastYear: 2026,
      },
      1,
    );
    expect(changed.body).toMatchObject({
      text: 'Ny text\nmed rader ',
      responsible: [plan.partner, plan.responsible],
      partners: [],
      responsibleGroup: group,
      openEnded: true,
      recurrence: 'once',
      firstYear: 2025,
      lastYear: 2026,
      version: 2,
    });
    const late = await planner.patch<StructureActivity>(paths.activity(id), { text: 'För sent' }, 1);
    expect([late.status, late.problem.current]).toEqual([412, changed.body]);
    expect((await planner.patch(paths.activity(id), { text: 'x' })).status).toBe(428);
    const [audit] = await app.db.query<{ changes: Record<string, unknown>; person_id: string }>(
      'SELECT changes, person_id FROM audit_event WHERE entity_id = $1',
      [id],
    );
    expect(Object.keys(audit?.changes ?? {}).sort()).toEqual([
      'firstYear',
      'lastYear',
      'openEnded',
      'partners',
      'recurrence',
      'responsible',
      'responsibleGroup',
      'text',
    ]);
    expect(audit?.person_id).toBe(planner.session?.person.id);
    const goal = await planner.patch<StructureGoal>(
      paths.goal(plan.goals[0]?.id ?? ''),
      { title: 'Annat mål', code: null, tips: ['Ett', 'Två'] },
      1,
    );
    expect(goal.body).toMatchObject({ title: 'Annat mål', tips: ['Ett', 'Två'], version: 2, number: 1 });
    const area = await planner.patch<StructureArea>(paths.area(plan.areas[0]?.id ?? ''), { title: 'Annat område' }, 1);
    expect(area.body).toMatchObject({ title: 'Annat område', number: '1.1', version: 2 });
    expect(area.body.activities[0]?.text).toBe('Ny text\nmed rader ');
  });

  it('refuses what cannot be, at the field', async () => {
    const plan = await buildPlan(app);
    const id = plan.activities[0]?.id ?? '';
    const refusals: [body: object, status: number, pointer: string][] = [
      [{ text: ' ' }, 400, '/text'],
      [{ text: null }, 400, '/text'],
      [{ text: 'x'.repeat(20_001) }, 400, '/text'],
      [{ text: 'a\u0000b' }, 400, '/text'],
      [{ recurrence: 'sometimes' }, 400, '/recurrence'],
      [{ responsibleIds: ['x'] }, 400, '/responsibleIds'],
      [{ number: 7 }, 400, '/number'],
      [{ firstYear: 2026, lastYear: 2025 }, 422, '/lastYear'],
      [{ responsibleIds: [plan.partner.id, newId()] }, 422, '/responsibleIds/1'],
      [{ responsibleGroupId: newId() }, 422, '/responsibleGroupId'],
    ];
    for (const [body, status, pointer] of refusals) {
      const answer = await planner.patch(paths.activity(id), body, 1);
      expect([body, answer.status, answer.problem.errors?.[0]?.pointer]).toEqual([body, status, pointer]);
    }
    expect(
      (await planner.post(paths.areas(), { goalId: newId(), title: 'Utan mål' })).problem.errors?.[0]?.pointer,
    ).toBe('/goalId');
    expect((await planner.patch(paths.activity(newId()), { text: 'x' }, 1)).status).toBe(404);
    expect((await planner.get<StructureActivity>(paths.activity(id))).body.version).toBe(1);
  });

  it('deletes with all below, numbers what follows anew, and leaves no indicator behind', async () => {
    const plan = await buildPlan(app, { activities: 8 });
    expect((await planner.delete(paths.activity(plan.activities[0]?.id ?? ''))).status).toBe(428);
    expect((await planner.delete(paths.activity(plan.activities[0]?.id ?? ''), 5)).status).toBe(412);
    expect((await planner.delete(paths.activity(plan.activities[0]?.id ?? ''), 1)).status).toBe(204);
    expect(printed(await structure(plan))[0]).toBe('1 1: 1.1[12] 1.2[23 34]');
    expect((await planner.delete(paths.area(plan.areas[0]?.id ?? ''), 1)).status).toBe(204);
    expect(printed(await structure(plan))[0]).toBe('1 1: 1.1[13 24]');
    expect((await planner.delete(paths.goal(plan.goals[0]?.id ?? ''), 1)).status).toBe(204);
    expect(printed(await structure(plan))).toEqual(['1 2: 1.1[15 26] 1.2[37 48]']);
    const [left] = await app.db.query<{ count: number }>('SELECT count(*)::int FROM indicator WHERE plan_id = $1', [
      plan.planId,
    ]);
    expect(left?.count).toBe(4);
    const indicator = plan.activities[4]?.indicatorIds[0] ?? '';
    expect((await planner.delete(paths.indicator(indicator), 1)).status).toBe(204);
    expect((await planner.get(paths.indicator(indicator))).status).toBe(404);
  });

  it('settles indicators: a new way of measuring makes a new version of the definition', async () => {
    const plan = await buildPlan(app, {
      state: 'adopted',
      activity: () => ({
        indicators: [
          {
            text: 'Antal.',
            kind: 'count',
            unit: '',
            decimals: 0,
            breakdown: 'none',
            direction: 'none',
            target: null,
            settled: false,
          },
        ],
      }),
    });
    const id = plan.activities[0]?.indicatorIds[0] ?? '';
    const target = await planner.patch<Indicator>(
      paths.indicator(id),
      { target: 12.5, direction: 'up', smallNumberThreshold: 5 },
      1,
    );
    expect(target.body).toMatchObject({
      target: 12.5,
      direction: 'up',
      smallNumberThreshold: 5,
      settled: true,
      definitionVersion: 1,
      version: 2,
    });
    const unit = await planner.patch<Indicator>(paths.indicator(id), { unit: 'träffar', kind: 'measure' }, 2);
    expect(unit.body).toMatchObject({ unit: 'träffar', kind: 'measure', definitionVersion: 2, version: 3 });
    const open = await planner.patch<Indicator>(paths.indicator(id), { target: null, settled: false }, 3);
    expect(open.body).toMatchObject({ target: null, settled: false, definitionVersion: 2 });
    const text = await planner.patch<Indicator>(paths.indicator(id), { text: 'Annan text.' }, 4);
    expect([text.status, text.problem.errors?.[0]?.pointer]).toEqual([409, '/text']);
    expect(
      (await planner.patch(paths.indicator(id), { kind: 'text', bySex: true }, 4)).problem.errors?.map(
        (error) => error.pointer,
      ),
    ).toEqual(['/smallNumberThreshold']);
    for (const [field, value] of [
      ['decimals', 5],
      ['target', 1e13],
      ['target', 'tolv'],
      ['smallNumberThreshold', 1],
      ['kind', 'number'],
      ['definitionVersion', 9],
    ] as const) {
      expect((await planner.patch(paths.indicator(id), { [field]: value }, 4)).problem.errors?.[0]?.pointer).toBe(
        `/${field}`,
      );
    }
    expect((await planner.patch(paths.indicator(id), { target: 1 }, 1)).status).toBe(412);
  });

  it('refuses every change of an adopted plan, in words, and leaves it as it is', async () => {
    const plan = await buildPlan(app, { state: 'adopted' });
    const before = await structure(plan);
    const refusals = [
      await planner.post(paths.planGoals(plan.slug), { title: 'Nytt' }),
      await planner.post(paths.areas(), { goalId: plan.goals[0]?.id, title: 'Nytt' }),
      await planner.post(paths.activities(), { areaId: plan.areas[0]?.id, text: 'Nytt' }),
      await planner.post(paths.indicators(), { activityId: plan.activities[0]?.id, text: 'Nytt' }),
      await planner.patch(paths.goal(plan.goals[0]?.id ?? ''), { title: 'Nytt' }, 1),
      await planner.patch(paths.area(plan.areas[0]?.id ?? ''), { title: 'Nytt' }, 1),
      await planner.patch(paths.activity(plan.activities[0]?.id ?? ''), { partnerIds: [] }, 1),
      await planner.delete(paths.activity(plan.activities[0]?.id ?? ''), 1),
      await planner.delete(paths.indicator(plan.activities[0]?.indicatorIds[0] ?? ''), 1),
      await move(plan, 'goal', plan.goals[1]?.id, null, 0),
    ];
    expect(refusals.map((answer) => [answer.status, answer.problem.detail])).toEqual(
      refusals.map(() => [
        409,
        'Planen är antagen, så dess text kan inte ändras. Ändringar görs genom ett nytt beslut.',
      ]),
    );
    expect(await structure(plan)).toEqual(before);
    expect(before.goals[0]?.areas[0]?.activities[0]).toMatchObject({
      mayEdit: false,
      lockedReason: 'Planen är antagen, så dess text kan inte ändras. Ändringar görs genom ett nytt beslut.',
    });
  });

  it('is for planners of the county only', async () => {
    const plan = await buildPlan(app);
    const reporter = await app.person('Rune Rapportör', [{ role: 'reporter', organisationId: plan.responsible.id }]);
    const [county] = await app.db.query<{ id: string }>(`SELECT id FROM county WHERE code = '12'`);
    const elsewhere = await app.person('Stina', [{ role: 'planner' }], county?.id);
    const tries = (client: TestClient) => [
      () => client.post(paths.planGoals(plan.slug), { title: 'Nytt' }),
      () => client.patch(paths.goal(plan.goals[0]?.id ?? ''), { title: 'Nytt' }, 1),
      () => client.patch(paths.area(plan.areas[0]?.id ?? ''), { title: 'Nytt' }, 1),
      () => client.patch(paths.activity(plan.activities[0]?.id ?? ''), { text: 'Nytt' }, 1),
      () => client.patch(paths.indicator(plan.activities[0]?.indicatorIds[0] ?? ''), { target: 1 }, 1),
      () => client.delete(paths.goal(plan.goals[0]?.id ?? ''), 1),
      () =>
        client.post(
          paths.planOrder(plan.slug),
          { kind: 'goal', id: plan.goals[1]?.id, parentId: null, index: 0 },
          { ifMatch: 1 },
        ),
    ];
    for (const attempt of tries(reporter)) {
      const { status, problem } = await attempt();
      expect([status, problem.detail]).toEqual([403, 'Din roll ger inte rätt att ändra planen.']);
    }
    for (const attempt of tries(elsewhere)) expect((await attempt()).status).toBe(404);
    const foreign = await buildOrganisation(app, 'Skånsk organisation', { countyId: county?.id ?? '' });
    expect(
      (await planner.patch(paths.activity(plan.activities[0]?.id ?? ''), { responsibleIds: [foreign.id] }, 1)).problem
        .errors?.[0]?.pointer,
    ).toBe('/responsibleIds/0');
    expect((await reporter.get<PlanStructure>(paths.planStructure(plan.slug))).body.plan.mayEdit).toBe(false);
  });

  it('shows at once in the overview, and the structure asks one question whatever its size', async () => {
    const plan = await buildPlan(app);
    const titles = async () =>
      (await planner.get<PlanOverview>(paths.planOverview(plan.slug))).body.goals.map((goal) => goal.title);
    expect(await titles()).toEqual(['Mål nummer 1', 'Mål nummer 2']);
    await planner.patch(paths.goal(plan.goals[0]?.id ?? ''), { title: 'Nytt mål' }, 1);
    expect(await titles()).toEqual(['Nytt mål', 'Mål nummer 2']);
    await move(plan, 'goal', plan.goals[0]?.id, null, 1);
    expect(await titles()).toEqual(['Mål nummer 2', 'Nytt mål']);
    const large = await buildPlan(app, { activities: 60 });
    expect(await countQueries(app, () => planner.get(paths.planStructure(plan.slug)))).toBe(4);
    expect(await countQueries(app, () => planner.get(paths.planStructure(large.slug)))).toBe(4);
  });
});
