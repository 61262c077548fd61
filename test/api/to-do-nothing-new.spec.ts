import { paths, type FollowUpPage, type ToDo, type ToDoItem } from '@samhandling/contracts';
import type { Judgement } from '@samhandling/domain';
import { startTestApp, type TestApp, type TestClient } from '../support/app.ts';
import { adoptBySql } from '../support/outcomes.ts';
import { buildPlan, buildRound, type BuiltPlan } from '../support/plan-builder.ts';
import { saveFollowUp, takeFollowUp } from '../support/round-builder.ts';

/** "Inget nytt" in one press: offered where last round's judgement can stand and nobody has begun to write. */
describe('nothing new, from what waits', () => {
  let app: TestApp;
  let reporter: TestClient;
  let plan: BuiltPlan;
  const LAST: readonly (Judgement | null)[] = ['on_track', 'needs_support', null, 'completed', 'on_track'];
  beforeAll(async () => {
    app = await startTestApp();
    plan = await buildPlan(app, { activities: LAST.length, state: 'adopted' });
    reporter = await app.person('Ruth Rapportör', [{ role: 'reporter', organisationId: plan.responsible.id }]);
    const followUps = Object.fromEntries(
      LAST.flatMap((judgement, index) =>
        judgement === null ? [] : [[index, { judgement, state: 'accepted' as const, done: 'Förra året.' }]],
      ),
    );
    const last = await buildRound(app, plan, { label: '2024', state: 'in_review', followUps });
    await adoptBySql(app, plan.planId, last.id);
    await buildRound(app, plan, { label: '2025' });
  });
  afterAll(() => app.close());

  const waiting = async (client: TestClient): Promise<readonly ToDoItem[]> => {
    const { body } = await client.get<ToDo>(`${paths.toDo()}?scope=organisation`);
    return body.groups.flatMap(({ kind, items }) => (kind === 'answer' ? items : []));
  };
  const offered = async (client: TestClient) =>
    (await waiting(client)).map(({ title, nothingNew }) => [
      plan.activities.findIndex(({ text }) => text === title),
      nothingNew?.judgement ?? null,
    ]);

  it('is offered with the judgement that stands, but not for a need of support, which wants its words', async () => {
    expect((await offered(reporter)).toSorted()).toEqual([
      [0, 'on_track'],
      [1, null],
      [2, null],
      [3, 'completed'],
      [4, 'on_track'],
    ]);
  });

  it('is not offered where the answer has been begun', async () => {
    const item = (await waiting(reporter)).find(({ title }) => title === plan.activities[4]?.text);
    await saveFollowUp(reporter, item?.id ?? '', { done: 'Två träffar.' }, item?.nothingNew?.version ?? 0);
    expect((await offered(reporter)).find(([index]) => index === 4)).toEqual([4, null]);
  });

  it('can be handed in as it is offered, and taken back by its two changes', async () => {
    const item = (await waiting(reporter)).find(({ title }) => title === plan.activities[0]?.text);
    const { version, judgement } = item?.nothingNew ?? { version: 0, judgement: null };
    const written = await saveFollowUp(reporter, item?.id ?? '', { judgement, nothingNew: true }, version);
    const handedIn = await takeFollowUp(reporter, item?.id ?? '', 'submit', written.body.followUp.version);
    expect(handedIn.body.followUp.state).toBe('submitted');
    for (const answer of [handedIn, written]) {
      const change = answer.headers.get('change-id') ?? '';
      expect((await reporter.post(paths.changeUndo(change))).status).toBe(200);
    }
    const { followUp } = (await reporter.get<FollowUpPage>(paths.followUp(item?.id ?? ''))).body;
    expect([followUp.state, followUp.judgement, followUp.nothingNew]).toEqual(['draft', null, false]);
  });
});
