import { paths, type Commitment, type Organisation, type OrganisationListItem } from '@samhandling/contracts';
import { startTestApp, type TestApp, type TestClient } from '../support/app.ts';
import { buildOrganisation, buildPlan, buildRound } from '../support/plan-builder.ts';
import { countQueries } from '../support/query-counter.ts';

describe('organisations', () => {
  let app: TestApp;
  let planner: TestClient;
  let reader: TestClient;
  beforeAll(async () => {
    app = await startTestApp();
    planner = await app.person('Petra Planerare', [{ role: 'planner' }]);
    reader = await app.person('Rakel Läsare', [{ role: 'reader' }]);
  });
  afterAll(() => app.close());

  const create = (body: object) => planner.post<Organisation>(paths.organisations(), body);

  it('are made, changed and audited', async () => {
    const made = await create({
      name: ' Ungdomsjouren ',
      kind: 'civil_society',
      aliases: ['Jouren', 'jouren', 'Ungdomsjouren'],
    });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      name: 'Ungdomsjouren',
      kind: 'civil_society',
      aliases: ['Jouren'],
      municipalityCode: null,
      members: [],
      version: 1,
    });
    const changed = await planner.patch<Organisation>(
      paths.organisation(made.body.id),
      { name: 'Länets ungdomsjour' },
      1,
    );
    expect(changed.body).toMatchObject({ name: 'Länets ungdomsjour', aliases: ['Jouren'], version: 2 });
    const audit = await app.db.query('SELECT action, changes FROM audit_event WHERE entity_id = $1 ORDER BY at', [
      made.body.id,
    ]);
    expect(audit).toEqual([
      expect.objectContaining({ action: 'create' }) as unknown,
      { action: 'update', changes: { name: { old: 'Ungdomsjouren', new: 'Länets ungdomsjour' } } },
    ]);
    const late = await planner.patch<Organisation>(paths.organisation(made.body.id), { name: 'Annat' }, 1);
    expect([late.status, late.problem.current]).toEqual([412, changed.body]);
    expect((await planner.patch(paths.organisation(made.body.id), { name: 'Annat' })).status).toBe(428);
  });

  it('refuse names that lead to two, codes of elsewhere and members of what is no collective', async () => {
    await create({ name: 'Studieförbunden', kind: 'civil_society', aliases: ['Bildningen'] });
    const refusals: [body: object, status: number, pointer: string][] = [
      [{ name: 'bildningen', kind: 'other' }, 422, '/name'],
      [{ name: 'Något nytt', kind: 'other', aliases: ['Nytt', 'studieförbunden'] }, 422, '/aliases/1'],
      [{ name: 'Malmö stad', kind: 'municipality', municipalityCode: '1280' }, 422, '/municipalityCode'],
      [{ name: 'Regionen', kind: 'region', municipalityCode: '0760' }, 422, '/municipalityCode'],
      [{ name: 'Inte flera', kind: 'other', memberIds: ['0190b0b0-0000-7000-8000-000000000000'] }, 422, '/memberIds'],
      [{ name: 'Flera', kind: 'collective', memberIds: ['0190b0b0-0000-7000-8000-000000000000'] }, 422, '/memberIds/0'],
      [{ name: '   ', kind: 'other' }, 400, '/name'],
      [{ name: 'x'.repeat(201), kind: 'other' }, 400, '/name'],
      [{ name: 'Nul\u0000l', kind: 'other' }, 400, '/name'],
      [{ name: 'Slag', kind: 'circus' }, 400, '/kind'],
      [{ name: 'Tomt', kind: 'other', aliases: null }, 400, '/aliases'],
    ];
    for (const [body, status, pointer] of refusals) {
      const answer = await create(body);
      expect([body, answer.status, answer.problem.errors?.[0]?.pointer]).toEqual([body, status, pointer]);
    }
  });

  it('keep the days of membership of a collective', async () => {
    const alvesta = await buildOrganisation(app, 'Alvesta kommun', { kind: 'municipality', municipalityCode: '0764' });
    const almhult = await buildOrganisation(app, 'Älmhults kommun', { kind: 'municipality', municipalityCode: '0765' });
    const aneby = await buildOrganisation(app, 'Åseda kommun', { kind: 'municipality' });
    const made = (await create({ name: 'Kommunerna', kind: 'collective', memberIds: [almhult.id, alvesta.id] })).body;
    expect(made.members.map((member) => [member.name, member.from])).toEqual([
      ['Alvesta kommun', null],
      ['Älmhults kommun', null],
    ]);
    const changed = (
      await planner.patch<Organisation>(paths.organisation(made.id), { memberIds: [aneby.id, almhult.id] }, 1)
    ).body;
    expect(changed.members.map((member) => member.name)).toEqual(['Åseda kommun', 'Älmhults kommun']);
    const kept = await app.db.query<{ left: boolean }>(
      `SELECT to_day < (now() AT TIME ZONE 'Europe/Stockholm')::date AS left FROM organisation_member WHERE member_id = $1`,
      [alvesta.id],
    );
    expect(kept).toEqual([{ left: true }]);
    const back = (await planner.patch<Organisation>(paths.organisation(made.id), { memberIds: [alvesta.id] }, 2)).body;
    expect(back.members.map((member) => member.name)).toEqual(['Alvesta kommun']);
  });

  it('have members from a day and until a day, as they are written', async () => {
    const tingsryd = await buildOrganisation(app, 'Tingsryds kommun', { kind: 'municipality' });
    const markaryd = await buildOrganisation(app, 'Markaryds kommun', { kind: 'municipality' });
    const members = [{ id: tingsryd.id, from: '2024-01-01', to: null }];
    const made = (await create({ name: 'Två tillsammans', kind: 'collective', members })).body;
    expect(made.members).toEqual([{ ...tingsryd, from: '2024-01-01', to: null }]);
    const changed = await planner.patch<Organisation>(
      paths.organisation(made.id),
      {
        members: [
          { id: tingsryd.id, from: '2023-07-01', to: '2099-06-30' },
          { id: markaryd.id, from: '2098-01-01', to: null },
        ],
      },
      1,
    );
    expect(changed.body.members).toEqual([
      { ...markaryd, from: '2098-01-01', to: null },
      { ...tingsryd, from: '2023-07-01', to: '2099-06-30' },
    ]);
    const backwards = await planner.patch<Organisation>(
      paths.organisation(made.id),
      { members: [{ id: tingsryd.id, from: '2025-01-01', to: '2024-12-31' }] },
      2,
    );
    expect(backwards.problem).toMatchObject({
      status: 422,
      errors: [{ pointer: '/members/0/to', code: 'before_from' }],
    });
    const gone = await planner.patch<Organisation>(paths.organisation(made.id), { members: [] }, 2);
    expect(gone.body.members).toEqual([]);
  });

  it('are listed in Swedish order with what they answer for, in as many questions however many they are', async () => {
    const zeta = await buildOrganisation(app, 'Zeta');
    const over = await buildOrganisation(app, 'Överförmyndarna');
    await buildOrganisation(app, 'Åkeriet');
    await buildOrganisation(app, 'Ängsbruket');
    const before = await countQueries(app, () => reader.get(paths.organisations()));
    await buildPlan(app, { activities: 6, responsible: zeta, partner: over, state: 'adopted' });
    const { body } = await reader.get<OrganisationListItem[]>(paths.organisations());
    const names = body.map((one) => one.name);
    expect(names.filter((name) => ['Zeta', 'Åkeriet', 'Ängsbruket', 'Överförmyndarna'].includes(name))).toEqual([
      'Zeta',
      'Åkeriet',
      'Ängsbruket',
      'Överförmyndarna',
    ]);
    expect(body.find((one) => one.id === zeta.id)).toMatchObject({ responsibleFor: 6, partnerIn: 0 });
    expect(body.find((one) => one.id === over.id)).toMatchObject({ responsibleFor: 0, partnerIn: 6 });
    expect(await countQueries(app, () => reader.get(paths.organisations()))).toBe(before);
  });

  it('are deleted only when nothing hangs on them', async () => {
    const used = await buildOrganisation(app, 'Använda');
    await buildPlan(app, { responsible: used });
    const refusal = await planner.delete(paths.organisation(used.id), 1);
    expect([refusal.status, refusal.problem.detail]).toEqual([
      409,
      'Använda används och kan inte tas bort: 4 i aktiviteter, 0 i grupper av organisationer, 0 i roller.',
    ]);
    const withRole = await buildOrganisation(app, 'Med rapportör');
    await app.person('Rune', [{ role: 'reporter', organisationId: withRole.id }]);
    expect((await planner.delete(paths.organisation(withRole.id), 1)).status).toBe(409);
    const free = await buildOrganisation(app, 'Fri');
    expect((await planner.delete(paths.organisation(free.id), 7)).status).toBe(412);
    expect((await planner.delete(paths.organisation(free.id), 1)).status).toBe(204);
    expect((await planner.get(paths.organisation(free.id))).status).toBe(404);
  });

  it('show what they have promised: by themselves, through a collective and as partners', async () => {
    const vaxjo = await buildOrganisation(app, 'Växjö kommun', { kind: 'municipality', municipalityCode: '0780' });
    const former = await buildOrganisation(app, 'Ljungby kommun', { kind: 'municipality', municipalityCode: '0781' });
    const all = (await create({ name: 'Alla kommuner', kind: 'collective', memberIds: [vaxjo.id, former.id] })).body;
    await planner.patch(paths.organisation(all.id), { memberIds: [vaxjo.id] }, 1);
    const group = await buildOrganisation(app, 'Beredningen', { kind: 'group' });
    const lead = await buildOrganisation(app, 'Länskontoret');
    const plan = await buildPlan(app, {
      title: 'Plan för åtaganden',
      activities: 4,
      state: 'adopted',
      activity: (index) =>
        [
          { responsibleIds: [lead.id], partnerIds: [vaxjo.id], responsibleGroupId: group.id },
          { responsibleIds: [all.id], partnerIds: [] },
          { responsibleIds: [vaxjo.id, all.id], partnerIds: [] },
          { responsibleIds: [lead.id], partnerIds: [all.id] },
        ][index] ?? {},
    });
    await buildRound(app, plan, {
      followUps: { 1: { judgement: 'on_track' }, 2: { judgement: 'completed' }, 0: { judgement: 'needs_support' } },
    });
    const commitment = async (id: string, query = '') =>
      (await reader.get<Commitment>(`${paths.commitment(id)}${query}`)).body;
    const { organisation, plans } = await commitment(vaxjo.id);
    expect([organisation.name, plans.length, plans[0]?.round?.label, plans[0]?.plan.words.sv.plan.one]).toEqual([
      'Växjö kommun',
      1,
      '2025',
      'handlingsplan',
    ]);
    const references = (items: readonly { readonly reference: string }[] | undefined) =>
      items?.map((item) => item.reference);
    expect(references(plans[0]?.responsible)).toEqual(['2.1/1']);
    expect(plans[0]?.throughCollective.map((item) => [item.reference, item.collective.name])).toEqual([
      ['1.2/2', 'Alla kommuner'],
    ]);
    expect(references(plans[0]?.partner)).toEqual(['1.1/1', '2.2/2']);
    expect(plans[0]?.counts).toMatchObject({ on_track: 1, completed: 1, needs_support: 0, total: 2 });
    expect((await commitment(former.id)).plans).toEqual([]);
    expect(references((await commitment(group.id)).plans[0]?.responsible)).toEqual(['1.1/1']);
    expect(references((await commitment(lead.id)).plans[0]?.responsible)).toEqual(['1.1/1', '2.2/2']);
    expect((await reader.get(`${paths.commitment(vaxjo.id)}?round=1999`)).status).toBe(404);
    expect(await countQueries(app, () => reader.get(paths.commitment(vaxjo.id)))).toBe(
      await countQueries(app, () => reader.get(paths.commitment(former.id))),
    );
  });

  it('are read by readers, changed by planners, and unknown to another county', async () => {
    const one = await buildOrganisation(app, 'Egna');
    expect((await reader.get(paths.organisation(one.id))).status).toBe(200);
    const refusal = await reader.patch(paths.organisation(one.id), { name: 'Andras' }, 1);
    expect([refusal.status, refusal.problem.detail]).toEqual([403, 'Din roll ger inte rätt att ändra organisationer.']);
    const [county] = await app.db.query<{ id: string }>(`SELECT id FROM county WHERE code = '12'`);
    const elsewhere = await app.person('Stina', [{ role: 'planner' }], county?.id);
    expect((await elsewhere.get(paths.organisation(one.id))).status).toBe(404);
    expect((await elsewhere.patch(paths.organisation(one.id), { name: 'Stulen' }, 1)).status).toBe(404);
    expect((await elsewhere.get<OrganisationListItem[]>(paths.organisations())).body).toEqual([]);
    expect((await reader.get(paths.organisation('ett'))).status).toBe(404);
  });
});
