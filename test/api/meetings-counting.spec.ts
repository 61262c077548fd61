import {
  paths,
  type AttendanceAnswer,
  type EventKind,
  type Group,
  type LoggedEvent,
  type Meeting,
} from '@samhandling/contracts';
import { meetingScene, must, type MeetingScene } from '../support/meeting-scene.ts';
import { COUNT_INDICATOR } from '../support/plan-builder.ts';
import { countQueries } from '../support/query-counter.ts';
import { openRound } from '../support/round-builder.ts';
import { idOf } from '../support/together.ts';

describe('held meetings count themselves', () => {
  let scene: MeetingScene;
  let groupId: string;
  let indicatorId: string;
  beforeAll(async () => {
    scene = await meetingScene({ activity: () => ({ indicators: [COUNT_INDICATOR] }) });
    const { planner, plan } = scene;
    await openRound(planner, plan, 2026);
    const [kind] = must(await planner.get<EventKind[]>(paths.eventKinds()));
    const [counted] = plan.activities;
    indicatorId = counted?.indicatorIds[0] ?? '';
    must(await planner.put(paths.indicatorRule(indicatorId), { method: 'count_events', kindIds: [kind?.id] }, 0));
    groupId = (
      await scene.group({
        name: 'Beredningen',
        countingKindId: kind?.id ?? null,
        countingActivityIds: [counted?.id ?? ''],
      })
    ).id;
  });
  afterAll(() => scene.close());

  const read = async (id: string): Promise<Meeting> => must(await scene.planner.get<Meeting>(paths.meeting(id)));
  const computed = async (): Promise<number | null> => {
    const [row] = await scene.app.db.query<{ value: number }>(
      'SELECT value::float8 AS value FROM computed_outcome WHERE indicator_id = $1',
      [indicatorId],
    );
    return row?.value ?? null;
  };
  const events = () =>
    scene.app.db.query<{ id: string; gone: boolean }>(
      'SELECT id, deleted_at IS NOT NULL AS gone FROM logged_event ORDER BY created_at, id',
    );
  const attend = async (meeting: Meeting, statuses: readonly (string | null)[]): Promise<AttendanceAnswer> => {
    const { attendance } = await read(meeting.id);
    const rows = statuses.map((status, index) => ({ ...attendance[index], status }));
    return must(
      await scene.planner.put<AttendanceAnswer>(paths.meetingAttendance(meeting.id), {
        rows: rows.map(({ id, memberId, version, status }) => ({ id, memberId, version, status })),
      }),
    );
  };

  it('as events of the group’s kind, with those who came, by whoever is in the group; corrected and taken back with the meeting', async () => {
    const greta = await scene.app.person('Greta Grupp', [{ role: 'group_member' }]);
    await scene.member(groupId, { personId: idOf(greta), name: 'Greta' });
    await scene.member(groupId, { name: 'Hans' });
    const meeting = await scene.meeting(groupId, '2026-03-12', { title: 'Vårmöte' });
    scene.clock.set('2026-03-12T14:00:00Z');
    await attend(meeting, ['present', 'remote']);
    expect(await computed()).toBeNull();
    const path = paths.meetingTransitions(meeting.id);
    const held = must(await greta.post<Meeting>(path, { transition: 'hold' }, { ifMatch: meeting.version }));
    expect(await computed()).toBe(1);
    const [stored] = await events();
    const event = must(await scene.planner.get<LoggedEvent>(paths.event(stored?.id ?? '')));
    expect(event).toMatchObject({
      day: '2026-03-12',
      title: 'Beredningen: Vårmöte',
      participants: 2,
      organisations: [{ id: scene.organisation.id }],
      activities: [{ id: scene.plan.activities[0]?.id }],
      note: 'Mötet i Beredningen torsdag 12 mars 2026 kl. 13:00–15:00, vecka 11.',
    });
    await attend(held, ['excused']);
    expect(must(await scene.planner.get<LoggedEvent>(paths.event(event.id)))).toMatchObject({ participants: 1 });
    expect(must(await scene.planner.get<Group>(paths.group(groupId))).years[0]).toMatchObject({
      held: 1,
      attendances: 1,
    });
    // Somebody was there, or it was no meeting.
    const { attendance } = await read(meeting.id);
    const nobody = await scene.planner.put(paths.meetingAttendance(meeting.id), {
      rows: attendance.map(({ id, memberId, version }) => ({ id, memberId, version, status: 'absent' })),
    });
    expect(nobody).toMatchObject({ status: 409, problem: { code: 'rule' } });
    expect((await read(meeting.id)).attendance.map(({ status }) => status)).toEqual(['excused', 'remote']);

    const open = must(await scene.move(await read(meeting.id), 'reopen'));
    expect(await computed()).toBeNull();
    expect(await events()).toEqual([{ id: event.id, gone: true }]);
    must(await scene.move(open, 'hold'));
    expect(await computed()).toBe(1);
    expect(await events()).toEqual([{ id: event.id, gone: false }]);
    const second = await scene.meeting(groupId, '2026-03-11');
    await attend(second, ['present']);
    must(await scene.move(await read(second.id), 'hold'));
    expect(await computed()).toBe(2);
  });

  it('and are shown by the same number of statements, however many items, members and meetings there are', async () => {
    const { app, planner, plan } = scene;
    const counts: number[][] = [];
    for (const size of [1, 25]) {
      const { id } = await scene.group();
      for (let index = 0; index < size; index += 1) await scene.member(id);
      const meeting = await scene.meeting(id, '2026-05-07');
      for (let index = 1; index < size; index += 1)
        await scene.meeting(id, `2026-0${6 + (index % 3)}-${String(1 + Math.floor(index / 3)).padStart(2, '0')}`);
      must(
        await planner.post(paths.meetingAgenda(meeting.id), {
          items: Array.from({ length: size }, (_, index) => ({ kind: 'free', title: `Punkt ${index}` })),
        }),
      );
      counts.push([
        await countQueries(app, () => planner.get(paths.group(id))),
        await countQueries(app, () => planner.get(paths.planGroups(plan.slug))),
        await countQueries(app, () => planner.get(paths.meeting(meeting.id))),
        await countQueries(app, () => planner.get(paths.meetingAgendaProposal(meeting.id))),
      ]);
    }
    expect(counts[1]).toEqual(counts[0]);
  });
});
