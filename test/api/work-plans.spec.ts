import {
  paths,
  type Need,
  type NeedsResults,
  type WorkPlan,
  type WorkPlanList,
  type WorkPlanMaterial,
} from '@samhandling/contracts';
import { startTestApp, type TestApp, type TestClient } from '../support/app.ts';
import { linkOf, must, openInventory, textAnswer } from '../support/needs.ts';
import { buildOrganisation, buildPlan, type BuiltPlan } from '../support/plan-builder.ts';
import { countQueries } from '../support/query-counter.ts';

describe('the work plan', () => {
  let app: TestApp;
  let planner: TestClient;
  let member: TestClient;
  let plan: BuiltPlan;
  beforeAll(async () => {
    app = await startTestApp();
    planner = await app.person('Petra Planerare', [{ role: 'planner' }]);
    member = await app.person('Greta Gruppmedlem', [{ role: 'group_member' }]);
    plan = await buildPlan(app, { title: 'Plan för trygghet', state: 'adopted' });
  });
  afterAll(() => app.close());

  const add = async (workPlan: Pick<WorkPlan, 'id'>, body: object) =>
    must(await planner.post<WorkPlan>(paths.workPlanItems(workPlan.id), body));
  const read = async (id: string) => must(await planner.get<WorkPlan>(paths.workPlan(id)));
  const material = async (id: string) => must(await planner.get<WorkPlanMaterial>(paths.workPlanMaterial(id)));
  const take = (workPlan: Pick<WorkPlan, 'id' | 'version'>, body: object) =>
    planner.post<WorkPlan>(paths.workPlanTransitions(workPlan.id), body, { ifMatch: workPlan.version });

  it('takes a year from needs to a decided plan, and what is left to the next', async () => {
    const organisation = await buildOrganisation(app, 'Kommunen');
    const { inventory, invitations } = await openInventory(app, planner, {
      countyId: app.countyId,
      planId: plan.planId,
      slug: plan.slug,
      isAnonymous: false,
      members: [
        { name: 'Ada Ek', organisationId: organisation.id },
        { name: 'Bo Al', organisationId: organisation.id },
      ],
    });
    const question = inventory.questions[0]?.id ?? '';
    for (const [at, text] of ['Utbildning i samtal', 'En utbildning om samtal med unga'].entries())
      must(await (await linkOf(app, planner, invitations.items[at]?.id ?? '')).save([textAnswer(question, text)], 0));
    // A named one shows who, also while it is open, and proposes what is alike.
    const results = must(await member.get<NeedsResults>(paths.needsResults(inventory.id)));
    expect(results.sums[0]?.texts?.map(({ from }) => from).sort()).toEqual(['Ada Ek, Kommunen', 'Bo Al, Kommunen']);
    expect(results.proposals).toMatchObject([{ words: ['utbildning', 'samtal'].sort() }]);
    const need = must(
      await planner.post<Need>(paths.inventoryNeeds(inventory.id), {
        title: 'Utbildning i samtal',
        textIds: results.proposals[0]?.textIds,
      }),
    );
    const spare = must(await planner.post<Need>(paths.inventoryNeeds(inventory.id), { title: 'En buss' }));
    const wrong = await planner.post(paths.inventoryNeeds(inventory.id), { title: 'Fel', textIds: [need.id] });
    expect(wrong.problem.errors?.map(({ pointer }) => pointer)).toEqual(['/textIds']);

    const draft = must(await planner.post<WorkPlan>(paths.planWorkPlans(plan.slug), { year: 2026 }));
    expect(draft.transitions).toMatchObject([{ name: 'decide', allowed: false }]);
    expect((await material(draft.id)).needs.map(({ title }) => title)).toEqual(['En buss', 'Utbildning i samtal']);
    await add(draft, {
      needId: need.id,
      amountKronor: 25_000,
      fromDay: '2026-03-01',
      toDay: '2026-05-31',
      isByMonth: true,
    });
    await add(draft, { activityId: plan.activities[0]?.id });
    const own = await add(draft, { title: 'En egen insats', responsibleName: 'Ada Ek' });
    expect(own.sums).toMatchObject({
      items: 3,
      withAmount: 1,
      kronor: 25_000,
      withTime: 1,
      fromNeeds: 1,
      withResponsible: 2,
    });
    const chosen = await material(draft.id);
    expect(chosen.needs.map(({ title }) => title)).toEqual(['En buss']);
    expect(chosen.yearly.some(({ id }) => id === plan.activities[0]?.id)).toBe(false);
    // Declined with a reason that everybody in the group can read; chosen twice it is refused.
    const silent = await planner.post(
      paths.needTransitions(spare.id),
      { transition: 'decline', reason: ' ' },
      { ifMatch: 1 },
    );
    expect(silent.status).toBe(422);
    must(
      await planner.post(
        paths.needTransitions(spare.id),
        { transition: 'decline', reason: 'För dyrt.' },
        { ifMatch: 1 },
      ),
    );
    const told = must(await member.get<NeedsResults>(paths.needsResults(inventory.id)));
    expect(told.needs.find(({ id }) => id === spare.id)).toMatchObject({
      state: 'declined',
      declineReason: 'För dyrt.',
    });
    expect((await planner.post(paths.workPlanItems(draft.id), { needId: need.id })).status).toBe(409);

    const early = await take(await read(draft.id), { transition: 'decide' });
    expect([early.status, early.problem.detail]).toEqual([409, expect.stringContaining('vilket beslut')]);
    const stale = await take({ ...draft, version: own.version - 1 }, { transition: 'decide', decisionReference: 'X' });
    expect(stale.status).toBe(412);
    const decided = must(
      await take(own, { transition: 'decide', decisionReference: 'Samrådet § 4', decidedOn: '2025-12-01' }),
    );
    expect(decided).toMatchObject({ state: 'decided', decidedOn: '2025-12-01', paper: { versionNumber: 1 } });
    const [pdf, word] = await Promise.all(
      (['pdf', 'docx'] as const).map((format) =>
        member.get(paths.paperFile('work_plan', draft.id, format), { raw: true }),
      ),
    );
    expect([pdf?.status, word?.status]).toEqual([200, 200]);

    await expectClosed(decided);
    const [first, second, third] = decided.items;
    const say = async (item: typeof first, outcome: object) => {
      const { version } = (await read(draft.id)).items.find(({ id }) => id === item?.id) ?? { version: 0 };
      return planner.patch<WorkPlan>(paths.workPlanItem(item?.id ?? ''), outcome, version);
    };
    expect((await say(first, { outcome: 'partly' })).status).toBe(422);
    must(await say(first, { outcome: 'partly', outcomeText: 'Första halvan.' }));
    must(await say(second, { outcome: 'done' }));
    expect((await take(await read(draft.id), { transition: 'close' })).status).toBe(409);
    must(await say(third, { outcome: 'not_done', outcomeText: 'Ingen hann.' }));
    const closed = must(await take(await read(draft.id), { transition: 'close' }));
    expect(closed).toMatchObject({ state: 'closed', sums: { outcomes: { done: 1, partly: 1, not_done: 1 } } });
    expect((await say(first, { outcome: 'done' })).status).toBe(409);

    const next = must(await planner.post<WorkPlan>(paths.planWorkPlans(plan.slug), { year: 2027 }));
    const left = (await material(next.id)).unfinished;
    expect(left.map(({ title, year }) => [title, year])).toEqual([
      ['Utbildning i samtal', 2026],
      ['En egen insats', 2026],
    ]);
    const continued = await add(next, { cameFromId: left[0]?.id });
    expect(continued.items).toMatchObject([
      { title: 'Utbildning i samtal', continuedFrom: 2026, fromDay: null, amountKronor: 25_000 },
    ]);
  });

  /** By the API and in the database, to its owner too. */
  async function expectClosed(decided: WorkPlan): Promise<void> {
    const [item] = decided.items;
    const answers = [
      await planner.patch(paths.workPlan(decided.id), { title: 'Annan' }, decided.version),
      await planner.post(paths.workPlanItems(decided.id), { title: 'En till' }),
      await planner.patch(paths.workPlanItem(item?.id ?? ''), { title: 'Annan' }, item?.version ?? 0),
      await planner.send('DELETE', paths.workPlanItem(item?.id ?? ''), { ifMatch: item?.version ?? 0 }),
      await planner.put(paths.workPlanOrder(decided.id), { itemIds: [] }, decided.version),
      await planner.send('DELETE', paths.workPlan(decided.id), { ifMatch: decided.version }),
    ];
    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(409));
    for (const statement of [
      `UPDATE work_plan_item SET title = 'x' WHERE work_plan_id = $1`,
      'UPDATE work_plan_item SET position = 9 WHERE work_plan_id = $1',
      'DELETE FROM work_plan_item WHERE work_plan_id = $1',
      'DELETE FROM work_plan_item_organisation WHERE item_id IN (SELECT id FROM work_plan_item WHERE work_plan_id = $1)',
      `UPDATE work_plan SET intro = 'x' WHERE id = $1`,
      `UPDATE work_plan SET state = 'draft' WHERE id = $1`,
    ])
      await expect(app.db.query(statement, [decided.id])).rejects.toMatchObject({ code: 'SH010' });
  }

  it('is decided in the database only together with its paper', async () => {
    const draft = must(await planner.post<WorkPlan>(paths.planWorkPlans(plan.slug), { year: 2025 }));
    await expect(
      app.db.query(
        `UPDATE work_plan SET state = 'decided', decided_on = '2025-01-01', decision_reference = 'x' WHERE id = $1`,
        [draft.id],
      ),
    ).rejects.toMatchObject({ code: 'SH010' });
  });

  it('refuses what cannot be, at the field', async () => {
    const draft = must(await planner.post<WorkPlan>(paths.planWorkPlans(plan.slug), { year: 2024 }));
    const pointers = async (body: object) =>
      (await planner.post(paths.workPlanItems(draft.id), body)).problem.errors?.map(({ pointer }) => pointer);
    expect(await pointers({ title: 'x', toDay: '2024-02-01' })).toEqual(['/fromDay']);
    expect(await pointers({ title: 'x', fromDay: '2024-02-02', toDay: '2024-02-01' })).toEqual(['/toDay']);
    expect(await pointers({})).toEqual(['/title']);
    expect(await pointers({ title: 'x', amountKronor: 12.5 })).toEqual(['/amountKronor']);
    expect(await pointers({ title: 'x', goalId: draft.id })).toEqual(['/goalId']);
    const again = await planner.post(paths.planWorkPlans(plan.slug), { year: 2024 });
    expect(again.problem.errors?.map(({ pointer }) => pointer)).toEqual(['/year']);
    const only = await add(draft, { title: 'Ett' });
    const two = await add(draft, { title: 'Två' });
    const [one, other] = two.items.map(({ id }) => id);
    expect((await planner.put(paths.workPlanOrder(draft.id), { itemIds: [one] }, two.version)).status).toBe(422);
    const late = await planner.put(paths.workPlanOrder(draft.id), { itemIds: [other, one] }, only.version);
    expect([late.status, late.problem.current]).toEqual([412, await read(draft.id)]);
    const moved = must(
      await planner.put<WorkPlan>(paths.workPlanOrder(draft.id), { itemIds: [other, one] }, two.version),
    );
    expect(moved.items.map(({ title }) => title)).toEqual(['Två', 'Ett']);
  });

  it('refuses an item or a head from an old version, with the plan as it is now', async () => {
    const { slug } = await buildPlan(app, { title: 'Plan för tillit', state: 'adopted' });
    const draft = must(await planner.post<WorkPlan>(paths.planWorkPlans(slug), { year: 2025 }));
    const { items } = await add(draft, { title: 'Träff' });
    const id = items[0]?.id ?? '';
    must(await planner.patch<WorkPlan>(paths.workPlanItem(id), { title: 'Två träffar' }, 1));
    const change = await planner.patch(paths.workPlanItem(id), { title: 'Tre träffar' }, 1);
    expect([change.status, change.problem.current]).toEqual([412, await read(draft.id)]);
    const head = await planner.patch(paths.workPlan(draft.id), { intro: 'Text' }, draft.version);
    expect([head.status, head.problem.current]).toEqual([412, await read(draft.id)]);
    const decided = must(
      await take(await read(draft.id), { transition: 'decide', decisionReference: 'X', decidedOn: '2025-01-01' }),
    );
    must(await planner.patch(paths.workPlanItem(id), { outcome: 'done' }, decided.items[0]?.version));
    const outcome = await planner.patch(paths.workPlanItem(id), { outcome: 'partly', outcomeText: 'En' }, 2);
    expect([outcome.status, outcome.problem.current]).toEqual([412, await read(draft.id)]);
  });

  it('asks the database as often whatever the number of items', async () => {
    const [small] = must(await planner.get<WorkPlanList>(paths.planWorkPlans(plan.slug))).items;
    const id = small?.id ?? '';
    const before = await countQueries(app, () => planner.get(paths.workPlan(id)));
    for (let number = 0; number < 5; number += 1) await add({ id }, { title: `Insats ${number}` });
    expect(await countQueries(app, () => planner.get(paths.workPlan(id)))).toBe(before);
  });
});
