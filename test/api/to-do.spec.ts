import { paths, type FollowUpPage, type RoundPage, type ToDo } from '@samhandling/contracts';
import { addDays } from '@samhandling/domain';
import { startTestApp, type TestApp, type TestClient } from '../support/app.ts';
import { buildOrganisation, buildPlan, COUNT_INDICATOR } from '../support/plan-builder.ts';
import { countQueries } from '../support/query-counter.ts';
import { completeRound, followUpsOfRound, moveRound, openRound } from '../support/round-builder.ts';

describe('what waits for me', () => {
  let app: TestApp;
  let planner: TestClient;
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(new Date());
  beforeEach(async () => {
    app = await startTestApp();
    planner = await app.person('Petra Planerare', [{ role: 'planner' }]);
  });
  afterEach(() => app.close());

  const toDo = async (client: TestClient, language = 'sv') =>
    (await client.get<ToDo>(paths.toDo(), { headers: { 'accept-language': language } })).body;
  const group = (answer: ToDo, kind: ToDo['groups'][number]['kind']) =>
    answer.groups.find((each) => each.kind === kind)?.items ?? [];
  const take = async (client: TestClient, page: FollowUpPage, transition: string, reason?: string) =>
    (
      await client.post<FollowUpPage>(
        paths.followUpTransitions(page.followUp.id),
        { transition, ...(reason && { reason }) },
        { ifMatch: page.followUp.version },
      )
    ).body;
  const due = (roundId: string, opens: string, day: string) =>
    app.db.query('UPDATE follow_up_round SET opens = $2, due = $3 WHERE id = $1', [roundId, opens, day]);

  it('is nothing when nothing is due, and nothing at all for a reader', async () => {
    const plan = await buildPlan(app, { state: 'adopted' });
    expect(await toDo(planner)).toMatchObject({ groups: [], total: 0 });
    await openRound(planner, plan);
    const reader = await app.person('Rolf Läsare', [{ role: 'reader' }]);
    expect(await toDo(reader)).toMatchObject({ groups: [], total: 0 });
    expect((await app.anonymous().get(paths.toDo())).status).toBe(401);
  });

  it('gives a reporter what to answer and what has come back, reasons in words, most urgent first', async () => {
    const plan = await buildPlan(app, {
      activities: 4,
      state: 'adopted',
      activity: (index) =>
        index === 1 ? { indicators: [{ ...COUNT_INDICATOR, text: 'Antal besök.', settled: false }] } : {},
    });
    const reporter = await app.person('Ruth Rapportör', [{ role: 'reporter', organisationId: plan.responsible.id }]);
    const colleague = await app.person('Kim Kollega', [{ role: 'reporter', organisationId: plan.responsible.id }]);
    const round = await openRound(planner, plan);
    await due(round.id, addDays(today, -3), addDays(today, 20));
    const pages = await followUpsOfRound(planner, plan, round.label);
    const [first, second, third, fourth] = pages;
    if (!first || !second || !third || !fourth) throw new Error('The round has four follow-ups.');
    await app.db.query('UPDATE follow_up SET reporter_id = NULL WHERE id = $1', [third.followUp.id]);
    await app.db.query('UPDATE follow_up SET reporter_id = $2 WHERE id = $1', [
      fourth.followUp.id,
      colleague.session?.person.id,
    ]);
    await app.db.query('UPDATE follow_up SET reporter_id = $2 WHERE id = ANY($1::uuid[])', [
      [first.followUp.id, second.followUp.id],
      reporter.session?.person.id,
    ]);
    const saved = await reporter.patch<FollowUpPage>(
      paths.followUp(first.followUp.id),
      { judgement: 'completed', done: 'Klart.' },
      1,
    );
    const submitted = await take(reporter, saved.body, 'submit');
    expect((await toDo(reporter)).total).toBe(2);
    await take(planner, submitted, 'return', 'Hur många kom?');

    const mine = await toDo(reporter);
    expect(mine.groups.map((each) => each.kind)).toEqual(['returned', 'answer']);
    expect(mine.total).toBe(3);
    expect(group(mine, 'returned')).toEqual([
      expect.objectContaining({
        id: first.followUp.id,
        reference: '1.1/1',
        state: 'returned',
        judgement: 'completed',
        link: `/uppfoljning/${first.followUp.id}`,
        title: plan.activities[0]?.text,
      }),
    ]);
    expect(group(mine, 'returned')[0]?.reasons[0]).toMatch(
      /^Svaret skickades tillbaka med en fråga \d+ \p{L}+ \d{4}\.$/u,
    );
    expect(group(mine, 'returned')[0]?.reasons[1]).toBe('Antal genomförda träffar: värdet saknas.');
    // Nobody named is more urgent than an indicator to settle, so the third comes before the second.
    expect(group(mine, 'answer').map((item) => [item.reference, item.reasons])).toEqual([
      ['2.1/1', ['Ingen är utsedd att svara.', 'Antal genomförda träffar: värdet saknas.']],
      ['1.2/2', ['Indikatorn är ett förslag som ingen har godkänt än.']],
    ]);
    await due(round.id, addDays(today, -60), addDays(today, -10));
    expect(group(await toDo(reporter, 'en'), 'answer')[0]?.reasons[0]).toMatch(/^The answer is 10 days late\./);
    expect(group(await toDo(colleague), 'answer').map((item) => item.reference)).toEqual(['2.1/1', '2.2/2']);

    const review = await moveRound(planner, round, 'start_review');
    expect((await toDo(reporter)).total).toBe(0);
    expect(review.state).toBe('in_review');
  });

  it('gives planners what to review, goals to judge and the round’s next step', async () => {
    const second = await app.person('Per Planerare', [{ role: 'planner' }]);
    const plan = await buildPlan(app, { state: 'adopted' });
    const reporter = await app.person('Ruth Rapportör', [{ role: 'reporter', organisationId: plan.responsible.id }]);
    const created = await planner.post<{ id: string }>(paths.planRounds(plan.slug), {
      label: '2025',
      from: '2025-01-01',
      to: '2025-12-31',
      opens: addDays(today, 1),
      due: addDays(today, 30),
    });
    expect((await toDo(planner)).total).toBe(0);
    await due(created.body.id, today, addDays(today, 30));
    expect(group(await toDo(planner), 'round')).toMatchObject([
      { title: 'Omgång 2025: öppna omgången', link: `/plan/${plan.slug}/omgang/2025` },
    ]);
    const open = (
      await planner.post<RoundPage['round']>(
        paths.roundTransitions(created.body.id),
        { transition: 'open' },
        { ifMatch: 1 },
      )
    ).body;
    expect(group(await toDo(planner), 'round')).toEqual([]);
    expect(group(await toDo(planner), 'judge').map((item) => [item.title, item.reference, item.reasons])).toEqual([
      ['Mål nummer 1', '1', ['0 av 2 svar har kommit in.']],
      ['Mål nummer 2', '2', ['0 av 2 svar har kommit in.']],
    ]);
    const [first, ...others] = await followUpsOfRound(planner, plan, '2025');
    if (!first) throw new Error('The round has follow-ups.');
    const saved = await reporter.patch<FollowUpPage>(
      paths.followUp(first.followUp.id),
      { judgement: 'completed', done: 'Klart.' },
      1,
    );
    await take(reporter, saved.body, 'submit');
    expect(group(await toDo(second), 'review')).toMatchObject([
      { id: first.followUp.id, state: 'submitted', judgement: 'completed' },
    ]);

    await due(open.id, addDays(today, -60), addDays(today, -1));
    await app.db.query('UPDATE follow_up SET reporter_id = NULL WHERE id = $1', [others[0]?.followUp.id]);
    const [late] = group(await toDo(planner), 'round');
    expect(late?.title).toBe('Omgång 2025: börja granska');
    expect(late?.reasons.slice(1)).toEqual(['1 av 4 svar har kommit in.', '1 aktivitet saknar rapportör.']);

    const review = await moveRound(planner, open, 'start_review');
    expect(group(await toDo(planner), 'round')[0]?.reasons).toEqual([
      '6 saker måste finnas innan omgången kan fastställas.',
    ]);
    const again = await moveRound(planner, review, 'resume');
    await app.db.query(`UPDATE follow_up SET state = 'draft' WHERE id = $1`, [first.followUp.id]);
    await app.db.query('UPDATE follow_up SET version = 1 WHERE round_id = $1', [open.id]);
    await completeRound(planner, plan, again);
    expect(group(await toDo(planner), 'round')[0]).toMatchObject({
      title: 'Omgång 2025: börja granska',
      reasons: ['Alla svar har kommit in (4 av 4).'],
    });
    const ready = await moveRound(planner, again, 'start_review');
    expect(group(await toDo(planner), 'round')[0]?.title).toBe('Omgång 2025: föreslå fastställande');
    await moveRound(planner, ready, 'propose_adoption');
    expect(group(await toDo(planner), 'round')).toEqual([]);
    const [confirm] = group(await toDo(second), 'round');
    expect(confirm?.title).toBe('Omgång 2025: fastställ och lås');
    expect(confirm?.reasons[0]).toMatch(/^Petra Planerare föreslog .* att omgången fastställs\./);
  });

  it('costs as many statements with 60 activities as with 10', async () => {
    const counts: number[] = [];
    for (const activities of [10, 60]) {
      const plan = await buildPlan(app, { activities, state: 'adopted' });
      const reporter = await app.person('Ruth Rapportör', [{ role: 'reporter', organisationId: plan.responsible.id }]);
      await openRound(planner, plan);
      const sent = await countQueries(app, async () => expect((await toDo(reporter)).total).toBe(activities));
      counts.push(sent);
    }
    expect(counts[1]).toBe(counts[0]);
    expect(counts[0]).toBeLessThan(6);
  });

  const scoped = (client: TestClient, scope: string, plan = '') =>
    client.get<ToDo>(`${paths.toDo()}?scope=${scope}${plan && `&plan=${plan}`}`);

  it('shows what an organisation owes, whoever reports it there, and what others wrote for it to respond to', async () => {
    const other = await buildOrganisation(app, 'Norrviks kommun');
    const responsible = await buildOrganisation(app, 'Region Söderö');
    const plan = await buildPlan(app, {
      activities: 4,
      state: 'adopted',
      responsible,
      activity: (index) => (index === 3 ? {} : { responsibleIds: [responsible.id, other.id] }),
    });
    const ruth = await app.person('Ruth Rapportör', [{ role: 'reporter', organisationId: plan.responsible.id }]);
    const kim = await app.person('Kim Kollega', [{ role: 'reporter', organisationId: plan.responsible.id }]);
    const nora = await app.person('Nora Norrvik', [{ role: 'reporter', organisationId: other.id }]);
    const round = await openRound(planner, plan);
    const pages = await followUpsOfRound(planner, plan, round.label);
    const [first, second] = pages;
    if (!first || !second) throw new Error('The round has follow-ups.');
    await app.db.query('UPDATE follow_up SET reporter_id = $2 WHERE round_id = $1', [round.id, kim.session?.person.id]);
    await app.db.query('UPDATE follow_up SET reporter_id = $2 WHERE id = $1', [
      second.followUp.id,
      nora.session?.person.id,
    ]);
    const mine = (await toDo(ruth)).scopes;
    expect(mine).toEqual([
      { scope: 'me', total: 0 },
      { scope: 'organisation', total: 3 },
    ]);
    const ours = (await scoped(ruth, 'organisation')).body;
    expect(group(ours, 'answer')).toHaveLength(3);
    expect(group(ours, 'answer').every((item) => item.reporter?.name === 'Kim Kollega')).toBe(true);

    const saved = await nora.patch<FollowUpPage>(
      paths.followUp(second.followUp.id),
      { judgement: 'completed', done: 'Klart.' },
      second.followUp.version,
    );
    await take(nora, saved.body, 'submit');
    expect(group(await toDo(ruth), 'respond')).toMatchObject([
      {
        id: second.followUp.id,
        reasons: [
          'Svaret från Norrviks kommun är inlämnat. Säg om ni instämmer eller vill lägga till något.',
          'Antal genomförda träffar: värdet saknas.',
        ],
      },
    ]);
    expect(group(await toDo(nora), 'respond')).toEqual([]);
    await app.db.query(
      `INSERT INTO follow_up_response (id, county_id, plan_id, round_id, follow_up_id, organisation_id, kind, person_id)
       VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, 'agree', $6)`,
      [app.countyId, plan.planId, round.id, second.followUp.id, plan.responsible.id, ruth.session?.person.id],
    );
    expect(group(await toDo(ruth), 'respond')).toEqual([]);
  });

  it('gives planners the plan’s activities with reasons, and only them', async () => {
    const plan = await buildPlan(app, {
      activities: 3,
      state: 'adopted',
      activity: (index) => ({ indicators: index === 0 ? [{ ...COUNT_INDICATOR, target: 10 }] : [] }),
    });
    const reporter = await app.person('Ruth Rapportör', [{ role: 'reporter', organisationId: plan.responsible.id }]);
    const round = await openRound(planner, plan);
    await due(round.id, today, addDays(today, 20));
    await app.db.query('UPDATE follow_up SET reporter_id = $2 WHERE round_id = $1', [
      round.id,
      reporter.session?.person.id,
    ]);
    const indicatorId = plan.activities[0]?.indicatorIds[0] ?? '';
    await planner.put(
      paths.roundOutcome(round.id, indicatorId),
      { municipalityCode: null, sex: 'total', input: '9' },
      0,
    );
    const { body } = await scoped(planner, 'plan', plan.slug);
    expect(body.total).toBe(1);
    expect(group(body, 'answer')[0]?.reasons).toEqual([
      'Antal genomförda träffar: 9, inom 10\u00a0% av målet. Målvärdet är minst 10.',
    ]);
    expect((await scoped(planner, 'plan', 'en-annan-plan')).body.total).toBe(0);
    expect((await scoped(planner, 'organisation')).status).toBe(403);
    expect((await scoped(reporter, 'plan')).status).toBe(403);
    expect((await scoped(reporter, 'alla')).status).toBe(400);
    expect((await toDo(planner)).scopes.map(({ scope }) => scope)).toEqual(['me', 'plan']);
  });

  it('asks whoever may enter a value to choose when the events give another, until they have', async () => {
    const plan = await buildPlan(app, { activities: 1, state: 'adopted' });
    const reporter = await app.person('Ruth Rapportör', [{ role: 'reporter', organisationId: plan.responsible.id }]);
    const round = await openRound(planner, plan);
    const indicatorId = plan.activities[0]?.indicatorIds[0] ?? '';
    const put = await reporter.put<{ cell: { version: number } }>(
      paths.roundOutcome(round.id, indicatorId),
      { municipalityCode: null, sex: 'total', input: '3' },
      0,
    );
    expect(put.status).toBe(200);
    await app.db.query(
      `INSERT INTO computed_outcome (id, county_id, plan_id, round_id, indicator_id, value, event_ids)
       VALUES (gen_random_uuid(), $1, $2, $3, $4, 4, ARRAY[gen_random_uuid()])`,
      [app.countyId, plan.planId, round.id, indicatorId],
    );
    const [choice] = group(await toDo(reporter), 'choose');
    expect(choice).toMatchObject({
      reference: '1.1/1',
      reasons: ['3 är inskrivet, händelserna ger 4. Välj vilket som gäller.'],
    });
    expect(group(await toDo(reporter), 'answer')[0]?.reasons).toContain(
      'Antal genomförda träffar: 3 är inskrivet, händelserna ger 4.',
    );
    await app.db.query(`UPDATE outcome SET kept_against = 4, kept_reason = 'Två var samma träff.'`);
    expect(group(await toDo(reporter), 'choose')).toEqual([]);
    const reader = await app.person('Rolf Läsare', [{ role: 'reader' }]);
    expect((await toDo(reader)).total).toBe(0);
  });

  it('says of partners who have not answered, and stands on the follow-up’s own page too', async () => {
    const plan = await buildPlan(app, { activities: 1, state: 'adopted' });
    const round = await openRound(planner, plan);
    await app.db.query(
      `INSERT INTO participation (id, county_id, plan_id, round_id, activity_id, organisation_id, state, updated_by)
       VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, 'invited', $6)`,
      [app.countyId, plan.planId, round.id, plan.activities[0]?.id, plan.partner.id, planner.session?.person.id],
    );
    const words = `${plan.partner.name} har inte bekräftat sin medverkan.`;
    expect(group((await scoped(planner, 'plan')).body, 'answer')[0]?.reasons).toContain(words);
    const [page] = await followUpsOfRound(planner, plan, round.label);
    expect(page?.attention).toContain(words);
  });
});
