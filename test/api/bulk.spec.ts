import { paths, type BulkAnswer, type BulkChange, type FollowUpPage } from '@samhandling/contracts';
import { startTestApp, type TestApp, type TestClient } from '../support/app.ts';
import { buildOrganisation, buildPlan, type BuiltOrganisation, type BuiltPlan } from '../support/plan-builder.ts';
import { followUpsOfRound, openRound } from '../support/round-builder.ts';

describe('changing many follow-ups at once', () => {
  let app: TestApp;
  let plan: BuiltPlan;
  let planner: TestClient;
  let reporter: TestClient;
  let ours: BuiltOrganisation;
  let roundId: string;
  let pages: FollowUpPage[];
  beforeAll(async () => {
    app = await startTestApp();
    ours = await buildOrganisation(app, 'Länskansliet');
    plan = await buildPlan(app, { state: 'adopted', responsible: ours, activities: 6 });
    planner = await app.person('Petra Planerare', [{ role: 'planner' }]);
    reporter = await app.person('Rut Rapportör', [{ role: 'reporter', organisationId: ours.id }]);
    roundId = (await openRound(planner, plan)).id;
    pages = await followUpsOfRound(planner, plan, '2025');
  });
  afterAll(() => app.close());

  const bulk = (client: TestClient, change: BulkChange, more: object = {}, filter: object = {}) =>
    client.post<BulkAnswer>(paths.roundBulk(roundId), { filter, change, ...more });
  const expectedOf = ({ items }: BulkAnswer) => items.map(({ followUpId, version }) => ({ followUpId, version }));
  const reportersNow = () => app.db.query('SELECT DISTINCT reporter_id FROM follow_up');

  it('shows first, writing nothing, and then does exactly what was shown', async () => {
    const reporterId = reporter.session?.person.id ?? '';
    const rows = await app.db.query('SELECT id, version, updated_at FROM follow_up ORDER BY id');
    const audited = await app.db.query('SELECT count(*) FROM audit_event');
    const change = { kind: 'reporter', reporterId: planner.session?.person.id ?? '' } as const;
    const shown = await bulk(planner, change);
    expect(shown.body).toMatchObject({ isPreview: true, counts: { would_change: 6, refused: 0 } });
    expect(shown.body.items[0]).toMatchObject({ before: 'Rut Rapportör', after: 'Petra Planerare', reason: '' });
    expect(await app.db.query('SELECT id, version, updated_at FROM follow_up ORDER BY id')).toEqual(rows);
    expect(await app.db.query('SELECT count(*) FROM audit_event')).toEqual(audited);
    expect(await reportersNow()).toEqual([{ reporter_id: reporterId }]);

    const done = await bulk(planner, change, { expected: expectedOf(shown.body) });
    expect(done.body).toMatchObject({ isPreview: false, counts: { changed: 6 } });
    // One change could be undone by its id; many have none.
    expect([shown.headers.get('change-id'), done.headers.get('change-id')]).toEqual([null, null]);
    expect(await reportersNow()).toEqual([{ reporter_id: change.reporterId }]);
    const again = await bulk(planner, change);
    expect(again.body.counts).toMatchObject({ unchanged: 6, would_change: 0 });
    const back = await bulk(planner, { kind: 'reporter', reporterId });
    await bulk(planner, { kind: 'reporter', reporterId }, { expected: expectedOf(back.body) });
  });

  it('leaves what somebody touched after the preview, and says so', async () => {
    const change = { kind: 'next_step_date', day: '2026-03-12' } as const;
    const shown = await bulk(planner, change);
    const first = shown.body.items[0];
    await planner.patch(paths.followUp(first?.followUpId ?? ''), { nextStepDate: '2026-05-01' }, first?.version);
    const done = await bulk(planner, change, { expected: expectedOf(shown.body) });
    expect(done.body.counts).toMatchObject({ changed: 5, stale: 1 });
    expect(done.body.items.find(({ result }) => result === 'stale')).toMatchObject({
      followUpId: first?.followUpId,
      reason: 'Ändrad av någon annan sedan förhandsvisningen. Den är lämnad som den är.',
    });
  });

  it('refuses each row in the words it would get by itself, and lets the others through', async () => {
    const [first] = pages;
    const fresh = await planner.get<FollowUpPage>(paths.followUp(first?.followUp.id ?? ''));
    await planner.patch(
      paths.followUp(fresh.body.followUp.id),
      { judgement: 'on_track', done: 'Träffar har hållits.' },
      fresh.body.followUp.version,
    );
    const shown = await bulk(planner, { kind: 'transition', transition: 'submit' });
    expect(shown.body.counts).toMatchObject({ would_change: 1, refused: 5 });
    expect(shown.body.items.find(({ result }) => result === 'refused')?.reason).toContain('Välj en lägesbedömning.');
    const narrowed = await bulk(planner, { kind: 'transition', transition: 'submit' }, {}, { judgement: ['on_track'] });
    expect(narrowed.body.items.map(({ reference }) => reference)).toEqual([first?.activity.reference]);
  });

  it('gives nobody more than they have', async () => {
    const other = await buildOrganisation(app, 'Utomstående');
    const outsider = await app.person('Olle Annan', [{ role: 'reporter', organisationId: other.id }]);
    const shown = await bulk(outsider, { kind: 'nothing_new' });
    expect(shown.body.counts).toMatchObject({ would_change: 0, refused: 6 });
    const reader = await app.person('Rakel Läsare', [{ role: 'reader' }]);
    expect((await bulk(reader, { kind: 'nothing_new' })).status).toBe(403);
    const elsewhere = await app.db.query<{ id: string }>(`SELECT id FROM county WHERE code = '12'`);
    const foreign = await app.person('Frida Främmande', [{ role: 'planner' }], elsewhere[0]?.id);
    expect((await bulk(foreign, { kind: 'nothing_new' })).status).toBe(404);
  });

  it('says what is wrong with what cannot be read', async () => {
    const wrong: [body: object, pointer: string][] = [
      [{ filter: {}, change: { kind: 'explode' } }, '/change/kind'],
      [{ filter: {}, change: { kind: 'transition', transition: 'vanish' } }, '/change/transition'],
      [{ filter: {}, change: { kind: 'next_step_date', day: '2026-02-30' } }, '/change/day'],
      [{ filter: {}, change: { kind: 'reporter', reporterId: 'x' } }, '/change/reporterId'],
      [{ filter: { goal: ['x'] }, change: { kind: 'nothing_new' } }, '/filter/goal'],
      [{ change: { kind: 'nothing_new' } }, '/filter'],
    ];
    for (const [body, pointer] of wrong) {
      const answer = await planner.post(paths.roundBulk(roundId), body);
      expect([answer.status, answer.problem.errors?.[0]?.pointer]).toEqual([400, pointer]);
    }
  });
});
