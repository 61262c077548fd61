import {
  paths,
  type Retention,
  type RetentionClass,
  type RoundPage,
  type RoundRegistration,
} from '@samhandling/contracts';
import pg from 'pg';
import { dispose } from '../../api/src/cli/dispose.command.ts';
import { DisposalService } from '../../api/src/record/retention/disposal.service.ts';
import { VerifyingService } from '../../api/src/record/verifying/verifying.service.ts';
import { startTestApp, type TestApp, type TestClient } from '../support/app.ts';
import { buildPlan } from '../support/plan-builder.ts';
import { openRound } from '../support/round-builder.ts';

describe('gallring', () => {
  let app: TestApp;
  let planner: TestClient;
  beforeAll(async () => {
    app = await startTestApp();
    planner = await app.person('Petra Planerare', [{ role: 'planner' }]);
  });
  afterAll(() => app.close());

  const write = async (rows: number, age: string) => {
    await app.db.query('BEGIN');
    await app.db.query(`SELECT set_config('samhandling.county', $1, true)`, [app.countyId]);
    await app.db.query(
      `INSERT INTO audit_event (id, county_id, at, person_id, on_behalf_of_id, source, request_id, action, entity, entity_id, changes)
       SELECT gen_random_uuid(), $1, now() - $3::interval, $4, $4, 'web', 'begäran', 'update', 'follow_up', gen_random_uuid(), '{"done": {"old": "", "new": "Kalle var med."}}'
       FROM generate_series(1, $2::int)`,
      [app.countyId, rows, age, planner.session?.person.id],
    );
    await app.db.query('COMMIT');
  };
  const verified = () => app.app.get(VerifyingService, { strict: false }).verify(app.countyId, []);
  const run = () => app.app.get(DisposalService, { strict: false }).run(app.countyId);
  const retention = async () => (await planner.get<Retention>(paths.retention())).body;
  const classOf = async (key: string): Promise<RetentionClass> => {
    const found = (await retention()).classes.find((one) => one.key === key);
    if (!found) throw new Error(`No class ${key}.`);
    return found;
  };
  const name = 'Personuppgifter i loggen';

  it('begins with what a county usually decides', async () => {
    expect((await retention()).classes.map(({ key, years, isAlwaysKept }) => [key, years, isAlwaysKept])).toEqual([
      ['plan', null, true],
      ['round', null, true],
      ['report', null, true],
      ['import', 2, false],
      ['answer_link', 2, false],
      ['mail', 2, false],
      ['record', 10, false],
    ]);
  });

  it('takes who and what from old rows, keeps that it happened, and the chain still holds', async () => {
    await write(3, '11 years');
    await write(2, '9 years');
    const before = await classOf('record');
    expect(before).toMatchObject({ due: 3 });
    expect(await run()).toEqual([{ name, count: 3 }]);
    const rows = await app.db.query(
      `SELECT person_id, on_behalf_of_id, request_id, salt, changes, action, entity FROM audit_event WHERE entity = 'follow_up' AND at < now() - interval '10 years'`,
    );
    const bare = { person_id: null, on_behalf_of_id: null, request_id: null, salt: null, changes: { done: {} } };
    expect(rows).toEqual(Array.from({ length: 3 }, () => ({ ...bare, action: 'update', entity: 'follow_up' })));
    expect(await verified()).toMatchObject({ disposed: 3, findings: [] });
    expect((await classOf('record')).due).toBe(0);
    expect((await retention()).disposals[0]).toMatchObject({
      name,
      count: 3,
      from: before.oldest,
      before: before.before,
    });
    expect(await run()).toEqual([]);
  });

  it('is seen when a disposed row is altered in what it keeps', async () => {
    const [row] = await app.db.query<{ id: string }>(
      'SELECT id FROM audit_event WHERE disposed_by IS NOT NULL LIMIT 1',
    );
    const set = async (sql: string) => {
      await app.db.query('SET session_replication_role = replica');
      await app.db.query(sql, [row?.id]);
      await app.db.query('SET session_replication_role = origin');
    };
    await set(`UPDATE audit_event SET changes = '{"results": {}}' WHERE id = $1`);
    expect((await verified()).findings.map(({ kind }) => kind)).toEqual(['altered_kept']);
    await set(`UPDATE audit_event SET changes = '{"done": {}}' WHERE id = $1`);
    await set(`UPDATE audit_event SET disposed_by = gen_random_uuid() WHERE id = $1`);
    expect((await verified()).findings.map(({ kind }) => kind).sort()).toEqual([
      'disposed_count',
      'disposed_without_entry',
    ]);
    await set(
      `UPDATE audit_event SET disposed_by = (SELECT disposed_by FROM audit_event WHERE disposed_by IS NOT NULL AND id <> $1 LIMIT 1) WHERE id = $1`,
    );
    expect((await verified()).findings).toEqual([]);
  });

  it('takes nothing younger than decided, whoever asks', async () => {
    const [young] = await app.db.query<{ id: string }>(
      `SELECT id FROM audit_event WHERE disposed_by IS NULL AND changes ? 'done' LIMIT 1`,
    );
    await expect(
      app.db.query(
        `UPDATE audit_event SET person_id = NULL, on_behalf_of_id = NULL, request_id = NULL, salt = NULL, changes = '{"done": {}}', disposed_by = gen_random_uuid() WHERE id = $1`,
        [young?.id],
      ),
    ).rejects.toMatchObject({ code: 'SH003' });
    const client = new pg.Client({ connectionString: app.db.appUrl });
    await client.connect();
    await client.query(`SELECT set_config('samhandling.county', $1, false)`, [app.countyId]);
    expect((await client.query(`SELECT dispose_batch('record', 100) AS taken`)).rows).toEqual([{ taken: 0 }]);
    await expect(client.query(`SELECT dispose_batch('record', 0)`)).rejects.toMatchObject({ code: '22023' });
    await client.end();
  });

  it('is done once however many do it at the same time, and in batches', async () => {
    await write(2500, '12 years');
    const other = await startTestApp({ on: app });
    const counts = await Promise.all([
      run(),
      other.app.get(DisposalService, { strict: false }).run(app.countyId),
      run(),
    ]);
    await other.close();
    expect(counts.flat().reduce((sum, { count }) => sum + count, 0)).toBe(2500);
    expect(await verified()).toMatchObject({ disposed: 2503, findings: [] });
  });

  it('takes drafts, addresses of mails and browsers of links too, and tells first by --dry-run', async () => {
    await app.db.query(
      `INSERT INTO plan_import (id, county_id, source_name, source_text, source_sha256, settings, decisions, created_at, created_by)
       VALUES (gen_random_uuid(), $1, 'plan.txt', 'Text', '', '{}', '{}', now() - interval '3 years', $2)`,
      [app.countyId, planner.session?.person.id],
    );
    await app.db.query(
      `INSERT INTO mail_message (id, county_id, person_id, address, kind, day, state, subject, contents, created_at)
       VALUES (gen_random_uuid(), $1, $2, 'petra@example.org', 'digest', '2020-01-01', 'sent', 'Att göra', '[{"words": "x"}]', now() - interval '3 years')`,
      [app.countyId, planner.session?.person.id],
    );
    const said: string[] = [];
    const command = async (options: Parameters<typeof dispose>[0]) => {
      said.length = 0;
      await dispose(options, { DATABASE_URL: app.db.ownerUrl }, (line) => said.push(line));
      return said.join('\n');
    };
    expect(await command({ dryRun: true })).toMatch(
      /07 Kronobergs län: Utkast till planer, 1 skulle gallras, från före /,
    );
    expect(await app.db.query('SELECT 1 FROM plan_import')).toHaveLength(1);
    expect(await command({ county: '07' })).toMatch(/Utskick, 1 gallrade/);
    expect(await app.db.query('SELECT 1 FROM plan_import')).toHaveLength(0);
    expect(await app.db.query('SELECT person_id, address, subject, contents, state FROM mail_message')).toEqual([
      { person_id: null, address: '', subject: '', contents: [], state: 'sent' },
    ]);
    expect(await command({})).toBe('Inget har passerat sin frist.');
    await expect(command({ county: '99' })).rejects.toThrow('Det finns inget län med koden ”99”.');
    expect((await planner.get<{ total: number }>(paths.mailLog())).body.total).toBe(0);
  });

  describe('as the county decides', () => {
    it('is changed from the version it has, and recorded', async () => {
      const before = await classOf('record');
      const path = paths.retentionClass(before.id);
      const changed = await planner.patch<RetentionClass>(
        path,
        { years: 5, decisionReference: ' Dnr 1-2026 ' },
        before.version,
      );
      expect(changed.body).toMatchObject({
        years: 5,
        decisionReference: 'Dnr 1-2026',
        version: before.version + 1,
        due: 2,
      });
      const stale = await planner.patch<RetentionClass>(path, { years: 20 }, before.version);
      expect(stale.status).toBe(412);
      expect((await planner.send('PATCH', path, { body: { years: 20 } })).status).toBe(428);
      expect(
        await app.db.query(`SELECT changes FROM audit_event WHERE entity_id = $1 AND action = 'update'`, [before.id]),
      ).toEqual([{ changes: { years: { old: 10, new: 5 }, decisionReference: { old: '', new: 'Dnr 1-2026' } } }]);
      const kept = await planner.patch<RetentionClass>(path, { years: null }, changed.body.version);
      expect(kept.body).toMatchObject({ years: null, due: 0, before: null });
    });

    it('never takes what is kept for good, and refuses what makes no sense', async () => {
      const report = await classOf('report');
      const refused = await planner.patch(paths.retentionClass(report.id), { years: 10 }, report.version);
      expect(refused.problem).toMatchObject({ status: 409, code: 'rule' });
      expect(refused.problem.errors?.[0]?.pointer).toBe('/years');
      for (const body of [{ years: 0 }, { years: 1.5 }, { years: '5' }, { years: 101 }, { name: '  ' }, { key: 'x' }])
        expect(
          (await planner.patch(paths.retentionClass(report.id), body, report.version)).status,
        ).toBeGreaterThanOrEqual(400);
    });

    it('is shown to planners of the county only', async () => {
      const reader = await app.person('Lars Läsare', [{ role: 'reader' }]);
      expect((await reader.get(paths.retention())).status).toBe(403);
      const [other] = await app.db.query<{ id: string }>(`SELECT id FROM county WHERE code = '06'`);
      const stranger = await app.person('Sten Främling', [{ role: 'planner' }], other?.id);
      const { id, version } = await classOf('mail');
      expect((await stranger.patch(paths.retentionClass(id), { years: 1 }, version)).status).toBe(404);
      expect((await stranger.get<Retention>(paths.retention())).body.rounds).toEqual([]);
    });
  });

  it('keeps the record number of a round beside it', async () => {
    const plan = await buildPlan(app, { state: 'adopted' });
    const round = await openRound(planner, plan);
    const path = paths.roundRegistration(round.id);
    const given = await planner.put<RoundRegistration>(path, { recordsNumber: ' 704-12-2026 ' }, 0);
    expect(given.body).toMatchObject({ label: '2025', recordsNumber: '704-12-2026', version: 1 });
    expect((await planner.put(path, { recordsNumber: 'annat' }, 0)).status).toBe(412);
    expect((await planner.put<RoundRegistration>(path, { recordsNumber: '' }, 1)).body).toMatchObject({
      recordsNumber: '',
      version: 2,
    });
    expect((await planner.put(paths.roundRegistration(app.countyId), { recordsNumber: 'x' }, 0)).status).toBe(404);
    await planner.put(path, { recordsNumber: '704-13-2026' }, 2);
    expect((await planner.get<RoundPage>(paths.planRound(plan.slug, '2025'))).body.round.recordsNumber).toBe(
      '704-13-2026',
    );
    expect((await retention()).rounds.map(({ roundId }) => roundId)).toEqual([round.id]);
  });
});
