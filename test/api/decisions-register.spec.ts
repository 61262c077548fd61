import {
  paths,
  type ActionPoint,
  type ActivityMeetings,
  type Decision,
  type Lift,
  type Register,
  type SearchAnswer,
  type Undertakings,
} from '@samhandling/contracts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { buildDecisionScene, buildItem, buildMeeting, type DecisionScene } from '../support/decision-scene.ts';
import { countQueries } from '../support/query-counter.ts';

let app: TestApp;
let scene: DecisionScene;
let made: Decision[];
let point: ActionPoint;

beforeAll(async () => {
  app = await startTestApp();
  scene = await buildDecisionScene(app, {
    activity: (index) => ({ text: index === 0 ? 'Göra skolgårdarna rökfria.' : `Ordna träff ${index}.` }),
  });
  const { planner, itemId, plan } = scene;
  const free = await buildItem(app, scene.meetingId, { title: 'Övrigt' });
  const decide = async (item: string, body: object): Promise<Decision> =>
    (await planner.post<Decision>(paths.agendaItemDecisions(item), body)).body;
  made = [
    await decide(itemId, { text: 'Inbjudan går ut.', organisationId: plan.responsible.id, due: '2026-04-01' }),
    await decide(free, { text: 'Kommunerna bjuds in till utbildningen.', recordsNumber: '421-3141-2026' }),
    await decide(free, { text: 'Arbetsordningen antas.', isOpen: false }),
  ];
  await planner.post(paths.groupDecisions(scene.aboveId), { text: 'Utbildningar betalas.', decidedOn: '2024-02-01' });
  point = (
    await planner.post<ActionPoint>(paths.agendaItemActionPoints(free), {
      text: 'Ringa om utbildningen.',
      assignee: 'Karin',
      due: '2190-04-01',
    })
  ).body;
});
afterAll(() => app.close());

const search = async (query: string): Promise<Register> => {
  const { status, body, problem } = await scene.member.get<Register>(`${paths.decisions()}?${query}`);
  if (status !== 200) throw new Error(JSON.stringify(problem));
  return body;
};
const texts = (register: Register): string[] =>
  register.items.map((entry) => (entry.kind === 'decision' ? entry.decision.text : entry.actionPoint.text));

describe('the register', () => {
  it('has everything, newest first, with what each filter would give', async () => {
    const register = await search(`plan=${scene.plan.slug}`);
    expect(register.total).toBe(5);
    expect(texts(register).at(-1)).toBe('Utbildningar betalas.');
    expect(register.facets.kind).toEqual([
      { value: 'decision', label: 'Beslut', count: 4 },
      { value: 'action_point', label: 'Att göra', count: 1 },
    ]);
    expect(register.facets.year.map(({ value, count }) => [value, count])).toEqual([
      ['2026', 4],
      ['2024', 1],
    ]);
    expect(register.facets.state).toEqual([
      { value: 'open', label: 'Kvar att göra', count: 4 },
      { value: 'standing', label: 'Gäller', count: 1 },
    ]);
    expect(register.facets.organisation).toEqual([
      { value: scene.plan.responsible.id, label: scene.plan.responsible.name, count: 1 },
    ]);
  });

  it('keeps a filter out of its own facet only', async () => {
    const register = await search('year=2024&kind=decision');
    expect(texts(register)).toEqual(['Utbildningar betalas.']);
    expect(register.facets.year.map(({ count }) => count)).toEqual([3, 1]);
    expect(register.facets.kind.map(({ count }) => count)).toEqual([1]);
    expect(texts(await search('late=true'))).toEqual(['Inbjudan går ut.']);
    expect(texts(await search(`activity=${scene.plan.activities[0]?.id}`))).toEqual(['Inbjudan går ut.']);
    expect(texts(await search(`organisation=${scene.plan.responsible.id}&state=open`))).toEqual(['Inbjudan går ut.']);
    expect((await search(`group=${scene.aboveId}`)).total).toBe(1);
  });

  it('is searched by words in any form, by number, and by records number', async () => {
    const found = async (q: string): Promise<string[]> => texts(await search(`q=${encodeURIComponent(q)}`));
    expect((await found('utbildning')).sort()).toEqual([
      'Kommunerna bjuds in till utbildningen.',
      'Ringa om utbildningen.',
      'Utbildningar betalas.',
    ]);
    // By what the activity says, as people ask.
    expect(await found('vad beslutade vi om skolgårdarna?')).toEqual(['Inbjudan går ut.']);
    expect(await found('§ 2/2026')).toEqual(['Kommunerna bjuds in till utbildningen.']);
    expect(await found('3/2026')).toEqual(['Arbetsordningen antas.']);
    expect(await found('421-3141')).toEqual(['Kommunerna bjuds in till utbildningen.']);
    expect(await found('inbjud')).toEqual(['Inbjudan går ut.']);
    // Nothing to search for, as in the list of activities; and no pattern.
    expect(await found('och')).toHaveLength(5);
    expect(await found('421%2026')).toEqual([]);
    expect(await found('finns inte')).toEqual([]);
  });

  it('comes in pages, each of as many statements as another', async () => {
    const first = await search('pageSize=2');
    const second = await search('pageSize=2&page=2');
    expect([first.items.length, second.items.length, second.total]).toEqual([2, 2, 5]);
    expect(new Set([...texts(first), ...texts(second)]).size).toBe(4);
    const few = await countQueries(app, () => search('pageSize=1'));
    expect(await countQueries(app, () => search('pageSize=200'))).toBe(few);
  });

  it('refuses what it cannot read', async () => {
    for (const query of ['year=abc', 'state=klar', 'group=x', 'late=kanske', 'page=0', `q=${'x'.repeat(201)}`])
      expect([query, (await scene.member.get(`${paths.decisions()}?${query}`)).status]).toEqual([query, 400]);
  });

  it('is a file for a Swedish Excel', async () => {
    const { bytes, headers } = await scene.member.bytes(`${paths.decisions()}.csv?kind=decision&year=2026`);
    expect(headers.get('content-disposition')).toContain('beslut.csv');
    const lines = bytes.toString('utf8').split('\r\n');
    expect(lines[0]).toBe(
      '\uFEFFSlag;Nummer;Grupp;Dag;Aktivitet;Text;Vem;Organisation;Klart senast;Läge;Försenat;Vad som gjordes;När det gjordes;Diarienummer',
    );
    expect(lines).toHaveLength(5);
    expect(lines.find((line) => line.includes('§ 1/2026'))).toContain(';Inbjudan går ut.;');
  });
});

describe('where it is shown', () => {
  it('in the search of everything, as people ask', async () => {
    const hits = async (q: string) => {
      const { body } = await scene.member.get<SearchAnswer>(`${paths.search()}?q=${encodeURIComponent(q)}`);
      return body.groups.flatMap(({ kind, items }) => items.map(({ title, link }) => [kind, title, link]));
    };
    expect(await hits('Vad beslutade vi om skolgårdarna?')).toContainEqual([
      'decision',
      'Inbjudan går ut.',
      `/beslut/${made[0]?.id}`,
    ]);
    expect((await hits('§ 3/2026')).filter(([kind]) => kind === 'decision')).toEqual([
      ['decision', 'Arbetsordningen antas.', `/beslut/${made[2]?.id}`],
    ]);
    expect((await hits('ringa')).find(([kind]) => kind === 'action_point')).toContain('Ringa om utbildningen.');
  });

  it('on the activity: when it was up, what was said, what was decided and lifted', async () => {
    const activityId = scene.plan.activities[0]?.id ?? '';
    const held = await buildMeeting(app, scene.groupId, { startsAt: '2026-01-12T13:00:00Z', state: 'held' });
    await buildItem(app, held, { activityId, state: 'treated', note: 'Två skolor är klara.' });
    const lifted = await scene.planner.post<Lift>(paths.agendaItemLifts(scene.itemId), { question: 'Vem betalar?' });
    const { body } = await scene.member.get<ActivityMeetings>(paths.activityMeetings(activityId));
    expect(body).toMatchObject({
      lastUpOn: '2026-01-12',
      up: [{ meeting: { id: held }, note: 'Två skolor är klara.', nothingNew: false }],
      decisions: [{ id: made[0]?.id, isLate: true }],
      lifts: [{ id: lifted.body.id }],
    });
    expect((await scene.member.get(paths.activityMeetings(scene.groupId))).status).toBe(404);
  });

  it('at the organisation, and among one’s own', async () => {
    const { body } = await scene.member.get<Undertakings>(paths.organisationUndertakings(scene.plan.responsible.id));
    expect(body.decisions.map(({ id }) => id)).toEqual([made[0]?.id]);
    const reporter = await app.person('Ruth', [{ role: 'reporter', organisationId: scene.plan.responsible.id }]);
    const own = await reporter.get<Undertakings>(paths.undertakings());
    expect(own.body.decisions.map(({ id, mayComplete }) => [id, mayComplete])).toEqual([[made[0]?.id, true]]);
    const none = await scene.member.get<Undertakings>(paths.undertakings());
    expect(none.body).toMatchObject({ decisions: [], actionPoints: [], plan: { slug: scene.plan.slug } });
    await scene.planner.patch(
      paths.actionPoint(point.id),
      { personId: scene.member.session?.person.id },
      point.version,
    );
    const now = await scene.member.get<Undertakings>(paths.undertakings());
    expect(now.body.actionPoints.map(({ id }) => id)).toEqual([point.id]);
  });
});
