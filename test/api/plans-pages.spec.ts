import { paths, type ActivityPage, type GoalPage } from '@samhandling/contracts';
import { v7 as newId } from 'uuid';
import { startTestApp, type TestApp, type TestClient } from '../support/app.ts';
import { buildPlan, buildRound, COUNT_INDICATOR, type BuiltPlan } from '../support/plan-builder.ts';
import { queriesOf } from '../support/query-counter.ts';

describe('the pages of a goal and of an activity', () => {
  let app: TestApp;
  let reader: TestClient;
  let planner: TestClient;
  let plan: BuiltPlan;
  const rounds: string[] = [];

  beforeAll(async () => {
    app = await startTestApp();
    planner = await app.person('Petra Planerare', [{ role: 'planner' }]);
    reader = await app.person('Rakel Läsare', [{ role: 'reader' }]);
    plan = await buildPlan(app, {
      activities: 8,
      state: 'adopted',
      activity: (index) => ({
        indicators:
          index === 1
            ? [
                COUNT_INDICATOR,
                { ...COUNT_INDICATOR, text: 'Antal unga som deltar.', breakdown: 'municipality' as const, target: 50 },
              ]
            : [COUNT_INDICATOR],
      }),
    });
    const first = await buildRound(app, plan, {
      label: '2024',
      state: 'in_review',
      followUps: { 1: { judgement: 'on_track', state: 'accepted', done: 'Förra årets träffar.' } },
    });
    await app.db.query(`UPDATE follow_up_round SET state = 'planned' WHERE id = $1`, [first.id]);
    const second = await buildRound(app, plan, {
      label: '2025',
      followUps: {
        1: {
          judgement: 'completed',
          state: 'submitted',
          done: 'Tre träffar.',
          reporterId: planner.session?.person.id ?? '',
        },
      },
    });
    await app.db.query(
      `INSERT INTO frozen_report (id, county_id, plan_id, round_id, version_number, canonical_json, sha256, proposed_by, adopted_by, adopted_at)
      SELECT $1, county_id, plan_id, id, 1, '{}', repeat('a', 64), $2, $3, now() FROM follow_up_round WHERE id = $4`,
      [newId(), planner.session?.person.id, reader.session?.person.id, first.id],
    );
    rounds.push(first.id, second.id);
  });
  afterAll(() => app.close());

  async function report(
    round: number,
    indicatorId: string,
    values: Readonly<Record<string, number | null>>,
    version = 1,
  ): Promise<void> {
    for (const [place, value] of Object.entries(values)) {
      await app.db.query(
        `INSERT INTO outcome (id, county_id, plan_id, round_id, indicator_id, municipality_code, state, value, definition_version, reported_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [
          newId(),
          app.countyId,
          plan.planId,
          rounds[round],
          indicatorId,
          place === 'county' ? null : place,
          value === null ? 'not_applicable' : 'value',
          value,
          version,
          planner.session?.person.id,
        ],
      );
    }
  }

  it('shows a goal with its tips, judgement, areas and activities, and its neighbours', async () => {
    const goal = plan.goals[0];
    await app.db.query(
      `UPDATE goal_judgement SET judgement = 'within_reach', text = 'På god väg.' WHERE goal_id = $1 AND round_id = $2`,
      [goal?.id, rounds[1]],
    );
    const { status, body } = await reader.get<GoalPage>(paths.planGoal(plan.slug, goal?.id ?? ''));
    expect(status).toBe(200);
    expect(body.goal).toMatchObject({
      number: 1,
      title: 'Mål nummer 1',
      tips: ['Bjud in till samtal 1'],
      judgement: 'within_reach',
      judgementText: 'På god väg.',
    });
    expect(body.goal.counts).toMatchObject({ completed: 1, notJudged: 3, total: 4 });
    expect(
      body.areas.map((area) => [area.number, area.counts.total, area.activities.map((item) => item.reference)]),
    ).toEqual([
      ['1.1', 2, ['1.1/1', '1.1/2']],
      ['1.2', 2, ['1.2/3', '1.2/4']],
    ]);
    expect([body.previous, body.next]).toEqual([null, { id: plan.goals[1]?.id, title: 'Mål nummer 2' }]);
    expect((await reader.get(paths.planGoal(plan.slug, plan.planId))).problem.detail).toBe(
      'Målet finns inte i den här planen.',
    );
    expect((await reader.get(paths.planGoal(plan.slug, 'ett'))).status).toBe(404);
  });

  it('shows an activity with its rounds and neighbours', async () => {
    const { status, body } = await reader.get<ActivityPage>(paths.planActivity(plan.slug, '1.1', 2));
    expect(status).toBe(200);
    expect(body.activity).toMatchObject({
      reference: '1.1/2',
      recurrence: 'yearly',
      version: 1,
      mayEdit: false,
      lockedReason: 'Planen är antagen, så dess text kan inte ändras. Ändringar görs genom ett nytt beslut.',
    });
    expect(body.activity.responsible.map((one) => one.name)).toEqual([plan.responsible.name]);
    expect([body.goal.title, body.area.number]).toEqual(['Mål nummer 1', '1.1']);
    expect(
      body.rounds.map((answer) => [answer.round.label, answer.judgement, answer.done, answer.reporter?.name ?? null]),
    ).toEqual([['2025', 'completed', 'Tre träffar.', 'Petra Planerare']]);
    expect([body.previous?.reference, body.next?.reference]).toEqual(['1.1/1', '1.2/3']);
    expect((await reader.get<ActivityPage>(paths.planActivity(plan.slug, '1.1', 1))).body.previous).toBeNull();
    const missing = await reader.get(paths.planActivity(plan.slug, '1.1', 9));
    expect([missing.status, missing.problem.detail]).toEqual([404, 'Planen har ingen aktivitet 1.1/9.']);
    for (const [area, number] of [
      ['%00', 1],
      ['1.1', 'x'],
      ['1.1', '9'.repeat(30)],
    ] as const)
      expect((await reader.get(paths.planActivity(plan.slug, area, number))).status).toBe(404);
  });

  it('combines municipalities, breaks the line where the definition changed and leaves planned rounds out', async () => {
    const [count, young] = plan.activities[1]?.indicatorIds ?? [];
    await app.db.query(`UPDATE follow_up_round SET state = 'planned' WHERE id = $1`, [rounds[1]]);
    await app.db.query(`UPDATE follow_up_round SET state = 'open' WHERE id = $1`, [rounds[0]]);
    await report(0, young ?? '', { '0760': 12, '0761': 30 });
    await report(0, count ?? '', { county: 7 }, 1);
    await report(1, young ?? '', { '0760': 8, '0761': 0, '0763': null }, 2);
    const open = (await reader.get<ActivityPage>(paths.planActivity(plan.slug, '1.1', 2))).body.indicators;
    expect(open.map((series) => series.points.map((point) => point.round.label))).toEqual([['2024'], ['2024']]);
    await app.db.query(`UPDATE follow_up_round SET state = 'adopted' WHERE id = $1`, [rounds[0]]);
    await app.db.query(`UPDATE follow_up_round SET state = 'open' WHERE id = $1`, [rounds[1]]);
    const { indicators } = (await reader.get<ActivityPage>(paths.planActivity(plan.slug, '1.1', 2))).body;
    expect(indicators.map((series) => series.indicator.text)).toEqual([
      'Antal genomförda träffar.',
      'Antal unga som deltar.',
    ]);
    expect(indicators[0]?.points.map((point) => point.display.state)).toEqual(['value', 'not_reported']);
    expect(indicators[1]?.points).toEqual([
      {
        round: expect.objectContaining({ label: '2024' }) as unknown,
        target: 50,
        breaksBefore: false,
        display: { state: 'value', value: 42, denominator: null, day: null, text: '', of: 8, reported: 2 },
      },
      {
        round: expect.objectContaining({ label: '2025' }) as unknown,
        target: 50,
        breaksBefore: true,
        display: { state: 'value', value: 8, denominator: null, day: null, text: '', of: 7, reported: 2 },
      },
    ]);
  });

  it('protects small numbers from readers and from other organisations, and shows them to those who enter', async () => {
    const young = plan.activities[1]?.indicatorIds[1] ?? '';
    await app.db.query(`UPDATE indicator SET small_number_threshold = 10 WHERE id = $1`, [young]);
    const own = await app.person('Rune Rapportör', [{ role: 'reporter', organisationId: plan.responsible.id }]);
    const other = await app.person('Ruth Rapportör', [{ role: 'reporter', organisationId: plan.partner.id }]);
    const latest = async (client: TestClient) =>
      (await client.get<ActivityPage>(paths.planActivity(plan.slug, '1.1', 2))).body.indicators[1]?.points.at(-1)
        ?.display;
    expect(await latest(reader)).toEqual({ state: 'protected', of: 7, reported: 2 });
    expect((await latest(other))?.state).toBe('protected');
    for (const client of [planner, own]) expect(await latest(client)).toMatchObject({ state: 'value', value: 8 });
  });

  it('asks as many questions whatever the size of the plan', async () => {
    const counts: number[] = [];
    for (const activities of [10, 60]) {
      const built = await buildPlan(app, { activities });
      counts.push(
        (await queriesOf(app, () => reader.get(paths.planGoal(built.slug, built.goals[0]?.id ?? '')))).length,
      );
      counts.push((await queriesOf(app, () => reader.get(paths.planActivity(built.slug, '1.1', 1)))).length);
    }
    expect(counts).toEqual([4, 4, 4, 4]);
  });
});
