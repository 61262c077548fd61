import { paths, type RecordCheck } from '@samhandling/contracts';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verify } from '../../api/src/cli/verify.command.ts';
import { Clock } from '../../api/src/platform/clock/clock.ts';
import { Jobs } from '../../api/src/platform/jobs/jobs.ts';
import { startTestApp, type TestApp, type TestClient } from '../support/app.ts';
import { buildPlan } from '../support/plan-builder.ts';
import { completeRound, moveRound, openRound } from '../support/round-builder.ts';

class TurnedClock extends Clock {
  at = new Date();
  override now(): Date {
    return this.at;
  }
}

describe('samhandling verify', () => {
  const clock = new TurnedClock();
  let app: TestApp;
  let planner: TestClient;
  let folder: string;
  beforeAll(async () => {
    app = await startTestApp({ clock });
    folder = await mkdtemp(join(tmpdir(), 'samhandling-verify-'));
    planner = await app.person('Petra Planerare', [{ role: 'planner' }]);
    const second = await app.person('Per Planerare', [{ role: 'planner' }]);
    const plan = await buildPlan(app, { activities: 2, state: 'adopted' });
    const open = await openRound(planner, plan);
    await completeRound(planner, plan, open);
    await moveRound(
      second,
      await moveRound(planner, await moveRound(planner, open, 'start_review'), 'propose_adoption'),
      'adopt',
    );
  });
  afterAll(async () => {
    await app.close();
    await rm(folder, { recursive: true });
  });

  const run = async (options: Parameters<typeof verify>[0] = {}): Promise<{ said: string; failed: string }> => {
    const lines: string[] = [];
    const failed = await verify(options, { DATABASE_URL: app.db.ownerUrl }, (line) => lines.push(line)).then(
      () => '',
      (fault: Error) => fault.message,
    );
    return { said: lines.join('\n'), failed };
  };
  const tamper = async (sql: string) => {
    await app.db.query(`SET session_replication_role = replica`);
    await app.db.query(sql);
    await app.db.query(`SET session_replication_role = origin`);
  };

  it('says what there is and that everything holds', async () => {
    const { said, failed } = await run();
    expect(failed).toBe('');
    expect(said).toMatch(
      /^07 Kronobergs län: \d+ rader i loggen, varav 0 gallrade\. Frysta rapporter: 1, filer: 4\.$/m,
    );
    expect(said).toMatch(/Kedjans ände: nr \d+, [0-9a-f]{64}$/m);
    expect(said).toContain('Allt stämmer.');
    expect(said).not.toContain('Skåne');
  });

  it('tells a frozen report and a file that were altered, and a file that is gone', async () => {
    await tamper('CREATE TABLE kept_file AS SELECT * FROM frozen_file');
    await tamper(`UPDATE frozen_file SET bytes = bytes || '\\x00' WHERE format = 'pdf'`);
    await tamper(`DELETE FROM frozen_file WHERE format = 'docx'`);
    await tamper(`UPDATE frozen_report SET canonical_json = canonical_json || ' '`);
    const { said, failed } = await run();
    expect(failed).toBe('Kontrollen hittade 3 fel.');
    expect(said).toMatch(/FEL .*, 2025, version 1: rapporten stämmer inte med sin kontrollsumma\./);
    expect(said).toMatch(/FEL .*, pdf: filen stämmer inte med sin kontrollsumma\./);
    expect(said).toMatch(/FEL .*, docx: filen saknas\./);
    await tamper('DELETE FROM frozen_file; INSERT INTO frozen_file SELECT * FROM kept_file');
    await tamper(`UPDATE frozen_report SET canonical_json = rtrim(canonical_json)`);
    // A checksum that was made to fit does not make text canonical.
    await tamper(`CREATE TABLE kept_report AS SELECT * FROM frozen_report`);
    await tamper(
      `UPDATE frozen_report SET canonical_json = canonical_json || ' ', sha256 = encode(sha256(convert_to(canonical_json || ' ', 'UTF8')), 'hex')`,
    );
    expect((await run()).failed).toBe('Kontrollen hittade 1 fel.');
    await tamper('DELETE FROM frozen_report; INSERT INTO frozen_report SELECT * FROM kept_report');
    expect((await run()).failed).toBe('');
  });

  it('writes an anchor, and by it tells a chain that was cut afterwards', async () => {
    const file = join(folder, 'ankare.json');
    const written = await run({ writeAnchor: file });
    expect(written.said).toContain('Kedjornas ändar är skrivna till');
    expect((await run({ anchor: file })).said).toContain('Allt stämmer, också med ankaret från');
    const { counties } = JSON.parse(await readFile(file, 'utf8')) as { counties: { seq: number }[] };
    const seq = counties[0]?.seq ?? 0;
    await tamper(
      `CREATE TABLE cut AS SELECT * FROM audit_event WHERE id = (SELECT audit_event_id FROM audit_link WHERE seq = ${seq})`,
    );
    await tamper(`CREATE TABLE cut_link AS SELECT * FROM audit_link WHERE seq = ${seq}`);
    await tamper(`DELETE FROM audit_event WHERE id IN (SELECT id FROM cut); DELETE FROM audit_link WHERE seq = ${seq}`);
    expect((await run()).failed).toBe('');
    const { said, failed } = await run({ anchor: file });
    expect(failed).toBe('Kontrollen hittade 1 fel.');
    expect(said).toContain(`Kedjan slutar vid nr ${seq - 1}, men var minst ${seq} lång vid en tidigare kontroll.`);
    await tamper('INSERT INTO audit_event SELECT * FROM cut; INSERT INTO audit_link SELECT * FROM cut_link');
  });

  it('refuses a file that is no anchor in one sentence', async () => {
    const file = join(folder, 'annat.json');
    await writeFile(file, '{"form": "annat"}');
    expect((await run({ anchor: file })).failed).toContain('är ingen ankarfil');
    expect((await run({ anchor: join(folder, 'finns-inte') })).failed).toContain('gick inte att läsa');
  });

  describe('by itself', () => {
    const jobs = () => app.app.get(Jobs, { strict: false });
    const checks = () =>
      app.db.query<{ head_seq: string; finding_count: number }>(
        'SELECT head_seq, finding_count FROM record_check WHERE county_id = $1 ORDER BY at',
        [app.countyId],
      );
    const night = async () => {
      await jobs().sendAlone('record-due', {});
      await jobs().workOff();
    };

    it('happens once a week in the nightly job, and shows on the log', async () => {
      await night();
      await night();
      expect((await checks()).map(({ finding_count }) => finding_count)).toEqual([0]);
      clock.at = new Date(clock.at.getTime() + 7 * 86_400_000);
      await night();
      expect(await checks()).toHaveLength(2);
    });

    it('remembers how long the chain was, so that a cut is told by every later check', async () => {
      const { body } = await planner.post<RecordCheck>(paths.recordChecks());
      expect(body).toMatchObject({ findings: [], reports: 1, files: 4 });
      const { seq } = body.head;
      await tamper(`DELETE FROM audit_event WHERE id = (SELECT audit_event_id FROM audit_link WHERE seq = ${seq})`);
      await tamper(`DELETE FROM audit_link WHERE seq = ${seq}`);
      for (let turn = 0; turn < 2; turn += 1) {
        const again = await planner.post<RecordCheck>(paths.recordChecks());
        expect(again.body.findings).toEqual([
          `Kedjan slutar vid nr ${seq - 1}, men var minst ${seq} lång vid en tidigare kontroll. Slutet är bortklippt.`,
        ]);
      }
    });

    it('is asked for by those who may read the log, and by nobody else', async () => {
      const reader = await app.person('Lars Läsare', [{ role: 'reader' }]);
      expect((await reader.post(paths.recordChecks())).status).toBe(403);
      expect((await app.anonymous().post(paths.recordChecks())).status).toBe(401);
    });
  });
});
