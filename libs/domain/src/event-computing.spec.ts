import fc from 'fast-check';
import { computeFromEvents, type CountedEvent, type CountingRule } from './event-computing.ts';
import { RULE_METHODS } from './event.ts';

const RULE: CountingRule = {
  method: 'count_events',
  kindIds: [],
  activityIds: ['a'],
  breakdown: 'none',
  from: '2025-01-01',
  to: '2025-12-31',
};
const PLACES = ['0760', '0761', '0763'];

function event(id: string, more: Partial<CountedEvent> = {}): CountedEvent {
  return {
    id,
    kindId: 'k',
    day: '2025-03-12',
    activityIds: ['a'],
    municipalities: [],
    organisationIds: [],
    participants: null,
    ...more,
  };
}
const at = (...codes: readonly string[]) => codes.map((code) => ({ code, participants: null }));

describe('what events give an indicator', () => {
  it('counts an event once, whichever of the indicator’s activities it serves', () => {
    const rule = { ...RULE, activityIds: ['a', 'b'] };
    const { places } = computeFromEvents([event('1', { activityIds: ['a', 'b'] }), event('2')], rule, PLACES);
    expect(places).toEqual([{ municipalityCode: null, value: 2, eventIds: ['1', '2'] }]);
  });

  it('leaves what is outside the round, of another kind or another activity aside', () => {
    const events = [
      event('1', { day: '2024-12-31' }),
      event('2', { day: '2026-01-01' }),
      event('3', { kindId: 'other' }),
      event('4', { activityIds: ['z'] }),
      event('5', { day: '2025-01-01' }),
      event('6', { day: '2025-12-31' }),
    ];
    expect(computeFromEvents(events, { ...RULE, kindIds: ['k'] }, PLACES).places).toMatchObject([
      { value: 2, eventIds: ['5', '6'] },
    ]);
  });

  it('gives no place where nothing is registered: that is not zero', () => {
    expect(computeFromEvents([], RULE, PLACES).places).toEqual([]);
    const zero = computeFromEvents([event('1', { participants: 0 })], { ...RULE, method: 'sum_participants' }, PLACES);
    expect(zero.places).toMatchObject([{ value: 0 }]);
  });

  it('counts an event in each of its municipalities, and says what that counts twice', () => {
    const rule: CountingRule = { ...RULE, breakdown: 'municipality' };
    const { places, overlap, leftOut } = computeFromEvents(
      [event('1', { municipalities: at('0760', '0761') }), event('2', { municipalities: at('0761') }), event('3')],
      rule,
      PLACES,
    );
    expect(places.map(({ municipalityCode, value }) => [municipalityCode, value])).toEqual([
      ['0760', 1],
      ['0761', 2],
    ]);
    expect(overlap).toBe(1);
    expect(leftOut).toEqual([{ eventId: '3', reason: 'no_municipality' }]);
  });

  it('adds up participants where they are known, per municipality only where they are divided', () => {
    const rule: CountingRule = { ...RULE, method: 'sum_participants', breakdown: 'municipality' };
    const events = [
      event('1', { participants: 30, municipalities: at('0760') }),
      event('2', {
        participants: 30,
        municipalities: [
          { code: '0760', participants: 10 },
          { code: '0761', participants: null },
        ],
      }),
      event('3', { participants: 9, municipalities: at('0761', '0763') }),
      event('4', { municipalities: at('0763') }),
    ];
    const { places, leftOut } = computeFromEvents(events, rule, PLACES);
    expect(places.map(({ municipalityCode, value }) => [municipalityCode, value])).toEqual([['0760', 40]]);
    expect(leftOut).toEqual([
      { eventId: '3', reason: 'participants_not_divided' },
      { eventId: '4', reason: 'no_participants' },
    ]);
  });

  it('counts municipalities and organisations once each', () => {
    const events = [
      event('1', { municipalities: at('0760', '0761'), organisationIds: ['o', 'p'] }),
      event('2', { municipalities: at('0761'), organisationIds: ['o'] }),
    ];
    const value = (method: CountingRule['method']) =>
      computeFromEvents(events, { ...RULE, method }, PLACES).places[0]?.value;
    expect([value('distinct_municipalities'), value('distinct_organisations')]).toEqual([2, 2]);
    const per = computeFromEvents(
      events,
      { ...RULE, method: 'distinct_organisations', breakdown: 'municipality' },
      PLACES,
    );
    expect([per.places.map((place) => place.value), per.overlap]).toEqual([[2, 2], 2]);
  });

  const anyEvent = fc.record({
    id: fc.integer({ min: 1, max: 40 }).map(String),
    kindId: fc.constantFrom('k', 'l'),
    day: fc.constantFrom('2024-12-31', '2025-01-01', '2025-06-01'),
    activityIds: fc.uniqueArray(fc.constantFrom('a', 'b', 'c')),
    municipalities: fc.uniqueArray(
      fc.record({ code: fc.constantFrom(...PLACES), participants: fc.option(fc.nat(50)) }),
      { selector: ({ code }) => code },
    ),
    organisationIds: fc.uniqueArray(fc.constantFrom('o', 'p', 'q')),
    participants: fc.option(fc.nat(500)),
  });
  const anyEvents = fc.uniqueArray(anyEvent, { selector: ({ id }) => id, maxLength: 15 });
  const anyRule = fc.record({
    method: fc.constantFrom(...RULE_METHODS),
    kindIds: fc.uniqueArray(fc.constantFrom('k', 'l')),
    activityIds: fc.uniqueArray(fc.constantFrom('a', 'b', 'c')),
    breakdown: fc.constantFrom('none' as const, 'municipality' as const),
    from: fc.constant('2025-01-01'),
    to: fc.constant('2025-12-31'),
  });
  const sum = (values: readonly number[]): number => values.reduce((before, value) => before + value, 0);

  it('does not depend on the order of events, nor on an event coming twice', () => {
    fc.assert(
      fc.property(anyEvents, anyRule, (events, rule) => {
        const straight = computeFromEvents(events, rule, PLACES);
        const turned = computeFromEvents([...events, ...events].reverse(), rule, PLACES);
        expect([turned.places, turned.overlap]).toEqual([straight.places, straight.overlap]);
      }),
    );
  });

  it('is never lowered by another event', () => {
    fc.assert(
      fc.property(anyEvents, anyEvent, anyRule, (events, another, rule) => {
        const before = computeFromEvents(events, rule, PLACES);
        const after = computeFromEvents([...events, { ...another, id: 'new' }], rule, PLACES);
        for (const { municipalityCode, value } of before.places) {
          const now = after.places.find((place) => place.municipalityCode === municipalityCode);
          expect(now?.value).toBeGreaterThanOrEqual(value);
        }
      }),
    );
  });

  it('gives for the county what its places give together, less what they count twice', () => {
    fc.assert(
      fc.property(anyEvents, anyRule, (events, rule) => {
        // Everything has a place and nothing is left out, so that the county and its places are of the same events.
        const placed = events
          .filter(({ municipalities }) => municipalities.length > 0)
          .map((each) => ({
            ...each,
            participants: sum(each.municipalities.map(({ participants }) => participants ?? 0)),
            municipalities: each.municipalities.map(({ code, participants }) => ({
              code,
              participants: participants ?? 0,
            })),
          }));
        const whole = computeFromEvents(placed, { ...rule, breakdown: 'none' }, PLACES);
        const parts = computeFromEvents(placed, { ...rule, breakdown: 'municipality' }, PLACES);
        expect(sum(parts.places.map(({ value }) => value)) - parts.overlap).toBe(
          sum(whole.places.map(({ value }) => value)),
        );
      }),
    );
  });

  it('says of every event asked for whether it counts or why not', () => {
    fc.assert(
      fc.property(anyEvents, anyRule, (events, rule) => {
        const { places, leftOut } = computeFromEvents(events, rule, PLACES);
        const counted = new Set(places.flatMap(({ eventIds }) => eventIds));
        for (const { eventId } of leftOut) expect(counted.has(eventId)).toBe(false);
      }),
    );
  });
});
