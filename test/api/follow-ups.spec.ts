import { paths, type FollowUpPage, type Round, type RoundPage } from '@samhandling/contracts';
import pg from 'pg';
import { startTestApp, type TestApp, type TestClient } from '../support/app.ts';
import { buildOrganisation, buildPlan, COUNT_INDICATOR, type BuiltPlan } from '../support/plan-builder.ts';
import { countQueries } from '../support/query-counter.ts';
import { followUpsOf, followUpsOfRound, moveRound, openRound } from '../support/round-builder.ts';

describe('follow-ups', () => {
  let app: TestApp;
  let planner: TestClient;
  beforeAll(async () => {
    app = await startTestApp();
    planner = await app.person('Petra Planerare', [{ role: 'planner' }]);
  });
  afterAll(() => app.close());

  interface Scene {
    readonly plan: BuiltPlan;
    readonly round: Round;
    readonly reporter: TestClient;
    readonly ids: readonly string[];
  }

  /** A plan of four in an open round, answered for by the reporter's organisation. */
  const scene = async (activities = 4): Promise<Scene> => {
    const plan = await buildPlan(app, { activities, state: 'adopted' });
    const reporter = await app.person('Ruth Rapportör', [{ role: 'reporter', organisationId: plan.responsible.id }]);
    const round = await openRound(planner, plan);
    const ids = (await followUpsOfRound(planner, plan, round.label)).map((page) => page.followUp.id);
    return { plan, round, reporter, ids };
  };
  const get = async (client: TestClient, id: string) => (await client.get<FollowUpPage>(paths.followUp(id))).body;
  const save = (client: TestClient, id: string, body: object, version: number) =>
    client.patch<FollowUpPage>(paths.followUp(id), body, version);
  const take = (client: TestClient, id: string, transition: string, version: number, reason?: string) =>
    client.post<FollowUpPage>(
      paths.followUpTransitions(id),
      { transition, ...(reason !== undefined && { reason }) },
      { ifMatch: version },
    );
  const stored = async (id: string) =>
    (await app.db.query<Record<string, unknown>>('SELECT * FROM follow_up WHERE id = $1', [id]))[0];
  const audited = (id: string) =>
    app.db.query<{
      action: string;
      person_id: string;
      on_behalf_of_id: string | null;
      changes: Record<string, unknown>;
    }>('SELECT action, person_id, on_behalf_of_id, changes FROM audit_event WHERE entity_id = $1 ORDER BY at, id', [
      id,
    ]);

  it('show the form all it needs: activity, own answer, reporters and what may be done', async () => {
    const { plan, reporter, ids } = await scene();
    const page = await get(reporter, ids[0] ?? '');
    expect(page).toMatchObject({
      plan: { slug: plan.slug },
      round: { label: '2025', state: 'open', due: '2026-01-31', from: '2025-01-01', to: '2025-12-31' },
      activity: {
        reference: '1.1/1',
        text: plan.activities[0]?.text,
        responsible: [plan.responsible],
        partners: [plan.partner],
        responsibleGroup: null,
      },
      goal: { number: 1, title: 'Mål nummer 1' },
      previous: null,
      neighbours: { previous: null, next: ids[1] },
    });
    expect(page.outcomes.map((row) => row.indicator.text)).toEqual([COUNT_INDICATOR.text]);
    expect(page.series).toHaveLength(1);
    expect(page.followUp).toMatchObject({
      state: 'draft',
      version: 1,
      judgement: null,
      reporter: { name: 'Ruth Rapportör' },
      mayEdit: true,
      lockedReason: '',
      updatedBy: null,
    });
    expect(page.followUp.transitions).toEqual([
      { name: 'submit', label: 'Lämna in', allowed: false, reasons: ['Välj en lägesbedömning.'] },
    ]);
    expect(page.reporters.map((person) => person.name)).toEqual(['Ruth Rapportör', 'Petra Planerare']);
  });

  it('go the whole way: saved, refused while incomplete, submitted, withdrawn, returned with a question, accepted, undone', async () => {
    const { reporter, ids } = await scene();
    const id = ids[0] ?? '';
    const saved = await save(
      reporter,
      id,
      { judgement: 'needs_support', results: 'Fler kom.', nextStepDate: '2026-04-01' },
      1,
    );
    expect(saved.status).toBe(200);
    expect(saved.headers.get('etag')).toBe('"2"');
    expect(saved.body.followUp).toMatchObject({
      version: 2,
      judgement: 'needs_support',
      nextStepDate: '2026-04-01',
      updatedBy: { name: 'Ruth Rapportör' },
    });

    const incomplete = await take(reporter, id, 'submit', 2);
    expect(incomplete.status).toBe(422);
    expect(incomplete.problem.errors).toEqual([
      { pointer: '/supportNeeded', code: 'missing', reason: 'Skriv vilket stöd som behövs.' },
      { pointer: '/done', code: 'missing', reason: 'Skriv vad som har gjorts, eller välj Inget nytt.' },
    ]);
    await save(reporter, id, { supportNeeded: 'En lokal.', nothingNew: true }, 2);
    const submitted = await take(reporter, id, 'submit', 3);
    expect(submitted.body.followUp).toMatchObject({ state: 'submitted', version: 4, nothingNew: true, mayEdit: false });
    expect(submitted.body.followUp.submittedAt).not.toBeNull();
    expect(submitted.body.followUp.lockedReason).toMatch(
      /^Svaret lämnades in \d+ \p{L}+ \d{4} av Ruth Rapportör\. Ta tillbaka det/u,
    );
    expect(submitted.body.followUp.transitions).toEqual([
      { name: 'withdraw', label: 'Ta tillbaka', allowed: true, reasons: [] },
    ]);
    const locked = await save(reporter, id, { results: 'Nej.' }, 4);
    expect(locked.problem).toMatchObject({ status: 409, code: 'rule' });
    expect((await take(reporter, id, 'withdraw', 4)).body.followUp).toMatchObject({
      state: 'draft',
      submittedAt: null,
      mayEdit: true,
    });
    await take(reporter, id, 'submit', 5);

    const review = await get(planner, id);
    expect(review.followUp.transitions.map((offer) => [offer.name, offer.allowed])).toEqual([
      ['withdraw', true],
      ['return', true],
      ['accept', true],
    ]);
    const silent = await take(planner, id, 'return', 6, '  ');
    expect(silent.problem).toMatchObject({
      status: 422,
      errors: [{ pointer: '/reason', reason: 'Skriv vad som behöver ändras, så att mottagaren vet vad som väntas.' }],
    });
    const returned = await take(planner, id, 'return', 6, 'Hur många kom?');
    expect(returned.body.followUp).toMatchObject({ state: 'returned', returnReason: 'Hur många kom?' });
    expect((await get(reporter, id)).followUp.mayEdit).toBe(true);
    await save(reporter, id, { results: 'Tolv kom.' }, 7);
    await take(reporter, id, 'submit', 8);
    expect((await take(reporter, id, 'accept', 9)).problem).toMatchObject({ status: 403, code: 'not_allowed' });
    const accepted = await take(planner, id, 'accept', 9);
    expect(accepted.body.followUp).toMatchObject({ state: 'accepted', mayEdit: false });
    expect((await save(planner, id, { results: 'Femton.' }, 10)).status).toBe(409);
    expect((await get(reporter, id)).followUp.lockedReason).toContain('godkändes');
    expect((await take(planner, id, 'undo_accept', 10)).body.followUp).toMatchObject({
      state: 'submitted',
      mayEdit: true,
    });
    expect((await take(planner, id, 'withdraw', 10)).status).toBe(412);

    const trail = await audited(id);
    expect(trail.map((row) => row.action)).toEqual([
      'create',
      'update',
      'update',
      'submit',
      'withdraw',
      'submit',
      'return',
      'update',
      'submit',
      'accept',
      'undo_accept',
    ]);
    expect(trail[1]?.changes).toEqual({
      judgement: { old: null, new: 'needs_support' },
      results: { old: '', new: 'Fler kom.' },
      nextStepDate: { old: null, new: '2026-04-01' },
    });
    expect(trail[6]?.changes).toEqual({
      state: { old: 'submitted', new: 'returned' },
      returnReason: { old: '', new: 'Hur många kom?' },
    });
  });

  it('refuse a stale save with the stored answer, and change nothing', async () => {
    const { reporter, ids } = await scene();
    const id = ids[0] ?? '';
    await save(planner, id, { done: 'Planerarens text.' }, 1);
    const late = await save(reporter, id, { done: 'Min text.' }, 1);
    expect(late.problem).toMatchObject({ status: 412, code: 'stale', title: 'Någon annan har ändrat samtidigt' });
    const current = late.problem.current as FollowUpPage;
    expect(current.followUp).toMatchObject({
      done: 'Planerarens text.',
      version: 2,
      updatedBy: { name: 'Petra Planerare' },
    });
    expect(await get(reporter, id)).toEqual(current);
    expect((await reporter.patch(paths.followUp(id), { done: 'x' })).status).toBe(428);
    const both = await Promise.all(['A', 'B'].map((done) => save(reporter, id, { done }, 2)));
    expect(both.map((answer) => answer.status).sort()).toEqual([200, 412]);
  });

  it('saving what is already there is no change: no version, no audit row', async () => {
    const { reporter, ids } = await scene();
    const id = ids[0] ?? '';
    await save(reporter, id, { done: 'Klart.' }, 1);
    expect((await save(reporter, id, { done: 'Klart.' }, 2)).body.followUp.version).toBe(2);
    expect((await audited(id)).map((row) => row.action)).toEqual(['create', 'update']);
  });

  it('let only the responsible organisation’s reporters and planners answer', async () => {
    const { plan, ids } = await scene();
    const id = ids[0] ?? '';
    const other = await buildOrganisation(app, 'Kommunen bredvid');
    const partner = await app.person('Pia Partner', [{ role: 'reporter', organisationId: plan.partner.id }]);
    const outsider = await app.person('Olle Utanför', [{ role: 'reporter', organisationId: other.id }]);
    const reader = await app.person('Rolf Läsare', [{ role: 'reader' }]);
    for (const client of [partner, outsider]) {
      const refused = await save(client, id, { done: 'Hej.' }, 1);
      expect(refused.problem).toMatchObject({
        status: 403,
        code: 'not_allowed',
        detail: `Bara rapportörer för ${plan.responsible.name} eller en planerare kan svara.`,
      });
      expect((await take(client, id, 'submit', 1)).status).toBe(403);
      expect((await get(client, id)).followUp).toMatchObject({
        mayEdit: false,
        transitions: [],
        lockedReason: `Bara rapportörer för ${plan.responsible.name} eller en planerare kan svara.`,
      });
    }
    expect((await save(reader, id, { done: 'Hej.' }, 1)).problem.detail).toBe(
      'Din roll ger inte rätt att svara för den egna organisationen.',
    );
    const [county] = await app.db.query<{ id: string }>(`SELECT id FROM county WHERE code = '08'`);
    const stranger = await app.person('Stina Utifrån', [{ role: 'planner' }], county?.id);
    expect((await stranger.get(paths.followUp(id))).status).toBe(404);
    expect((await save(stranger, id, { done: 'Hej.' }, 1)).status).toBe(404);
    expect((await take(stranger, id, 'submit', 1)).status).toBe(404);
    expect((await planner.get(paths.followUp('x'))).status).toBe(404);
    expect(await stored(id)).toMatchObject({ done: '', version: 1 });
  });

  it('take no answers from reporters outside an open round, but corrections from a planner in review', async () => {
    const { round, reporter, ids } = await scene();
    const id = ids[0] ?? '';
    const review = await moveRound(planner, round, 'start_review');
    const late = await save(reporter, id, { done: 'För sent.' }, 1);
    expect(late.problem).toMatchObject({
      status: 409,
      code: 'rule',
      detail: 'Omgången 2025 granskas och tar inte emot svar. En planerare kan öppna den för svar igen.',
    });
    expect((await take(reporter, id, 'submit', 1)).status).toBe(409);
    const english = await reporter.get<FollowUpPage>(paths.followUp(id), { headers: { 'accept-language': 'en' } });
    expect(english.body.followUp.lockedReason).toBe(
      'The round 2025 is in review and takes no answers. A planner can open it for answers again.',
    );
    expect((await save(planner, id, { judgement: 'completed', done: 'Rättat.' }, 1)).status).toBe(200);
    expect((await take(planner, id, 'submit', 2)).body.followUp.state).toBe('submitted');
    const emptied = await save(planner, id, { judgement: null }, 3);
    expect(emptied.problem).toMatchObject({ status: 422, errors: [{ pointer: '/judgement' }] });
    await moveRound(planner, review, 'resume');
    expect((await save(reporter, ids[1] ?? '', { done: 'I tid.' }, 1)).status).toBe(200);
  });

  it('take no answer that crosses the moment review begins', async () => {
    const { round, reporter, ids } = await scene();
    const id = ids[0] ?? '';
    await app.db.query('BEGIN');
    await app.db.query('SELECT 1 FROM follow_up_round WHERE id = $1 FOR UPDATE', [round.id]);
    const crossing = save(reporter, id, { done: 'Mitt i.' }, 1);
    for (let look = 0; look < 5; look += 1) await get(reporter, id);
    await app.db.query(`UPDATE follow_up_round SET state = 'in_review' WHERE id = $1`, [round.id]);
    await app.db.query('COMMIT');
    expect((await crossing).problem).toMatchObject({ status: 409, code: 'rule' });
    expect(await stored(id)).toMatchObject({ done: '', version: 1 });
  });

  it('keep both names and the channel when a planner writes for somebody, until the reporter writes', async () => {
    const { reporter, ids } = await scene();
    const id = ids[0] ?? '';
    const ruth = reporter.session?.person.id ?? '';
    const half = await save(planner, id, { onBehalfOfId: ruth }, 1);
    expect(half.problem).toMatchObject({
      status: 422,
      errors: [{ pointer: '/channel', reason: 'Ange hur du fick svaret: möte, telefon eller e-post.' }],
    });
    expect((await save(planner, id, { channel: 'phone' }, 1)).problem.errors).toMatchObject([
      { pointer: '/onBehalfOfId' },
    ]);
    expect((await save(reporter, id, { onBehalfOfId: ruth, channel: 'phone' }, 1)).problem.errors).toMatchObject([
      { pointer: '/onBehalfOfId', reason: 'Bara en planerare kan skriva åt någon annan.' },
    ]);
    const whole = await save(planner, id, { done: 'Berättat i telefon.', onBehalfOfId: ruth, channel: 'phone' }, 1);
    expect(whole.body.followUp).toMatchObject({
      onBehalfOf: { name: 'Ruth Rapportör' },
      channel: 'phone',
      updatedBy: { name: 'Petra Planerare' },
    });
    expect((await audited(id)).at(-1)).toMatchObject({ person_id: planner.session?.person.id, on_behalf_of_id: ruth });
    const own = await save(reporter, id, { done: 'Skrivet själv.' }, 2);
    expect(own.body.followUp).toMatchObject({ onBehalfOf: null, channel: null });
  });

  it('change reporter to somebody who can be one', async () => {
    const { reporter, ids } = await scene();
    const id = ids[0] ?? '';
    const other = await app.person('Olga Annan', [{ role: 'reader' }]);
    const refused = await save(planner, id, { reporterId: other.session?.person.id }, 1);
    expect(refused.problem).toMatchObject({
      status: 422,
      errors: [
        {
          pointer: '/reporterId',
          reason: 'Välj någon som är rapportör för en ansvarig organisation, eller en planerare.',
        },
      ],
    });
    const planners = await save(planner, id, { reporterId: planner.session?.person.id }, 1);
    expect(planners.body.followUp.reporter?.name).toBe('Petra Planerare');
    expect((await save(reporter, id, { reporterId: null }, 2)).body.followUp.reporter).toBeNull();
  });

  it('refuse what cannot be stored or read, each at its field', async () => {
    const { reporter, ids } = await scene();
    const id = ids[0] ?? '';
    const cases: [object, string][] = [
      [{ judgement: 'bra' }, '/judgement'],
      [{ done: 7 }, '/done'],
      [{ done: null }, '/done'],
      [{ results: 'a\u0000b' }, '/results'],
      [{ obstacles: 'x'.repeat(20_001) }, '/obstacles'],
      [{ nextStepDate: '2026-13-45' }, '/nextStepDate'],
      [{ nothingNew: 'ja' }, '/nothingNew'],
      [{ reporterId: '1' }, '/reporterId'],
      [{ channel: 'brev' }, '/channel'],
      [{ state: 'accepted' }, '/state'],
    ];
    for (const [body, pointer] of cases) {
      const refused = await save(reporter, id, body, 1);
      expect([refused.status, refused.problem.errors?.[0]?.pointer]).toEqual([400, pointer]);
    }
    expect((await take(reporter, id, 'adopt', 1)).problem.errors).toMatchObject([{ pointer: '/transition' }]);
    expect((await take(reporter, id, 'accept', 1)).problem).toMatchObject({
      status: 409,
      detail: '”Godkänn” går inte när svaret har läget utkast.',
    });
    expect(await stored(id)).toMatchObject({ version: 1, judgement: null, done: '' });
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

  it('of an adopted round are refused by the database itself, to the application’s own role too', async () => {
    const { round, reporter, ids } = await scene();
    const id = ids[0] ?? '';
    await app.db.query('ALTER TABLE follow_up_round DISABLE TRIGGER follow_up_round_adopted');
    await app.db.query(`UPDATE follow_up_round SET state = 'adopted' WHERE id = $1`, [round.id]);
    await app.db.query('ALTER TABLE follow_up_round ENABLE TRIGGER follow_up_round_adopted');
    const locked = await save(reporter, id, { done: 'Efteråt.' }, 1);
    expect(locked.problem).toMatchObject({ status: 409, code: 'locked', title: 'Omgången är låst' });
    expect((await save(planner, id, { done: 'Efteråt.' }, 1)).problem.code).toBe('locked');
    expect((await take(planner, id, 'submit', 1)).problem.code).toBe('locked');
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

  it('cost as many statements with 60 activities as with 10', async () => {
    const counts: number[][] = [];
    for (const activities of [10, 60]) {
      const { reporter, plan, ids } = await scene(activities);
      const id = ids[3] ?? '';
      const page = await countQueries(app, () => get(reporter, id));
      const saving = await countQueries(app, () => save(reporter, id, { done: 'Klart.', judgement: 'completed' }, 1));
      const submitting = await countQueries(app, () => take(reporter, id, 'submit', 2));
      counts.push([page, saving, submitting]);
      expect((await planner.get<RoundPage>(paths.planRound(plan.slug, '2025'))).body.round.answers.submitted).toBe(1);
    }
    expect(counts[1]).toEqual(counts[0]);
    expect(Math.max(...counts.flat())).toBeLessThan(20);
  });
});
