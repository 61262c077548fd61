import { startTestApp, type TestApp } from '../../support/app.ts';
import { describedRoutes } from '../../support/routes.ts';
import { sampleOf, sendSample, versionNow, type Sample } from '../access/request.ts';
import { ACCESS_ROWS } from '../access/rows.ts';
import { buildWorld, type World } from '../access/world.ts';

/** Routes the one world cannot be in the right state for, with where the same is shown. */
const SHOWN_ELSEWHERE: Readonly<Record<string, string>> = {
  'POST /api/v1/digests/{id}/transitions': 'digests.spec.ts',
  'POST /api/v1/rounds/{id}/transitions': 'rounds.spec.ts and adoption.spec.ts',
  'POST /api/v1/follow-ups/{id}/transitions': 'follow-ups.spec.ts',
  'POST /api/v1/answer/follow-ups/{id}/transitions': 'answer-links-answering.spec.ts',
  'POST /api/v1/imports/{id}/complete': 'imports.spec.ts',
  'POST /api/v1/rounds/{id}/publication/transitions': 'publishing.spec.ts',
  'PUT /api/v1/answer/outcomes/{indicatorId}': 'answer-links-answering.spec.ts',
};

/** Where the sample of the table of access would change nothing, or be refused: one that changes something each time. */
const THAT_CHANGES: Readonly<Record<string, (world: World, nth: number) => Partial<Sample>>> = {
  'PUT /api/v1/rounds/{roundId}/outcomes/{indicatorId}': ({ at }, nth) => ({
    body: { municipalityCode: at['municipalityCode'], sex: 'total', input: `${nth}` },
  }),
  'PATCH /api/v1/activities/{id}': (_, nth) => ({ body: { text: `Ändrad aktivitet ${nth}` } }),
  'PATCH /api/v1/follow-ups/{id}': (_, nth) => ({ body: { nextStep: `Steg ${nth}` } }),
  'PATCH /api/v1/mail/preference': (_, nth) => ({ body: { digest: nth % 2 === 0 ? 'weekly' : 'off' } }),
  'POST /api/v1/needs-inventories/{id}/transitions': () => ({ body: { transition: 'open' } }),
  'PATCH /api/v1/mail/settings': (_, nth) => ({ body: { isOn: nth % 2 === 0 } }),
};

describe('two who start from the same version', () => {
  let app: TestApp;
  let world: World;
  beforeAll(async () => {
    app = await startTestApp();
    world = await buildWorld(app, '07');
    await app.db.query(`UPDATE follow_up SET state = 'submitted', judgement = 'on_track' WHERE id = $1`, [
      world.at['followUpId'],
    ]);
    await app.db.query(`UPDATE plan SET decision_reference = 'Beslut 1' WHERE id = $1`, [world.at['draftPlanId']]);
  });
  afterAll(() => app.close());

  const routes = describedRoutes()
    .filter(({ route, headers }) => headers.includes('If-Match') && !(route in SHOWN_ELSEWHERE))
    .map(({ route }) => route)
    // What is taken away is taken away last, and what is in it before that.
    .sort((left, right) => rank(left) - rank(right));

  it.each(routes)('%s: one is first, the other is told and shown what stands', async (route) => {
    const row = ACCESS_ROWS.find((one) => one.route === route);
    if (!row) throw new Error(`${route} has no row in the table of access.`);
    const sender = row.byLink ? world.link : world.people.planner;
    const version = await versionNow(app, row, world);
    const send = (nth: number) =>
      sendSample(sender, row, { ...sampleOf(row, world.at), ...THAT_CHANGES[route]?.(world, nth) }, version);
    const answers = await Promise.all([send(1), send(2)]);
    const won = answers.find(({ status }) => status < 300);
    const lost = answers.find((one) => one !== won);
    expect([route, won === undefined ? lost?.text : 'one won']).toEqual([route, 'one won']);
    if (isGone(route)) expect([404, 409, 412]).toContain(lost?.status);
    else {
      expect([route, lost?.status, lost?.code]).toEqual([route, 412, 'stale']);
      expect((JSON.parse(lost?.text ?? '') as { current?: unknown }).current).toBeDefined();
    }
  });
});

/** What one has taken away, or closed, there is no version of for the other to be shown. */
function isGone(route: string): boolean {
  return route.startsWith('DELETE ') || /\/(?:transitions|undo|discard)$/.test(route);
}

function rank(route: string): number {
  if (route.includes('/discard') || route.endsWith('/plans/{slug}/transitions')) return 9;
  if (!route.startsWith('DELETE ')) return 0;
  return ['indicator', 'activit', 'area', 'goal'].findIndex((kind) => route.includes(`/${kind}`)) + 1;
}
