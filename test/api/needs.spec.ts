import {
  paths,
  type NeedsInventory,
  type NeedsInventoryList,
  type NeedsResults,
  type PersonData,
} from '@samhandling/contracts';
import { DEFAULT_NEEDS_QUESTIONS } from '@samhandling/domain';
import { startTestApp, type TestApp, type TestClient } from '../support/app.ts';
import { buildGroup } from '../support/meeting-builder.ts';
import { linkOf, must, openInventory, textAnswer } from '../support/needs.ts';
import { buildOrganisation, buildPlan, type BuiltPlan } from '../support/plan-builder.ts';
import { countQueries } from '../support/query-counter.ts';

describe('a needs inventory', () => {
  let app: TestApp;
  let planner: TestClient;
  let plan: BuiltPlan;
  let organisationId: string;
  beforeAll(async () => {
    app = await startTestApp();
    planner = await app.person('Petra Planerare', [{ role: 'planner' }]);
    plan = await buildPlan(app, { title: 'Plan för trygghet', state: 'adopted' });
    organisationId = (await buildOrganisation(app, 'Kommunen')).id;
  });
  afterAll(() => app.close());

  const group = (members: Parameters<typeof buildGroup>[1]['members']) =>
    buildGroup(app, {
      countyId: app.countyId,
      planId: plan.planId,
      kind: 'consultation',
      ...(members && { members }),
    });
  const begin = (groupId: string, year: number, more: object = {}) =>
    planner.post<NeedsInventory>(paths.planNeedsInventories(plan.slug), {
      groupId,
      year,
      due: '2199-12-01',
      from: 'last',
      ...more,
    });
  const take = (inventory: NeedsInventory, transition: string) =>
    planner.post<NeedsInventory>(paths.needsTransitions(inventory.id), { transition }, { ifMatch: inventory.version });

  it('starts from the standard questions, and the next from last year’s', async () => {
    const { id } = await group([{ name: 'Ada Ek', organisationId }]);
    const first = must(await begin(id, 2026));
    expect(first.questions.map(({ text }) => text)).toEqual(DEFAULT_NEEDS_QUESTIONS.map(({ text }) => text));
    expect(first.isAnonymous).toBe(true);
    const [kept] = first.questions;
    const changed = must(
      await planner.put<NeedsInventory>(
        paths.needsQuestions(first.id),
        { questions: [{ ...kept, text: 'Hur går det?' }] },
        first.version,
      ),
    );
    expect(changed.questions).toMatchObject([{ id: kept?.id, text: 'Hur går det?' }]);
    const stale = await planner.put(paths.needsQuestions(first.id), { questions: [] }, first.version);
    expect([stale.status, (stale.problem.current as NeedsInventory).version]).toEqual([412, changed.version]);
    const next = must(await begin(id, 2027));
    expect(next.questions.map(({ text }) => text)).toEqual(['Hur går det?']);
    expect((await begin(id, 2027)).problem.errors?.map(({ pointer }) => pointer)).toEqual(['/year']);
    const wrong = await planner.put(
      paths.needsQuestions(next.id),
      { questions: [{ ...kept, kind: 'choice', options: ['Ja'] }] },
      next.version,
    );
    expect(wrong.problem.errors).toMatchObject([{ pointer: '/questions/0/options', code: 'too_few' }]);
  });

  it('is not sent to nobody, without questions, or with its day behind it', async () => {
    const empty = must(await begin((await group([])).id, 2026));
    const none = must(
      await planner.put<NeedsInventory>(paths.needsQuestions(empty.id), { questions: [] }, empty.version),
    );
    const past = must(await begin((await group([{ name: 'Ada Ek', organisationId }])).id, 2026, { due: '2020-01-01' }));
    const refused = [await take(none, 'open'), await take(past, 'open'), await take(past, 'close')];
    expect(refused.map(({ status }) => status)).toEqual([409, 409, 409]);
    expect(refused[0]?.problem.detail).toMatch(/Ingen är med i gruppen i dag.*Det finns inga frågor/);
    expect(refused[1]?.problem.detail).toContain('har redan varit');
    expect(none.transitions[0]).toMatchObject({ name: 'open', allowed: false });
    expect((await planner.send('DELETE', paths.needsInventory(past.id), { ifMatch: past.version })).status).toBe(204);
  });

  it('asks those who are in the group that day, and no substitute', async () => {
    const built = await group([
      { name: 'Ada Ek', organisationId },
      { name: 'Bo Al', organisationId, role: 'substitute' },
      { name: 'Cia Borta', organisationId },
    ]);
    await app.db.query(`UPDATE group_member SET to_day = '2024-12-31' WHERE id = $1`, [built.members[2]?.id]);
    const draft = must(await begin(built.id, 2026));
    expect(must(await take(draft, 'open'))).toMatchObject({ state: 'open', members: 1, answered: 0 });
    const { items } = must(await planner.get<NeedsInventoryList>(paths.planNeedsInventories(plan.slug)));
    expect(items.find(({ id }) => id === draft.id)).toMatchObject({ invited: 1, answered: 0 });
  });

  it('with names is answered, changed, recorded, and told to whoever it is about', async () => {
    const ada = await app.person('Ada Ek', [{ role: 'group_member' }]);
    const { inventory, invitations } = await openInventory(app, planner, {
      countyId: app.countyId,
      planId: plan.planId,
      slug: plan.slug,
      isAnonymous: false,
      members: [{ name: 'Ada Ek', organisationId, personId: ada.session?.person.id ?? '' }],
    });
    const invitation = invitations.items[0]?.id ?? '';
    const browser = await linkOf(app, planner, invitation);
    const question = inventory.questions[0]?.id ?? '';
    must(await browser.save([textAnswer(question, 'Träffarna')], 0));
    // A new link goes on with the same answer, and the old one is over.
    const again = await linkOf(app, planner, invitation);
    expect((await browser.read()).status).toBe(404);
    expect(must(await again.read())).toMatchObject({ version: 1, answers: [{ text: 'Träffarna' }] });
    must(await again.save([textAnswer(question, 'Träffarna och nätverket')], 1));
    expect((await again.save([], 1)).status).toBe(412);
    expect((await again.save([textAnswer(invitation, 'Fel fråga')], 2)).problem.errors).toMatchObject([
      { pointer: '/answers/0', code: 'unknown_question' },
    ]);

    const results = must(await ada.get<NeedsResults>(paths.needsResults(inventory.id)));
    expect(results.sums[0]).toMatchObject({
      answered: 1,
      texts: [{ text: 'Träffarna och nätverket', from: 'Ada Ek, Kommunen' }],
    });
    const record = await app.db.query<{ action: string; source: string; person: string | null }>(
      `SELECT action, source, person_id AS person FROM audit_event WHERE entity_id = $1 AND action IN ('answer', 'update') ORDER BY id`,
      [invitation],
    );
    expect(record).toEqual([
      { action: 'answer', source: 'link', person: null },
      { action: 'update', source: 'link', person: null },
    ]);
    const data = JSON.stringify(must(await ada.get<PersonData>(paths.accountData())));
    expect(data).toContain('Träffarna och nätverket');
    expect((await ada.get(paths.needsInvitations(inventory.id))).status).toBe(403);
  });

  it('asks the database as often whatever the number of answers', async () => {
    const { inventory, invitations } = await openInventory(app, planner, {
      countyId: app.countyId,
      planId: plan.planId,
      slug: plan.slug,
      isAnonymous: false,
      members: ['Ada', 'Bo', 'Cia', 'Disa'].map((name) => ({ name, organisationId })),
    });
    const count = () => countQueries(app, () => planner.get(paths.needsResults(inventory.id)));
    const before = await count();
    for (const { id } of invitations.items)
      must(await (await linkOf(app, planner, id)).save([textAnswer(inventory.questions[0]?.id ?? '', 'Bra')], 0));
    expect(await count()).toBe(before);
  });
});
