import { paths, type EventKind, type Indicator, type LoggedEvent } from '@samhandling/contracts';
import { v7 as newId } from 'uuid';
import { startTestApp, type TestApp, type TestClient } from '../support/app.ts';
import { buildEventScene, kindOf, register, registered, setRule } from '../support/event-builder.ts';
import { cellOf, rowOf } from '../support/outcomes.ts';

const [ALVESTA] = ['0764'];

describe('kinds of events', () => {
  let app: TestApp;
  let planner: TestClient;
  beforeAll(async () => {
    app = await startTestApp();
    planner = await app.person('Petra Planerare', [{ role: 'planner' }]);
  });
  afterAll(() => app.close());

  const list = async (): Promise<EventKind[]> => (await planner.get<EventKind[]>(paths.eventKinds())).body;

  it('are there from the start, and stand in the county’s order', async () => {
    expect((await list()).map(({ name }) => name)).toEqual([
      'Nätverksträff',
      'Utbildning',
      'Dialogmöte',
      'Tillsynsbesök',
      'Kommunbesök',
      'Kampanj',
      'Konferens',
      'Informationsinsats',
    ]);
  });

  it('are added, renamed and put out of use by a planner; one in use is kept by its events', async () => {
    const created = await planner.post<EventKind>(paths.eventKinds(), { name: ' Studiebesök ' });
    expect(created.body).toMatchObject({ name: 'Studiebesök', position: 9, isActive: true, events: 0, version: 1 });
    const taken = await planner.post(paths.eventKinds(), { name: 'studiebesök' });
    expect(taken.problem.errors).toMatchObject([{ pointer: '/name', code: 'taken' }]);
    const scene = await buildEventScene(app, planner, [{ kind: 'count' }]);
    const kindId = kindOf(scene, 'Studiebesök');
    const { event } = await registered(planner, scene, { kindId });
    const retired = await planner.patch<EventKind>(paths.eventKind(kindId), { isActive: false }, 1);
    expect(retired.body).toMatchObject({ isActive: false, events: 1, version: 2 });
    expect((await list()).at(-1)?.name).toBe('Studiebesök');
    expect((await register(planner, scene, { kindId })).problem.errors).toMatchObject([{ code: 'out_of_use' }]);
    const changed = await planner.patch(paths.event(event.id), { title: 'Kvar' }, 1);
    expect(changed.status).toBe(200);
    expect((await planner.get<LoggedEvent>(paths.event(event.id))).body.kind.name).toBe('Studiebesök');
    const stale = await planner.patch(paths.eventKind(kindId), { name: 'Annat' }, 1);
    expect([stale.status, stale.problem.current]).toMatchObject([412, { version: 2 }]);
  });

  it('move in one request: the others make room, without gaps and without being edited', async () => {
    const names = (kinds: readonly EventKind[]) => kinds.filter(({ isActive }) => isActive).map(({ name }) => name);
    const before = await list();
    const [first, second, third] = before;
    if (!first || !second || !third) throw new Error('There are kinds from the start.');
    await planner.patch<EventKind>(paths.eventKind(third.id), { position: 1 }, third.version);
    const after = await list();
    expect(names(after)).toEqual([third.name, first.name, second.name, ...names(before).slice(3)]);
    expect(after.map(({ position }) => position)).toEqual(after.map((_, index) => index + 1));
    expect(after.find(({ id }) => id === first.id)?.version).toBe(first.version);
    await planner.patch<EventKind>(paths.eventKind(third.id), { position: 3 }, third.version + 1);
    expect(names(await list())).toEqual(names(before));
  });

  it('are a planner’s to change, and another county’s are not there', async () => {
    const [kind] = await list();
    const reporter = await app.person('Ruth Rapportör', [{ role: 'reader' }]);
    expect((await reporter.post(paths.eventKinds(), { name: 'Möte' })).status).toBe(403);
    expect((await reporter.get(paths.eventKinds())).status).toBe(200);
    expect((await planner.patch(paths.eventKind(newId()), { name: 'X' }, 1)).status).toBe(404);
    expect((await planner.post(paths.eventKinds(), { name: '  ' })).status).toBe(400);
    expect(kind?.events).toBe(0);
  });

  it('give what an indicator counts also when it is settled anew', async () => {
    const scene = await buildEventScene(app, planner, [{ kind: 'count' }]);
    await setRule(planner, scene, 0);
    await registered(planner, scene, { municipalities: [{ code: ALVESTA }] });
    const id = scene.indicatorIds[0] ?? '';
    const { body: before } = await planner.get<Indicator>(paths.indicator(id));
    await planner.patch(paths.indicator(id), { breakdown: 'municipality' }, before.version);
    const row = await rowOf(planner, scene, 0, 'municipality');
    expect(cellOf(row, ALVESTA)).toMatchObject({ value: 1, source: 'events' });
    expect(row.combined).toMatchObject({ value: 1 });
    const left = await app.db.query('SELECT id FROM outcome WHERE indicator_id = $1 AND municipality_code IS NULL', [
      id,
    ]);
    expect(left).toEqual([]);
  });

  it('show a small figure only to those who may enter it', async () => {
    const scene = await buildEventScene(app, planner, [{ kind: 'count', threshold: 5 }]);
    await setRule(planner, scene, 0, { method: 'sum_participants' });
    const partner = await app.person('Pia Partner', [{ role: 'reporter', organisationId: scene.plan.partner.id }]);
    const hidden = await registered(partner, scene, { participants: '3' });
    expect(hidden.changed).toMatchObject([{ before: { state: 'not_reported' }, after: { state: 'protected' } }]);
    const seen = await registered(planner, scene, { participants: '1' });
    expect(seen.changed).toMatchObject([{ before: { value: 3 }, after: { value: 4 } }]);
  });
});
