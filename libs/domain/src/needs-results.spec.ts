import fc from 'fast-check';
import { answerProblems, isBlankAnswer, type NeedsAnswerValue } from './needs-answer.ts';
import { answeredByKind, shownGroups, sumNeeds, type NeedsSheet } from './needs-results.ts';
import {
  DEFAULT_NEEDS_QUESTIONS,
  kindGroups,
  LEAST_ANONYMOUS_GROUP,
  NEEDS_STATES,
  NEEDS_WORKFLOW,
  type NeedsQuestion,
} from './needs.ts';
import { unreachableStates } from './workflow.ts';

const base = { isPerGoal: false, text: 'Fråga', hint: '', options: [], lowLabel: '', highLabel: '' };
const QUESTIONS: readonly NeedsQuestion[] = [
  { ...base, id: 'text', kind: 'text' },
  { ...base, id: 'choice', kind: 'choice', options: ['Ja', 'Nej'], isPerGoal: true },
  { ...base, id: 'scale', kind: 'scale' },
  { ...base, id: 'choices', kind: 'choices', options: ['A', 'B', 'C'] },
];
const value = (questionId: string, more: Partial<NeedsAnswerValue>): NeedsAnswerValue => ({
  questionId,
  goalId: null,
  text: null,
  chosen: null,
  scale: null,
  ...more,
});
let texts = 0;
const sheet = (values: readonly NeedsAnswerValue[], more: Partial<NeedsSheet> = {}): NeedsSheet => ({
  kind: null,
  from: 'Ada',
  values: values.map((one) => ({ ...one, textId: one.text === null ? null : `text-${(texts += 1)}` })),
  ...more,
});

describe('answers to a needs inventory', () => {
  it('are of their question’s kind, once, and about its goals', () => {
    const codes = (...values: NeedsAnswerValue[]) => answerProblems(QUESTIONS, ['g'], values).map(({ code }) => code);
    expect(
      codes(
        value('text', { text: 'Bra' }),
        value('choice', { goalId: 'g', chosen: [1] }),
        value('scale', { scale: 5 }),
        value('choices', { chosen: [0, 2] }),
      ),
    ).toEqual([]);
    expect(codes(value('annan', {}))).toEqual(['unknown_question']);
    expect(codes(value('choice', { chosen: [0] }), value('text', { goalId: 'g', text: 'x' }))).toEqual([
      'unknown_goal',
      'unknown_goal',
    ]);
    expect(codes(value('scale', { scale: 3 }), value('scale', { scale: 4 }))).toEqual(['twice']);
    expect(codes(value('scale', { text: 'tre' }), value('text', { chosen: [0] }))).toEqual([
      'wrong_kind',
      'wrong_kind',
    ]);
    expect(codes(value('choice', { goalId: 'g', chosen: [0, 1] }), value('choices', { chosen: [3] }))).toEqual([
      'out_of_range',
      'out_of_range',
    ]);
    expect(codes(value('text', { text: 'x'.repeat(2001) }))).toEqual(['too_long']);
  });

  it('are blank when nothing is written or chosen', () => {
    expect([value('text', { text: ' \n' }), value('choices', { chosen: [] })].every(isBlankAnswer)).toBe(true);
    expect(isBlankAnswer(value('scale', { scale: 1 }))).toBe(false);
  });

  it('are summed per question and goal, with names where they are named', () => {
    const sums = sumNeeds(
      QUESTIONS,
      ['g', 'h'],
      [
        sheet([value('text', { text: ' Bra ' }), value('choice', { goalId: 'g', chosen: [0] })]),
        sheet([
          value('text', { text: ' ' }),
          value('choice', { goalId: 'g', chosen: [1] }),
          value('scale', { scale: 2 }),
        ]),
      ],
      false,
    );
    const of = (id: string, goalId: string | null = null) =>
      sums.find((sum) => sum.questionId === id && sum.goalId === goalId);
    expect(of('text')).toMatchObject({ answered: 1, texts: [{ text: 'Bra', from: 'Ada' }] });
    expect(of('choice', 'g')).toMatchObject({ answered: 2, counts: [1, 1] });
    expect(of('choice', 'h')).toMatchObject({ answered: 0, counts: [0, 0] });
    expect(of('scale')).toMatchObject({ answered: 1, counts: [0, 1, 0, 0, 0] });
  });

  it('are hidden when anonymous and fewer than five, whatever they are', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 12 }), (count) => {
        const sheets = Array.from({ length: count }, (_, at) => sheet([value('text', { text: `Svar ${at}` })]));
        const [sum] = sumNeeds(QUESTIONS, [], sheets, true);
        if (count === 0) expect(sum).toMatchObject({ answered: 0, texts: null });
        else if (count < LEAST_ANONYMOUS_GROUP)
          expect(sum).toMatchObject({ answered: null, counts: null, texts: null });
        else expect(sum?.texts?.every(({ from }) => from === null)).toBe(true);
      }),
    );
  });

  it('stand in the same order however they came in', () => {
    const sheets = Array.from({ length: 6 }, (_, at) => sheet([value('text', { text: `Svar ${at}` })]));
    const ids = (all: readonly NeedsSheet[]) => sumNeeds(QUESTIONS, [], all, true)[0]?.texts?.map(({ id }) => id);
    fc.assert(
      fc.property(fc.shuffledSubarray(sheets, { minLength: sheets.length }), (shuffled) => {
        expect(ids(shuffled)).toEqual(ids(sheets));
      }),
    );
  });
});

describe('kinds of organisation', () => {
  it('never narrow an anonymous answer down to fewer than five', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('region', 'police', 'municipality', 'university'), { maxLength: 40 }),
        (asked) => {
          const groups = kindGroups(asked);
          const sizes = new Map<string | null, number>();
          for (const kind of asked) sizes.set(groups.get(kind) ?? null, (sizes.get(groups.get(kind) ?? null) ?? 0) + 1);
          for (const [group, size] of sizes)
            if (group !== null || sizes.size > 1) expect(size).toBeGreaterThanOrEqual(LEAST_ANONYMOUS_GROUP);
        },
      ),
    );
  });

  it('keep a label that at least five share', () => {
    const asked = [...Array<string>(8).fill('municipality'), 'region', 'police', 'university', 'other', 'business'];
    expect(kindGroups(asked).get('municipality')).toBe('municipality');
    expect(kindGroups(asked).get('region')).toBeNull();
  });

  it('are shown beside the total only where what is hidden is five or more together', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 15 }), { maxLength: 8 }), (sizes) => {
        const shown = shownGroups(sizes, true);
        const hidden = sizes.filter((_, at) => !shown[at]);
        const sum = hidden.reduce((total, size) => total + size, 0);
        for (const [at, size] of sizes.entries()) if (shown[at] && size > 0) expect(size).toBeGreaterThanOrEqual(5);
        // Where nothing else is shown, what is hidden is the total.
        if (!sizes.some((size, at) => shown[at] && size > 0)) return;
        expect(sum === 0 || sum >= LEAST_ANONYMOUS_GROUP).toBe(true);
        expect(hidden.filter((size) => size > 0)).not.toHaveLength(1);
      }),
      { examples: [[[5, 5, 2]], [[9, 1, 1]], [[5, 3]]] },
    );
  });

  it('have all their figures in a named inventory', () => {
    expect(answeredByKind(['region', 'region', 'police'], [{ kind: 'region' }], false)).toEqual([
      { kind: 'police', asked: 1, answered: 0 },
      { kind: 'region', asked: 2, answered: 1 },
    ]);
  });
});

describe('the standard questions and the workflow', () => {
  it('can be answered, and every state be reached', () => {
    expect(DEFAULT_NEEDS_QUESTIONS.every(({ text }) => text.endsWith('?'))).toBe(true);
    expect(DEFAULT_NEEDS_QUESTIONS.some(({ isPerGoal }) => isPerGoal)).toBe(true);
    expect(unreachableStates(NEEDS_WORKFLOW, NEEDS_STATES, 'draft')).toEqual([]);
  });
});
