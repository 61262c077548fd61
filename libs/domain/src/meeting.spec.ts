import fc from 'fast-check';
import {
  AGENDA_ITEM_STATES,
  AGENDA_ITEM_WORKFLOW,
  attended,
  ATTENDANCES,
  MEETING_GUARD_REASONS,
  MEETING_STATES,
  MEETING_WORKFLOW,
  wasUp,
} from './meeting.ts';
import { isMemberOn, turnoverOf } from './group.ts';
import { takeTransition, unreachableStates } from './workflow.ts';

describe('the states of a meeting', () => {
  it('can all be reached from a planned one, and every guard has words', () => {
    expect(unreachableStates(MEETING_WORKFLOW, MEETING_STATES, 'planned')).toEqual([]);
    const guards = MEETING_WORKFLOW.flatMap((row) => row.guards);
    expect(guards.filter((guard) => !MEETING_GUARD_REASONS[guard].sv.endsWith('.'))).toEqual([]);
  });

  it('let a meeting be held that nobody was called to, and nothing leave adjusted minutes or a cancelled meeting', () => {
    const held = { may_write: true, has_begun: true, somebody_attended: true };
    expect(takeTransition(MEETING_WORKFLOW, 'planned', 'hold', held)).toEqual({ allowed: true, to: 'held' });
    expect(MEETING_WORKFLOW.filter(({ from }) => from.includes('adjusted') || from.includes('cancelled'))).toEqual([]);
  });

  it('are refused without an answer to each guard', () => {
    for (const { name, from, guards } of MEETING_WORKFLOW)
      expect(takeTransition(MEETING_WORKFLOW, from[0] ?? 'planned', name, {})).toEqual({
        allowed: false,
        reason: 'guard',
        failed: guards,
      });
  });
});

describe('the states of an item', () => {
  it('can all be reached, and left again', () => {
    expect(unreachableStates(AGENDA_ITEM_WORKFLOW, AGENDA_ITEM_STATES, 'waiting')).toEqual([]);
    for (const state of AGENDA_ITEM_STATES)
      expect(AGENDA_ITEM_WORKFLOW.some(({ from }) => from.includes(state))).toBe(true);
  });

  it('count as having been up only when the meeting had it up', () => {
    expect(AGENDA_ITEM_STATES.filter(wasUp)).toEqual(['treated', 'nothing_new']);
    expect(ATTENDANCES.filter(attended)).toEqual(['present', 'remote']);
  });
});

describe('who is in a group', () => {
  it('includes the first and the last day', () => {
    const member = { fromDay: '2026-01-10', toDay: '2026-03-12' };
    expect(['2026-01-09', '2026-01-10', '2026-03-12', '2026-03-13'].map((day) => isMemberOn(member, day))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('is now those who were there, and those who came, less those who left', () => {
    const day = fc.integer({ min: 1, max: 28 }).map((number) => `2026-02-${String(number).padStart(2, '0')}`);
    const member = fc
      .tuple(day, fc.option(day, { nil: null }))
      .filter(([from, to]) => to === null || to >= from)
      .map(([fromDay, toDay]) => ({ fromDay, toDay }));
    fc.assert(
      fc.property(fc.array(member), day, day, (members, one, other) => {
        const [from = '', to = ''] = [one, other].toSorted();
        const { at, came, left } = turnoverOf(members, from, to);
        const before = members.filter((each) => isMemberOn(each, from)).length;
        expect(at).toBe(before + came - left);
      }),
    );
  });
});
