import {
  OPEN_DATA_FORMATS,
  OPEN_DATA_SETS,
  paths,
  REPORT_FORMATS,
  type PublicActivityPage,
  type PublicCountyItem,
  type PublicPlanList,
  type PublicPlanPage,
  type PublicRound,
  type Round,
} from '@samhandling/contracts';
import { createHash } from 'node:crypto';
import { startTestApp, type TestApp, type TestClient } from '../support/app.ts';
import { CANARY, letCanariesSing } from '../support/canary.ts';
import { buildOrganisation, buildPlan, COUNT_INDICATOR, type BuiltPlan } from '../support/plan-builder.ts';
import { adoptedScene, COUNTY, movePublication, type AdoptedScene } from '../support/publishing.ts';
import { openRound } from '../support/round-builder.ts';

/** Stands in what the report froze and the public pages do not show; the report's own files hold it, as adopted. */
const FROZEN = `frusen${CANARY}`;
const LABEL = '2025';

describe('what the public reads', () => {
  let app: TestApp;
  let planner: TestClient;
  let second: TestClient;
  let shown: AdoptedScene;
  let hidden: AdoptedScene;
  let draft: BuiltPlan;
  let theirs: BuiltPlan;
  let open: Round;
  let places: string[] = [];
  beforeAll(async () => {
    app = await startTestApp();
    planner = await app.person(`Petra ${FROZEN}`, [{ role: 'planner' }]);
    second = await app.person(`Per ${FROZEN}`, [{ role: 'planner' }]);
    shown = await adoptedScene(planner, second, app, {
      title: 'Plan för alla att läsa',
      activity: (index) => ({
        indicators: [index === 0 ? { ...COUNT_INDICATOR, breakdown: 'municipality' } : COUNT_INDICATOR],
      }),
      before: writeFigures,
    });
    hidden = await adoptedScene(planner, second, app, { title: 'Antagen men inte publicerad' });
    draft = await buildPlan(app, { title: 'Ett utkast' });
    const [other] = await app.db.query<{ id: string }>(`SELECT id FROM county WHERE code = '08'`);
    const countyId = other?.id ?? '';
    theirs = await buildPlan(app, { title: 'Ett annat läns plan', countyId, state: 'adopted' });
    await buildOrganisation(app, 'Utan del i planen');
    await movePublication(planner, shown.plan, 'publish');
    await movePublication(planner, { roundId: shown.round.id }, 'publish');
    open = await openRound(planner, shown.plan, 2026);
  });
  afterAll(() => app.close());

  /** Two small numbers among municipalities, and texts that stay inside. */
  const writeFigures = async (plan: BuiltPlan, round: Round): Promise<void> => {
    const indicatorId = plan.activities[0]?.indicatorIds[0] ?? '';
    await app.db.query('UPDATE indicator SET small_number_threshold = 5 WHERE id = $1', [indicatorId]);
    const rows = await app.db.query<{ code: string }>(
      'SELECT code FROM municipality WHERE county_id = $1 ORDER BY code LIMIT 3',
      [app.countyId],
    );
    places = rows.map(({ code }) => code);
    for (const [index, value] of ['2', '40', '3'].entries()) {
      const entered = await planner.put(
        paths.roundOutcome(round.id, indicatorId),
        { municipalityCode: places[index], sex: 'total', input: value, note: FROZEN },
        0,
      );
      expect(entered.status).toBe(200);
    }
    await app.db.query(
      `UPDATE follow_up SET results = $2, obstacles = $2, next_step = $2, support_needed = $2 WHERE round_id = $1`,
      [round.id, FROZEN],
    );
  };

  const anybody = () => app.anonymous();
  /** Every address under which something is published. */
  const addresses = (): string[] => {
    const { slug } = shown.plan;
    return [
      paths.publicCounties(),
      paths.publicPlans(COUNTY),
      paths.publicPlan(COUNTY, slug),
      `${paths.publicPlan(COUNTY, slug)}?round=${LABEL}`,
      ...shown.plan.activities.map(({ areaNumber, number }) => paths.publicActivity(COUNTY, slug, areaNumber, number)),
      paths.publicRound(COUNTY, slug, LABEL),
      ...OPEN_DATA_SETS.flatMap((set) =>
        OPEN_DATA_FORMATS.map((format) => paths.publicData(COUNTY, slug, set, format)),
      ),
    ];
  };
  const files = (): string[] =>
    REPORT_FORMATS.map((format) => paths.publicReportFile(COUNTY, shown.plan.slug, LABEL, format));

  it('is the counties, plans and rounds that are published, and no other', async () => {
    const counties = await anybody().get<PublicCountyItem[]>(paths.publicCounties());
    expect(counties.body).toEqual([{ slug: COUNTY, code: '07', name: 'Kronobergs län', plans: 1 }]);
    const plans = await anybody().get<PublicPlanList>(paths.publicPlans(COUNTY));
    expect(plans.body.plans.map(({ slug, latestRound }) => [slug, latestRound])).toEqual([[shown.plan.slug, LABEL]]);
    const page = await anybody().get<PublicPlanPage>(paths.publicPlan(COUNTY, shown.plan.slug));
    expect(page.body.rounds.map(({ label }) => label)).toEqual([LABEL]);
    expect(page.body.round).toMatchObject({ label: LABEL, versionNumber: 1, counts: { on_track: 4, total: 4 } });
    expect(page.body.goals[0]).toMatchObject({
      title: 'Mål nummer 1',
      judgement: 'within_reach',
      judgementText: 'På god väg.',
      areas: [{ number: '1.1', activities: [{ reference: '1.1/1', judgement: 'on_track', followed: true }] }, {}],
    });
  });

  it.each([
    ['a draft', () => paths.publicPlan(COUNTY, draft.slug)],
    ['a plan nobody has published', () => paths.publicPlan(COUNTY, hidden.plan.slug)],
    ['a round nobody has published', () => paths.publicRound(COUNTY, hidden.plan.slug, LABEL)],
    ['an open round', () => paths.publicRound(COUNTY, shown.plan.slug, open.label)],
    [
      'an open round, asked for with the plan',
      () => `${paths.publicPlan(COUNTY, shown.plan.slug)}?round=${open.label}`,
    ],
    ['the report of an open round', () => paths.publicReportFile(COUNTY, shown.plan.slug, open.label, 'pdf')],
    ['another county’s plan', () => paths.publicPlan('kalmar-lan', theirs.slug)],
    ['another county’s plan under this county', () => paths.publicPlan(COUNTY, theirs.slug)],
    ['a plan by its id', () => paths.publicPlan(COUNTY, shown.plan.planId)],
    ['an activity that is not there', () => paths.publicActivity(COUNTY, shown.plan.slug, '9.9', 1)],
    ['a file of another kind', () => `${paths.publicRound(COUNTY, shown.plan.slug, LABEL)}/report/exe`],
    ['data of another kind', () => `${paths.publicPlan(COUNTY, shown.plan.slug)}/data/people.csv`],
    ['an address with signs in it', () => paths.publicPlan(COUNTY, `x' OR '1'='1`)],
  ])('is not %s: 404 in words', async (_what, address) => {
    const answer = await anybody().get(address());
    expect(answer.problem).toMatchObject({ status: 404, code: 'not_found' });
    expect(answer.problem.detail).not.toBe('');
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('protects small numbers, as the adopted report does', async () => {
    const { body } = await anybody().get<PublicRound>(paths.publicRound(COUNTY, shown.plan.slug, LABEL));
    const figure = body.figures[0];
    const stateOf = new Map(figure?.places.map(({ code, now }) => [code, now.state]));
    expect(places.map((code) => stateOf.get(code))).toEqual(['protected', 'value', 'protected']);
    const activity = await anybody().get<PublicActivityPage>(paths.publicActivity(COUNTY, shown.plan.slug, '1.1', 1));
    expect(activity.body.rounds[0]?.figures[0]).toEqual(figure);
    const csv = await anybody().bytes(paths.publicData(COUNTY, shown.plan.slug, 'figures', 'csv'));
    const rows = csv.bytes
      .toString('utf8')
      .split('\r\n')
      .filter((row) => row.includes(';protected;'));
    expect(rows).toHaveLength(2);
    expect(rows.every((row) => row.includes(';protected;;;'))).toBe(true);
  });

  it('is the adopted files to the byte', async () => {
    for (const [index, address] of files().entries()) {
      const { status, bytes, headers } = await anybody().bytes(address);
      const [stored] = await app.db.query<{ sha256: string }>(
        `SELECT d.sha256 FROM frozen_file d JOIN frozen_report f ON f.id = d.frozen_report_id WHERE f.round_id = $1 AND d.format = $2`,
        [shown.round.id, REPORT_FORMATS[index]],
      );
      expect({ status, sum: createHash('sha256').update(bytes).digest('hex') }).toEqual({
        status: 200,
        sum: stored?.sha256,
      });
      expect(headers.get('content-disposition')).toContain(
        encodeURIComponent('Länsrapport 2025 Kronobergs län Trygghet ').replaceAll('(', '%28'),
      );
    }
  });

  it('is the same for all, kept by caches in between, and asked for anew by browsers', async () => {
    for (const address of [...addresses(), ...files()]) {
      const first = await anybody().bytes(address);
      expect({ address, kept: first.headers.get('cache-control'), cookie: first.headers.get('set-cookie') }).toEqual({
        address,
        kept: 'public, max-age=0, s-maxage=60, must-revalidate',
        cookie: null,
      });
      const etag = first.headers.get('etag') ?? '';
      const again = await fetch(app.base + address, { headers: { 'if-none-match': etag } });
      expect({ address, status: again.status, etag: again.headers.get('etag') }).toEqual({
        address,
        status: 304,
        etag,
      });
      const signedIn = await planner.bytes(address);
      expect({ address, same: signedIn.bytes.equals(first.bytes) }).toEqual({ address, same: true });
    }
  });

  it('follows an organisation that changes its name, and no work that goes on inside', async () => {
    const tag = async () => (await anybody().bytes(paths.publicPlan(COUNTY, shown.plan.slug))).headers.get('etag');
    const before = await tag();
    await app.db.query(`UPDATE follow_up SET done = 'Nytt' WHERE round_id = $1`, [open.id]);
    expect(await tag()).toBe(before);
    await app.db.query(`UPDATE organisation SET name = 'Länskansliet med nytt namn' WHERE id = $1`, [
      shown.plan.responsible.id,
    ]);
    expect(await tag()).not.toBe(before);
    const page = await anybody().get<PublicPlanPage>(paths.publicPlan(COUNTY, shown.plan.slug));
    expect(page.body.goals[0]?.areas[0]?.activities[0]?.responsible).toEqual(['Länskansliet med nytt namn']);
  });

  it('holds nothing that nobody has published: no canary sings in any answer', async () => {
    const { columns, silent } = await letCanariesSing(app, { planId: shown.plan.planId, roundId: shown.round.id });
    expect(columns).toBeGreaterThan(75);
    // What can only hold certain words or forms, and so no canary. A kept reason stands only beside events that differ.
    const texts = /text|note|title|name|done|results|obstacles|reason/;
    expect(silent.filter((column) => texts.test(column.split('.')[1] ?? ''))).toEqual(['outcome.kept_reason']);
    // Pages are kept by edition, which was not moved behind the application's back: ask a process that has kept nothing.
    const fresh = await startTestApp({ on: app });
    try {
      const sung: string[] = [];
      for (const address of addresses()) {
        const { status, bytes } = await fresh.anonymous().bytes(address);
        expect({ address, status }).toEqual({ address, status: 200 });
        if (bytes.toString('utf8').includes(CANARY)) sung.push(address);
      }
      expect(sung).toEqual([]);
      const [json = ''] = files().filter((address) => address.endsWith('json'));
      const adopted = (await fresh.anonymous().bytes(json)).bytes.toString('utf8');
      expect(adopted).toContain(FROZEN);
      expect(adopted.replaceAll(FROZEN, '')).not.toContain(CANARY);
    } finally {
      await fresh.close();
    }
  });
});
