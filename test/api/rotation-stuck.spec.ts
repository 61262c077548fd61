import { paths, type Decision, type Rotation, type RotationProposal, type Round } from '@samhandling/contracts';
import { startTestApp, type TestApp, type TestClient } from '../support/app.ts';
import { buildPlan, COUNT_INDICATOR, type BuiltPlan } from '../support/plan-builder.ts';
import { buildGroup, buildMeeting } from '../support/rotation-builder.ts';
import { completeRound, moveRound, openRound } from '../support/round-builder.ts';

const clock = { now: () => new Date('2027-03-01T09:00:00.000Z'), today: () => '2027-03-01' };

describe('what is stuck, in the rotation of a year', () => {
  let app: TestApp;
  let planner: TestClient;
  let second: TestClient;
  let plan: BuiltPlan;
  let groupId: string;
  let meetingIds: string[];
  beforeAll(async () => {
    app = await startTestApp({ clock });
    planner = await app.person('Petra Planerare', [{ role: 'planner' }]);
    second = await app.person('Per Planerare', [{ role: 'planner' }]);
    plan = await buildPlan(app, {
      activities: 8,
      state: 'adopted',
      activity: () => ({ indicators: [{ ...COUNT_INDICATOR, target: 10 }] }),
    });
    const above = await buildGroup(app, { planId: plan.planId, name: 'Samrådsgruppen', kind: 'consultation' });
    groupId = await buildGroup(app, { planId: plan.planId, name: 'Beredningsgruppen', reportsToId: above });
    await buildMeeting(app, { groupId: above, day: '2027-11-11' });
    meetingIds = [];
    for (const day of ['2027-04-08', '2027-05-06', '2027-06-10', '2027-09-09'])
      meetingIds.push(await buildMeeting(app, { groupId, day }));
  });
  afterAll(() => app.close());

  const see = async (index: number) => {
    const { body } = await planner.get<Rotation>(paths.rotation(groupId, 2027));
    const { isPressing = null, reasons = [] } =
      body.activities.find(({ id }) => id === plan.activities[index]?.id) ?? {};
    return { isPressing, codes: reasons.map(({ code }) => code) };
  };
  const placeOf = async (index: number): Promise<number> => {
    const { body } = await planner.post<RotationProposal>(paths.rotationProposal(groupId, 2027), { keep: false });
    const entry = body.entries.find(({ activityId }) => activityId === plan.activities[index]?.id);
    return meetingIds.indexOf(entry?.meetingId ?? '');
  };
  const report = (round: Round, index: number, input: string) =>
    planner.put(
      paths.roundOutcome(round.id, plan.activities[index]?.indicatorIds[0] ?? ''),
      { municipalityCode: null, sex: 'total', input },
      0,
    );
  /** A round whose last day is ahead, so that nothing in it is late. */
  const open = async (label: number): Promise<Round> => {
    const round = await openRound(planner, plan, label);
    await app.db.query(`UPDATE follow_up_round SET opens = '2027-02-20', due = '2027-12-31' WHERE id = $1`, [round.id]);
    return round;
  };
  const adopt = async (round: Round): Promise<void> => {
    await completeRound(planner, plan, round);
    const review = await moveRound(planner, round, 'start_review');
    await moveRound(second, await moveRound(planner, review, 'propose_adoption'), 'adopt');
  };

  it('says how many meetings the group means to hold in a year', async () => {
    const read = async () => (await planner.get<Rotation>(paths.rotation(groupId, 2027))).body.meetingsPerYear;
    expect(await read()).toBeNull();
    await app.db.query('UPDATE work_group SET meetings_per_year = 4 WHERE id = $1', [groupId]);
    expect(await read()).toBe(4);
  });

  it('takes up early what is below its target in two rounds running, and what is decided and not done, between rounds too', async () => {
    const last = 7;
    const before = await open(2025);
    await report(before, last, '5');
    expect(await see(last)).toMatchObject({ isPressing: false });
    expect((await see(last)).codes).toContain('value_below_target');
    expect(await placeOf(last)).toBeGreaterThan(0);
    await adopt(before);

    const now = await open(2026);
    expect((await see(last)).isPressing).toBe(false);
    await report(now, last, '6');
    const { isPressing, codes } = await see(last);
    expect(isPressing).toBe(true);
    expect(codes).toContain('below_target_twice');
    expect(codes).not.toContain('value_below_target');
    expect(await placeOf(last)).toBe(0);

    await adopt(now);
    expect(await see(last)).toMatchObject({ isPressing: true });
    expect((await see(5)).isPressing).toBe(false);
    const decision = await planner.post<Decision>(paths.groupDecisions(groupId), {
      text: 'Skriv till skolorna.',
      decidedOn: '2027-02-01',
      activityId: plan.activities[5]?.id,
    });
    expect(decision.status).toBe(201);
    expect((await see(5)).codes).toContain('decision_open');
    expect(await placeOf(5)).toBe(0);
  });
});
