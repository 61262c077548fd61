import { paths, type Round, type YearEntry, type YearMark, type YearWheel } from '@samhandling/contracts';
import { handClock } from '../support/smtp.ts';
import { startTestApp, type TestApp, type TestClient } from '../support/app.ts';
import { buildGroup, buildMeeting } from '../support/calendar.ts';
import { buildPlan, type BuiltPlan } from '../support/plan-builder.ts';
import { countQueries } from '../support/query-counter.ts';
import { v7 as newId } from 'uuid';

describe('the year of a plan', () => {
  let app: TestApp;
  let plan: BuiltPlan;
  let groupId: string;
  let planner: TestClient;
  let reader: TestClient;
  beforeAll(async () => {
    app = await startTestApp({ clock: handClock('2026-12-31T23:30:00.000Z') });
    planner = await app.person('Petra Planerare', [{ role: 'planner' }]);
    reader = await app.person('Rolf Läsare', [{ role: 'reader' }]);
    plan = await buildPlan(app, { activities: 4, state: 'adopted' });
    groupId = await buildGroup(app, plan, 'Beredningsgruppen');
  });
  afterAll(() => app.close());

  const year = async (which = 2026, by: TestClient = planner): Promise<YearWheel> => {
    const answer = await by.get<YearWheel>(paths.yearWheel(plan.slug, which));
    expect(answer.status).toBe(200);
    return answer.body;
  };
  const entry = (wheel: YearWheel, title: string): YearEntry => {
    const found = wheel.entries.find((one) => one.title === title);
    if (!found) throw new Error(`Nothing is called ${title}: ${wheel.entries.map((one) => one.title).join(', ')}`);
    return found;
  };
  const mark = async (input: object): Promise<YearMark> => {
    const answer = await planner.post<YearMark>(paths.yearMarks(plan.slug), { kind: 'other', ...input });
    expect([answer.status, answer.body]).toEqual([201, expect.anything()]);
    return answer.body;
  };

  it('is empty where nothing is planned, and knows what day it is in Sweden', async () => {
    const other = await buildPlan(app, { title: 'En tom plan' });
    const { body } = await planner.get<YearWheel>(paths.yearWheel(other.slug, 2030));
    expect(body).toMatchObject({ year: 2030, entries: [], groups: [], mayAdd: true, plan: { title: 'En tom plan' } });
    // Half past midnight on New Year's Day in Sweden, while it is still last year in Greenwich.
    expect(body.today).toBe('2027-01-01');
  });

  it('holds meetings on the day it is in Sweden, each with whether it may be moved and why not', async () => {
    await buildMeeting(app, groupId, {
      startsAt: '2026-03-12T12:00:00Z',
      endsAt: '2026-03-12T14:00:00Z',
      title: 'Vårmöte',
      place: 'Sal Ö',
    });
    await buildMeeting(app, groupId, {
      startsAt: '2026-04-16T07:00:00Z',
      endsAt: '2026-04-16T09:00:00Z',
      state: 'called',
      title: 'Kallat',
    });
    await buildMeeting(app, groupId, {
      startsAt: '2026-02-12T08:00:00Z',
      endsAt: '2026-02-12T10:00:00Z',
      state: 'held',
      title: 'Hållet',
    });
    await buildMeeting(app, groupId, {
      startsAt: '2026-05-12T08:00:00Z',
      endsAt: '2026-05-12T10:00:00Z',
      state: 'cancelled',
      title: 'Inställt',
    });
    // Ten past midnight on New Year's Eve's night: the next year's.
    await buildMeeting(app, groupId, {
      startsAt: '2026-12-31T23:10:00Z',
      endsAt: '2026-12-31T23:50:00Z',
      title: 'Nyår',
    });
    const wheel = await year();
    expect(entry(wheel, 'Beredningsgruppen: Vårmöte')).toMatchObject({
      kind: 'meeting',
      from: '2026-03-12',
      to: '2026-03-12',
      detail: 'Sal Ö',
      state: 'Planerat',
      mayMove: true,
      lockedReason: '',
    });
    for (const [title, words] of [
      ['Kallat', /är kallat/],
      ['Hållet', /har hållits/],
      ['Inställt', /är inställt/],
    ] as const)
      expect(entry(wheel, `Beredningsgruppen: ${title}`)).toMatchObject({
        mayMove: false,
        lockedReason: expect.stringMatching(words) as string,
      });
    expect(entry(wheel, 'Beredningsgruppen: Inställt').isCancelled).toBe(true);
    expect(wheel.entries.some(({ title }) => title.endsWith('Nyår'))).toBe(false);
    expect((await year(2027)).entries.map(({ title, from }) => [title, from])).toContainEqual([
      'Beredningsgruppen: Nyår',
      '2027-01-01',
    ]);
    expect(wheel.groups.map(({ name }) => name)).toEqual(['Beredningsgruppen']);
    expect(wheel.entries.map(({ from }) => from)).toEqual([...wheel.entries.map(({ from }) => from)].sort());
  });

  it('holds the days of rounds, which move while they mean something', async () => {
    const created = await planner.post<Round>(paths.planRounds(plan.slug), {
      label: '2026',
      from: '2026-01-01',
      to: '2026-12-31',
      opens: '2026-11-02',
      due: '2027-01-15',
    });
    expect(created.status).toBe(201);
    const planned = await year();
    expect(entry(planned, 'Omgång 2026 öppnar')).toMatchObject({ from: '2026-11-02', mayMove: true, version: 1 });
    expect(entry(planned, 'Perioden 2026 slutar')).toMatchObject({ from: '2026-12-31', mayMove: false });
    expect(planned.entries.some(({ kind }) => kind === 'round_due')).toBe(false);
    expect(entry(await year(2027), 'Sista svarsdag, omgång 2026')).toMatchObject({ from: '2027-01-15', mayMove: true });
    const opened = await planner.post(paths.roundTransitions(created.body.id), { transition: 'open' }, { ifMatch: 1 });
    expect(opened.status).toBe(200);
    expect(entry(await year(), 'Omgång 2026 öppnar')).toMatchObject({
      mayMove: false,
      lockedReason: 'Omgången har redan öppnat.',
    });
    expect(entry(await year(2027), 'Sista svarsdag, omgång 2026').mayMove).toBe(true);
  });

  it('counts what is to be done, per group and day, and never shows what it says', async () => {
    const add = (table: string, columns: string, values: string) =>
      app.db.query(
        `INSERT INTO ${table} (id, county_id, group_id, text, due, state${columns}) VALUES ($1, $2, $3, 'Hemligt', '2026-06-15', 'open'${values})`,
        [newId(), app.countyId, groupId],
      );
    await add('decision', ', year, number, decided_on', `, 2026, 1, '2026-03-12'`);
    await add('action_point', '', '');
    await add('action_point', '', '');
    const due = entry(await year(), 'Ska vara klart: 1 beslut och 2 att göra');
    expect(due).toMatchObject({
      kind: 'due',
      from: '2026-06-15',
      mayMove: false,
      group: { name: 'Beredningsgruppen' },
    });
    expect(JSON.stringify(await year())).not.toContain('Hemligt');
  });

  it('takes dates of its own over the turn of the year', async () => {
    const made = await mark({
      kind: 'report_phase',
      title: ' Länsrapporten skrivs ',
      from: '2026-12-10',
      to: '2027-02-01',
      note: 'Utkast till jul',
    });
    expect(made).toMatchObject({
      version: 1,
      title: 'Länsrapporten skrivs',
      from: '2026-12-10',
      to: '2027-02-01',
      activities: [],
    });
    for (const which of [2026, 2027])
      expect(entry(await year(which), 'Länsrapporten skrivs')).toMatchObject({
        kind: 'report_phase',
        detail: 'Utkast till jul',
      });
    expect((await year(2028)).entries.some(({ id }) => id === made.id)).toBe(false);
  });

  it('moves a date, refuses the second who moves it from the same version, and shows what stands', async () => {
    const [activity] = plan.activities;
    const made = await mark({
      kind: 'data_date',
      title: 'Skolenkäten',
      from: '2026-02-28',
      activityIds: [activity?.id],
    });
    const moved = await planner.patch<YearMark>(paths.yearMark(made.id), { from: '2026-03-01', to: '2026-03-01' }, 1);
    expect(moved.body).toMatchObject({
      version: 2,
      from: '2026-03-01',
      to: '2026-03-01',
      activities: [{ reference: activity?.reference }],
    });
    const late = await planner.patch(paths.yearMark(made.id), { from: '2026-03-02', to: '2026-03-02' }, 1);
    expect([late.status, late.problem.current]).toEqual([
      412,
      expect.objectContaining({ from: '2026-03-01', version: 2 }),
    ]);
    expect((await planner.delete(paths.yearMark(made.id), 2)).status).toBe(204);
    expect((await planner.delete(paths.yearMark(made.id), 2)).status).toBe(404);
    const log = await app.db.query<{ action: string }>(
      `SELECT action FROM audit_event WHERE entity_id = $1 ORDER BY at, id`,
      [made.id],
    );
    expect(log.map(({ action }) => action)).toEqual(['create', 'update', 'delete']);
  });

  it('says what is wrong with a date', async () => {
    const elsewhere = await buildPlan(app, { title: 'En annan plan' });
    const send = (input: object) =>
      planner.post(paths.yearMarks(plan.slug), { kind: 'other', title: 'Fel', from: '2026-05-04', ...input });
    const pointers = async (input: object) => {
      const { status, problem } = await send(input);
      return [status, problem.errors?.map(({ pointer }) => pointer)];
    };
    expect(await pointers({ to: '2026-05-03' })).toEqual([422, ['/to']]);
    expect(await pointers({ to: '2028-05-04' })).toEqual([422, ['/to']]);
    expect(await pointers({ activityIds: [plan.activities[0]?.id, elsewhere.activities[0]?.id] })).toEqual([
      422,
      ['/activityIds/1'],
    ]);
    expect(await pointers({ from: '2026-02-30' })).toEqual([400, ['/from']]);
    expect(await pointers({ title: '  ' })).toEqual([400, ['/title']]);
    expect(await pointers({ kind: 'meeting' })).toEqual([400, ['/kind']]);
  });

  it('is read by readers, who move nothing', async () => {
    const made = await mark({ title: 'Orörd', from: '2026-09-01' });
    const wheel = await year(2026, reader);
    expect(wheel.mayAdd).toBe(false);
    expect(wheel.entries.some(({ mayMove }) => mayMove)).toBe(false);
    expect(wheel.entries.every(({ lockedReason }) => lockedReason.endsWith('.'))).toBe(true);
    const refused = await reader.patch(paths.yearMark(made.id), { from: '2026-09-02' }, 1);
    expect([refused.status, refused.problem.detail]).toEqual([403, 'Din roll ger inte rätt att ändra i årshjulet.']);
    for (const which of ['26', '1989', '2199', 'abcd'])
      expect((await reader.get(`/api/v1/plans/${plan.slug}/year/${which}`)).status).toBe(404);
  });

  it('holds the steps of a work plan once it has been decided', async () => {
    const workPlanId = newId();
    await app.db.query(
      `INSERT INTO work_plan (id, county_id, plan_id, year, title) VALUES ($1, $2, $3, 2026, 'Verksamhetsplan 2026')`,
      [workPlanId, app.countyId, plan.planId],
    );
    await app.db.query(
      `INSERT INTO work_plan_item (id, county_id, work_plan_id, activity_id, position, title, from_day, to_day)
       VALUES ($1, $2, $3, $4, 1, 'Utbilda krögare', '2026-03-02', '2026-04-30')`,
      [newId(), app.countyId, workPlanId, plan.activities[0]?.id],
    );
    const steps = async () => (await year()).entries.filter(({ kind }) => kind === 'work_plan_step');
    expect(await steps()).toEqual([]);
    // A work plan is decided together with its frozen paper, which the database sees to.
    await app.db.query(
      `INSERT INTO paper (id, county_id, kind, subject_id, version_number, title, canonical_json, sha256, frozen_by, frozen_at)
       SELECT $1, $2, 'work_plan', $3, 1, 'Verksamhetsplan 2026', '{}', repeat('0', 64), id, now() FROM person LIMIT 1`,
      [newId(), app.countyId, workPlanId],
    );
    await app.db.query(
      `UPDATE work_plan SET state = 'decided', decided_on = '2026-01-20', decision_reference = 'Beslut 1' WHERE id = $1`,
      [workPlanId],
    );
    expect(await steps()).toMatchObject([
      {
        title: 'Utbilda krögare',
        from: '2026-03-02',
        to: '2026-04-30',
        mayMove: false,
        lockedReason: 'Steget ändras i verksamhetsplanen.',
        activities: [{ reference: plan.activities[0]?.reference }],
      },
    ]);
  });

  it('is printed on one large sheet, tagged and titled, in the reader’s language', async () => {
    const file = await planner.bytes(paths.yearWheelFile(plan.slug, 2026));
    expect([file.status, file.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(file.headers.get('content-disposition')).toContain("filename*=UTF-8''%C3%85rshjul%202026");
    const text = file.bytes.toString('latin1');
    // A3 lying down, in points, and the mark of PDF/UA-1.
    expect(text).toMatch(/\/MediaBox \[0 0 1190\.\d+ 841\.\d+\]|pdfuaid/);
    expect((await reader.bytes(paths.yearWheelFile(plan.slug, 2027))).status).toBe(200);
    expect((await app.anonymous().bytes(paths.yearWheelFile(plan.slug, 2026))).status).toBe(401);
  });

  it('asks the database the same number of times however full it is', async () => {
    const few = await countQueries(app, () => year());
    for (let index = 0; index < 30; index += 1) await mark({ title: `Datum ${index}`, from: '2026-08-03' });
    const many = await countQueries(app, () => year());
    expect(many).toBe(few);
  });
});
