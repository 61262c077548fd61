import { paths, type Reporter } from '@samhandling/contracts';
import { v7 as newId } from 'uuid';
import { startTestApp, type TestApp, type TestClient } from '../support/app.ts';
import { buildOrganisation } from '../support/plan-builder.ts';
import { countQueries } from '../support/query-counter.ts';
import { completeRound, getFollowUp, moveRound, openRound, takeFollowUp } from '../support/round-builder.ts';
import { assign, idOf, reportersOf, sharedScene } from '../support/together.ts';

describe('reporters of a round', () => {
  let app: TestApp;
  let planner: TestClient;
  let second: TestClient;
  beforeAll(async () => {
    app = await startTestApp();
    planner = await app.person('Petra Planerare', [{ role: 'planner' }]);
    second = await app.person('Pål Planerare', [{ role: 'planner' }]);
  });
  afterAll(() => app.close());

  it('are listed with who reported last time and a proposal, that rotates between the responsible', async () => {
    const { plan, round, anna, bo, first, second: region } = await sharedScene(app, planner);
    const list = await reportersOf(planner, round.id);
    expect(list).toMatchObject({ round: { label: '2025' }, plan: { slug: plan.slug }, mayAssign: true });
    expect(list.rows.map((row) => [row.reference, row.reporter?.name, row.lastRound])).toEqual(
      plan.activities.map(({ reference }) => [reference, 'Anna Första', null]),
    );
    expect(list.rows[0]?.responsible.map(({ id }) => id)).toEqual([first.id, region.id]);
    expect(list.rows[0]?.proposal).toEqual({ id: idOf(anna), name: 'Anna Första', because: 'first_responsible' });
    expect(list.people.find(({ id }) => id === idOf(bo))).toMatchObject({
      organisations: [{ id: region.id }],
      hasAccount: true,
      email: bo.session?.person.email,
    });

    await completeRound(planner, plan, round);
    const [review] = [await moveRound(planner, await current(round.id), 'start_review')];
    const proposed = await moveRound(planner, review, 'propose_adoption');
    await moveRound(second, proposed, 'adopt');
    const next = await openRound(planner, plan, 2026);
    const again = await reportersOf(planner, next.id);
    expect(again.rows[0]).toMatchObject({
      lastRound: { name: 'Anna Första' },
      proposal: { name: 'Anna Första', because: 'last_round' },
    });
    const rotated = await reportersOf(planner, next.id, true);
    expect(rotated.rows.map((row) => row.proposal?.name)).toEqual(rotated.rows.map(() => 'Bo Andra'));
    expect(rotated.rows[0]?.proposal?.because).toBe('rotated');
    const adopted = await assign(planner, round.id, []);
    expect(adopted.problem).toMatchObject({ status: 409, code: 'locked' });
  });

  async function current(roundId: string) {
    const [row] = await app.db.query<{ version: number }>('SELECT version FROM follow_up_round WHERE id = $1', [
      roundId,
    ]);
    return { id: roundId, version: row?.version ?? 0 } as Parameters<typeof moveRound>[1];
  }

  it('are changed for many at once, each row judged by itself, and back again', async () => {
    const { round, ids, anna, bo } = await sharedScene(app, planner);
    const outsider = await app.person('Ulla Utanför', [
      { role: 'reporter', organisationId: (await buildOrganisation(app, `Annan ${newId()}`)).id },
    ]);
    const rows = (await reportersOf(planner, round.id)).rows;
    const [a, b, c, d] = rows;
    const answer = await assign(planner, round.id, [
      { followUpId: a?.followUpId ?? '', version: 1, reporterId: idOf(bo) },
      { followUpId: b?.followUpId ?? '', version: 1, reporterId: idOf(outsider) },
      { followUpId: c?.followUpId ?? '', version: 7, reporterId: idOf(bo) },
      { followUpId: d?.followUpId ?? '', version: 1, reporterId: idOf(anna) },
      { followUpId: a?.followUpId ?? '', version: 1, reporterId: null },
      { followUpId: newId(), version: 1, reporterId: null },
    ]);
    expect(answer.status).toBe(200);
    expect(answer.body.results.map(({ result, version, reporter }) => [result, version, reporter?.name])).toEqual([
      ['saved', 2, 'Bo Andra'],
      ['refused', 1, 'Anna Första'],
      ['stale', 1, 'Anna Första'],
      ['unchanged', 1, 'Anna Första'],
      ['refused', 1, 'Anna Första'],
      ['refused', 1, undefined],
    ]);
    expect(answer.body.results[1]?.reason).toBe(
      'Personen rapporterar inte för någon av de ansvariga organisationerna.',
    );
    const page = await getFollowUp(bo, ids[0] ?? '');
    expect(page.followUp).toMatchObject({ reporter: { name: 'Bo Andra' }, version: 2, updatedBy: null });
    const audited = await app.db.query<{ changes: unknown }>(
      `SELECT changes FROM audit_event WHERE entity = 'follow_up' AND entity_id = $1 AND action = 'update'`,
      [ids[0]],
    );
    expect(audited).toEqual([{ changes: { reporterId: { old: idOf(anna), new: idOf(bo) } } }]);

    const undone = await assign(planner, round.id, [{ followUpId: ids[0] ?? '', version: 2, reporterId: idOf(anna) }]);
    expect(undone.body.results[0]).toMatchObject({ result: 'saved', version: 3, reporter: { name: 'Anna Första' } });
  });

  it('are not changed of an accepted answer, by others than planners, or of another county', async () => {
    const { round, ids, anna, bo } = await sharedScene(app, planner, 1);
    const [id = ''] = ids;
    const row = [{ followUpId: id, version: 1, reporterId: idOf(bo) }];
    const reader = await app.person('Rut Läsare', [{ role: 'reader' }]);
    expect((await assign(anna, round.id, row)).status).toBe(403);
    expect((await assign(reader, round.id, row)).status).toBe(403);
    expect((await reportersOf(reader, round.id)).people.every(({ email }) => email === '')).toBe(true);
    const [other] = await app.db.query<{ id: string }>(`SELECT id FROM county WHERE code = '08'`);
    const elsewhere = await app.person('Eva Grannlän', [{ role: 'planner' }], other?.id);
    expect((await assign(elsewhere, round.id, row)).status).toBe(404);
    expect((await elsewhere.get(paths.roundReporters(round.id))).status).toBe(404);

    await planner.patch(paths.followUp(id), { judgement: 'on_track', done: 'Klart.' }, 1);
    await takeFollowUp(planner, id, 'submit', 2);
    await takeFollowUp(planner, id, 'accept', 3);
    const accepted = await assign(planner, round.id, [{ followUpId: id, version: 4, reporterId: idOf(bo) }]);
    expect(accepted.body.results[0]).toMatchObject({
      result: 'refused',
      reason: 'Svaret är godkänt. Ångra godkännandet först om någon annan ska rapportera.',
    });
  });

  it('keep one of two who assign the same rows at once', async () => {
    const { round, ids, bo } = await sharedScene(app, planner, 8);
    const rows = ids.map((followUpId) => ({ followUpId, version: 1, reporterId: idOf(bo) }));
    const [one, two] = await Promise.all([
      assign(planner, round.id, rows),
      assign(
        second,
        round.id,
        [...rows].reverse().map((row) => ({ ...row, reporterId: null })),
      ),
    ]);
    const results = [...one.body.results, ...two.body.results].map(({ result }) => result);
    expect(results.filter((result) => result === 'saved')).toHaveLength(ids.length);
    expect(results.filter((result) => result === 'stale')).toHaveLength(ids.length);
  });

  it('take as many statements for one activity as for many', async () => {
    const few = await sharedScene(app, planner, 1);
    const many = await sharedScene(app, planner, 12);
    const reading = (id: string) => countQueries(app, () => reportersOf(planner, id));
    expect(await reading(many.round.id)).toBe(await reading(few.round.id));
    const writing = ({ round, ids, bo }: typeof few) =>
      countQueries(app, () =>
        assign(
          planner,
          round.id,
          ids.map((followUpId) => ({ followUpId, version: 1, reporterId: idOf(bo) })),
        ),
      );
    expect(await writing(many)).toBe(await writing(few));
  });

  it('may be people without an account, whose address is nobody’s', async () => {
    const organisation = await buildOrganisation(app, `Byalaget ${newId()}`);
    const wanted = { name: '  Lina  Länk ', email: 'Lina.Lank@example.org', organisationId: organisation.id };
    const made = await planner.post<Reporter>(paths.reporters(), wanted);
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      name: 'Lina Länk',
      email: 'lina.lank@example.org',
      organisations: [organisation],
      hasAccount: false,
    });
    const signIn = await app.anonymous().post(`/api/v1/session`, { email: 'lina.lank@example.org', password: 'x' });
    expect(signIn.status).toBe(401);
    const again = await planner.post(paths.reporters(), wanted);
    expect(again.problem).toMatchObject({
      status: 409,
      code: 'duplicate',
      detail: `Lina Länk finns redan som rapportör för ${organisation.name}.`,
    });
    const [other] = await app.db.query<{ id: string }>(`SELECT id FROM county WHERE code = '08'`);
    await app.person('Hemlig Granne', [{ role: 'reader' }], other?.id);
    const [neighbour] = await app.db.query<{ email: string }>(`SELECT email FROM person WHERE name = 'Hemlig Granne'`);
    const taken = await planner.post(paths.reporters(), { ...wanted, email: neighbour?.email });
    expect(taken.problem.code).toBe('duplicate');
    expect(taken.problem.detail).not.toContain('Hemlig');
    expect((await planner.post(paths.reporters(), { ...wanted, email: 'inte en adress' })).status).toBe(400);
    expect(
      (await planner.post(paths.reporters(), { ...wanted, email: 'ny@example.org', organisationId: newId() })).problem,
    ).toMatchObject({ status: 422, errors: [{ pointer: '/organisationId' }] });
    const reporter = await app.person('Ruth', [{ role: 'reporter', organisationId: organisation.id }]);
    expect((await reporter.post(paths.reporters(), wanted)).status).toBe(403);
  });
});
