import { startTestApp, type TestApp, type TestClient } from '../support/app.ts';
import { buildEventScene, registered, setRule, type EventScene } from '../support/event-builder.ts';
import { cellOf, enter, rowOf } from '../support/outcomes.ts';

const COUNTY = 0;
const PER_MUNICIPALITY = 1;
const [ALVESTA, LESSEBO] = ['0764', '0761'];

describe('choosing between what is typed and what the events give', () => {
  let app: TestApp;
  let planner: TestClient;
  let scene: EventScene;
  beforeAll(async () => {
    app = await startTestApp();
    planner = await app.person('Petra Planerare', [{ role: 'planner' }]);
  });
  beforeEach(async () => {
    scene = await buildEventScene(app, planner, [{ kind: 'count' }, { kind: 'count', breakdown: 'municipality' }]);
    await setRule(planner, scene, COUNTY);
    await setRule(planner, scene, PER_MUNICIPALITY);
  });
  afterAll(() => app.close());

  it('keeps a typed value with a reason until the computed one moves', async () => {
    await registered(planner, scene);
    const typed = await enter(planner, scene, COUNTY, { input: '4' }, 1);
    expect(typed.body.cell).toMatchObject({ value: 4, source: 'typed', computed: { value: 1, differs: true } });
    const kept = await enter(planner, scene, COUNTY, { input: '4', keptReason: ' Tre träffar hölls av andra. ' }, 2);
    expect(kept.body.cell).toMatchObject({
      value: 4,
      version: 3,
      computed: { differs: false, keptReason: 'Tre träffar hölls av andra.' },
    });
    const noted = await enter(planner, scene, COUNTY, { input: '4', note: 'Enligt listor.' }, 3);
    expect(noted.body.cell.computed).toMatchObject({ differs: false, keptReason: 'Tre träffar hölls av andra.' });
    await registered(planner, scene);
    expect(cellOf(await rowOf(planner, scene, COUNTY)).computed).toMatchObject({
      value: 2,
      differs: true,
      keptReason: '',
    });
  });

  it('takes what the events give, and lets it take the place of a value taken away', async () => {
    await enter(planner, scene, COUNTY, { input: '4' });
    await registered(planner, scene);
    const taken = await enter(planner, scene, COUNTY, { input: '', useComputed: true }, 1);
    expect(taken.body.cell).toMatchObject({ value: 1, source: 'events', computed: { differs: false } });
    await enter(planner, scene, COUNTY, { input: '9' }, 2);
    const emptied = await enter(planner, scene, COUNTY, { input: '' }, 3);
    expect(emptied.body.cell).toMatchObject({ state: 'value', value: 1, source: 'events' });
    expect(cellOf(await rowOf(planner, scene, COUNTY))).toEqual(emptied.body.cell);
    await registered(planner, scene);
    expect(cellOf(await rowOf(planner, scene, COUNTY))).toMatchObject({ value: 2, source: 'events' });
  });

  it('refuses a choice where there is nothing to choose between, and a reason that is blank', async () => {
    const nothing = await enter(planner, scene, COUNTY, { input: '', useComputed: true });
    expect(nothing.problem.errors).toMatchObject([{ pointer: '/useComputed', code: 'nothing_computed' }]);
    const alone = await enter(planner, scene, COUNTY, { input: '4', keptReason: 'Därför.' });
    expect(alone.problem.errors).toMatchObject([{ pointer: '/keptReason', code: 'nothing_to_weigh' }]);
    await registered(planner, scene);
    const blank = await enter(planner, scene, COUNTY, { input: '4', keptReason: '  ' }, 1);
    expect(blank.problem.errors).toEqual([
      {
        pointer: '/keptReason',
        code: 'missing',
        reason: 'Skriv varför det inskrivna ska gälla fast händelserna ger 1.',
      },
    ]);
    const same = await enter(planner, scene, COUNTY, { input: '1', keptReason: 'Lika.' }, 1);
    expect(same.status).toBe(422);
  });

  it('counts an event once for the county whichever municipalities show what the events give', async () => {
    const activityIds = [scene.plan.activities[PER_MUNICIPALITY]?.id ?? ''];
    await registered(planner, scene, { activityIds, municipalities: [{ code: ALVESTA }, { code: LESSEBO }] });
    const combined = async () => (await rowOf(planner, scene, PER_MUNICIPALITY, 'municipality')).combined;
    expect(await combined()).toMatchObject({ value: 1 });
    const typed = await enter(planner, scene, PER_MUNICIPALITY, { municipalityCode: ALVESTA, input: '5' }, 1);
    expect(typed.body.combined).toMatchObject({ value: 6 });
    expect(await combined()).toMatchObject({ value: 6 });
    const back = await enter(
      planner,
      scene,
      PER_MUNICIPALITY,
      { municipalityCode: ALVESTA, input: '', useComputed: true },
      2,
    );
    expect(back.body.combined).toMatchObject({ value: 1 });
    expect(await combined()).toMatchObject({ value: 1 });
    const { changed } = await registered(planner, scene, {
      activityIds,
      municipalities: [{ code: ALVESTA }, { code: LESSEBO }],
    });
    expect(changed).toMatchObject([{ before: { value: 1 }, after: { value: 2 } }]);
  });
});
