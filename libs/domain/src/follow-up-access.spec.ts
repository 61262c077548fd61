import fc from 'fast-check';
import { FOLLOW_UP_STATES } from './follow-up.ts';
import { followUpAccess } from './follow-up-access.ts';
import { ROLES, type HeldRole } from './permissions.ts';
import { ROUND_STATES } from './round.ts';

const reporter = (organisationId: string | null): HeldRole => ({
  role: 'reporter',
  organisationId,
  municipalityCode: null,
});
const planner: HeldRole = { role: 'planner', organisationId: null, municipalityCode: null };
const draft = { roundState: 'open', state: 'draft', responsibleIds: ['a', 'b'] } as const;

describe('followUpAccess', () => {
  it('lets a reporter of a responsible organisation write while the answer is theirs', () => {
    expect(followUpAccess(draft, [reporter('b')])).toEqual({
      isPlanner: false,
      answersFor: true,
      mayAnswer: true,
      mayEdit: true,
    });
    expect(followUpAccess({ ...draft, state: 'returned' }, [reporter('b')]).mayEdit).toBe(true);
    expect(followUpAccess({ ...draft, state: 'submitted' }, [reporter('b')])).toMatchObject({
      mayAnswer: true,
      mayEdit: false,
    });
    expect(followUpAccess({ ...draft, roundState: 'in_review' }, [reporter('b')]).mayEdit).toBe(false);
  });

  it('keeps others out, also where nobody is responsible', () => {
    expect(followUpAccess(draft, [reporter('c')]).answersFor).toBe(false);
    expect(followUpAccess({ ...draft, responsibleIds: [] }, [reporter(null)]).answersFor).toBe(false);
  });

  it('lets a planner correct until the answer is accepted or the round adopted', () => {
    expect(followUpAccess({ ...draft, roundState: 'in_review', state: 'submitted' }, [planner]).mayEdit).toBe(true);
    expect(followUpAccess({ ...draft, state: 'accepted' }, [planner]).mayEdit).toBe(false);
  });

  it('never lets anybody write in a round that is planned or adopted, nor a step without the one before', () => {
    const held = fc.array(
      fc.record({
        role: fc.constantFrom(...ROLES),
        organisationId: fc.constantFrom('a', 'b', 'c', null),
        municipalityCode: fc.constant(null),
      }),
    );
    const followUp = fc.record({
      roundState: fc.constantFrom(...ROUND_STATES),
      state: fc.constantFrom(...FOLLOW_UP_STATES),
      responsibleIds: fc.subarray(['a', 'b']),
    });
    fc.assert(
      fc.property(followUp, held, (one, roles) => {
        const rights = followUpAccess(one, roles);
        if (one.roundState === 'planned' || one.roundState === 'adopted') expect(rights.mayAnswer).toBe(false);
        if (rights.mayEdit) expect(rights.mayAnswer).toBe(true);
        if (rights.mayAnswer) expect(rights.answersFor).toBe(true);
      }),
    );
  });
});
