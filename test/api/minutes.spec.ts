import { paths, type Decision, type Minutes, type MinutesAdjuster } from '@samhandling/contracts';
import type { Paper } from '@samhandling/report-model';
import { unzipSync } from 'fflate';
import { createHash } from 'node:crypto';
import { v7 as newId } from 'uuid';
import { verify } from '../../api/src/cli/verify.command.ts';
import { startTestApp, type TestApp, type TestClient } from '../support/app.ts';
import {
  buildGroup,
  buildMeeting,
  buildMinutes,
  type BuiltGroup,
  type BuiltMeeting,
} from '../support/meeting-builder.ts';
import { buildOrganisation, buildPlan, buildRound, type BuiltPlan } from '../support/plan-builder.ts';
import { countQueries } from '../support/query-counter.ts';
import { idOf } from '../support/together.ts';

describe('minutes', () => {
  let app: TestApp;
  let planner: TestClient;
  let anna: TestClient;
  let bo: TestClient;
  let reader: TestClient;
  let plan: BuiltPlan;
  let group: BuiltGroup;
  let day = 0;
  beforeAll(async () => {
    app = await startTestApp();
    planner = await app.person('Petra Planerare', [{ role: 'planner' }]);
    anna = await app.person('Anna Justerare', [{ role: 'group_member' }]);
    bo = await app.person('Bo Justerare', [{ role: 'reader' }]);
    reader = await app.person('Rolf Läsare', [{ role: 'reader' }]);
    const region = await buildOrganisation(app, 'Region Prov');
    plan = await buildPlan(app, { activities: 12, state: 'adopted', responsible: region });
    group = await buildGroup(app, {
      countyId: app.countyId,
      planId: plan.planId,
      name: 'Beredningsgruppen',
      members: [
        { name: 'Anna Justerare', organisationId: region.id, personId: idOf(anna), role: 'chair' },
        { name: 'Bo Justerare', organisationId: region.id, personId: idOf(bo) },
        { name: 'Cilla Utan Konto', organisationId: region.id },
      ],
    });
  });
  afterAll(() => app.close());

  /** A held meeting with everything treated and two who were there, each on a day of its own. */
  const held = (items = 2): Promise<BuiltMeeting> => {
    day += 1;
    return buildMeeting(app, group, {
      startsAt: new Date(Date.UTC(2025, 0, day, 8)).toISOString(),
      state: 'held',
      items: Array.from({ length: items }, (_, index) => ({
        activityId: plan.activities[index % 12]?.id ?? '',
        state: 'treated' as const,
        note: `Sagt om punkt ${index + 1}.`,
      })),
      attendance: group.members.map((member, index) => [member, index < 2 ? 'present' : 'excused'] as const),
    });
  };
  const read = async (meetingId: string, client = planner): Promise<Minutes> =>
    (await client.get<Minutes>(paths.meetingMinutes(meetingId))).body;
  const choose = (meetingId: string, version: number, members: readonly number[]) =>
    planner.send<Minutes>('PUT', paths.meetingAdjusters(meetingId), {
      body: { adjusters: members.map((index) => ({ memberId: group.members[index]?.id })) },
      ifMatch: version,
    });
  const move = (meetingId: string, version: number, transition: string, client = planner) =>
    client.send<Minutes>('POST', paths.meetingMinutesTransitions(meetingId), {
      body: { transition },
      ifMatch: version,
    });
  const adjust = (
    client: TestClient,
    adjuster: MinutesAdjuster | undefined,
    minutesVersion: number,
    more: object = {},
  ) =>
    client.send<Minutes>('POST', paths.adjust(adjuster?.id ?? ''), {
      body: { minutesVersion, ...more },
      ifMatch: adjuster?.version ?? 0,
    });
  /** Out to Anna and Bo. */
  const sent = async (): Promise<Minutes> => {
    const meeting = await held();
    await choose(meeting.id, 0, [0, 1]);
    const { body, status } = await move(meeting.id, 1, 'send');
    expect(status).toBe(200);
    return body;
  };
  const named = ({ adjusters }: Minutes, name: string) => adjusters.find((one) => one.name === name);
  const papersOf = (meetingId: string) =>
    app.db.query<{ id: string; sha256: string; canonical_json: string }>('SELECT * FROM paper WHERE subject_id = $1', [
      meetingId,
    ]);

  it('are there before anybody has written in them, and made by the first who does', async () => {
    const meeting = await held();
    const before = await read(meeting.id);
    expect(before).toMatchObject({ version: 0, state: 'draft', opening: '', mayEdit: true, paper: null });
    expect(before.missing).toEqual(['Ingen är vald att justera. Välj minst en.']);
    expect(before.transitions).toMatchObject([{ name: 'send', allowed: false }]);
    const written = await planner.patch<Minutes>(
      paths.meetingMinutes(meeting.id),
      { opening: 'Ordföranden hälsade välkommen.', recordsNumber: '101-2025' },
      0,
    );
    expect(written).toMatchObject({ status: 200, body: { version: 1, opening: 'Ordföranden hälsade välkommen.' } });
    const again = await planner.patch<Minutes>(paths.meetingMinutes(meeting.id), { closing: 'Slut.' }, 0);
    expect(again).toMatchObject({ status: 412, problem: { current: { opening: 'Ordföranden hälsade välkommen.' } } });
    const paper = (await planner.get<Paper>(paths.paper('minutes', meeting.id))).body;
    expect(paper).toMatchObject({ kind: 'minutes', isDraft: true, titlePage: { title: 'Protokoll' } });
    expect(JSON.stringify(paper)).toContain('Sagt om punkt 2.');
    expect(JSON.stringify(paper)).toContain('Ordföranden hälsade välkommen.');
    expect(JSON.stringify(paper)).toContain('2 deltog, 1 var frånvarande');
  });

  it('are not sent while something is missing, and say what in words', async () => {
    day += 1;
    const meeting = await buildMeeting(app, group, {
      startsAt: new Date(Date.UTC(2025, 0, day, 8)).toISOString(),
      state: 'held',
      items: [{ title: 'Öppning' }],
    });
    const refusal = await move(meeting.id, 0, 'send');
    expect(refusal.status).toBe(409);
    expect(refusal.problem.detail).toBe(
      'Ingen är antecknad som närvarande. Ange vilka som var med. En punkt är inte behandlad: Öppning. Skriv vad som sades, eller bordlägg. Ingen är vald att justera. Välj minst en.',
    );
  });

  it('are written by planners and the group, and by nobody else', async () => {
    const meeting = await held();
    const patch = (client: TestClient) => client.patch(paths.meetingMinutes(meeting.id), { closing: 'Slut.' }, 0);
    const outside = await app.person('Gun Utanför', [{ role: 'group_member' }]);
    expect((await patch(outside)).status).toBe(403);
    expect((await patch(reader)).status).toBe(403);
    expect((await patch(anna)).status).toBe(200);
  });

  it('take a named person too, refuse somebody of another group, and nobody twice', async () => {
    const meeting = await held();
    const put = (adjusters: object[], version: number) =>
      planner.send<Minutes>('PUT', paths.meetingAdjusters(meeting.id), { body: { adjusters }, ifMatch: version });
    expect((await put([{ memberId: newId() }], 0)).status).toBe(422);
    expect((await put([{ name: ' ' }], 0)).status).toBe(422);
    const twice = await put([{ name: 'Ada Extern' }, { name: 'Ada Extern' }], 0);
    expect(twice).toMatchObject({ status: 422, problem: { errors: [{ pointer: '/adjusters/1' }] } });
    const set = await put([{ name: 'Ada Extern' }, { memberId: group.members[0]?.id }], 0);
    expect(set.body.adjusters.map(({ name }) => name)).toEqual(['Ada Extern', 'Anna Justerare']);
  });

  it('freeze with the last yes: paper, files, hash and meeting in one, and everything refuses after', async () => {
    const out = await sent();
    expect(out).toMatchObject({ state: 'adjusting', mayEdit: false });
    const first = await adjust(anna, named(out, 'Anna Justerare'), out.version);
    expect(first).toMatchObject({ status: 200, body: { state: 'adjusting', paper: null } });
    expect(named(first.body, 'Anna Justerare')).toMatchObject({ channel: 'self', mayAdjust: false });
    const last = await adjust(planner, named(first.body, 'Bo Justerare'), out.version, { channel: 'mail' });
    expect(last).toMatchObject({ status: 200, body: { state: 'frozen', meeting: { state: 'adjusted' } } });
    expect(named(last.body, 'Bo Justerare')).toMatchObject({
      channel: 'mail',
      recordedBy: { name: 'Petra Planerare' },
    });
    const [paper, ...more] = await papersOf(out.id);
    expect(more).toEqual([]);
    expect(last.body.paper).toMatchObject({ versionNumber: 1, sha256: paper?.sha256 });
    expect(
      createHash('sha256')
        .update(paper?.canonical_json ?? '')
        .digest('hex'),
    ).toBe(paper?.sha256);
    const json = await reader.bytes(paths.paperFile('minutes', out.id, 'json'));
    expect(createHash('sha256').update(json.bytes).digest('hex')).toBe(paper?.sha256);
    const pdf = (await reader.bytes(paths.paperFile('minutes', out.id, 'pdf'))).bytes.toString('latin1');
    expect(pdf).toContain('/MarkInfo');
    const docx = unzipSync((await reader.bytes(paths.paperFile('minutes', out.id, 'docx'))).bytes);
    expect(Buffer.from(docx['word/document.xml'] ?? []).toString('utf8')).toContain('Sagt om punkt 1.');
    const shown = (await reader.get<Paper>(paths.paper('minutes', out.id))).body;
    expect(shown).toMatchObject({
      isDraft: false,
      fileStem: expect.stringMatching(/^Protokoll Beredningsgruppen 2025-/),
    });
    expect(shown.titlePage.facts.at(-1)?.value).toBe(paper?.sha256);

    const version = last.body.version;
    expect((await planner.patch(paths.meetingMinutes(out.id), { closing: 'Nytt' }, version)).status).toBe(409);
    expect((await choose(out.id, version, [0])).status).toBe(409);
    expect((await move(out.id, version, 'take_back')).status).toBe(409);
    expect((await adjust(anna, named(last.body, 'Anna Justerare'), version)).status).toBe(409);
    for (const sql of [
      `UPDATE agenda_item SET note = 'ändrad' WHERE meeting_id = $1`,
      `UPDATE minutes SET closing = 'ändrad' WHERE meeting_id = $1`,
      `DELETE FROM meeting_attendance WHERE meeting_id = $1`,
      `UPDATE paper SET title = 'ändrad' WHERE subject_id = $1`,
    ])
      await expect(app.db.query(sql, [out.id])).rejects.toMatchObject({ code: 'SH010' });
  });

  it('hold what was judged in the meeting, and not what a reporter answered at the same hour', async () => {
    const meeting = await held();
    const round = await buildRound(app, plan, { label: '2031' });
    const [at] = await app.db.query<{ starts_at: Date }>('SELECT starts_at FROM meeting WHERE id = $1', [meeting.id]);
    const judged = async (activity: number, personId: string, judgement: string) => {
      const moment = new Date((at?.starts_at.getTime() ?? 0) + 600_000);
      await app.db.query(
        `INSERT INTO audit_event (id, county_id, at, person_id, source, action, entity, entity_id, changes)
         SELECT $1, f.county_id, $2, $3, 'web', 'update', 'follow_up', f.id, $4 FROM follow_up f WHERE f.round_id = $5 AND f.activity_id = $6`,
        [
          newId(),
          moment,
          personId,
          JSON.stringify({ judgement: { old: null, new: judgement } }),
          round.id,
          plan.activities[activity]?.id,
        ],
      );
    };
    await judged(0, idOf(anna), 'needs_support');
    await judged(1, idOf(reader), 'completed');
    const paper = await planner.get<Paper>(paths.paper('minutes', meeting.id));
    const said = JSON.stringify(paper.body);
    expect(said).toContain('Behöver stöd');
    expect(said).not.toContain('Genomförd');
  });

  it('tell what the group decided between its meetings, each in one meeting’s minutes', async () => {
    const [first, second] = [await sent(), await sent()];
    const before = new Date(Date.UTC(2025, 0, day - 1)).toISOString().slice(0, 10);
    const between = await planner.post<Decision>(paths.groupDecisions(group.id), {
      text: 'Lokalen bokas om.',
      decidedOn: before,
      way: 'mail',
    });
    expect(between.status).toBe(201);
    const told = async (meetingId: string): Promise<string> =>
      JSON.stringify((await planner.get<Paper>(paths.paper('minutes', meetingId))).body);
    expect(await told(second.id)).toContain('Lokalen bokas om.');
    expect(await told(second.id)).toContain('med e-post');
    expect(await told(first.id)).not.toContain('Lokalen bokas om.');
    // A yes stands for what was read, so the second is out in another version and the first is not.
    expect((await read(second.id)).version).toBe(second.version + 1);
    expect((await read(first.id)).version).toBe(first.version);
    await planner.patch(paths.decision(between.body.id), { recordsNumber: '7-2025' }, 1);
    expect((await read(second.id)).version).toBe(second.version + 1);
    await planner.patch(paths.decision(between.body.id), { text: 'Lokalen bokas av.' }, 2);
    expect((await read(second.id)).version).toBe(second.version + 2);
  });

  it('stay as they were frozen when names in the county change', async () => {
    const out = await sent();
    await adjust(anna, named(out, 'Anna Justerare'), out.version);
    const last = await adjust(bo, named(out, 'Bo Justerare'), out.version);
    const files = async () =>
      Promise.all(
        (['json', 'pdf', 'docx'] as const).map(
          async (format) => (await reader.bytes(paths.paperFile('minutes', out.id, format))).bytes,
        ),
      );
    const before = await files();
    await app.db.query(`UPDATE work_group SET name = 'Annat namn' WHERE id = $1`, [group.id]);
    expect(await files()).toEqual(before);
    expect((await read(out.id)).paper).toEqual(last.body.paper);
    await app.db.query(`UPDATE work_group SET name = 'Beredningsgruppen' WHERE id = $1`, [group.id]);
  });

  it('let two adjust at once: both stand, and there is one paper', async () => {
    for (let round = 0; round < 4; round += 1) {
      const out = await sent();
      const answers = await Promise.all([
        adjust(anna, named(out, 'Anna Justerare'), out.version),
        adjust(bo, named(out, 'Bo Justerare'), out.version),
      ]);
      expect(answers.map(({ status }) => status)).toEqual([200, 200]);
      const after = await read(out.id);
      expect(after.state).toBe('frozen');
      expect(after.adjusters.every(({ adjustedAt }) => adjustedAt !== null)).toBe(true);
      expect(await papersOf(out.id)).toHaveLength(1);
    }
  });

  it('are not adjusted by somebody who has read another wording, and a yes to another wording falls', async () => {
    const out = await sent();
    const first = await adjust(anna, named(out, 'Anna Justerare'), out.version);
    expect(named(first.body, 'Anna Justerare')?.adjustedAt).not.toBeNull();
    const changes = [
      `UPDATE agenda_item SET note = note || ' Mer.' WHERE meeting_id = $1`,
      `UPDATE meeting_attendance SET status = 'remote' WHERE meeting_id = $1 AND status = 'present'`,
      `INSERT INTO decision (id, county_id, group_id, meeting_id, year, number, decided_on, text)
        SELECT gen_random_uuid(), county_id, group_id, id, 2025, 900, '2025-01-01', 'Sent beslut.' FROM meeting WHERE id = $1`,
      `UPDATE decision SET text = 'Annan lydelse.' WHERE meeting_id = $1`,
    ];
    for (const change of changes) {
      const before = await read(out.id);
      await app.db.query(change, [out.id]);
      const late = await adjust(bo, named(before, 'Bo Justerare'), before.version);
      expect([change, late.status]).toEqual([change, 412]);
    }
    const after = await read(out.id);
    expect(named(after, 'Anna Justerare')).toMatchObject({ adjustedAt: null, hasAdjustedEarlier: true });
    await app.db.query(
      `UPDATE decision SET state = 'done', done_on = '2025-02-01', done_text = 'Gjort.' WHERE meeting_id = $1`,
      [out.id],
    );
    expect((await read(out.id)).version).toBe(after.version);
  });

  it('are adjusted by the person named or noted by a planner, with how and when', async () => {
    const out = await sent();
    const bosRow = named(out, 'Bo Justerare');
    expect((await adjust(anna, bosRow, out.version)).status).toBe(403);
    expect((await adjust(reader, bosRow, out.version)).status).toBe(403);
    expect(await adjust(planner, bosRow, out.version)).toMatchObject({
      status: 422,
      problem: { errors: [{ pointer: '/channel' }] },
    });
    expect(await adjust(planner, bosRow, out.version, { channel: 'paper', on: '2100-01-01' })).toMatchObject({
      status: 422,
      problem: { errors: [{ pointer: '/on' }] },
    });
    const noted = await adjust(planner, bosRow, out.version, { channel: 'paper', on: '2025-12-01' });
    expect(named(noted.body, 'Bo Justerare')?.adjustedAt).toBe('2025-12-01T11:00:00.000Z');
    expect((await adjust(bo, named(noted.body, 'Bo Justerare'), out.version)).status).toBe(409);
    const events = await app.db.query<{ action: string; on_behalf_of_id: string | null }>(
      `SELECT action, on_behalf_of_id FROM audit_event WHERE entity = 'minutes' AND entity_id = $1 ORDER BY at`,
      [out.id],
    );
    expect(events.at(-1)).toEqual({ action: 'adjust', on_behalf_of_id: idOf(bo) });
  });

  it('are taken back, and adjusted anew by all', async () => {
    const out = await sent();
    await adjust(anna, named(out, 'Anna Justerare'), out.version);
    const back = await move(out.id, out.version, 'take_back');
    expect(back.body).toMatchObject({ state: 'draft', mayEdit: true });
    expect(named(back.body, 'Anna Justerare')?.adjustedAt).toBeNull();
    const again = await move(out.id, back.body.version, 'send');
    const stale = await adjust(bo, named(again.body, 'Bo Justerare'), out.version);
    expect(stale.status).toBe(412);
    await adjust(bo, named(again.body, 'Bo Justerare'), again.body.version);
    expect((await read(out.id)).state).toBe('adjusting');
  });

  it('cost the same number of questions for two and for sixty items', async () => {
    const counts = [];
    for (const items of [2, 12]) {
      const meeting = await held(items);
      await buildMinutes(app, group, meeting.id, 'draft', group.members);
      counts.push([
        await countQueries(app, () => planner.get(paths.meetingMinutes(meeting.id))),
        await countQueries(app, () => planner.get(paths.paper('minutes', meeting.id))),
      ]);
    }
    expect(counts[0]).toEqual(counts[1]);
  });

  it('are checked when frozen: a changed byte in text or file is told, with which paper it is', async () => {
    const out = await sent();
    await adjust(anna, named(out, 'Anna Justerare'), out.version);
    await adjust(bo, named(out, 'Bo Justerare'), out.version);
    const [paper] = await papersOf(out.id);
    const lines: string[] = [];
    const run = async () => {
      lines.length = 0;
      return verify({}, { DATABASE_URL: app.db.ownerUrl }, (line) => lines.push(line)).then(
        () => '',
        (fault: Error) => fault.message,
      );
    };
    const tamper = async (sql: string) => {
      await app.db.query('SET session_replication_role = replica');
      await app.db.query(sql, [paper?.id]);
      await app.db.query('SET session_replication_role = origin');
    };
    expect(await run()).toBe('');
    await tamper(`UPDATE paper_file SET bytes = bytes || '\\x00' WHERE format = 'pdf' AND paper_id = $1`);
    await tamper(`UPDATE paper SET canonical_json = canonical_json || ' ' WHERE id = $1`);
    await tamper(`DELETE FROM paper_file WHERE format = 'docx' AND paper_id = $1`);
    expect(await run()).toBe('Kontrollen hittade 3 fel.');
    const said = lines.join('\n');
    expect(said).toMatch(
      /Protokoll Beredningsgruppen 2025-\d\d-\d\d, version 1: dokumentet stämmer inte med sin kontrollsumma/,
    );
    expect(said).toMatch(/version 1, pdf: filen stämmer inte/);
    expect(said).toMatch(/version 1, docx: filen saknas/);
    await tamper('DELETE FROM paper WHERE id = $1');
    expect(await run()).not.toBe('');
    expect(lines.join('\n')).toMatch(/protokollet är justerat men det frysta dokumentet saknas/);
  });

  it('are mailed to those who adjust and have an address, once each', async () => {
    const before = await app.db.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM pgboss.job WHERE name = 'minutes-letter'`,
    );
    await sent();
    const after = await app.db.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM pgboss.job WHERE name = 'minutes-letter'`,
    );
    expect((after[0]?.n ?? 0) - (before[0]?.n ?? 0)).toBe(2);
  });
});
