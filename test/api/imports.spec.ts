import { paths, type CompleteImportAnswer, type ImportListItem, type ImportReview } from '@samhandling/contracts';
import { startTestApp, type TestApp, type TestClient } from '../support/app.ts';

const TEXT = `Regional handlingsplan ANDT 2024–2027

1. Färre unga ska börja röka

1.1 Område för samhandling: Rökfria skolgårdar

Aktivitet: 1. Besöka länets skolor och berätta om reglerna.
Ansvarig: Länsstyrelsen, Region Prov och Polisen (Beredningsgruppen)
Samverkanspartner: länets kommuner, IOGT m.fl.
Uppföljning: Antal besökta skolor per kommun. Genomförd konferens.
Aktivitet: 2 Ta fram ett gemensamt material.
Ansvarig: Länsstyrelsen
Samverkanspartner: -
Uppföljning: Framtaget material.

Tips lokala aktiviteter

• Prata med rektorerna. • Prata med rektorerna.
`;

describe('importing a plan', () => {
  let app: TestApp;
  let planner: TestClient;
  beforeAll(async () => {
    app = await startTestApp();
    planner = await app.person('Petra', [{ role: 'planner' }]);
  });
  afterAll(() => app.close());

  const decideAll = (review: ImportReview) => ({
    actors: review.actors
      .filter((actor) => actor.decision === null)
      .map((actor) => ({
        name: actor.name,
        decision: { use: 'new' as const, name: actor.name, kind: actor.proposedKind },
      })),
    indicators: review.indicators.map((indicator) => ({
      key: indicator.key,
      decision: {
        answer: 'accepted' as const,
        kind: indicator.proposal.kind,
        unit: indicator.proposal.unit,
        breakdown: indicator.proposal.breakdown,
        cadencePerYear: indicator.proposal.cadencePerYear,
        target: indicator.proposal.target,
      },
    })),
  });

  it('goes from text to plan in one transaction, with a person saying yes to what was proposed', async () => {
    const created = await planner.post<ImportReview>(paths.imports(), { text: TEXT });
    expect(created.status).toBe(201);
    const review = created.body;
    expect(review.settings).toEqual({
      title: 'Regional handlingsplan ANDT',
      theme: 'ANDT',
      firstYear: 2024,
      lastYear: 2027,
    });
    expect(review.lines.lost).toBe(0);
    expect(review.actors.map((actor) => actor.name)).toEqual([
      'Länsstyrelsen',
      'Region Prov',
      'Polisen',
      'Kommunerna',
      'IOGT',
      'Beredningsgruppen',
    ]);
    expect(review.indicators.map((indicator) => indicator.decision)).toEqual([null, null, null]);
    expect(review.blockedBy).toEqual(['6 aktörer väntar på ditt svar.']);
    expect(review.goals[0]?.tips).toEqual(['Prata med rektorerna.', 'Prata med rektorerna.']);

    const tooSoon = await planner.send('POST', paths.importComplete(review.id), { ifMatch: review.version });
    expect(tooSoon.status).toBe(409);
    expect(tooSoon.problem.detail).toContain('6 aktörer');

    const decided = await planner.patch<ImportReview>(paths.import(review.id), decideAll(review), review.version);
    expect(decided.body.blockedBy).toEqual([]);
    const done = await planner.send<CompleteImportAnswer>('POST', paths.importComplete(review.id), {
      ifMatch: decided.body.version,
    });
    expect(done.status).toBe(201);
    const activities = await app.db.query(
      `SELECT a.text, a.open_ended FROM activity a WHERE a.plan_id = $1 ORDER BY number`,
      [done.body.planId],
    );
    expect(activities).toEqual([
      { text: 'Besöka länets skolor och berätta om reglerna.', open_ended: true },
      { text: 'Ta fram ett gemensamt material.', open_ended: false },
    ]);
    const members = await app.db.query(
      `SELECT m.name FROM organisation_member om JOIN organisation c ON c.id = om.collective_id JOIN organisation m ON m.id = om.member_id WHERE c.name = 'Kommunerna'`,
    );
    expect(members).toHaveLength(8);
    const audited = await app.db.query(`SELECT action FROM audit_event WHERE entity = 'plan' AND entity_id = $1`, [
      done.body.planId,
    ]);
    expect(audited).toEqual([{ action: 'create' }]);
    const again = await planner.send('POST', paths.importComplete(review.id), { ifMatch: decided.body.version });
    expect(again.problem.detail).toBe('Texten är redan inläst som en plan.');
  });

  it('shows no difference for the same text, and each difference for another, changing nothing by itself', async () => {
    const before = await app.db.query('SELECT count(*)::int AS n FROM plan');
    const same = await planner.post<ImportReview>(paths.imports(), { text: TEXT });
    expect(same.body.comparedWith?.title).toBe('Regional handlingsplan ANDT');
    expect(same.body.differences).toEqual([]);
    expect(same.body.blockedBy).toEqual([
      'Texten är densamma som planen den jämförs med, så det finns inget att läsa in.',
    ]);
    const changed = await planner.post<ImportReview>(paths.imports(), {
      text: TEXT.replace('berätta om reglerna', 'berätta om de nya reglerna'),
    });
    expect(changed.body.differences).toEqual([
      {
        kind: 'reworded',
        what: 'activity',
        reference: '1.1/1',
        before: 'Besöka länets skolor och berätta om reglerna.',
        after: 'Besöka länets skolor och berätta om de nya reglerna.',
      },
    ]);
    expect(await app.db.query('SELECT count(*)::int AS n FROM plan')).toEqual(before);
    expect((await planner.get<ImportListItem[]>(paths.imports())).body.length).toBe(3);
  });

  it('refuses a text that is no plan with what it looked for', async () => {
    const refusal = await planner.post(paths.imports(), { text: 'Det här är ett mejl om fikat på fredag.' });
    expect(refusal.status).toBe(422);
    expect(refusal.problem.errors?.[0]).toMatchObject({ pointer: '/text', code: 'no_plan' });
    expect(refusal.problem.errors?.[0]?.reason).toMatch(/Aktivitet/);
  });

  it('reads an uploaded file by what it holds, and refuses what it cannot read', async () => {
    const upload = (name: string, bytes: string | Uint8Array<ArrayBuffer>) => {
      const form = new FormData();
      form.set('file', new Blob([bytes]), name);
      return planner.send<ImportReview>('POST', paths.importFile(), { body: form });
    };
    const latin1 = await upload(
      'plan åäö.txt',
      Buffer.from(TEXT.replaceAll('–', '-').replaceAll('•', '*').replaceAll('\n', '\r\n'), 'latin1'),
    );
    expect(latin1.status).toBe(201);
    expect(latin1.body.sourceName).toBe('plan åäö.txt');
    expect(latin1.body.goals[0]?.title).toBe('Färre unga ska börja röka');
    const picture = await upload('plan.txt', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 1]));
    expect(picture.status).toBe(415);
    expect(picture.problem.errors?.[0]?.pointer).toBe('/file');
    const empty = await upload('tom.txt', '');
    expect(empty.status).toBe(422);
    const large = await upload('stor.txt', Buffer.alloc(6 * 1024 * 1024, 'a'));
    expect(large.status).toBe(413);
    expect(large.problem.detail).toContain('5 MB');
  });

  it('refuses a stale save with the review as it is, and those who may not import', async () => {
    const { body: review } = await planner.post<ImportReview>(paths.imports(), { text: TEXT.replaceAll('1.1', '1.2') });
    const first = await planner.patch<ImportReview>(
      paths.import(review.id),
      { settings: { title: 'Planen' } },
      review.version,
    );
    const late = await planner.patch(paths.import(review.id), { settings: { title: 'En annan' } }, review.version);
    expect(late.status).toBe(412);
    expect((late.problem.current as ImportReview).settings).toEqual(first.body.settings);
    expect(first.body.settings).toEqual({ ...review.settings, title: 'Planen' });
    expect((await planner.patch(paths.import(review.id), { settings: {} })).status).toBe(428);
    expect((await planner.get(paths.import('not-an-id'))).status).toBe(404);
    const reader = await app.person('Ragnar', [{ role: 'reader' }]);
    expect((await reader.post(paths.imports(), { text: TEXT })).problem.detail).toBe(
      'Din roll ger inte rätt att läsa in en plan.',
    );
  });
});
