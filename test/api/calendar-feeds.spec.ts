import { paths, type CalendarFeedAnswer, type CreatedCalendarFeed } from '@samhandling/contracts';
import ICAL from 'ical.js';
import { v7 as newId } from 'uuid';
import type { TestClient } from '../support/app.ts';
import { addMember, buildGroup, buildMeeting, ownFeed, pathOf } from '../support/calendar.ts';
import { peopleScene, type PeopleScene } from '../support/people.ts';
import { queriesOf } from '../support/query-counter.ts';
import { handClock } from '../support/smtp.ts';
import { idOf, sharedScene, type SharedScene } from '../support/together.ts';

const NOW = '2026-03-01T09:00:00.000Z';

describe('a calendar feed', () => {
  let scene: PeopleScene;
  let shared: SharedScene;
  let groupId: string;
  beforeAll(async () => {
    scene = await peopleScene({ clock: handClock(NOW), environment: { PUBLIC_URL: 'https://samhandling.example' } });
    shared = await sharedScene(scene.app, scene.planner);
    groupId = await buildGroup(scene.app, shared.plan, 'Beredningsgruppen i Åmål, Älvdalen; och Örkelljunga');
  });
  afterAll(() => scene.close());

  const fetchFeed = (path: string, headers: Record<string, string> = {}) =>
    scene.app.anonymous().send<string>('GET', path, { raw: true, headers });
  const eventsOf = async (path: string) => {
    const { status, body, headers } = await fetchFeed(path);
    expect([status, headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
    const calendar = new ICAL.Component(ICAL.parse(body) as unknown[]);
    return calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
  };
  const titled = async (path: string, title: string) => {
    const events = await eventsOf(path);
    const found = events.find(({ summary }) => summary === title);
    if (!found) throw new Error(`No ${title} among ${events.map(({ summary }) => summary).join(' | ')}`);
    return found;
  };
  const someone = (name: string): Promise<TestClient> => scene.app.person(name, [{ role: 'group_member' }]);
  const due = (table: 'decision' | 'action_point', text: string, personId: string, more = '', values = '') =>
    scene.app.db.query(
      `INSERT INTO ${table} (id, county_id, group_id, person_id, text, due, state${more}) VALUES ($1, $2, $3, $4, $5, '2026-05-04', 'open'${values})`,
      [newId(), scene.app.countyId, groupId, personId, text],
    );

  it('is made once, told once, and holds the meetings of the groups one is in', async () => {
    const greta = await someone('Greta Gruppmedlem');
    expect((await greta.get<CalendarFeedAnswer>(paths.accountFeed())).body).toEqual({ feed: null, mayManage: true });
    await addMember(scene.app, groupId, idOf(greta), { from: '2026-01-01', to: '2026-06-30' });
    const meeting = (startsAt: string, endsAt: string, more = {}) =>
      buildMeeting(scene.app, groupId, { startsAt, endsAt, ...more });
    const spring = await meeting('2026-03-29T07:00:00Z', '2026-03-29T09:00:00Z', {
      title: 'Sommartid',
      place: 'Sal 3; plan 2',
      state: 'called',
      sequence: 2,
    });
    await meeting('2026-03-28T08:00:00Z', '2026-03-28T10:00:00Z', { title: 'Vintertid' });
    await meeting('2026-05-28T08:00:00Z', '2026-05-28T10:00:00Z', { title: 'Inställt', state: 'cancelled' });
    await meeting('2026-09-28T08:00:00Z', '2026-09-28T10:00:00Z', { title: 'Efteråt' });
    const feed = await ownFeed(greta);
    expect(feed.url).toMatch(/^https:\/\/samhandling\.example\/api\/v1\/calendar\/[\w-]{43}\.ics$/);
    const again = await greta.post(paths.accountFeed());
    expect([again.status, again.problem.detail]).toEqual([
      409,
      'Du har redan en kalenderadress. Byt den om du behöver en ny.',
    ]);

    const name = 'Beredningsgruppen i Åmål, Älvdalen; och Örkelljunga';
    const called = await titled(pathOf(feed), `${name}: Sommartid`);
    expect([called.uid, called.sequence, called.location]).toEqual([
      `${spring}@samhandling.example`,
      2,
      'Sal 3; plan 2',
    ]);
    // Nine o'clock on the clock in Sweden on both days, an hour apart in Greenwich.
    expect(called.startDate.toJSDate().toISOString()).toBe('2026-03-29T07:00:00.000Z');
    expect(called.endDate.toJSDate().toISOString()).toBe('2026-03-29T09:00:00.000Z');
    expect((await titled(pathOf(feed), `${name}: Vintertid`)).startDate.toJSDate().toISOString()).toBe(
      '2026-03-28T08:00:00.000Z',
    );
    expect((await titled(pathOf(feed), `${name}: Inställt`)).component.getFirstPropertyValue('status')).toBe(
      'CANCELLED',
    );
    expect((await eventsOf(pathOf(feed))).some(({ summary }) => summary.endsWith('Efteråt'))).toBe(false);
    // Told once: nothing that can be read afterwards holds the secret.
    const secret = feed.url.split('/').at(-1)?.replace('.ics', '') ?? '';
    expect(JSON.stringify((await greta.get(paths.accountFeed())).body)).not.toContain(secret);
    expect(JSON.stringify(await scene.app.db.query('SELECT * FROM calendar_feed'))).not.toContain(secret);
    const seen = (await greta.get<CalendarFeedAnswer>(paths.accountFeed())).body.feed;
    expect(seen).toMatchObject({ id: feed.feed.id, lastFetchedAt: NOW });
    expect(seen?.fetches).toBeGreaterThan(3);
  });

  it('holds what one is to do and the rounds one answers in, on whole days, and nothing of anybody else’s', async () => {
    const { anna, bo } = shared;
    await scene.app.db.query('UPDATE follow_up SET reporter_id = $1 WHERE round_id = $2', [
      idOf(anna),
      shared.round.id,
    ]);
    const long = `Ta fram underlag om åldersgränser, ölförsäljning och ungas vanor; skicka det till alla kommuner\noch be om synpunkter senast ${'mycket '.repeat(30)}snart`;
    await due('action_point', long, idOf(anna));
    await due(
      'decision',
      'Skriva till regeringen',
      idOf(anna),
      ', year, number, decided_on',
      `, 2026, 7, '2026-02-12'`,
    );
    await due('action_point', 'Det som Bo ska göra', idOf(bo));
    await scene.app.db.query(
      `UPDATE follow_up SET done = 'Intern anteckning', support_needed = 'Mer intern anteckning' WHERE round_id = $1`,
      [shared.round.id],
    );
    const feed = pathOf(await ownFeed(anna));
    const task = await titled(feed, `Att göra: ${long}`);
    expect([task.startDate.toString(), task.endDate.toString(), task.startDate.isDate]).toEqual([
      '2026-05-04',
      '2026-05-05',
      true,
    ]);
    expect((await titled(feed, 'Beslut ska vara genomfört: Skriva till regeringen')).description).toContain('§ 7/2026');
    const round = await titled(feed, `Sista svarsdag, omgång ${shared.round.label}`);
    expect(round.startDate.toString()).toBe(shared.round.due);
    const { body } = await fetchFeed(feed);
    for (const other of ['Bo ska', 'Intern anteckning', 'Mer intern'])
      expect(body.replace(/\r\n /g, '')).not.toContain(other);
    // Nothing longer than a calendar program has to read (RFC 5545, 3.1), and no letter cut in two.
    for (const line of body.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(body).not.toContain('\uFFFD');
  });

  it('a whole day on New Year’s Eve ends with the year, and the hour that comes twice is told apart', async () => {
    const gustav = await someone('Gustav Gruppmedlem');
    const night = await buildGroup(scene.app, shared.plan, 'Nattgruppen');
    await addMember(scene.app, night, idOf(gustav), { from: '2026-01-01' });
    await buildMeeting(scene.app, night, {
      startsAt: '2026-10-25T00:30:00Z',
      endsAt: '2026-10-25T01:30:00Z',
      title: 'Två timmar',
    });
    await scene.app.db.query(
      `INSERT INTO action_point (id, county_id, group_id, person_id, text, due) VALUES ($1, $2, $3, $4, 'Sist på året', '2026-12-31')`,
      [newId(), scene.app.countyId, night, idOf(gustav)],
    );
    const feed = pathOf(await ownFeed(gustav));
    const last = await titled(feed, 'Att göra: Sist på året');
    expect([last.startDate.toString(), last.endDate.toString()]).toEqual(['2026-12-31', '2027-01-01']);
    const twice = await titled(feed, 'Nattgruppen: Två timmar');
    expect(twice.duration.toSeconds()).toBe(3600);
    expect(twice.startDate.toJSDate().toISOString()).toBe('2026-10-25T00:30:00.000Z');
  });

  it('is answered with 304 until something in it changes', async () => {
    const group = await buildGroup(scene.app, shared.plan, 'Temagruppen');
    const meetingId = await buildMeeting(scene.app, group, {
      startsAt: '2026-04-28T08:00:00Z',
      endsAt: '2026-04-28T10:00:00Z',
    });
    const made = await scene.planner.post<CreatedCalendarFeed>(paths.groupFeed(group));
    const path = pathOf(made.body);
    const first = await fetchFeed(path);
    const etag = first.headers.get('etag') ?? '';
    const same = await fetchFeed(path, { 'if-none-match': etag });
    expect([same.status, same.body]).toEqual([304, undefined]);
    await scene.app.db.query(
      `UPDATE meeting SET starts_at = starts_at + interval '1 day', ends_at = ends_at + interval '1 day' WHERE id = $1`,
      [meetingId],
    );
    const moved = await fetchFeed(path, { 'if-none-match': etag });
    expect([moved.status, moved.headers.get('etag') === etag]).toEqual([200, false]);
    expect((await titled(path, 'Temagruppen')).startDate.toJSDate().toISOString()).toBe('2026-04-29T08:00:00.000Z');
  });

  it('of a group is made by whoever manages groups, and holds the days of the plan', async () => {
    const group = await buildGroup(scene.app, shared.plan, 'Samrådsgruppen');
    const greta = await someone('Gunnel Gruppmedlem');
    expect((await greta.post(paths.groupFeed(group))).status).toBe(403);
    expect((await greta.get<CalendarFeedAnswer>(paths.groupFeed(group))).body).toEqual({
      feed: null,
      mayManage: false,
    });
    expect((await scene.planner.post(paths.groupFeed(newId()))).status).toBe(404);
    await scene.planner.post(paths.yearMarks(shared.plan.slug), {
      kind: 'data_date',
      title: 'Skolenkäten kommer',
      note: 'Intern not',
      from: '2026-04-01',
      to: '2026-04-03',
    });
    const path = pathOf((await scene.planner.post<CreatedCalendarFeed>(paths.groupFeed(group))).body);
    const date = await titled(path, 'Skolenkäten kommer');
    expect([date.startDate.toString(), date.endDate.toString()]).toEqual(['2026-04-01', '2026-04-04']);
    expect((await fetchFeed(path)).body).not.toContain('Intern not');
  });

  it('renewed, tells whoever asks at the old address, at once and at little cost', async () => {
    const greta = await someone('Gerd Gruppmedlem');
    const old = await ownFeed(greta);
    const renewed = await greta.post<CreatedCalendarFeed>(paths.accountFeedRenew(), { replaces: old.feed.id });
    expect(renewed.status).toBe(201);
    expect((await fetchFeed(pathOf(renewed.body))).status).toBe(200);
    const refused = await fetchFeed(pathOf(old), { accept: 'text/calendar' });
    expect([refused.status, refused.headers.get('retry-after'), refused.headers.get('cache-control')]).toEqual([
      410,
      '86400',
      'private, max-age=86400',
    ]);
    expect(JSON.parse(refused.body)).toMatchObject({
      code: 'link_revoked',
      detail: expect.stringMatching(/har bytts mot en ny/) as string,
    });
    // One look-up, nothing written, however often it asks.
    const asked = await queriesOf(scene.app, () => fetchFeed(pathOf(old)));
    expect(asked).toEqual([expect.stringContaining('open_calendar_feed')]);
    const [row] = await scene.app.db.query<{ fetches: number }>('SELECT fetches FROM calendar_feed WHERE id = $1', [
      old.feed.id,
    ]);
    expect(row?.fetches).toBe(0);
    // Renewing what is renewed already would take away an address somebody has just put into their program.
    const late = await greta.post(paths.accountFeedRenew(), { replaces: old.feed.id });
    expect([late.status, late.problem.code]).toEqual([409, 'rule']);
    expect((await greta.delete(paths.accountFeed())).status).toBe(204);
    expect((await fetchFeed(pathOf(renewed.body))).status).toBe(410);
    expect((await greta.delete(paths.accountFeed())).status).toBe(204);
    expect((await fetchFeed(paths.calendar('hittas-inte'))).status).toBe(404);
  });

  it('ends when the person leaves, and does not come back with them', async () => {
    const lova = await someone('Lova Lämnar');
    const feed = await ownFeed(lova);
    const gone = await scene.change(await scene.named('Lova Lämnar'), 'leave');
    expect(gone.status).toBe(200);
    expect((await fetchFeed(pathOf(feed))).status).toBe(410);
    expect((await scene.change(gone.body, 'return')).status).toBe(200);
    expect((await fetchFeed(pathOf(feed))).status).toBe(410);
    const log = await scene.app.db.query<{ action: string }>(
      'SELECT action FROM audit_event WHERE entity_id = $1 ORDER BY at, id',
      [feed.feed.id],
    );
    expect(log.map(({ action }) => action)).toEqual(['create', 'revoke']);
  });

  it('opens nothing for whoever is shut out', async () => {
    const stig = await someone('Stig Stängs');
    const feed = await ownFeed(stig);
    await scene.app.db.query('UPDATE person SET is_active = false WHERE id = $1', [idOf(stig)]);
    expect((await fetchFeed(pathOf(feed))).status).toBe(410);
  });

  it('is of one county: in another one has another address, and nothing of the first', async () => {
    const ylva = await someone('Ylva Yrkar');
    const [other] = await scene.app.db.query<{ id: string }>(`SELECT id FROM county WHERE code = '01'`);
    await scene.app.db.query(
      `INSERT INTO role_assignment (id, county_id, person_id, role) VALUES ($1, $2, $3, 'reader')`,
      [newId(), other?.id, idOf(ylva)],
    );
    await due('action_point', 'I det första länet', idOf(ylva));
    const here = await ownFeed(ylva);
    expect((await ylva.post(paths.sessionCounty(), { countyId: other?.id })).status).toBeLessThan(300);
    expect((await ylva.get<CalendarFeedAnswer>(paths.accountFeed())).body.feed).toBeNull();
    expect((await ylva.post(paths.accountFeedRenew(), { replaces: here.feed.id })).status).toBe(409);
    expect((await ylva.post(paths.groupFeed(groupId))).status).toBe(403);
    expect((await ylva.get(paths.groupFeed(groupId))).status).toBe(404);
    const there = await ownFeed(ylva);
    expect((await fetchFeed(pathOf(there))).body).not.toContain('första länet');
    expect((await fetchFeed(pathOf(here))).body).toContain('första länet');
  });

  it('asks the database the same number of times however much is in it', async () => {
    const gina = await someone('Gina Gruppmedlem');
    const group = await buildGroup(scene.app, shared.plan, 'Mätgruppen');
    await addMember(scene.app, group, idOf(gina), { from: '2026-01-01' });
    const path = pathOf(await ownFeed(gina));
    const few = await queriesOf(scene.app, () => fetchFeed(path));
    for (let day = 1; day <= 25; day += 1)
      await buildMeeting(scene.app, group, {
        startsAt: `2026-06-${String(day).padStart(2, '0')}T08:00:00Z`,
        endsAt: `2026-06-${String(day).padStart(2, '0')}T09:00:00Z`,
      });
    expect((await queriesOf(scene.app, () => fetchFeed(path))).length).toBe(few.length);
  });
});
