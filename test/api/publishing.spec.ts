import {
  paths,
  type PublicCountyItem,
  type PublicPlanList,
  type PublicPlanPage,
  type Publication,
  type Round,
} from '@samhandling/contracts';
import { startTestApp, type TestApp, type TestClient } from '../support/app.ts';
import { buildPlan } from '../support/plan-builder.ts';
import {
  adoptedScene,
  adoptRound,
  COUNTY,
  movePublication,
  publicationOf,
  takePublication,
  type AdoptedScene,
} from '../support/publishing.ts';
import { moveRound, openRound } from '../support/round-builder.ts';

describe('publishing', () => {
  let app: TestApp;
  let planner: TestClient;
  let second: TestClient;
  let reader: TestClient;
  beforeAll(async () => {
    app = await startTestApp();
    planner = await app.person('Petra Planerare', [{ role: 'planner' }]);
    second = await app.person('Per Planerare', [{ role: 'planner' }]);
    reader = await app.person('Lena Läsare', [{ role: 'reader' }]);
    // The first report starts the process that makes the files, which takes longer than any test may.
    await scene();
  });
  afterAll(() => app.close());

  const anybody = () => app.anonymous();
  const planPage = (slug: string) => anybody().get<PublicPlanPage>(paths.publicPlan(COUNTY, slug));
  const scene = (): Promise<AdoptedScene> => adoptedScene(planner, second, app);

  it('shows a plan when a planner says so, tells who did, and takes it back', async () => {
    const { plan } = await scene();
    const before = await publicationOf(planner, plan);
    expect(before.body).toMatchObject({ version: 0, state: 'unpublished', publishedAt: null, page: null });
    expect(before.body.transitions).toEqual([{ name: 'publish', label: 'Publicera', allowed: true, reasons: [] }]);
    expect((await planPage(plan.slug)).status).toBe(404);

    const published = await takePublication(planner, plan, 'publish', 0);
    expect(published.body).toMatchObject({
      version: 1,
      state: 'published',
      publishedBy: { name: 'Petra Planerare' },
      page: `/offentligt/${COUNTY}/${plan.slug}`,
    });
    expect((await planPage(plan.slug)).body).toMatchObject({ plan: { slug: plan.slug }, rounds: [], round: null });

    const taken = await takePublication(second, plan, 'unpublish', 1);
    expect(taken.body).toMatchObject({ state: 'unpublished', withdrawnBy: { name: 'Per Planerare' }, page: null });
    const gone = await planPage(plan.slug);
    expect([gone.status, gone.headers.get('content-type')]).toEqual([404, 'application/problem+json; charset=utf-8']);
    expect(gone.problem.detail).toMatch(/publicera/);
  });

  it('takes back one plan and all that was shown of it, while another stays', async () => {
    const [gone, stays] = [await scene(), await scene()];
    for (const { plan, round } of [gone, stays]) {
      await movePublication(planner, plan, 'publish');
      await movePublication(planner, { roundId: round.id }, 'publish');
    }
    const shownOf = async ({ plan, round }: AdoptedScene): Promise<number[]> => {
      const of = [COUNTY, plan.slug] as const;
      const asked = [
        paths.publicPlan(...of),
        paths.publicActivity(...of, '1.1', 1),
        paths.publicRound(...of, round.label),
        paths.publicReportFile(...of, round.label, 'pdf'),
        paths.publicData(...of, 'activities', 'csv'),
      ];
      return Promise.all(asked.map(async (path) => (await anybody().get(path, { raw: true })).status));
    };
    const plansShown = async (): Promise<string[]> => {
      const { body } = await anybody().get<PublicPlanList>(paths.publicPlans(COUNTY));
      return body.plans.map(({ slug }) => slug);
    };
    expect(await shownOf(gone)).toEqual([200, 200, 200, 200, 200]);
    const before = await plansShown();
    await movePublication(planner, gone.plan, 'unpublish');
    expect(await shownOf(gone)).toEqual([404, 404, 404, 404, 404]);
    expect(await shownOf(stays)).toEqual([200, 200, 200, 200, 200]);
    const after = await plansShown();
    expect(before.filter((slug) => !after.includes(slug))).toEqual([gone.plan.slug]);
    const counties = (await anybody().get<PublicCountyItem[]>(paths.publicCounties())).body;
    expect(counties.find(({ slug }) => slug === COUNTY)?.plans).toBe(after.length);
  });

  it('refuses a stale version with the one that stands, and asks for one', async () => {
    const { plan } = await scene();
    await movePublication(planner, plan, 'publish');
    const stale = await takePublication(second, plan, 'unpublish', 0);
    expect(stale.problem).toMatchObject({ status: 412, code: 'stale', current: { version: 1, state: 'published' } });
    const missing = await planner.post(paths.planPublicationTransitions(plan.slug), { transition: 'unpublish' });
    expect(missing.problem).toMatchObject({ status: 428 });
    expect((await takePublication(planner, plan, 'publish', 1)).problem).toMatchObject({
      status: 409,
      detail: 'Det är redan publicerat.',
    });
  });

  it('lets one of two who publish at once be first', async () => {
    const { plan } = await scene();
    const answers = await Promise.all([planner, second].map((client) => takePublication(client, plan, 'publish', 0)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  it('is for planners, and says so to others', async () => {
    const { plan, round } = await scene();
    expect((await publicationOf(reader, plan)).body.transitions).toEqual([]);
    for (const target of [{ slug: plan.slug }, { roundId: round.id }]) {
      const refused = await takePublication(reader, target, 'publish', 0);
      expect(refused.problem).toMatchObject({ status: 403, detail: 'Din roll ger inte rätt att publicera planen.' });
    }
  });

  it('shows a round only when its plan is shown, and takes both back together', async () => {
    const { plan, round } = await scene();
    const target = { roundId: round.id };
    const early = await takePublication(planner, target, 'publish', 0);
    expect(early.problem).toMatchObject({ status: 409, detail: 'Publicera planen först.' });
    await movePublication(planner, plan, 'publish');
    const shown = await movePublication(planner, target, 'publish');
    expect(shown).toMatchObject({ state: 'published', publishedVersion: 1 });
    expect((await planPage(plan.slug)).body.round).toMatchObject({ label: '2025', versionNumber: 1 });

    await movePublication(planner, plan, 'unpublish');
    await movePublication(planner, plan, 'publish');
    expect((await publicationOf(planner, target)).body.state).toBe('unpublished');
    expect((await planPage(plan.slug)).body.round).toBeNull();
  });

  it('refuses what is not adopted, in the service and in the database', async () => {
    const draft = await buildPlan(app);
    const refused = await takePublication(planner, draft, 'publish', 0);
    expect(refused.problem).toMatchObject({
      status: 409,
      detail: 'Bara det som är antaget eller fastställt kan publiceras.',
    });
    const put = (planId: string, roundId: string | null, reportId: string | null) =>
      app.db.query(
        `INSERT INTO publication (id, county_id, plan_id, round_id, frozen_report_id, published_at)
         VALUES (gen_random_uuid(), $1, $2, $3, $4, now())`,
        [app.countyId, planId, roundId, reportId],
      );
    await expect(put(draft.planId, null, null)).rejects.toMatchObject({ code: 'SH004' });
    const { plan, round } = await scene();
    const [report] = await app.db.query<{ id: string }>('SELECT id FROM frozen_report WHERE round_id = $1', [round.id]);
    const again = await moveRound(planner, round, 'reopen', 'En siffra var fel.');
    await expect(put(plan.planId, again.id, report?.id ?? null)).rejects.toMatchObject({ code: 'SH004' });
    await movePublication(planner, plan, 'publish');
    await expect(app.db.query(`UPDATE plan SET state = 'draft' WHERE id = $1`, [plan.planId])).rejects.toMatchObject({
      code: 'SH004',
    });
  });

  it('keeps the adopted version in view while the round is open again, until the next is published', async () => {
    const { plan, round } = await scene();
    await movePublication(planner, plan, 'publish');
    await movePublication(planner, { roundId: round.id }, 'publish');
    const reopened = await moveRound(planner, round, 'reopen', 'En siffra var fel.');
    expect((await planPage(plan.slug)).body.round).toMatchObject({ versionNumber: 1 });
    expect((await publicationOf(planner, { roundId: round.id })).body.transitions).toEqual([
      expect.objectContaining({ name: 'unpublish', allowed: true }),
    ]);
    const adopted = await adoptRound(planner, second, reopened);
    expect((await planPage(plan.slug)).body.round).toMatchObject({ versionNumber: 1 });
    const offers = (await publicationOf(planner, { roundId: adopted.id })).body;
    expect(offers.transitions.map(({ name }) => name)).toEqual(['publish_version', 'unpublish']);
    await movePublication(planner, { roundId: adopted.id }, 'publish_version');
    expect((await planPage(plan.slug)).body.round).toMatchObject({ versionNumber: 2 });
  });

  it('is recorded, step by step, and told in the history of the round', async () => {
    const { plan, round } = await scene();
    await movePublication(planner, plan, 'publish');
    await movePublication(planner, { roundId: round.id }, 'publish');
    await movePublication(planner, plan, 'unpublish');
    const recorded = await app.db.query(
      `SELECT action, entity, changes FROM audit_event WHERE entity_id = ANY($1::uuid[]) AND action LIKE '%publish' ORDER BY at, id`,
      [[plan.planId, round.id]],
    );
    expect(recorded).toEqual([
      { action: 'publish', entity: 'plan', changes: { published: { old: false, new: true } } },
      { action: 'publish', entity: 'follow_up_round', changes: { publishedVersion: { old: null, new: 1 } } },
      { action: 'unpublish', entity: 'follow_up_round', changes: { publishedVersion: { old: 1, new: null } } },
      { action: 'unpublish', entity: 'plan', changes: { published: { old: true, new: false } } },
    ]);
    const history = await planner.get<{ entries: { action: string; fields: { label: string; new: string }[] }[] }>(
      paths.history('round', round.id),
    );
    expect(history.body.entries.slice(0, 2).map(({ action }) => action)).toEqual(['Avpublicerade', 'Publicerade']);
  });

  it('does not let a planner of another county in', async () => {
    const [other] = await app.db.query<{ id: string }>(`SELECT id FROM county WHERE code = '08'`);
    const stranger = await app.person('Sven Främling', [{ role: 'planner' }], other?.id);
    const { plan, round } = await scene();
    for (const target of [{ slug: plan.slug }, { roundId: round.id }]) {
      expect((await publicationOf(stranger, target)).status).toBe(404);
      expect((await takePublication(stranger, target, 'publish', 0)).status).toBe(404);
    }
    const counties = await anybody().get<PublicCountyItem[]>(paths.publicCounties());
    expect(counties.body.map(({ slug }) => slug)).not.toContain('kalmar-lan');
  });

  it('shows a closed plan on, and never an open round', async () => {
    const { plan } = await scene();
    await movePublication(planner, plan, 'publish');
    const open: Round = await openRound(planner, plan, 2026);
    const refused = await takePublication(planner, { roundId: open.id }, 'publish', 0);
    expect(refused.problem.status).toBe(409);
    expect((await planPage(plan.slug)).body.rounds).toEqual([]);
    const offered = await planner.get<Publication>(paths.roundPublication(open.id));
    expect(offered.body.transitions[0]).toMatchObject({ allowed: false });
    await app.db.query(`UPDATE plan SET state = 'closed' WHERE id = $1`, [plan.planId]);
    expect((await planPage(plan.slug)).body.plan.state).toBe('closed');
  });
});
