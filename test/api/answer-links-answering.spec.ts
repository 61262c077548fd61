import {
  paths,
  type AnswerLinkList,
  type AnswerReceipt,
  type AnswerSheet,
  type FollowUpPage,
  type PutOutcomeAnswer,
} from '@samhandling/contracts';
import { LinkBrowser, linkScene, makeLink, type LinkScene } from '../support/answer-links.ts';
import { startTestApp, type TestApp, type TestClient } from '../support/app.ts';
import { countQueries } from '../support/query-counter.ts';
import { completeRound, getFollowUp, moveRound, saveFollowUp } from '../support/round-builder.ts';

describe('answering by a link', () => {
  let app: TestApp;
  let planner: TestClient;
  beforeAll(async () => {
    app = await startTestApp();
    planner = await app.person('Petra Planerare', [{ role: 'planner' }]);
  });
  afterAll(() => app.close());

  interface Opened {
    readonly scene: LinkScene;
    readonly lena: LinkBrowser;
    readonly sheet: AnswerSheet;
    readonly linkId: string;
  }
  async function opened(own = 2, activities = 4): Promise<Opened> {
    const scene = await linkScene(app, planner, own, activities);
    const link = await makeLink(planner, scene);
    const lena = new LinkBrowser(app.base);
    const answer = await lena.open(link.token);
    return { scene, lena, sheet: answer.body, linkId: link.id };
  }
  const first = ({ sheet }: Opened): FollowUpPage => {
    const [item] = sheet.items;
    if (!item) throw new Error('The sheet is empty.');
    return item;
  };
  const put = (lena: LinkBrowser, indicatorId: string, input: string, ifMatch = 0) =>
    lena.send<PutOutcomeAnswer>('PUT', paths.answerOutcome(indicatorId), {
      body: { municipalityCode: null, sex: 'total', input },
      ifMatch,
    });

  it('saves as one goes, hands in, and gives a receipt that also says what is left', async () => {
    const it = await opened();
    const saved = await it.lena.save(first(it), { judgement: 'on_track', done: 'Två träffar är hållna.' });
    expect(saved.body.followUp).toMatchObject({
      version: 2,
      done: 'Två träffar är hållna.',
      updatedBy: { name: 'Lena Länk' },
    });
    const value = await put(it.lena, first(it).outcomes[0]?.indicator.id ?? '', '12');
    expect(value.body.cell).toMatchObject({ value: 12, source: 'link', version: 1 });
    expect((await it.lena.take(saved.body, 'submit')).body.followUp.state).toBe('submitted');
    const receipt = await it.lena.send<AnswerReceipt>('POST', paths.answerFinish());
    expect(receipt.body).toMatchObject({
      answered: [{ reference: '1.1/1', text: it.scene.plan.activities[0]?.text }],
      left: [{ reference: it.scene.plan.activities[1]?.reference }],
      values: 1,
    });
    const list = await planner.get<AnswerLinkList>(paths.roundAnswerLinks(it.scene.round.id));
    expect(list.body.links[0]).toMatchObject({ state: 'finished', items: 2, answered: 1, uses: 5 });
    expect((await it.lena.sheet()).body.finishedAt).toBe(receipt.body.at);
  });

  it('can be mended after the receipt while the round takes answers', async () => {
    const it = await opened();
    const saved = await it.lena.save(first(it), { judgement: 'on_track', nothingNew: true });
    const submitted = await it.lena.take(saved.body, 'submit');
    await it.lena.send('POST', paths.answerFinish());
    const withdrawn = await it.lena.take(submitted.body, 'withdraw');
    expect(withdrawn.body.followUp.state).toBe('draft');
    expect((await it.lena.save(withdrawn.body, { done: 'Rättat.' })).status).toBe(200);
  });

  it('is written in the person’s name, with the link as the source', async () => {
    const it = await opened();
    const page = first(it);
    await it.lena.save(page, { judgement: 'on_track' });
    const indicatorId = page.outcomes[0]?.indicator.id ?? '';
    await put(it.lena, indicatorId, '3');
    const audited = await app.db.query<{ source: string; entity: string }>(
      'SELECT DISTINCT source, entity FROM audit_event WHERE person_id = $1 ORDER BY entity',
      [it.scene.person.id],
    );
    expect(audited).toEqual([
      { source: 'link', entity: 'follow_up' },
      { source: 'link', entity: 'outcome' },
    ]);
  });

  it('follows the rules of any answer: 428, 412 with what is stored, 422 with pointers', async () => {
    const it = await opened();
    const page = first(it);
    const without = await it.lena.send('PATCH', paths.answerFollowUp(page.followUp.id), { body: { done: 'Hej.' } });
    expect(without.status).toBe(428);
    const planners = await getFollowUp(planner, page.followUp.id);
    await saveFollowUp(planner, page.followUp.id, { done: 'Planerarens text.' }, planners.followUp.version);
    const stale = await it.lena.save(page, { done: 'Min text.' });
    expect(stale.status).toBe(412);
    expect(stale.problem.current).toMatchObject({ followUp: { done: 'Planerarens text.', version: 2 } });
    const [second] = it.sheet.items.slice(1);
    const incomplete = await it.lena.take(second ?? page, 'submit');
    expect(incomplete.status).toBe(422);
    expect(incomplete.problem.errors?.map(({ pointer }) => pointer)).toContain('/judgement');
    const bad = await put(it.lena, page.outcomes[0]?.indicator.id ?? '', 'ca 20');
    expect([bad.status, bad.problem.errors?.[0]?.pointer]).toEqual([422, '/input']);
  });

  it('reaches its own items only: others’ follow-ups and indicators are not there', async () => {
    const it = await opened();
    const [other] = it.scene.others;
    if (!other) throw new Error('Nobody else’s item.');
    const tries = [
      await it.lena.save(other, { done: 'Smyg.' }),
      await it.lena.take(other, 'submit'),
      await put(it.lena, other.outcomes[0]?.indicator.id ?? '', '1'),
    ];
    expect(tries.map(({ status }) => status)).toEqual([404, 404, 404]);
    const [row] = await app.db.query<{ done: string; version: number }>(
      'SELECT done, version FROM follow_up WHERE id = $1',
      [other.followUp.id],
    );
    expect(row).toEqual({ done: '', version: 1 });
    const uses = await app.db.query<{ refused_because: string }>(
      `SELECT refused_because FROM answer_link_use WHERE link_id = $1 AND action = 'refused'`,
      [it.linkId],
    );
    expect(uses.map((use) => use.refused_because)).toEqual(['not_found', 'not_found', 'not_found']);
  });

  it('the cookie of one link does not open another’s items', async () => {
    const [one, other] = [await opened(), await opened()];
    expect((await one.lena.save(first(other), { done: 'Fel dörr.' })).status).toBe(404);
  });

  it('loses an item the moment somebody else is to report it', async () => {
    const it = await opened();
    await app.db.query('UPDATE follow_up SET reporter_id = $1 WHERE id = $2', [
      planner.session?.person.id,
      first(it).followUp.id,
    ]);
    expect((await it.lena.save(first(it), { done: 'För sent.' })).status).toBe(404);
    expect((await it.lena.sheet()).body.items).toHaveLength(1);
  });

  it('takes an answer and nothing else: not who reports, not for whom', async () => {
    const it = await opened();
    for (const body of [{ reporterId: null }, { onBehalfOfId: null }, { channel: 'mail' }])
      expect((await it.lena.save(first(it), body)).status).toBe(400);
    expect((await it.lena.take(first(it), 'accept')).status).toBe(400);
  });

  it('needs the page’s check code for every change', async () => {
    const it = await opened();
    for (const csrfToken of ['', 'x'.repeat(it.lena.csrfToken.length), 'å'.repeat(10)]) {
      const copy = new LinkBrowser(app.base);
      copy.cookie = it.lena.cookie;
      copy.csrfToken = encodeURIComponent(csrfToken);
      const answer = await copy.save(first(it), { done: 'Utan kod.' });
      expect([answer.status, answer.problem.code]).toEqual([403, 'csrf']);
    }
    expect((await it.lena.save(first(it), { done: 'Med kod.' })).status).toBe(200);
  });

  it('is a session of its own: an account does not reach /answer, a link reaches nothing else', async () => {
    const it = await opened();
    const reporter = await app.person('Ruth Rapportör', [
      { role: 'reporter', organisationId: it.scene.plan.responsible.id },
    ]);
    expect((await reporter.get(paths.answer())).status).toBe(401);
    expect((await reporter.patch(paths.answerFollowUp(first(it).followUp.id), { done: 'Hej.' }, 1)).status).toBe(401);
    for (const path of [
      paths.plans(),
      paths.session(),
      paths.followUp(first(it).followUp.id),
      paths.roundAnswerLinks(it.scene.round.id),
    ])
      expect((await it.lena.send('GET', path)).status).toBe(401);
    expect((await new LinkBrowser(app.base).sheet()).problem.detail).toContain('Öppna din svarslänk igen');
  });

  it('gives a planner no more than a reporter’s right when they answer by a link', async () => {
    const scene = await linkScene(app, planner, 1);
    await app.db.query(
      `INSERT INTO role_assignment (id, county_id, person_id, role) VALUES (gen_random_uuid(), $1, $2, 'planner')`,
      [app.countyId, scene.person.id],
    );
    const lena = new LinkBrowser(app.base);
    const sheet = (await lena.open((await makeLink(planner, scene)).token)).body;
    const item = sheet.items[0];
    if (!item) throw new Error('The sheet is empty.');
    const saved = await lena.save(item, { judgement: 'on_track', nothingNew: true });
    const submitted = await lena.take(saved.body, 'submit');
    expect(submitted.body.followUp.transitions.map(({ name }) => name)).toEqual(['withdraw']);
  });

  it('says in words when the round is reviewed or adopted, and shows what was answered', async () => {
    const it = await opened();
    await moveRound(planner, it.scene.round, 'start_review');
    const locked = await it.lena.save(first(it), { done: 'För sent.' });
    expect([locked.status, locked.problem.code]).toEqual([409, 'rule']);
    expect(locked.problem.detail).toContain('granskas');
    const sheet = await it.lena.sheet();
    expect(sheet.body.round.state).toBe('in_review');
    expect(sheet.body.items[0]?.followUp).toMatchObject({ mayEdit: false });
  });

  it('says in words when the round is adopted, and goes on showing what was answered', async () => {
    const it = await opened(1, 1);
    await it.lena.save(first(it), { done: 'Träffen är hållen.' });
    await completeRound(planner, it.scene.plan, it.scene.round);
    const second = await app.person('Per Planerare', [{ role: 'planner' }]);
    const reviewed = await moveRound(planner, it.scene.round, 'start_review');
    await moveRound(second, await moveRound(planner, reviewed, 'propose_adoption'), 'adopt');
    const [item] = (await it.lena.sheet()).body.items;
    if (!item) throw new Error('The sheet is empty.');
    expect(item.followUp).toMatchObject({ state: 'accepted', mayEdit: false });
    expect(item.followUp.lockedReason).toContain('fastställdes');
    const locked = await it.lena.save(item, { done: 'Alldeles för sent.' });
    expect([locked.status, locked.problem.code]).toEqual([409, 'locked']);
  });

  it('asks the database as often for one item more as for any other', async () => {
    const counts: number[] = [];
    for (const own of [1, 2, 3]) {
      const it = await opened(own, 3);
      counts.push(await countQueries(app, () => it.lena.sheet()));
    }
    const [one = 0, two = 0, three = 0] = counts;
    expect(three - two).toBe(two - one);
  });
});
