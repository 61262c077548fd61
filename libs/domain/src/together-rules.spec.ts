import fc from 'fast-check';
import { FOLLOW_UP_STATES } from './follow-up.ts';
import type { HeldRole } from './permissions.ts';
import { ROUND_STATES } from './round.ts';
import {
  assignRefusal,
  countParticipation,
  handoverRefusal,
  handoverUndoRefusal,
  participationRefusal,
  participationWords,
  responseRefusal,
} from './together-rules.ts';
import { PARTICIPATION_STATES } from './together.ts';

const reporter = (organisationId: string): HeldRole => ({ role: 'reporter', organisationId, municipalityCode: null });
const planner: HeldRole = { role: 'planner', organisationId: null, municipalityCode: null };
const coordinator: HeldRole = { role: 'municipal_coordinator', organisationId: null, municipalityCode: '0780' };
const reader: HeldRole = { role: 'reader', organisationId: null, municipalityCode: null };
const answer = {
  roundState: 'open',
  followUpState: 'submitted',
  responsibleIds: ['lst', 'region'],
  writerId: 'lst',
} as const;

describe('responseRefusal', () => {
  it.each([
    ['the other responsible of an answer handed in', answer, 'region', [reporter('region')], null],
    ['a planner for them, in review too', { ...answer, roundState: 'in_review' }, 'region', [planner], null],
    ['them in review', { ...answer, roundState: 'in_review' }, 'region', [reporter('region')], 'round_closed'],
    ['the one who writes', answer, 'lst', [reporter('lst')], 'own_answer'],
    ['somebody of another organisation', answer, 'region', [reporter('lst')], 'not_theirs'],
    ['an organisation that is not responsible', answer, 'police', [reporter('police')], 'not_responsible'],
    ['a draft', { ...answer, followUpState: 'draft' }, 'region', [reporter('region')], 'not_handed_in'],
    ['an adopted round', { ...answer, roundState: 'adopted' }, 'region', [planner], 'round_adopted'],
    ['a reader', answer, 'region', [reader], 'not_theirs'],
  ] as const)('of %s', (_, given, organisation, roles, expected) => {
    expect(responseRefusal(given, organisation, roles)).toBe(expected);
  });

  it('never lets through what is not handed in, not responsible, or the writer’s own', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ROUND_STATES),
        fc.constantFrom(...FOLLOW_UP_STATES),
        fc.constantFrom('lst', 'region', 'police'),
        fc.subarray([planner, reporter('lst'), reporter('region'), reporter('police'), coordinator, reader]),
        (roundState, followUpState, organisation, roles) => {
          const refusal = responseRefusal({ ...answer, roundState, followUpState }, organisation, roles);
          if (refusal !== null) return;
          expect(organisation).toBe('region');
          expect(['submitted', 'accepted']).toContain(followUpState);
          expect(['open', 'in_review']).toContain(roundState);
        },
      ),
    );
  });
});

describe('participationRefusal', () => {
  const municipality = { id: 'vaxjo', municipalityCode: '0780' };
  it.each([
    ['its coordinator', 'open', municipality, [coordinator], null],
    ['its coordinator before the round opens', 'planned', municipality, [coordinator], null],
    ['its reporter', 'open', municipality, [reporter('vaxjo')], null],
    ['its coordinator in review', 'in_review', municipality, [coordinator], 'in_review'],
    ['a planner in review', 'in_review', municipality, [planner], null],
    ['a planner once adopted', 'adopted', municipality, [planner], 'round_adopted'],
    ['another’s coordinator', 'open', { id: 'alvesta', municipalityCode: '0764' }, [coordinator], 'not_theirs'],
    [
      'a coordinator for what is no municipality',
      'open',
      { id: 'x', municipalityCode: null },
      [coordinator],
      'not_theirs',
    ],
    ['a reader', 'open', municipality, [reader], 'not_theirs'],
  ] as const)('of %s', (_, round, organisation, roles, expected) => {
    expect(participationRefusal(round, organisation, roles)).toBe(expected);
  });
});

describe('participationWords', () => {
  it('says how many of how many, and leaves out what is nobody', () => {
    const counts = { took_part: 5, declined: 1, invited: 2, confirmed: 0, not_stated: 0 };
    expect(participationWords(counts, 'sv')).toBe('5 av 8 deltog, 1 avböjde, 2 inbjudna har inte svarat');
    expect(participationWords(counts, 'en')).toBe('5 of 8 took part, 1 declined, 2 invited have not replied');
    expect(participationWords({ ...counts, took_part: 0, invited: 1, declined: 0, not_stated: 3 }, 'sv')).toBe(
      '0 av 4 deltog, 1 inbjuden har inte svarat, 3 utan uppgift',
    );
  });

  it('adds up to everybody asked', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PARTICIPATION_STATES, null), { minLength: 1 }), (states) => {
        const counts = countParticipation(states);
        expect(Object.values(counts).reduce((sum, one) => sum + one, 0)).toBe(states.length);
        const [first, ...rest] = participationWords(counts, 'sv').split(', ');
        const numbers = rest.map((part) => Number.parseInt(part, 10));
        expect(numbers.every((number) => number > 0)).toBe(true);
        expect(first).toBe(`${counts.took_part} av ${states.length} deltog`);
        expect(counts.took_part + numbers.reduce((sum, one) => sum + one, 0)).toBe(states.length);
      }),
    );
  });
});

describe('handing over', () => {
  it('moves what is left to write, to somebody who may report it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...FOLLOW_UP_STATES), fc.boolean(), (state, mayReceive) => {
        const moves = handoverRefusal(state, mayReceive) === null;
        expect(moves).toBe(mayReceive && (state === 'draft' || state === 'returned'));
      }),
    );
  });

  it('goes back only from the receiver, untouched, in a round that is not adopted', () => {
    const back = { roundState: 'open', isWithReceiver: true, isTouched: false } as const;
    expect(handoverUndoRefusal(back)).toBeNull();
    expect(handoverUndoRefusal({ ...back, isTouched: true })).toBe('touched');
    expect(handoverUndoRefusal({ ...back, isWithReceiver: false, isTouched: true })).toBe('moved_on');
    expect(handoverUndoRefusal({ ...back, roundState: 'adopted', isWithReceiver: false })).toBe('round_adopted');
  });

  it('changes the reporter of anything not accepted', () => {
    expect(FOLLOW_UP_STATES.filter((state) => assignRefusal(state, true) === null)).toEqual([
      'draft',
      'submitted',
      'returned',
    ]);
    expect(assignRefusal('draft', false)).toBe('not_a_reporter');
  });
});
