import { pages, paths, type Decision, type Lift, type SearchAnswer } from '@samhandling/contracts';
import { startTestApp, type TestApp } from '../support/app.ts';
import {
  adjustMeeting,
  buildDecisionScene,
  buildGroup,
  buildItem,
  buildMeeting,
  joinGroup,
  type DecisionScene,
} from '../support/decision-scene.ts';

let app: TestApp;
let scene: DecisionScene;

beforeAll(async () => {
  app = await startTestApp();
  scene = await buildDecisionScene(app);
});
afterAll(() => app.close());

const lift = (body: object = {}) =>
  scene.member.post<Lift>(paths.agendaItemLifts(scene.itemId), {
    question: 'Vem betalar bussarna?',
    proposal: 'Regionen betalar bussarna.',
    ...body,
  });

describe('a question that is lifted', () => {
  it('goes to the group above, about what the item is about', async () => {
    const { status, body } = await lift();
    expect(status).toBe(201);
    expect(body).toMatchObject({
      fromGroup: { id: scene.groupId },
      toGroup: { id: scene.aboveId },
      meeting: { id: scene.meetingId },
      activity: { id: scene.plan.activities[0]?.id },
      state: 'waiting',
      raisedBy: { name: 'Greta Gruppmedlem' },
      mayEdit: true,
      // Greta is not in the group above.
      mayAnswer: false,
    });
    expect((await scene.planner.get<Lift>(paths.lift(body.id))).body.mayAnswer).toBe(true);
  });

  it('goes to the group named, and not to its own, a closed one or nobody', async () => {
    const other = await buildGroup(app, scene.plan.planId);
    expect((await lift({ toGroupId: other })).body.toGroup.id).toBe(other);
    expect((await lift({ toGroupId: scene.groupId })).problem.errors?.[0]?.pointer).toBe('/toGroupId');
    await app.db.query(`UPDATE work_group SET closed_on = '2026-01-01', result = 'Klart.' WHERE id = $1`, [other]);
    expect((await lift({ toGroupId: other })).problem.errors?.[0]?.code).toBe('closed');
    const top = await buildItem(app, await buildMeeting(app, scene.aboveId, { startsAt: '2026-03-20T08:00:00Z' }));
    const nowhere = await scene.planner.post(paths.agendaItemLifts(top), { question: 'Och vi då?' });
    expect(nowhere.problem.errors?.[0]).toMatchObject({ pointer: '/toGroupId', code: 'required' });
  });

  it('is found by a search, by whoever may read what groups do, and leads to its own page', async () => {
    const { body } = await lift({ question: 'Vem sköter fyrvaktarbostaden?' });
    const found = await scene.member.get<SearchAnswer>(`${paths.search()}?q=fyrvaktarbostaden`);
    expect(found.body.groups.filter(({ kind }) => kind === 'lift').flatMap(({ items }) => items)).toMatchObject([
      { title: 'Vem sköter fyrvaktarbostaden?', link: pages.lift(body.id) },
    ]);
  });

  it('is mended and withdrawn while it waits', async () => {
    const { body } = await lift();
    const mended = await scene.member.patch<Lift>(paths.lift(body.id), { question: 'Vem betalar?' }, 1);
    expect(mended.body).toMatchObject({ question: 'Vem betalar?', version: 2 });
    const withdrawn = await scene.member.post<Lift>(
      paths.liftTransitions(body.id),
      { transition: 'withdraw' },
      { ifMatch: 2 },
    );
    expect(withdrawn.body).toMatchObject({ state: 'withdrawn', mayEdit: false, mayAnswer: false });
    const late = await scene.planner.post(
      paths.liftTransitions(body.id),
      { transition: 'answer', answer: 'Vi.' },
      { ifMatch: 3 },
    );
    expect([late.status, late.problem.detail]).toEqual([409, 'Frågan är tillbakatagen.']);
  });
});

describe('the answer', () => {
  it('is words, a decision, or both; the decision is made under the item, and the askers’ next agenda gets it', async () => {
    const { body } = await lift();
    const meeting = await buildMeeting(app, scene.aboveId, { startsAt: '2026-05-20T08:00:00Z' });
    const item = await buildItem(app, meeting, { liftId: body.id });
    const [next] = await app.db.query<{ id: string }>(
      `INSERT INTO meeting (id, county_id, group_id, starts_at, ends_at) SELECT gen_random_uuid(), county_id, id,
         now() + interval '20 days', now() + interval '20 days 2 hours' FROM work_group WHERE id = $1 RETURNING id`,
      [scene.groupId],
    );
    const path = paths.liftTransitions(body.id);
    const silent = await scene.planner.post(path, { transition: 'answer', answer: ' ' }, { ifMatch: 1 });
    expect(silent.problem.errors?.[0]?.pointer).toBe('/answer');
    const elsewhere = await scene.planner.post(
      path,
      { transition: 'answer', agendaItemId: scene.itemId, decision: { text: 'Regionen betalar.' } },
      { ifMatch: 1 },
    );
    expect(elsewhere.problem.errors?.[0]?.pointer).toBe('/agendaItemId');
    const nowhere = await scene.planner.post(
      path,
      { transition: 'answer', decision: { text: 'Regionen betalar.' } },
      { ifMatch: 1 },
    );
    expect(nowhere.problem.errors?.[0]?.pointer).toBe('/agendaItemId');

    const { body: answered, status } = await scene.planner.post<Lift>(
      path,
      {
        transition: 'answer',
        answer: 'Ja, i år.',
        agendaItemId: item,
        decision: { text: 'Regionen betalar bussarna.', organisationId: scene.plan.partner.id, due: '2026-09-01' },
      },
      { ifMatch: 1 },
    );
    expect(status).toBe(200);
    expect(answered).toMatchObject({
      state: 'answered',
      answer: 'Ja, i år.',
      decision: { text: 'Regionen betalar bussarna.' },
    });
    const decision = await scene.planner.get<Decision>(paths.decision(answered.decision?.id ?? ''));
    expect(decision.body).toMatchObject({
      group: { id: scene.aboveId },
      meeting: { id: meeting },
      decidedOn: '2026-05-20',
      activity: { id: scene.plan.activities[0]?.id },
      answersLift: { id: body.id, fromGroup: { id: scene.groupId } },
    });
    const told = await app.db.query<Record<string, unknown>>(
      `SELECT meeting_id, kind, lift_id FROM agenda_item WHERE lift_id = $1 AND kind = 'answer'`,
      [body.id],
    );
    expect(told).toEqual([{ meeting_id: next?.id, kind: 'answer', lift_id: body.id }]);
  });

  it('is not given by somebody outside the group that is asked', async () => {
    const { body } = await lift();
    const refusal = await scene.member.post(
      paths.liftTransitions(body.id),
      { transition: 'answer', answer: 'Vi själva.' },
      { ifMatch: 1 },
    );
    expect(refusal.status).toBe(403);
    const inside = await app.person('Sven Samråd', [{ role: 'group_member' }]);
    await joinGroup(app, scene.aboveId, scene.plan.partner.id, inside);
    const given = await inside.post<Lift>(
      paths.liftTransitions(body.id),
      { transition: 'answer', answer: 'Vi.' },
      { ifMatch: 1 },
    );
    expect(given.body.state).toBe('answered');
  });

  it('is one when two answer at once, and the other’s decision is not made', async () => {
    const { body } = await lift();
    const meeting = await buildMeeting(app, scene.aboveId, { startsAt: '2026-06-20T08:00:00Z' });
    const item = await buildItem(app, meeting, { liftId: body.id });
    const other = await app.person('Pia Planerare', [{ role: 'planner' }]);
    const answers = await Promise.all(
      [scene.planner, other].map((who, nth) =>
        who.post<Lift>(
          paths.liftTransitions(body.id),
          { transition: 'answer', agendaItemId: item, decision: { text: `Svar ${nth}.` } },
          { ifMatch: 1 },
        ),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    const lost = answers.find(({ status }) => status === 412);
    const won = answers.find(({ status }) => status === 200);
    expect(lost?.problem.current).toMatchObject({ state: 'answered', decision: won?.body.decision });
    const decisions = await app.db.query('SELECT 1 FROM decision WHERE answers_lift_id = $1', [body.id]);
    expect(decisions).toHaveLength(1);
  });

  it('comes also when the minutes of the asking meeting are adjusted', async () => {
    const held = await buildMeeting(app, scene.groupId, { startsAt: '2026-02-01T08:00:00Z', state: 'held' });
    const item = await buildItem(app, held);
    const { body } = await scene.planner.post<Lift>(paths.agendaItemLifts(item), { question: 'När då?' });
    await adjustMeeting(app, held);
    const mended = await scene.planner.patch(paths.lift(body.id), { question: 'Hur då?' }, 1);
    expect(mended.problem.code).toBe('adjusted');
    const given = await scene.planner.post<Lift>(
      paths.liftTransitions(body.id),
      { transition: 'answer', answer: 'I höst.' },
      { ifMatch: 1 },
    );
    expect(given.body).toMatchObject({ state: 'answered', answer: 'I höst.' });
  });
});
