import { MINUTES_STATE_LABELS, MINUTES_STATES } from './meeting.ts';
import { MINUTES_GUARD_REASONS, MINUTES_STEP_LABELS, MINUTES_WORKFLOW } from './minutes.ts';
import fc from 'fast-check';
import {
  FOLLOW_UP_GUARD_REASONS,
  FOLLOW_UP_STATE_LABELS,
  FOLLOW_UP_STATES,
  FOLLOW_UP_TRANSITION_LABELS,
  FOLLOW_UP_WORKFLOW,
} from './follow-up.ts';
import type { Label } from './locale.ts';
import { PLAN_GUARD_REASONS, PLAN_STATE_LABELS, PLAN_STATES, PLAN_TRANSITION_LABELS, PLAN_WORKFLOW } from './plan.ts';
import {
  ROUND_GUARD_REASONS,
  ROUND_STATE_LABELS,
  ROUND_STATES,
  ROUND_TRANSITION_LABELS,
  ROUND_WORKFLOW,
  roundTakesAnswers,
  roundTakesCorrections,
} from './round.ts';
import { availableTransitions, takeTransition, unreachableStates, type Transition } from './workflow.ts';

interface Workflow {
  readonly table: readonly Transition<string, string, string>[];
  readonly states: readonly string[];
  readonly start: string;
  readonly labels: readonly Readonly<Record<string, Label>>[];
  readonly reasons: Readonly<Record<string, Label>>;
}

const WORKFLOWS: readonly (readonly [string, Workflow])[] = [
  [
    'plan',
    {
      table: PLAN_WORKFLOW,
      states: PLAN_STATES,
      start: 'draft',
      labels: [PLAN_STATE_LABELS, PLAN_TRANSITION_LABELS],
      reasons: PLAN_GUARD_REASONS,
    },
  ],
  [
    'round',
    {
      table: ROUND_WORKFLOW,
      states: ROUND_STATES,
      start: 'planned',
      labels: [ROUND_STATE_LABELS, ROUND_TRANSITION_LABELS],
      reasons: ROUND_GUARD_REASONS,
    },
  ],
  [
    'follow-up',
    {
      table: FOLLOW_UP_WORKFLOW,
      states: FOLLOW_UP_STATES,
      start: 'draft',
      labels: [FOLLOW_UP_STATE_LABELS, FOLLOW_UP_TRANSITION_LABELS],
      reasons: FOLLOW_UP_GUARD_REASONS,
    },
  ],
  [
    'minutes',
    {
      table: MINUTES_WORKFLOW,
      states: MINUTES_STATES,
      start: 'draft',
      labels: [MINUTES_STATE_LABELS, MINUTES_STEP_LABELS],
      reasons: MINUTES_GUARD_REASONS,
    },
  ],
];

describe.each(WORKFLOWS)('the %s workflow', (_, { table, states, start, labels, reasons }) => {
  const guards = [...new Set(table.flatMap((row) => row.guards))];
  const names = table.map((row) => row.name);

  it('reaches every state, and names every transition once', () => {
    expect(unreachableStates(table, states, start)).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
    for (const row of table) expect(states).toEqual(expect.arrayContaining([...row.from, row.to]));
  });

  it('guards every transition, and gives every refusal words', () => {
    for (const row of table) expect(row.guards.length).toBeGreaterThan(0);
    expect(Object.keys(reasons).sort()).toEqual([...guards].sort());
    expect(labels.flatMap((one) => Object.keys(one)).sort()).toEqual([...states, ...names].sort());
    for (const label of [...labels.flatMap((one) => Object.values(one)), ...Object.values(reasons)]) {
      expect(label.sv.trim()).not.toBe('');
      expect(label.en.trim()).not.toBe('');
    }
  });

  it('refuses a transition it does not know', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(...states), (name, state) => {
        fc.pre(!names.includes(name));
        const answers = Object.fromEntries(guards.map((guard) => [guard, true]));
        expect(takeTransition(table, state, name, answers)).toEqual({ allowed: false, reason: 'unknown' });
      }),
    );
    for (const name of ['constructor', '__proto__', 'toString', '']) {
      expect(takeTransition(table, start, name, {}).allowed).toBe(false);
    }
  });

  it('lets through only from the right state with every guard answered yes', () => {
    const answers = fc.dictionary(fc.constantFrom(...guards), fc.boolean());
    fc.assert(
      fc.property(fc.constantFrom(...table), fc.constantFrom(...states), answers, (row, state, given) => {
        const result = takeTransition(table, state, row.name, given);
        const should = row.from.includes(state) && row.guards.every((guard) => given[guard] === true);
        expect(result.allowed).toBe(should);
        if (result.allowed) expect(result.to).toBe(row.to);
        else if (result.reason === 'guard')
          expect(result.failed).toEqual(row.guards.filter((guard) => given[guard] !== true));
        expect(availableTransitions(table, state, given).includes(row.name)).toBe(should);
      }),
      { numRuns: 500 },
    );
  });

  it('refuses when one guard is left unanswered', () => {
    fc.assert(
      fc.property(fc.constantFrom(...table), fc.nat(), (row, pick) => {
        const left = row.guards[pick % row.guards.length];
        const given = Object.fromEntries(guards.filter((guard) => guard !== left).map((guard) => [guard, true]));
        for (const state of row.from) {
          expect(takeTransition(table, state, row.name, given)).toEqual({
            allowed: false,
            reason: 'guard',
            failed: [left],
          });
        }
      }),
    );
  });
});

describe('unreachableStates', () => {
  it('finds a state no path leads to, and one that leads only to itself', () => {
    const table = [
      { name: 'a', from: ['one'], to: 'two', guards: [] },
      { name: 'b', from: ['island'], to: 'island', guards: [] },
    ];
    expect(unreachableStates(table, ['one', 'two', 'island', 'nowhere'], 'one')).toEqual(['island', 'nowhere']);
  });
});

describe('adopting a round', () => {
  const all = { is_planner: true, nothing_blocks: true, adoption_is_proposed: true, is_second_person: true };

  it('takes two people and a clean dress rehearsal', () => {
    expect(takeTransition(ROUND_WORKFLOW, 'in_review', 'adopt', all)).toEqual({ allowed: true, to: 'adopted' });
    expect(takeTransition(ROUND_WORKFLOW, 'in_review', 'adopt', { ...all, is_second_person: false })).toMatchObject({
      failed: ['is_second_person'],
    });
    expect(takeTransition(ROUND_WORKFLOW, 'adopted', 'adopt', all)).toEqual({ allowed: false, reason: 'wrong_state' });
  });

  it('closes the round for writing', () => {
    expect(ROUND_STATES.filter(roundTakesAnswers)).toEqual(['open']);
    expect(ROUND_STATES.filter(roundTakesCorrections)).toEqual(['open', 'in_review']);
  });
});
