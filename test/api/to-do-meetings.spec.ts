import {
  paths,
  type ActivityMeetings,
  type Decision,
  type FollowUpPage,
  type Round,
  type ToDo,
} from '@samhandling/contracts';
import { addDays, AGENDA_ITEM_STATES, formatDay, MEETING_STATES } from '@samhandling/domain';
import { startTestApp, type TestApp } from '../support/app.ts';
import {
  buildDecisionScene,
  buildGroup,
  buildItem,
  buildMeeting,
  type DecisionScene,
} from '../support/decision-scene.ts';
import { buildPlan } from '../support/plan-builder.ts';
import { countQueries } from '../support/query-counter.ts';
import { completeRound, followUpsOfRound, moveRound, openRound } from '../support/round-builder.ts';

const TODAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(new Date());
const NEVER = 'Har inte tagits upp på något möte.';

describe('what meetings say of what waits', () => {
  let app: TestApp;
  let scene: DecisionScene;
  beforeEach(async () => {
    app = await startTestApp();
    scene = await buildDecisionScene(app);
  });
  afterEach(() => app.close());

  const items = async (language = 'sv'): Promise<ToDo['groups'][number]['items']> => {
    const { body } = await scene.planner.get<ToDo>(`${paths.toDo()}?scope=plan`, {
      headers: { 'accept-language': language },
    });
    return body.groups.flatMap((group) => group.items);
  };
  const firstItem = async (language?: string) => (await items(language)).find(({ reference }) => reference === '1.1/1');
  const aboutMeetings = async (): Promise<string[]> =>
    ((await firstItem())?.reasons ?? []).filter((reason) => reason.startsWith('Har inte tagits upp'));
  const decide = async (body: object) =>
    (
      await scene.member.post<Decision>(paths.agendaItemDecisions(scene.itemId), {
        text: 'Skriv till skolorna.',
        ...body,
      })
    ).body;
  const at = (day: string): string => `${day}T09:00:00Z`;
  const held = (day: string, groupId = scene.groupId) =>
    buildMeeting(app, groupId, { startsAt: at(day), state: 'held' });

  it('a decision made in a meeting waits with its activity until somebody says what was done', async () => {
    await openRound(scene.planner, scene.plan);
    expect((await firstItem())?.decisions).toBeUndefined();
    const late = await decide({ due: '2020-05-01' });
    const open = await decide({});
    const item = await firstItem();
    expect(item?.reasons).toEqual(
      expect.arrayContaining([
        'Beslut § 1/2026 skulle ha varit genomfört 1 maj 2020.',
        'Beslut § 2/2026 är inte genomfört.',
      ]),
    );
    expect((await firstItem('en'))?.reasons).toContain('Decision § 1/2026 was to be carried out by 1 May 2020.');
    expect(item?.decisions).toEqual([
      { reference: '§ 1/2026', link: `/beslut/${late.id}` },
      { reference: '§ 2/2026', link: `/beslut/${open.id}` },
    ]);
    expect((await items()).filter(({ decisions }) => decisions)).toHaveLength(1);
    const [page] = await followUpsOfRound(scene.planner, scene.plan, '2025');
    expect(page?.attention).toContain('Beslut § 2/2026 är inte genomfört.');

    for (const { id, version } of [late, open]) {
      const body = { transition: 'complete', doneText: 'Brevet är skickat.' };
      await scene.member.post(paths.decisionTransitions(id), body, { ifMatch: version });
    }
    const after = await firstItem();
    expect(after?.decisions).toBeUndefined();
    expect(after?.reasons.filter((reason) => reason.startsWith('Beslut'))).toEqual([]);
  });

  it('changes no judgement and no answer', async () => {
    await openRound(scene.planner, scene.plan);
    const [before] = await followUpsOfRound(scene.planner, scene.plan, '2025');
    await decide({ due: '2020-05-01' });
    await held(addDays(TODAY, -300));
    const [after] = await followUpsOfRound(scene.planner, scene.plan, '2025');
    expect(after?.followUp).toEqual(before?.followUp);
  });

  it('says nothing of meetings where none is held here, nor for half a year after the first', async () => {
    await openRound(scene.planner, scene.plan);
    expect(await aboutMeetings()).toEqual([]);
    const first = await held(addDays(TODAY, -7));
    expect(await aboutMeetings()).toEqual([]);
    await app.db.query(
      "UPDATE meeting SET starts_at = $2, ends_at = $2::timestamptz + interval '1 hour' WHERE id = $1",
      [first, at(addDays(TODAY, -181))],
    );
    expect(await aboutMeetings()).toEqual([NEVER]);
  });

  it('counts a meeting of any group of the plan, and none of another plan’s', async () => {
    await openRound(scene.planner, scene.plan);
    const other = await buildPlan(app, { state: 'adopted' });
    await held(addDays(TODAY, -400), await buildGroup(app, other.planId));
    expect(await aboutMeetings()).toEqual([]);
    const activityId = scene.plan.activities[0]?.id ?? '';
    const day = addDays(TODAY, -200);
    await buildItem(app, await held(day, scene.aboveId), { activityId, state: 'treated' });
    expect(await aboutMeetings()).toEqual([`Har inte tagits upp på möte sedan ${formatDay(day, 'sv')}.`]);
    await buildItem(app, await held(addDays(TODAY, -20)), { activityId, state: 'nothing_new' });
    expect(await aboutMeetings()).toEqual([]);
  });

  it('means the same by "up" as the activity’s own page, whatever the item and its meeting', async () => {
    await openRound(scene.planner, scene.plan);
    await held(addDays(TODAY, -300));
    const activityId = scene.plan.activities[0]?.id ?? '';
    const meetingId = await held(addDays(TODAY, -10));
    const itemId = await buildItem(app, meetingId, { activityId });
    const seen: string[] = [];
    for (const state of AGENDA_ITEM_STATES) {
      await app.db.query('UPDATE agenda_item SET state = $2 WHERE id = $1', [itemId, state]);
      const { body } = await scene.planner.get<ActivityMeetings>(paths.activityMeetings(activityId));
      expect(await aboutMeetings()).toEqual(body.lastUpOn === null ? [NEVER] : []);
      if (body.lastUpOn !== null) seen.push(state);
    }
    expect(seen).toEqual(['treated', 'nothing_new']);
    await app.db.query(`UPDATE agenda_item SET state = 'treated' WHERE id = $1`, [itemId]);
    for (const state of MEETING_STATES.filter((each) => each === 'planned' || each === 'cancelled')) {
      await app.db.query(
        `UPDATE meeting SET state = $2, held_at = NULL, cancel_reason = CASE WHEN $2 = 'cancelled' THEN 'Sjukdom' ELSE '' END WHERE id = $1`,
        [meetingId, state],
      );
      expect(await aboutMeetings()).toEqual([NEVER]);
    }
  });

  it('lets be what a group has parked, until its day', async () => {
    await openRound(scene.planner, scene.plan);
    await held(addDays(TODAY, -300));
    await app.db.query(
      `INSERT INTO activity_parking (id, county_id, group_id, activity_id, reason, until_day, parked_on, parked_by)
       VALUES (gen_random_uuid(), $1, $2, $3, 'Väntar på medel', $4, $5, $6)`,
      [
        app.countyId,
        scene.groupId,
        scene.plan.activities[0]?.id,
        TODAY,
        addDays(TODAY, -30),
        scene.planner.session?.person.id,
      ],
    );
    expect(await aboutMeetings()).toEqual([]);
    await app.db.query('UPDATE activity_parking SET until_day = $1', [addDays(TODAY, -1)]);
    expect(await aboutMeetings()).toEqual([NEVER]);
  });

  const adopt = async (round: Round, completedId = ''): Promise<void> => {
    const second = await app.person('Per Planerare', [{ role: 'planner' }]);
    await completeRound(scene.planner, scene.plan, round);
    await app.db.query(`UPDATE follow_up SET judgement = 'completed' WHERE activity_id::text = $1`, [completedId]);
    const review = await moveRound(scene.planner, round, 'start_review');
    await moveRound(second, await moveRound(scene.planner, review, 'propose_adoption'), 'adopt');
  };

  it('need not take up what was completed last time, though nobody has answered anew', async () => {
    const completedId = scene.plan.activities[0]?.id;
    await adopt(await openRound(scene.planner, scene.plan, 2024), completedId);
    await openRound(scene.planner, scene.plan, 2025);
    await held(addDays(TODAY, -300));
    expect(await aboutMeetings()).toEqual([]);
    expect((await items()).filter(({ reasons }) => reasons.includes(NEVER))).toHaveLength(3);
  });

  it('leaves a round that is adopted as it was', async () => {
    const round = await openRound(scene.planner, scene.plan);
    const [page] = await followUpsOfRound(scene.planner, scene.plan, round.label);
    await adopt(round);
    const read = async (): Promise<FollowUpPage> =>
      (await scene.planner.get<FollowUpPage>(paths.followUp(page?.followUp.id ?? ''))).body;
    const before = await read();
    await decide({ due: '2020-05-01' });
    await held(addDays(TODAY, -300));
    expect(await read()).toEqual(before);
  });

  it('costs no statement more, however many decisions and meetings there are', async () => {
    await openRound(scene.planner, scene.plan);
    const none = await countQueries(app, items);
    for (let index = 0; index < 8; index += 1) {
      await decide({});
      const activityId = scene.plan.activities[index % 4]?.id ?? '';
      await buildItem(app, await held(addDays(TODAY, -200 - index)), { activityId, state: 'treated' });
    }
    expect(await countQueries(app, items)).toBe(none);
    expect((await firstItem())?.decisions).toHaveLength(8);
  });
});
