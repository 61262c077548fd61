import { paths, type ActionPoint, type Decision, type Lift, type Meeting, type Problem } from '@samhandling/contracts';
import { v7 as newId } from 'uuid';
import { startTestApp, type TestApp, type TestClient } from '../support/app.ts';
import {
  adjustMeeting,
  buildDecisionScene,
  buildGroup,
  buildItem,
  buildMeeting,
  type DecisionScene,
} from '../support/decision-scene.ts';

let app: TestApp;
let scene: DecisionScene;

beforeAll(async () => {
  app = await startTestApp();
  scene = await buildDecisionScene(app);
});
afterAll(() => app.close());

const decide = (who: TestClient, itemId: string, body: object = {}) =>
  who.post<Decision>(paths.agendaItemDecisions(itemId), { text: 'Inbjudan skickas till skolorna.', ...body });

describe('a decision under an item', () => {
  it('follows the item: group, activity, day and year, and gets the next number', async () => {
    const { status, body, headers } = await decide(scene.member, scene.itemId, {
      organisationId: scene.plan.responsible.id,
      due: '2026-05-01',
    });
    expect(status).toBe(201);
    expect(headers.get('etag')).toBe('"1"');
    expect(body).toMatchObject({
      reference: '§ 1/2026',
      decidedOn: '2026-03-12',
      group: { id: scene.groupId },
      meeting: { id: scene.meetingId },
      activity: { id: scene.plan.activities[0]?.id },
      organisation: { id: scene.plan.responsible.id },
      state: 'open',
      planSlug: scene.plan.slug,
      mayEdit: true,
      mayComplete: true,
      lockedReason: '',
    });
    const [audit] = await app.db.query<{ changes: { text: { new: string } } }>(
      `SELECT changes FROM audit_event WHERE entity = 'decision' AND entity_id = $1 AND action = 'create'`,
      [body.id],
    );
    expect(audit?.changes.text.new).toBe('Inbjudan skickas till skolorna.');
  });

  it('has the Swedish day and year of a meeting on New Year’s Eve', async () => {
    const group = await buildGroup(app, scene.plan.planId);
    // 00:30 on 1 January in Sweden.
    const meeting = await buildMeeting(app, group, { startsAt: '2025-12-31T23:30:00Z' });
    const { body } = await decide(scene.planner, await buildItem(app, meeting));
    expect(body).toMatchObject({ decidedOn: '2026-01-01', reference: '§ 1/2026' });
  });

  it('gets a number of its own when several are made at once, and none is left out', async () => {
    const group = await buildGroup(app, scene.plan.planId);
    const item = await buildItem(app, await buildMeeting(app, group));
    const made = await Promise.all(Array.from({ length: 8 }, () => decide(scene.planner, item)));
    expect(made.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 201));
    expect(made.map(({ body }) => body.number).sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('is refused to whoever is not in the group, in words', async () => {
    const stranger = await app.person('Stina Utanför', [{ role: 'group_member' }]);
    const refusal = await decide(stranger, scene.itemId);
    expect(refusal.status).toBe(403);
    expect(refusal.problem.detail).toMatch(/är med i .* i dag/);
    const before = await buildGroup(app, scene.plan.planId);
    const item = await buildItem(app, await buildMeeting(app, before));
    expect((await decide(scene.member, item)).status).toBe(403);
  });

  it('is refused in a cancelled meeting and in one whose minutes are adjusted', async () => {
    const cancelled = await buildMeeting(app, scene.groupId, { startsAt: '2026-04-01T08:00:00Z' });
    const item = await buildItem(app, cancelled);
    await app.db.query(`UPDATE meeting SET state = 'cancelled', cancel_reason = 'Sjukdom' WHERE id = $1`, [cancelled]);
    const inCancelled = await decide(scene.planner, item);
    expect([inCancelled.status, inCancelled.problem.detail]).toEqual([409, 'Mötet är inställt.']);
    const closed = await buildMeeting(app, scene.groupId, { startsAt: '2026-04-02T08:00:00Z', state: 'held' });
    const closedItem = await buildItem(app, closed);
    await adjustMeeting(app, closed);
    expect((await decide(scene.planner, closedItem)).problem.code).toBe('adjusted');
  });

  it('is carried out by somebody who works here, of an organisation that exists', async () => {
    const leaver = await app.person('Lova Lämnar', [{ role: 'reader' }]);
    const personId = leaver.session?.person.id ?? '';
    await app.db.query('UPDATE county_person SET left_at = now() WHERE person_id = $1', [personId]);
    const left = await decide(scene.planner, scene.itemId, { personId });
    expect(left.status).toBe(422);
    expect(left.problem.errors?.[0]).toMatchObject({ pointer: '/personId', code: 'not_here' });
    const unknown = await decide(scene.planner, scene.itemId, { organisationId: newId() });
    expect(unknown.problem.errors?.[0]?.pointer).toBe('/organisationId');
  });

  it('stays with whoever has left, who is named as before', async () => {
    const leaver = await app.person('Lars Lämnar', [{ role: 'reader' }]);
    const personId = leaver.session?.person.id ?? '';
    const { body } = await decide(scene.planner, scene.itemId, { personId });
    await app.db.query('UPDATE county_person SET left_at = now() WHERE person_id = $1', [personId]);
    const after = await scene.planner.patch<Decision>(
      paths.decision(body.id),
      { personId, due: '2026-08-01' },
      body.version,
    );
    expect(after.body).toMatchObject({ person: { name: 'Lars Lämnar' }, due: '2026-08-01' });
  });
});

describe('between meetings', () => {
  it('a decision has a day of its own, which has been', async () => {
    const without = await scene.planner.post<Decision>(paths.groupDecisions(scene.groupId), { text: 'Beslut.' });
    expect(without.problem.errors?.[0]?.pointer).toBe('/decidedOn');
    const ahead = await scene.planner.post<Decision>(paths.groupDecisions(scene.groupId), {
      text: 'Beslut.',
      decidedOn: '2190-01-01',
    });
    expect(ahead.problem.errors?.[0]).toMatchObject({ pointer: '/decidedOn', code: 'future' });
    const { status, body } = await scene.planner.post<Decision>(paths.groupDecisions(scene.groupId), {
      text: 'Beslut per e-post.',
      decidedOn: '2019-02-01',
      isOpen: false,
      activityId: scene.plan.activities[1]?.id,
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({ reference: '§ 1/2019', state: 'standing', meeting: null });
    const moved = await scene.planner.patch<Decision>(paths.decision(body.id), { decidedOn: '2018-02-01' }, 1);
    expect(moved.body).toMatchObject({ reference: '§ 1/2018', version: 2 });
  });

  it('a decision says in which way it was made, and one at a meeting does not', async () => {
    const { body } = await scene.planner.post<Decision>(paths.groupDecisions(scene.groupId), {
      text: 'Beslut per telefon.',
      decidedOn: '2019-05-01',
      way: 'phone',
    });
    expect(body).toMatchObject({ way: 'phone', meeting: null });
    const mended = await scene.planner.patch<Decision>(paths.decision(body.id), { way: 'mail' }, 1);
    expect(mended.body).toMatchObject({ way: 'mail', version: 2 });
    const atMeeting = await decide(scene.planner, scene.itemId, { way: 'mail' });
    expect([atMeeting.status, atMeeting.problem.errors?.[0]?.pointer]).toEqual([422, '/way']);
    const { body: made } = await decide(scene.planner, scene.itemId);
    const moved = await scene.planner.patch(paths.decision(made.id), { way: 'other' }, 1);
    expect([moved.status, moved.problem.errors?.[0]?.pointer]).toEqual([422, '/way']);
  });

  it('nothing is decided for a closed group', async () => {
    const group = await buildGroup(app, scene.plan.planId);
    await app.db.query(`UPDATE work_group SET closed_on = '2026-01-01', result = 'Klart.' WHERE id = $1`, [group]);
    const refusal = await scene.planner.post(paths.groupDecisions(group), { text: 'Beslut.', decidedOn: '2026-01-02' });
    expect(refusal.status).toBe(409);
    expect(refusal.problem.detail).toMatch(/är avslutad/);
  });

  it('an activity of another plan is refused', async () => {
    const other = await buildDecisionScene(app);
    const refusal = await scene.planner.post(paths.groupDecisions(scene.groupId), {
      text: 'Beslut.',
      decidedOn: '2026-01-02',
      activityId: other.plan.activities[0]?.id,
    });
    expect(refusal.problem.errors?.[0]?.pointer).toBe('/activityId');
  });
});

describe('editing', () => {
  it('renumbers until the minutes are adjusted; a taken number is refused in words', async () => {
    const group = await buildGroup(app, scene.plan.planId);
    const meeting = await buildMeeting(app, group, { state: 'held' });
    const item = await buildItem(app, meeting);
    const first = (await decide(scene.planner, item)).body;
    const second = (await decide(scene.planner, item)).body;
    const taken = await scene.planner.patch(paths.decision(second.id), { number: 1 }, 1);
    expect(taken.status).toBe(409);
    expect(taken.problem).toMatchObject({ code: 'duplicate', errors: [{ pointer: '/number' }] });
    const moved = await scene.planner.patch<Decision>(paths.decision(second.id), { number: 7 }, 1);
    expect(moved.body.reference).toBe('§ 7/2026');

    await adjustMeeting(app, meeting);
    for (const patch of [{ number: 9 }, { text: 'Något annat.' }]) {
      const refused = await scene.planner.patch<Problem>(paths.decision(first.id), patch, 1);
      expect([refused.status, refused.problem.code]).toEqual([409, 'adjusted']);
    }
    const stored = await scene.planner.get<Decision>(paths.decision(first.id));
    expect(stored.body.lockedReason).toMatch(/Protokollet är justerat/);
    // What happens afterwards goes on.
    const later = await scene.planner.patch<Decision>(
      paths.decision(first.id),
      { due: '2026-09-01', recordsNumber: '421-12-2026', organisationId: scene.plan.partner.id, text: first.text },
      1,
    );
    expect(later.body).toMatchObject({ due: '2026-09-01', recordsNumber: '421-12-2026', version: 2 });
    const done = await scene.planner.post<Decision>(
      paths.decisionTransitions(first.id),
      { transition: 'complete', doneText: 'Skickat.', doneOn: '2026-08-30' },
      { ifMatch: 2 },
    );
    expect(done.body).toMatchObject({ state: 'done', doneText: 'Skickat.', doneOn: '2026-08-30' });
    // The database itself, whoever asks.
    await expect(app.db.query(`UPDATE decision SET number = 9 WHERE id = $1`, [first.id])).rejects.toMatchObject({
      code: 'SH010',
    });
  });

  it('gives the stale editor what stands now', async () => {
    const { body } = await decide(scene.planner, scene.itemId);
    await scene.member.patch(paths.decision(body.id), { text: 'Först.' }, 1);
    const stale = await scene.planner.patch(paths.decision(body.id), { text: 'Sist.' }, 1);
    expect(stale.status).toBe(412);
    expect(stale.problem.current).toMatchObject({ text: 'Först.', version: 2 });
  });

  it('keeps the day and the subject of the meeting', async () => {
    const { body } = await decide(scene.planner, scene.itemId);
    const day = await scene.planner.patch(paths.decision(body.id), { decidedOn: '2026-01-01' }, 1);
    expect(day.problem.errors?.[0]?.code).toBe('follows_meeting');
    const about = await scene.planner.patch(paths.decision(body.id), { activityId: scene.plan.activities[1]?.id }, 1);
    expect(about.problem.errors?.[0]?.code).toBe('follows_item');
  });
});

describe('carrying out', () => {
  it('demands words, and says who may', async () => {
    const { body } = await decide(scene.planner, scene.itemId, { organisationId: scene.plan.responsible.id });
    const path = paths.decisionTransitions(body.id);
    const silent = await scene.planner.post(path, { transition: 'complete', doneText: ' ' }, { ifMatch: 1 });
    expect(silent.status).toBe(422);
    expect(silent.problem.errors?.[0]).toMatchObject({ pointer: '/doneText', reason: 'Skriv vad som gjordes.' });
    const other = await app.person('Ove Annan', [{ role: 'reporter', organisationId: scene.plan.partner.id }]);
    const theirs = await other.post(path, { transition: 'complete', doneText: 'Gjort.' }, { ifMatch: 1 });
    expect(theirs.status).toBe(403);
    expect(theirs.problem.detail).toContain(scene.plan.responsible.name);
    const own = await app.person('Ruth Rapportör', [{ role: 'reporter', organisationId: scene.plan.responsible.id }]);
    expect((await own.get<Decision>(paths.decision(body.id))).body).toMatchObject({
      mayComplete: true,
      mayEdit: false,
    });
    const withdrawn = await own.post(path, { transition: 'withdraw', doneText: 'Nej.' }, { ifMatch: 1 });
    expect(withdrawn.status).toBe(403);
    const done = await own.post<Decision>(path, { transition: 'complete', doneText: 'Gjort.' }, { ifMatch: 1 });
    expect(done.body).toMatchObject({ state: 'done', doneBy: { name: 'Ruth Rapportör' }, version: 2 });
    const again = await own.post(path, { transition: 'complete', doneText: 'Igen.' }, { ifMatch: 2 });
    expect([again.status, again.problem.detail]).toEqual([409, 'Beslutet är genomfört. Öppna det igen först.']);
    const reopened = await own.post<Decision>(path, { transition: 'reopen' }, { ifMatch: 2 });
    expect(reopened.body).toMatchObject({ state: 'open', doneText: '', doneOn: null, doneBy: null });
  });

  it('is open to the person named, and to the coordinator of the municipality named', async () => {
    const person = await app.person('Moa Medlem', [{ role: 'group_member' }]);
    const [{ id: municipalityId = '', code = '' } = {}] = await app.db.query<{ id: string; code: string }>(
      `INSERT INTO organisation (id, county_id, name, kind, municipality_code)
       SELECT gen_random_uuid(), county_id, 'Kommunen ' || code, 'municipality', code FROM municipality WHERE county_id = $1 LIMIT 1
       RETURNING id, municipality_code AS code`,
      [app.countyId],
    );
    const coordinator = await app.person('Kim', [{ role: 'municipal_coordinator', municipalityCode: code }]);
    const mine = (await decide(scene.planner, scene.itemId, { personId: person.session?.person.id })).body;
    const theirs = (await decide(scene.planner, scene.itemId, { organisationId: municipalityId })).body;
    const complete = (who: TestClient, id: string) =>
      who.post(paths.decisionTransitions(id), { transition: 'complete', doneText: 'Gjort.' }, { ifMatch: 1 });
    expect((await complete(coordinator, mine.id)).status).toBe(403);
    expect((await complete(person, mine.id)).status).toBe(200);
    expect((await complete(person, theirs.id)).status).toBe(403);
    expect((await complete(coordinator, theirs.id)).status).toBe(200);
  });
});

describe('an action point', () => {
  const act = (body: object = {}) =>
    scene.member.post<ActionPoint>(paths.agendaItemActionPoints(scene.itemId), {
      text: 'Ringa skolorna.',
      ...body,
    });

  it('is somebody’s: a person, a name or an organisation', async () => {
    const nobody = await act();
    expect(nobody.status).toBe(422);
    expect(nobody.problem.errors?.[0]?.pointer).toBe('/assignee');
    const named = await act({ assignee: 'Karin Vikarie', due: '2026-04-01' });
    expect(named.body).toMatchObject({
      assignee: 'Karin Vikarie',
      madeOn: '2026-03-12',
      activity: { id: scene.plan.activities[0]?.id },
      state: 'open',
      isLate: true,
    });
    const personId = scene.planner.session?.person.id;
    const moved = await scene.member.patch<ActionPoint>(paths.actionPoint(named.body.id), { personId }, 1);
    expect(moved.body).toMatchObject({ assignee: 'Petra Planerare', person: { id: personId } });
    const back = await scene.member.patch<ActionPoint>(paths.actionPoint(named.body.id), { assignee: 'Karin' }, 2);
    expect(back.body).toMatchObject({ assignee: 'Karin', person: null });
    const taken = await scene.member.patch(paths.actionPoint(named.body.id), { assignee: '' }, 3);
    expect(taken.status).toBe(422);
  });

  it('is dropped and done with words, and reopened', async () => {
    const { body } = await act({ organisationId: scene.plan.partner.id });
    const path = paths.actionPointTransitions(body.id);
    const silent = await scene.member.post(path, { transition: 'drop' }, { ifMatch: 1 });
    expect(silent.problem.errors?.[0]?.reason).toBe('Skriv varför det inte görs.');
    const dropped = await scene.member.post<ActionPoint>(
      path,
      { transition: 'drop', doneText: 'Skolorna hann före.' },
      { ifMatch: 1 },
    );
    expect(dropped.body).toMatchObject({ state: 'dropped', isLate: false });
    const reopened = await scene.member.post<ActionPoint>(path, { transition: 'reopen' }, { ifMatch: 2 });
    expect(reopened.body.state).toBe('open');
  });

  it('belongs to a decision of the same group', async () => {
    const own = (await decide(scene.planner, scene.itemId)).body;
    const made = await act({ assignee: 'Karin', decisionId: own.id });
    expect(made.body.decision).toMatchObject({ id: own.id, reference: own.reference });
    const elsewhere = await buildDecisionScene(app);
    const foreign = (await decide(elsewhere.planner, elsewhere.itemId)).body;
    const refused = await act({ assignee: 'Karin', decisionId: foreign.id });
    expect(refused.problem.errors?.[0]?.pointer).toBe('/decisionId');
  });
});

describe('a meeting whose day is put right', () => {
  const move = (meetingId: string, startsAt: string, version = 1) =>
    scene.planner.patch<Meeting>(
      paths.meeting(meetingId),
      { startsAt, endsAt: new Date(Date.parse(startsAt) + 7_200_000).toISOString() },
      version,
    );

  it('takes what was decided, given out and answered at it along, and keeps the numbers', async () => {
    const group = await buildGroup(app, scene.plan.planId);
    const meeting = await buildMeeting(app, group, { state: 'held', startsAt: '2025-05-12T08:00:00Z' });
    const asking = await buildMeeting(app, scene.groupId, { startsAt: '2025-05-02T08:00:00Z' });
    const asked = await scene.planner.post<Lift>(paths.agendaItemLifts(await buildItem(app, asking)), {
      question: 'Vem betalar?',
      toGroupId: group,
    });
    const item = await buildItem(app, meeting, { liftId: asked.body.id });
    const answered = await scene.planner.post<Lift>(
      paths.liftTransitions(asked.body.id),
      { transition: 'answer', answer: 'Regionen.', agendaItemId: item },
      { ifMatch: asked.body.version },
    );
    expect(answered.body.answeredOn).toBe('2025-05-12');
    const { body: decision } = await decide(scene.planner, item);
    const { body: point } = await scene.planner.post<ActionPoint>(paths.agendaItemActionPoints(item), {
      text: 'Ring regionen.',
      assignee: 'Rut',
    });
    const moved = await move(meeting, '2025-05-13T08:00:00Z');
    expect([moved.status, moved.body.state]).toEqual([200, 'held']);
    const after = await scene.planner.get<Decision>(paths.decision(decision.id));
    expect(after.body).toMatchObject({ decidedOn: '2025-05-13', reference: decision.reference, version: 2 });
    expect((await scene.planner.get<ActionPoint>(paths.actionPoint(point.id))).body.madeOn).toBe('2025-05-13');
    expect((await scene.planner.get<Lift>(paths.lift(asked.body.id))).body.answeredOn).toBe('2025-05-13');
    const [audit] = await app.db.query<{ changes: object }>(
      `SELECT changes FROM audit_event WHERE entity = 'decision' AND entity_id = $1 AND action = 'update'`,
      [decision.id],
    );
    expect(audit?.changes).toEqual({ decidedOn: { old: '2025-05-12', new: '2025-05-13' } });
  });

  it('is refused in words over New Year, where the numbers would be of another series, and changes nothing', async () => {
    const group = await buildGroup(app, scene.plan.planId);
    const meeting = await buildMeeting(app, group, { state: 'held', startsAt: '2025-01-02T08:00:00Z' });
    const { body: decision } = await decide(scene.planner, await buildItem(app, meeting));
    const refusal = await move(meeting, '2024-12-30T08:00:00Z');
    expect(refusal.status).toBe(422);
    expect(refusal.problem.errors?.[0]).toMatchObject({ pointer: '/startsAt', code: 'numbered' });
    expect(refusal.problem.errors?.[0]?.reason).toMatch(/2025 års serie/);
    expect((await scene.planner.get<Decision>(paths.decision(decision.id))).body.decidedOn).toBe('2025-01-02');
    // A meeting that decided nothing has no series to leave.
    const empty = await buildMeeting(app, group, { state: 'held', startsAt: '2025-01-20T08:00:00Z' });
    expect((await move(empty, '2024-12-20T08:00:00Z')).status).toBe(200);
  });

  it('stands once its minutes are out to be adjusted, and when they are adjusted', async () => {
    const group = await buildGroup(app, scene.plan.planId);
    const meeting = await buildMeeting(app, group, { state: 'held', startsAt: '2025-02-03T08:00:00Z' });
    await app.db.query(
      `INSERT INTO minutes (meeting_id, county_id, state) SELECT id, county_id, 'adjusting' FROM meeting WHERE id = $1`,
      [meeting],
    );
    const out = await move(meeting, '2025-02-04T08:00:00Z');
    expect([out.status, out.problem.detail]).toEqual([409, expect.stringMatching(/ta tillbaka protokollet/)]);
    await adjustMeeting(app, meeting);
    expect((await move(meeting, '2025-02-04T08:00:00Z')).problem.code).toBe('adjusted');
  });

  it('gives a decision made at the same moment the new day, whichever comes first', async () => {
    const group = await buildGroup(app, scene.plan.planId);
    const meeting = await buildMeeting(app, group, { state: 'held', startsAt: '2025-03-03T08:00:00Z' });
    const item = await buildItem(app, meeting);
    const [moved, ...made] = await Promise.all([
      move(meeting, '2025-03-04T08:00:00Z'),
      ...Array.from({ length: 6 }, () => decide(scene.planner, item)),
    ]);
    expect([moved.status, ...made.map(({ status }) => status)]).toEqual([200, ...made.map(() => 201)]);
    const days = await app.db.query<{ day: string }>(
      'SELECT DISTINCT decided_on::text AS day FROM decision WHERE meeting_id = $1',
      [meeting],
    );
    expect(days).toEqual([{ day: '2025-03-04' }]);
  });
});
