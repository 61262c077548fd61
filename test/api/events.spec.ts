import { paths, type EventAnswer, type EventChoices, type EventList, type LoggedEvent } from '@samhandling/contracts';
import { v7 as newId } from 'uuid';
import { startTestApp, type TestApp, type TestClient } from '../support/app.ts';
import {
  buildEventScene,
  eventOf,
  IN_ADOPTED_ROUND,
  kindOf,
  register,
  registered,
  setRule,
  type EventScene,
} from '../support/event-builder.ts';
import { cellOf, enter, rowOf } from '../support/outcomes.ts';
import { buildOrganisation, buildPlan } from '../support/plan-builder.ts';
import { countQueries, queriesOf } from '../support/query-counter.ts';

const FIRST = 0;
const SECOND = 1;
const PER_MUNICIPALITY = 2;
const [ALVESTA, LESSEBO] = ['0764', '0761'];

describe('events', () => {
  let app: TestApp;
  let planner: TestClient;
  let scene: EventScene;
  beforeAll(async () => {
    app = await startTestApp();
    planner = await app.person('Petra Planerare', [{ role: 'planner' }]);
  });
  beforeEach(async () => {
    scene = await buildEventScene(app, planner, [
      { kind: 'count' },
      { kind: 'count' },
      { kind: 'count', breakdown: 'municipality' },
      { kind: 'text' },
    ]);
  });
  afterAll(() => app.close());

  const activity = (index: number): string => scene.plan.activities[index]?.id ?? '';

  it('is registered once and counts at once in every indicator with a rule', async () => {
    await setRule(planner, scene, FIRST);
    await setRule(planner, scene, SECOND, { method: 'sum_participants' });
    const answer = await registered(planner, scene, {
      activityIds: [activity(FIRST), activity(SECOND)],
      title: ' Vårträff ',
      participants: '1 200',
      municipalities: [{ code: ALVESTA, participants: '800' }, { code: LESSEBO }],
      audiences: [{ name: 'Föräldrar', participants: '30' }],
    });
    expect(answer.event).toMatchObject({
      version: 1,
      title: 'Vårträff',
      participants: 1200,
      mayEdit: true,
      lockedReason: '',
      createdBy: { name: 'Petra Planerare' },
      municipalities: [
        { code: ALVESTA, name: 'Alvesta', participants: 800 },
        { code: LESSEBO, name: 'Lessebo', participants: null },
      ],
      audiences: [{ name: 'Föräldrar', participants: 30 }],
      rounds: [{ label: '2025', state: 'open' }],
    });
    expect(answer.changed).toMatchObject([
      { before: { state: 'not_reported' }, after: { state: 'value', value: 1 }, differs: false },
      { before: { state: 'not_reported' }, after: { state: 'value', value: 1200 }, differs: false },
    ]);
    expect(answer.remarks).toEqual([]);
    expect(cellOf(await rowOf(planner, scene, FIRST))).toMatchObject({
      value: 1,
      source: 'events',
      reportedBy: { name: 'Petra Planerare' },
      computed: { value: 1, events: 1, differs: false },
    });
    const { body } = await planner.get<LoggedEvent>(paths.event(answer.event.id));
    expect(body).toEqual(answer.event);
  });

  it('gives one event and the same answer when the same registration comes again, also at once', async () => {
    await setRule(planner, scene, FIRST);
    const request = eventOf(scene);
    const racing = await Promise.all([1, 2, 3].map(() => planner.post<EventAnswer>(paths.events(), request)));
    const again = await planner.post<EventAnswer>(paths.events(), request);
    const [first] = racing;
    expect(first?.status).toBe(201);
    expect(first?.body.changed).toHaveLength(1);
    for (const answer of [...racing, again]) expect(answer.body).toEqual(first?.body);
    expect(
      await app.db.query('SELECT id FROM logged_event WHERE registration_key = $1', [request.registrationKey]),
    ).toHaveLength(1);
    expect(cellOf(await rowOf(planner, scene, FIRST)).value).toBe(1);
  });

  it('loses no event when many are registered at once', async () => {
    await setRule(planner, scene, FIRST);
    await Promise.all(Array.from({ length: 12 }, () => registered(planner, scene)));
    expect(cellOf(await rowOf(planner, scene, FIRST))).toMatchObject({ value: 12, computed: { events: 12 } });
  });

  it('moves its figures when it is changed, deleted and restored, and leaves nothing where nothing counts', async () => {
    await setRule(planner, scene, FIRST);
    await setRule(planner, scene, SECOND, { method: 'sum_participants' });
    const { event } = await registered(planner, scene, { participants: '10' });
    const moved = await planner.patch<EventAnswer>(
      paths.event(event.id),
      { activityIds: [activity(SECOND)], participants: '12' },
      1,
    );
    expect(moved.body.event).toMatchObject({ version: 2, participants: 12 });
    expect(moved.body.changed.map(({ before, after }) => [before, after])).toEqual(
      expect.arrayContaining([
        [expect.objectContaining({ value: 1 }), { state: 'not_reported', of: 1, reported: 0 }],
        [{ state: 'not_reported', of: 1, reported: 0 }, expect.objectContaining({ value: 12 })],
      ]),
    );
    expect(cellOf(await rowOf(planner, scene, FIRST))).toMatchObject({
      id: null,
      state: 'not_reported',
      computed: null,
    });
    expect((await planner.delete(paths.event(event.id), 2)).status).toBe(204);
    expect(cellOf(await rowOf(planner, scene, SECOND))).toMatchObject({ state: 'not_reported', computed: null });
    expect((await planner.get(paths.event(event.id))).status).toBe(404);
  });

  it('refuses a stale change with the event as it is, and a deletion likewise', async () => {
    const { event } = await registered(planner, scene);
    await planner.patch(paths.event(event.id), { title: 'Ny rubrik' }, 1);
    const stale = await planner.patch(paths.event(event.id), { title: 'Annan rubrik' }, 1);
    expect(stale.status).toBe(412);
    expect(stale.problem.current).toMatchObject({ id: event.id, version: 2, title: 'Ny rubrik' });
    expect((await planner.delete(paths.event(event.id), 1)).status).toBe(412);
    expect((await planner.patch(paths.event(event.id), { title: 'X' })).status).toBe(428);
  });

  it.each([
    ['ca 20', '/participants', 'not_exact', 'Ange ett bestämt tal, utan cirka, minst eller liknande. Menar du 20?'],
    ['-3', '/participants', 'negative', 'Talet får inte vara negativt.'],
    ['2,5', '/participants', 'too_many_decimals', 'Ange ett heltal, utan decimaler.'],
    [
      '1 000 001',
      '/participants',
      'too_large',
      'En händelse kan ha högst 1\u00a0000\u00a0000 deltagare. Kontrollera att inget har skrivits dubbelt.',
    ],
  ])('refuses "%s" participants at the field, in words', async (participants, pointer, code, reason) => {
    const { status, problem } = await register(planner, scene, { participants });
    expect(status).toBe(422);
    expect(problem.errors).toEqual([{ pointer, code, reason }]);
  });

  it('refuses a day to come, a division larger than the whole, and what is not in the county', async () => {
    const other = await buildPlan(app, { countyId: await otherCounty() });
    const { problem } = await register(planner, scene, {
      day: '2199-01-01',
      participants: '10',
      municipalities: [{ code: ALVESTA, participants: '8' }, { code: LESSEBO, participants: '4' }, { code: '0180' }],
      activityIds: [activity(FIRST), other.activities[0]?.id ?? '', newId()],
      organisations: [{ id: other.partner.id }],
      kindId: newId(),
    });
    expect(problem.errors?.map(({ pointer, code }) => [pointer, code])).toEqual([
      ['/municipalities', 'more_than_all'],
      ['/day', 'day_in_future'],
      ['/kindId', 'unknown'],
      ['/activityIds/1', 'unknown'],
      ['/activityIds/2', 'unknown'],
      ['/municipalities/2', 'unknown'],
      ['/organisations/0', 'unknown'],
    ]);
    expect(problem.errors?.[0]?.reason).toBe(
      'Deltagarna per kommun är 12 tillsammans, men händelsen hade 10 deltagare.',
    );
    expect(problem.errors?.[1]?.reason).toContain('En händelse registreras när den har varit.');
  });

  it('refuses the same activity twice, none at all and ten thousand', async () => {
    const twice = await register(planner, scene, { activityIds: [activity(FIRST), activity(FIRST)] });
    expect(twice.problem.errors).toMatchObject([{ pointer: '/activityIds/1', code: 'twice' }]);
    expect((await register(planner, scene, { activityIds: [] })).problem.errors).toMatchObject([{ code: 'missing' }]);
    const many = await register(planner, scene, { activityIds: Array.from({ length: 10_000 }, () => newId()) });
    expect([many.status, many.problem.errors?.[0]?.code]).toEqual([400, 'arrayMaxSize']);
  });

  it('keeps an event outside every round, and one in an adopted round, with a word about it', async () => {
    await setRule(planner, scene, FIRST);
    const outside = await registered(planner, scene, { day: '2019-05-02' });
    expect(outside.remarks).toEqual([
      'Dagen ligger utanför alla uppföljningsomgångar, så händelsen räknas inte i någon av dem.',
    ]);
    const adopted = await registered(planner, scene, { day: IN_ADOPTED_ROUND });
    expect(adopted.remarks).toEqual(['Omgången 2024 är fastställd, så händelsen ändrar inte dess siffror.']);
    expect([...outside.changed, ...adopted.changed]).toEqual([]);
  });

  it('says why an event adds nothing where the indicator is per municipality', async () => {
    await setRule(planner, scene, PER_MUNICIPALITY);
    const { remarks, changed } = await registered(planner, scene, { activityIds: [activity(PER_MUNICIPALITY)] });
    expect(remarks).toEqual(['Ingen kommun är angiven, så händelsen räknas inte i det som följs per kommun.']);
    expect(changed).toEqual([]);
  });

  it('counts an event in two municipalities in each, and once for the county', async () => {
    await setRule(planner, scene, PER_MUNICIPALITY);
    const { changed } = await registered(planner, scene, {
      activityIds: [activity(PER_MUNICIPALITY)],
      municipalities: [{ code: ALVESTA }, { code: LESSEBO }],
    });
    expect(changed).toMatchObject([{ after: { state: 'value', value: 1, reported: 2 } }]);
    const row = await rowOf(planner, scene, PER_MUNICIPALITY, 'municipality');
    expect([cellOf(row, ALVESTA).value, cellOf(row, LESSEBO).value, row.combined]).toMatchObject([1, 1, { value: 1 }]);
  });

  it('lets a typed value stand, and shows that it differs', async () => {
    await setRule(planner, scene, FIRST);
    await enter(planner, scene, FIRST, { input: '7' });
    const { changed } = await registered(planner, scene);
    expect(changed).toMatchObject([{ before: { value: 7 }, after: { value: 7 }, differs: true }]);
    expect(cellOf(await rowOf(planner, scene, FIRST))).toMatchObject({
      value: 7,
      source: 'typed',
      computed: { value: 1, differs: true },
    });
  });

  describe('who may', () => {
    it('a reporter where every activity is theirs, also through a collective, and nobody else', async () => {
      const member = await buildOrganisation(app, `Föreningen ${newId()}`);
      const collective = await buildOrganisation(app, `Föreningarna ${newId()}`);
      await app.db.query(
        'INSERT INTO organisation_member (id, county_id, collective_id, member_id) VALUES ($1, $2, $3, $4)',
        [newId(), app.countyId, collective.id, member.id],
      );
      const joint = await buildPlan(app, { activities: 1, partner: collective });
      const theirs = joint.activities[0]?.id ?? '';
      const reporter = await app.person('Ruth Rapportör', [{ role: 'reporter', organisationId: member.id }]);
      const { event } = await registered(reporter, scene, { activityIds: [theirs] });
      expect(event.mayEdit).toBe(true);
      const mixed = await register(reporter, scene, { activityIds: [theirs, activity(FIRST)] });
      expect([mixed.status, mixed.problem.detail]).toEqual([
        403,
        'En händelse registreras av en organisation som är ansvarig eller samverkanspartner i alla dess aktiviteter, av samordnaren i en av dess kommuner eller av en planerare.',
      ]);
      expect((await reporter.patch(paths.event(event.id), { activityIds: [activity(FIRST)] }, 1)).status).toBe(403);
      const others = await registered(planner, scene);
      expect((await reporter.patch(paths.event(others.event.id), { activityIds: [theirs] }, 1)).status).toBe(403);
      expect((await reporter.delete(paths.event(others.event.id), 1)).status).toBe(403);
      const { body } = await reporter.get<EventChoices>(paths.eventChoices());
      expect(body.activities.map(({ id }) => id)).toEqual([theirs]);
    });

    it('a municipal coordinator in their municipality', async () => {
      const coordinator = await app.person('Kim Kommun', [
        { role: 'municipal_coordinator', municipalityCode: ALVESTA },
      ]);
      expect((await register(coordinator, scene, { municipalities: [{ code: ALVESTA }] })).status).toBe(201);
      expect((await register(coordinator, scene, { municipalities: [{ code: LESSEBO }] })).status).toBe(403);
      expect((await register(coordinator, scene)).status).toBe(403);
    });

    it('a reader not at all, and somebody in another county sees nothing', async () => {
      const { event } = await registered(planner, scene);
      const reader = await app.person('Rut Läsare', [{ role: 'reader' }]);
      expect((await register(reader, scene)).status).toBe(403);
      const { body } = await reader.get<LoggedEvent>(paths.event(event.id));
      expect([body.mayEdit, body.lockedReason === '']).toEqual([false, false]);
      const elsewhere = await app.person('Elsa Annanstans', [{ role: 'planner' }], await otherCounty());
      expect((await elsewhere.get(paths.event(event.id))).status).toBe(404);
      expect((await elsewhere.delete(paths.event(event.id), 1)).status).toBe(404);
      expect((await register(elsewhere, scene)).status).toBe(422);
    });
  });

  describe('the list', () => {
    const list = async (query: string): Promise<EventList> =>
      (await planner.get<EventList>(`${paths.events()}?plan=${scene.plan.slug}${query}`)).body;

    it('filters, adds up participants with how many said, and says what each value would give', async () => {
      await registered(planner, scene, {
        participants: '10',
        municipalities: [{ code: ALVESTA }],
        title: 'Höstens träff',
      });
      await registered(planner, scene, { kindId: kindOf(scene, 'Utbildning'), municipalities: [{ code: LESSEBO }] });
      await registered(planner, scene, { day: '2025-01-02', participants: '5', activityIds: [activity(SECOND)] });
      const all = await list('');
      expect(all).toMatchObject({ total: 3, participants: { sum: 15, counted: 2 }, mayRegister: true });
      expect(all.items.map(({ day }) => day)).toEqual(['2025-03-12', '2025-03-12', '2025-01-02']);
      const chosen = await list(`&kind=${kindOf(scene, 'Nätverksträff')}`);
      expect(chosen.total).toBe(2);
      expect(chosen.facets.kind.map(({ label, count }) => [label, count])).toEqual([
        ['Nätverksträff', 2],
        ['Utbildning', 1],
      ]);
      expect(chosen.facets.municipality.map(({ label, count }) => [label, count])).toEqual([['Alvesta', 1]]);
      expect(chosen.facets.activity.map(({ count }) => count)).toEqual([1, 1]);
      expect((await list('&q=höstens')).total).toBe(1);
      expect((await list('&from=2025-02-01&to=2025-12-31')).total).toBe(2);
      expect((await list('&pageSize=1&page=3')).items.map(({ day }) => day)).toEqual(['2025-01-02']);
    });

    it('costs as many statements with thirty events as with one', async () => {
      await registered(planner, scene);
      const few = await countQueries(app, () => list(''));
      await Promise.all(Array.from({ length: 30 }, () => registered(planner, scene)));
      expect(await countQueries(app, () => list(''))).toBe(few);
    });

    it('comes as a file a Swedish Excel reads, where no cell is a formula', async () => {
      await registered(planner, scene, { title: '=HYPERLINK("x")', participants: '1 200' });
      const { bytes, headers } = await planner.bytes(`${paths.eventsCsv()}?plan=${scene.plan.slug}`);
      const text = bytes.toString('utf8');
      expect(headers.get('content-type')).toContain('text/csv');
      expect(text.startsWith('\uFEFFDag;Händelsetyp;Rubrik;')).toBe(true);
      expect(text).toContain(`2025-03-12;Nätverksträff;"'=HYPERLINK(""x"")";1.1/1;;;1200;`);
    });

    it('offers the form its choices, with the last registration to repeat', async () => {
      const { event } = await registered(planner, scene, { participants: '14', title: 'Förra gången' });
      const { body } = await planner.get<EventChoices>(`${paths.eventChoices()}?plan=${scene.plan.slug}`);
      expect(body.kinds[0]?.name).toBe('Nätverksträff');
      expect(body.activities.map(({ reference }) => reference)).toEqual(
        scene.plan.activities.map(({ reference }) => reference),
      );
      expect(body.last).toMatchObject({ kindId: event.kind.id, participants: '14', title: 'Förra gången' });
      expect(body.municipalities).toHaveLength(8);
      expect((await planner.get(`${paths.eventChoices()}?plan=finns-inte`)).status).toBe(404);
    });
  });

  it('registers in five statements, whatever it changes', async () => {
    await setRule(planner, scene, FIRST);
    await setRule(planner, scene, SECOND);
    const one = await queriesOf(app, () => registered(planner, scene));
    const many = await queriesOf(app, () =>
      registered(planner, scene, {
        activityIds: [activity(FIRST), activity(SECOND), activity(PER_MUNICIPALITY)],
        municipalities: [{ code: ALVESTA }, { code: LESSEBO }],
        audiences: [{ name: 'Unga', participants: '3' }],
      }),
    );
    const own = (sent: readonly string[]) => sent.slice(sent.findIndex((text) => text.startsWith('BEGIN;')));
    expect(many.length).toBe(one.length);
    expect(own(one).filter((text) => !/session/.test(text)).length).toBeLessThanOrEqual(5);
  });

  async function otherCounty(): Promise<string> {
    const [county] = await app.db.query<{ id: string }>(`SELECT id FROM county WHERE code = '08'`);
    return county?.id ?? '';
  }
});
