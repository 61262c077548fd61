import type { Day } from './date-text.ts';
import type { FollowUpGuard, FollowUpState, FollowUpTransitionName } from './follow-up.ts';

/**
 * What one change did to a field: `old` is missing where the field came with the change, `new` where it went with it.
 * The form of `audit_event.changes`.
 */
export interface FieldChange {
  readonly old?: unknown;
  readonly new?: unknown;
}
export type FieldChanges = Readonly<Record<string, FieldChange>>;

/** A recorded change and the day it was made, in Sweden. */
export interface RecordedChange {
  readonly day: Day;
  readonly changes: FieldChanges;
}

/** Field by field as it read. A field that is not there was not there. */
export type FieldState = Readonly<Record<string, unknown>>;

/** The state before the change, given the state after it. Undoes `stepForward` exactly. */
export function stepBack(state: FieldState, changes: FieldChanges): FieldState {
  return step(state, changes, 'old');
}

/** The state after the change, given the state before it. */
export function stepForward(state: FieldState, changes: FieldChanges): FieldState {
  return step(state, changes, 'new');
}

function step(state: FieldState, changes: FieldChanges, side: 'old' | 'new'): FieldState {
  const next: Record<string, unknown> = { ...state };
  for (const [field, change] of Object.entries(changes)) {
    if (side in change) next[field] = change[side];
    else delete next[field];
  }
  return next;
}

/**
 * How it read at the end of a day: from how it reads now, back through every change made later. `newestFirst` holds all
 * changes there are. Of a field that never changed nothing is known, and it is in no state.
 */
export function stateAtEndOf(day: Day, newestFirst: readonly RecordedChange[]): FieldState {
  let state: FieldState = newestFirst.reduceRight<FieldState>(
    (before, { changes }) => stepForward(before, changes),
    {},
  );
  for (const { day: made, changes } of newestFirst) {
    if (made <= day) break;
    state = stepBack(state, changes);
  }
  return state;
}

/** The fields that read differently at two moments, in the order they were first recorded. Equal states give none. */
export function differingFields(from: FieldState, to: FieldState): string[] {
  return [...new Set([...Object.keys(from), ...Object.keys(to)])].filter(
    (field) => JSON.stringify(from[field] ?? null) !== JSON.stringify(to[field] ?? null),
  );
}

/** What the workflow asks of somebody who takes a transition back: the same as of its opposite. */
export const FOLLOW_UP_UNDO_GUARDS: Readonly<Record<FollowUpTransitionName, readonly FollowUpGuard[]>> = {
  submit: ['may_answer', 'round_takes_answers'],
  withdraw: ['may_answer', 'is_complete'],
  return: ['is_planner', 'round_takes_corrections'],
  accept: ['is_planner', 'round_takes_corrections'],
  undo_accept: ['is_planner', 'round_takes_corrections', 'is_complete'],
};

/** What is recorded is only text until somebody looks at it. */
export function isFollowUpState(value: unknown): value is FollowUpState {
  return value === 'draft' || value === 'submitted' || value === 'returned' || value === 'accepted';
}

export const UNDOABLE_ENTITIES = ['follow_up', 'goal_judgement', 'outcome', 'event', 'saved_view'] as const;

const UNDOABLE_FIELDS: Readonly<Record<'follow_up' | 'goal_judgement', readonly string[]>> = {
  follow_up: ['state', 'returnReason', 'judgement', 'nothingNew', 'nextStepDate', 'reporterId'],
  goal_judgement: ['judgement'],
};

/**
 * The fields of a change that may be taken back with one press: states, judgements, assignments, what is chosen in a list
 * ("inget nytt", the day of the next step), and everything when something was deleted. Texts are not among them; they are restored by comparing, so that nobody loses a sentence.
 * Empty: nothing of it may be undone. An undo is not undone: the act itself is done again.
 */
export function undoableFields(entity: string, action: string, changes: FieldChanges): string[] {
  if (action === 'undo' || action === 'create') return [];
  if (entity === 'follow_up' || entity === 'goal_judgement') {
    return UNDOABLE_FIELDS[entity].filter((field) => field in changes && 'old' in (changes[field] ?? {}));
  }
  const isKnown = (UNDOABLE_ENTITIES as readonly string[]).includes(entity);
  return isKnown && action === 'delete' ? Object.keys(changes) : [];
}
