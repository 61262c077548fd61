import { paths, type ActivityList } from '@samhandling/contracts';
import { startTestApp, type TestApp, type TestClient } from '../support/app.ts';
import { buildOrganisation, buildPlan, buildRound, type BuiltPlan } from '../support/plan-builder.ts';
import { saveFollowUp } from '../support/round-builder.ts';

/** What the list says about writing in it. */
describe('the list of activities, written in', () => {
  let app: TestApp;
  let planner: TestClient;
  let reporter: TestClient;
  let reader: TestClient;
  let plan: BuiltPlan;
  beforeAll(async () => {
    app = await startTestApp();
    const police = await buildOrganisation(app, 'Polisen');
    planner = await app.person('Petra Planerare', [{ role: 'planner' }]);
    reporter = await app.person('Ruth Rapportör', [{ role: 'reporter', organisationId: police.id }]);
    reader = await app.person('Lars Läsare', [{ role: 'reader' }]);
    plan = await buildPlan(app, {
      activities: 4,
      state: 'adopted',
      activity: (index) => (index === 3 ? {} : { responsibleIds: [police.id] }),
    });
    await buildRound(app, plan, {
      followUps: {
        0: { judgement: 'on_track', state: 'draft' },
        1: { judgement: 'on_track', state: 'submitted', done: 'En träff.' },
        2: { judgement: 'completed', state: 'accepted', done: 'Klart.' },
      },
    });
  });
  afterAll(() => app.close());

  const list = async (client: TestClient): Promise<ActivityList> =>
    (await client.get<ActivityList>(paths.planActivities(plan.slug))).body;
  const editable = async (client: TestClient): Promise<string[]> => {
    const { items, editable: ids } = await list(client);
    return items.flatMap((item) => (item.followUpId !== null && ids.includes(item.followUpId) ? [item.text] : []));
  };
  const texts = (...indexes: number[]) => indexes.map((index) => plan.activities[index]?.text);

  it('names what each may write in: planners all but the accepted, reporters their own drafts, readers nothing', async () => {
    expect(await editable(planner)).toEqual(texts(0, 1, 3));
    expect(await editable(reporter)).toEqual(texts(0));
    expect(await editable(reader)).toEqual([]);
  });

  it('gives the version a save goes by', async () => {
    const [item] = (await list(reporter)).items;
    const { followUpId, followUpVersion } = item ?? {};
    const saved = await saveFollowUp(reporter, followUpId ?? '', { nextStepDate: '2026-04-01' }, followUpVersion ?? 0);
    expect(saved.status).toBe(200);
    const [after] = (await list(reporter)).items;
    expect([after?.nextStepDate, after?.followUpVersion]).toEqual(['2026-04-01', saved.body.followUp.version]);
    const stale = await saveFollowUp(reporter, followUpId ?? '', { nextStepDate: null }, followUpVersion ?? 0);
    expect(stale.status).toBe(412);
  });
});
