import {
  paths,
  type ActivityList,
  type ActivityPage,
  type FollowUpPage,
  type OutcomeGrid,
  type ParticipationSheet,
  type PutParticipationAnswer,
  type RoundPage,
  type YearSummary,
} from '@samhandling/contracts';
import type { ParticipationState } from '@samhandling/domain';
import { ReportFactsService } from '../../api/src/reports/report-facts.service.ts';
import { UnitOfWork } from '../../api/src/platform/database/unit-of-work.ts';
import { startTestApp, type TestApp, type TestClient } from '../support/app.ts';
import { countQueries } from '../support/query-counter.ts';
import { completeRound, followUpsOfRound, moveRound } from '../support/round-builder.ts';
import { collectiveScene, join, participationOf, type CollectiveScene } from '../support/together.ts';

const CODES = ['0760', '0761', '0763', '0764', '0765', '0767', '0780', '0781'];

describe('who takes part', () => {
  let app: TestApp;
  let planner: TestClient;
  beforeAll(async () => {
    app = await startTestApp();
    planner = await app.person('Petra Planerare', [{ role: 'planner' }]);
  });
  afterAll(() => app.close());

  const put = (client: TestClient, roundId: string, rows: readonly object[]) =>
    client.put<PutParticipationAnswer>(paths.roundParticipation(roundId), { rows });
  const row = (
    { plan, members }: CollectiveScene,
    activity: number,
    member: number,
    state: ParticipationState | null,
    version = 0,
  ) => ({
    activityId: plan.activities[activity]?.id ?? '',
    organisationId: members[member]?.id ?? '',
    version,
    state,
  });

  it('is asked of partners and of each member in force, and counted with its denominator', async () => {
    const scene = await collectiveScene(app, planner, CODES);
    await join(app, scene.collective.id, scene.members[7]?.id ?? '', null, '2024-12-31');
    await join(app, scene.collective.id, scene.members[6]?.id ?? '', '2025-06-01', null);
    const sheet = await participationOf(planner, scene.round.id);
    const [first] = sheet.activities;
    expect(sheet.activities.map(({ reference }) => reference)).toEqual(
      scene.plan.activities.map(({ reference }) => reference),
    );
    expect(first?.rows.map(({ organisation, collective }) => [organisation.id, collective?.id])).toEqual([
      ...scene.members.slice(0, 7).map(({ id }) => [id, scene.collective.id]),
      [scene.partner.id, undefined],
    ]);
    expect(first?.rows[6]).toMatchObject({ from: '2025-06-01', to: null, state: null, version: 0, mayEdit: true });
    expect(first?.rows[0]).toMatchObject({ from: null, to: null, municipalityCode: '0760' });

    const answer = await put(planner, scene.round.id, [
      row(scene, 0, 0, 'took_part'),
      row(scene, 0, 1, 'declined'),
      { ...row(scene, 0, 2, 'invited'), note: 'Per brev i mars.' },
      row(scene, 0, 7, 'invited'),
      row(scene, 0, 0, 'declined'),
      row(scene, 1, 0, 'confirmed', 3),
    ]);
    expect(answer.body.results.map(({ result }) => result)).toEqual([
      'saved',
      'saved',
      'saved',
      'refused',
      'refused',
      'stale',
    ]);
    expect(answer.body.results[3]?.reason).toMatch(/är inte medlem/);
    expect(answer.body.activities[0]?.counts).toEqual({
      invited: 1,
      confirmed: 0,
      took_part: 1,
      declined: 1,
      not_stated: 5,
    });
    expect(answer.body.activities[0]?.rows[2]).toMatchObject({
      state: 'invited',
      note: 'Per brev i mars.',
      version: 1,
      updatedBy: { name: 'Petra Planerare' },
    });
    const again = await put(planner, scene.round.id, [
      row(scene, 0, 0, 'took_part', 1),
      row(scene, 0, 1, null, 1),
      row(scene, 0, 2, 'confirmed', 1),
    ]);
    expect(again.body.results.map(({ result }) => result)).toEqual(['unchanged', 'saved', 'saved']);
    expect(again.body.activities[0]?.rows[2]).toMatchObject({ state: 'confirmed', note: 'Per brev i mars.' });
    const audited = await app.db.query<{ action: string }>(
      `SELECT action FROM audit_event WHERE entity = 'participation' ORDER BY at, id`,
    );
    expect(audited.map(({ action }) => action)).toEqual(['create', 'create', 'create', 'delete', 'update']);

    const [page] = await followUpsOfRound(planner, scene.plan, scene.round.label);
    expect((page as FollowUpPage).participation).toHaveLength(8);
    const one = await planner.get<ParticipationSheet>(
      `${paths.roundParticipation(scene.round.id)}?activity=${scene.plan.activities[2]?.id}`,
    );
    expect(one.body.activities.map(({ id }) => id)).toEqual([scene.plan.activities[2]?.id]);
  });

  it('is stated by planners, and by each for themselves', async () => {
    const scene = await collectiveScene(app, planner, CODES);
    const coordinator = await app.person('Kim Kommun', [
      { role: 'municipal_coordinator', municipalityCode: CODES[0] ?? '' },
    ]);
    const partner = await app.person('Ida Idrott', [{ role: 'reporter', organisationId: scene.partner.id }]);
    const reader = await app.person('Rut Läsare', [{ role: 'reader' }]);
    const own = await put(coordinator, scene.round.id, [row(scene, 0, 0, 'confirmed'), row(scene, 0, 1, 'confirmed')]);
    expect(own.body.results.map(({ result, reason }) => [result, reason])).toEqual([
      ['saved', ''],
      ['refused', 'Bara organisationen själv eller en planerare kan ange om den deltar.'],
    ]);
    const theirs = { ...row(scene, 0, 0, 'took_part'), organisationId: scene.partner.id };
    expect((await put(partner, scene.round.id, [theirs])).body.results[0]?.result).toBe('saved');
    expect((await put(reader, scene.round.id, [row(scene, 0, 0, 'invited')])).status).toBe(403);
    const seen = await participationOf(reader, scene.round.id);
    expect(seen.activities.flatMap(({ rows }) => rows).some(({ mayEdit }) => mayEdit)).toBe(false);
    const [county] = await app.db.query<{ id: string }>(`SELECT id FROM county WHERE code = '08'`);
    const elsewhere = await app.person('Eva Grannlän', [{ role: 'planner' }], county?.id);
    expect((await put(elsewhere, scene.round.id, [row(scene, 0, 2, 'invited')])).status).toBe(404);
    expect((await elsewhere.get(paths.roundParticipation(scene.round.id))).status).toBe(404);
  });

  it('keeps one of two who state the same at once, and takes as many statements for one as for many', async () => {
    const scene = await collectiveScene(app, planner, CODES);
    const all = (state: ParticipationState) =>
      scene.plan.activities.flatMap((_, activity) => CODES.map((_code, member) => row(scene, activity, member, state)));
    const other = await app.person('Pia Planerare', [{ role: 'planner' }]);
    const [one, two] = await Promise.all([
      put(planner, scene.round.id, all('invited')),
      put(other, scene.round.id, [...all('confirmed')].reverse()),
    ]);
    const results = [...one.body.results, ...two.body.results].map(({ result }) => result);
    expect(results.filter((result) => result === 'saved')).toHaveLength(all('invited').length);
    expect(results.filter((result) => result === 'stale')).toHaveLength(all('invited').length);
    const small = await collectiveScene(app, planner, ['0760'], 1);
    const reading = (id: string) => countQueries(app, () => participationOf(planner, id));
    expect(await reading(scene.round.id)).toBe(await reading(small.round.id));
    const fresh = await collectiveScene(app, planner, CODES);
    const writing = (of: CollectiveScene, rows: readonly object[]) =>
      countQueries(app, () => put(planner, of.round.id, rows));
    const many = CODES.map((_, member) => row(fresh, 0, member, 'invited'));
    expect(await writing(fresh, many)).toBe(await writing(small, [row(small, 0, 0, 'invited')]));
  });

  it('is locked with the round', async () => {
    const scene = await collectiveScene(app, planner, ['0760'], 1);
    await completeRound(planner, scene.plan, scene.round);
    const [stored] = await app.db.query<{ version: number }>('SELECT version FROM follow_up_round WHERE id = $1', [
      scene.round.id,
    ]);
    const review = await moveRound(planner, { ...scene.round, version: stored?.version ?? 0 }, 'start_review');
    const coordinator = await app.person('Kim Kommun', [{ role: 'municipal_coordinator', municipalityCode: '0760' }]);
    const late = await put(coordinator, scene.round.id, [row(scene, 0, 0, 'declined')]);
    expect(late.body.results[0]?.reason).toMatch(/^Omgången granskas/);
    const second = await app.person('Pål Planerare', [{ role: 'planner' }]);
    await moveRound(second, await moveRound(planner, review, 'propose_adoption'), 'adopt');
    expect((await put(planner, scene.round.id, [row(scene, 0, 0, 'declined')])).problem.code).toBe('locked');
    const sheet = await participationOf(planner, scene.round.id);
    expect(sheet.activities[0]?.rows[0]).toMatchObject({ mayEdit: false });
    expect(sheet.activities[0]?.rows[0]?.lockedReason).toMatch(/fastställd/);
  });

  describe('decides who is expected to report', () => {
    let scene: CollectiveScene;
    beforeAll(async () => {
      scene = await collectiveScene(app, planner, CODES);
      // Five of eight: one left before the round's end, one declined, one declined but has a value all the same,
      // one declined another activity only, and one does not apply.
      await join(app, scene.collective.id, scene.members[7]?.id ?? '', null, '2025-10-31');
      await put(planner, scene.round.id, [
        row(scene, 0, 0, 'declined'),
        row(scene, 0, 1, 'declined'),
        row(scene, 1, 2, 'declined'),
      ]);
      const indicatorId = scene.plan.activities[0]?.indicatorIds[0] ?? '';
      for (const [code, input] of [
        [CODES[1], '4'],
        [CODES[3], 'e.t.'],
        [CODES[4], '6'],
      ]) {
        const saved = await planner.put(
          paths.roundOutcome(scene.round.id, indicatorId),
          { municipalityCode: code, sex: 'total', input },
          0,
        );
        expect(saved.status).toBe(200);
      }
    });

    /** Expected and reported of the first activity and its goal, of every page that counts them. */
    it('with the same numbers everywhere', async () => {
      const { plan, round } = scene;
      const [activity] = plan.activities;
      const indicatorId = activity?.indicatorIds[0];
      // Eight municipalities, less the one that left, the one that declined in silence and the one it does not apply to.
      const expected = [5, 2];

      const grid = await planner.get<OutcomeGrid>(`${paths.roundOutcomes(round.id)}?breakdown=municipality`);
      const line = grid.body.rows.find(({ indicator }) => indicator.id === indicatorId);
      expect([line?.combined.of, line?.combined.reported]).toEqual(expected);
      expect(line?.cells.filter(({ isLeftOut }) => isLeftOut).map(({ municipalityCode }) => municipalityCode)).toEqual(
        expect.arrayContaining([CODES[0], CODES[1], CODES[7]]),
      );

      const list = await planner.get<ActivityList>(paths.planActivities(plan.slug));
      const item = list.body.items.find(({ id }) => id === activity?.id);
      expect([item?.outcomesExpected, item?.outcomesReported]).toEqual(expected);

      const page = await planner.get<ActivityPage>(
        paths.planActivity(plan.slug, activity?.areaNumber ?? '', activity?.number ?? 0),
      );
      const point = page.body.indicators[0]?.points.at(-1)?.display;
      expect([point?.of, point?.reported]).toEqual(expected);

      const facts = await app.app
        .get(UnitOfWork)
        .read(() => app.app.get(ReportFactsService).collect(round.id, () => ({ kind: 'preliminary' }) as never), {
          countyId: app.countyId,
          personId: null,
        });
      const reported = facts.indicators.find(({ id }) => id === indicatorId)?.now;
      expect([reported?.of, reported?.reported]).toEqual(expected);

      const rehearsal = await planner.get<RoundPage>(paths.planRound(plan.slug, round.label));
      const words = rehearsal.body.rehearsal.groups.flatMap(({ items }) => items.map((one) => one.words));
      expect(words.filter((one) => one.includes(activity?.reference ?? '-') && /2 av 5/.test(one))).toHaveLength(1);
    });

    it('per goal and per municipality in the year in figures too', async () => {
      const { body } = await planner.get<YearSummary>(paths.planSummary(scene.plan.slug));
      const list = await planner.get<ActivityList>(paths.planActivities(scene.plan.slug));
      const total = (key: 'outcomesExpected' | 'outcomesReported') =>
        list.body.items.reduce((sum, item) => sum + item[key], 0);
      const goals = (key: 'outcomesExpected' | 'outcomesReported') =>
        body.goals.reduce((sum, goal) => sum + goal[key], 0);
      const places = (key: 'outcomesExpected' | 'outcomesReported') =>
        body.municipalities.reduce((sum, place) => sum + place[key], 0);
      // Four indicators of eight places: the one that left is in none, the one that declined in silence is out of its own two.
      expect(total('outcomesExpected')).toBe(4 * 8 - 4 - 1 - 1 - 1);
      expect(goals('outcomesExpected')).toBe(total('outcomesExpected'));
      expect(places('outcomesExpected')).toBe(total('outcomesExpected'));
      expect([total('outcomesReported'), goals('outcomesReported'), places('outcomesReported')]).toEqual([2, 2, 2]);
      const left = body.municipalities.find(({ code }) => code === CODES[7]);
      expect(left).toMatchObject({ outcomesExpected: 0, outcomesReported: 0 });
    });
  });
});
