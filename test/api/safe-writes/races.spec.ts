import { paths, type PutParticipationAnswer, type Round, type StructureArea } from '@samhandling/contracts';
import { startTestApp, type Answer, type TestApp, type TestClient } from '../../support/app.ts';
import { YEAR } from '../../support/round-builder.ts';
import { buildWorld, type Named, type World } from '../access/world.ts';

/** How many try at the same moment. */
const AT_ONCE = 4;

describe('what there can be one of', () => {
  let app: TestApp;
  let world: World;
  let at: Named;
  let planner: TestClient;
  beforeAll(async () => {
    app = await startTestApp();
    world = await buildWorld(app, '07');
    ({ at } = world);
    ({ planner } = world.people);
  });
  afterAll(() => app.close());

  const together = <Body>(ask: (index: number) => Promise<Answer<Body>>): Promise<Answer<Body>[]> =>
    Promise.all(Array.from({ length: AT_ONCE }, (_, index) => ask(index)));
  const statuses = (answers: readonly Answer<unknown>[]): number[] => answers.map(({ status }) => status).sort();
  const oneOf = (first: number, others: number): number[] => [first, ...Array<number>(AT_ONCE - 1).fill(others)];
  const rows = async (table: string, where: string, values: unknown[]): Promise<number> =>
    (await app.db.query(`SELECT 1 FROM ${table} WHERE ${where}`, values)).length;

  describe('is made once by those who make it at once, and the others are told why', () => {
    it.each([
      ['organisation', paths.organisations(), () => ({ name: 'Länets råd', kind: 'other' }), '/name'],
      ['kind of event', paths.eventKinds(), () => ({ name: 'Rådslag' }), '/name'],
      ['view of one’s own', paths.views(), () => ({ page: 'events', planSlug: null, name: 'Min', query: '' }), '/name'],
      [
        'view of the county',
        paths.views(),
        () => ({ page: 'events', planSlug: null, name: 'Vår', query: '', isShared: true }),
        '/name',
      ],
      [
        'person with an address',
        paths.reporters(),
        () => ({ name: 'Nina Ny', email: 'nina@example.org', organisationId: at['responsibleId'] }),
        '/email',
      ],
    ])('%s', async (_, path, body, pointer) => {
      const answers = await together(() => planner.post(path, body()));
      const refused = answers.filter(({ status }) => status !== 201);
      expect(refused).toHaveLength(AT_ONCE - 1);
      for (const { status, problem } of refused) {
        expect([409, 422]).toContain(status);
        expect([problem.errors?.[0]?.pointer, problem.errors?.[0]?.reason]).toEqual([
          pointer,
          expect.stringMatching(/\S/),
        ]);
      }
    });

    it('round with a name', async () => {
      const answers = await together(() => planner.post(paths.planRounds(at['slug'] ?? ''), YEAR(2031)));
      expect(statuses(answers)).toEqual(oneOf(201, 409));
      expect(answers.find(({ status }) => status === 409)?.problem).toMatchObject({
        code: 'duplicate',
        detail: 'Planen har redan en omgång med det namnet.',
        errors: [{ pointer: '/label' }],
      });
    });

    it('name that is one’s own or another’s alias', async () => {
      const answers = await together((index) =>
        planner.post(
          paths.organisations(),
          index % 2
            ? { name: 'Trygghetsrådet', kind: 'other' }
            : { name: `Råd ${index}`, kind: 'other', aliases: ['trygghetsrådet'] },
        ),
      );
      expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
      expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
      expect(await rows('organisation', `'trygghetsrådet' = ANY(aliases) OR name = 'Trygghetsrådet'`, [])).toBe(1);
    });

    it('plan at an address', async () => {
      const body = { title: 'Samma plan', theme: '', firstYear: 2026, lastYear: 2027 };
      const answers = await together(() => planner.post<{ slug: string }>(paths.plans(), body));
      expect(answers.filter(({ status }) => ![201, 409].includes(status))).toEqual([]);
      const slugs = answers.filter(({ status }) => status === 201).map((answer) => answer.body.slug);
      expect([slugs.length > 0, new Set(slugs).size]).toEqual([true, slugs.length]);
    });
  });

  it('is numbered in turn, when there can be several', async () => {
    const areas = await together((index) =>
      planner.post<StructureArea>(paths.areas(), { goalId: at['draftGoalId'], title: `Område ${index}` }),
    );
    expect(statuses(areas)).toEqual([201, 201, 201, 201]);
    expect(new Set(areas.map(({ body }) => body.number)).size).toBe(AT_ONCE);
  });

  it('is open one at a time: a round of a plan', async () => {
    const slug = at['draftSlug'] ?? '';
    await app.db.query(`UPDATE plan SET state = 'adopted' WHERE slug = $1`, [slug]);
    const rounds: Round[] = [];
    for (const year of [2026, 2027, 2028, 2029])
      rounds.push((await planner.post<Round>(paths.planRounds(slug), YEAR(year))).body);
    const answers = await together((index) =>
      planner.post(
        paths.roundTransitions(rounds[index]?.id ?? ''),
        { transition: 'open' },
        { ifMatch: rounds[index]?.version ?? 0 },
      ),
    );
    expect(statuses(answers)).toEqual(oneOf(200, 409));
    await app.db.query(`UPDATE plan SET state = 'draft' WHERE slug = $1`, [slug]);
  });

  it('is written by the first, where nothing was before, and the others see what stands', async () => {
    const cell = paths.roundOutcome(at['roundId'] ?? '', at['indicatorId'] ?? '');
    const entered = await together((index) =>
      planner.put(cell, { municipalityCode: at['municipalityCode'], sex: 'total', input: `${index + 1}` }, 0),
    );
    expect(statuses(entered)).toEqual(oneOf(200, 412));
    const first = entered.find(({ status }) => status === 200)?.body as { cell: { value: number } };
    for (const { problem } of entered.filter(({ status }) => status === 412))
      expect(problem.current).toMatchObject({ version: 1 });
    expect(first.cell).toMatchObject({ version: 1 });
    expect(await rows('outcome', 'indicator_id = $1', [at['indicatorId']])).toBe(1);

    const contact = await together((index) =>
      planner.put(
        paths.organisationContact(at['responsibleId'] ?? ''),
        { personId: index % 2 ? at['reporterId'] : at['secondId'] },
        0,
      ),
    );
    expect(statuses(contact)).toEqual(oneOf(200, 412));

    const rule = await together((index) =>
      planner.put(
        paths.indicatorRule(at['countyIndicatorId'] ?? ''),
        { method: index % 2 ? 'count_events' : 'sum_participants', kindIds: [at['kindId']] },
        0,
      ),
    );
    expect(statuses(rule)).toEqual(oneOf(200, 412));

    const response = await together(() =>
      planner.put(
        paths.followUpResponse(at['followUpId'] ?? '', at['otherOrganisationId'] ?? ''),
        { kind: 'agree' },
        0,
      ),
    );
    expect(response.filter(({ status }) => status >= 500)).toEqual([]);
    expect(await rows('follow_up_response', 'follow_up_id = $1', [at['followUpId']])).toBeLessThanOrEqual(1);

    const [activityId, organisationId] = [at['activityId'], at['partnerId']];
    const taken = await together(() =>
      planner.put<PutParticipationAnswer>(paths.roundParticipation(at['roundId'] ?? ''), {
        rows: [{ activityId, organisationId, version: 0, state: 'confirmed', note: '' }],
      }),
    );
    expect(taken.map(({ body }) => body.results[0]?.result).sort()).toEqual(['saved', 'stale', 'stale', 'stale']);

    const view = await together((index) =>
      planner.put(paths.viewDefault(), {
        page: 'activities',
        planSlug: at['slug'],
        viewId: index === 0 ? null : at['viewId'],
        instead: null,
      }),
    );
    expect(view.filter(({ status }) => status >= 500)).toEqual([]);
    expect(await rows('saved_view_default', 'view_id = $1', [at['viewId']])).toBe(1);
  });
});
