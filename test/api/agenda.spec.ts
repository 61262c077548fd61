import { paths, type AgendaItem, type AgendaProposal, type Meeting } from '@samhandling/contracts';
import { v7 as newId } from 'uuid';
import { meetingScene, must, type MeetingScene } from '../support/meeting-scene.ts';

describe('the agenda', () => {
  let scene: MeetingScene;
  let groupId: string;
  beforeAll(async () => {
    scene = await meetingScene();
  });
  beforeEach(async () => {
    scene.clock.set('2026-03-02T08:00:00Z');
    groupId = (await scene.group()).id;
    await scene.member(groupId);
  });
  afterAll(() => scene.close());

  const read = async (id: string): Promise<Meeting> => must(await scene.planner.get<Meeting>(paths.meeting(id)));
  const propose = async (meeting: Meeting): Promise<AgendaProposal> =>
    must(await scene.planner.get<AgendaProposal>(paths.meetingAgendaProposal(meeting.id)));
  const add = (meeting: Meeting, items?: readonly object[]) =>
    scene.planner.post<Meeting>(paths.meetingAgenda(meeting.id), items ? { items } : {});
  const take = (item: AgendaItem | undefined, transition: string, more: object = {}) =>
    scene.planner.post<AgendaItem>(
      paths.agendaItemTransitions(item?.id ?? ''),
      { transition, ...more },
      { ifMatch: item?.version ?? 0 },
    );
  const activity = (index: number): string => scene.plan.activities[index]?.id ?? '';
  const hold = async (meeting: Meeting): Promise<Meeting> => {
    scene.clock.set(meeting.endsAt);
    const [row] = (await read(meeting.id)).attendance;
    must(
      await scene.planner.put(paths.meetingAttendance(meeting.id), {
        rows: [{ memberId: row?.memberId, version: row?.version, status: 'present' }],
      }),
    );
    return must(await scene.move(await read(meeting.id), 'hold'));
  };
  /** All the plan's activities up and treated in a held meeting on the day. */
  const allUp = async (day: string): Promise<Meeting> => {
    const meeting = await scene.meeting(groupId, day);
    const filled = must(
      await add(
        meeting,
        scene.plan.activities.map(({ id }) => ({ kind: 'activity', activityId: id })),
      ),
    );
    for (const item of filled.items) must(await take(item, 'treat'));
    return hold(meeting);
  };

  it('proposes what has never been up, and after 70 days what has been silent, with why', async () => {
    const first = await scene.meeting(groupId, '2026-03-12');
    const never = await propose(first);
    expect(never.items).toHaveLength(6);
    expect(never.items[0]?.reasons).toEqual([{ code: 'never_up', words: 'Har inte varit uppe i gruppen än.' }]);
    await allUp('2026-03-05');
    const soon = await scene.meeting(groupId, '2026-04-09');
    expect((await propose(soon)).items).toEqual([]);
    const late = await scene.meeting(groupId, '2026-05-14');
    const silent = await propose(late);
    expect(silent.items).toHaveLength(6);
    expect(silent.items[0]?.reasons[0]?.words).toBe('Har inte varit uppe på 70 dagar, sedan 5 mars 2026.');
    expect(silent.items[0]?.activity?.lastUpOn).toBe('2026-03-05');
  });

  it('has the reasons of the open round too, but not again for what was up last time', async () => {
    await scene.app.db.query('DELETE FROM follow_up_round');
    const { app, plan } = scene;
    const roundId = newId();
    await app.db.query(
      `INSERT INTO follow_up_round (id, county_id, plan_id, label, from_day, to_day, opens, due, state)
       VALUES ($1, $2, $3, '2026', '2026-01-01', '2026-12-31', '2026-01-02', '2026-02-01', 'open')`,
      [roundId, app.countyId, plan.planId],
    );
    await app.db.query(
      `INSERT INTO follow_up (id, county_id, plan_id, round_id, activity_id, state, next_step, next_step_date)
       VALUES ($1, $2, $3, $4, $5, 'draft', 'Ring', '2026-03-10')`,
      [newId(), app.countyId, plan.planId, roundId, activity(3)],
    );
    const meeting = await scene.meeting(groupId, '2026-03-12');
    const [top] = (await propose(meeting)).items;
    expect(top?.activity?.id).toBe(activity(3));
    expect(top?.reasons.map(({ code }) => code)).toEqual([
      'overdue',
      'due_step',
      'no_reporter',
      'never_up',
      'value_missing',
    ]);
    await allUp('2026-03-05');
    const next = await scene.meeting(groupId, '2026-04-09');
    expect((await propose(next)).items.map(({ reasons }) => reasons.map(({ code }) => code))).toEqual([['due_step']]);
    await scene.app.db.query('DELETE FROM follow_up_round');
  });

  it('fills itself as far as the time goes, most pressing first, and an activity stands there once', async () => {
    await scene.app.db.query('UPDATE work_group SET minutes_per_item = 30 WHERE id = $1', [groupId]);
    const meeting = await scene.meeting(groupId, '2026-03-12');
    await scene.app.db.query('INSERT INTO rotation_item (meeting_id, activity_id, county_id) VALUES ($1, $2, $3)', [
      meeting.id,
      activity(5),
      scene.app.countyId,
    ]);
    const filled = must(await add(meeting));
    expect(filled.items).toHaveLength(4);
    expect(filled.items.map(({ activity: about }) => about?.id)).toContain(activity(5));
    expect(filled.items[0]).toMatchObject({
      number: 1,
      origin: 'rotation',
      minutes: 30,
      activity: { id: activity(5) },
    });
    expect(filled).toMatchObject({ minutesPlanned: 120, minutesLong: 120 });
    const twice = await add(meeting, [{ kind: 'activity', activityId: activity(5) }]);
    expect(twice).toMatchObject({ status: 422, problem: { errors: [{ pointer: '/items/0', code: 'taken' }] } });
    const odd = await add(meeting, [
      { kind: 'free' },
      { kind: 'activity', activityId: groupId },
      { kind: 'activity', activityId: activity(0), liftId: groupId },
    ]);
    expect(odd.problem.errors?.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
      '/items/0 subject',
      '/items/1 unknown',
      '/items/2 subject',
    ]);
    expect(must(await add(meeting, [{ kind: 'free', title: 'Övrigt' }])).items.at(-1)).toMatchObject({
      origin: 'added',
      reasons: [{ code: 'added', words: 'Tillagd av Petra Planerare.' }],
    });
  });

  it('remembers what is postponed: on the next agenda, or the one named, or when there is one', async () => {
    const meeting = await scene.meeting(groupId, '2026-03-12');
    const next = await scene.meeting(groupId, '2026-04-09');
    const third = await scene.meeting(groupId, '2026-05-14');
    const { items } = must(
      await add(meeting, [
        { kind: 'activity', activityId: activity(0), minutes: 20 },
        { kind: 'activity', activityId: activity(1) },
        { kind: 'free', title: 'Budget' },
      ]),
    );
    expect(must(await take(items[0], 'postpone', { reason: 'Ingen hann läsa' }))).toMatchObject({
      state: 'postponed',
      number: null,
      postponedTo: { id: next.id },
      stateReason: 'Ingen hann läsa',
    });
    expect((await read(next.id)).items).toMatchObject([
      {
        origin: 'postponed',
        minutes: 20,
        activity: { id: activity(0) },
        reasons: [{ words: 'Bordlades på mötet 12 mars 2026.' }, {}],
      },
    ]);
    must(await take(items[1], 'postpone', { postponeToId: third.id }));
    expect((await read(third.id)).items).toMatchObject([{ activity: { id: activity(1) } }]);
    const bad = await take(items[2], 'postpone', { postponeToId: meeting.id });
    expect(bad).toMatchObject({ status: 422, problem: { errors: [{ pointer: '/postponeToId' }] } });
    // Putting it back takes it off the later agenda, as long as nobody has touched it there.
    const back = must(await take((await read(meeting.id)).items[0], 'restore'));
    expect(back).toMatchObject({ state: 'waiting', number: 1, postponedTo: null });
    expect((await read(next.id)).items).toEqual([]);
    // From the last meeting there is nowhere to go: it is proposed when there is.
    const last = must(await add(third, [{ kind: 'free', title: 'Sommarfest' }])).items.at(-1);
    expect(must(await take(last, 'postpone')).postponedTo).toBeNull();
    const autumn = await scene.meeting(groupId, '2026-09-10');
    const [top] = (await propose(autumn)).items;
    expect(top).toMatchObject({ kind: 'free', title: 'Sommarfest', key: { kind: 'free', title: 'Sommarfest' } });
    expect(must(await add(autumn, [top?.key ?? {}])).items[0]).toMatchObject({ origin: 'postponed' });
    expect((await propose(autumn)).items.filter(({ kind }) => kind === 'free')).toEqual([]);
  });

  it('comes back when the meeting it was put off to is cancelled', async () => {
    const meeting = await scene.meeting(groupId, '2026-03-12');
    const next = await scene.meeting(groupId, '2026-04-09');
    const { items } = must(await add(meeting, [{ kind: 'activity', activityId: activity(2) }]));
    must(await take(items[0], 'postpone'));
    must(await scene.move(await read(next.id), 'cancel', { reason: 'Sjukdom' }));
    const may = await scene.meeting(groupId, '2026-05-14');
    const [top] = (await propose(may)).items;
    expect(top?.activity?.id).toBe(activity(2));
    expect(top?.reasons[0]?.code).toBe('postponed');
  });

  it('leaves what is parked alone until its day, and says why a thing without activity is not parked', async () => {
    const meeting = await scene.meeting(groupId, '2026-03-12');
    const { items } = must(
      await add(meeting, [
        { kind: 'activity', activityId: activity(0) },
        { kind: 'free', title: 'Fika' },
      ]),
    );
    expect(await take(items[0], 'park')).toMatchObject({ status: 422, problem: { errors: [{ pointer: '/reason' }] } });
    expect((await take(items[1], 'park', { reason: 'x' })).problem.detail).toContain('Bara en aktivitet kan parkeras');
    must(await take(items[0], 'park', { reason: 'Väntar på regeringen', parkUntil: '2026-04-30' }));
    const april = await scene.meeting(groupId, '2026-04-30');
    const may = await scene.meeting(groupId, '2026-05-01');
    const has = async (when: Meeting): Promise<boolean> =>
      (await propose(when)).items.some(({ activity: about }) => about?.id === activity(0));
    expect([await has(april), await has(may)]).toEqual([false, true]);
    must(await take((await read(meeting.id)).items[0], 'restore'));
    expect(await scene.app.db.query('SELECT 1 FROM activity_parking WHERE group_id = $1', [groupId])).toEqual([]);
  });

  it('keeps what is removed as a row that says so, and lets it be added again', async () => {
    const meeting = await scene.meeting(groupId, '2026-03-12');
    const { items } = must(await add(meeting, [{ kind: 'activity', activityId: activity(0) }]));
    must(await take(items[0], 'remove'));
    const removed = (await read(meeting.id)).items;
    expect(removed).toMatchObject([{ state: 'removed', number: null }]);
    expect((await take(removed[0], 'treat')).problem.detail).toContain('punkten är borttagen');
    expect(must(await add(meeting, [{ kind: 'activity', activityId: activity(0) }])).items).toMatchObject([
      { id: items[0]?.id, state: 'waiting', number: 1 },
    ]);
  });

  it('has 200 items on one agenda, in order, each numbered', async () => {
    const meeting = await scene.meeting(groupId, '2026-03-12');
    const many = Array.from({ length: 200 }, (_, index) => ({ kind: 'free', title: `Punkt ${index + 1}` }));
    const { items, version } = must(await add(meeting, many));
    expect(items).toHaveLength(200);
    expect(items.at(-1)).toMatchObject({ number: 200, title: 'Punkt 200' });
    const ids = items.map(({ id }) => id).toReversed();
    const turned = must(
      await scene.planner.post<Meeting>(paths.meetingAgendaOrder(meeting.id), { ids }, { ifMatch: version }),
    );
    expect(turned.items[0]).toMatchObject({ number: 1, title: 'Punkt 200', version: 1 });
    const strange = await scene.planner.post(
      paths.meetingAgendaOrder(meeting.id),
      { ids: [...ids.slice(1), newId()] },
      { ifMatch: turned.version },
    );
    expect(strange).toMatchObject({ status: 422, problem: { errors: [{ pointer: '/ids/199' }] } });
    const short = await scene.planner.post(
      paths.meetingAgendaOrder(meeting.id),
      { ids: ids.slice(1) },
      { ifMatch: turned.version },
    );
    expect(short.status).toBe(412);
  });

  it('takes notes and seconds with the version of the item, shows both to the second writer, and counts the meeting up', async () => {
    const meeting = await scene.meeting(groupId, '2026-03-12');
    const { items } = must(
      await add(meeting, [
        { kind: 'free', title: 'Fika' },
        { kind: 'activity', activityId: activity(0) },
      ]),
    );
    const live = async (): Promise<number> => {
      const [row] = await scene.app.db.query<{ live: string }>(
        'SELECT live_number::text AS live FROM meeting WHERE id = $1',
        [meeting.id],
      );
      return Number(row?.live);
    };
    const before = await live();
    const [fika, about] = items;
    const path = paths.agendaItem(fika?.id ?? '');
    const answers = await Promise.all([
      scene.planner.patch<AgendaItem>(path, { note: 'Bullar', secondsUsed: 40 }, 1),
      scene.planner.patch<AgendaItem>(path, { note: 'Kakor' }, 1),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412]);
    const [lost] = answers.filter(({ status }) => status === 412);
    const won = answers.find(({ status }) => status === 200)?.body;
    expect(lost?.problem.current).toMatchObject({ note: won?.note, version: 2, number: 1 });
    expect(await live()).toBe(before + 1);
    expect(await scene.planner.patch(paths.agendaItem(about?.id ?? ''), { title: 'Annat' }, 1)).toMatchObject({
      status: 422,
      problem: { errors: [{ pointer: '/title' }] },
    });
  });
});
