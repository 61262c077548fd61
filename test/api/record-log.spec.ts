import { paths, type CountyPerson, type RecordEntry, type RecordLog } from '@samhandling/contracts';
import { dayOf } from '@samhandling/domain';
import { startTestApp, type TestApp, type TestClient } from '../support/app.ts';
import { buildPlan, type BuiltPlan } from '../support/plan-builder.ts';
import { countQueries } from '../support/query-counter.ts';
import { followUpsOfRound, openRound, saveFollowUp } from '../support/round-builder.ts';

describe('the log', () => {
  let app: TestApp;
  let planner: TestClient;
  let plan: BuiltPlan;
  let followUpId: string;
  beforeAll(async () => {
    app = await startTestApp();
    planner = await app.person('Petra Planerare', [{ role: 'planner' }]);
    plan = await buildPlan(app, { activities: 3, state: 'adopted' });
    const round = await openRound(planner, plan);
    const [first] = await followUpsOfRound(planner, plan, round.label);
    followUpId = first?.followUp.id ?? '';
    await saveFollowUp(
      planner,
      followUpId,
      { done: 'Två "träffar" hölls.', nextStep: '=1+1' },
      first?.followUp.version ?? 1,
    );
    await planner.put(
      paths.roundOutcome(round.id, plan.activities[0]?.indicatorIds[0] ?? ''),
      { municipalityCode: null, sex: 'total', input: '12' },
      0,
    );
  });
  afterAll(() => app.close());

  const log = async (filter: Record<string, string> = {}, client = planner): Promise<RecordLog> => {
    const answer = await client.get<RecordLog>(`${paths.record()}?${new URLSearchParams(filter).toString()}`);
    expect(answer.status).toBe(200);
    return answer.body;
  };

  it('tells every change, newest first, in words, with its place in the chain and a way to the thing', async () => {
    const { items, total } = await log();
    expect(total).toBe(items.length);
    expect(items.map(({ seq }) => seq)).toEqual(items.map((_, index) => total - index));
    const saved = items.find(({ entityId, action }) => entityId === followUpId && action === 'Ändrade');
    expect(saved).toMatchObject({
      kind: 'Uppföljning',
      person: { name: 'Petra Planerare' },
      through: 'på webben',
      link: `/uppfoljning/${followUpId}`,
      history: `/historik/follow_up/${followUpId}`,
      isDisposed: false,
    });
    expect(saved?.title).toContain(plan.activities[0]?.text.replace(/\.$/, ''));
    expect(saved?.fields).toEqual(
      expect.arrayContaining([
        { name: 'done', label: 'Vad som har gjorts', isText: true, old: '', new: 'Två "träffar" hölls.' },
      ]),
    );
    expect(items.find(({ kind }) => kind === 'Utfall')).toMatchObject({
      action: 'Fyllde i',
      person: { name: 'Petra Planerare' },
    });
  });

  it('is filtered by who, what kind, which act, the way, the days, words, an id and a request', async () => {
    const all = await log();
    const { person, requestId } = all.items[0] as RecordEntry;
    const today = dayOf(new Date());
    const totals = async (filter: Record<string, string>) => (await log(filter)).total;
    expect(await totals({ person: person?.id ?? '' })).toBe(
      all.items.filter((one) => one.person?.id === person?.id).length,
    );
    expect(await totals({ kind: 'round' })).toBe(2);
    expect(await totals({ kind: 'follow_up', action: 'create' })).toBe(3);
    expect(await totals({ kind: 'nothing_known' })).toBe(0);
    expect(await totals({ source: 'system' })).toBe(
      all.items.filter(({ through }) => through === 'av systemet').length,
    );
    expect(await totals({ from: today, to: today })).toBe(all.total);
    expect(await totals({ to: '2020-01-01' })).toBe(0);
    expect(await totals({ q: 'två "TRÄFFAR"' })).toBe(1);
    expect(await totals({ q: '%' })).toBe(0);
    expect(await totals({ q: followUpId })).toBe(2);
    expect((await log({ request: requestId })).items.map((one) => one.requestId)).toEqual([requestId]);
    for (const bad of ['from=igår', 'person=x', 'source=fax', 'page=0', 'kind=A%20B'])
      expect((await planner.get(`${paths.record()}?${bad}`)).status).toBe(400);
  });

  it('names what can be chosen, in the reader’s language', async () => {
    const { kinds, actions, sources, people } = await log();
    expect(kinds).toContainEqual({ value: 'retention', label: 'Bevarande och gallring' });
    expect(actions).toContainEqual({ value: 'submit', label: 'Lämnade in' });
    expect(sources).toContainEqual({ value: 'link', label: 'via svarslänk' });
    expect(people.map(({ name }) => name)).toContain('Petra Planerare');
    const english = await planner.get<RecordLog>(paths.record(), { headers: { 'accept-language': 'en' } });
    expect(english.body.items.find(({ entityId }) => entityId === followUpId)?.kind).toBe('Follow-up');
  });

  it('asks the same number of statements whatever there is to show', async () => {
    const few = await countQueries(app, () => log({ kind: 'round' }));
    expect(await countQueries(app, () => log())).toBe(few);
    expect(few).toBeLessThan(10);
  });

  it('says that gallring has been, without who or what', async () => {
    await app.db.query('BEGIN');
    await app.db.query(
      `INSERT INTO audit_event (id, county_id, at, person_id, source, action, entity, entity_id, changes)
       VALUES (gen_random_uuid(), $1, now() - interval '11 years', $2, 'web', 'update', 'follow_up', $3, '{"done": {"old": "", "new": "Hemligt"}}')`,
      [app.countyId, planner.session?.person.id, followUpId],
    );
    await app.db.query('COMMIT');
    await app.db.query(`SELECT set_config('samhandling.county', $1, false)`, [app.countyId]);
    await app.db.query(`SELECT dispose_batch('record', 100)`);
    const { items } = await log({ to: '2020-01-01' });
    expect(items).toMatchObject([
      {
        isDisposed: true,
        person: null,
        requestId: '',
        fields: [{ name: 'done', label: 'Vad som har gjorts', old: '', new: '' }],
      },
    ]);
    const told = await log({ kind: 'retention' });
    expect(told.items[0]).toMatchObject({
      action: 'Gallrade',
      title: 'Personuppgifter i loggen',
      link: '/bevarande',
      through: 'av systemet',
    });
  });

  it('is given as CSV and JSON with every row of the filter, and no cell that runs', async () => {
    await app.db.query(
      `INSERT INTO audit_event (id, county_id, person_id, source, action, entity, entity_id, changes)
       SELECT gen_random_uuid(), $1, $2, 'import', 'update', 'goal', gen_random_uuid(), jsonb_build_object('title', jsonb_build_object('old', 'Mål ' || n, 'new', '=HYPERLINK("x")'))
       FROM generate_series(1, 1234) n`,
      [app.countyId, planner.session?.person.id],
    );
    const json = await planner.bytes(`${paths.recordJson()}?source=import`);
    expect(json.headers.get('content-disposition')).toMatch(/^attachment; filename="logg-\d{4}-\d\d-\d\d\.json"$/);
    const entries = JSON.parse(json.bytes.toString('utf8')) as RecordEntry[];
    expect(entries.length).toBe(1234);
    expect(new Set(entries.map(({ id }) => id)).size).toBe(1234);
    expect(entries[0]).toMatchObject({ kind: 'Mål', person: { name: 'Petra Planerare' } });
    const csv = (await planner.bytes(`${paths.recordCsv()}?source=import`)).bytes.toString('utf8').split('\r\n');
    expect(csv[0]).toBe(
      '\uFEFFNr;Dag;Tid;Vem;För vem;Hur;Vad;Slag;Sak;Fält;Före;Efter;Gallrad;Förfrågan;Sakens id;Radens id',
    );
    expect(csv.length).toBe(1236);
    expect(csv[1]).toContain(`;"'=HYPERLINK(""x"")";`);
    const none = await planner.bytes(`${paths.recordJson()}?to=1999-01-01`);
    expect(JSON.parse(none.bytes.toString('utf8'))).toEqual([]);
  });

  it('is read by planners of the county, and by nobody else', async () => {
    const reader = await app.person('Lars Läsare', [{ role: 'reader' }]);
    const [other] = await app.db.query<{ id: string }>(`SELECT id FROM county WHERE code = '06'`);
    const stranger = await app.person('Sten Främling', [{ role: 'planner' }], other?.id);
    for (const path of [paths.record(), paths.recordCsv(), paths.recordJson()]) {
      expect((await reader.bytes(path)).status).toBe(403);
      expect((await app.anonymous().bytes(path)).status).toBe(401);
    }
    expect((await log({}, stranger)).total).toBe(0);
    expect((await log({ q: followUpId }, stranger)).items).toEqual([]);
  });

  it('says whose extract was read and whose invitation was revoked', async () => {
    const roles = [{ role: 'reader' as const, organisationId: null, municipalityCode: null }];
    const invited = await planner.post<CountyPerson>(paths.people(), {
      name: 'Rut Läsare',
      email: 'rut.lasare@example.org',
      roles,
    });
    const { id, version } = invited.body;
    await planner.get(paths.personData(id));
    await planner.post(paths.personTransitions(id), { transition: 'leave' }, { ifMatch: version });
    const { items } = await log({ kind: 'person' });
    expect(items.find(({ action }) => action === 'Läste registerutdrag')?.title).toBe('Rut Läsare');
    expect(items.find(({ action }) => action === 'Drog in')?.title).toBe('Rut Läsare');
    expect(items.find(({ action }) => action === 'Gav')?.fields).toContainEqual(
      expect.objectContaining({ label: 'Roll', new: 'Läsare' }),
    );
  });
});
