import fc from 'fast-check';
import { proposeReporters, type LastReporter, type PossibleReporter } from './propose-reporters.ts';

const people: PossibleReporter[] = [
  { organisationId: 'lst', personId: 'anna' },
  { organisationId: 'region', personId: 'bo' },
  { organisationId: 'region', personId: 'cia' },
];
const shared = { activityId: 'a', responsible: ['lst', 'region', 'police'] };
const last = (organisationId: string | null, personId: string | null): LastReporter[] => [
  { activityId: 'a', organisationId, personId },
];

describe('proposeReporters', () => {
  it.each([
    ['the first responsible when nobody answered before', [], {}, ['lst', 'anna', 'first_responsible']],
    ['the one who answered last round', last('region', 'cia'), {}, ['region', 'cia', 'last_round']],
    ['the organisation’s first when the person has left', last('region', 'dan'), {}, ['region', 'bo', 'last_round']],
    ['the person alone when the organisation was not kept', last(null, 'cia'), {}, ['region', 'cia', 'last_round']],
    [
      'the first responsible when the last is no longer responsible',
      last('tax', 'eva'),
      {},
      ['lst', 'anna', 'first_responsible'],
    ],
    ['the next one when rotating', last('lst', 'anna'), { rotate: true }, ['region', 'bo', 'rotated']],
    [
      'nobody yet at an organisation without people',
      last('region', 'bo'),
      { rotate: true },
      ['police', null, 'rotated'],
    ],
    ['the first again after the last one', last('police', null), { rotate: true }, ['lst', 'anna', 'rotated']],
  ])('proposes %s', (_, lastRound, options, expected) => {
    const [proposal] = proposeReporters([shared], lastRound, people, options);
    expect([proposal?.organisationId, proposal?.personId, proposal?.because]).toEqual(expected);
  });

  it('has nobody to rotate to where one alone is responsible, and says so where none is', () => {
    const alone = { activityId: 'a', responsible: ['region'] };
    expect(proposeReporters([alone], last('region', 'cia'), people, { rotate: true })).toMatchObject([
      { personId: 'cia', because: 'last_round' },
    ]);
    expect(proposeReporters([{ activityId: 'a', responsible: [] }], last('region', 'cia'), people)).toMatchObject([
      { organisationId: null, because: 'nobody_responsible' },
    ]);
  });

  it('proposes only the responsible and people who may report for them, for every activity', () => {
    const organisation = fc.constantFrom('lst', 'region', 'police', 'tax');
    const person = fc.constantFrom('anna', 'bo', 'cia', 'dan');
    const activity = fc.record({
      activityId: fc.constantFrom('a', 'b', 'c'),
      responsible: fc.uniqueArray(organisation),
    });
    const lastRound = fc.array(
      fc.record({
        activityId: fc.constantFrom('a', 'b', 'c'),
        organisationId: fc.option(organisation, { nil: null }),
        personId: fc.option(person, { nil: null }),
      }),
    );
    fc.assert(
      fc.property(
        fc.array(activity),
        lastRound,
        fc.array(fc.record({ organisationId: organisation, personId: person })),
        fc.boolean(),
        (activities, before, who, rotate) => {
          const proposals = proposeReporters(activities, before, who, { rotate });
          expect(proposals.map((one) => one.activityId)).toEqual(activities.map((one) => one.activityId));
          proposals.forEach(({ organisationId, personId }, index) => {
            const responsible = activities[index]?.responsible ?? [];
            expect(organisationId === null).toBe(responsible.length === 0);
            if (organisationId !== null) expect(responsible).toContain(organisationId);
            if (personId !== null) expect(who).toContainEqual({ organisationId, personId });
            if (personId === null) expect(who.some((one) => one.organisationId === organisationId)).toBe(false);
          });
        },
      ),
    );
  });
});
