import { paths, type RoundDiff } from '@samhandling/contracts';
import { startTestApp, type TestApp, type TestClient } from '../support/app.ts';
import { countQueries } from '../support/query-counter.ts';
import {
  completeRound,
  getFollowUp,
  followUpScene,
  moveRound,
  openRound,
  saveFollowUp,
  followUpsOfRound,
  type FollowUpScene,
} from '../support/round-builder.ts';

let app: TestApp;
let planner: TestClient;
let other: TestClient;
let reader: TestClient;
let scene: FollowUpScene;

beforeAll(async () => {
  app = await startTestApp();
  planner = await app.person('Petra Planerare', [{ role: 'planner' }]);
  other = await app.person('Paul Planerare', [{ role: 'planner' }]);
  reader = await app.person('Rune Läsare', [{ role: 'reader' }]);
  scene = await followUpScene(app, planner, 3);
});
afterAll(() => app.close());

const diff = (query = '') => reader.get<RoundDiff>(`${paths.planDiff(scene.plan.slug)}${query}`);

it('says in words that there is nothing to compare with before a round is adopted', async () => {
  const answer = await diff();
  expect(answer.status).toBe(409);
  expect(answer.problem.detail).toMatch(/^Det finns ingen fastställd omgång att jämföra med än/);
});

describe('with an adopted round', () => {
  let hash = '';

  beforeAll(async () => {
    await completeRound(planner, scene.plan, scene.round);
    const get = async () =>
      (await planner.get<{ rounds: (typeof scene.round)[] }>(paths.planRounds(scene.plan.slug))).body.rounds[0] ??
      scene.round;
    await moveRound(planner, await get(), 'start_review');
    await moveRound(planner, await get(), 'propose_adoption');
    await moveRound(other, await get(), 'adopt');
    hash = (await app.db.query<{ sha256: string }>('SELECT sha256 FROM frozen_report'))[0]?.sha256 ?? '';
    await openRound(planner, scene.plan, 2026);
    const [first] = await followUpsOfRound(planner, scene.plan, '2026');
    const page = await getFollowUp(planner, first?.followUp.id ?? '');
    await saveFollowUp(
      planner,
      page.followUp.id,
      { judgement: 'needs_support', supportNeeded: 'Tid.' },
      page.followUp.version,
    );
  });

  it('compares it with the plan as it stands', async () => {
    const { status, body } = await diff();
    expect(status).toBe(200);
    expect([body.from.label, body.to.label]).toEqual(['2025', 'nu']);
    expect(body.rounds.map(({ label }) => label)).toEqual(['2025']);
    expect(body.of).toBe(3);
    expect(body.judgements).toHaveLength(1);
    expect(body.awaited).toMatchObject({ judgements: 2, ofJudgements: 3, outcomes: 3, ofOutcomes: 3 });
    expect(body.judgements[0]).toMatchObject({ before: 'on_track', after: 'needs_support' });
    expect([body.added, body.removed, body.reworded]).toEqual([[], [], []]);
  });

  it('is empty between a round and itself, and 404 for a round that is not adopted or not there', async () => {
    const same = await diff('?from=2025&to=2025');
    expect([same.body.judgements, same.body.outcomes, same.body.targets]).toEqual([[], [], []]);
    expect((await diff('?from=2026')).status).toBe(404);
    expect((await diff('?from=1999')).status).toBe(404);
    expect((await reader.get(paths.planDiff('ingen-plan'))).status).toBe(404);
  });

  it('stands as a section in the draft of the round after, and leaves what is frozen as it was', async () => {
    const [round] = await app.db.query<{ id: string }>(`SELECT id FROM follow_up_round WHERE label = '2026'`);
    const draft = await reader.get<{ sections: { id: string }[] }>(paths.roundReport(round?.id ?? ''));
    expect(draft.body.sections.map(({ id }) => id)).toContain('changes');
    const texts = JSON.stringify(draft.body);
    expect(texts).toContain('1 av 3 aktiviteter har fått en annan lägesbedömning.');
    expect(texts).toContain(
      'Utan lägesbedömning: 2 av 3 aktiviteter och 2 av 2 delmål. Utan utfall: 3 av 3 indikatorer.',
    );
    const frozen = await reader.get<{ sections: { id: string }[] }>(paths.roundReport(scene.round.id));
    expect(frozen.body.sections.map(({ id }) => id)).not.toContain('changes');
    const [now] = await app.db.query<{ sha256: string }>('SELECT sha256 FROM frozen_report');
    expect(now?.sha256).toBe(hash);
  });

  it('tells what has disappeared', async () => {
    await app.db.query('ALTER TABLE frozen_report DISABLE TRIGGER USER');
    await app.db.query(
      `UPDATE frozen_report SET canonical_json = replace(canonical_json, $1, '0197a000-0000-7000-8000-000000000000')`,
      [scene.plan.activities[1]?.id],
    );
    await app.db.query('ALTER TABLE frozen_report ENABLE TRIGGER USER');
    const { body } = await diff();
    expect([body.added.length, body.removed.length, body.of]).toEqual([1, 1, 4]);
  });

  it('asks a handful of statements', async () => {
    expect(await countQueries(app, () => diff())).toBeLessThanOrEqual(9);
  });
});
