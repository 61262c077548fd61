import {
  paths,
  type BulkAnswer,
  type CreatedAnswerLink,
  type Organisation,
  type PlanListItem,
  type StructureArea,
} from '@samhandling/contracts';
import { randomUUID } from 'node:crypto';
import { UnitOfWork } from '../../../api/src/platform/database/unit-of-work.ts';
import { Jobs } from '../../../api/src/platform/jobs/jobs.ts';
import { KeepingMailer, linkScene, type LinkScene } from '../../support/answer-links.ts';
import { startTestApp, type TestApp, type TestClient } from '../../support/app.ts';
import { buildPlan } from '../../support/plan-builder.ts';
import { queriesOf } from '../../support/query-counter.ts';

describe('a request with a key', () => {
  let app: TestApp;
  let planner: TestClient;
  beforeAll(async () => {
    app = await startTestApp();
    planner = await app.person('Petra Planerare', [{ role: 'planner' }]);
  });
  afterAll(() => app.close());

  const organisation = (client: TestClient, name: string, key?: string | null) =>
    client.post<Organisation>(paths.organisations(), { name, kind: 'other' }, key === undefined ? {} : { key });
  const keys = async (): Promise<number> =>
    (await app.db.query<{ n: number }>('SELECT count(*)::int AS n FROM idempotency_key'))[0]?.n ?? 0;

  it('has one that can be used, or is refused in words', async () => {
    const { status, problem } = await organisation(planner, 'Utan nyckel', null);
    expect([status, problem.code, problem.title]).toEqual([400, 'key_required', 'Nyckeln saknas']);
    expect(problem.detail).toMatch(/^Skicka Idempotency-Key med ett värde som är nytt/);
    for (const key of ['kort', 'x'.repeat(201), 'med blank steg', '"citat" nej'])
      expect((await organisation(planner, 'Fel nyckel', key)).problem.code).toBe('unreadable');
    expect((await organisation(planner, 'Rätt nyckel', 'x'.repeat(200))).status).toBe(201);
  });

  it('is done once by ten at a time, in two processes', async () => {
    const other = await startTestApp({ on: app });
    try {
      const there = await other.anonymous().signIn('person1@example.org');
      const key = randomUUID();
      const answers = await Promise.all(
        Array.from({ length: 10 }, (_, index) => organisation(index % 2 ? planner : there, 'En enda', key)),
      );
      expect(new Set(answers.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1);
      expect(answers.filter(({ headers }) => headers.get('idempotent-replay') === null)).toHaveLength(1);
      expect(await app.db.query(`SELECT 1 FROM organisation WHERE name = 'En enda'`)).toHaveLength(1);
    } finally {
      await other.close();
    }
  });

  it('can be tried again with the same key when it failed', async () => {
    const plan = await buildPlan(app, { activities: 2 });
    const key = randomUUID();
    const area = (title: string) =>
      planner.post<StructureArea>(paths.areas(), { goalId: plan.goals[0]?.id, title }, { key });
    await app.db.query(`UPDATE plan SET state = 'adopted' WHERE id = $1`, [plan.planId]);
    expect((await area('Trygga platser')).status).toBe(409);
    expect((await area('')).status).toBe(400);
    await app.db.query(`UPDATE plan SET state = 'draft' WHERE id = $1`, [plan.planId]);
    expect((await area('Trygga platser')).status).toBe(201);
    expect((await area('Trygga platser')).headers.get('idempotent-replay')).toBe('true');
    expect((await area('Annat')).problem).toMatchObject({ status: 422, code: 'key_reused' });
  });

  it('is its sender’s own: the same key of somebody else, or in another county, is another', async () => {
    const [county] = await app.db.query<{ id: string }>(`SELECT id FROM county WHERE code = '12'`);
    const colleague = await app.person('Pia Planerare', [{ role: 'planner' }]);
    const elsewhere = await app.person('Stina Skåne', [{ role: 'planner' }], county?.id);
    const key = randomUUID();
    const answers = [];
    for (const [index, client] of [planner, colleague, elsewhere].entries())
      answers.push(await organisation(client, `Samma nyckel ${index}`, key));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(3);
    const uow = app.app.get(UnitOfWork);
    const seen = await uow.read(() => uow.manager.query<object[]>('SELECT 1 FROM idempotency_key'), {
      countyId: app.countyId,
      personId: colleague.session?.person.id ?? '',
    });
    expect(seen).toHaveLength(1);
  });

  it('costs no round trip of its own', async () => {
    const statements = await queriesOf(app, () => organisation(planner, 'I samma andetag'));
    const [, begin = ''] = statements;
    expect(begin).toMatch(/^BEGIN; .*INSERT INTO idempotency_key/s);
    expect(statements.at(-1)).toMatch(/^UPDATE idempotency_key .*; COMMIT$/s);
    expect(statements.filter((one) => one.includes('idempotency_key'))).toHaveLength(2);
  });

  it('leaves nothing when it only shows what would be', async () => {
    const scene = await linkScene(app, planner);
    const before = await keys();
    const key = randomUUID();
    const bulk = (body: object) => planner.post<BulkAnswer>(paths.roundBulk(scene.round.id), body, { key });
    const wish = { filter: {}, change: { kind: 'next_step_date', day: '2025-10-01' } };
    const { body } = await bulk(wish);
    expect([body.isPreview, await keys()]).toEqual([true, before]);
    const expected = body.items.map(({ followUpId, version }) => ({ followUpId, version }));
    expect((await bulk({ ...wish, expected })).body.counts.changed).toBe(4);
    const [row] = await app.db.query<{ day: string }>(
      `SELECT next_step_date::text AS day FROM follow_up WHERE round_id = $1 LIMIT 1`,
      [scene.round.id],
    );
    expect(row?.day).toBe('2025-10-01');
  });

  it('is kept a day, and its answer can be read by nobody without the key', async () => {
    const scene = await linkScene(app, planner);
    const key = randomUUID();
    const make = () =>
      planner.post<CreatedAnswerLink>(paths.roundAnswerLinks(scene.round.id), { personId: scene.person.id }, { key });
    const { body } = await make();
    const [, secret = '-'] = body.url?.split('#') ?? [];
    const [row] = await app.db.query<{ answer: Buffer; key_hash: Buffer }>(
      'SELECT answer, key_hash FROM idempotency_key ORDER BY at DESC LIMIT 1',
    );
    expect(row?.answer.toString('latin1')).not.toContain(secret);
    expect(row?.key_hash.toString('latin1')).not.toContain(key);
    const jobs = app.app.get(Jobs);
    const sweep = async (): Promise<void> => {
      await jobs.sendAlone('key-sweep', {});
      await jobs.workOff();
    };
    await app.db.query(`UPDATE idempotency_key SET at = at - interval '23 hours'`);
    await sweep();
    expect((await make()).body.url).toBe(body.url);
    await app.db.query(`UPDATE idempotency_key SET at = at - interval '2 hours'`);
    await sweep();
    expect(await keys()).toBe(0);
  });

  describe('for a link that is mailed', () => {
    let scene: LinkScene;
    let mailer: KeepingMailer;
    beforeEach(async () => {
      scene = await linkScene(app, planner);
      mailer = KeepingMailer.in(app);
    });
    const send = (key: string) =>
      planner.post<CreatedAnswerLink>(
        paths.roundAnswerLinks(scene.round.id),
        { personId: scene.person.id, sendMail: true },
        { key },
      );
    const inForce = () =>
      app.db.query('SELECT 1 FROM answer_link WHERE person_id = $1 AND revoked_at IS NULL', [scene.person.id]);

    it('makes one link and one letter, though sent twice at once', async () => {
      const key = randomUUID();
      const [one, other] = await Promise.all([send(key), send(key)]);
      expect([one.status, one.body.url]).toEqual([201, null]);
      expect(other.body).toEqual(one.body);
      expect([mailer.kept.length, (await inForce()).length]).toEqual([1, 1]);
    });

    it('can be tried again when the letter was not taken', async () => {
      const key = randomUUID();
      mailer.isUp = false;
      expect((await send(key)).status).toBeGreaterThanOrEqual(400);
      expect(await inForce()).toHaveLength(0);
      mailer.isUp = true;
      expect((await send(key)).status).toBe(201);
      expect([mailer.kept.length, (await inForce()).length]).toEqual([1, 1]);
    });

    it('says so when how it went is not known', async () => {
      const key = randomUUID();
      await send(key);
      await app.db.query(`UPDATE idempotency_key SET answer = NULL, at = at - interval '1 minute'`);
      const { status, problem } = await send(key);
      expect([status, problem.code]).toEqual([409, 'rule']);
      expect(problem.detail).toMatch(/^Samma begäran har redan tagits emot, men hur det gick är inte känt/);
      expect(mailer.kept).toHaveLength(1);
    });
  });

  it('is the same only with the same file', async () => {
    const text = (goal: string) =>
      `Regional plan 2024–2027\n\n1. ${goal}\n\n1.1 Område för samhandling: Skolan\n\nAktivitet: 1. Besöka.\nAnsvarig: Länsstyrelsen\nSamverkanspartner: -\nUppföljning: Antal.\n`;
    const key = randomUUID();
    const upload = (goal: string) => {
      const form = new FormData();
      form.append('file', new Blob([text(goal)]), 'plan.txt');
      return planner.post<{ id: string }>(paths.importFile(), form, { key });
    };
    const first = await upload('Färre ska röka');
    expect(first.status).toBe(201);
    expect((await upload('Färre ska röka')).body.id).toBe(first.body.id);
    expect((await upload('Fler ska läsa')).problem.code).toBe('key_reused');
    expect((await planner.get<PlanListItem[]>(paths.plans())).status).toBe(200);
  });
});
