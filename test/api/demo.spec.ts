import { API } from '@samhandling/contracts';
import { createHash } from 'node:crypto';
import { verify } from '../../api/src/cli/verify.command.ts';
import { CommandFailure } from '../../api/src/cli/command-failure.ts';
import { DEMO_SIGN_INS, loadDemo } from '../../api/src/demo/demo.ts';
import { Jobs } from '../../api/src/platform/jobs/jobs.ts';
import { startTestApp, type TestApp } from '../support/app.ts';

/** Before this year's samråd, while next year's inventory is out, and in the weeks when the year before is still on. */
const DAYS = [
  { today: '2025-03-20', year: 2025, next: 'draft' },
  { today: '2025-11-29', year: 2025, next: 'open' },
  { today: '2026-02-12', year: 2025, next: 'open' },
] as const;

describe.each(DAYS)('the demo county, begun on $today', ({ today, year, next }) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
    await loadDemo(app.app, app.db.ownerUrl, today);
  }, 120_000);
  afterAll(() => app.close());
  const list = <Row extends Record<string, unknown>>(sql: string): Promise<Row[]> => app.db.query<Row>(sql);

  it('has asked what is needed: last autumn, with needs chosen and declined, and before next year', async () => {
    const inventories = await list(
      `SELECT i.year, i.state, i.is_anonymous AS anonymous, (SELECT count(*)::int FROM needs_invitation v WHERE v.inventory_id = i.id AND v.has_answered) AS said,
         (SELECT count(*)::int FROM needs_anonymous_answer a WHERE a.inventory_id = i.id) AS sheets FROM needs_inventory i ORDER BY i.year`,
    );
    const soFar = next === 'open' ? 6 : 0;
    expect(inventories).toEqual([
      { year, state: 'closed', anonymous: true, said: 13, sheets: 13 },
      { year: year + 1, state: next, anonymous: true, said: soFar, sheets: soFar },
    ]);
    expect(await list('SELECT state, count(*)::int AS count FROM need GROUP BY state ORDER BY state')).toEqual([
      { state: 'chosen', count: 5 },
      { state: 'declined', count: 2 },
    ]);
    // Each need was said by somebody, in a text that an answer still holds.
    const unsaid = await list(
      `SELECT n.title FROM need n WHERE NOT EXISTS (SELECT 1 FROM need_source s JOIN needs_anonymous_answer a ON a.answers @> jsonb_build_array(jsonb_build_object('textId', s.text_id))
         WHERE s.need_id = n.id)`,
    );
    expect(unsaid).toEqual([]);
  });

  it('has a work plan that was decided by its decision, with outcomes of what has passed', async () => {
    const [plan] = await list(
      `SELECT w.year, w.state, w.decided_on = d.decided_on AS "onItsDay", w.decided_on < '${today}' AS "hasBeen",
         (SELECT count(*)::int FROM paper p WHERE p.kind = 'work_plan' AND p.subject_id = w.id) AS papers
       FROM work_plan w JOIN decision d ON d.id = w.decision_id`,
    );
    expect(plan).toEqual({ year, state: 'decided', onItsDay: true, hasBeen: true, papers: 1 });
    const early = await list(`SELECT title FROM work_plan_item WHERE outcome IS NOT NULL AND to_day >= '${today}'`);
    expect(early).toEqual([]);
  });

  it('has minutes adjusted by two, one that waits, and a digest that was sent', async () => {
    const minutes = await list<{ state: string; adjusted: number; papers: number }>(
      `SELECT w.state, (SELECT count(*)::int FROM minutes_adjuster x WHERE x.meeting_id = w.meeting_id AND x.adjusted_version = w.version) AS adjusted,
         (SELECT count(*)::int FROM paper p WHERE p.kind = 'minutes' AND p.subject_id = w.meeting_id) AS papers
       FROM minutes w JOIN meeting m ON m.id = w.meeting_id ORDER BY w.state DESC, m.starts_at`,
    );
    const frozen = minutes.filter(({ state }) => state === 'frozen');
    expect(frozen.length).toBeGreaterThan(3);
    for (const one of frozen) expect(one).toEqual({ state: 'frozen', adjusted: 2, papers: 1 });
    expect(minutes.filter(({ state }) => state !== 'frozen')).toEqual([{ state: 'adjusting', adjusted: 1, papers: 0 }]);
    expect(await list('SELECT state FROM digest')).toEqual([{ state: 'sent' }]);
  });

  const verified = async (): Promise<string> => {
    const lines: string[] = [];
    await verify({}, { DATABASE_URL: app.db.ownerUrl }, (line) => lines.push(line));
    return lines.join('\n');
  };
  const files = (): Promise<{ format: string; count: number }[]> =>
    list(
      `SELECT format, count(*)::int AS count FROM (SELECT format FROM frozen_file UNION ALL SELECT format FROM paper_file) f GROUP BY format ORDER BY format`,
    );
  const shown = (): Promise<unknown[]> => list('SELECT round_id IS NOT NULL AS round FROM publication ORDER BY 1');

  it('has its papers frozen before their files are drawn, and whoever asks early gets what is kept later', async () => {
    expect((await files()).map(({ format }) => format)).toEqual(['json']);
    expect(await shown()).toEqual([{ round: false }]);
    expect(await verified()).toContain('Allt stämmer.');
    const [minutes] = await list<{ id: string; meeting: string }>(
      `SELECT id, subject_id AS meeting FROM paper WHERE kind = 'minutes' ORDER BY frozen_at LIMIT 1`,
    );
    const [report] = await list<{ id: string; round: string }>('SELECT id, round_id AS round FROM frozen_report');
    const [maria] = DEMO_SIGN_INS;
    const planner = await app.anonymous().signIn(maria?.email ?? '', maria?.password);
    const early = async (path: string): Promise<string> => {
      const { status, bytes } = await planner.bytes(API + path);
      return status === 200 ? createHash('sha256').update(bytes).digest('hex') : `answered ${status}`;
    };
    const asked = [
      await early(`/papers/minutes/${minutes?.meeting}/pdf`),
      await early(`/rounds/${report?.round}/report/docx`),
    ];

    await app.app.get(Jobs, { strict: false }).workOff();

    const [{ pdf, docx } = { pdf: '', docx: '' }] = await list<{ pdf: string; docx: string }>(
      `SELECT (SELECT sha256 FROM paper_file WHERE paper_id = '${minutes?.id}' AND format = 'pdf') AS pdf,
         (SELECT sha256 FROM frozen_file WHERE frozen_report_id = '${report?.id}' AND format = 'docx') AS docx`,
    );
    expect(asked).toEqual([pdf, docx]);
    const counts = await files();
    expect(counts.map(({ format }) => format)).toEqual(['docx', 'json', 'pdf', 'xlsx']);
    expect(new Set(counts.filter(({ format }) => format !== 'xlsx').map(({ count }) => count)).size).toBe(1);
    expect(await shown()).toEqual([{ round: false }, { round: true }]);
  });

  it('is drawn by the next start where the one that loaded it was stopped, once', async () => {
    const before = await files();
    await app.db.query(`SET session_replication_role = replica`);
    await app.db.query(`DELETE FROM paper_file WHERE format = 'pdf'`);
    await app.db.query(`SET session_replication_role = DEFAULT`);
    // Missing and with no job that would draw it: then it is said.
    await expect(verified()).rejects.toThrow(CommandFailure);
    await loadDemo(app.app, app.db.ownerUrl, today);
    await app.app.get(Jobs, { strict: false }).workOff();
    expect(await files()).toEqual(before);
    await loadDemo(app.app, app.db.ownerUrl, today);
    expect(await list(`SELECT 1 FROM pgboss.job WHERE name = 'demo-papers' AND state = 'created'`)).toEqual([]);
  });

  it('holds: every checksum, every file and the whole chain', async () => {
    expect(await verified()).toContain('Allt stämmer.');
  });
});
