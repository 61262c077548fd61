import { paths, type NeedsAnswerSheet, type NeedsInventory, type NeedsResults } from '@samhandling/contracts';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Jobs } from '../../api/src/platform/jobs/jobs.ts';
import { startTestApp, type TestApp, type TestClient } from '../support/app.ts';
import { must, NeedsBrowser, openInventory, textAnswer } from '../support/needs.ts';
import { buildOrganisation, buildPlan, type BuiltPlan } from '../support/plan-builder.ts';
import { handClock } from '../support/smtp.ts';

const SECRET_WORDS = 'Alldeles egna ord om trösklar';

describe('an anonymous needs inventory', () => {
  const clock = handClock('2026-03-02T08:00:00Z');
  const folder = mkdtempSync(join(tmpdir(), 'samhandling-needs-'));
  let app: TestApp;
  let planner: TestClient;
  let plan: BuiltPlan;
  let organisations: string[];
  beforeAll(async () => {
    app = await startTestApp({ clock, environment: { MAIL_FOLDER: folder } });
    planner = await app.person('Petra Planerare', [{ role: 'planner' }]);
    plan = await buildPlan(app, { title: 'Plan för trygghet', state: 'adopted' });
    organisations = [];
    for (let number = 1; number <= 7; number += 1)
      organisations.push((await buildOrganisation(app, `Organisation ${number}`)).id);
  });
  beforeEach(() => clock.set('2026-03-02T08:00:00Z'));
  afterAll(async () => {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  });

  let scenes = 0;
  async function scene() {
    scenes += 1;
    const members = organisations.map((organisationId, at) => ({
      name: `Ledamot ${at + 1}`,
      organisationId,
      email: `ledamot${at + 1}.${scenes}@example.org`,
    }));
    const opened = await openInventory(app, planner, {
      countyId: app.countyId,
      planId: plan.planId,
      slug: plan.slug,
      members,
      isAnonymous: true,
      name: `Samrådet ${scenes}`,
      due: '2026-03-31',
    });
    await app.app.get(Jobs).workOff();
    const { questions } = opened.inventory;
    return {
      ...opened,
      emails: members.map(({ email }) => email),
      wish: questions.at(-1)?.id ?? '',
      scale: questions.find(({ kind }) => kind === 'scale')?.id ?? '',
    };
  }

  function letters(email: string): { readonly text: string; readonly countyId: string | null }[] {
    return readdirSync(folder)
      .sort()
      .filter((name) => name.endsWith('.json'))
      .map(
        (name) =>
          JSON.parse(readFileSync(join(folder, name), 'utf8')) as ReturnType<typeof letters>[0] & { to: string },
      )
      .filter(({ to }) => to === email);
  }
  function browserOf(email: string): NeedsBrowser {
    const token = /\/behovssvar#([\w-]+)/.exec(letters(email).at(-1)?.text ?? '')?.[1];
    if (!token) throw new Error(`No letter to ${email}.`);
    return new NeedsBrowser(app.base, token);
  }
  const results = async (id: string) => must(await planner.get<NeedsResults>(paths.needsResults(id)));
  const close = async (id: string) => {
    const { version } = must(await planner.get<NeedsInventory>(paths.needsInventory(id)));
    return must(
      await planner.post<NeedsInventory>(paths.needsTransitions(id), { transition: 'close' }, { ifMatch: version }),
    );
  };

  it('says how one is shown before one begins, lets one come back and change, and keeps one answer each', async () => {
    const { emails, wish } = await scene();
    const browser = browserOf(emails[0] ?? '');
    const sheet = must(await browser.read());
    expect(sheet).toMatchObject({ isAnonymous: true, version: 0, answers: [] });
    const first = must(await browser.save([textAnswer(wish, 'Mer tid')], 0));
    const again = must(await browser.save([textAnswer(wish, 'Mer tid och fler händer')], first.version));
    expect(must<NeedsAnswerSheet>(await browser.read())).toMatchObject({
      version: again.version,
      answers: [{ text: 'Mer tid och fler händer' }],
    });
    // The same as before the change: somebody has saved since, and is told what.
    const stale = await browser.save([], first.version);
    expect([stale.status, stale.problem.current]).toEqual([412, again]);
  });

  it('holds nothing by which an answer can be joined to whoever gave it', async () => {
    const { emails, wish, inventory } = await scene();
    for (const [at, email] of emails.slice(0, 6).entries())
      must(await browserOf(email).save([textAnswer(wish, `${SECRET_WORDS} ${at}`)], 0));
    const answers = await app.db.query<{ row: Record<string, unknown>; xmin: string; id: string; key: string }>(
      `SELECT to_jsonb(a) AS row, a.xmin::text AS xmin, a.id::text AS id, encode(a.answer_key, 'hex') AS key FROM needs_anonymous_answer a WHERE inventory_id = $1`,
      [inventory.id],
    );
    expect(answers).toHaveLength(6);
    // No time, no person, no organisation, no invitation among the columns; one transaction wrote all the rows last.
    expect(Object.keys(answers[0]?.row ?? {}).sort()).toEqual(
      ['answer_key', 'answers', 'county_id', 'id', 'inventory_id', 'kind_group', 'version'].sort(),
    );
    expect(new Set(answers.map(({ xmin }) => xmin)).size).toBe(1);
    // Random ids: those of version 7 hold the time.
    const textIds = answers.flatMap(({ row }) => (row['answers'] as { textId: string }[]).map(({ textId }) => textId));
    expect([...answers.map(({ id }) => id), ...textIds].map((id) => id[14])).toEqual(Array(12).fill('4'));
    // Every value that stands in an answer's row and nowhere else, looked for in every other table there is.
    const traces = [...answers.flatMap(({ id, key }) => [id, key]), ...textIds, SECRET_WORDS];
    const tables = await app.db.query<{ name: string }>(
      `SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE c.relkind IN ('r', 'p') AND n.nspname IN ('public', 'pgboss') AND c.relname <> 'needs_anonymous_answer'`,
    );
    const found: string[] = [];
    for (const { name } of tables) {
      const rows = await app.db.query<{ text: string }>(`SELECT to_jsonb(t)::text AS text FROM ${name} t`);
      const all = rows.map(({ text }) => text).join('\n');
      found.push(...traces.filter((trace) => all.includes(trace)).map((trace) => `${name}: ${trace}`));
    }
    expect(found).toEqual([]);
    // Nor does the key come from anything stored: the hash of the letter's secret is another.
    const [same] = await app.db.query(
      `SELECT 1 FROM needs_anonymous_answer a JOIN needs_invitation i ON i.token_hash = a.answer_key`,
    );
    expect(same).toBeUndefined();
    // How often somebody saved is in the log of their link, and in no answer.
    expect(answers.every(({ row }) => Number(row['version']) !== 1)).toBe(true);
    // The record says that six have answered, each once, and not a word of what.
    const record = await app.db.query<{ changes: object }>(
      `SELECT e.changes FROM audit_event e JOIN needs_invitation i ON i.id = e.entity_id WHERE i.inventory_id = $1 AND e.action = 'answer'`,
      [inventory.id],
    );
    expect(record.map(({ changes }) => changes)).toEqual(Array(6).fill({ hasAnswered: { old: false, new: true } }));
    // A planner who reads the county's letters does not see these, since whoever has the link can read the answer.
    expect(letters(emails[0] ?? '').map(({ countyId }) => countyId)).toEqual([null]);
  });

  it('gives a planner no link, and shows nothing while it is open, nor under five', async () => {
    const { emails, wish, inventory, invitations } = await scene();
    const link = await planner.post(paths.needsInvitationLink(invitations.items[0]?.id ?? ''), {});
    expect(link.status).toBe(409);
    for (const email of emails.slice(0, 4)) must(await browserOf(email).save([textAnswer(wish, 'Något')], 0));
    expect(await results(inventory.id)).toMatchObject({ answered: 4, sums: [], kinds: [] });
    await close(inventory.id);
    const closed = await results(inventory.id);
    expect(closed).toMatchObject({ asked: 7, answered: 4, sums: [] });
    expect(closed.hiddenReason).toContain('Färre än 5');
  });

  it('shows five and more when it is closed: sums with their denominators, texts in an order that tells nothing', async () => {
    const { emails, wish, scale, inventory } = await scene();
    for (const [at, email] of emails.slice(0, 6).entries())
      must(
        await browserOf(email).save(
          [
            ...(at < 5 ? [textAnswer(wish, `Önskan ${at}`)] : []),
            ...(at < 3 ? [{ questionId: scale, goalId: null, text: null, chosen: null, scale: 4 }] : []),
          ],
          0,
        ),
      );
    await close(inventory.id);
    const { sums } = await results(inventory.id);
    const of = (id: string) => sums.find(({ questionId }) => questionId === id);
    expect(of(wish)?.answered).toBe(5);
    const texts = of(wish)?.texts ?? [];
    expect(texts.map(({ text }) => text).sort()).toEqual([0, 1, 2, 3, 4].map((at) => `Önskan ${at}`));
    expect(texts.map(({ id }) => id)).toEqual(texts.map(({ id }) => id).toSorted());
    expect(texts.every(({ from }) => from === null)).toBe(true);
    expect(of(scale)).toMatchObject({ answered: null, counts: null });
  });

  it('reminds those who are left with a new link, and takes nothing late, closed, revoked or unknown', async () => {
    const { emails, wish, inventory, invitations } = await scene();
    const [answered = '', left = '', revoked = ''] = emails;
    const old = browserOf(left);
    const saved = must(await browserOf(answered).save([textAnswer(wish, 'Klart')], 0));
    const sent = must(await planner.post<{ sent: number }>(paths.needsReminders(inventory.id), {}));
    expect(sent.sent).toBe(6);
    await app.app.get(Jobs).workOff();
    expect([letters(answered).length, letters(left).length]).toEqual([1, 2]);
    expect((await old.read()).status).toBe(404);
    expect((await browserOf(left).read()).status).toBe(200);

    const invitation = invitations.items.find(({ email }) => email === revoked);
    const [{ version } = { version: 0 }] = await app.db.query<{ version: number }>(
      'SELECT version FROM needs_invitation WHERE id = $1',
      [invitation?.id],
    );
    must(
      await planner.post(
        paths.needsInvitationRevoke(invitation?.id ?? ''),
        { reason: 'Fel person' },
        { ifMatch: version },
      ),
    );
    expect((await browserOf(revoked).read()).problem.code).toBe('link_revoked');
    expect((await new NeedsBrowser(app.base, 'ingen-sådan').read()).status).toBe(404);

    clock.set('2026-03-31T21:30:00Z');
    expect((await browserOf(answered).read()).status).toBe(200);
    clock.set('2026-03-31T22:30:00Z');
    expect((await browserOf(answered).save([], saved.version)).problem.code).toBe('link_expired');
    clock.set('2026-03-30T12:00:00Z');
    await close(inventory.id);
    expect((await browserOf(answered).save([], saved.version)).status).toBe(410);
    await expect(
      app.db.query('UPDATE needs_anonymous_answer SET version = 1 WHERE inventory_id = $1', [inventory.id]),
    ).rejects.toMatchObject({ code: 'SH010' });
    const uses = must(await planner.get<{ action: string }[]>(paths.needsInvitationUses(invitation?.id ?? '')));
    expect(uses.map(({ action }) => action)).toEqual(['refused']);
  });

  it('cannot be made named once it is open, by the API or in the database', async () => {
    const { inventory } = await scene();
    const refused = await planner.patch(paths.needsInventory(inventory.id), { isAnonymous: false }, inventory.version);
    expect(refused.status).toBe(409);
    await expect(
      app.db.query('UPDATE needs_inventory SET is_anonymous = false WHERE id = $1', [inventory.id]),
    ).rejects.toMatchObject({ code: 'SH010' });
  });
});
