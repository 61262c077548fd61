import { paths, type GoalJudgementItem, type Round, type RoundList, type RoundPage } from '@samhandling/contracts';
import { startTestApp, type TestApp, type TestClient } from '../support/app.ts';
import { buildOrganisation, buildPlan } from '../support/plan-builder.ts';
import { countQueries } from '../support/query-counter.ts';
import { completeRound, moveRound, openRound, YEAR } from '../support/round-builder.ts';

const NOWHERE = '01890000-0000-7000-8000-000000000000';

describe('rounds', () => {
  let app: TestApp;
  let planner: TestClient;
  let reader: TestClient;
  beforeAll(async () => {
    app = await startTestApp();
    planner = await app.person('Petra Planerare', [{ role: 'planner' }]);
    reader = await app.person('Rolf Läsare', [{ role: 'reader' }]);
  });
  afterAll(() => app.close());

  const audited = (id: string) =>
    app.db.query<{ action: string; changes: Record<string, { old?: unknown; new?: unknown }> }>(
      'SELECT action, changes FROM audit_event WHERE entity_id = $1 ORDER BY at, id',
      [id],
    );

  it('are created planned, listed newest first, and changed from the version read', async () => {
    const plan = await buildPlan(app, { state: 'adopted' });
    const made = await planner.post<Round>(paths.planRounds(plan.slug), YEAR(2024));
    expect(made.status).toBe(201);
    expect(made.headers.get('etag')).toBe('"1"');
    expect(made.body).toMatchObject({
      label: '2024',
      state: 'planned',
      versionNumber: 1,
      total: 0,
      from: '2024-01-01',
      versions: [],
      adoptionProposedBy: null,
    });
    expect(made.body.transitions).toEqual([{ name: 'open', label: 'Öppna omgången', allowed: true, reasons: [] }]);
    await planner.post(paths.planRounds(plan.slug), YEAR(2025));

    const list = await planner.get<RoundList>(paths.planRounds(plan.slug));
    expect(list.body.rounds.map((round) => round.label)).toEqual(['2025', '2024']);
    expect(list.body.mayCreate).toBe(true);
    expect(list.body.plan.words.sv.goal.one).toBe('delmål');
    const read = await reader.get<RoundList>(paths.planRounds(plan.slug));
    expect(read.body.mayCreate).toBe(false);
    expect(read.body.rounds.map((round) => round.transitions)).toEqual([[], []]);

    const changed = await planner.patch<Round>(paths.round(made.body.id), { due: '2025-02-14' }, 1);
    expect(changed.body).toMatchObject({ due: '2025-02-14', version: 2 });
    const stale = await planner.patch(paths.round(made.body.id), { due: '2025-03-14' }, 1);
    expect(stale.status).toBe(412);
    expect(stale.problem.current).toMatchObject({ due: '2025-02-14', version: 2 });
    expect(await audited(made.body.id)).toMatchObject([
      { action: 'create' },
      { action: 'update', changes: { due: { old: '2025-01-31', new: '2025-02-14' } } },
    ]);
  });

  it('take labels with Swedish letters, and refuse what is no label, no day or runs backwards', async () => {
    const plan = await buildPlan(app, { state: 'adopted' });
    const create = (more: object) => planner.post<Round>(paths.planRounds(plan.slug), { ...YEAR(2025), ...more });
    expect((await create({ label: 'Våren 2025' })).status).toBe(201);
    const twice = await create({ label: 'Våren 2025' });
    expect(twice.problem).toMatchObject({
      status: 409,
      code: 'duplicate',
      detail: 'Planen har redan en omgång med det namnet.',
    });
    expect((await create({ label: '2025/2026' })).problem.errors).toMatchObject([{ pointer: '/label' }]);
    for (const due of ['2026-13-45', '2026-02-31', '0000-01-01', 'snart', 20260131]) {
      const refused = await create({ label: 'x', due });
      expect(refused.status).toBe(400);
      expect(refused.problem.errors).toEqual([
        { pointer: '/due', code: 'isDay', reason: 'Ska vara ett datum som 2026-03-12.' },
      ]);
    }
    const backwards = await create({ label: 'y', to: '2024-12-31', due: '2025-11-30' });
    expect(backwards.status).toBe(422);
    expect(backwards.problem.errors?.map((error) => error.pointer)).toEqual(['/to', '/due']);
    const list = await planner.get<RoundList>(paths.planRounds(plan.slug));
    expect(list.body.rounds).toHaveLength(1);
  });

  it('are refused to others than planners, and not found in another county or by a made-up id', async () => {
    const plan = await buildPlan(app, { state: 'adopted' });
    const round = await openRound(planner, plan);
    expect((await reader.post(paths.planRounds(plan.slug), YEAR(2026))).problem.code).toBe('not_allowed');
    expect((await reader.patch(paths.round(round.id), { label: 'x' }, 2)).status).toBe(403);
    expect(
      (await reader.post(paths.roundTransitions(round.id), { transition: 'start_review' }, { ifMatch: 2 })).status,
    ).toBe(403);
    const [other] = await app.db.query<{ id: string }>(`SELECT id FROM county WHERE code = '08'`);
    const stranger = await app.person('Stina Utifrån', [{ role: 'planner' }], other?.id);
    expect((await stranger.get(paths.planRounds(plan.slug))).status).toBe(404);
    expect((await stranger.get(paths.planRound(plan.slug, '2025'))).status).toBe(404);
    expect((await stranger.patch(paths.round(round.id), { label: 'x' }, 2)).status).toBe(404);
    expect(
      (await stranger.post(paths.roundTransitions(round.id), { transition: 'start_review' }, { ifMatch: 2 })).status,
    ).toBe(404);
    expect((await planner.patch(paths.round('inget-id'), { label: 'x' }, 1)).status).toBe(404);
    expect((await planner.patch(paths.round(NOWHERE), { label: 'x' }, 1)).status).toBe(404);
    expect((await planner.patch(paths.round(round.id), { label: 'x' })).status).toBe(428);
  });

  it('open with a follow-up per active activity, a proposed reporter, and a judgement per goal', async () => {
    const first = await buildOrganisation(app, 'Länskansliet Öppna');
    const second = await buildOrganisation(app, 'Regionen Öppna');
    const anna = await app.person('Anna Öppna', [{ role: 'reporter', organisationId: first.id }]);
    const bo = await app.person('Bo Öppna', [{ role: 'reporter', organisationId: second.id }]);
    const plan = await buildPlan(app, {
      activities: 5,
      state: 'draft',
      responsible: first,
      activity: (index) =>
        index === 1 ? { responsibleIds: [first.id, second.id] } : index === 2 ? { responsibleIds: [] } : {},
    });
    await app.db.query('UPDATE activity SET first_year = 2027 WHERE id = $1', [plan.activities[4]?.id]);
    await app.db.query(`UPDATE plan SET state = 'adopted' WHERE id = $1`, [plan.planId]);
    const round = await openRound(planner, plan);
    expect(round).toMatchObject({
      state: 'open',
      total: 4,
      answers: { draft: 4, submitted: 0, returned: 0, accepted: 0 },
    });
    const rows = () =>
      app.db.query<{ reporter_id: string | null }>(
        'SELECT f.reporter_id FROM follow_up f JOIN activity a ON a.id = f.activity_id JOIN area r ON r.id = a.area_id JOIN follow_up_round o ON o.id = f.round_id WHERE f.round_id = (SELECT id FROM follow_up_round WHERE plan_id = $1 ORDER BY from_day DESC LIMIT 1) ORDER BY r.number, a.position',
        [plan.planId],
      );
    const [annaId, boId, petraId] = [anna, bo, planner].map((client) => client.session?.person.id);
    expect((await rows()).map((row) => row.reporter_id)).toEqual([annaId, annaId, null, annaId]);
    const page = await planner.get<RoundPage>(paths.planRound(plan.slug, '2025'));
    expect(page.body.goals.map((goal) => goal.judgement)).toEqual([null, null]);
    expect((await audited(round.id)).map((row) => row.action)).toEqual(['create', 'open']);

    // The next round proposes whoever answered last: another responsible's person, and a planner who reports nowhere.
    await app.db.query('UPDATE follow_up SET reporter_id = $1 WHERE round_id = $2 AND activity_id = $3', [
      boId,
      round.id,
      plan.activities[1]?.id,
    ]);
    await app.db.query('UPDATE follow_up SET reporter_id = $1 WHERE round_id = $2 AND activity_id = $3', [
      petraId,
      round.id,
      plan.activities[3]?.id,
    ]);
    await completeRound(planner, plan, round);
    await app.db.query(`ALTER TABLE follow_up_round DISABLE TRIGGER follow_up_round_adopted`);
    await app.db.query(`UPDATE follow_up_round SET state = 'adopted' WHERE id = $1`, [round.id]);
    await app.db.query(`ALTER TABLE follow_up_round ENABLE TRIGGER follow_up_round_adopted`);
    await openRound(planner, plan, 2026);
    expect((await rows()).map((row) => row.reporter_id)).toEqual([annaId, boId, null, petraId]);
  });

  it('open only for an adopted plan, one at a time, and say why in words', async () => {
    const draft = await buildPlan(app);
    const planned = await planner.post<Round>(paths.planRounds(draft.slug), YEAR(2025));
    expect(planned.body.transitions).toEqual([
      {
        name: 'open',
        label: 'Öppna omgången',
        allowed: false,
        reasons: ['Planen är inte antagen än. En omgång kan bara öppnas för en antagen plan.'],
      },
    ]);
    const refused = await planner.post(paths.roundTransitions(planned.body.id), { transition: 'open' }, { ifMatch: 1 });
    expect(refused.problem).toMatchObject({
      status: 409,
      code: 'rule',
      detail: 'Planen är inte antagen än. En omgång kan bara öppnas för en antagen plan.',
    });

    const plan = await buildPlan(app, { state: 'adopted' });
    const open = await openRound(planner, plan, 2024);
    const next = await planner.post<Round>(paths.planRounds(plan.slug), YEAR(2025));
    const second = await planner.post(paths.roundTransitions(next.body.id), { transition: 'open' }, { ifMatch: 1 });
    expect(second.problem.detail).toBe(
      'En annan omgång i planen är öppen eller under granskning. Fastställ den först.',
    );
    const twice = await planner.post(
      paths.roundTransitions(open.id),
      { transition: 'open' },
      { ifMatch: open.version },
    );
    expect(twice.problem).toMatchObject({ status: 409, detail: '”Öppna omgången” går inte när omgången är öppen.' });
    expect(
      (await planner.post(paths.roundTransitions(open.id), { transition: 'spring' }, { ifMatch: open.version })).status,
    ).toBe(400);
  });

  it('two opened at the same moment: one opens, the other is told so', async () => {
    const plan = await buildPlan(app, { state: 'adopted' });
    const made = await Promise.all(
      [2024, 2025].map((year) => planner.post<Round>(paths.planRounds(plan.slug), YEAR(year))),
    );
    const answers = await Promise.all(
      made.map(({ body }) => planner.post(paths.roundTransitions(body.id), { transition: 'open' }, { ifMatch: 1 })),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    const rows = await app.db.query(
      'SELECT 1 FROM follow_up f JOIN follow_up_round r ON r.id = f.round_id WHERE r.plan_id = $1',
      [plan.planId],
    );
    expect(rows).toHaveLength(plan.activities.length);
  });

  it('keep their period once open, and cannot be renamed in review', async () => {
    const plan = await buildPlan(app, { state: 'adopted' });
    const round = await openRound(planner, plan);
    const moved = await planner.patch(paths.round(round.id), { from: '2025-02-01', to: '2025-12-31' }, round.version);
    expect(moved.problem).toMatchObject({ status: 409, errors: [{ pointer: '/from' }] });
    const later = await planner.patch<Round>(
      paths.round(round.id),
      { ...YEAR(2025), due: '2026-02-27' },
      round.version,
    );
    expect(later.body.due).toBe('2026-02-27');
    const alone = await planner.patch<Round>(paths.round(round.id), { due: '2026-02-28' }, later.body.version);
    expect(alone.body).toMatchObject({ due: '2026-02-28', from: '2025-01-01', label: '2025' });
    expect((await audited(round.id)).at(-1)?.changes).toEqual({ due: { old: '2026-02-27', new: '2026-02-28' } });
    const review = await moveRound(planner, alone.body, 'start_review');
    expect((await planner.patch(paths.round(round.id), { label: 'x' }, review.version)).problem.code).toBe('rule');
    const again = await moveRound(planner, review, 'resume');
    expect(again.state).toBe('open');
  });

  it('show what would be missing if locked today, per organisation, and who has come how far', async () => {
    const plan = await buildPlan(app, {
      state: 'adopted',
      activity: (index) => (index === 3 ? { responsibleIds: [] } : {}),
    });
    const round = await openRound(planner, plan);
    const page = (await planner.get<RoundPage>(paths.planRound(plan.slug, '2025'))).body;
    expect(page.counts).toMatchObject({ notJudged: 4, total: 4 });
    expect(page.rehearsal.blocking).toBe(6);
    expect(page.rehearsal.groups.map((group) => group.organisation?.name ?? null)).toEqual([
      null,
      plan.responsible.name,
    ]);
    const [own, theirs] = page.rehearsal.groups;
    expect(own?.items[0]).toEqual({
      blocking: true,
      code: 'goal_not_judged',
      words: 'Delmål 1 – Mål nummer 1: bedömning saknas.',
      link: `/plan/${plan.slug}/omgang/2025`,
    });
    expect(theirs?.items[0]).toMatchObject({ blocking: true, words: '1.1/1 – Svaret är inte godkänt (utkast).' });
    expect(theirs?.items[0]?.link).toMatch(/^\/uppfoljning\/[0-9a-f-]{36}$/);
    expect(theirs?.items.map((item) => item.words)).toContain('1.1/1 – Antal genomförda träffar: inte rapporterat.');
    expect(page.organisations).toEqual([
      {
        organisation: { id: plan.responsible.id, name: plan.responsible.name },
        total: 3,
        answers: { draft: 3, submitted: 0, returned: 0, accepted: 0 },
      },
    ]);

    await completeRound(planner, plan, round);
    const done = (await planner.get<RoundPage>(paths.planRound(plan.slug, '2025'))).body;
    expect(done.rehearsal.blocking).toBe(0);
    expect(done.rehearsal.warnings).toBeGreaterThan(0);
    expect(done.counts).toMatchObject({ on_track: 4, notJudged: 0 });
    expect(done.goals[0]?.counts).toMatchObject({ on_track: 2, total: 2 });
    const english = await planner.get<RoundPage>(paths.planRound(plan.slug, '2025'), {
      headers: { 'accept-language': 'en' },
    });
    expect(english.body.rehearsal.groups[0]?.items[0]?.words).toMatch(/value|report|next step/i);
  });

  it('let a planner judge goals from the version read, and nobody else', async () => {
    const plan = await buildPlan(app, { state: 'adopted' });
    await openRound(planner, plan);
    const goals = (await planner.get<RoundPage>(paths.planRound(plan.slug, '2025'))).body.goals;
    const id = goals[0]?.id ?? '';
    expect(goals[0]).toMatchObject({ judgement: null, text: '', mayEdit: true, previous: null, updatedAt: null });
    const judged = await planner.patch<GoalJudgementItem>(
      paths.goalJudgement(id),
      { judgement: 'at_risk', text: 'Vi hinner inte.' },
      1,
    );
    expect(
      (await planner.patch<GoalJudgementItem>(paths.goalJudgement(id), { judgement: 'at_risk' }, 2)).body,
    ).toMatchObject({ text: 'Vi hinner inte.', version: 2 });
    expect(judged.body).toMatchObject({
      judgement: 'at_risk',
      text: 'Vi hinner inte.',
      version: 2,
      updatedBy: { name: 'Petra Planerare' },
    });
    expect(judged.headers.get('etag')).toBe('"2"');
    const stale = await planner.patch(paths.goalJudgement(id), { judgement: 'secured' }, 1);
    expect(stale.problem).toMatchObject({ status: 412, current: { judgement: 'at_risk', version: 2 } });
    expect((await planner.patch(paths.goalJudgement(id), { judgement: 'fin' }, 2)).problem.errors).toMatchObject([
      { pointer: '/judgement' },
    ]);
    expect((await planner.patch(paths.goalJudgement(id), { text: null }, 2)).status).toBe(400);
    expect((await reader.patch(paths.goalJudgement(id), { judgement: 'secured' }, 2)).status).toBe(403);
    expect((await planner.patch(paths.goalJudgement(NOWHERE), { judgement: 'secured' }, 1)).status).toBe(404);
    expect(await audited(id)).toMatchObject([
      { action: 'create' },
      {
        action: 'update',
        changes: { judgement: { old: null, new: 'at_risk' }, text: { old: '', new: 'Vi hinner inte.' } },
      },
    ]);
    expect((await reader.get<RoundPage>(paths.planRound(plan.slug, '2025'))).body.goals[0]).toMatchObject({
      judgement: 'at_risk',
      mayEdit: false,
    });
  });

  it('cost as many statements with 60 activities as with 10', async () => {
    const counts: number[][] = [];
    for (const activities of [10, 60]) {
      const plan = await buildPlan(app, { activities, state: 'adopted' });
      const created = await planner.post<Round>(paths.planRounds(plan.slug), YEAR(2025));
      const opening = await countQueries(app, () => moveRound(planner, created.body, 'open'));
      const list = await countQueries(app, () => planner.get(paths.planRounds(plan.slug)));
      const page = await countQueries(app, () => planner.get(paths.planRound(plan.slug, '2025')));
      counts.push([opening, list, page]);
    }
    expect(counts[1]).toEqual(counts[0]);
    expect(Math.max(...counts.flat())).toBeLessThan(20);
  });
});
