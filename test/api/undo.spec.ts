import {
  paths,
  type EventAnswer,
  type GoalJudgementItem,
  type History,
  type SavedView,
  type UndoAnswer,
} from '@samhandling/contracts';
import { v7 as newId } from 'uuid';
import { startTestApp, type Answer, type TestApp, type TestClient } from '../support/app.ts';
import { adoptBySql, buildOutcomeScene, cellOf, enter, rowOf } from '../support/outcomes.ts';
import {
  followUpScene,
  getFollowUp,
  saveFollowUp,
  takeFollowUp,
  type FollowUpScene,
} from '../support/round-builder.ts';

let app: TestApp;
let planner: TestClient;

beforeAll(async () => {
  app = await startTestApp();
  planner = await app.person('Petra Planerare', [{ role: 'planner' }]);
});
afterAll(() => app.close());

const changeOf = (answer: Answer<unknown>): string => answer.headers.get('change-id') ?? '';
const undo = (client: TestClient, change: string): Promise<Answer<UndoAnswer>> =>
  client.post<UndoAnswer>(paths.changeUndo(change));

describe('Change-Id', () => {
  it('stands on answers that changed something, and on no others', async () => {
    const scene = await followUpScene(app, planner, 1);
    const [id = ''] = scene.ids;
    const read = await scene.reporter.get(paths.followUp(id));
    expect(read.headers.get('change-id')).toBeNull();
    const saved = await saveFollowUp(scene.reporter, id, { judgement: 'on_track' }, 1);
    expect(changeOf(saved)).toMatch(/^[0-9a-f-]{36}$/);
    const [row] = await app.db.query<{ entity_id: string }>('SELECT entity_id FROM audit_event WHERE id = $1', [
      changeOf(saved),
    ]);
    expect(row?.entity_id).toBe(id);
    const same = await saveFollowUp(scene.reporter, id, { judgement: 'on_track' }, saved.body.followUp.version);
    expect(same.headers.get('change-id')).toBeNull();
    const refused = await saveFollowUp(scene.reporter, id, { judgement: 'completed' }, 99);
    expect(refused.status).toBe(412);
    expect(refused.headers.get('change-id')).toBeNull();
  });
});

describe('undo on a follow-up', () => {
  let scene: FollowUpScene;
  const at = (index: number): string => scene.ids[index] ?? '';

  beforeAll(async () => {
    scene = await followUpScene(app, planner, 6);
  });

  const submitted = async (index: number): Promise<Answer<{ followUp: { version: number } }>> => {
    const { followUp } = await getFollowUp(scene.reporter, at(index));
    const saved = await saveFollowUp(
      scene.reporter,
      at(index),
      { judgement: 'on_track', done: 'En träff.' },
      followUp.version,
    );
    return takeFollowUp(scene.reporter, at(index), 'submit', saved.body.followUp.version);
  };

  it('takes a submission back, and records that it was undone and which', async () => {
    const change = changeOf(await submitted(0));
    const answer = await undo(scene.reporter, change);
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({ words: 'Ångrat. Läge för svaret är åter Utkast.', link: `/uppfoljning/${at(0)}` });
    const { followUp } = await getFollowUp(scene.reporter, at(0));
    expect([followUp.state, followUp.submittedAt]).toEqual(['draft', null]);
    const [row] = await app.db.query<{ action: string; undoes: string }>(
      `SELECT action, changes -> 'undoes' ->> 'new' AS undoes FROM audit_event WHERE entity_id = $1 ORDER BY id DESC LIMIT 1`,
      [at(0)],
    );
    expect(row).toEqual({ action: 'undo', undoes: change });
    const again = await undo(scene.reporter, change);
    expect(again.status).toBe(409);
    expect(again.problem.detail).toMatch(/^Ruth Rapportör ångrade redan detta \d/);
  });

  it('takes a return back to what it was, with the stamps of whoever handed in', async () => {
    const before = await submitted(1);
    const returned = await takeFollowUp(planner, at(1), 'return', before.body.followUp.version, 'Hur många?');
    expect((await undo(scene.reporter, changeOf(returned))).status).toBe(403);
    expect((await undo(planner, changeOf(returned))).status).toBe(200);
    const [row] = await app.db.query<{ state: string; name: string; return_reason: string }>(
      'SELECT f.state, p.name, f.return_reason FROM follow_up f JOIN person p ON p.id = f.submitted_by WHERE f.id = $1',
      [at(1)],
    );
    expect(row).toEqual({ state: 'submitted', name: 'Ruth Rapportör', return_reason: '' });
  });

  it('refuses in words when somebody has moved on since: who, when and what stands now', async () => {
    const before = await submitted(2);
    await takeFollowUp(planner, at(2), 'accept', before.body.followUp.version);
    const answer = await undo(scene.reporter, changeOf(before));
    expect(answer.status).toBe(409);
    expect(answer.problem.detail).toMatch(
      /^Petra Planerare har ändrat samma sak sedan dess: godkände .+ kl\. \d\d:\d\d\. Läge för svaret är nu: Godkänd\.$/,
    );
  });

  it('takes back judgement and reporter but leaves the texts', async () => {
    const { followUp } = await getFollowUp(planner, at(3));
    const saved = await saveFollowUp(
      planner,
      at(3),
      { judgement: 'completed', done: 'Klart.', reporterId: null },
      followUp.version,
    );
    const answer = await undo(planner, changeOf(saved));
    expect(answer.body.words).toMatch(/^Ångrat\. Lägesbedömning är åter Inte bedömd\./);
    const after = (await getFollowUp(planner, at(3))).followUp;
    expect([after.judgement, after.done, after.reporter]).toEqual([null, 'Klart.', followUp.reporter]);
  });

  it('takes back a day and "inget nytt", which are chosen in lists', async () => {
    const { followUp } = await getFollowUp(scene.reporter, at(5));
    const saved = await saveFollowUp(
      scene.reporter,
      at(5),
      { nothingNew: true, nextStepDate: '2026-05-01' },
      followUp.version,
    );
    const answer = await undo(scene.reporter, changeOf(saved));
    expect(answer.body.words).toBe('Ångrat. Inget nytt är åter Nej. När nästa steg ska vara gjort är åter tomt.');
    const after = (await getFollowUp(scene.reporter, at(5))).followUp;
    expect([after.nothingNew, after.nextStepDate]).toEqual([false, null]);
  });

  it('does not undo a text alone', async () => {
    const { followUp } = await getFollowUp(planner, at(4));
    const saved = await saveFollowUp(planner, at(4), { done: 'En ny text.' }, followUp.version);
    const answer = await undo(planner, changeOf(saved));
    expect(answer.status).toBe(409);
    expect(answer.problem.detail).toMatch(/Texter återställer du genom att jämföra/);
  });

  it('lets nobody else in the county undo it, and nobody outside know of it', async () => {
    const change = changeOf(await submitted(5));
    const other = await app.person('Olle Annan', [{ role: 'reader' }]);
    expect((await undo(other, change)).status).toBe(403);
    const [county] = await app.db.query<{ id: string }>(`SELECT id FROM county WHERE code = '06'`);
    const stranger = await app.person('Sten Främling', [{ role: 'planner' }], county?.id);
    expect((await undo(stranger, change)).status).toBe(404);
    expect((await undo(planner, '0197a000-0000-7000-8000-000000000000')).status).toBe(404);
  });

  it('does not undo what happened to a round', async () => {
    const [row] = await app.db.query<{ id: string }>(
      `SELECT id FROM audit_event WHERE entity = 'follow_up_round' AND entity_id = $1 AND action = 'open'`,
      [scene.round.id],
    );
    expect((await undo(planner, row?.id ?? '')).status).toBe(409);
  });
});

describe('undo of other things', () => {
  it('takes a goal judgement back', async () => {
    const scene = await followUpScene(app, planner, 1);
    const [judgement] = await app.db.query<{ id: string }>('SELECT id FROM goal_judgement WHERE round_id = $1', [
      scene.round.id,
    ]);
    const path = paths.goalJudgement(judgement?.id ?? '');
    const first = await planner.patch<GoalJudgementItem>(path, { judgement: 'secured', text: 'Det går bra.' }, 1);
    const second = await planner.patch<GoalJudgementItem>(path, { judgement: 'at_risk' }, first.body.version);
    expect((await undo(planner, changeOf(second))).body.words).toBe('Ångrat. Bedömning är åter Säkrat.');
    const [row] = await app.db.query('SELECT judgement, text FROM goal_judgement WHERE id = $1', [judgement?.id]);
    expect(row).toEqual({ judgement: 'secured', text: 'Det går bra.' });
  });

  it('brings an emptied value back with its note, unless the cell is filled again or the round is adopted', async () => {
    const scene = await buildOutcomeScene(app, [{}, {}, {}]);
    const reporter = await app.person('Vera Värde', [{ role: 'reporter', organisationId: scene.responsible.id }]);
    const changes: string[] = [];
    for (const index of [0, 1, 2]) {
      const filled = await enter(reporter, scene, index, { input: '12', note: 'Räknat två gånger.' });
      changes.push(changeOf(await enter(reporter, scene, index, { input: '' }, filled.body.cell.version)));
    }
    const [first = '', second = '', third = ''] = changes;
    expect((await undo(reporter, first)).status).toBe(200);
    expect(cellOf(await rowOf(reporter, scene, 0))).toMatchObject({ value: 12, note: 'Räknat två gånger.' });
    await enter(planner, scene, 1, { input: '14' });
    const late = await undo(reporter, second);
    expect(late.status).toBe(409);
    expect(late.problem.detail).toMatch(/^Petra Planerare har ändrat samma sak sedan dess: fyllde i /);
    await adoptBySql(app, scene.plan.planId, scene.roundId);
    const locked = await undo(planner, third);
    expect([locked.status, locked.problem.code]).toEqual([409, 'locked']);
  });

  it('brings back a deleted event and a deleted view', async () => {
    const scene = await followUpScene(app, planner, 1);
    const kinds = await planner.get<{ items: { id: string }[] } | { id: string }[]>(paths.eventKinds());
    const [kind] = 'items' in kinds.body ? kinds.body.items : kinds.body;
    const registered = await planner.post<EventAnswer>(paths.events(), {
      registrationKey: newId(),
      kindId: kind?.id,
      day: '2025-03-12',
      title: 'Träff i Ekesund',
      activityIds: [scene.plan.activities[0]?.id],
    });
    expect(registered.status).toBe(201);
    const { id, version } = registered.body.event;
    const change = changeOf(await planner.delete(paths.event(id), version));
    expect((await planner.get(paths.event(id))).status).toBe(404);
    const answer = await undo(planner, change);
    expect(answer.body).toEqual({ words: 'Ångrat. Det är tillbaka.', link: `/plan/${scene.plan.slug}/handelse/${id}` });
    expect((await planner.get(paths.event(id))).status).toBe(200);
    const history = (await planner.get<History>(paths.history('event', id))).body;
    expect(history.title).toBe('Träff i Ekesund, 12 mars 2025');
    expect(history.entries.map(({ action }) => action)).toEqual([
      'Ångrade',
      'Tog tillbaka det borttagna',
      'Tog bort',
      'Registrerade',
    ]);
    expect(history.entries[3]?.fields.find(({ name }) => name === 'activityIds')?.new).toMatch(/^\d+\.\d+\/1$/);

    const wish = { page: 'events', planSlug: null, name: 'Vårens träffar', query: 'from=2025-01-01' };
    const view = await planner.post<SavedView>(paths.views(), wish);
    const gone = changeOf(await planner.delete(paths.view(view.body.id), view.body.version));
    expect((await undo(planner, gone)).status).toBe(200);
    const views = await planner.get<SavedView[]>(`${paths.views()}?page=events`);
    expect(views.body.map(({ name, query }) => [name, query])).toEqual([[wish.name, wish.query]]);
  });
});
