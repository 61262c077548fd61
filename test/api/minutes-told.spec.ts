import { paths, type Decision, type Minutes } from '@samhandling/contracts';
import type { Paper } from '@samhandling/report-model';
import { addDays, dayOf, toldIn, type Day } from '@samhandling/domain';
import { buildGroup, buildMeeting, type BuiltGroup } from '../support/meeting-builder.ts';
import { meetingScene, must, type MeetingScene } from '../support/meeting-scene.ts';

/** Decisions between meetings: each in one meeting's minutes, and never in any that are adjusted already (ADR 32). */
describe('what was decided between meetings', () => {
  let scene: MeetingScene;
  let group: BuiltGroup;
  let count = 0;
  beforeAll(async () => {
    scene = await meetingScene();
  });
  beforeEach(async () => {
    count += 1;
    scene.clock.set('2026-12-01T08:00:00Z');
    group = await buildGroup(scene.app, {
      countyId: scene.app.countyId,
      planId: scene.plan.planId,
      name: `Gruppen ${count}`,
      members: [{ name: 'Maja Medlem', organisationId: scene.organisation.id }],
    });
  });
  afterAll(() => scene.close());

  const held = async (day: Day): Promise<string> => {
    const attendance = group.members.map((one) => [one, 'present'] as const);
    return (await buildMeeting(scene.app, group, { startsAt: `${day}T08:00:00Z`, state: 'held', attendance })).id;
  };
  const send = async (meetingId: string): Promise<Minutes> => {
    const path = paths.meetingMinutes(meetingId);
    must(await scene.planner.put(paths.meetingAdjusters(meetingId), { adjusters: [{ name: 'Ada Extern' }] }, 0));
    const { version } = must(await scene.planner.get<Minutes>(path));
    const move = { transition: 'send' };
    return must(
      await scene.planner.post<Minutes>(paths.meetingMinutesTransitions(meetingId), move, { ifMatch: version }),
    );
  };
  const adjust = async ({ version, adjusters }: Minutes): Promise<Minutes> => {
    const [one] = adjusters;
    const body = { minutesVersion: version, channel: 'mail' };
    return must(await scene.planner.post<Minutes>(paths.adjust(one?.id ?? ''), body, { ifMatch: one?.version ?? 0 }));
  };
  const adjusted = async (day: Day): Promise<string> => {
    const id = await held(day);
    expect((await adjust(await send(id))).state).toBe('frozen');
    return id;
  };
  const decide = async (text: string, decidedOn: Day): Promise<Decision> =>
    must(await scene.planner.post<Decision>(paths.groupDecisions(group.id), { text, decidedOn, way: 'mail' }));
  const told = async (meetingId: string): Promise<string> =>
    JSON.stringify(must(await scene.planner.get<Paper>(paths.paper('minutes', meetingId))));

  it('is told in the next minutes that are not adjusted, where those after its day are, and only there', async () => {
    const [march, april] = [await adjusted('2026-03-10'), await adjusted('2026-04-10')];
    const before = [await told(march), await told(april)];
    const late = await decide('Lokalen bokas om.', '2026-03-01');
    const may = await held('2026-05-10');
    const june = await held('2026-06-10');
    expect(await told(may)).toContain('Lokalen bokas om.');
    expect(await told(june)).not.toContain('Lokalen bokas om.');
    expect([await told(march), await told(april)]).toEqual(before);

    // A yes stands for what was read: minutes that are out get another version when one comes to stand in them, or changes.
    const out = await send(may);
    await decide('Ordföranden skriver till regionen.', '2026-02-01');
    const grown = must(await scene.planner.get<Minutes>(paths.meetingMinutes(may)));
    expect(grown.version).toBe(out.version + 1);
    expect((await adjust(grown)).state).toBe('frozen');
    const frozen = await told(may);
    expect(frozen).toContain('Lokalen bokas om.');
    expect(frozen).toContain('Ordföranden skriver till regionen.');
    expect(await told(june)).not.toContain('Lokalen bokas om.');

    // What is told stays told, whatever is mended afterwards; minutes that are out do not notice.
    const asked = await send(june);
    must(await scene.planner.patch(paths.decision(late.id), { text: 'Lokalen bokas av.' }, late.version));
    expect(must(await scene.planner.get<Minutes>(paths.meetingMinutes(june))).version).toBe(asked.version);
    expect(await told(june)).not.toContain('Lokalen bokas');
    expect(await told(may)).toBe(frozen);
  });

  it('is told where the rule says, by screen and paper alike', async () => {
    const day = (month: number): Day => `2026-${String(month).padStart(2, '0')}-15`;
    const ids: string[] = [];
    const texts: string[] = [];
    // Decisions come in between adjustings, with days before, at and after the meetings.
    for (const month of [2, 3, 4, 5]) {
      ids.push(month % 2 === 0 ? await adjusted(day(month)) : await held(day(month)));
      for (const away of [-40, -1, 0, 1, 40]) {
        const text = `Beslut ${count} ${month} ${away}.`;
        texts.push(text);
        await decide(text, addDays(day(month), away));
      }
    }
    ids.push(await held(day(7)));
    const papers = new Map<string, string>();
    for (const id of ids) papers.set(id, await told(id));
    const meetings = await scene.app.db.query<{ id: string; starts_at: Date; state: string }>(
      'SELECT id, starts_at, state FROM meeting WHERE group_id = $1',
      [group.id],
    );
    const decisions = await scene.app.db.query<{ text: string; decided_on: string; told_in_id: string | null }>(
      `SELECT text, decided_on::text, told_in_id FROM decision WHERE group_id = $1`,
      [group.id],
    );
    expect(decisions).toHaveLength(texts.length);
    for (const { text, decided_on: decidedOn, told_in_id: toldInId } of decisions) {
      const expected = toldIn(
        { decidedOn, toldIn: toldInId },
        meetings.map(({ id, starts_at: at, state }) => ({
          id,
          day: dayOf(at),
          startsAt: at.toISOString(),
          isAdjusted: state === 'adjusted',
        })),
      );
      const telling = ids.filter((id) => papers.get(id)?.includes(text));
      expect([text, telling]).toEqual([text, [expected]]);
    }
  });
});
