import { paths, type FollowUpPage, type RoundPage } from '@samhandling/contracts';
import { startTestApp, type TestApp, type TestClient } from '../support/app.ts';
import { COUNT_INDICATOR } from '../support/plan-builder.ts';
import { countQueries } from '../support/query-counter.ts';
import { followUpScene, getFollowUp, saveFollowUp, takeFollowUp } from '../support/round-builder.ts';

describe('follow-ups', () => {
  let app: TestApp;
  let planner: TestClient;
  beforeAll(async () => {
    app = await startTestApp();
    planner = await app.person('Petra Planerare', [{ role: 'planner' }]);
  });
  afterAll(() => app.close());
  const scene = (activities?: number) => followUpScene(app, planner, activities);
  const stored = async (id: string) =>
    (await app.db.query<Record<string, unknown>>('SELECT * FROM follow_up WHERE id = $1', [id]))[0];
  const audited = (id: string) =>
    app.db.query<{
      action: string;
      person_id: string;
      on_behalf_of_id: string | null;
      changes: Record<string, unknown>;
    }>('SELECT action, person_id, on_behalf_of_id, changes FROM audit_event WHERE entity_id = $1 ORDER BY at, id', [
      id,
    ]);

  it('show the form all it needs: activity, own answer, reporters and what may be done', async () => {
    const { plan, reporter, ids } = await scene();
    const page = await getFollowUp(reporter, ids[0] ?? '');
    expect(page).toMatchObject({
      plan: { slug: plan.slug },
      round: { label: '2025', state: 'open', due: '2026-01-31', from: '2025-01-01', to: '2025-12-31' },
      activity: {
        reference: '1.1/1',
        text: plan.activities[0]?.text,
        responsible: [plan.responsible],
        partners: [plan.partner],
        responsibleGroup: null,
      },
      goal: { number: 1, title: 'Mål nummer 1' },
      previous: null,
      neighbours: { previous: null, next: ids[1] },
    });
    expect(page.outcomes.map((row) => row.indicator.text)).toEqual([COUNT_INDICATOR.text]);
    expect(page.series).toHaveLength(1);
    expect(page.followUp).toMatchObject({
      state: 'draft',
      version: 1,
      judgement: null,
      reporter: { name: 'Ruth Rapportör' },
      mayEdit: true,
      lockedReason: '',
      updatedBy: null,
    });
    expect(page.followUp.transitions).toEqual([
      { name: 'submit', label: 'Lämna in', allowed: false, reasons: ['Välj en lägesbedömning.'] },
    ]);
    expect(page.reporters.map((person) => person.name)).toEqual(['Ruth Rapportör', 'Petra Planerare']);
  });

  it('go the whole way: saved, refused while incomplete, submitted, withdrawn, returned with a question, accepted, undone', async () => {
    const { reporter, ids } = await scene();
    const id = ids[0] ?? '';
    const saved = await saveFollowUp(
      reporter,
      id,
      { judgement: 'needs_support', results: 'Fler kom.', nextStepDate: '2026-04-01' },
      1,
    );
    expect(saved.status).toBe(200);
    expect(saved.headers.get('etag')).toBe('"2"');
    expect(saved.body.followUp).toMatchObject({
      version: 2,
      judgement: 'needs_support',
      nextStepDate: '2026-04-01',
      updatedBy: { name: 'Ruth Rapportör' },
    });

    const incomplete = await takeFollowUp(reporter, id, 'submit', 2);
    expect(incomplete.status).toBe(422);
    expect(incomplete.problem.errors).toEqual([
      { pointer: '/supportNeeded', code: 'missing', reason: 'Skriv vilket stöd som behövs.' },
      { pointer: '/done', code: 'missing', reason: 'Skriv vad som har gjorts, eller välj Inget nytt.' },
    ]);
    await saveFollowUp(reporter, id, { supportNeeded: 'En lokal.', nothingNew: true }, 2);
    const submitted = await takeFollowUp(reporter, id, 'submit', 3);
    expect(submitted.body.followUp).toMatchObject({ state: 'submitted', version: 4, nothingNew: true, mayEdit: false });
    expect(submitted.body.followUp.submittedAt).not.toBeNull();
    expect(submitted.body.followUp.lockedReason).toMatch(
      /^Svaret lämnades in \d+ \p{L}+ \d{4} av Ruth Rapportör\. Ta tillbaka det/u,
    );
    expect(submitted.body.followUp.transitions).toEqual([
      { name: 'withdraw', label: 'Ta tillbaka', allowed: true, reasons: [] },
    ]);
    const locked = await saveFollowUp(reporter, id, { results: 'Nej.' }, 4);
    expect(locked.problem).toMatchObject({ status: 409, code: 'rule' });
    expect((await takeFollowUp(reporter, id, 'withdraw', 4)).body.followUp).toMatchObject({
      state: 'draft',
      submittedAt: null,
      mayEdit: true,
    });
    await takeFollowUp(reporter, id, 'submit', 5);

    const review = await getFollowUp(planner, id);
    expect(review.followUp.transitions.map((offer) => [offer.name, offer.allowed])).toEqual([
      ['withdraw', true],
      ['return', true],
      ['accept', true],
    ]);
    const silent = await takeFollowUp(planner, id, 'return', 6, '  ');
    expect(silent.problem).toMatchObject({
      status: 422,
      errors: [{ pointer: '/reason', reason: 'Skriv vad som behöver ändras, så att mottagaren vet vad som väntas.' }],
    });
    const returned = await takeFollowUp(planner, id, 'return', 6, 'Hur många kom?');
    expect(returned.body.followUp).toMatchObject({ state: 'returned', returnReason: 'Hur många kom?' });
    expect((await getFollowUp(reporter, id)).followUp.mayEdit).toBe(true);
    await saveFollowUp(reporter, id, { results: 'Tolv kom.' }, 7);
    await takeFollowUp(reporter, id, 'submit', 8);
    expect((await takeFollowUp(reporter, id, 'accept', 9)).problem).toMatchObject({ status: 403, code: 'not_allowed' });
    const accepted = await takeFollowUp(planner, id, 'accept', 9);
    expect(accepted.body.followUp).toMatchObject({ state: 'accepted', mayEdit: false });
    expect((await saveFollowUp(planner, id, { results: 'Femton.' }, 10)).status).toBe(409);
    expect((await getFollowUp(reporter, id)).followUp.lockedReason).toContain('godkändes');
    expect((await takeFollowUp(planner, id, 'undo_accept', 10)).body.followUp).toMatchObject({
      state: 'submitted',
      mayEdit: true,
    });
    expect((await takeFollowUp(planner, id, 'withdraw', 10)).status).toBe(412);

    const trail = await audited(id);
    expect(trail.map((row) => row.action)).toEqual([
      'create',
      'update',
      'update',
      'submit',
      'withdraw',
      'submit',
      'return',
      'update',
      'submit',
      'accept',
      'undo_accept',
    ]);
    expect(trail[1]?.changes).toEqual({
      judgement: { old: null, new: 'needs_support' },
      results: { old: '', new: 'Fler kom.' },
      nextStepDate: { old: null, new: '2026-04-01' },
    });
    expect(trail[6]?.changes).toEqual({
      state: { old: 'submitted', new: 'returned' },
      returnReason: { old: '', new: 'Hur många kom?' },
    });
  });

  it('refuse a stale save with the stored answer, and change nothing', async () => {
    const { reporter, ids } = await scene();
    const id = ids[0] ?? '';
    await saveFollowUp(planner, id, { done: 'Planerarens text.' }, 1);
    const late = await saveFollowUp(reporter, id, { done: 'Min text.' }, 1);
    expect(late.problem).toMatchObject({ status: 412, code: 'stale', title: 'Någon annan har ändrat samtidigt' });
    const current = late.problem.current as FollowUpPage;
    expect(current.followUp).toMatchObject({
      done: 'Planerarens text.',
      version: 2,
      updatedBy: { name: 'Petra Planerare' },
    });
    expect(await getFollowUp(reporter, id)).toEqual(current);
    expect((await reporter.patch(paths.followUp(id), { done: 'x' })).status).toBe(428);
    const both = await Promise.all(['A', 'B'].map((done) => saveFollowUp(reporter, id, { done }, 2)));
    expect(both.map((answer) => answer.status).sort()).toEqual([200, 412]);
  });

  it('saving what is already there is no change: no version, no audit row', async () => {
    const { reporter, ids } = await scene();
    const id = ids[0] ?? '';
    await saveFollowUp(reporter, id, { done: 'Klart.' }, 1);
    expect((await saveFollowUp(reporter, id, { done: 'Klart.' }, 2)).body.followUp.version).toBe(2);
    expect((await audited(id)).map((row) => row.action)).toEqual(['create', 'update']);
  });

  it('keep both names and the channel when a planner writes for somebody, until the reporter writes', async () => {
    const { reporter, ids } = await scene();
    const id = ids[0] ?? '';
    const ruth = reporter.session?.person.id ?? '';
    const half = await saveFollowUp(planner, id, { onBehalfOfId: ruth }, 1);
    expect(half.problem).toMatchObject({
      status: 422,
      errors: [{ pointer: '/channel', reason: 'Ange hur du fick svaret: möte, telefon eller e-post.' }],
    });
    expect((await saveFollowUp(planner, id, { channel: 'phone' }, 1)).problem.errors).toMatchObject([
      { pointer: '/onBehalfOfId' },
    ]);
    expect(
      (await saveFollowUp(reporter, id, { onBehalfOfId: ruth, channel: 'phone' }, 1)).problem.errors,
    ).toMatchObject([{ pointer: '/onBehalfOfId', reason: 'Bara en planerare kan skriva åt någon annan.' }]);
    const whole = await saveFollowUp(
      planner,
      id,
      { done: 'Berättat i telefon.', onBehalfOfId: ruth, channel: 'phone' },
      1,
    );
    expect(whole.body.followUp).toMatchObject({
      onBehalfOf: { name: 'Ruth Rapportör' },
      channel: 'phone',
      updatedBy: { name: 'Petra Planerare' },
    });
    expect((await audited(id)).at(-1)).toMatchObject({ person_id: planner.session?.person.id, on_behalf_of_id: ruth });
    const own = await saveFollowUp(reporter, id, { done: 'Skrivet själv.' }, 2);
    expect(own.body.followUp).toMatchObject({ onBehalfOf: null, channel: null });
  });

  it('change reporter to somebody who can be one', async () => {
    const { reporter, ids } = await scene();
    const id = ids[0] ?? '';
    const other = await app.person('Olga Annan', [{ role: 'reader' }]);
    const refused = await saveFollowUp(planner, id, { reporterId: other.session?.person.id }, 1);
    expect(refused.problem).toMatchObject({
      status: 422,
      errors: [
        {
          pointer: '/reporterId',
          reason: 'Välj någon som är rapportör för en ansvarig organisation, eller en planerare.',
        },
      ],
    });
    const planners = await saveFollowUp(planner, id, { reporterId: planner.session?.person.id }, 1);
    expect(planners.body.followUp.reporter?.name).toBe('Petra Planerare');
    expect((await saveFollowUp(reporter, id, { reporterId: null }, 2)).body.followUp.reporter).toBeNull();
  });

  it('refuse what cannot be stored or read, each at its field', async () => {
    const { reporter, ids } = await scene();
    const id = ids[0] ?? '';
    const cases: [object, string][] = [
      [{ judgement: 'bra' }, '/judgement'],
      [{ done: 7 }, '/done'],
      [{ done: null }, '/done'],
      [{ results: 'a\u0000b' }, '/results'],
      [{ obstacles: 'x'.repeat(20_001) }, '/obstacles'],
      [{ nextStepDate: '2026-13-45' }, '/nextStepDate'],
      [{ nothingNew: 'ja' }, '/nothingNew'],
      [{ reporterId: '1' }, '/reporterId'],
      [{ channel: 'brev' }, '/channel'],
      [{ state: 'accepted' }, '/state'],
    ];
    for (const [body, pointer] of cases) {
      const refused = await saveFollowUp(reporter, id, body, 1);
      expect([refused.status, refused.problem.errors?.[0]?.pointer]).toEqual([400, pointer]);
    }
    expect((await takeFollowUp(reporter, id, 'adopt', 1)).problem.errors).toMatchObject([{ pointer: '/transition' }]);
    expect((await takeFollowUp(reporter, id, 'accept', 1)).problem).toMatchObject({
      status: 409,
      detail: '”Godkänn” går inte när svaret har läget utkast.',
    });
    expect(await stored(id)).toMatchObject({ version: 1, judgement: null, done: '' });
  });

  it('cost as many statements with 60 activities as with 10', async () => {
    const counts: number[][] = [];
    for (const activities of [10, 60]) {
      const { reporter, plan, ids } = await scene(activities);
      const id = ids[3] ?? '';
      const page = await countQueries(app, () => getFollowUp(reporter, id));
      const saving = await countQueries(app, () =>
        saveFollowUp(reporter, id, { done: 'Klart.', judgement: 'completed' }, 1),
      );
      const submitting = await countQueries(app, () => takeFollowUp(reporter, id, 'submit', 2));
      counts.push([page, saving, submitting]);
      expect((await planner.get<RoundPage>(paths.planRound(plan.slug, '2025'))).body.round.answers.submitted).toBe(1);
    }
    expect(counts[1]).toEqual(counts[0]);
    expect(Math.max(...counts.flat())).toBeLessThan(20);
  });
});
