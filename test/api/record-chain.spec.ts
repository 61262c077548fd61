import pg from 'pg';
import { VerifyingService } from '../../api/src/record/verifying/verifying.service.ts';
import { startTestApp, type TestApp } from '../support/app.ts';

describe('the chain of the record', () => {
  let app: TestApp;
  let client: pg.Client;
  beforeAll(async () => {
    app = await startTestApp();
    client = new pg.Client({ connectionString: app.db.appUrl });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await app.close();
  });

  const ROW = `INSERT INTO audit_event (id, county_id, source, request_id, action, entity, entity_id, changes)
    SELECT gen_random_uuid(), current_county(), 'web', $2::text, 'update', 'outcome', gen_random_uuid(), jsonb_build_object('value', jsonb_build_object('new', n), $2::text, jsonb_build_object('old', 'åäö 😀', 'new', null))
    FROM generate_series(1, $1::int) n`;
  const within = async (countyId: string, end: 'COMMIT' | 'ROLLBACK', body: () => Promise<unknown>, by = client) => {
    await by.query('BEGIN');
    await by.query(`SELECT set_config('samhandling.county', $1, true)`, [countyId]);
    await body();
    await by.query(end);
  };
  const write = (rows: number, marked = 'm', by = client, countyId = app.countyId) =>
    within(countyId, 'COMMIT', () => by.query(ROW, [rows, marked]), by);
  const links = () =>
    app.db.query<{ seq: number }>('SELECT seq::int FROM audit_link WHERE county_id = $1 ORDER BY seq', [app.countyId]);
  const verify = (anchors: { seq: number; hash: string }[] = []) =>
    app.app.get(VerifyingService, { strict: false }).verify(app.countyId, anchors);
  const kinds = async (anchors: { seq: number; hash: string }[] = []) =>
    (await verify(anchors)).findings.map(({ kind, seq }) => [kind, seq]);
  /** What only somebody with the whole machine can do: past triggers and policies. */
  const tamper = async (sql: string, values: unknown[] = []) => {
    await app.db.query(`SET session_replication_role = replica`);
    await app.db.query(sql, values);
    await app.db.query(`SET session_replication_role = origin`);
  };
  const eventAt = async (seq: number) => {
    const [row] = await app.db.query<{ id: string }>(
      'SELECT audit_event_id AS id FROM audit_link WHERE county_id = $1 AND seq = $2',
      [app.countyId, seq],
    );
    return row?.id ?? '';
  };

  it('grows with every commit, one link a row, whatever the row holds, and verifies', async () => {
    await write(1, 'a\t"b"\\');
    await write(3000);
    expect((await links()).map(({ seq }) => seq)).toEqual(Array.from({ length: 3001 }, (_, index) => index + 1));
    expect(await verify()).toMatchObject({ events: 3001, disposed: 0, findings: [], head: { seq: 3001 } });
  });

  it('leaves no link of what was rolled back, neither whole nor to a savepoint', async () => {
    const before = (await links()).length;
    await within(app.countyId, 'ROLLBACK', () => client.query(ROW, [5, 'undone']));
    expect((await links()).length).toBe(before);
    await within(app.countyId, 'COMMIT', async () => {
      await client.query(ROW, [1, 'kept']);
      await client.query('SAVEPOINT half');
      await client.query(ROW, [7, 'undone']);
      await client.query('ROLLBACK TO half');
      await client.query(ROW, [1, 'kept']);
    });
    expect((await links()).length).toBe(before + 2);
    expect(await kinds()).toEqual([]);
  });

  it('has neither gap nor fork when many write at once, in two counties', async () => {
    const [other] = await app.db.query<{ id: string }>(`SELECT id FROM county WHERE code = '06'`);
    const before = (await links()).length;
    const writers = await Promise.all(
      Array.from({ length: 8 }, async () => {
        const one = new pg.Client({ connectionString: app.db.appUrl });
        await one.connect();
        return one;
      }),
    );
    await Promise.all(
      writers.map(async (one, index) => {
        for (let turn = 0; turn < 25; turn += 1)
          await write(1 + (turn % 3), `w${index}`, one, turn % 5 === 4 ? (other?.id ?? '') : app.countyId);
      }),
    );
    await Promise.all(writers.map((one) => one.end()));
    const seqs = (await links()).map(({ seq }) => seq);
    const rows = Array.from({ length: 25 }, (_, turn) => (turn % 5 === 4 ? 0 : 1 + (turn % 3))).reduce((a, b) => a + b);
    expect(seqs.length).toBe(before + 8 * rows);
    expect(seqs.at(-1)).toBe(seqs.length);
    expect(await kinds()).toEqual([]);
  });

  it('is refused to the application: it can neither change the record nor its chain, nor choose the salt', async () => {
    const refused = async (sql: string) => {
      await client.query('BEGIN');
      await client.query(`SELECT set_config('samhandling.county', $1, true)`, [app.countyId]);
      const code = await client.query(sql).then(
        () => 'let through',
        (fault: { code: string }) => fault.code,
      );
      await client.query('ROLLBACK');
      return code;
    };
    for (const sql of [
      `UPDATE audit_event SET action = 'x'`,
      'DELETE FROM audit_event',
      'TRUNCATE audit_event',
      `UPDATE audit_link SET hash = ''`,
      'DELETE FROM audit_link',
      `INSERT INTO audit_link (county_id, seq, audit_event_id, personal_hash, content_hash, hash) VALUES (current_county(), 99999, gen_random_uuid(), '', '', '')`,
      `INSERT INTO audit_event (id, county_id, source, action, entity, entity_id, changes, salt) VALUES (gen_random_uuid(), current_county(), 'web', 'x', 'x', gen_random_uuid(), '{}', '')`,
      `SELECT chain_audit(current_county(), now())`,
      `ALTER TABLE audit_event DISABLE TRIGGER audit_event_chained`,
    ])
      expect([sql, await refused(sql)]).toEqual([sql, '42501']);
  });

  it('is refused to the owner too', async () => {
    for (const sql of [
      `UPDATE audit_event SET action = 'x'`,
      `UPDATE audit_event SET person_id = NULL, salt = NULL, changes = '{}', disposed_by = gen_random_uuid()`,
      'DELETE FROM audit_event',
      'TRUNCATE audit_event',
      `UPDATE audit_link SET hash = ''`,
      'DELETE FROM audit_link',
      'TRUNCATE audit_link',
    ])
      await expect(app.db.query(sql)).rejects.toMatchObject({ code: 'SH003' });
  });

  describe('verified', () => {
    beforeAll(async () => {
      await app.db.query('CREATE TABLE kept_event AS SELECT * FROM audit_event');
      await app.db.query('CREATE TABLE kept_link AS SELECT * FROM audit_link');
      await app.db.query('ALTER TABLE audit_link DROP CONSTRAINT audit_link_counts_from_one');
    });
    afterEach(async () => {
      for (const table of ['event', 'link']) {
        await tamper(`DELETE FROM audit_${table}`);
        await tamper(`INSERT INTO audit_${table} SELECT * FROM kept_${table}`);
      }
      expect(await kinds()).toEqual([]);
    });

    it('tells an altered row, and which side of it was altered', async () => {
      await tamper(`UPDATE audit_event SET changes = jsonb_set(changes, '{value,new}', '-1') WHERE id = $1`, [
        await eventAt(5),
      ]);
      await tamper(`UPDATE audit_event SET at = at + interval '1 microsecond' WHERE id = $1`, [await eventAt(9)]);
      expect(await kinds()).toEqual([
        ['altered_personal', 5],
        ['altered_kept', 9],
      ]);
    });

    it('tells a row that lost its person without any gallring', async () => {
      await tamper(
        `UPDATE audit_event SET salt = NULL, request_id = NULL, disposed_by = id, changes = '{"m": {}, "value": {}}' WHERE id = $1`,
        [await eventAt(6)],
      );
      expect(await kinds()).toEqual([['disposed_without_entry', null]]);
    });

    it('tells a row that was put in past the chain', async () => {
      await tamper(
        `INSERT INTO audit_event (id, county_id, source, action, entity, entity_id, changes)
         VALUES (gen_random_uuid(), $1, 'web', 'x', 'x', gen_random_uuid(), '{}')`,
        [app.countyId],
      );
      expect(await kinds()).toEqual([['not_chained', null]]);
    });

    it('tells rows that have changed places', async () => {
      await tamper(`UPDATE audit_link SET seq = -seq WHERE seq IN (10, 11) AND county_id = $1`, [app.countyId]);
      await tamper(`UPDATE audit_link SET seq = 21 + seq WHERE seq < 0`);
      expect(await kinds()).toEqual([
        ['broken_link', 10],
        ['broken_link', 11],
        ['broken_link', 12],
      ]);
    });

    it('tells a row that is gone, a link that is gone, and both', async () => {
      await tamper('DELETE FROM audit_event WHERE id = $1', [await eventAt(20)]);
      await tamper('DELETE FROM audit_link WHERE seq = 30 AND county_id = $1', [app.countyId]);
      await tamper('DELETE FROM audit_event WHERE id = $1', [await eventAt(40)]);
      await tamper('DELETE FROM audit_link WHERE seq = 40 AND county_id = $1', [app.countyId]);
      expect(await kinds()).toEqual([
        ['missing_row', 20],
        ['missing_link', 30],
        ['missing_link', 40],
        ['not_chained', null],
      ]);
    });

    it('tells a tail that was cut off and a chain written anew, by what was written down before', async () => {
      const { head } = await verify();
      await tamper('DELETE FROM audit_event WHERE id = $1', [await eventAt(head.seq)]);
      await tamper('DELETE FROM audit_link WHERE seq = $1 AND county_id = $2', [head.seq, app.countyId]);
      expect(await kinds()).toEqual([]);
      expect(await kinds([head])).toEqual([['cut', head.seq - 1]]);
      expect(await kinds([{ seq: 40, hash: 'f'.repeat(64) }])).toEqual([['rewritten', 40]]);
    });
  });
});
