import { paths, type Group, type GroupChoices, type GroupList, type GroupMember } from '@samhandling/contracts';
import { idOf } from '../support/together.ts';
import { meetingScene, must, type MeetingScene } from '../support/meeting-scene.ts';
import { COUNT_INDICATOR } from '../support/plan-builder.ts';

describe('groups and who is in them', () => {
  let scene: MeetingScene;
  beforeAll(async () => {
    scene = await meetingScene({ activity: () => ({ indicators: [COUNT_INDICATOR] }) });
  });
  afterAll(() => scene.close());

  it('is made with kind, target and what its meetings count as, and listed with what is next', async () => {
    const { planner, plan } = scene;
    const choices = must(await planner.get<GroupChoices>(`${paths.groupChoices()}?plan=${plan.slug}`));
    expect(choices.activities).toHaveLength(6);
    expect(choices.people.map(({ name }) => name)).toContain('Petra Planerare');
    const above = await scene.group({ name: 'Samrådsgruppen', kind: 'consultation' });
    const group = await scene.group({
      name: 'Beredningen',
      meetingsPerYear: 10,
      reportsToId: above.id,
      countingKindId: choices.eventKinds[0]?.id ?? null,
      countingActivityIds: [plan.activities[0]?.id ?? ''],
    });
    expect(group).toMatchObject({
      version: 1,
      silentAfterDays: 70,
      minutesPerItem: 8,
      reportsTo: { name: 'Samrådsgruppen' },
      counting: { kind: { id: choices.eventKinds[0]?.id }, activities: [{ id: plan.activities[0]?.id }] },
      mayManage: true,
      mayWrite: true,
    });
    await scene.member(group.id, { role: 'chair', name: 'Cia Chef' });
    await scene.meeting(group.id, '2026-04-09');
    const list = must(await planner.get<GroupList>(paths.planGroups(plan.slug)));
    expect(list.items.find(({ id }) => id === group.id)).toMatchObject({
      chair: 'Cia Chef',
      members: 1,
      heldThisYear: 0,
      target: 10,
      next: { startsAt: '2026-04-09T12:00:00.000Z' },
      last: null,
    });
    const [first] = list.items;
    expect(first?.name).toBe('Samrådsgruppen');
    const audit = await scene.app.db.query(`SELECT 1 FROM audit_event WHERE entity = 'work_group' AND entity_id = $1`, [
      group.id,
    ]);
    expect(audit).toHaveLength(1);
  });

  it('refuses a name that is taken, a ring of groups, and what is not in the plan, each at its place', async () => {
    const { planner, plan } = scene;
    const upper = await scene.group();
    const lower = await scene.group({ reportsToId: upper.id });
    const taken = await planner.post(paths.planGroups(plan.slug), { name: lower.name.toUpperCase(), kind: 'thematic' });
    expect(taken).toMatchObject({ status: 409, problem: { code: 'duplicate', errors: [{ pointer: '/name' }] } });
    const ring = await planner.patch(paths.group(upper.id), { reportsToId: lower.id }, upper.version);
    expect(ring).toMatchObject({ status: 422, problem: { errors: [{ pointer: '/reportsToId', code: 'ring' }] } });
    const odd = await planner.patch(
      paths.group(lower.id),
      { countingActivityIds: [lower.id], organisationId: lower.id },
      lower.version,
    );
    expect(odd.problem.errors?.map(({ pointer }) => pointer)).toEqual([
      '/organisationId',
      '/countingKindId',
      '/countingActivityIds/0',
    ]);
  });

  it('has one chair at a time, and says until when there is another', async () => {
    const group = await scene.group();
    const first = await scene.member(group.id, { role: 'chair', name: 'Ordf Ett' });
    const { planner } = scene;
    const second = { name: 'Ordf Två', organisationId: scene.organisation.id, role: 'chair', fromDay: '2026-01-01' };
    const refused = await planner.post(paths.groupMembers(group.id), second);
    expect(refused).toMatchObject({ status: 422, problem: { errors: [{ pointer: '/role', code: 'taken' }] } });
    expect(JSON.stringify(refused.body)).toContain('Ordf Ett är ordförande tills vidare');
    must(await planner.patch(paths.groupMember(first.id), { toDay: '2025-12-31' }, first.version));
    must(await planner.post(paths.groupMembers(group.id), second));
  });

  it('takes somebody with an account by the account, once, and follows a new address', async () => {
    const group = await scene.group();
    const greta = await scene.app.person('Greta Grupp', [{ role: 'group_member' }]);
    const member = await scene.member(group.id, { personId: idOf(greta) });
    expect(member).toMatchObject({ name: 'Greta Grupp', personId: idOf(greta), isCurrent: true });
    const twice = await scene.planner.post(paths.groupMembers(group.id), {
      personId: idOf(greta),
      organisationId: scene.organisation.id,
      role: 'member',
      fromDay: '2026-02-01',
    });
    expect(twice).toMatchObject({ status: 422, problem: { errors: [{ pointer: '/personId' }] } });
    await scene.app.db.query(`UPDATE person SET email = 'ny-adress@example.org' WHERE id = $1`, [idOf(greta)]);
    const seen = must(await greta.get<Group>(paths.group(group.id)));
    expect(seen.members[0]?.email).toBe('ny-adress@example.org');
    expect(seen).toMatchObject({ mayWrite: true, mayManage: false });
    const reader = await scene.app.person('Rolf Läsare', [{ role: 'reader' }]);
    expect(must(await reader.get<Group>(paths.group(group.id)))).toMatchObject({ mayWrite: false });
  });

  it('knows a substitute by whom they stand in for, and nobody else stands in', async () => {
    const group = await scene.group();
    const anna = await scene.member(group.id, { name: 'Anna' });
    const sub = await scene.member(group.id, { role: 'substitute', substituteForId: anna.id });
    expect(sub.substituteFor).toEqual({ id: anna.id, name: 'Anna' });
    const odd = await scene.planner.patch(paths.groupMember(anna.id), { substituteForId: sub.id }, anna.version);
    expect(odd).toMatchObject({ status: 422, problem: { errors: [{ pointer: '/substituteForId', code: 'role' }] } });
    const promoted = must(await scene.planner.patch<GroupMember>(paths.groupMember(sub.id), { role: 'member' }, 1));
    expect(promoted.substituteFor).toBeNull();
  });

  it('counts who has come and gone in twelve months', async () => {
    const group = await scene.group();
    await scene.member(group.id, { fromDay: '2024-01-01' });
    await scene.member(group.id, { fromDay: '2024-01-01', toDay: '2025-11-30' });
    await scene.member(group.id, { fromDay: '2025-12-01' });
    const { turnover } = must(await scene.planner.get<Group>(paths.group(group.id)));
    expect(turnover).toEqual({ at: 2, came: 1, left: 1 });
  });

  it('lets a mistake be deleted, and gives who stands in a meeting a last day', async () => {
    const group = await scene.group();
    const wrong = await scene.member(group.id);
    expect((await scene.planner.delete(paths.groupMember(wrong.id), wrong.version)).status).toBe(204);
    const there = await scene.member(group.id);
    const meeting = await scene.meeting(group.id, '2026-03-26');
    await scene.app.db.query(
      `INSERT INTO meeting_attendance (id, county_id, meeting_id, member_id, name, status) VALUES (gen_random_uuid(), $1, $2, $3, 'x', 'present')`,
      [scene.app.countyId, meeting.id, there.id],
    );
    const refused = await scene.planner.delete(paths.groupMember(there.id), there.version);
    expect(refused.status).toBe(409);
    expect(refused.problem.detail).toContain('sista dag');
  });

  it('is closed with a result, takes the meetings ahead with it, says how many, and opens again', async () => {
    const { planner } = scene;
    const group = await scene.group();
    await scene.meeting(group.id, '2026-02-10');
    await scene.meeting(group.id, '2026-04-10');
    await scene.meeting(group.id, '2026-05-10');
    const before = must(await planner.get<Group>(paths.group(group.id)));
    expect(before.toCancel).toBe(2);
    const send = (body: object, version: number) =>
      planner.post<Group>(paths.groupTransitions(group.id), body, { ifMatch: version });
    expect(await send({ transition: 'close' }, 1)).toMatchObject({
      status: 422,
      problem: { errors: [{ pointer: '/result' }] },
    });
    const closed = must(await send({ transition: 'close', result: 'Tre nya nattvandringar.' }, 1));
    expect(closed).toMatchObject({ closedOn: '2026-03-02', result: 'Tre nya nattvandringar.', cancelled: 2 });
    expect(closed.meetings.map(({ state }) => state)).toEqual(['planned', 'cancelled', 'cancelled']);
    expect(closed.years).toEqual([{ year: 2026, planned: 1, held: 0, cancelled: 2, attendances: 0 }]);
    const late = await planner.post(paths.groupMeetings(group.id), {
      meetings: [{ startsAt: '2026-06-01T12:00:00Z', endsAt: '2026-06-01T13:00:00Z' }],
    });
    expect(late).toMatchObject({ status: 409, problem: { code: 'rule' } });
    expect((await planner.patch(paths.group(group.id), { purpose: 'Ny' }, 2)).status).toBe(409);
    expect(must(await send({ transition: 'reopen' }, 2))).toMatchObject({ closedOn: null, version: 3 });
  });

  it('shows both versions to the second of two who change a group, a member or a closing', async () => {
    const { planner } = scene;
    const group = await scene.group();
    must(await planner.patch(paths.group(group.id), { purpose: 'Bereda' }, 1));
    expect(await planner.patch(paths.group(group.id), { purpose: 'Leda' }, 1)).toMatchObject({
      status: 412,
      problem: { current: { purpose: 'Bereda', version: 2 } },
    });
    const member = await scene.member(group.id);
    must(await planner.patch(paths.groupMember(member.id), { role: 'secretary' }, 1));
    expect(await planner.patch(paths.groupMember(member.id), { role: 'co_opted' }, 1)).toMatchObject({
      status: 412,
      problem: { current: { role: 'secretary' } },
    });
  });
});
