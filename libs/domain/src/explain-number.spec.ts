import fc from 'fast-check';
import { combinePlaces, combineShares, exactSum, type Cell, type ShareCell } from './combine.ts';
import { explainEvents, type ExplainedEvent } from './explain-events.ts';
import { explainPlaces, type ExplainedDefinition, type ExplainedPlace } from './explain-number.ts';

const count: ExplainedDefinition = { kind: 'count', combinePlaces: 'sum', decimals: 0, unit: '' };
const place = (name: string, value: number | null, more: Partial<ExplainedPlace> = {}): ExplainedPlace => ({
  name,
  state: value === null ? 'not_reported' : 'value',
  value,
  denominator: null,
  isAsked: true,
  declined: false,
  ...more,
});

describe('explainPlaces', () => {
  it('adds with its parts, takes away what is counted twice, and says what was left out', () => {
    const told = explainPlaces(
      count,
      [
        place('Alby', 3),
        place('Byby', 4),
        place('Ceby', null),
        place('Deby', null, { state: 'not_applicable' }),
        place('Eby', null, { isAsked: false, declined: true }),
        place('Fyby', null, { isAsked: false }),
      ],
      1,
      false,
    );
    expect(told.formula.sv).toBe(
      'Summan av 2 av 3 kommuner: 3 + 4 \u2212 1 = 6. Det som hör till flera kommuner räknas en gång: \u22121.',
    );
    expect(told.result).toBe(6);
    expect(told.leftOut.map(({ name, reason }) => `${name}: ${reason.sv}`)).toEqual([
      'Ceby: Inte rapporterat.',
      'Deby: Har svarat att det inte är tillämpligt.',
      'Eby: Frågas inte, för att kommunen har avböjt.',
      'Fyby: Frågas inte, för att kommunen inte är med bland dem som aktiviteten gäller.',
    ]);
  });

  it.each<[string, ExplainedDefinition, ExplainedPlace[], string]>([
    [
      'a mean',
      { ...count, kind: 'measure', combinePlaces: 'mean' },
      [place('A', 3), place('B', 4)],
      'Medelvärdet av 2 av 2 kommuner: (3 + 4) / 2 = 3,5.',
    ],
    [
      'yes answers',
      { ...count, kind: 'milestone' },
      [place('A', 1), place('B', 0), place('C', 1)],
      '2 av 3 kommuner som har svarat har nått den: A och C.',
    ],
    [
      'shares',
      { ...count, kind: 'share' },
      [place('A', 3, { denominator: 4 }), place('B', 1, { denominator: 4 })],
      'Täljare och nämnare läggs ihop för 2 av 2 kommuner: (3 + 1) av (4 + 4) = 50\u00a0% (4 av 8).',
    ],
    ['nothing', count, [place('A', null)], 'Inget värde är rapporterat än.'],
  ])('explains %s', (_what, definition, places, words) => {
    expect(explainPlaces(definition, places, 0, false).formula.sv).toBe(words);
  });

  it('gives no part of a protected figure away, and no number of a protected part', () => {
    const hidden = explainPlaces(count, [place('A', 2), place('B', 3)], 0, true);
    expect(`${hidden.formula.sv}${hidden.formula.en}`).not.toMatch(/\d/);
    expect(hidden.leftOut).toEqual([]);
    const part = explainPlaces(
      count,
      [place('A', 20), place('B', null, { state: 'protected' }), place('C', null, { state: 'protected' })],
      0,
      false,
    );
    expect(part.formula.sv).toBe('Summan av 3 av 3 kommuner: 20 + 2 skyddade värden.');
    expect(part.result).toBeNull();
  });

  const value = fc.integer({ min: 0, max: 500_000 }).map((hundredths) => hundredths / 100);
  const anyPlace = fc.record({
    name: fc.constantFrom('A', 'B', 'C'),
    state: fc.constantFrom<Cell['state']>('value', 'not_reported', 'not_applicable'),
    value,
    extra: fc.integer({ min: 1, max: 1000 }),
    isAsked: fc.boolean(),
    declined: fc.boolean(),
  });
  const places = fc.array(anyPlace, { maxLength: 12 }).map((list) =>
    list.map(({ extra, ...one }): ExplainedPlace => ({
      ...one,
      value: one.state === 'value' ? one.value : null,
      denominator: one.state === 'value' ? one.value + extra : null,
    })),
  );

  it('gives exactly the number that combining gives, whatever the parts', () => {
    fc.assert(
      fc.property(places, fc.constantFrom('sum', 'mean', 'count_yes'), (all, how) => {
        const told = explainPlaces({ ...count, kind: 'measure', decimals: 2, combinePlaces: how }, all, 0, false);
        const cells = all.map((one): Cell =>
          one.state === 'value' ? { state: 'value', value: one.value ?? 0 } : { state: one.state as 'not_reported' },
        );
        const combined = combinePlaces(cells, how);
        expect(told.result).toBe(combined.state === 'value' ? combined.value : null);
      }),
    );
  });

  it('says in the words of a sum every part and their sum', () => {
    const measure: ExplainedDefinition = { ...count, kind: 'measure', decimals: 2 };
    fc.assert(
      fc.property(places, fc.integer({ min: 0, max: 3 }), (all, overlap) => {
        const told = explainPlaces(measure, all, overlap, false);
        if (told.result === null) return;
        const sum = / kommun(?:er)?: (.*) = (.*?)\.(?: |$)/.exec(told.formula.sv);
        const read = (text: string): number =>
          Number(text.replaceAll('\u00a0', '').replace(',', '.').replace('\u2212', '-'));
        const terms = (sum?.[1] ?? '').replace(' \u2212 ', ' + \u2212').split(' + ').map(read);
        expect(exactSum(terms)).toBe(read(sum?.[2] ?? ''));
        expect(told.result).toBe(read(sum?.[2] ?? ''));
      }),
    );
  });

  it('adds shares by numerator and denominator', () => {
    fc.assert(
      fc.property(places, (all) => {
        const told = explainPlaces({ ...count, kind: 'share' }, all, 0, false);
        const combined = combineShares(
          all.map((one): ShareCell =>
            one.state === 'value'
              ? { state: 'value', numerator: one.value ?? 0, denominator: one.denominator ?? 1 }
              : { state: one.state as 'not_reported' },
          ),
        );
        expect([told.result, told.denominator]).toEqual(
          combined.state === 'value' ? [combined.numerator, combined.denominator] : [null, null],
        );
      }),
    );
  });

  it('accounts for every place once: counted or left out', () => {
    fc.assert(
      fc.property(places, (all) => {
        const { leftOut } = explainPlaces(count, all, 0, false);
        expect(leftOut).toHaveLength(all.filter(({ state }) => state !== 'value').length);
      }),
    );
  });
});

describe('explainEvents', () => {
  const event = (participants: number | null, municipalities: string[] = []): ExplainedEvent => ({
    participants,
    municipalities,
    organisations: [],
  });

  it('says how many events, and what each brings', () => {
    expect(explainEvents('count_events', [event(1), event(2)], 2).formula.sv).toBe('2 händelser räknas en gång var.');
    expect(explainEvents('sum_participants', [event(12), event(null), event(8)], 20).formula.sv).toBe(
      'Deltagarna i 2 händelser: 12 + 8 = 20.',
    );
    expect(explainEvents('distinct_municipalities', [event(1, ['A', 'B']), event(1, ['B'])], 2).formula.sv).toBe(
      'Olika kommuner i 2 händelser: A och B (2).',
    );
  });

  it('never shows parts that do not add up', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50), { minLength: 1, maxLength: 6 }), fc.nat(300), (all, value) => {
        const told = explainEvents(
          'sum_participants',
          all.map((each) => event(each)),
          value,
        );
        const sum = all.reduce((total, each) => total + each, 0);
        expect(told.holds).toBe(sum === value);
        expect(told.formula.sv.includes('har ändrats sedan dess')).toBe(sum !== value);
      }),
    );
  });
});
