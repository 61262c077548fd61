import { startTestApp, type TestApp } from '../support/app.ts';
import { buildPlan } from '../support/plan-builder.ts';

describe('writing a whole plan', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  it('stores every level, in reading order, with one audit row', async () => {
    const plan = await buildPlan(app, { title: 'Handlingsplan mot våld i nära relationer', activities: 6 });
    expect(plan.slug).toBe('handlingsplan-mot-vald-i-nara-relationer');
    expect(plan.activities.map((activity) => activity.reference)).toEqual([
      '1.1/1',
      '1.1/2',
      '1.2/3',
      '1.2/4',
      '2.1/1',
      '2.1/2',
    ]);
    expect(plan.activities.every((activity) => activity.indicatorIds.length === 1)).toBe(true);
    const audit = await app.db.query<{ action: string; changes: Record<string, { new: unknown }> }>(
      'SELECT action, changes FROM audit_event WHERE entity_id = $1',
      [plan.planId],
    );
    expect(audit).toHaveLength(1);
    expect(audit[0]?.changes['activities']?.new).toBe(6);
  });

  it('gives plans of the same title addresses of their own', async () => {
    const slugs = [
      await buildPlan(app, { title: 'Åtgärder' }),
      await buildPlan(app, { title: 'Åtgärder' }),
      await buildPlan(app, { title: 'Åtgärder' }),
    ].map((plan) => plan.slug);
    expect(slugs).toEqual(['atgarder', 'atgarder-2', 'atgarder-3']);
  });
});
