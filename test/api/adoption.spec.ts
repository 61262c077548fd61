import { paths, type FollowUpPage, type Round, type RoundPage, type ToDo } from '@samhandling/contracts';
import pg from 'pg';
import { startTestApp, type TestApp, type TestClient } from '../support/app.ts';
import { buildPlan, type BuiltPlan } from '../support/plan-builder.ts';
import { countQueries } from '../support/query-counter.ts';
import { completeRound, followUpsOfRound, moveRound, openRound } from '../support/round-builder.ts';

describe('adopting a round', () => {
  let app: TestApp;
  let first: TestClient;
  let second: TestClient;
  let third: TestClient;
  beforeAll(async () => {
    app = await startTestApp();
    first = await app.person('Petra Planerare', [{ role: 'planner' }]);
    second = await app.person('Per Planerare', [{ role: 'planner' }]);
    third = await app.person('Pia Planerare', [{ role: 'planner' }]);
  });
  afterAll(() => app.close());

  /** A round where everything is accepted and judged, in review and not yet proposed. */
  const complete = async (activities = 4): Promise<{ plan: BuiltPlan; round: Round }> => {
    const plan = await buildPlan(app, { activities, state: 'adopted' });
    const open = await openRound(first, plan);
    await completeRound(first, plan, open);
    return { plan, round: await moveRound(first, open, 'start_review') };
  };
  const take = (client: TestClient, round: Round, transition: string, reason?: string) =>
    client.post<Round>(
      paths.roundTransitions(round.id),
      { transition, ...(reason !== undefined && { reason }) },
      { ifMatch: round.version },
    );
  const frozen = (round: Round) =>
    app.db.query<{ version_number: number; sha256: string; canonical_json: string }>(
      'SELECT version_number, sha256, canonical_json FROM frozen_report WHERE round_id = $1 ORDER BY version_number',
      [round.id],
    );

  it('is stopped by what the dress rehearsal says is missing', async () => {
    const plan = await buildPlan(app, { state: 'adopted' });
    const round = await moveRound(first, await openRound(first, plan), 'start_review');
    expect(round.transitions.map((offer) => [offer.name, offer.allowed])).toEqual([
      ['resume', true],
      ['propose_adoption', false],
      ['withdraw_adoption', false],
      ['adopt', false],
    ]);
    expect(round.transitions[1]?.reasons).toEqual([
      'Provlåset visar att något saknas som måste finnas innan omgången fastställs.',
    ]);
    const refused = await take(first, round, 'propose_adoption');
    expect(refused.problem).toMatchObject({
      status: 409,
      code: 'rule',
      detail: 'Provlåset visar att något saknas som måste finnas innan omgången fastställs.',
    });
  });

  it('takes two people, freezes the version with its hash, and locks everything', async () => {
    const { plan, round } = await complete();
    const proposed = await moveRound(first, round, 'propose_adoption');
    expect(proposed).toMatchObject({ state: 'in_review', adoptionProposedBy: { name: 'Petra Planerare' } });
    expect((await take(first, proposed, 'propose_adoption')).problem.detail).toBe('Fastställande är redan föreslaget.');
    const alone = await take(first, proposed, 'adopt');
    expect(alone.problem).toMatchObject({
      status: 409,
      detail: 'Den som föreslog fastställandet kan inte själv bekräfta det. En annan planerare behövs.',
    });
    expect(await frozen(round)).toEqual([]);

    const adopted = await take(second, proposed, 'adopt');
    expect(adopted.body).toMatchObject({
      state: 'adopted',
      versionNumber: 1,
      transitions: [{ name: 'reopen', allowed: true }],
    });
    const [version] = adopted.body.versions;
    expect(version).toMatchObject({
      versionNumber: 1,
      proposedBy: { name: 'Petra Planerare' },
      adoptedBy: { name: 'Per Planerare' },
      reopenedReason: '',
      reopenedAt: null,
    });
    expect((await frozen(round)).map((row) => row.sha256)).toEqual([version?.sha256]);
    const audited = await app.db.query<{ action: string; person_id: string; changes: object }>(
      `SELECT action, person_id, changes FROM audit_event WHERE entity_id = $1 AND action IN ('propose', 'adopt') ORDER BY at`,
      [round.id],
    );
    expect(audited).toMatchObject([
      { action: 'propose', person_id: first.session?.person.id },
      {
        action: 'adopt',
        person_id: second.session?.person.id,
        changes: { state: { old: 'in_review', new: 'adopted' } },
      },
    ]);

    const page = (await first.get<RoundPage>(paths.planRound(plan.slug, '2025'))).body;
    const judge = await first.patch(
      paths.goalJudgement(page.goals[0]?.id ?? ''),
      { judgement: 'secured' },
      page.goals[0]?.version,
    );
    expect(judge.problem).toMatchObject({ status: 409, code: 'locked', title: 'Omgången är låst' });
    expect(page.goals[0]?.mayEdit).toBe(false);
    const [row] = await app.db.query<{ id: string; version: number }>(
      'SELECT id, version FROM follow_up WHERE round_id = $1 LIMIT 1',
      [round.id],
    );
    const locked = (await first.get<FollowUpPage>(paths.followUp(row?.id ?? ''))).body.followUp;
    expect(locked).toMatchObject({ mayEdit: false, transitions: [] });
    expect(locked.lockedReason).toMatch(
      /^Omgången 2025 fastställdes \d+ \p{L}+ \d{4} av Per Planerare och är låst\. En planerare kan öppna den igen med en motivering\.$/u,
    );
    expect((await first.patch(paths.followUp(row?.id ?? ''), { done: 'x' }, row?.version)).problem.code).toBe('locked');
    expect((await first.patch(paths.round(round.id), { label: 'x' }, adopted.body.version)).problem.code).toBe(
      'locked',
    );
    expect(
      (await first.get<ToDo>(paths.toDo())).body.groups
        .flatMap((group) => group.items)
        .filter((item) => item.plan?.slug === plan.slug),
    ).toEqual([]);
  });

  it('by two at once: one adopts, the other is told so, and one version exists', async () => {
    const { round } = await complete();
    const proposed = await moveRound(first, round, 'propose_adoption');
    const answers = await Promise.all([second, third].map((client) => take(client, proposed, 'adopt')));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 412]);
    const loser = answers.find((answer) => answer.status === 412);
    expect(loser?.problem.current).toMatchObject({ state: 'adopted', versions: [{ versionNumber: 1 }] });
    expect(await frozen(round)).toHaveLength(1);
    expect(
      await app.db.query(`SELECT 1 FROM audit_event WHERE entity_id = $1 AND action = 'adopt'`, [round.id]),
    ).toHaveLength(1);
    const winner = answers.find((answer) => answer.status === 200);
    const again = await take(third, winner?.body ?? proposed, 'adopt');
    expect(again.problem).toMatchObject({
      status: 409,
      code: 'rule',
      detail: '”Fastställ och lås” går inte när omgången är fastställd.',
    });
  });

  it('is all or nothing with a write that crosses it', async () => {
    const { round } = await complete();
    const proposed = await moveRound(first, round, 'propose_adoption');
    const rows = await app.db.query<{ id: string; version: number }>(
      'SELECT id, version FROM follow_up WHERE round_id = $1',
      [round.id],
    );
    const [adopted, ...undone] = await Promise.all([
      take(second, proposed, 'adopt'),
      ...rows.map((row) =>
        first.post(paths.followUpTransitions(row.id), { transition: 'undo_accept' }, { ifMatch: row.version }),
      ),
    ]);
    const states = await app.db.query<{ state: string }>('SELECT DISTINCT state FROM follow_up WHERE round_id = $1', [
      round.id,
    ]);
    // Either the round was locked with all accepted, or somebody undid first and then nothing could be adopted.
    if (adopted?.status === 200) {
      expect(states).toEqual([{ state: 'accepted' }]);
      expect(undone.map((answer) => answer.problem.code)).toEqual(rows.map(() => 'locked'));
    } else {
      expect(adopted?.problem).toMatchObject({ status: 409, code: 'rule' });
      expect(await frozen(round)).toEqual([]);
    }
  });

  it('makes a write wait, and then refuses it in the database', async () => {
    const { round } = await complete();
    const [row] = await app.db.query<{ id: string; version: number }>(
      'SELECT id, version FROM follow_up WHERE round_id = $1 LIMIT 1',
      [round.id],
    );
    const client = new pg.Client({ connectionString: app.db.appUrl });
    await client.connect();
    try {
      await client.query(`SELECT set_config('samhandling.county', $1, false)`, [app.countyId]);
      await app.db.query('BEGIN');
      await app.db.query('SELECT 1 FROM follow_up_round WHERE id = $1 FOR UPDATE', [round.id]);
      const bySql = client
        .query(`UPDATE follow_up SET done = 'Mitt i' WHERE id = $1`, [row?.id])
        .catch((fault: unknown) => fault);
      const byApi = first.post(
        paths.followUpTransitions(row?.id ?? ''),
        { transition: 'undo_accept' },
        { ifMatch: row?.version },
      );
      await app.db.query(
        `INSERT INTO frozen_report (id, county_id, plan_id, round_id, version_number, canonical_json, sha256, proposed_by, adopted_by, adopted_at)
         SELECT gen_random_uuid(), county_id, plan_id, id, 1, '{}', repeat('0', 64), $2, $3, now() FROM follow_up_round WHERE id = $1`,
        [round.id, first.session?.person.id, second.session?.person.id],
      );
      await app.db.query(`UPDATE follow_up_round SET state = 'adopted' WHERE id = $1`, [round.id]);
      await app.db.query('COMMIT');
      expect(await bySql).toMatchObject({ code: 'SH001' });
      expect((await byApi).problem).toMatchObject({ status: 409, code: 'locked' });
    } finally {
      await client.end();
    }
  });

  it('cannot be done or undone by SQL either, by the application’s own role', async () => {
    const { round } = await complete();
    const client = new pg.Client({ connectionString: app.db.appUrl });
    await client.connect();
    try {
      await client.query(`SELECT set_config('samhandling.county', $1, false)`, [app.countyId]);
      await expect(
        client.query(`UPDATE follow_up_round SET state = 'adopted' WHERE id = $1`, [round.id]),
      ).rejects.toMatchObject({ code: 'SH001' });
      await moveRound(second, await moveRound(first, round, 'propose_adoption'), 'adopt');
      const refused: [string, string][] = [
        [`UPDATE follow_up SET done = 'x' WHERE round_id = '${round.id}'`, 'SH001'],
        [`UPDATE goal_judgement SET text = 'x' WHERE round_id = '${round.id}'`, 'SH001'],
        [`UPDATE follow_up_round SET due = '2030-01-01' WHERE id = '${round.id}'`, 'SH001'],
        [`UPDATE follow_up_round SET state = 'open', version_number = 2 WHERE id = '${round.id}'`, 'SH001'],
        [`UPDATE frozen_report SET canonical_json = '{}' WHERE round_id = '${round.id}'`, '42501'],
        [`DELETE FROM frozen_report WHERE round_id = '${round.id}'`, '42501'],
      ];
      for (const [sql, code] of refused) await expect(client.query(sql)).rejects.toMatchObject({ code });
    } finally {
      await client.end();
    }
  });

  it('can be withdrawn before it is confirmed, and is when the round opens for answers again', async () => {
    const { round } = await complete();
    const proposed = await moveRound(first, round, 'propose_adoption');
    const withdrawn = await moveRound(second, proposed, 'withdraw_adoption');
    expect(withdrawn).toMatchObject({ state: 'in_review', adoptionProposedBy: null, adoptionProposedAt: null });
    expect((await take(second, withdrawn, 'adopt')).problem.detail).toContain(
      'Ingen har föreslagit att omgången fastställs.',
    );
    const again = await moveRound(first, withdrawn, 'propose_adoption');
    expect(await moveRound(first, again, 'resume')).toMatchObject({ state: 'open', adoptionProposedBy: null });
  });

  it('can be opened again with a reason, as version 2, while version 1 stays as it was', async () => {
    const { plan, round } = await complete();
    const adopted = await moveRound(second, await moveRound(first, round, 'propose_adoption'), 'adopt');
    const [before] = await frozen(round);
    const silent = await take(first, adopted, 'reopen', '   ');
    expect(silent.problem).toMatchObject({
      status: 422,
      errors: [{ pointer: '/reason', reason: 'Skriv varför omgången öppnas igen.' }],
    });
    const reopened = await moveRound(first, adopted, 'reopen', 'En siffra var fel.');
    expect(reopened).toMatchObject({
      state: 'open',
      versionNumber: 2,
      adoptionProposedBy: null,
      answers: { accepted: 4 },
    });
    expect(reopened.versions).toMatchObject([{ versionNumber: 1, reopenedReason: 'En siffra var fel.' }]);
    expect(reopened.versions[0]?.reopenedAt).not.toBeNull();
    expect(
      await app.db.query(`SELECT changes FROM audit_event WHERE entity_id = $1 AND action = 'reopen'`, [round.id]),
    ).toMatchObject([
      {
        changes: {
          state: { old: 'adopted', new: 'open' },
          versionNumber: { old: 1, new: 2 },
          reason: { new: 'En siffra var fel.' },
        },
      },
    ]);

    const page = (await first.get<RoundPage>(paths.planRound(plan.slug, '2025'))).body;
    const judged = await first.patch(
      paths.goalJudgement(page.goals[0]?.id ?? ''),
      { text: 'Rättad text.' },
      page.goals[0]?.version,
    );
    expect(judged.status).toBe(200);
    const review = await moveRound(first, reopened, 'start_review');
    const final = await moveRound(second, await moveRound(first, review, 'propose_adoption'), 'adopt');
    expect(final.versions.map((version) => [version.versionNumber, version.reopenedReason])).toEqual([
      [2, ''],
      [1, 'En siffra var fel.'],
    ]);
    const after = await frozen(round);
    expect(after[0]).toEqual(before);
    expect(after[1]?.sha256).not.toBe(before?.sha256);
    expect(after[1]?.canonical_json).toContain('Rättad text.');
  });

  it('cannot open again while the next round is open', async () => {
    const { plan, round } = await complete();
    const adopted = await moveRound(second, await moveRound(first, round, 'propose_adoption'), 'adopt');
    await openRound(first, plan, 2026);
    const refused = await take(first, { ...adopted }, 'reopen', 'En siffra var fel.');
    expect(refused.problem).toMatchObject({
      status: 409,
      detail: 'En annan omgång i planen är öppen eller under granskning. Fastställ den först.',
    });
    const [followUp] = await followUpsOfRound(first, plan, '2026');
    expect(followUp?.previous).toMatchObject({
      round: { label: '2025', state: 'adopted' },
      done: 'Träffen är hållen.',
    });
    expect((await first.get<RoundPage>(paths.planRound(plan.slug, '2026'))).body.goals[0]?.previous).toMatchObject({
      judgement: 'within_reach',
      text: 'På god väg.',
      round: { label: '2025' },
    });
  });

  it('costs as many statements with 30 activities as with 10', async () => {
    const counts: number[] = [];
    for (const activities of [10, 30]) {
      const { round } = await complete(activities);
      const proposed = await moveRound(first, round, 'propose_adoption');
      counts.push(await countQueries(app, () => moveRound(second, proposed, 'adopt')));
    }
    expect(counts[1]).toBe(counts[0]);
  });
});
