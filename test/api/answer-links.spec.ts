import {
  paths,
  type AnswerLink,
  type AnswerLinkList,
  type AnswerLinkUse,
  type CreatedAnswerLink,
} from '@samhandling/contracts';
import { createHash } from 'node:crypto';
import {
  ANSWER_API,
  everythingStored,
  KeepingMailer,
  LinkBrowser,
  linkScene,
  makeLink,
  tokenIn,
} from '../support/answer-links.ts';
import { startTestApp, type TestApp, type TestClient } from '../support/app.ts';
import { moveRound } from '../support/round-builder.ts';

describe('answer links', () => {
  let app: TestApp;
  let planner: TestClient;
  let mailer: KeepingMailer;
  beforeAll(async () => {
    app = await startTestApp();
    planner = await app.person('Petra Planerare', [{ role: 'planner' }]);
    mailer = KeepingMailer.in(app);
  });
  afterAll(() => app.close());
  const browser = () => new LinkBrowser(app.base);
  const usesOf = async (id: string) => (await planner.get<AnswerLinkUse[]>(paths.answerLinkUses(id))).body;
  const latestUse = async (id: string) => (await usesOf(id))[0];

  it('are told once, listed in words, and open the person’s own items', async () => {
    const scene = await linkScene(app, planner);
    const before = await planner.get<AnswerLinkList>(paths.roundAnswerLinks(scene.round.id));
    expect(before.body).toEqual({
      links: [],
      withoutLink: [{ id: scene.person.id, name: 'Lena Länk', items: 2, hasAccount: false }],
    });
    const link = await makeLink(planner, scene);
    expect(link.token).toMatch(/^[\w-]{43}$/);
    const opened = await browser().open(link.token);
    expect(opened.status).toBe(200);
    expect(opened.body.items.map(({ followUp }) => followUp.id)).toEqual(scene.mine.map(({ followUp }) => followUp.id));
    expect(opened.body).toMatchObject({ person: { name: 'Lena Länk' }, round: { label: '2025' }, finishedAt: null });
    expect(opened.body.items.every((item) => item.reporters.length === 0)).toBe(true);
    expect(opened.body.items.every((item) => item.attention.length === 0)).toBe(true);
    expect(opened.body.places).toHaveLength(9);
    const after = await planner.get<AnswerLinkList>(paths.roundAnswerLinks(scene.round.id));
    expect(after.body.withoutLink).toEqual([]);
    expect(after.body.links).toHaveLength(1);
    expect(after.body.links[0]).toMatchObject({ state: 'opened', items: 2, answered: 0, uses: 1, revokedReason: '' });
    expect(await latestUse(link.id)).toMatchObject({ action: 'open', refusedBecause: '', browser: 'Safari, iPhone' });
  });

  it('set a cookie that no script reads, no other site sends, and that goes to /answer only', async () => {
    const link = await makeLink(planner, await linkScene(app, planner));
    const opened = await browser().open(link.token);
    const cookie = opened.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^samhandling_link=[\w-]{43};/);
    expect(cookie).toContain('HttpOnly');
    expect(cookie).toContain('SameSite=Strict');
    expect(cookie).toContain(`Path=${ANSWER_API}`);
    expect(Number(/Max-Age=(\d+)/.exec(cookie)?.[1])).toBeGreaterThan(29 * 86_400);
  });

  it('are kept as a hash: neither the link’s secret nor the browser’s is anywhere in the database', async () => {
    const link = await makeLink(planner, await linkScene(app, planner));
    const lena = browser();
    await lena.open(link.token);
    const secret = lena.cookie.split('=')[1] ?? '';
    const stored = await everythingStored(app);
    expect(stored).toContain(createHash('sha256').update(link.token).digest('hex'));
    expect(stored).toContain(createHash('sha256').update(secret).digest('hex'));
    for (const told of [link.token, secret]) {
      expect(stored).not.toContain(told);
      expect(stored).not.toContain(Buffer.from(told, 'base64url').toString('hex'));
      expect(stored).not.toContain(Buffer.from(told).toString('hex'));
    }
  });

  it('bind to one browser: of two at the same moment exactly one gets in, and the other is told the way out', async () => {
    for (let round = 0; round < 3; round += 1) {
      const link = await makeLink(planner, await linkScene(app, planner, 1, 1));
      const [one, other] = [browser(), browser()];
      const answers = await Promise.all([one.open(link.token), other.open(link.token)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      const refused = answers.find(({ status }) => status === 409);
      expect(refused?.problem.code).toBe('link_other_browser');
      expect(refused?.problem.detail).toContain('be om en ny länk');
      expect((await usesOf(link.id)).map(({ action }) => action).sort()).toEqual(['open', 'refused']);
      const winner = answers[0].status === 200 ? one : other;
      expect((await winner.open(link.token)).status).toBe(200);
    }
  });

  it('remember several links in one browser', async () => {
    const [first, second] = [
      await makeLink(planner, await linkScene(app, planner)),
      await makeLink(planner, await linkScene(app, planner)),
    ];
    const lena = browser();
    await lena.open(first.token);
    await lena.open(second.token);
    const again = await lena.open(first.token);
    expect(again.status).toBe(200);
    expect((await lena.sheet()).body.plan.slug).toBe(again.body.plan.slug);
  });

  it('are refused in words when expired, revoked, unknown, tampered with, or the person is inactive', async () => {
    const scene = await linkScene(app, planner);
    const link = await makeLink(planner, scene);
    const lena = browser();
    await lena.open(link.token);

    await app.db.query(
      `UPDATE answer_link SET created_at = created_at - interval '60 days', expires_at = now() - interval '1 minute' WHERE id = $1`,
      [link.id],
    );
    for (const answer of [await lena.sheet(), await lena.open(link.token), await browser().open(link.token)])
      expect([answer.status, answer.problem.code]).toEqual([410, 'link_expired']);
    expect(await latestUse(link.id)).toMatchObject({ action: 'refused', refusedBecause: 'link_expired' });

    await app.db.query(`UPDATE answer_link SET expires_at = now() + interval '1 day' WHERE id = $1`, [link.id]);
    expect((await lena.sheet()).status).toBe(200);
    await app.db.query('UPDATE person SET is_active = false WHERE id = $1', [scene.person.id]);
    expect((await lena.sheet()).problem.code).toBe('link_revoked');
    expect(await latestUse(link.id)).toMatchObject({ refusedBecause: 'person_inactive' });
    await app.db.query('UPDATE person SET is_active = true WHERE id = $1', [scene.person.id]);

    const revoked = await planner.post<AnswerLink>(paths.answerLinkRevoke(link.id), { reason: 'Hon har slutat.' });
    expect(revoked.body).toMatchObject({ state: 'revoked', revokedReason: 'Hon har slutat.' });
    for (const answer of [await lena.sheet(), await lena.open(link.token)])
      expect([answer.status, answer.problem.code]).toEqual([410, 'link_revoked']);

    const unknown = await browser().open('A'.repeat(43));
    const tampered = await browser().open(`${link.token.slice(0, -1)}${link.token.endsWith('A') ? 'B' : 'A'}`);
    const odd = await browser().open('\t åäö');
    for (const answer of [unknown, tampered, odd]) {
      expect(answer.status).toBe(404);
      expect(answer.problem.detail).toBe(unknown.problem.detail);
    }
  });

  it('are not opened by a browser’s secret, nor does a link’s secret pass as a cookie', async () => {
    const link = await makeLink(planner, await linkScene(app, planner));
    const thief = browser();
    thief.cookie = `samhandling_link=${link.token}`;
    expect((await thief.sheet()).status).toBe(401);
    const lena = browser();
    await lena.open(link.token);
    expect((await browser().open(lena.cookie.split('=')[1] ?? '')).status).toBe(404);
  });

  it('wait after ten refusals in an hour, while the browser they are bound to goes on', async () => {
    const link = await makeLink(planner, await linkScene(app, planner));
    const lena = browser();
    await lena.open(link.token);
    for (let tries = 0; tries < 10; tries += 1) expect((await browser().open(link.token)).status).toBe(409);
    const tired = await browser().open(link.token);
    expect([tired.status, tired.headers.get('retry-after')]).toEqual([429, '3600']);
    expect(tired.problem.detail).toContain('Vänta en timme');
    expect((await lena.open(link.token)).status).toBe(200);
  });

  it('belong to planners: nobody else makes, lists, revokes or reads the log', async () => {
    const scene = await linkScene(app, planner);
    const link = await makeLink(planner, scene);
    const reporter = await app.person('Ruth Rapportör', [
      { role: 'reporter', organisationId: scene.plan.responsible.id },
    ]);
    const [elsewhere] = await app.db.query<{ id: string }>(`SELECT id FROM county WHERE code <> '07' LIMIT 1`);
    const stranger = await app.person('Annan Planerare', [{ role: 'planner' }], elsewhere?.id);
    for (const [client, status] of [
      [reporter, 403],
      [stranger, 404],
    ] as const) {
      const tries = [
        await client.get(paths.roundAnswerLinks(scene.round.id)),
        await client.post(paths.roundAnswerLinks(scene.round.id), { personId: scene.person.id }),
        await client.post(paths.answerLinkRevoke(link.id), {}),
        await client.get(paths.answerLinkUses(link.id)),
      ];
      expect(tries.map((answer) => answer.status)).toEqual([status, status, status, status]);
    }
  });

  it('are made only for somebody with items, in a round that takes answers, for at most 90 days', async () => {
    const scene = await linkScene(app, planner);
    const idle = await app.person('Ingen Uppgift', [{ role: 'reporter', organisationId: scene.plan.responsible.id }]);
    const make = (body: object) => planner.post<CreatedAnswerLink>(paths.roundAnswerLinks(scene.round.id), body);
    const nobody = await make({ personId: idle.session?.person.id });
    expect([nobody.status, nobody.problem.errors?.[0]?.pointer]).toEqual([422, '/personId']);
    for (const expiresOn of ['2020-01-01', '2199-12-31']) {
      const answer = await make({ personId: scene.person.id, expiresOn });
      expect([answer.status, answer.problem.errors?.[0]?.pointer]).toEqual([422, '/expiresOn']);
    }
    await moveRound(planner, scene.round, 'start_review');
    const late = await make({ personId: scene.person.id });
    expect([late.status, late.problem.code]).toEqual([409, 'rule']);
    expect(late.problem.detail).toContain('tar inte emot svar');
  });

  it('are audited when made and revoked, by whom, without the secret', async () => {
    const link = await makeLink(planner, await linkScene(app, planner));
    await planner.post(paths.answerLinkRevoke(link.id), { reason: 'Fel person.' });
    await planner.post(paths.answerLinkRevoke(link.id), { reason: 'En gång till.' });
    const audited = await app.db.query<{ action: string; person_id: string; changes: { reason?: { new?: string } } }>(
      'SELECT action, person_id, changes FROM audit_event WHERE entity_id = $1 ORDER BY at, id',
      [link.id],
    );
    expect(audited.map(({ action }) => action)).toEqual(['create', 'revoke']);
    expect(audited[1]?.changes.reason?.new).toBe('Fel person.');
    expect(new Set(audited.map(({ person_id }) => person_id))).toEqual(new Set([planner.session?.person.id]));
  });

  describe('by mail', () => {
    it('are sent to the person and told to nobody else', async () => {
      const scene = await linkScene(app, planner);
      const made = await planner.post<CreatedAnswerLink>(paths.roundAnswerLinks(scene.round.id), {
        personId: scene.person.id,
        sendMail: true,
      });
      expect(made.body.url).toBeNull();
      const mail = mailer.kept.at(-1);
      expect(mail).toMatchObject({
        address: scene.person.email,
        linkId: made.body.link.id,
        because: 'sent_by_planner',
      });
      expect((await browser().open(tokenIn(mail?.url ?? null))).status).toBe(200);
    });

    it('are renewed for the same address: the new one opens, the old one does not, and no more than three a day', async () => {
      const scene = await linkScene(app, planner);
      let { token } = await makeLink(planner, scene);
      await browser().open(token);
      for (let times = 0; times < 3; times += 1) {
        const other = browser();
        expect((await other.open(token)).status).toBe(409);
        expect((await other.send('POST', paths.answerRenew(), { body: { token } })).status).toBe(204);
        expect((await other.open(token)).problem.code).toBe('link_revoked');
        token = tokenIn(mailer.kept.at(-1)?.url ?? null);
        expect((await other.open(token)).status).toBe(200);
      }
      const fourth = await browser().send('POST', paths.answerRenew(), { body: { token } });
      expect([fourth.status, fourth.problem.code]).toEqual([429, 'too_many']);
      expect(fourth.problem.detail).toContain('tre nya länkar');
    });

    it('answer the same whether the link is known, and send nothing for one that is unknown or revoked', async () => {
      const link = await makeLink(planner, await linkScene(app, planner));
      await planner.post(paths.answerLinkRevoke(link.id), {});
      const sent = mailer.kept.length;
      for (const token of ['A'.repeat(43), link.token]) {
        const answer = await browser().send('POST', paths.answerRenew(), { body: { token } });
        expect([answer.status, answer.body]).toEqual([204, undefined]);
      }
      expect(mailer.kept).toHaveLength(sent);
    });

    it('of two renewals at once both may be mailed, and only links that were mailed hold', async () => {
      const scene = await linkScene(app, planner);
      const { token } = await makeLink(planner, scene);
      await Promise.all([1, 2].map(() => browser().send('POST', paths.answerRenew(), { body: { token } })));
      expect((await browser().open(token)).problem.code).toBe('link_revoked');
      expect((await browser().open(tokenIn(mailer.kept.at(-1)?.url ?? null))).status).toBe(200);
    });

    it('when the mail server is down nothing is lost: the old link holds and the new one does not', async () => {
      const scene = await linkScene(app, planner);
      const link = await makeLink(planner, scene);
      mailer.isUp = false;
      const renewed = await browser().send('POST', paths.answerRenew(), { body: { token: link.token } });
      const made = await planner.post(paths.roundAnswerLinks(scene.round.id), {
        personId: scene.person.id,
        sendMail: true,
      });
      mailer.isUp = true;
      for (const answer of [renewed, made]) expect([answer.status, answer.problem.code]).toEqual([503, 'unavailable']);
      expect((await browser().open(link.token)).status).toBe(200);
      const { body } = await planner.get<AnswerLinkList>(paths.roundAnswerLinks(scene.round.id));
      expect(body.links.map(({ state }) => state).sort()).toEqual(['opened', 'revoked', 'revoked']);
    });
  });
});
