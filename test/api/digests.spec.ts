import { pages, paths, type Digest, type OutboxMail, type Round } from '@samhandling/contracts';
import { DIGEST_TEXT_LENGTH } from '@samhandling/domain';
import { v7 as newId } from 'uuid';
import { DigestLetterService } from '../../api/src/digests/digest-letter.service.ts';
import { startTestApp, type TestApp, type TestClient } from '../support/app.ts';
import { buildGroup, buildMeeting, type BuiltGroup } from '../support/meeting-builder.ts';
import { buildOrganisation, buildPlan, type BuiltPlan } from '../support/plan-builder.ts';
import { countQueries } from '../support/query-counter.ts';
import { followUpsOfRound, openRound } from '../support/round-builder.ts';

const section = (digest: Digest, goal: number, name: string) => {
  const found = digest.goals[goal]?.sections.find((one) => one.section === name);
  if (!found) throw new Error(`No ${name}`);
  return found;
};

describe('the half-year digest', () => {
  let app: TestApp;
  let planner: TestClient;
  let plan: BuiltPlan;
  let round: Round;
  let above: BuiltGroup;
  let below: BuiltGroup;
  beforeAll(async () => {
    app = await startTestApp();
    planner = await app.person('Petra Planerare', [{ role: 'planner' }]);
    plan = await buildPlan(app, { activities: 8, state: 'adopted' });
    round = await openRound(planner, plan);
    const region = await buildOrganisation(app, 'Regionen');
    above = await buildGroup(app, {
      countyId: app.countyId,
      planId: plan.planId,
      name: 'Samrådet',
      kind: 'consultation',
      members: [
        { name: 'Sonja Samråd', organisationId: region.id, email: 'sonja@example.org' },
        { name: 'Utan Adress', organisationId: region.id },
      ],
    });
    below = await buildGroup(app, {
      countyId: app.countyId,
      planId: plan.planId,
      name: 'Beredningen',
      reportsToId: above.id,
    });
  });
  afterAll(() => app.close());

  let year = 2040;
  /** Each test has a meeting of its own, to come. */
  const makeDigest = async (): Promise<Digest> => {
    year += 1;
    const meeting = await buildMeeting(app, above, { startsAt: `${year}-05-12T07:00:00Z` });
    const made = await planner.post<Digest>(paths.meetingDigest(meeting.id));
    expect(made.status).toBe(201);
    return made.body;
  };
  const put = (digest: Digest, key: string, version: number, text: string | null, proposal = '') =>
    planner.put<Digest>(paths.digestText(digest.id, key), { text, proposal }, version);
  const send = (digest: Digest, version = digest.version) =>
    planner.send<Digest>('POST', paths.digestTransitions(digest.id), {
      body: { transition: 'send', message: 'Läs gärna sidan två.' },
      ifMatch: version,
    });

  it('begins the day after the group last met, and tells under each goal what happened since', async () => {
    const last = await buildMeeting(app, above, { startsAt: '2026-01-15T08:00:00Z', state: 'held' });
    const prepared = await buildMeeting(app, below, { startsAt: '2026-02-10T08:00:00Z', state: 'held' });
    const [first, second] = plan.activities;
    const [followUp] = await followUpsOfRound(planner, plan, round.label);
    await planner.patch(
      paths.followUp(followUp?.followUp.id ?? ''),
      { judgement: 'needs_support', supportNeeded: 'En kontaktperson i varje kommun' },
      followUp?.followUp.version,
    );
    await app.db.query(
      `INSERT INTO decision (id, county_id, group_id, meeting_id, activity_id, year, number, decided_on, text, due)
       VALUES ($1, $2, $3, $4, $5, 2026, 1, '2026-02-10', 'Utse kontaktpersoner.', '2026-03-01')`,
      [newId(), app.countyId, below.id, prepared.id, second?.id],
    );
    const liftId = newId();
    await app.db.query(
      `INSERT INTO lift (id, county_id, from_group_id, to_group_id, meeting_id, activity_id, question, proposal, raised_by)
       VALUES ($1, $2, $3, $4, $5, $6, 'Vem betalar?', 'Kommunerna delar', $7)`,
      [liftId, app.countyId, below.id, above.id, prepared.id, first?.id, planner.session?.person.id],
    );
    const digest = await makeDigest();
    const links = [{ text: 'Vem betalar?', link: pages.lift(liftId) }];
    expect(section(digest, 0, 'needed').links).toEqual(links);
    expect(section(digest, 0, 'stopped').links).toEqual([]);
    const paper = await planner.get<object>(paths.paper('digest', digest.id));
    expect(JSON.stringify(paper.body)).toContain(JSON.stringify(links));
    expect(digest.from).toBe('2026-01-16');
    expect(section(digest, 0, 'stopped').proposal).toContain('Behöver stöd. En kontaktperson i varje kommun.');
    expect(section(digest, 0, 'promised').proposal).toMatch(
      /^§ 1\/2026: Utse kontaktpersoner\. Skulle ha varit klart/m,
    );
    expect(section(digest, 0, 'needed').proposal).toBe(`${first?.reference}: Vem betalar? Förslag: Kommunerna delar.`);
    expect(section(digest, 1, 'stopped').proposal).toBe('');
    expect(digest.receivers).toEqual({ withAddress: 1, without: ['Utan Adress'] });
    await app.db.query('DELETE FROM lift WHERE meeting_id = $1', [prepared.id]);
    expect(last.id).not.toBe('');
  });

  it('keeps what a person has written when the facts change, says so, and lets either stand', async () => {
    const digest = await makeDigest();
    const before = section(digest, 0, 'promised');
    const mine = await put(digest, before.key, 0, 'Vi har hållit det vi lovade.', before.proposal);
    expect(section(mine.body, 0, 'promised')).toMatchObject({
      text: 'Vi har hållit det vi lovade.',
      clashes: false,
      version: 1,
    });
    await app.db.query(
      `INSERT INTO decision (id, county_id, group_id, activity_id, year, number, decided_on, text)
       VALUES ($1, $2, $3, $4, 2026, 2, current_date, 'Följa upp i höst.')`,
      [newId(), app.countyId, below.id, plan.activities[0]?.id],
    );
    const changed = (await planner.get<Digest>(paths.digest(digest.id))).body;
    const clash = section(changed, 0, 'promised');
    expect(clash).toMatchObject({ text: 'Vi har hållit det vi lovade.', clashes: true, writtenOver: before.proposal });
    expect(clash.proposal).toContain('§ 2/2026: Följa upp i höst. Pågår.');
    expect(changed.clashes).toBe(1);
    const refused = await send(changed);
    expect([refused.status, refused.problem.code]).toEqual([409, 'rule']);
    expect(refused.problem.detail).toContain('Underlaget har ändrats under en text');
    const kept = await put(changed, clash.key, 1, clash.text, clash.proposal);
    expect(section(kept.body, 0, 'promised')).toMatchObject({ clashes: false, version: 2 });
    const restored = await put(changed, clash.key, 2, null, clash.proposal);
    expect(section(restored.body, 0, 'promised')).toMatchObject({ text: null, version: 0, clashes: false });
  });

  it('never writes one over another: the second of two is refused with what stands', async () => {
    const digest = await makeDigest();
    const answers = await Promise.all(['Min text.', 'Din text.'].map((text) => put(digest, 'lead', 0, text)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    const lost = answers.find(({ status }) => status === 412)?.body as unknown as { current: Digest };
    const won = answers.find(({ status }) => status === 200)?.body;
    expect(lost.current.lead.text).toBe(won?.lead.text);
  });

  it('puts what does not fit in the appendix, and refuses a text longer than a page can hold', async () => {
    for (let number = 10; number < 17; number += 1)
      await app.db.query(
        `INSERT INTO decision (id, county_id, group_id, activity_id, year, number, decided_on, text)
         VALUES ($1, $2, $3, $4, 2027, $5, current_date, 'Ännu ett beslut.')`,
        [newId(), app.countyId, below.id, plan.activities[7]?.id, number],
      );
    const digest = await makeDigest();
    const many = section(digest, 1, 'promised');
    expect([many.proposal.split('\n').length, many.overflow.length]).toEqual([5, 2]);
    const long = await put(digest, many.key, 0, 'å'.repeat(DIGEST_TEXT_LENGTH + 1));
    expect([long.status, long.problem.errors?.[0]?.pointer]).toEqual([400, '/text']);
    const elsewhere = await put(digest, `${newId()}.moved`, 0, 'Text');
    expect(elsewhere.status).toBe(404);
    const nowhere = await put(digest, `${plan.goals[0]?.id}.lead`, 0, 'Text');
    expect(nowhere.status).toBe(404);
  });

  it('is frozen when sent, mailed with the paper to each with an address, and closed to the owner too', async () => {
    const digest = await makeDigest();
    const written = (await put(digest, 'lead', 0, 'Ett gott halvår.')).body;
    // Two press the button at the same moment: it is sent once.
    const [one, other] = await Promise.all([send(written), send(written)]);
    expect([one.status, other.status].sort()).toEqual([200, 412]);
    const sent = one.status === 200 ? one : other;
    expect(sent.body).toMatchObject({
      state: 'sent',
      mayEdit: false,
      lockedReason: 'Underlaget är skickat och ändras inte mer.',
    });
    expect(sent.body.paper?.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(sent.body.letters).toEqual([
      { memberId: above.members[0]?.id, name: 'Sonja Samråd', state: 'waiting', reason: '', mayMail: false },
    ]);

    const job = { countyId: app.countyId, digestId: digest.id, memberId: above.members[0]?.id ?? '' };
    const letters = app.app.get(DigestLetterService, { strict: false });
    await letters.send({ data: job, attempt: 0, isLast: false });
    await letters.send({ data: job, attempt: 1, isLast: false });
    const outbox = await planner.get<OutboxMail[]>(paths.mailOutbox());
    const mine = outbox.body.filter(({ to }) => to === 'sonja@example.org');
    expect(mine).toHaveLength(1);
    expect(mine[0]?.text).toContain('Läs gärna sidan två.');
    expect(mine[0]?.attachments?.[0]).toMatch(/^Underlag till samråd Samrådet .+\.pdf$/);
    expect((await planner.get<Digest>(paths.digest(digest.id))).body.letters[0]?.state).toBe('sent');

    const again = await put(sent.body, 'lead', 1, 'Ändrat.');
    expect([again.status, again.problem.code]).toEqual([409, 'rule']);
    await expect(app.db.query(`UPDATE digest SET to_day = '2030-01-01' WHERE id = $1`, [digest.id])).rejects.toThrow(
      'the digest has been sent',
    );
    await expect(app.db.query(`DELETE FROM digest_text WHERE digest_id = $1`, [digest.id])).rejects.toThrow(
      'the digest has been sent',
    );
    const frozen = await planner.get<{ sections: unknown[] }>(paths.paper('digest', digest.id));
    expect(JSON.stringify(frozen.body)).toContain('Ett gott halvår.');
  });

  it('is for a group that others report to, one for each meeting, and not for a cancelled one', async () => {
    const other = await buildMeeting(app, below, { startsAt: '2050-02-10T08:00:00Z' });
    expect((await planner.post(paths.meetingDigest(other.id))).problem.detail).toContain(
      'Underlag görs för en samrådsgrupp',
    );
    const digest = await makeDigest();
    expect((await planner.post(paths.meetingDigest(digest.meeting.id))).problem.detail).toBe(
      'Mötet har redan ett underlag.',
    );
    await app.db.query(`UPDATE meeting SET state = 'cancelled', cancel_reason = 'Sjukdom' WHERE id = $1`, [
      digest.meeting.id,
    ]);
    const offer = (await planner.get<Digest>(paths.digest(digest.id))).body.transitions[0];
    expect(offer).toMatchObject({ allowed: false, reasons: ['Mötet är inställt eller redan genomfört.'] });
    expect((await send(digest)).status).toBe(409);
  });

  it('is read in the same number of statements however large the plan', async () => {
    const digest = await makeDigest();
    const small = await countQueries(app, () => planner.get(paths.digest(digest.id)));
    const larger = await buildPlan(app, { activities: 60, state: 'adopted', title: 'Större plan' });
    await app.db.query('UPDATE work_group SET plan_id = $1 WHERE id = $2', [larger.planId, above.id]);
    const large = await countQueries(app, () => planner.get(paths.digest(digest.id)));
    await app.db.query('UPDATE work_group SET plan_id = $1 WHERE id = $2', [plan.planId, above.id]);
    expect(large).toEqual(small);
  });
});
