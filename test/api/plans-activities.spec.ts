import { paths, type ActivityList } from '@samhandling/contracts';
import { startTestApp, type TestApp, type TestClient } from '../support/app.ts';
import {
  buildOrganisation,
  buildPlan,
  buildRound,
  COUNT_INDICATOR,
  type BuiltOrganisation,
  type BuiltPlan,
} from '../support/plan-builder.ts';
import { queriesOf } from '../support/query-counter.ts';

const TEXTS = [
  'Ordna en utbildning för personal på krogar.',
  'Göra tillsyn av folköl i hela länet.',
  'Sprida material till föräldrar om spel.',
  'Samla fritidsledare till nätverksträff.',
  'Följa upp avtal med idrottsföreningar.',
];

describe('the list of activities', () => {
  let app: TestApp;
  let reader: TestClient;
  let plan: BuiltPlan;
  let alvesta: BuiltOrganisation;
  let angelholm: BuiltOrganisation;
  let police: BuiltOrganisation;
  beforeAll(async () => {
    app = await startTestApp();
    reader = await app.person('Rakel Läsare', [{ role: 'reader' }]);
    angelholm = await buildOrganisation(app, 'Ängelholms kommun');
    alvesta = await buildOrganisation(app, 'Alvesta kommun');
    police = await buildOrganisation(app, 'Polisen');
    plan = await buildPlan(app, {
      activities: 5,
      state: 'adopted',
      activity: (index) => ({
        text: TEXTS[index] ?? '',
        responsibleIds: index < 2 ? [police.id] : [alvesta.id, angelholm.id],
        partnerIds: index === 0 ? [alvesta.id] : [],
        responsibleGroupId: index === 4 ? police.id : null,
        indicators: [
          index === 3
            ? { ...COUNT_INDICATOR, text: 'Andel deltagare som är nöjda.', breakdown: 'municipality' as const }
            : COUNT_INDICATOR,
        ],
      }),
    });
    await buildRound(app, plan, {
      followUps: {
        0: { judgement: 'completed', state: 'accepted', done: 'Två kurser hölls i Växjö.', nextStepDate: '2026-05-01' },
        1: { judgement: 'needs_support', state: 'submitted', nextStepDate: '2026-03-01' },
        2: { judgement: 'on_track', state: 'draft' },
      },
    });
  });
  afterAll(() => app.close());

  const get = (query = '') => reader.get<ActivityList>(`${paths.planActivities(plan.slug)}${query}`);
  const references = async (query: string) => (await get(query)).body.items.map((item) => item.reference);

  it('holds each activity with its actors, judgement and figures, in reading order', async () => {
    const { body } = await get();
    expect([body.total, body.page, body.pageSize, body.round?.label]).toEqual([5, 1, 50, '2025']);
    expect(body.items.map((item) => item.reference)).toEqual(['1.1/1', '1.1/2', '1.2/3', '1.2/4', '2.1/1']);
    expect(body.items[0]).toMatchObject({
      text: TEXTS[0],
      areaNumber: '1.1',
      number: 1,
      goal: { number: 1, code: null },
      responsible: [{ id: police.id, name: 'Polisen' }],
      responsibleGroup: null,
      partners: [{ name: 'Alvesta kommun' }],
      indicators: 1,
      outcomesExpected: 1,
      outcomesReported: 0,
      judgement: 'completed',
      followUpState: 'accepted',
      nextStepDate: '2026-05-01',
      reporter: null,
    });
    expect(body.items[0]?.updatedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(body.items[3]?.outcomesExpected).toBe(8);
    expect(body.items[4]?.responsibleGroup).toEqual({ id: police.id, name: 'Polisen' });
  });

  it('finds by Swedish stems, by the beginning of the last word and across text, indicators and answers', async () => {
    expect(await references('?q=utbildningar')).toEqual(['1.1/1']);
    expect(await references('?q=fritidsl')).toEqual(['1.2/4']);
    expect(await references('?q=personal%20kurserna')).toEqual(['1.1/1']);
    expect(await references('?q=n%C3%B6jda%20fritidsledare')).toEqual(['1.2/4']);
    expect(await references('?q=tillsyn%20-folk%C3%B6l')).toEqual([]);
    expect(await references('?q=%22spel%20f%C3%B6r%C3%A4ldrar%22')).toEqual([]);
    expect((await get('?q=och')).body.total).toBe(5);
    for (const strange of ['%26%7C!()', '%27%3B--', '%3A*', '%22', '-'])
      expect((await get(`?q=${strange}`)).status).toBe(200);
  });

  it('finds an activity by its reference, and an area by its number', async () => {
    expect(await references('?q=1.2/4')).toEqual(['1.2/4']);
    expect(await references('?q=1.2%20/%203')).toEqual(['1.2/3']);
    expect(await references('?q=9.9/1')).toEqual([]);
    expect(await references('?q=1.1')).toEqual(['1.1/1', '1.1/2']);
  });

  it('filters, and counts each facet with the other filters kept', async () => {
    expect(await references(`?responsible=${police.id}`)).toEqual(['1.1/1', '1.1/2']);
    expect(await references(`?responsible=${police.id}&responsible=${alvesta.id}`)).toHaveLength(5);
    expect(await references(`?partner=${alvesta.id}`)).toEqual(['1.1/1']);
    expect(await references(`?goal=${plan.goals[1]?.id}`)).toEqual(['2.1/1']);
    expect(await references('?judgement=none&judgement=on_track')).toEqual(['1.2/3', '1.2/4', '2.1/1']);
    expect(await references('?followUpState=submitted')).toEqual(['1.1/2']);
    const { facets } = (await get(`?responsible=${police.id}&judgement=completed`)).body;
    expect(facets.responsible).toEqual([
      { value: alvesta.id, label: 'Alvesta kommun', count: 0 },
      { value: police.id, label: 'Polisen', count: 1 },
      { value: angelholm.id, label: 'Ängelholms kommun', count: 0 },
    ]);
    expect(facets.judgement.map(({ value, count }) => [value, count])).toEqual([
      ['not_started', 0],
      ['on_track', 0],
      ['needs_support', 1],
      ['completed', 1],
      ['cancelled', 0],
      ['none', 0],
    ]);
    expect(facets.followUpState.map(({ value, count }) => [value, count])).toEqual([
      ['draft', 0],
      ['submitted', 0],
      ['returned', 0],
      ['accepted', 1],
    ]);
    expect(facets.goal.map(({ label, count }) => [label, count])).toEqual([
      ['Mål nummer 1', 1],
      ['Mål nummer 2', 0],
    ]);
    expect(facets.partner).toEqual([{ value: alvesta.id, label: 'Alvesta kommun', count: 1 }]);
  });

  it('sorts and pages', async () => {
    expect(await references('?sort=next_step')).toEqual(['1.1/2', '1.1/1', '1.2/3', '1.2/4', '2.1/1']);
    expect(await references('?sort=judgement')).toEqual(['1.1/2', '1.2/4', '2.1/1', '1.2/3', '1.1/1']);
    const { body } = await get('?pageSize=2&page=2');
    expect(body.items.map((item) => item.reference)).toEqual(['1.2/3', '1.2/4']);
    expect([body.total, body.page, body.pageSize]).toEqual([5, 2, 2]);
    expect((await get('?page=99')).body.items).toEqual([]);
  });

  it('refuses what it cannot read, pointing at the parameter', async () => {
    const refusals: [query: string, pointer: RegExp][] = [
      ['?page=-1', /\/page$/],
      ['?page=1&page=2', /\/page$/],
      ['?pageSize=0', /\/pageSize$/],
      ['?judgement=great', /\/judgement$/],
      ['?followUpState=lost', /\/followUpState$/],
      ['?goal=1', /\/goal$/],
      ['?sort=colour', /\/sort$/],
      ['?q=a%00b', /\/q$/],
      [`?q=${'a'.repeat(201)}`, /\/q$/],
      ['?colour=red', /\/colour$/],
    ];
    for (const [query, pointer] of refusals) {
      const { status, problem } = await get(query);
      expect([query, status]).toEqual([query, 400]);
      expect(problem.errors?.map((error) => error.pointer).join()).toMatch(pointer);
    }
  });

  it('asks as many questions for 60 activities as for 10', async () => {
    const counts: number[] = [];
    for (const activities of [10, 60]) {
      const built = await buildPlan(app, { activities });
      counts.push(
        (await queriesOf(app, () => reader.get(`${paths.planActivities(built.slug)}?q=ordna&pageSize=100`))).length,
      );
    }
    expect(counts).toEqual([4, 4]);
  });
});
