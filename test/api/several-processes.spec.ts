import {
  paths,
  type MailSettings,
  type Organisation,
  type Plan,
  type PlanOverview,
  type SavedView,
  type Session,
} from '@samhandling/contracts';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UnitOfWork } from '../../api/src/platform/database/unit-of-work.ts';
import { Jobs } from '../../api/src/platform/jobs/jobs.ts';
import { LinkBrowser, linkScene, makeLink } from '../support/answer-links.ts';
import { startTestApp, TestClient, type TestApp } from '../support/app.ts';
import { buildPlan, buildRound } from '../support/plan-builder.ts';
import { killProcesses, startApiProcess, until, type ApiProcess } from '../support/process.ts';
import { startRoundRobin, type RoundRobin } from '../support/round-robin.ts';

/** Two real processes on one database; every request goes to the one that did not get the last. */
describe('several processes without sticky sessions', () => {
  let app: TestApp;
  let folder = '';
  let processes: readonly ApiProcess[] = [];
  let balancer: RoundRobin;
  let planner: TestClient;

  beforeAll(async () => {
    app = await startTestApp();
    folder = await mkdtemp(join(tmpdir(), 'samhandling-mails-'));
    const environment = { MAIL_FOLDER: folder };
    processes = await Promise.all([1, 2].map(() => startApiProcess(app.db.ownerUrl, environment)));
    balancer = await startRoundRobin(processes.map(({ base }) => base));
    await app.person('Petra Planerare', [{ role: 'planner' }]);
    planner = await new TestClient(balancer.base).signIn('person1@example.org');
  });
  afterAll(async () => {
    await balancer.close();
    await Promise.all(processes.map((process) => process.stop()));
    killProcesses();
    await app.close();
    await rm(folder, { recursive: true, force: true });
  });

  const add = (name: string) => planner.post<Organisation>(paths.organisations(), { name, kind: 'civil_society' });

  it('know each other’s sessions and check codes, and forget them together', async () => {
    for (let index = 0; index < 4; index += 1) expect((await planner.get(paths.session())).status).toBe(200);
    expect((await add('Den ena')).status).toBe(201);
    expect((await add('Den andra')).status).toBe(201);
    const [first = 0, second = 0] = balancer.given();
    expect(Math.abs(first - second)).toBeLessThanOrEqual(1);
    const other = await new TestClient(balancer.base).signIn('person1@example.org');
    expect((await other.delete(paths.session())).status).toBe(204);
    for (let index = 0; index < 2; index += 1) expect((await other.get(paths.session())).status).toBe(401);
  });

  it('agree on the county one has changed to', async () => {
    const [elsewhere] = await app.db.query<{ id: string }>(`SELECT id FROM county WHERE code = '01'`);
    await app.person('Tove Två Län', [{ role: 'planner' }]);
    await app.db.query(
      `INSERT INTO role_assignment (id, county_id, person_id, role) SELECT gen_random_uuid(), $1, id, 'reader' FROM person WHERE email = 'person2@example.org'`,
      [elsewhere?.id],
    );
    const client = await new TestClient(balancer.base).signIn('person2@example.org');
    for (const county of [elsewhere?.id, app.countyId, elsewhere?.id]) {
      expect((await client.post(paths.sessionCounty(), { countyId: county })).status).toBe(200);
      const seen = [await client.get<Session>(paths.session()), await client.get<Session>(paths.session())];
      expect(seen.map(({ body }) => body.county.id)).toEqual([county, county]);
    }
  });

  it('refuse a stale version, repeat one answer for one key, and undo what the other did', async () => {
    const made = await add('Ungdomsjouren');
    const change = (name: string) => planner.patch<Organisation>(paths.organisation(made.body.id), { name }, 1);
    expect((await change('Länets ungdomsjour')).status).toBe(200);
    const late = await change('Jouren');
    expect(late.status).toBe(412);
    expect(late.problem.current).toMatchObject({ name: 'Länets ungdomsjour', version: 2 });

    const body = { name: 'Bara en gång', kind: 'civil_society' };
    const key = '6e9c2a54-5d0b-4b55-9a3e-0c0f5a7a2f10';
    const twice = [
      await planner.post<Organisation>(paths.organisations(), body, { key }),
      await planner.post<Organisation>(paths.organisations(), body, { key }),
    ];
    expect(twice.map(({ status, body: { id } }) => [status, id])).toEqual([
      [201, twice[0]?.body.id],
      [201, twice[0]?.body.id],
    ]);

    const wish = { page: 'events', planSlug: null, name: 'Mina', query: 'from=2025-01-01' };
    const view = await planner.post<SavedView>(paths.views(), wish);
    const removed = await planner.delete(paths.view(view.body.id), view.body.version);
    expect(removed.status).toBe(204);
    const undone = await planner.post(paths.changeUndo(removed.headers.get('change-id') ?? ''));
    expect(undone.status).toBe(200);
  });

  it('never show an overview that is older than what the other has written', async () => {
    const plan = await buildPlan(app, { activities: 4 });
    const overview = () => planner.get<PlanOverview>(paths.planOverview(plan.slug));
    // Both have it in memory.
    await overview();
    await overview();
    for (let version = 1; version <= 6; version += 1) {
      const written = await planner.patch<Plan>(paths.plan(plan.slug), { title: `Utgåva ${version}` }, version);
      expect(written.status).toBe(200);
      const seen = [await overview(), await overview()];
      expect(seen.map(({ body }) => body.plan.title)).toEqual([`Utgåva ${version}`, `Utgåva ${version}`]);
    }
  });

  it('let an answer link be opened by the one and answered by the other', async () => {
    const scene = await linkScene(app, planner);
    const link = await makeLink(planner, scene);
    const browser = new LinkBrowser(balancer.base);
    expect((await browser.open(link.token)).status).toBe(200);
    expect((await browser.sheet()).status).toBe(200);
    const [page] = scene.mine;
    if (!page) throw new Error('The scene has no follow-up.');
    const saved = await browser.save(page, { judgement: 'on_track' });
    expect(saved.status).toBe(200);
    expect((await browser.save(saved.body, { judgement: 'completed' })).status).toBe(200);
  });

  it('do each job once, however often it is sent', async () => {
    const settings = await planner.get<MailSettings>(paths.mailSettings());
    expect((await planner.patch(paths.mailSettings(), { isOn: true }, settings.body.version)).status).toBe(200);
    const plan = await buildPlan(app, { activities: 4, state: 'adopted' });
    const reporters: string[] = [];
    for (const name of ['Ruth', 'Rolf', 'Rut', 'Ragnar']) {
      const reporter = await app.person(name, [{ role: 'reporter', organisationId: plan.responsible.id }]);
      reporters.push(reporter.session?.person.id ?? '');
    }
    await buildRound(app, plan, {
      label: '2025',
      state: 'open',
      followUps: Object.fromEntries(reporters.map((reporterId, index) => [index, { reporterId }])),
    });
    const jobs = app.app.get(Jobs);
    const scope = { countyId: app.countyId, personId: null };
    for (const personId of [...reporters, ...reporters]) {
      const job = { countyId: app.countyId, personId, kind: 'digest' };
      await app.app.get(UnitOfWork).run(() => jobs.send('mail-person', job, { key: personId }), scope);
    }
    await until('all jobs are done', async () => {
      const left = await app.db.query(
        `SELECT 1 FROM pgboss.job WHERE name = 'mail-person' AND state NOT IN ('completed', 'cancelled')`,
      );
      return left.length === 0;
    });
    const sent = await app.db.query<{ person_id: string }>(`SELECT person_id FROM mail_message WHERE state = 'sent'`);
    expect(sent.map(({ person_id }) => person_id).sort()).toEqual([...reporters].sort());
    expect((await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.eml'))).toHaveLength(4);
  });
});
