import { paths, type AttendanceAnswer, type CreatedMeetings, type Group, type Meeting } from '@samhandling/contracts';
import { meetingScene, must, type MeetingScene } from '../support/meeting-scene.ts';
import { idOf } from '../support/together.ts';

describe('meetings from planned to held', () => {
  let scene: MeetingScene;
  beforeAll(async () => {
    scene = await meetingScene();
  });
  beforeEach(() => scene.clock.set('2026-03-02T08:00:00Z'));
  afterAll(() => scene.close());

  const read = async (id: string): Promise<Meeting> => must(await scene.planner.get<Meeting>(paths.meeting(id)));
  const attend = (meeting: Meeting, rows: readonly object[]) =>
    scene.planner.put<AttendanceAnswer>(paths.meetingAttendance(meeting.id), { rows });
  const add = (meeting: Meeting, items: readonly object[]) =>
    scene.planner.post<Meeting>(paths.meetingAgenda(meeting.id), { items });

  it('makes a whole year at once, or tells which of them stands in the way of another', async () => {
    const group = await scene.group();
    const days = ['01-15', '02-12', '03-12', '04-16', '05-21', '08-27', '09-17', '10-15', '11-19', '12-31'];
    const meetings = days.map((day) => ({
      startsAt: `2026-${day}T12:00:00+01:00`,
      endsAt: `2026-${day}T14:00:00+01:00`,
      place: 'Slottet',
    }));
    const made = must(await scene.planner.post<CreatedMeetings>(paths.groupMeetings(group.id), { meetings }));
    expect(made.meetings).toHaveLength(10);
    expect(made.meetings[0]).toMatchObject({ startsAt: '2026-01-15T11:00:00.000Z', state: 'planned', version: 1 });
    const clash = await scene.planner.post(paths.groupMeetings(group.id), {
      meetings: [
        { startsAt: '2026-06-04T12:00:00Z', endsAt: '2026-06-04T13:00:00Z' },
        { startsAt: '2026-06-04T12:30:00Z', endsAt: '2026-06-04T14:00:00Z' },
        { startsAt: '2026-03-12T12:59:00+01:00', endsAt: '2026-03-12T15:00:00+01:00' },
        { startsAt: '2026-06-05T13:00:00Z', endsAt: '2026-06-05T12:00:00Z' },
      ],
    });
    expect(clash.status).toBe(422);
    expect(clash.problem.errors?.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
      '/meetings/1/startsAt overlap',
      '/meetings/2/startsAt overlap',
      '/meetings/3/endsAt times',
    ]);
    const { meetings: stored } = must(await scene.planner.get<Group>(paths.group(group.id)));
    expect(stored).toHaveLength(10);
  });

  it('lets one of two make a meeting at the same time', async () => {
    const group = await scene.group();
    const body = { meetings: [{ startsAt: '2026-06-04T12:00:00Z', endsAt: '2026-06-04T13:00:00Z' }] };
    const answers = await Promise.all([1, 2, 3].map(() => scene.planner.post(paths.groupMeetings(group.id), body)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 422, 422]);
  });

  it('counts a quarter of an hour the same over the night the clocks change and over the new year', async () => {
    const group = await scene.group();
    const spring = await scene.meeting(group.id, '2026-03-29', {
      startsAt: '2026-03-29T00:30:00Z',
      endsAt: '2026-03-29T01:30:00Z',
    });
    expect(spring.minutesLong).toBe(60);
    const autumn = await scene.meeting(group.id, '2026-10-25', {
      startsAt: '2026-10-25T00:30:00Z',
      endsAt: '2026-10-25T02:30:00Z',
    });
    expect(autumn.minutesLong).toBe(120);
    const newYear = await scene.meeting(group.id, '2026-12-31', {
      startsAt: '2026-12-31T22:30:00Z',
      endsAt: '2026-12-31T23:30:00Z',
    });
    expect(newYear.minutesLong).toBe(60);
    // Half past midnight on 1 January in Sweden is still 2026 in UTC: the year is Sweden's.
    const january = await scene.meeting(group.id, '2026-12-31', {
      startsAt: '2026-12-31T23:30:00Z',
      endsAt: '2027-01-01T00:30:00Z',
    });
    const { years } = must(await scene.planner.get<Group>(paths.group(group.id)));
    expect(years.map(({ year, planned }) => [year, planned])).toEqual([
      [2027, 1],
      [2026, 3],
    ]);
    expect(january.previous?.id).toBe(newYear.id);
  });

  it('is not called with an empty agenda, with nobody in the group, in the past or in a closed group', async () => {
    const group = await scene.group();
    const meeting = await scene.meeting(group.id, '2026-03-26');
    const nobody = await scene.move(meeting, 'call');
    expect(nobody).toMatchObject({ status: 409, problem: { code: 'rule' } });
    expect(nobody.problem.detail).toContain('Ingen är med i gruppen den dagen.');
    expect(nobody.problem.detail).toContain('Dagordningen är tom.');
    await scene.member(group.id);
    must(await add(meeting, [{ kind: 'free', title: 'Föregående protokoll' }]));
    scene.clock.set('2026-03-27T08:00:00Z');
    const past = await scene.move(meeting, 'call');
    expect(past.problem.detail).toContain('har redan passerat');
    const reader = await scene.app.person('Rolf Läsare', [{ role: 'reader' }]);
    expect(must(await reader.get<Meeting>(paths.meeting(meeting.id)))).toMatchObject({
      transitions: [],
      mayWrite: false,
      lockedReason: 'Bara en planerare eller den som är med i gruppen kan göra detta.',
    });
  });

  it('is held by those who were there, called or not, and opened again as it was', async () => {
    const group = await scene.group();
    const member = await scene.member(group.id);
    const meeting = await scene.meeting(group.id, '2026-03-02');
    expect((await scene.move(meeting, 'hold')).problem.detail).toContain('Mötet har inte börjat än.');
    scene.clock.set('2026-03-02T13:00:00Z');
    expect((await scene.move(meeting, 'hold')).problem.detail).toContain('Ange vilka som var med.');
    must(await attend(meeting, [{ memberId: member.id, version: 0, status: 'present' }]));
    const held = must(await scene.move(meeting, 'hold'));
    expect(held).toMatchObject({ state: 'held', heldAt: '2026-03-02T13:00:00.000Z', calling: null });
    // Put right, to a time that has been.
    const ahead = { startsAt: '2026-03-02T13:30:00Z', endsAt: '2026-03-02T15:30:00Z' };
    const notYet = await scene.planner.patch(paths.meeting(meeting.id), ahead, held.version);
    expect(notYet).toMatchObject({ status: 422, problem: { errors: [{ pointer: '/startsAt', code: 'future' }] } });
    const earlier = { startsAt: '2026-03-02T11:00:00Z' };
    const moved = must(await scene.planner.patch<Meeting>(paths.meeting(meeting.id), earlier, held.version));
    expect(moved).toMatchObject({ state: 'held', startsAt: '2026-03-02T11:00:00.000Z' });
    const open = must(await scene.move(moved, 'reopen'));
    expect(open).toMatchObject({ state: 'planned', heldAt: null });
    expect(await scene.move(held, 'hold')).toMatchObject({ status: 412, problem: { current: { state: 'planned' } } });
  });

  it('says who is expected, takes guests, and marks who came without belonging', async () => {
    const group = await scene.group();
    const meeting = await scene.meeting(group.id, '2026-03-12');
    const anna = await scene.member(group.id, { name: 'Anna' });
    const gone = await scene.member(group.id, { name: 'Gun Gick', toDay: '2026-01-31' });
    const later = await scene.member(group.id, { name: 'Siv Sen', fromDay: '2026-04-01' });
    const left = await scene.app.person('Lena Lämnat', [{ role: 'reader' }]);
    const leaver = await scene.member(group.id, { personId: idOf(left) });
    await scene.app.db.query(`UPDATE county_person SET left_at = '2026-02-01T12:00:00Z' WHERE person_id = $1`, [
      idOf(left),
    ]);
    expect((await read(meeting.id)).attendance.map(({ name, status }) => [name, status])).toEqual([['Anna', null]]);
    const other = await scene.group();
    const stranger = await scene.member(other.id);
    const answer = must(
      await attend(meeting, [
        { memberId: anna.id, version: 0, status: 'remote' },
        { memberId: gone.id, version: 0, status: 'present' },
        { memberId: later.id, version: 0, status: 'absent' },
        { memberId: leaver.id, version: 0, status: 'excused' },
        { memberId: stranger.id, version: 0, status: 'present' },
        { name: 'Gösta Gäst', organisationId: scene.organisation.id, version: 0, status: 'present' },
        { name: 'Gäst utan', version: 0, status: 'present' },
        { memberId: anna.id, version: 0, status: 'present' },
      ]),
    );
    expect(answer.refused.map(({ index, code }) => [index, code])).toEqual([
      [2, 'not_expected'],
      [3, 'not_expected'],
      [4, 'not_in_group'],
      [6, 'organisation'],
      [7, 'twice'],
    ]);
    expect(answer.refused[0]?.reason).toContain('Siv Sen hörde inte till gruppen den dagen');
    expect(answer.rows.map(({ name, status, isOutside }) => [name, status, isOutside])).toEqual([
      ['Anna', 'remote', false],
      ['Gun Gick', 'present', true],
      ['Gösta Gäst', 'present', false],
    ]);
    const [row] = answer.rows;
    const stale = must(await attend(meeting, [{ id: row?.id, memberId: anna.id, version: 7, status: 'absent' }]));
    expect(stale.refused).toMatchObject([{ index: 0, code: 'stale' }]);
    const undone = must(await attend(meeting, [{ id: row?.id, version: 1, status: null }]));
    expect(undone.rows[0]).toMatchObject({ name: 'Anna', id: null, status: null, version: 0 });
  });

  it('is cancelled with a reason, and another can be made at its time', async () => {
    const group = await scene.group();
    const meeting = await scene.meeting(group.id, '2026-03-19');
    expect(await scene.move(meeting, 'cancel')).toMatchObject({
      status: 422,
      problem: { errors: [{ pointer: '/reason' }] },
    });
    const cancelled = must(await scene.move(meeting, 'cancel', { reason: 'Sportlov' }));
    expect(cancelled).toMatchObject({
      state: 'cancelled',
      cancelReason: 'Sportlov',
      lockedReason: 'Mötet är inställt.',
    });
    await scene.meeting(group.id, '2026-03-19');
    expect((await add(cancelled, [{ kind: 'free', title: 'X' }])).status).toBe(409);
    expect((await scene.planner.patch(paths.meeting(meeting.id), { place: 'Y' }, cancelled.version)).status).toBe(409);
  });

  it('is moved while somebody else writes: who starts from it as it was sees where it has gone', async () => {
    const group = await scene.group();
    const meeting = await scene.meeting(group.id, '2026-03-19');
    const filled = must(
      await add(meeting, [
        { kind: 'free', title: 'Ett' },
        { kind: 'free', title: 'Två' },
      ]),
    );
    const moved = must(
      await scene.planner.patch<Meeting>(
        paths.meeting(meeting.id),
        { startsAt: '2026-03-20T12:00:00Z', endsAt: '2026-03-20T14:00:00Z' },
        filled.version,
      ),
    );
    const ids = filled.items.map(({ id }) => id).toReversed();
    const order = await scene.planner.post(paths.meetingAgendaOrder(meeting.id), { ids }, { ifMatch: filled.version });
    expect(order).toMatchObject({ status: 412, problem: { current: { startsAt: '2026-03-20T12:00:00.000Z' } } });
    const [first] = filled.items;
    must(await scene.planner.patch(paths.agendaItem(first?.id ?? ''), { note: 'Sparas ändå' }, 1));
    must(await scene.planner.post(paths.meetingAgendaOrder(meeting.id), { ids }, { ifMatch: moved.version }));
    expect((await read(meeting.id)).items.map(({ title, note }) => [title, note])).toEqual([
      ['Två', ''],
      ['Ett', 'Sparas ändå'],
    ]);
  });

  it('is written in by who is in the group today, and by nobody else', async () => {
    const group = await scene.group();
    const greta = await scene.app.person('Greta Grupp', [{ role: 'group_member' }]);
    const meeting = await scene.meeting(group.id, '2026-03-19');
    const send = () => greta.post(paths.meetingAgenda(meeting.id), { items: [{ kind: 'free', title: 'Fika' }] });
    expect(await send()).toMatchObject({ status: 403, problem: { code: 'not_allowed' } });
    const member = await scene.member(group.id, { personId: idOf(greta) });
    expect((await send()).status).toBe(201);
    must(await scene.planner.patch(paths.groupMember(member.id), { toDay: '2026-03-01' }, 1));
    expect((await send()).status).toBe(403);
    expect(
      (await greta.post(paths.meetingTransitions(meeting.id), { transition: 'call' }, { ifMatch: 1 })).status,
    ).toBe(403);
  });
});
