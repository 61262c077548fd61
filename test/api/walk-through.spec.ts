import {
  paths,
  type Decision,
  type FollowUpPage,
  type Lift,
  type LiveState,
  type WalkThrough,
} from '@samhandling/contracts';
import { startTestApp, type TestApp } from '../support/app.ts';
import {
  adjustMeeting,
  buildDecisionScene,
  buildItem,
  buildMeeting,
  joinGroup,
  type DecisionScene,
} from '../support/decision-scene.ts';
import { LiveStream } from '../support/live-stream.ts';
import { COUNT_INDICATOR } from '../support/plan-builder.ts';
import { followUpsOfRound, openRound } from '../support/round-builder.ts';
import { countQueries } from '../support/query-counter.ts';

let app: TestApp;
let scene: DecisionScene;
let activityId: string;

beforeAll(async () => {
  app = await startTestApp();
  scene = await buildDecisionScene(app, {
    activities: 200,
    activity: (index) => ({
      indicators: [
        index === 0
          ? { ...COUNT_INDICATOR, text: 'Antal utsatta.', smallNumberThreshold: 5 }
          : { ...COUNT_INDICATOR, text: `Antal träffar ${index}.` },
      ],
    }),
  });
  activityId = scene.plan.activities[0]?.id ?? '';
});
afterAll(() => app.close());

const walk = async (meetingId = scene.meetingId): Promise<WalkThrough> => {
  const { status, body, problem } = await scene.member.get<WalkThrough>(paths.meetingWalkThrough(meetingId));
  if (status !== 200) throw new Error(JSON.stringify(problem));
  return body;
};

describe('the walk-through', () => {
  it('has all that is known about the activity, and what changed since the group last had it up', async () => {
    const { planner, plan } = scene;
    const before = await buildMeeting(app, scene.groupId, { startsAt: '2025-11-12T13:00:00Z', state: 'held' });
    await buildItem(app, before, { activityId, state: 'treated', note: 'Två skolor är klara.' });
    const round = await openRound(planner, plan);
    const followUp = (await followUpsOfRound(planner, plan, round.label))[0]?.followUp;
    const changed = await planner.patch<FollowUpPage>(
      paths.followUp(followUp?.id ?? ''),
      { judgement: 'needs_support', supportNeeded: 'Pengar.', nextStep: 'Ringa.', nextStepDate: '2026-04-01' },
      followUp?.version,
    );
    expect(changed.status).toBe(200);
    const indicatorId = plan.activities[0]?.indicatorIds[0] ?? '';
    await app.db.query('UPDATE indicator SET small_number_threshold = 5 WHERE id = $1', [indicatorId]);
    const entered = await planner.send('PUT', paths.roundOutcome(round.id, indicatorId), {
      body: { municipalityCode: null, sex: 'total', input: '3' },
      ifMatch: 0,
    });
    expect(entered.status).toBe(200);
    const earlier = await planner.post<Decision>(paths.groupDecisions(scene.groupId), {
      text: 'Ett tidigare beslut.',
      decidedOn: '2025-12-01',
      activityId,
    });
    const now = await planner.post<Decision>(paths.agendaItemDecisions(scene.itemId), { text: 'Ett nytt beslut.' });
    const lift = await planner.post<Lift>(paths.agendaItemLifts(scene.itemId), { question: 'Vem betalar?' });

    const { items, members, liftsTo, mayWrite, plan: shown, live } = await walk();
    expect(shown.slug).toBe(plan.slug);
    expect(liftsTo?.id).toBe(scene.aboveId);
    expect(members.map(({ name }) => name)).toEqual(['Greta Gruppmedlem']);
    expect(mayWrite).toBe(true);
    expect(live.state).toBe('planned');
    const [item] = items;
    expect(item?.decisions.map(({ id }) => id)).toEqual([now.body.id]);
    expect(item?.lifts.map(({ id }) => id)).toEqual([lift.body.id]);
    expect(item?.about).toMatchObject({
      area: { number: '1.1' },
      goalTitle: 'Mål nummer 1',
      amendment: '',
      partners: [{ id: plan.partner.id }],
      lastDecision: { id: earlier.body.id },
      lastNote: { on: '2025-11-12', text: 'Två skolor är klara.' },
      since: '2025-11-12',
      followUp: {
        id: followUp?.id,
        judgement: 'needs_support',
        supportNeeded: 'Pengar.',
        nextStep: 'Ringa.',
        nextStepDate: '2026-04-01',
        // A group member answers for no organisation: the rule of follow-ups, told by the page.
        mayWrite: false,
      },
    });
    expect(item?.about?.openReasons.map(({ code }) => code)).toContain('no_reporter');
    expect(item?.about?.followUp?.lockedReason).toMatch(/rapportörer för/);
    expect(item?.about?.openDecisions.map(({ id }) => id).sort()).toEqual([earlier.body.id, now.body.id].sort());
    expect(item?.about?.changes).toContainEqual(
      expect.objectContaining({
        what: 'Lägesbedömning',
        from: 'Inte bedömd',
        to: 'Behöver stöd',
        by: 'Petra Planerare',
      }),
    );
    // The number three is nobody's to read on a wall.
    const outcome = item?.about?.changes.find(({ what }) => what.startsWith('Utfall'));
    expect(outcome).toMatchObject({ from: '', to: 'Skyddat' });
    expect(item?.about?.numbers[0]?.points.at(-1)?.display.state).toBe('protected');
    const forPlanner = await planner.get<WalkThrough>(paths.meetingWalkThrough(scene.meetingId));
    expect(forPlanner.body.items[0]?.about?.followUp?.mayWrite).toBe(true);
  });

  it('takes as many statements for 200 activities as for one', async () => {
    const one = await countQueries(app, () => walk());
    const large = await buildMeeting(app, scene.groupId, { startsAt: '2026-06-12T13:00:00Z' });
    await app.db.query(
      `INSERT INTO agenda_item (id, county_id, meeting_id, kind, position, activity_id)
       SELECT gen_random_uuid(), a.county_id, $1, 'activity', row_number() OVER (), a.id FROM activity a WHERE a.plan_id = $2`,
      [large, scene.plan.planId],
    );
    let found: WalkThrough | undefined;
    expect(await countQueries(app, async () => (found = await walk(large)))).toBe(one);
    expect(found?.items).toHaveLength(200);
    expect(found?.items.every(({ about }) => about?.goalTitle !== '')).toBe(true);
  });

  it('shows the question that was lifted to the group that is to answer', async () => {
    const asked = await scene.planner.post<Lift>(paths.agendaItemLifts(scene.itemId), { question: 'När då?' });
    const above = await buildMeeting(app, scene.aboveId, { startsAt: '2026-05-12T13:00:00Z' });
    await buildItem(app, above, { liftId: asked.body.id });
    const { items } = await walk(above);
    expect(items[0]?.question).toMatchObject({ id: asked.body.id, mayAnswer: false });
  });

  it('is not there for whoever asks for something else', async () => {
    expect((await scene.member.get(paths.meetingWalkThrough(scene.groupId))).status).toBe(404);
    expect((await scene.member.get(paths.meetingLive(scene.groupId))).status).toBe(404);
  });
});

describe('the pen', () => {
  const pen = (who: DecisionScene['member'], body: object, meetingId = scene.meetingId) =>
    who.post<{ id: string; isMe: boolean } | undefined>(paths.meetingWriter(meetingId), body);

  it('is one person’s, who keeps it; others are told whose, until it is given back or taken', async () => {
    const { member, planner } = scene;
    expect((await pen(member, { take: true })).body).toMatchObject({ isMe: true });
    expect((await pen(member, { take: true })).status).toBe(200);
    const taken = await pen(planner, { take: true });
    expect([taken.status, taken.problem.detail]).toEqual([
      409,
      'Greta Gruppmedlem för anteckningarna just nu. Be om pennan, eller ta över den, innan du skriver.',
    ]);
    const write = () => planner.post(paths.agendaItemDecisions(scene.itemId), { text: 'Utan penna.' });
    expect((await write()).status).toBe(409);
    expect((await pen(planner, { take: true, force: true })).body).toMatchObject({ isMe: true });
    expect((await write()).status).toBe(201);
    const lost = await member.post(paths.agendaItemActionPoints(scene.itemId), { text: 'Ringa.', assignee: 'Karin' });
    expect(lost.problem.detail).toMatch(/^Petra Planerare för anteckningarna/);
    // Giving back what one does not have takes nothing from anybody.
    expect((await pen(member, { take: false })).body).toMatchObject({ isMe: false });
    expect((await pen(planner, { take: false })).body).toBeUndefined();
    expect((await pen(member, { take: true })).status).toBe(200);
  });

  it('is free when its minute is over', async () => {
    await pen(scene.member, { take: true, force: true });
    await app.db.query(`UPDATE meeting SET writer_until = now() - interval '1 second' WHERE id = $1`, [
      scene.meetingId,
    ]);
    expect((await walk()).writer).toBeNull();
    expect((await pen(scene.planner, { take: true })).status).toBe(200);
    await pen(scene.planner, { take: false });
  });

  it('is taken by one of two who take it at once', async () => {
    const answers = await Promise.all([scene.member, scene.planner].map((who) => pen(who, { take: true })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    await app.db.query(`UPDATE meeting SET writer_id = NULL, writer_until = NULL WHERE id = $1`, [scene.meetingId]);
  });

  it('is nobody’s without the right, nor in adjusted minutes', async () => {
    const stranger = await app.person('Stina Utanför', [{ role: 'group_member' }]);
    expect((await pen(stranger, { take: true })).status).toBe(403);
    const put = await stranger.put(paths.meetingCurrent(scene.meetingId), { itemId: scene.itemId });
    expect(put.status).toBe(403);
    const closed = await buildMeeting(app, scene.groupId, { startsAt: '2025-10-12T13:00:00Z', state: 'held' });
    await adjustMeeting(app, closed);
    expect((await pen(scene.planner, { take: true }, closed)).status).toBe(409);
  });
});

describe('following', () => {
  it('begins with the state, and tells what is written, by whom, and what is on the screen', async () => {
    const follower = await app.person('Fia Följer', [{ role: 'reader' }]);
    const stream = await new LiveStream(app.base, follower).open(scene.meetingId);
    expect(stream.status).toBe(200);
    expect(stream.headers.get('content-type')).toMatch(/^text\/event-stream/);
    expect(stream.headers.get('x-accel-buffering')).toBe('no');
    const first = await stream.next();
    expect(first).toMatchObject({ state: 'planned', writer: null });
    await scene.member.post(paths.meetingWriter(scene.meetingId), { take: true });
    expect(await stream.next()).toMatchObject({ writer: { name: 'Greta Gruppmedlem', isMe: false } });
    const put = await scene.member.put<LiveState>(paths.meetingCurrent(scene.meetingId), { itemId: scene.itemId });
    expect(put.body).toMatchObject({ currentItemId: scene.itemId, writer: { isMe: true } });
    const shown = await stream.next();
    expect(shown?.currentItemId).toBe(scene.itemId);
    await scene.member.post(paths.agendaItemDecisions(scene.itemId), { text: 'Beslut.' });
    expect((await stream.next())?.number).toBeGreaterThan(shown?.number ?? Infinity);
    const elsewhere = await scene.member.put(paths.meetingCurrent(scene.meetingId), { itemId: scene.groupId });
    expect(elsewhere.problem.errors?.[0]?.pointer).toBe('/itemId');
    await scene.member.post(paths.meetingWriter(scene.meetingId), { take: false });
    stream.close();
  });

  it('tells when somebody corrects an answer that is on the screen', async () => {
    const stream = await new LiveStream(app.base, scene.member).open(scene.meetingId);
    const first = await stream.next();
    const { body } = await scene.planner.get<WalkThrough>(paths.meetingWalkThrough(scene.meetingId));
    const followUp = body.items[0]?.about?.followUp;
    await scene.planner.patch(paths.followUp(followUp?.id ?? ''), { nextStep: 'Skriva.' }, followUp?.version);
    expect((await stream.next())?.number).toBeGreaterThan(first?.number ?? Infinity);
    stream.close();
  });

  it('ends with the session', async () => {
    const follower = await app.person('Fredrik Följer', [{ role: 'reader' }]);
    const stream = await new LiveStream(app.base, follower).open(scene.meetingId);
    expect(await stream.next()).not.toBeNull();
    expect((await follower.delete(paths.session())).status).toBe(204);
    expect(await stream.next()).toBeNull();
  }, 30_000);

  it('is refused in more windows than anybody has, and to nobody else for that', async () => {
    const follower = await app.person('Frida Följer', [{ role: 'reader' }]);
    const open = () => new LiveStream(app.base, follower).open(scene.meetingId);
    const streams = await Promise.all(Array.from({ length: 6 }, open));
    expect(streams.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
    for (const stream of streams) await stream.next();
    expect((await open()).status).toBe(429);
    const other = await new LiveStream(app.base, scene.member).open(scene.meetingId);
    expect(other.status).toBe(200);
    for (const stream of [...streams, other]) stream.close();
  });

  it('gives a script the state as it is, and the end', async () => {
    const answer = await scene.member.get(paths.meetingLive(scene.meetingId), { raw: true });
    expect(answer.status).toBe(200);
    expect(String(answer.body)).toMatch(/^event: state$/m);
  });

  it('asks the database once a second for all who follow here, however many meetings they follow', async () => {
    const second = await buildMeeting(app, scene.groupId, { startsAt: '2026-09-12T13:00:00Z' });
    await joinGroup(app, scene.aboveId, scene.plan.partner.id, scene.member);
    const streams = await Promise.all(
      [scene.meetingId, second, second].map((id) => new LiveStream(app.base, scene.member).open(id)),
    );
    for (const stream of streams) await stream.next();
    await scene.planner.post(paths.meetingWriter(second), { take: true });
    const told = await Promise.all([streams[1]?.next(), streams[2]?.next()]);
    expect(told.map((state) => state?.writer?.name)).toEqual(['Petra Planerare', 'Petra Planerare']);
    for (const stream of streams) stream.close();
  });
});
