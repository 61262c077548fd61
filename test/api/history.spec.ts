import { paths, type History, type HistoryComparison } from '@samhandling/contracts';
import { dayOf } from '@samhandling/domain';
import { startTestApp, type TestApp, type TestClient } from '../support/app.ts';
import { buildOutcomeScene, enter, type OutcomeScene } from '../support/outcomes.ts';
import { countQueries } from '../support/query-counter.ts';
import {
  followUpScene,
  getFollowUp,
  saveFollowUp,
  takeFollowUp,
  type FollowUpScene,
} from '../support/round-builder.ts';

let app: TestApp;
let planner: TestClient;
let reader: TestClient;

beforeAll(async () => {
  app = await startTestApp();
  planner = await app.person('Petra Planerare', [{ role: 'planner' }]);
  reader = await app.person('Rune Läsare', [{ role: 'reader' }]);
});
afterAll(() => app.close());

async function historyOf(client: TestClient, entity: string, id: string): Promise<History> {
  const answer = await client.get<History>(paths.history(entity, id));
  expect(answer.status).toBe(200);
  return answer.body;
}

describe('the history of a follow-up', () => {
  let scene: FollowUpScene;
  let id: string;

  beforeAll(async () => {
    scene = await followUpScene(app, planner, 2);
    id = scene.ids[0] ?? '';
    const { followUp } = await getFollowUp(scene.reporter, id);
    const saved = await saveFollowUp(
      scene.reporter,
      id,
      { judgement: 'on_track', done: 'Två träffar är hållna.', nextStepDate: '2026-05-04' },
      followUp.version,
    );
    const submitted = await takeFollowUp(scene.reporter, id, 'submit', saved.body.followUp.version);
    await takeFollowUp(planner, id, 'return', submitted.body.followUp.version, 'Hur många kom?');
  });

  it('tells newest first who did what, with each field old and new in words', async () => {
    const history = await historyOf(reader, 'follow_up', id);
    expect(history.title).toMatch(/^Uppföljning \d+\.\d+\/1, 2025$/);
    expect(history.link).toBe(`/uppfoljning/${id}`);
    expect(history.total).toBe(history.entries.length);
    expect(history.entries.map(({ action, person }) => [action, person?.name])).toEqual([
      ['Skickade tillbaka med en fråga', 'Petra Planerare'],
      ['Lämnade in', 'Ruth Rapportör'],
      ['Ändrade', 'Ruth Rapportör'],
      ['Uppföljningen började', 'Petra Planerare'],
    ]);
    const [returned, , saved] = history.entries;
    expect(returned?.reason).toBe('Hur många kom?');
    expect(returned?.fields).toEqual([
      { name: 'state', label: 'Läge för svaret', isText: false, old: 'Inlämnad', new: 'Tillbaka med fråga' },
    ]);
    expect(saved?.fields).toEqual(
      expect.arrayContaining([
        {
          name: 'judgement',
          label: 'Lägesbedömning',
          isText: false,
          old: 'Inte bedömd',
          new: expect.any(String) as string,
        },
        { name: 'done', label: 'Vad som har gjorts', isText: true, old: '', new: 'Två träffar är hållna.' },
        { name: 'nextStepDate', label: 'När nästa steg ska vara gjort', isText: false, old: '', new: '4 maj 2026' },
      ]),
    );
  });

  it('speaks English to those who read English', async () => {
    const { body } = await planner.get<History>(paths.history('follow_up', id), {
      headers: { 'accept-language': 'en' },
    });
    expect(body.entries[1]?.action).toBe('Submitted');
    expect(body.entries[2]?.fields.find(({ name }) => name === 'nextStepDate')?.new).toBe('4 May 2026');
  });

  it('says on whose behalf and how the answer came', async () => {
    const other = scene.ids[1] ?? '';
    const page = await getFollowUp(planner, other);
    const someone = page.reporters[0];
    await saveFollowUp(
      planner,
      other,
      { done: 'En utbildning.', onBehalfOfId: someone?.id, channel: 'phone' },
      page.followUp.version,
    );
    const [entry] = (await historyOf(reader, 'follow_up', other)).entries;
    expect(entry?.onBehalfOf).toEqual(someone);
    expect(entry?.through).toBe('per telefon');
    expect(entry?.fields.find(({ name }) => name === 'onBehalfOfId')?.new).toBe(someone?.name);
  });

  it('asks the same number of statements however much has happened', async () => {
    const few = await countQueries(app, () => historyOf(reader, 'follow_up', scene.ids[1] ?? ''));
    let version = (await getFollowUp(planner, id)).followUp.version;
    for (const done of ['En.', 'Två.', 'Tre.', 'Fyra.']) {
      version = (await saveFollowUp(planner, id, { done }, version)).body.followUp.version;
    }
    expect(await countQueries(app, () => historyOf(reader, 'follow_up', id))).toBe(few);
  });

  it('compares two days, and a day with itself gives nothing', async () => {
    const today = dayOf(new Date());
    const compare = (from: string, to: string) =>
      reader.get<HistoryComparison>(`${paths.historyCompare('follow_up', id)}?from=${from}&to=${to}`);
    const before = await compare('2025-01-01', today);
    expect(before.body.fields.find(({ name }) => name === 'done')).toMatchObject({ from: '', to: 'Fyra.' });
    expect((await compare(today, today)).body.fields).toEqual([]);
    const wrong = await compare('igår', today);
    expect(wrong.status).toBe(400);
    expect(wrong.problem.errors?.[0]?.pointer).toBe('/from');
  });

  it('answers 404 for what never was, for other kinds of things, and in another county', async () => {
    expect((await reader.get(paths.history('follow_up', '0197a000-0000-7000-8000-000000000000'))).status).toBe(404);
    expect((await reader.get(paths.history('person', id))).status).toBe(404);
    const [other] = await app.db.query<{ id: string }>(`SELECT id FROM county WHERE code = '06'`);
    const stranger = await app.person('Sten Främling', [{ role: 'planner' }], other?.id);
    expect((await stranger.get(paths.history('follow_up', id))).status).toBe(404);
    expect((await app.anonymous().get(paths.history('follow_up', id))).status).toBe(401);
  });
});

describe('the history of values', () => {
  let scene: OutcomeScene;
  let reporter: TestClient;

  beforeAll(async () => {
    scene = await buildOutcomeScene(app, [{}, { threshold: 5 }]);
    reporter = await app.person('Vera Värde', [{ role: 'reporter', organisationId: scene.responsible.id }]);
  });

  const cellPath = (index: number): string => paths.roundOutcomeHistory(scene.roundId, scene.indicatorIds[index] ?? '');

  it('follows a cell through being emptied and filled again, and still answers for the row that is gone', async () => {
    const first = await enter(reporter, scene, 0, { input: '1200', note: 'Efter räkning.' });
    expect(first.status).toBe(200);
    const gone = first.body.cell.id ?? '';
    await enter(reporter, scene, 0, { input: '' }, first.body.cell.version);
    await enter(reporter, scene, 0, { input: '12' });
    const { body } = await reader.get<History>(cellPath(0));
    expect(body.entries.map(({ action }) => action)).toEqual(['Fyllde i', 'Tömde', 'Fyllde i']);
    expect(body.entries[2]?.fields.find(({ name }) => name === 'value')).toMatchObject({ old: '', new: '1\u00a0200' });
    expect((await historyOf(reader, 'outcome', gone)).total).toBe(3);
    expect(body.title).toMatch(/Indikator nummer 1\., 2025$/);
  });

  it('gives an empty history for a cell nobody has filled in, and 404 for one that is not there', async () => {
    const { body } = await reader.get<History>(`${cellPath(0)}?sex=women`);
    expect(body.entries).toEqual([]);
    expect((await reader.get(paths.roundOutcomeHistory(scene.roundId, scene.roundId))).status).toBe(404);
  });

  it('never tells a protected number, an earlier one nor its note, to those who may not see it', async () => {
    const small = await enter(reporter, scene, 1, { input: '3', note: 'Tre personer.' });
    const larger = await enter(reporter, scene, 1, { input: '40', note: '' }, small.body.cell.version);
    const id = larger.body.cell.id ?? '';
    const today = dayOf(new Date());
    for (const path of [
      cellPath(1),
      paths.history('outcome', id),
      `${paths.historyCompare('outcome', id)}?from=2020-01-01&to=${today}`,
    ]) {
      const seen = JSON.stringify((await reader.get(path)).body);
      expect(seen).toContain('Skyddat');
      expect(seen).not.toMatch(/"(3|40)"|Tre personer/);
    }
    const own = (await reporter.get<History>(cellPath(1))).body.entries;
    expect(own[0]?.fields.find(({ name }) => name === 'value')).toMatchObject({ old: '3', new: '40' });
  });
});

describe('the history of other things', () => {
  it('tells of rounds, goal judgements, organisations and indicators', async () => {
    const scene = await followUpScene(app, planner, 1);
    const round = await historyOf(reader, 'round', scene.round.id);
    expect(round.entries.map(({ action }) => action)).toEqual(['Öppnade', 'Lade till']);
    const [judgement] = await app.db.query<{ id: string; version: number }>(
      'SELECT id, version FROM goal_judgement WHERE round_id = $1',
      [scene.round.id],
    );
    await planner.patch(paths.goalJudgement(judgement?.id ?? ''), { judgement: 'secured', text: 'Det går bra.' }, 1);
    const [entry] = (await historyOf(reader, 'goal_judgement', judgement?.id ?? '')).entries;
    expect(entry?.fields.map(({ label }) => label)).toEqual(['Bedömning', 'Motivering']);
  });

  it('calls what is gone by its last name', async () => {
    const created = await planner.post<{ id: string; version: number }>(paths.organisations(), {
      name: 'Föreningen Fyren',
      kind: 'civil_society',
      aliases: [],
    });
    expect(created.status).toBe(201);
    await planner.delete(paths.organisation(created.body.id), created.body.version);
    const history = await historyOf(reader, 'organisation', created.body.id);
    expect(history.title).toBe('Föreningen Fyren (borttagen)');
    expect(history.entries.map(({ action }) => action)).toEqual(['Tog bort', 'Lade till']);
  });
});
