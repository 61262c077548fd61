import { paths, type PaperKind } from '@samhandling/contracts';
import type { Paper } from '@samhandling/report-model';
import { v7 as newId } from 'uuid';
import { startTestApp, type TestApp, type TestClient } from '../support/app.ts';
import { buildGroup, buildMeeting, type BuiltGroup } from '../support/meeting-builder.ts';
import { buildOrganisation, buildPlan, type BuiltPlan } from '../support/plan-builder.ts';
import { countQueries } from '../support/query-counter.ts';
import { followUpsOfRound, openRound } from '../support/round-builder.ts';
import { idOf } from '../support/together.ts';

describe('papers', () => {
  let app: TestApp;
  let planner: TestClient;
  let plan: BuiltPlan;
  let group: BuiltGroup;
  beforeAll(async () => {
    app = await startTestApp();
    planner = await app.person('Petra Planerare', [{ role: 'planner' }]);
    const region = await buildOrganisation(app, 'Region Prov');
    plan = await buildPlan(app, { activities: 12, state: 'adopted', responsible: region });
    group = await buildGroup(app, {
      countyId: app.countyId,
      planId: plan.planId,
      name: 'Beredningsgruppen',
      members: [
        { name: 'Petra Planerare', organisationId: region.id, personId: idOf(planner), role: 'chair' },
        { name: 'Örjan Utan Konto', organisationId: region.id, role: 'substitute' },
      ],
    });
  });
  afterAll(() => app.close());

  const texts = ({ sections }: Paper): string => JSON.stringify(sections);
  const get = (kind: PaperKind, id: string, language = 'sv') =>
    planner.send<Paper>('GET', paths.paper(kind, id), { headers: { 'accept-language': language } });

  it('calls to a meeting with its items in order, their clock times, and what the last meeting decided', async () => {
    const before = await buildMeeting(app, group, {
      startsAt: '2025-02-12T08:00:00Z',
      state: 'held',
      items: [{ activityId: plan.activities[0]?.id ?? '', state: 'treated', note: 'Sagt.' }],
    });
    await app.db.query(
      `INSERT INTO decision (id, county_id, group_id, meeting_id, activity_id, year, number, decided_on, text, person_id, due)
       VALUES ($1, $2, $3, $4, $5, 2025, 7, '2025-02-12', 'Petra bjuder in skolorna.', $6, '2025-03-01')`,
      [newId(), group.countyId, group.id, before.id, plan.activities[0]?.id, idOf(planner)],
    );
    const meeting = await buildMeeting(app, group, {
      startsAt: '2025-03-12T08:00:00Z',
      calledBy: idOf(planner),
      state: 'called',
      items: [
        { title: 'Mötet öppnas' },
        { activityId: plan.activities[0]?.id ?? '' },
        { activityId: plan.activities[1]?.id ?? '', state: 'removed' },
      ],
    });
    const { status, body } = await get('agenda', meeting.id);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      kind: 'agenda',
      locale: 'sv',
      titlePage: {
        title: 'Kallelse',
        subtitle: 'Beredningsgruppen, möte 2/2025',
        standing: 'Skickad 5 mars 2025 av Petra Planerare',
      },
      fileStem: 'Kallelse Beredningsgruppen 2025-03-12',
    });
    expect(body.titlePage.facts[0]).toEqual({ label: 'Tid', value: 'Onsdag 12 mars 2025 kl. 09:00–12:00, vecka 11' });
    const [order] = body.sections;
    const table = order?.blocks.find(({ kind }) => kind === 'table');
    expect(table?.kind === 'table' && table.rows.map((row) => row.slice(0, 2).map(({ text }) => text))).toEqual([
      ['1', '09:00'],
      ['2', '09:08'],
    ]);
    expect(texts(body)).toContain('§ 7/2025');
    expect(texts(body)).toContain('Petra bjuder in skolorna.');
    expect(texts(body)).not.toContain(plan.activities[1]?.reference);
    const english = await get('agenda', meeting.id, 'en');
    expect(english.body).toMatchObject({ locale: 'en', titlePage: { title: 'Calling' } });
  });

  it.each([
    ['docx', 1, /^PK/],
    ['pdf', 2, /^%PDF-1\.7/],
    ['json', 3, /^\{"calling"/],
  ] as const)('comes as %s, under its Swedish name', async (format, place, begins) => {
    const meeting = await buildMeeting(app, group, {
      startsAt: `2025-04-0${place}T08:00:00Z`,
      items: [{ title: 'Öppning' }],
    });
    const response = await planner.bytes(paths.paperFile('agenda', meeting.id, format));
    expect(response.status).toBe(200);
    expect(response.headers.get('content-disposition')).toContain(encodeURIComponent('Kallelse Beredningsgruppen'));
    expect(response.bytes.toString('latin1')).toMatch(begins);
  });

  it('asks the same number of questions for none, twelve and sixty items', async () => {
    const counts: number[] = [];
    for (const [index, items] of [0, 12, 60].entries()) {
      const meeting = await buildMeeting(app, group, {
        startsAt: `2025-05-0${index + 1}T08:00:00Z`,
        items: Array.from({ length: items }, (_, place) =>
          place < 12 ? { activityId: plan.activities[place]?.id ?? '' } : { title: `Punkt ${place}` },
        ),
      });
      counts.push(await countQueries(app, () => get('agenda', meeting.id)));
    }
    expect(new Set(counts).size).toBe(1);
  });

  it('is not there for an unknown kind, format or meeting', async () => {
    const meeting = await buildMeeting(app, group, { startsAt: '2025-06-01T08:00:00Z' });
    expect((await planner.get(`/api/v1/papers/brev/${meeting.id}`)).status).toBe(404);
    expect((await planner.get(`/api/v1/papers/agenda/${meeting.id}/xlsx`)).status).toBe(404);
    expect((await planner.get(paths.paper('agenda', newId()))).status).toBe(404);
  });

  it('briefs a group: what came in since it met, what needs it, what is open; figures protected', async () => {
    const round = await openRound(planner, plan);
    const [page] = await followUpsOfRound(planner, plan, round.label);
    await buildMeeting(app, group, { startsAt: '2025-07-01T08:00:00Z', state: 'held' });
    const meeting = await buildMeeting(app, group, { startsAt: '2026-08-12T08:00:00Z', items: [{ title: 'Öppning' }] });
    await app.db.query(
      `UPDATE follow_up SET state = 'submitted', judgement = 'needs_support', support_needed = 'Pengar', submitted_at = now(), submitted_by = $2,
         next_step = 'Bjuda in skolorna', next_step_date = '2026-08-01' WHERE id = $1`,
      [page?.followUp.id, idOf(planner)],
    );
    const before = await countQueries(app, () => get('brief', meeting.id));
    const { body } = await get('brief', meeting.id);
    const said = texts(body);
    expect(body).toMatchObject({ kind: 'brief', titlePage: { title: 'Beredningsunderlag' } });
    expect(said).toContain('1 svar har kommit in');
    expect(said).toContain('Behöver stöd');
    expect(said).toContain('Bjuda in skolorna');
    expect(said).toContain('§ 7/2025');
    expect(before).toBeLessThan(20);
    const english = texts((await get('brief', meeting.id, 'en')).body);
    expect(english).toContain('Needs attention');
    expect(english).not.toMatch(/Behöver uppmärksamhet|Öppna beslut|Kvar att göra/);
  });

  it('gives an organisation its sheet: what is late, what it promised, what it owes', async () => {
    const organisation = await buildOrganisation(app, 'Kulturrådet Prov');
    const own = await buildPlan(app, { activities: 3, state: 'adopted', responsible: organisation });
    await app.db.query(
      `INSERT INTO decision (id, county_id, group_id, year, number, decided_on, text, organisation_id, due)
       VALUES ($1, $2, $3, 2025, 90, '2025-02-12', 'Kulturrådet ordnar en kväll.', $4, '2025-03-01')`,
      [newId(), group.countyId, group.id, organisation.id],
    );
    const { status, body } = await get('organisation_sheet', organisation.id);
    expect(status).toBe(200);
    expect(body.titlePage.title).toBe('Kulturrådet Prov');
    const said = texts(body);
    expect(said).toContain('§ 90/2025: skulle ha varit genomfört 1 mars 2025.');
    for (const { reference } of own.activities) expect(said).toContain(reference);
    expect((await planner.bytes(paths.paperFile('organisation_sheet', organisation.id, 'pdf'))).status).toBe(200);
    expect((await get('organisation_sheet', newId())).status).toBe(404);
  });
});
