import { paths, type MeetingsProposal, type MeetingsProposalRequest } from '@samhandling/contracts';
import { startTestApp, type Answer, type TestApp, type TestClient } from '../support/app.ts';
import { buildGroup, buildMeeting } from '../support/rotation-builder.ts';
import { buildPlan } from '../support/plan-builder.ts';

const clock = { now: () => new Date('2026-12-01T09:00:00.000Z'), today: () => '2026-12-01' };
const wish: MeetingsProposalRequest = {
  year: 2027,
  count: 10,
  rule: 'monthly',
  nth: 2,
  weekday: 4,
  startTime: '13:00',
  endTime: '15:00',
};

describe('days for a year’s meetings', () => {
  let app: TestApp;
  let planner: TestClient;
  let groupId: string;
  beforeAll(async () => {
    app = await startTestApp({ clock });
    planner = await app.person('Petra Planerare', [{ role: 'planner' }]);
    const plan = await buildPlan(app, { activities: 1, state: 'adopted' });
    const above = await buildGroup(app, { planId: plan.planId, name: 'Samrådsgruppen', kind: 'consultation' });
    groupId = await buildGroup(app, { planId: plan.planId, name: 'Beredningsgruppen', reportsToId: above });
    await buildMeeting(app, { groupId: above, day: '2027-05-13' });
    await buildMeeting(app, { groupId, day: '2027-02-11' });
  });
  afterAll(() => app.close());

  const ask = (change: Partial<MeetingsProposalRequest> = {}): Promise<Answer<MeetingsProposal>> =>
    planner.post<MeetingsProposal>(paths.groupMeetingsProposal(groupId), { ...wish, ...change });

  it('follow the rule, keep away from the samråd and from the group’s own, and say why', async () => {
    const { status, body } = await ask();
    expect(status).toBe(200);
    expect(body.meetings).toHaveLength(10);
    expect(body.meetings.map(({ day }) => day)).toEqual(expect.arrayContaining(['2027-01-14', '2027-06-10']));
    expect(body.meetings.find(({ day }) => day === '2027-05-20')?.note).toBe(
      'I stället för 13 maj 2027, som är en dag då Samrådsgruppen möts.',
    );
    expect(body.meetings.find(({ day }) => day === '2027-02-18')?.note).toBe(
      'I stället för 11 februari 2027, som är en dag då gruppen redan har möte.',
    );
    expect(body.leftOut[0]).toEqual({ day: '2027-07-08', reason: 'Juli hålls fri.' });
    expect(body.milestones.map(({ on }) => on)).toEqual(['2027-05-13']);
    expect(body.short).toBe('');
  });

  it('begin tomorrow in a year that has begun, and say how many there are days for', async () => {
    const { body } = await ask({ year: 2026, count: 3 });
    expect(body.meetings.map(({ day }) => day)).toEqual(['2026-12-10']);
    expect(body.short).toBe(
      'Det finns bara dagar för 1 av 3 möten. Välj en tätare regel, eller lägg till dagar själv.',
    );
  });

  it('are refused where the meeting ends before it begins, or what is asked cannot be read', async () => {
    expect((await ask({ endTime: '13:00' })).problem.errors).toMatchObject([{ pointer: '/endTime' }]);
    expect((await ask({ startTime: '25:00' })).status).toBe(400);
    expect((await ask({ weekday: 6 })).status).toBe(400);
  });

  it('keep nothing', async () => {
    const [row] = await app.db.query<{ count: number }>('SELECT count(*)::int AS count FROM meeting');
    expect(row?.count).toBe(2);
  });
});
