import fc from 'fast-check';
import {
  ACTION_POINT_STATES,
  actionPointAfter,
  completionProblem,
  DECISION_STATES,
  decisionAfter,
  decisionReference,
  isLate,
  isOwnUndertaking,
  mayCompleteUndertaking,
  mayWriteInGroup,
  readDecisionSearch,
} from './decision.ts';
import { ROLES, type HeldRole } from './permissions.ts';

const held = (role: HeldRole['role'], more: Partial<HeldRole> = {}): HeldRole => ({
  role,
  organisationId: null,
  municipalityCode: null,
  ...more,
});
const NOBODYS = { personId: null, organisationId: null, municipalityCode: null };

describe('a decision', () => {
  it('is late the day after it was due, as long as it is open', () => {
    expect(isLate('open', '2026-03-12', '2026-03-12')).toBe(false);
    expect(isLate('open', '2026-03-12', '2026-03-13')).toBe(true);
    expect(isLate('open', null, '2026-03-13')).toBe(false);
    for (const state of ['done', 'standing', 'withdrawn', 'dropped'] as const)
      expect(isLate(state, '2026-03-12', '2027-01-01')).toBe(false);
  });

  it('is carried out with words only', () => {
    expect(completionProblem(' \n', 'sv')).toBe('Skriv vad som gjordes.');
    expect(completionProblem(' \n', 'en')).toBe('Write what was done.');
    expect(completionProblem('Brevet skickat.', 'sv')).toBe('');
  });

  it('goes where it can go and nowhere else', () => {
    expect(decisionAfter('open', 'complete')).toBe('done');
    expect(decisionAfter('standing', 'complete')).toBeNull();
    expect(decisionAfter('standing', 'withdraw')).toBe('withdrawn');
    expect(decisionAfter('done', 'withdraw')).toBeNull();
    expect(decisionAfter('withdrawn', 'reopen')).toBe('open');
    expect(actionPointAfter('open', 'drop')).toBe('dropped');
    expect(actionPointAfter('dropped', 'complete')).toBeNull();
    expect(actionPointAfter('done', 'reopen')).toBe('open');
  });

  it('never stays where it is by a transition, and comes back to open by reopening', () => {
    for (const state of DECISION_STATES)
      for (const name of ['complete', 'withdraw', 'reopen'] as const)
        expect(decisionAfter(state, name)).not.toBe(state);
    for (const state of ACTION_POINT_STATES)
      for (const name of ['complete', 'drop', 'reopen'] as const) expect(actionPointAfter(state, name)).not.toBe(state);
  });
});

describe('who may', () => {
  it('write in a group: a planner, and a group member who is in it today', () => {
    expect(mayWriteInGroup([held('planner')], false)).toBe(true);
    expect(mayWriteInGroup([held('group_member')], true)).toBe(true);
    expect(mayWriteInGroup([held('group_member')], false)).toBe(false);
    // In the group, but with a role that takes no notes.
    expect(mayWriteInGroup([held('reporter', { organisationId: 'a' })], true)).toBe(false);
  });

  it('say what was done of their own', () => {
    const ours = { personId: null, organisationId: 'a', municipalityCode: '0760' };
    expect(isOwnUndertaking(ours, 'me', [held('reporter', { organisationId: 'a' })])).toBe(true);
    expect(isOwnUndertaking(ours, 'me', [held('reporter', { organisationId: 'b' })])).toBe(false);
    expect(isOwnUndertaking(ours, 'me', [held('municipal_coordinator', { municipalityCode: '0760' })])).toBe(true);
    expect(isOwnUndertaking({ ...NOBODYS, personId: 'me' }, 'me', [])).toBe(true);
    expect(mayCompleteUndertaking({ ...NOBODYS, personId: 'me' }, 'me', [held('reader')], false)).toBe(false);
    expect(mayCompleteUndertaking({ ...NOBODYS, personId: 'me' }, 'me', [held('group_member')], false)).toBe(true);
    expect(mayCompleteUndertaking(NOBODYS, 'me', [held('group_member')], false)).toBe(false);
    expect(mayCompleteUndertaking(NOBODYS, 'me', [held('group_member')], true)).toBe(true);
  });

  it('is never widened by what is nobody’s', () => {
    const roles = fc.array(
      fc.record({
        role: fc.constantFrom(...ROLES),
        organisationId: fc.constantFrom('a', null),
        municipalityCode: fc.constantFrom('0760', null),
      }),
    );
    fc.assert(fc.property(roles, (some) => !isOwnUndertaking(NOBODYS, 'me', some)));
  });
});

describe('looking for a decision', () => {
  it('reads a number as people write it', () => {
    for (const text of ['§ 12/2026', '§12/2026', ' 12/2026 ', '12 / 2026?'])
      expect(readDecisionSearch(text).reference).toEqual({ number: 12, year: 2026 });
    // An activity, and a number of another kind.
    for (const text of ['2.2/5', '12/26', '§ 12', '421-12/2026 och'])
      expect(readDecisionSearch(text).reference).toBeNull();
  });

  it('hears what the question is about', () => {
    expect(readDecisionSearch('Vad beslutade vi om skolgårdar?').words).toBe('skolgårdar');
    expect(readDecisionSearch('vad bestämdes kring tillsyn').words).toBe('tillsyn');
    expect(readDecisionSearch('What did we decide about schools?').words).toBe('schools');
    expect(readDecisionSearch('Vad beslutade vi om § 3/2026').reference).toEqual({ number: 3, year: 2026 });
    // Nothing but the question is what was asked for.
    expect(readDecisionSearch('beslut om').words).toBe('beslut om');
  });

  it('finds back every reference it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999 }), fc.integer({ min: 1990, max: 2199 }), (number, year) => {
        expect(readDecisionSearch(decisionReference(number, year)).reference).toEqual({ number, year });
      }),
    );
  });
});
