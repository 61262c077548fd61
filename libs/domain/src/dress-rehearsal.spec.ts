import fc from 'fast-check';
import { BLOCKING_CODES, rehearse, type RehearsalActivity, type RehearsalFacts } from './dress-rehearsal.ts';
import { FOLLOW_UP_STATES } from './follow-up.ts';
import { JUDGEMENTS } from './judgement.ts';

const norrvik = { id: 'o1', name: 'Norrviks kommun' };
const region = { id: 'o2', name: 'Region Ålö' };
const done: RehearsalActivity = {
  id: 'a1',
  reference: '1.1/1',
  judgement: 'on_track',
  followUpState: 'accepted',
  organisation: norrvik,
  hasNextStep: true,
  indicators: [{ id: 'i1', text: 'Antal träffar.', isProposal: false, cellsOf: 8, cellsReported: 8 }],
};
const goal = { id: 'g1', code: '1', title: 'Tillgången minskar', isJudged: true };

const lines = (facts: RehearsalFacts): string[] =>
  rehearse(facts).groups.flatMap((group) =>
    group.items.map(
      (item) => `${group.organisation?.name ?? '–'} ${item.blocking ? '!' : '.'} ${item.reference} ${item.words.sv}`,
    ),
  );

describe('rehearse', () => {
  it('has nothing to say when all is there', () => {
    expect(rehearse({ activities: [done], goals: [goal] })).toEqual({
      groups: [],
      blocking: 0,
      notBlocking: 0,
      mayBeAdopted: true,
    });
  });

  it('warns of values that differ and of participation nobody has stated, and lets neither block', () => {
    const [values] = done.indicators;
    if (!values) throw new Error('The activity has an indicator.');
    const facts: RehearsalFacts = {
      goals: [goal],
      activities: [
        { ...done, members: { of: 8, stated: 5 }, indicators: [{ ...values, differs: 2 }] },
        { ...done, reference: '1.1/2', members: { of: 8, stated: 8 }, indicators: [{ ...values, differs: 1 }] },
      ],
    };
    expect(lines(facts)).toEqual([
      'Norrviks kommun . 1.1/1 Antal träffar: 2 inskrivna värden skiljer sig från händelserna.',
      'Norrviks kommun . 1.1/1 Medverkan är inte angiven för 3 av 8.',
      'Norrviks kommun . 1.1/2 Antal träffar: det inskrivna skiljer sig från händelserna.',
    ]);
    expect(rehearse(facts).mayBeAdopted).toBe(true);
  });

  it('lists what is missing per organisation, what blocks first', () => {
    const facts: RehearsalFacts = {
      goals: [{ ...goal, isJudged: false }],
      activities: [
        { ...done, reference: '1.10/2', organisation: region, followUpState: 'submitted', hasNextStep: false },
        { ...done, reference: '1.9/2', organisation: region, followUpState: 'draft' },
        {
          ...done,
          reference: '1.1/3',
          indicators: [
            { id: 'i1', text: 'Antal träffar.', isProposal: false, cellsOf: 8, cellsReported: 5 },
            { id: 'i2', text: 'Antal besök', isProposal: true, cellsOf: 1, cellsReported: 0 },
            { id: 'i3', text: 'Deltagare.', isProposal: false, cellsOf: 1, cellsReported: 0 },
          ],
        },
        { ...done, reference: '2.1/1', organisation: null, followUpState: null },
      ],
    };
    expect(lines(facts)).toEqual([
      '– ! 1 Tillgången minskar: bedömning saknas.',
      '– ! 2.1/1 Uppföljning saknas.',
      'Norrviks kommun . 1.1/3 Antal träffar: 5 av 8 värden rapporterade.',
      'Norrviks kommun . 1.1/3 Deltagare: inte rapporterat.',
      'Norrviks kommun . 1.1/3 Antal besök: indikatorn är ännu ett förslag.',
      'Region Ålö ! 1.9/2 Svaret är inte godkänt (utkast).',
      'Region Ålö ! 1.10/2 Svaret är inte godkänt (inlämnad).',
      'Region Ålö . 1.10/2 Nästa steg saknas.',
    ]);
    expect(rehearse(facts)).toMatchObject({ blocking: 4, notBlocking: 4, mayBeAdopted: false });
  });

  it('puts what blocks before what does not, whatever the number', () => {
    const late = { ...done, reference: '1.2/1', hasNextStep: false };
    const blocking = { ...done, reference: '6.1/9', followUpState: 'returned' as const };
    expect(lines({ goals: [], activities: [late, blocking] })).toEqual([
      'Norrviks kommun ! 6.1/9 Svaret är inte godkänt (tillbaka med fråga).',
      'Norrviks kommun . 1.2/1 Nästa steg saknas.',
    ]);
  });

  it('asks neither values nor a next step of what is cancelled, nor a next step of what is completed', () => {
    const empty = {
      ...done,
      hasNextStep: false,
      indicators: [{ id: 'i', text: 'x', isProposal: true, cellsOf: 1, cellsReported: 0 }],
    };
    expect(lines({ goals: [], activities: [{ ...empty, judgement: 'cancelled' }] })).toEqual([]);
    expect(lines({ goals: [], activities: [{ ...empty, judgement: 'completed', indicators: [] }] })).toEqual([]);
  });

  it('may be adopted exactly when every answer is accepted and every goal judged', () => {
    const activity: fc.Arbitrary<RehearsalActivity> = fc.record({
      id: fc.uuid(),
      reference: fc.constantFrom('1.1/1', '1.2/3', '2.10/1'),
      judgement: fc.option(fc.constantFrom(...JUDGEMENTS), { nil: null }),
      followUpState: fc.option(fc.constantFrom(...FOLLOW_UP_STATES), { nil: null }),
      organisation: fc.constantFrom(null, norrvik, region),
      hasNextStep: fc.boolean(),
      indicators: fc.array(
        fc.record({
          id: fc.uuid(),
          text: fc.constant('Antal.'),
          isProposal: fc.boolean(),
          cellsOf: fc.nat(4),
          cellsReported: fc.nat(4),
        }),
        { maxLength: 3 },
      ),
    });
    const facts = fc.record({
      activities: fc.array(activity),
      goals: fc.array(
        fc.record({
          id: fc.uuid(),
          code: fc.constantFrom('1', 'F'),
          title: fc.constant('Mål'),
          isJudged: fc.boolean(),
        }),
      ),
    });
    fc.assert(
      fc.property(facts, (given) => {
        const result = rehearse(given);
        const all = result.groups.flatMap((group) => group.items);
        const complete =
          given.activities.every((one) => one.followUpState === 'accepted') && given.goals.every((one) => one.isJudged);
        expect(result.mayBeAdopted).toBe(complete);
        expect(result.blocking + result.notBlocking).toBe(all.length);
        expect(all.every((item) => item.blocking === BLOCKING_CODES.includes(item.code))).toBe(true);
        expect(result.groups.every((group) => group.items.length > 0)).toBe(true);
        expect(new Set(result.groups.map((group) => group.organisation?.id)).size).toBe(result.groups.length);
      }),
    );
  });
});
