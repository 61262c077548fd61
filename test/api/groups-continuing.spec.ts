import { paths, type Group, type GroupList, type GroupMember, type Meeting } from '@samhandling/contracts';
import { meetingScene, must, type MeetingScene } from '../support/meeting-scene.ts';
import { buildPlan, type BuiltPlan } from '../support/plan-builder.ts';
import { idOf } from '../support/together.ts';

describe('a group that goes on into the plan that follows', () => {
  let scene: MeetingScene;
  let next: BuiltPlan;
  beforeAll(async () => {
    scene = await meetingScene();
    next = await buildPlan(scene.app, { state: 'adopted' });
    const years = `UPDATE plan SET first_year = $2, last_year = $3 WHERE id = $1`;
    await scene.app.db.query(years, [scene.plan.planId, 2023, 2026]);
    await scene.app.db.query(years, [next.planId, 2027, 2030]);
  });
  afterAll(() => scene.close());

  const proceed = (id: string, body: object = {}) =>
    scene.planner.post<Group>(paths.groupContinuations(id), { planId: next.planId, ...body });
  const read = async (id: string): Promise<Group> => must(await scene.planner.get<Group>(paths.group(id)));

  it('takes its members, target and settings along from today, and both say where the other is', async () => {
    const old = await scene.group({ name: 'Beredningen', purpose: 'Bereder', meetingsPerYear: 9, silentAfterDays: 40 });
    const chair = await scene.member(old.id, { name: 'Carin Ordförande', role: 'chair' });
    await scene.member(old.id, { name: 'Stig Ersättare', role: 'substitute', substituteForId: chair.id });
    await scene.member(old.id, { name: 'Siv Sedan', fromDay: '2026-09-01' });
    await scene.member(old.id, { name: 'Gun Gått', toDay: '2026-02-28' });
    const gone = await scene.app.person('Lo Lämnat', [{ role: 'reader' }]);
    await scene.member(old.id, { personId: idOf(gone) });
    await scene.app.db.query(`UPDATE county_person SET left_at = now() WHERE person_id = $1`, [idOf(gone)]);
    await scene.meeting(old.id, '2026-03-12');
    const before = await read(old.id);
    expect(before.mayContinueIn?.map(({ id }) => id)).toEqual([next.planId]);

    const { status, body } = await proceed(old.id);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      name: 'Beredningen',
      plan: { id: next.planId },
      purpose: 'Bereder',
      meetingsPerYear: 9,
      silentAfterDays: 40,
      closedOn: null,
      meetings: [],
      continuesFrom: { id: old.id, plan: { id: scene.plan.planId } },
      continuesIn: null,
    });
    const told = ({ name, role, fromDay, substituteFor }: GroupMember) => [
      name,
      role,
      fromDay,
      substituteFor?.name ?? null,
    ];
    expect(body.members.map(told).toSorted()).toEqual([
      ['Carin Ordförande', 'chair', '2026-03-02', null],
      ['Siv Sedan', 'member', '2026-09-01', null],
      ['Stig Ersättare', 'substitute', '2026-03-02', 'Carin Ordförande'],
    ]);
    // The substitute is for the chair of the new group, and not of the old.
    const stand = body.members.find(({ name }) => name === 'Stig Ersättare')?.substituteFor?.id;
    expect(stand).toBe(body.members.find(({ role }) => role === 'chair')?.id);

    // The history stays where it was made.
    const after = await read(old.id);
    expect(after).toMatchObject({ closedOn: null, continuesIn: { id: body.id, plan: { id: next.planId } } });
    expect(after.meetings).toHaveLength(1);
    expect(after.members).toHaveLength(before.members.length);
    expect(after.mayContinueIn).toEqual([]);
    const { items } = must(await scene.planner.get<GroupList>(paths.planGroups(next.slug)));
    expect(items.map(({ id }) => id)).toContain(body.id);
    const [audit] = await scene.app.db.query<{ action: string }>(
      `SELECT action FROM audit_event WHERE entity = 'work_group' AND entity_id = $1`,
      [body.id],
    );
    expect(audit?.action).toBe('continue');
  });

  it('goes on once: the second is told where it went, also when both press at once', async () => {
    const old = await scene.group();
    const answers = await Promise.all([proceed(old.id), proceed(old.id)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    expect((await proceed(old.id)).problem.detail).toMatch(/har redan gått vidare till/);
    const made = await scene.app.db.query(`SELECT 1 FROM work_group WHERE continues_id = $1`, [old.id]);
    expect(made).toHaveLength(1);
    // The database itself, whoever asks.
    await expect(
      scene.app.db.query(
        `INSERT INTO work_group (id, county_id, plan_id, name, kind, continues_id)
         SELECT gen_random_uuid(), county_id, plan_id, 'Igen', kind, id FROM work_group WHERE id = $1`,
        [old.id],
      ),
    ).rejects.toMatchObject({ constraint: 'work_group_continued_once' });
  });

  it('is closed with its result in the same transaction, and what it had ahead is cancelled', async () => {
    const old = await scene.group();
    const meeting = await scene.meeting(old.id, '2026-04-20');
    // An empty result closes nothing, and then nothing has gone on either.
    expect((await proceed(old.id, { result: ' ' })).status).toBe(422);
    expect((await read(old.id)).continuesIn).toBeNull();
    expect((await proceed(old.id, { result: 'Allt blev klart.' })).status).toBe(201);
    expect(await read(old.id)).toMatchObject({ closedOn: '2026-03-02', result: 'Allt blev klart.' });
    expect(must(await scene.planner.get<Meeting>(paths.meeting(meeting.id))).state).toBe('cancelled');
  });

  it('lifts its questions to the group above, where that one is by then', async () => {
    const above = await scene.group({ kind: 'consultation' });
    const [first, second] = [
      await scene.group({ reportsToId: above.id }),
      await scene.group({ reportsToId: above.id }),
    ];
    const before = must(await proceed(first.id));
    expect(before.reportsTo?.id).toBe(above.id);
    const moved = must(await proceed(above.id));
    const after = must(await proceed(second.id));
    expect([(await read(before.id)).reportsTo?.id, after.reportsTo?.id]).toEqual([moved.id, moved.id]);
  });

  it('is refused in words into a plan that does not follow, and to whoever does not plan', async () => {
    const old = await scene.group();
    const back = await scene.planner.post(paths.groupContinuations(old.id), { planId: scene.plan.planId });
    expect(back).toMatchObject({ status: 422, problem: { errors: [{ pointer: '/planId', code: 'not_after' }] } });
    await scene.app.db.query(`UPDATE plan SET state = 'closed' WHERE id = $1`, [next.planId]);
    expect((await proceed(old.id)).problem.errors?.[0]?.code).toBe('not_after');
    await scene.app.db.query(`UPDATE plan SET state = 'adopted' WHERE id = $1`, [next.planId]);
    const member = await scene.app.person('Greta Grupp', [{ role: 'group_member' }]);
    expect((await member.post(paths.groupContinuations(old.id), { planId: next.planId })).status).toBe(403);
  });
});
