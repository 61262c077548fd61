import { paths, type ParkingAnswer, type Rotation, type RotationProposal } from '@samhandling/contracts';
import { startTestApp, type TestApp, type TestClient } from '../support/app.ts';
import { buildGroup, buildItem, buildMeeting } from '../support/rotation-builder.ts';
import { buildPlan, COUNT_INDICATOR, type BuiltPlan } from '../support/plan-builder.ts';
import { countQueries } from '../support/query-counter.ts';
import { YEAR } from '../support/round-builder.ts';

/** Monday 1 March 2027 in the forenoon. */
const NOW = '2027-03-01T09:00:00.000Z';
const clock = { now: () => new Date(NOW), today: () => NOW.slice(0, 10) };

describe('the rotation of a group', () => {
  let app: TestApp;
  let planner: TestClient;
  let reader: TestClient;
  let plan: BuiltPlan;
  let groupId: string;
  let aboveId: string;
  let held: string;
  let called: string;
  let passed: string;
  let free: string[];
  let spring: string;

  beforeAll(async () => {
    app = await startTestApp({ clock });
    planner = await app.person('Petra Planerare', [{ role: 'planner' }]);
    reader = await app.person('Rolf Läsare', [{ role: 'reader' }]);
    const calledBy = planner.session?.person.id ?? '';
    plan = await buildPlan(app, {
      activities: 12,
      state: 'adopted',
      activity: (index) => ({ indicators: index % 2 === 0 ? [COUNT_INDICATOR] : [] }),
    });
    aboveId = await buildGroup(app, { planId: plan.planId, name: 'Samrådsgruppen', kind: 'consultation' });
    groupId = await buildGroup(app, { planId: plan.planId, name: 'Beredningsgruppen', reportsToId: aboveId });
    await buildMeeting(app, { groupId: aboveId, day: '2026-11-12', state: 'held' });
    spring = await buildMeeting(app, { groupId: aboveId, day: '2027-05-13' });
    await buildMeeting(app, { groupId: aboveId, day: '2027-11-11' });
    held = await buildMeeting(app, { groupId, day: '2027-01-14', state: 'held' });
    passed = await buildMeeting(app, { groupId, day: '2027-02-11' });
    called = await buildMeeting(app, { groupId, day: '2027-03-11', state: 'called', calledBy });
    free = [];
    for (const day of ['2027-04-08', '2027-05-06', '2027-06-10', '2027-09-09']) {
      free.push(await buildMeeting(app, { groupId, day }));
    }
    const [first, second, third, fourth] = plan.activities.map(({ id }) => id);
    await buildItem(app, held, first ?? '', 'treated');
    await buildItem(app, held, second ?? '', 'postponed');
    await buildItem(app, called, third ?? '');
    await buildItem(app, called, fourth ?? '', 'removed');
    await planner.post(paths.planRounds(plan.slug), YEAR(2026));
    await planner.post(paths.yearMarks(plan.slug), {
      kind: 'data_date',
      title: 'Polisens siffror',
      from: '2027-08-20',
      activityIds: [id(0)],
    });
  });
  afterAll(() => app.close());

  const get = async (client = planner): Promise<Rotation> =>
    (await client.get<Rotation>(paths.rotation(groupId, 2027))).body;
  const id = (index: number): string => plan.activities[index]?.id ?? '';
  const of = (rotation: Rotation, meetingId: string): Rotation['meetings'][number] => {
    const meeting = rotation.meetings.find((one) => one.id === meetingId);
    if (!meeting) throw new Error('The meeting is not in the rotation.');
    return meeting;
  };

  it('shows the year: the meetings with what was up, what the agenda says, what is locked and why, and the samråd', async () => {
    const rotation = await get();
    expect(rotation.meetings.map(({ on, isFixed, room }) => [on, isFixed, room])).toEqual([
      ['2027-01-14', true, 120],
      ['2027-02-11', true, 120],
      ['2027-03-11', true, 120],
      ['2027-04-08', false, 120],
      ['2027-05-06', false, 120],
      ['2027-06-10', false, 120],
      ['2027-09-09', false, 120],
    ]);
    expect(of(rotation, held).entries).toEqual([{ activityId: id(0), isPinned: false, isOnAgenda: true, wasUp: true }]);
    expect(of(rotation, called).entries.map(({ activityId }) => activityId)).toEqual([id(2)]);
    expect(of(rotation, called).fixedReason).toBe('Mötet är kallat. Ändra på dess dagordning.');
    expect(of(rotation, passed).fixedReason).toBe('Mötets tid har passerat. Avsluta mötet eller ställ in det.');
    expect(rotation.milestones.map(({ on, group }) => [on, group.name])).toEqual([
      ['2027-05-13', 'Samrådsgruppen'],
      ['2027-11-11', 'Samrådsgruppen'],
    ]);
    expect(rotation.dataDays.map(({ on, title, activityIds }) => [on, title, activityIds.length])).toEqual([
      ['2027-01-31', '2026: svar ska vara inne', 6],
      ['2027-08-20', 'Polisens siffror', 1],
    ]);
    expect(rotation.activities.slice(0, 2)).toMatchObject([
      { reference: plan.activities[0]?.reference, lastUpOn: '2027-01-14', minutes: 8, isActive: true, reasons: [] },
      { lastUpOn: null, reasons: [{ code: 'never_up', words: 'Har inte varit uppe i gruppen.' }] },
    ]);
  });

  it('tells each broken promise in words', async () => {
    const { gaps } = await get();
    // Before the samråd in May one has been up and one is called; before the one in November nothing is planned.
    expect(gaps.filter(({ milestoneId }) => milestoneId === spring)).toHaveLength(10);
    expect(gaps).toHaveLength(22);
    expect(gaps[0]?.words).toBe('Är inte inplanerad före samrådet 13 maj 2027.');
  });

  it('proposes without keeping anything, around what is held and called', async () => {
    const answer = await planner.post<RotationProposal>(paths.rotationProposal(groupId, 2027), {});
    expect(answer.status).toBe(200);
    const { entries, gaps, load } = answer.body;
    expect(gaps).toEqual([]);
    expect(load.map(({ activities }) => activities)).toEqual([1, 0, 1, 5, 5, 6, 6]);
    expect(entries.filter(({ meetingId }) => [held, called, passed].includes(meetingId))).toEqual([]);
    expect((await get()).meetings.flatMap(({ entries: kept }) => kept)).toHaveLength(2);
  });

  it('keeps a year at once, each meeting from its version, with the audit row and in the log', async () => {
    const { entries } = (await planner.post<RotationProposal>(paths.rotationProposal(groupId, 2027), {})).body;
    const meetings = free.map((meetingId) => ({
      meetingId,
      version: 1,
      entries: entries
        .filter((entry) => entry.meetingId === meetingId)
        .map(({ activityId, isPinned }) => ({ activityId, isPinned })),
    }));
    const answer = await planner.put<Rotation>(paths.rotation(groupId, 2027), { meetings });
    expect(answer.status).toBe(200);
    expect(answer.body.gaps).toEqual([]);
    expect(free.map((meetingId) => of(answer.body, meetingId).version)).toEqual([2, 2, 2, 2]);
    const rows = await app.db.query<{ entity_id: string; changes: { activities: { new: string[] } } }>(
      `SELECT entity_id, changes FROM audit_event WHERE entity = 'rotation' ORDER BY at, id`,
    );
    expect(rows.map(({ entity_id }) => entity_id)).toEqual(free);
    expect(rows[0]?.changes.activities.new).toHaveLength(5);

    const again = await planner.put<Rotation>(paths.rotation(groupId, 2027), { meetings });
    expect([again.status, again.problem.code]).toEqual([412, 'stale']);
    expect((again.problem.current as Rotation).meetings.find((one) => one.id === free[0])?.version).toBe(2);

    const kept = await planner.post<RotationProposal>(paths.rotationProposal(groupId, 2027), { keep: true });
    expect(kept.body.entries).toEqual(entries);
  });

  it('moves one between two meetings, all or nothing', async () => {
    const [from = '', to = ''] = free;
    const before = await get();
    const [moved, ...rest] = of(before, from).entries;
    const put = (version: number) => ({
      meetings: [
        { meetingId: from, version, entries: rest.map(({ activityId }) => ({ activityId, isPinned: false })) },
        {
          meetingId: to,
          version: of(before, to).version,
          entries: [...of(before, to).entries, { activityId: moved?.activityId ?? '', isPinned: true }].map(
            ({ activityId, isPinned }) => ({ activityId, isPinned }),
          ),
        },
      ],
    });
    expect((await planner.put(paths.rotation(groupId, 2027), put(1))).status).toBe(412);
    expect(of(await get(), to).entries).toHaveLength(5);
    const answer = await planner.put<Rotation>(paths.rotation(groupId, 2027), put(of(before, from).version));
    expect(of(answer.body, to).entries).toContainEqual({
      activityId: moved?.activityId,
      isPinned: true,
      isOnAgenda: false,
      wasUp: false,
    });
    // Pinned: a new proposal leaves it, even one that lays all else anew.
    const anew = await planner.post<RotationProposal>(paths.rotationProposal(groupId, 2027), { keep: false });
    expect(anew.body.entries).toContainEqual({ meetingId: to, activityId: moved?.activityId, isPinned: true });
  });

  it('takes one meeting by itself', async () => {
    const [meetingId = ''] = free;
    const { version } = of(await get(), meetingId);
    const entries = [{ activityId: id(5), isPinned: true }];
    const answer = await planner.put<Rotation>(paths.meetingRotation(meetingId), { entries }, version);
    expect(of(answer.body, meetingId).entries).toMatchObject([{ activityId: id(5), isPinned: true }]);
    const stale = await planner.put(paths.meetingRotation(meetingId), { entries: [] }, version);
    expect(stale.status).toBe(412);
    expect((await planner.put(paths.meetingRotation(meetingId), { entries: [] })).status).toBe(428);
  });

  it('refuses what is held, called or passed, and what is not there, with where', async () => {
    for (const meetingId of [held, called, passed]) {
      const { version } = of(await get(), meetingId);
      const answer = await planner.put(paths.meetingRotation(meetingId), { entries: [] }, version);
      expect([answer.status, answer.problem.code]).toEqual([409, 'rule']);
    }
    const [meetingId = ''] = free;
    const twice = [
      { activityId: id(1), isPinned: false },
      { activityId: id(1), isPinned: false },
      { activityId: aboveId, isPinned: false },
    ];
    const wrong = await planner.put(paths.meetingRotation(meetingId), { entries: twice }, 1);
    expect(wrong.problem.errors).toMatchObject([
      { pointer: '/meetings/0/entries/1/activityId', code: 'twice' },
      { pointer: '/meetings/0/entries/2/activityId', code: 'unknown' },
    ]);
    const foreign = { meetings: [{ meetingId: spring, version: 1, entries: [] }] };
    expect((await planner.put(paths.rotation(groupId, 2027), foreign)).problem.errors).toMatchObject([
      { pointer: '/meetings/0/meetingId', code: 'unknown' },
    ]);
    expect((await planner.get(paths.rotation(groupId, 20271))).status).toBe(404);
  });

  it('is read by those who may read groups, and planned by planners only', async () => {
    expect((await get(reader)).mayManage).toBe(false);
    expect((await get()).mayManage).toBe(true);
    const refused = await reader.post(paths.rotationProposal(groupId, 2027), {});
    expect([refused.status, refused.problem.code]).toEqual([403, 'not_allowed']);
  });

  it('parks an activity with a reason and a last day, and takes it back', async () => {
    const path = paths.groupParking(groupId, id(7));
    expect((await planner.put(path, { reason: ' ' }, 0)).status).toBe(400);
    const past = await planner.put(path, { reason: 'Vilar', until: '2027-02-28' }, 0);
    expect(past.problem.errors).toMatchObject([{ pointer: '/until', code: 'passed' }]);
    const parked = await planner.put<ParkingAnswer>(path, { reason: 'Vilar', until: '2027-12-31' }, 0);
    expect(parked.body.parking).toMatchObject({ version: 1, reason: 'Vilar', until: '2027-12-31' });
    const { activities, gaps } = await get();
    expect(activities[7]?.parking).toMatchObject({ reason: 'Vilar' });
    expect(gaps.map(({ activityId }) => activityId)).not.toContain(id(7));
    const proposal = await planner.post<RotationProposal>(paths.rotationProposal(groupId, 2027), {});
    expect(proposal.body.entries.map(({ activityId }) => activityId)).not.toContain(id(7));
    const stale = await planner.put(path, { reason: 'Annat' }, 0);
    expect([stale.status, stale.problem.current]).toMatchObject([412, { parking: { version: 1 } }]);
    const changed = await planner.put<ParkingAnswer>(path, { reason: 'Väntar' }, 1);
    expect(changed.body.parking).toMatchObject({ version: 2, reason: 'Väntar', until: null });
    expect((await planner.delete(path, 2)).status).toBe(204);
    expect((await get()).activities[7]?.parking).toBeNull();
    const rows = await app.db.query(`SELECT action FROM audit_event WHERE entity = 'activity_parking' ORDER BY at, id`);
    expect(rows.map(({ action }) => action)).toEqual(['create', 'update', 'delete']);
  });

  it('asks the database as often for a small year as for a full one', async () => {
    const small = await buildPlan(app, { activities: 1, state: 'adopted' });
    const smallGroup = await buildGroup(app, { planId: small.planId, name: 'Lilla gruppen' });
    const read = (group: string) => countQueries(app, () => planner.get(paths.rotation(group, 2027)));
    expect(await read(groupId)).toBe(await read(smallGroup));
  });
});
