import { paths, type FollowUpPage } from '@samhandling/contracts';
import pg from 'pg';
import { startTestApp, type TestApp, type TestClient } from '../support/app.ts';
import { buildOrganisation, buildPlan } from '../support/plan-builder.ts';
import {
  followUpsOf,
  followUpScene,
  followUpsOfRound,
  getFollowUp,
  moveRound,
  openRound,
  saveFollowUp,
  takeFollowUp,
} from '../support/round-builder.ts';

/** Whose a follow-up is, and when the round lets them write in it. */
describe('who writes in follow-ups, and when', () => {
  let app: TestApp;
  let planner: TestClient;
  beforeAll(async () => {
    app = await startTestApp();
    planner = await app.person('Petra Planerare', [{ role: 'planner' }]);
  });
  afterAll(() => app.close());
  const scene = (activities?: number) => followUpScene(app, planner, activities);
  const stored = async (id: string) =>
    (await app.db.query<Record<string, unknown>>('SELECT * FROM follow_up WHERE id = $1', [id]))[0];

  it('let only the responsible organisation’s reporters and planners answer', async () => {
    const { plan, ids } = await scene();
    const id = ids[0] ?? '';
    const other = await buildOrganisation(app, 'Kommunen bredvid');
    const partner = await app.person('Pia Partner', [{ role: 'reporter', organisationId: plan.partner.id }]);
    const outsider = await app.person('Olle Utanför', [{ role: 'reporter', organisationId: other.id }]);
    const reader = await app.person('Rolf Läsare', [{ role: 'reader' }]);
    for (const client of [partner, outsider]) {
      const refused = await saveFollowUp(client, id, { done: 'Hej.' }, 1);
      expect(refused.problem).toMatchObject({
        status: 403,
        code: 'not_allowed',
        detail: `Bara rapportörer för ${plan.responsible.name} eller en planerare kan svara.`,
      });
      expect((await takeFollowUp(client, id, 'submit', 1)).status).toBe(403);
      expect((await getFollowUp(client, id)).followUp).toMatchObject({
        mayEdit: false,
        transitions: [],
        lockedReason: `Bara rapportörer för ${plan.responsible.name} eller en planerare kan svara.`,
      });
    }
    expect((await saveFollowUp(reader, id, { done: 'Hej.' }, 1)).problem.detail).toBe(
      'Din roll ger inte rätt att svara för den egna organisationen.',
    );
    const [county] = await app.db.query<{ id: string }>(`SELECT id FROM county WHERE code = '08'`);
    const stranger = await app.person('Stina Utifrån', [{ role: 'planner' }], county?.id);
    expect((await stranger.get(paths.followUp(id))).status).toBe(404);
    expect((await saveFollowUp(stranger, id, { done: 'Hej.' }, 1)).status).toBe(404);
    expect((await takeFollowUp(stranger, id, 'submit', 1)).status).toBe(404);
    expect((await planner.get(paths.followUp('x'))).status).toBe(404);
    expect(await stored(id)).toMatchObject({ done: '', version: 1 });
  });

  it('lead a reporter to their own items and a planner to all', async () => {
    const own = await buildOrganisation(app, 'Kansliet för grannar');
    const others = await buildOrganisation(app, 'Byrån för andra');
    const plan = await buildPlan(app, {
      activities: 4,
      state: 'adopted',
      responsible: own,
      activity: (index) => (index % 2 === 1 ? { responsibleIds: [others.id] } : {}),
    });
    const reporter = await app.person('Gun Granne', [{ role: 'reporter', organisationId: own.id }]);
    await openRound(planner, plan);
    const all = await followUpsOfRound(planner, plan, '2025');
    expect(all.map((page) => page.activity.reference)).toEqual(plan.activities.map((activity) => activity.reference));
    const mine = await followUpsOf(reporter, all[0]?.followUp.id ?? '');
    expect(mine.map((page) => page.activity.reference)).toEqual([
      plan.activities[0]?.reference,
      plan.activities[2]?.reference,
    ]);
  });

  it('take no answers from reporters outside an open round, but corrections from a planner in review', async () => {
    const { round, reporter, ids } = await scene();
    const id = ids[0] ?? '';
    const review = await moveRound(planner, round, 'start_review');
    const late = await saveFollowUp(reporter, id, { done: 'För sent.' }, 1);
    expect(late.problem).toMatchObject({
      status: 409,
      code: 'rule',
      detail: 'Omgången 2025 granskas och tar inte emot svar. En planerare kan öppna den för svar igen.',
    });
    expect((await takeFollowUp(reporter, id, 'submit', 1)).status).toBe(409);
    const english = await reporter.get<FollowUpPage>(paths.followUp(id), { headers: { 'accept-language': 'en' } });
    expect(english.body.followUp.lockedReason).toBe(
      'The round 2025 is in review and takes no answers. A planner can open it for answers again.',
    );
    expect((await saveFollowUp(planner, id, { judgement: 'completed', done: 'Rättat.' }, 1)).status).toBe(200);
    expect((await takeFollowUp(planner, id, 'submit', 2)).body.followUp.state).toBe('submitted');
    const emptied = await saveFollowUp(planner, id, { judgement: null }, 3);
    expect(emptied.problem).toMatchObject({ status: 422, errors: [{ pointer: '/judgement' }] });
    await moveRound(planner, review, 'resume');
    expect((await saveFollowUp(reporter, ids[1] ?? '', { done: 'I tid.' }, 1)).status).toBe(200);
  });

  it('take no answer that crosses the moment review begins', async () => {
    const { round, reporter, ids } = await scene();
    const id = ids[0] ?? '';
    await app.db.query('BEGIN');
    await app.db.query('SELECT 1 FROM follow_up_round WHERE id = $1 FOR UPDATE', [round.id]);
    const crossing = saveFollowUp(reporter, id, { done: 'Mitt i.' }, 1);
    for (let look = 0; look < 5; look += 1) await getFollowUp(reporter, id);
    await app.db.query(`UPDATE follow_up_round SET state = 'in_review' WHERE id = $1`, [round.id]);
    await app.db.query('COMMIT');
    expect((await crossing).problem).toMatchObject({ status: 409, code: 'rule' });
    expect(await stored(id)).toMatchObject({ done: '', version: 1 });
  });

  it('of an adopted round are refused by the database itself, to the application’s own role too', async () => {
    const { round, reporter, ids } = await scene();
    const id = ids[0] ?? '';
    await app.db.query('ALTER TABLE follow_up_round DISABLE TRIGGER follow_up_round_adopted');
    await app.db.query(`UPDATE follow_up_round SET state = 'adopted' WHERE id = $1`, [round.id]);
    await app.db.query('ALTER TABLE follow_up_round ENABLE TRIGGER follow_up_round_adopted');
    const locked = await saveFollowUp(reporter, id, { done: 'Efteråt.' }, 1);
    expect(locked.problem).toMatchObject({ status: 409, code: 'locked', title: 'Omgången är låst' });
    expect((await saveFollowUp(planner, id, { done: 'Efteråt.' }, 1)).problem.code).toBe('locked');
    expect((await takeFollowUp(planner, id, 'submit', 1)).problem.code).toBe('locked');
    const client = new pg.Client({ connectionString: app.db.appUrl });
    await client.connect();
    try {
      await client.query(`SELECT set_config('samhandling.county', $1, false)`, [app.countyId]);
      const statements = [
        `UPDATE follow_up SET done = 'x' WHERE id = '${id}'`,
        `DELETE FROM follow_up WHERE id = '${id}'`,
        `UPDATE goal_judgement SET judgement = 'secured' WHERE round_id = '${round.id}'`,
        `UPDATE follow_up_round SET state = 'open' WHERE id = '${round.id}'`,
        `DELETE FROM follow_up_round WHERE id = '${round.id}'`,
      ];
      for (const sql of statements) await expect(client.query(sql)).rejects.toMatchObject({ code: 'SH001' });
      const seen = await client.query(`UPDATE follow_up SET done = 'x' WHERE id = '${id}' AND false`);
      expect(seen.rowCount).toBe(0);
    } finally {
      await client.end();
    }
  });

  it('show last adopted round’s answer beside', async () => {
    const { plan, round, ids } = await scene();
    await app.db.query(
      `UPDATE follow_up SET judgement = 'on_track', done = 'Det vi gjorde då.', state = 'accepted', next_step_date = '2026-03-01' WHERE id = $1`,
      [ids[0]],
    );
    await app.db.query('ALTER TABLE follow_up_round DISABLE TRIGGER follow_up_round_adopted');
    await app.db.query(`UPDATE follow_up_round SET state = 'adopted' WHERE id = $1`, [round.id]);
    await app.db.query('ALTER TABLE follow_up_round ENABLE TRIGGER follow_up_round_adopted');
    await openRound(planner, plan, 2026);
    const [first] = await followUpsOfRound(planner, plan, '2026');
    expect(first?.previous).toMatchObject({
      followUpId: ids[0],
      round: { label: '2025', state: 'adopted' },
      done: 'Det vi gjorde då.',
      judgement: 'on_track',
      state: 'accepted',
      nextStepDate: '2026-03-01',
    });
  });
});
