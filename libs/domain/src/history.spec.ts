import fc from 'fast-check';
import { addDays } from './date-text.ts';
import { FOLLOW_UP_WORKFLOW } from './follow-up.ts';
import {
  differingFields,
  FOLLOW_UP_UNDO_GUARDS,
  stateAtEndOf,
  stepBack,
  undoableFields,
  type FieldChanges,
  type FieldState,
  type RecordedChange,
} from './history.ts';

/** What the record holds of a step from one state to the next: the same rule as the writer of audit rows. */
function between(before: FieldState, after: FieldState): FieldChanges {
  return Object.fromEntries(
    [...new Set([...Object.keys(before), ...Object.keys(after)])]
      .filter((field) => !(field in before) || !(field in after) || before[field] !== after[field])
      .map((field) => [
        field,
        { ...(field in before && { old: before[field] }), ...(field in after && { new: after[field] }) },
      ]),
  );
}

const someState = fc.dictionary(
  fc.constantFrom('state', 'judgement', 'done', 'reporterId', 'value'),
  fc.oneof(fc.constantFrom('draft', 'on_track', '', 'Träff i Åre.'), fc.integer(), fc.constant(null)),
);

interface Story {
  readonly states: readonly FieldState[];
  readonly days: readonly string[];
  readonly newestFirst: readonly RecordedChange[];
}

/** A row's life: created, changed some times at most once a day, perhaps taken away and entered anew. */
const story: fc.Arbitrary<Story> = fc
  .array(fc.tuple(someState, fc.integer({ min: 1, max: 60 })), { minLength: 1, maxLength: 12 })
  .map((steps) => {
    const states: FieldState[] = [];
    const days: string[] = [];
    const changes: RecordedChange[] = [];
    let [state, day]: [FieldState, string] = [{}, '2025-01-01'];
    for (const [next, wait] of steps) {
      day = addDays(day, wait);
      changes.push({ day, changes: between(state, next) });
      state = next;
      states.push(next);
      days.push(day);
    }
    return { states, days, newestFirst: changes.reverse() };
  });

describe('stateAtEndOf', () => {
  it('tells how it read on a day between two changes', () => {
    const newestFirst = [
      { day: '2026-03-04', changes: { judgement: { old: 'on_track', new: 'completed' } } },
      {
        day: '2026-03-02',
        changes: { judgement: { old: null, new: 'on_track' }, done: { old: '', new: 'Två träffar.' } },
      },
    ];
    expect(stateAtEndOf('2026-03-03', newestFirst)).toEqual({ judgement: 'on_track', done: 'Två träffar.' });
    expect(stateAtEndOf('2026-03-01', newestFirst)).toEqual({ judgement: null, done: '' });
    expect(stateAtEndOf('2026-03-04', newestFirst)).toEqual({ judgement: 'completed', done: 'Två träffar.' });
  });

  it('gives each day the state it ended with, and nothing before the creation', () => {
    fc.assert(
      fc.property(story, ({ states, days, newestFirst }) => {
        days.forEach((day, index) => expect(stateAtEndOf(day, newestFirst)).toEqual(states[index]));
        expect(stateAtEndOf('2025-01-01', newestFirst)).toEqual({});
      }),
    );
  });

  it('walks all changes back to the creation, which had nothing before it', () => {
    fc.assert(
      fc.property(story, ({ states, newestFirst }) => {
        const last = states.at(-1) ?? {};
        expect(newestFirst.reduce<FieldState>((state, { changes }) => stepBack(state, changes), last)).toEqual({});
      }),
    );
  });
});

describe('differingFields', () => {
  it('is empty between a moment and itself, and the same set both ways', () => {
    fc.assert(
      fc.property(someState, someState, (a, b) => {
        expect(differingFields(a, a)).toEqual([]);
        expect(differingFields(a, b).toSorted()).toEqual(differingFields(b, a).toSorted());
      }),
    );
  });

  it('names a field that came or went', () => {
    expect(differingFields({}, { value: 4 })).toEqual(['value']);
    expect(differingFields({ value: 4, note: '' }, { note: '' })).toEqual(['value']);
  });
});

describe('undoableFields', () => {
  it('takes back states, judgements and assignments, never texts', () => {
    const changes = { judgement: { old: null, new: 'on_track' }, done: { old: '', new: 'Två träffar.' } };
    expect(undoableFields('follow_up', 'update', changes)).toEqual(['judgement']);
    expect(undoableFields('follow_up', 'update', { done: changes.done })).toEqual([]);
    expect(undoableFields('follow_up', 'submit', { state: { old: 'draft', new: 'submitted' } })).toEqual(['state']);
    expect(undoableFields('goal_judgement', 'update', { judgement: { old: null, new: 'secured' } })).toEqual([
      'judgement',
    ]);
  });

  it('takes back what was deleted as a whole, and nothing of what it does not know', () => {
    expect(undoableFields('outcome', 'delete', { value: { old: 4 } })).toEqual(['value']);
    expect(undoableFields('outcome', 'update', { value: { old: 4, new: 5 } })).toEqual([]);
    expect(undoableFields('follow_up_round', 'adopt', { state: { old: 'in_review', new: 'adopted' } })).toEqual([]);
    expect(undoableFields('organisation', 'delete', { name: { old: 'Kansliet' } })).toEqual([]);
  });

  it('never undoes an undo', () => {
    expect(undoableFields('follow_up', 'undo', { state: { old: 'submitted', new: 'draft' } })).toEqual([]);
  });
});

describe('FOLLOW_UP_UNDO_GUARDS', () => {
  it('asks at least what the opposite transition asks', () => {
    const opposite = { submit: 'withdraw', accept: 'undo_accept', withdraw: 'submit', undo_accept: 'accept' } as const;
    for (const [name, other] of Object.entries(opposite)) {
      const asked = FOLLOW_UP_WORKFLOW.find((row) => row.name === other)?.guards ?? [];
      expect(FOLLOW_UP_UNDO_GUARDS[name as keyof typeof opposite]).toEqual(expect.arrayContaining([...asked]));
    }
  });
});
