import fc from 'fast-check';
import { proposeAgenda, type AgendaFacts, type ProposableActivity } from './agenda-proposal.ts';

const DAY = '2026-03-12';
const ROOM = { minutes: 80, minutesPerItem: 8 };
const NOTHING: Omit<ProposableActivity, 'id' | 'areaId'> = {
  isActive: true,
  judgement: 'on_track',
  lastUpOn: '2026-02-12',
  parked: null,
  nextStepOn: null,
  isInRotation: false,
  postponedOn: null,
  decisions: [],
  actionPoints: [],
  attention: [],
  answerDueOn: null,
  returnedOn: null,
  belowTwice: [],
};
const activity = (id: string, more: Partial<ProposableActivity> = {}): ProposableActivity => ({
  ...NOTHING,
  id,
  areaId: 'area',
  ...more,
});
const facts = (activities: readonly ProposableActivity[], more: Partial<AgendaFacts> = {}): AgendaFacts => ({
  activities,
  others: [],
  lastMeetingOn: '2026-02-12',
  silentAfterDays: 70,
  ...more,
});
const propose = (one: Partial<ProposableActivity>, more: Partial<AgendaFacts> = {}) =>
  proposeAgenda(facts([activity('a', one)], more), DAY, ROOM).items[0]?.reasons.map(({ words }) => words.sv) ?? [];

describe('an agenda that proposes itself', () => {
  it('says why in words', () => {
    expect(propose({})).toEqual([]);
    expect(propose({ lastUpOn: '2026-01-01' })).toEqual(['Har inte varit uppe på 70 dagar, sedan 1 januari 2026.']);
    expect(propose({ lastUpOn: '2026-01-02' })).toEqual([]);
    expect(propose({ lastUpOn: null })).toEqual(['Har inte varit uppe i gruppen än.']);
    expect(propose({ isInRotation: true })).toEqual(['Står på tur enligt årets planering.']);
    expect(propose({ nextStepOn: '2026-03-01' })).toEqual(['Nästa steg skulle vara klart 1 mars 2026.']);
    expect(propose({ postponedOn: '2026-02-12' })).toEqual(['Bordlades på mötet 12 februari 2026.']);
    expect(propose({ belowTwice: [{ id: 'i', text: 'Antal träffar.' }] })).toEqual([
      'Når inte målvärdet för andra omgången i rad: Antal träffar.',
    ]);
    expect(propose({ decisions: [{ id: 'd', name: '§ 3/2026', dueOn: '2026-03-01' }] })).toEqual([
      'Beslutet § 3/2026 är inte genomfört, skulle vara klart 1 mars 2026.',
    ]);
    expect(propose({ decisions: [{ id: 'd', name: '§ 3/2026', dueOn: '2026-06-01' }] })).toEqual([]);
    expect(propose({ actionPoints: [{ id: 'p', name: 'Karin', dueOn: '2026-03-12' }] })).toEqual([
      'Att göra är inte klart (Karin), ska vara klart 12 mars 2026.',
    ]);
    expect(propose({ actionPoints: [{ id: 'p', name: 'Karin', dueOn: '2026-03-13' }] })).toEqual([]);
  });

  it('has a next step up once, and lets what is over rest', () => {
    expect(propose({ nextStepOn: '2026-02-01' })).toEqual([]);
    expect(propose({ judgement: 'completed', lastUpOn: null, nextStepOn: '2026-03-01' })).toEqual([]);
    expect(propose({ isActive: false, lastUpOn: null })).toEqual([]);
  });

  it('does not bring back what was up last time for what was known then', () => {
    const words = { sv: 'Svaret är sent.', en: 'The answer is late.' };
    const attention = [{ code: 'overdue' as const, words, indicatorId: null }];
    expect(propose({ attention, answerDueOn: '2026-02-01' })).toEqual([]);
    expect(propose({ attention, answerDueOn: '2026-03-01' })).toEqual(['Svaret är sent.']);
    expect(propose({ attention, answerDueOn: '2026-02-01', lastUpOn: '2026-01-20' })).toEqual(['Svaret är sent.']);
  });

  it('leaves out what is parked until its day has passed', () => {
    expect(propose({ lastUpOn: null, parked: { until: null } })).toEqual([]);
    expect(propose({ lastUpOn: null, parked: { until: DAY } })).toEqual([]);
    expect(propose({ lastUpOn: null, parked: { until: '2026-03-11' } })).toHaveLength(1);
  });

  it('takes questions and answers first, and what presses most of the rest, an area together', () => {
    const { items, fits } = proposeAgenda(
      facts(
        [
          activity('silent', { areaId: 'one', lastUpOn: '2025-12-01' }),
          activity('late', { areaId: 'two', decisions: [{ id: 'd', name: '§ 1/2026', dueOn: '2026-01-01' }] }),
          activity('step', { areaId: 'one', nextStepOn: '2026-03-01' }),
          activity('turn', { areaId: 'two', isInRotation: true }),
        ],
        { others: [{ kind: 'lift', id: 'l', group: 'Beredningen', on: '2026-03-01', postponedOn: null }] },
      ),
      DAY,
      { minutes: 33, minutesPerItem: 8 },
    );
    expect(items.map(({ id }) => id)).toEqual(['l', 'late', 'turn', 'step', 'silent']);
    expect(fits).toBe(4);
  });

  const day = fc
    .integer({ min: 0, max: 400 })
    .map((days) => new Date(Date.UTC(2025, 3, 1) + days * 86_400_000).toISOString().slice(0, 10));
  const known = fc.record({
    areaId: fc.constantFrom('one', 'two', 'three'),
    lastUpOn: fc.option(day, { nil: null }),
    nextStepOn: fc.option(day, { nil: null }),
    isInRotation: fc.boolean(),
    postponedOn: fc.option(day, { nil: null }),
    parked: fc.option(fc.record({ until: fc.option(day, { nil: null }) }), { nil: null }),
    decisions: fc.array(
      fc.record({ id: fc.uuid(), name: fc.constant('§ 1/2026'), dueOn: fc.option(day, { nil: null }) }),
      { maxLength: 2 },
    ),
  });

  it('has each activity once, with a reason, never what is parked, and fits in the time', () => {
    fc.assert(
      fc.property(fc.array(known, { maxLength: 40 }), fc.integer({ min: 0, max: 200 }), (all, minutes) => {
        const activities = all.map((one, index) => activity(String(index), one));
        const { items, fits } = proposeAgenda(facts(activities), DAY, { minutes, minutesPerItem: 8 });
        expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
        expect(items.every(({ reasons }) => reasons.length > 0)).toBe(true);
        expect(fits * 8).toBeLessThanOrEqual(minutes);
        expect(fits).toBe(Math.min(items.length, Math.floor(minutes / 8)));
        for (const { id } of items) {
          const until = activities[Number(id)]?.parked;
          expect(until === null || (until?.until ?? '9999') < DAY).toBe(true);
        }
      }),
    );
  });

  it('keeps the items of an area together among those that fit', () => {
    fc.assert(
      fc.property(fc.array(known, { maxLength: 40 }), fc.integer({ min: 0, max: 200 }), (all, minutes) => {
        const activities = all.map((one, index) => activity(String(index), one));
        const { items, fits } = proposeAgenda(facts(activities), DAY, { minutes, minutesPerItem: 8 });
        const areas = items.slice(0, fits).map(({ areaId }) => areaId);
        const turns = areas.filter((area, index) => index === 0 || area !== areas[index - 1]);
        expect(new Set(turns).size).toBe(turns.length);
      }),
    );
  });

  it('is proposed for 500 activities', () => {
    const many = fc.sample(known, { seed: 5, numRuns: 500 }).map((one, index) => activity(String(index), one));
    const began = performance.now();
    const { items } = proposeAgenda(facts(many), DAY, { minutes: 120, minutesPerItem: 8 });
    process.stdout.write(`agenda proposal, 500 activities: ${(performance.now() - began).toFixed(1)} ms\n`);
    expect(items.length).toBeGreaterThan(100);
  });
});
